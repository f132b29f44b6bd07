"""What is made for one plate of one page: whether it has any ink, and the resources of each stream that is written for it."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Object, Pdf


class PlateJob:
    """One plate of one page in the making; ``inked`` says whether anything on it is more than white."""

    def __init__(self, pdf: Pdf, plate: str) -> None:
        self.pdf = pdf
        self.plate = plate
        self.inked = False


class Names:
    """The resources of a stream in the making."""

    def __init__(self, pdf: Pdf, fonts: Object) -> None:
        self._pdf = pdf
        self._kinds: dict[str, dict[str, Object]] = {"Font": dict(fonts.items())}

    def add(self, kind: str, thing: Object) -> Name:
        """Give a thing a name that no other has."""
        things = self._kinds.setdefault(kind, {})
        name = f"/Plate{len(things)}"
        things[name] = self._pdf.make_indirect(thing) if thing.objgen == (0, 0) else thing
        return Name(name)

    @property
    def written(self) -> Dictionary:
        """All of them, as a stream has them."""
        return Dictionary({f"/{kind}": Dictionary(things) for kind, things in self._kinds.items()})
