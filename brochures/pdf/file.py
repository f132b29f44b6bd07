"""The file: bytes of one edition with what they were made from, and what was found in them on the way from layout to preflight."""

from __future__ import annotations

from dataclasses import dataclass, field

from brochures.compose.html import Composition
from brochures.design.imposition import ParentSheet
from brochures.design.print_shop import Standard
from brochures.findings import Finding
from brochures.geometry.pages import MeasuredPages
from brochures.layout.checks.page_plan import Fill


@dataclass(frozen=True)
class Beside:
    """What was made of a finished file and lies beside it: a picture of its pages, called ``name``; ``sizes`` is how many bytes each page takes."""

    name: str
    data: bytes = field(repr=False)
    sizes: tuple[int, ...]


@dataclass(frozen=True)
class File:
    """One finished file. ``sheets`` and ``fill`` are its measured pages and what each panel or page holds."""

    composition: Composition
    data: bytes = field(repr=False)
    pages: int
    findings: tuple[Finding, ...]
    sheets: MeasuredPages = field(default_factory=MeasuredPages, kw_only=True)
    fill: tuple[Fill, ...] = field(default=(), kw_only=True)
    claim: Standard | None = field(default=None, kw_only=True)
    """The standard for the press that the file says it keeps."""
    claims_access: bool = field(default=False, kw_only=True)
    """Whether it says that it keeps PDF/UA-1."""
    moved: tuple[float, float] = field(default=(0.0, 0.0), kw_only=True)
    """How far what is on every second page was moved, to the right and up in pt."""
    builds: frozenset[tuple[float, float, float, float]] = field(default=frozenset(), kw_only=True)
    """What the tokens print for a press: cyan, magenta, yellow and black, each from 0 to 1."""
    beside: tuple[Beside, ...] = field(default=(), kw_only=True)
    """What lies beside it."""
    digest: str | None = field(default=None, kw_only=True)
    """Of all that decided how it came out; None: a later run makes it anew."""

    seconds: float = field(default=0.0, kw_only=True, compare=False)
    """How long it took to make."""

    @property
    def good(self) -> bool:
        """Whether nothing speaks against publishing it."""
        return not any(finding.is_error for finding in self.findings)


@dataclass(frozen=True)
class Imposed(File):
    """A file with copies of a card on a parent sheet. It has no measured pages: they are those of ``single``, the file that it repeats."""

    single: File = field(kw_only=True)
    parent: ParentSheet = field(kw_only=True)
