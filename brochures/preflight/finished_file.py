"""A finished file as its checks see it: opened once, beside what was meant; what several of them need is read once, when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from brochures.compose.html import Composition
from brochures.design.css import FACES, face_files
from brochures.findings import NOWHERE, Place
from brochures.geometry.box import Box
from brochures.geometry.passages import origins
from brochures.geometry.passages import read as stretches
from brochures.layout.checks.subject import Pages
from brochures.pdf.file import File
from brochures.preflight.structure_tree import TagTree, read
from brochures.preflight.text_looks import TextLook, looks
from brochures.preflight.text_subject import Reading
from brochures.separations import Painted, things

STAMP = "data-passage"
"""The attribute that says which passages the words of an element come from (``compose.passage_numbers``)."""


@dataclass(frozen=True)
class Shipped:
    """What the house ships that finished files are held against.

    ``faces`` are the files of its fonts, by the name that a face has in a finished file, ``profiles`` the folder of its profiles.
    None: files are not held against any.
    """

    faces: Mapping[str, Path] | None = None
    profiles: Path | None = None

    @classmethod
    def of(cls, folder: Path) -> Shipped:
        """Return what lies in ``folder``, the one of the styles."""
        return cls(face_files(folder / FACES), folder / "profiles")


NOTHING = Shipped()
"""Of a test that asks for neither fonts nor profiles."""


@dataclass(frozen=True)
class Annotation:
    """An annotation: the page that it lies on (from 1), the number of its object (0: none), its place on the page (from 1), its dictionary."""

    page: int
    key: int
    number: int
    raw: DictionaryObject = field(repr=False)

    @property
    def kind(self) -> str:
        """Its subtype, without the slash."""
        return str(self.raw.get("/Subtype", "")).removeprefix("/")


@dataclass(frozen=True)
class FinishedFile:
    """A file, opened with pypdf, which shares no code with the writer; ``made`` has its bytes and what was meant."""

    file: PdfReader
    made: File
    shipped: Shipped = NOTHING

    @property
    def composition(self) -> Composition:
        """What was composed."""
        return self.made.composition

    @property
    def root(self) -> DictionaryObject:
        """Its catalog."""
        return self.file.root_object

    @property
    def is_tagged(self) -> bool:
        """Whether it was to have tags and has some; that it lacks them is told with what else a tagged file needs."""
        return self.composition.tagged and "/StructTreeRoot" in self.root

    @cached_property
    def reading(self) -> Reading:
        """What it says, beside what was composed."""
        return Reading.of(self.made, self.file)

    @cached_property
    def painted(self) -> Mapping[int, Sequence[Painted]]:
        """What each page paints that shows, by its number. Raise ``Unreadable`` where that cannot be told."""
        found: dict[int, list[Painted]] = {}
        for thing in things(self.made.data):
            if thing.shows and not thing.is_mask:
                found.setdefault(thing.where.page, []).append(thing)
        return found

    @cached_property
    def lettered(self) -> Mapping[int, Sequence[Painted]]:
        """The letters of it, by page; pages without any are left out."""
        letters = {page: [one for one in found if one.lettering is not None] for page, found in self.painted.items()}
        return {page: found for page, found in letters.items() if found}

    def place_at(self, thing: Painted) -> Place:
        """Return where the words are written that were laid out where ``thing`` is painted; nowhere where there are none."""
        return self.place_on(thing.where.page, thing.box)

    def place_on(self, page: int, box: Box) -> Place:
        """Return where the words are written that were laid out on ``page`` in the middle of ``box``; nowhere where there are none."""
        sheet = next((one for one in self.made.sheets.pages if one.number == page), None)
        lines = (line for line in (sheet.lines if sheet else ()) if line.box.holds_middle(box, 1))
        line = next(lines, None)
        return NOWHERE if line is None else Pages(self.composition, self.made.sheets).place_of(line)

    def place_of_element(self, element: Any) -> Place:
        """Return where the first words of ``element`` of what was composed are written; it has none: those of what is around it, then the piece."""
        pages = Pages(self.composition, self.made.sheets)
        for around in (element, *element.iterancestors()):
            stamps = (one.get(STAMP) for one in around.iter() if isinstance(one.tag, str) and one.get(STAMP))
            first = next((origin for stamp in stamps for origin in origins(stretches(stamp))), None)
            if first is not None:
                return pages.written(first)
        return self.composition.job.place

    @cached_property
    def looks(self) -> Sequence[TextLook]:
        """How each run of words looks."""
        return looks(self.made.data)

    @cached_property
    def page_numbers(self) -> Mapping[int, int]:
        """The number of each page, from 1, by that of its object."""
        pages = enumerate(self.file.pages, 1)
        return {page.indirect_reference.idnum: at for at, page in pages if page.indirect_reference}

    @cached_property
    def tree(self) -> TagTree:
        """Its structure tree; one without elements where it has none."""
        root: Any = self.root.get("/StructTreeRoot")
        return read(None if root is None else root.get_object(), self.page_numbers)

    @cached_property
    def annotations(self) -> Sequence[Annotation]:
        """Every annotation, page by page."""
        return [*self._annotations()]

    def _annotations(self) -> Iterator[Annotation]:
        for page, one in enumerate(self.file.pages, 1):
            held: Any = one.get("/Annots")
            for number, reference in enumerate(held.get_object() if held is not None else (), 1):
                key = reference.idnum if isinstance(reference, IndirectObject) else 0
                raw = reference.get_object()
                yield Annotation(page, key, number, raw if isinstance(raw, DictionaryObject) else DictionaryObject())

    @cached_property
    def dictionaries(self) -> Sequence[DictionaryObject]:
        """Every dictionary and stream that the trailer leads to, once, those written in line included."""
        return [*dictionaries(self.file.trailer)]

    @cached_property
    def contents(self) -> Sequence[bytes]:
        """The content stream of each page, unpacked, its parts joined."""
        return [_content(page) for page in self.file.pages]


def dictionaries(top: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield every dictionary and stream that ``top`` leads to, such as the trailer of a file, once, those written in line included."""
    waiting: list[Any] = [top]
    seen: set[int] = set()
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            if thing.idnum in seen:
                continue
            seen.add(thing.idnum)
            thing = thing.get_object()
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting += [thing.raw_get(key) for key in thing]
        elif isinstance(thing, ArrayObject):
            waiting += list(thing)


def _content(page: Any) -> bytes:
    found = page.get("/Contents")
    held: Any = found.get_object() if found is not None else []
    streams = held if isinstance(held, ArrayObject) else [held]
    return b"\n".join(one.get_object().get_data() for one in streams)
