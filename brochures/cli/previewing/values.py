"""Values that the preview shows: what the house knows of pieces, sheets, words and findings, as plain frozen values that go from process to process."""

from __future__ import annotations

from dataclasses import dataclass, field

from brochures.findings import Place

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom of a box, in pt from the top left corner of the trim."""


@dataclass(frozen=True)
class SeenPiece:
    """A piece in the list. ``state`` is ``proof``, ``signed`` or ``errors``, empty while nobody has looked; ``unsigned`` counts texts without a signature.

    ``beside`` are the files that lie beside its editions, by their names: the sheet on printing and folding, and the sheet with many copies of a card.
    """

    slug: str
    title: str
    editions: tuple[str, ...]
    packet: bool
    state: str = ""
    errors: int = 0
    unsigned: int = 0
    beside: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """Everything of it that can be looked at."""
        return (*self.editions, *self.beside)


@dataclass(frozen=True)
class SeenLine:
    """A printed line: its box, its baseline in pt below the trim's top edge, its size in pt, its words, and the passages that these come from.

    ``parts`` are stretches: the letter of the line with which each begins, the number of its passage (-1: words of a template), the letter
    of the passage, and whether all of it is written at one place.
    """

    box: Edges
    baseline: float
    size: float
    text: str
    parts: tuple[tuple[int, int, int, bool], ...] = ()


@dataclass(frozen=True)
class SeenRegion:
    """A panel, or the area of a page: its box, how many words it holds, and how much of its height they use, in per cent (over 100: overset).

    ``kind`` is that of the layout; what it does not count has -1 words.
    """

    kind: str
    name: str
    box: Edges
    words: int = -1
    percent: float = 0.0


@dataclass(frozen=True)
class SeenSheet:
    """One page as it was set: its name where it has one, its trim size in pt, its folds in pt from the left edge, panels by name, left edge and width.

    ``safe`` is how near the trim words should and may come, in pt; ``bleed`` how far the paper reaches over the trim.
    """

    number: int
    name: str
    width: float
    height: float
    folds: tuple[float, ...]
    panels: tuple[tuple[str, float, float], ...]
    regions: tuple[SeenRegion, ...]
    lines: tuple[SeenLine, ...]
    safe: tuple[float, float]
    bleed: float = 0.0


@dataclass(frozen=True)
class SeenPassage:
    """A text of the content that a file prints: its words, where it is written, and the kind and name of the thing that it belongs to."""

    text: str
    raw: str
    place: Place
    kind: str = ""
    thing: str = ""


@dataclass(frozen=True)
class SeenSignature:
    """Words that are signed together, and who signed them until when; nobody where ``signer`` is empty."""

    called: str
    signer: str = ""
    role: str = ""
    until: str = ""


@dataclass(frozen=True)
class SeenSource:
    """A source that words rest on: how it is called, and where it is written."""

    name: str
    short: str
    place: Place


@dataclass(frozen=True)
class SeenThing:
    """A statement, form, study or whatever else words belong to: where it is written, what it rests on, who signed it, and where else it is printed."""

    kind: str
    name: str
    place: Place
    sources: tuple[SeenSource, ...] = ()
    signatures: tuple[SeenSignature, ...] = ()
    printed_in: tuple[tuple[str, str], ...] = ()
    """The piece, and the panel or part of it."""


Strip = tuple[str, float, float]
"""A panel: its name, its left edge on its side and its width, in pt."""


@dataclass(frozen=True)
class SeenFold:
    """The panels of one sheet from left to right as its inside shows them, each with the panel behind it, and with which turn each fold between them is made (1: first)."""

    inside: tuple[Strip, ...]
    outside: tuple[Strip, ...]
    turns: tuple[int, ...]


@dataclass(frozen=True)
class SeenFile:
    """One edition of a piece as it was set last: bytes and sheets. ``version`` tells one from the next."""

    slug: str
    edition: str
    title: str
    version: str
    proof: bool
    form: str
    sheets: tuple[SeenSheet, ...]
    passages: tuple[SeenPassage, ...]
    data: bytes = field(repr=False)
    moved: tuple[float, float] = (0.0, 0.0)
    bound: bool = False
    seconds: float = 0.0
    """How long it took to set."""
    fold: SeenFold | None = None
    plates: tuple[str, ...] = ()
    """The printing plates that it has."""
    is_page: bool = False
    """Whether ``data`` is a page of HTML, and there are no sheets."""


def edges(box: object) -> Edges:
    """Return the edges of a box, to a hundredth of a pt."""
    left, top, right, bottom = (round(float(getattr(box, side)), 2) for side in ("left", "top", "right", "bottom"))
    return left, top, right, bottom
