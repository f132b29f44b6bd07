"""Flattened groups: what the engine sets apart without need is painted straight on the page.

Black type in an isolated group knocks out what lies below the group, whatever it says of itself: overprint does not leave such a group
(ISO 32000-1, 11.7.4.3). The engine writes one for every text of a drawing that is centred or ends at its anchor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Name

Place = tuple[int, int]
"""An object of a file, by its number and generation."""

FOLLOWED = "q Q gs Do"


@dataclass(frozen=True)
class _Laid:
    """How the next object is laid on what is below it: whether it is solid, and neither blended nor masked."""

    solid: bool = True
    blended: bool = False
    masked: bool = False

    @property
    def plainly(self) -> bool:
        """Whether a group laid like this looks as its parts would, laid one by one."""
        return self.solid and not self.blended and not self.masked

    def under(self, settings: Any) -> _Laid:
        """Return how objects are laid after ``settings`` were chosen."""
        laid = self
        if "/ca" in settings or "/CA" in settings:
            laid = replace(laid, solid=all(float(settings.get(key, 1)) == 1 for key in ("/ca", "/CA")))
        if "/BM" in settings:
            laid = replace(laid, blended=settings.BM not in {Name.Normal, Name.Compatible})
        if "/SMask" in settings:
            laid = replace(laid, masked=settings.SMask != Name("/None"))
        return laid


def ungroup(pdf: pikepdf.Pdf) -> None:
    """Take out of every page of ``pdf`` each group that changes nothing: laid on solid, and without blend modes inside."""
    groups = _Groups()
    for page in pdf.pages:
        groups.follow(page.obj, page.obj.Resources)
    for place, group in groups.found.items():
        if place not in groups.needed:
            del group["/Group"]


class _Groups:
    """Goes through the content of a file. ``found`` are its groups, ``needed`` those that must stay."""

    def __init__(self) -> None:
        self.found: dict[Place, Any] = {}
        self.needed: set[Place] = set()
        self._blends: dict[tuple[Place, _Laid], bool] = {}

    def follow(self, content: Any, resources: Any, laid: _Laid = _Laid()) -> bool:
        """Note the groups of ``content``, begun as ``laid``, and of its drawings. Return whether it chooses a blend mode anywhere."""
        saved, blends = list[_Laid](), laid.blended
        for one in pikepdf.parse_content_stream(content, FOLLOWED):
            match str(one.operator):
                case "q":
                    saved.append(laid)
                case "Q" if saved:
                    laid = saved.pop()
                case "gs":
                    laid = laid.under(resources.ExtGState[one.operands[0]])
                    blends = blends or laid.blended
                case "Do":
                    blends = self._drawn(resources.XObject[one.operands[0]], resources, laid) or blends
        for pattern in (resources.get("/Pattern") or {}).values():
            if isinstance(pattern, pikepdf.Stream):
                self._once(pattern, resources, _Laid())
        return blends

    def _drawn(self, drawing: Any, resources: Any, laid: _Laid) -> bool:
        if drawing.get("/Subtype") != Name.Form:
            return False
        if "/Group" not in drawing:
            return self._once(drawing, resources, laid)
        self.found[drawing.objgen] = drawing
        blends = self._once(drawing, resources, _Laid())
        if blends or not laid.plainly or drawing.Group.get("/K", False):
            self.needed.add(drawing.objgen)
        return blends

    def _once(self, content: Any, resources: Any, laid: _Laid) -> bool:
        """Follow ``content``, begun as ``laid``, when it is met first; return whether it chooses blend modes."""
        known = content.objgen, laid
        if known not in self._blends:
            self._blends[known] = False
            self._blends[known] = self.follow(content, content.get("/Resources", resources), laid)
        return self._blends[known]
