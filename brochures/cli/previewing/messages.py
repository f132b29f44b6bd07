"""What is said between the process that sets pages and the one that shows them: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from brochures.cli.previewing.values import SeenFile, SeenPassage, SeenPiece, SeenSheet, SeenThing
from brochures.findings import Finding, Place


@dataclass(frozen=True)
class LookAt:
    """Somebody looks at this edition of a piece from now on."""

    slug: str
    edition: str


@dataclass(frozen=True)
class Changed:
    """These files of the project changed, by their paths in it; none: nobody knows which."""

    paths: tuple[str, ...] = ()

    @property
    def rooms(self) -> frozenset[str]:
        """What must be read again: ``content``, or ``styles`` with the templates, which are opened together."""
        content = not self.paths or any(path.startswith("content/") for path in self.paths)
        styles = not self.paths or any(path.startswith(("styles/", "templates/")) for path in self.paths)
        return frozenset(name for name, changed in (("content", content), ("styles", styles)) if changed)


@dataclass(frozen=True)
class PiecesSeen:
    """All pieces, and what is wrong with the content and the styles as a whole."""

    pieces: tuple[SeenPiece, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class WordsSeen:
    """What a piece prints, passage by passage, for who searches in it: the words, where they are written, and the panel or part."""

    slug: str
    words: tuple[tuple[str, Place, str], ...]


@dataclass(frozen=True)
class SettingBegun:
    """An edition is being set."""

    slug: str
    edition: str


@dataclass(frozen=True)
class FileSeen:
    """An edition was set; ``findings`` are those of its pages, and not yet all."""

    file: SeenFile
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class PartSeen:
    """The part of a packet that a change touches, set alone: ``pages`` are those of the whole that its ``sheets`` stand for until all of it is set.

    Its words and the numbers of its sources are right; how its pages are numbered is not.
    """

    slug: str
    edition: str
    version: str
    pages: tuple[int, ...]
    sheets: tuple[SeenSheet, ...]
    data: bytes
    seconds: float


@dataclass(frozen=True)
class FileUntouched:
    """A change does not touch how an edition looks; where its words are written may have moved."""

    slug: str
    edition: str
    passages: tuple[SeenPassage, ...]


@dataclass(frozen=True)
class FileRefused:
    """An edition cannot be set as things are, and the findings say why."""

    slug: str
    edition: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class FileJudged:
    """Everything that is found in an edition, and the things whose words it prints."""

    slug: str
    edition: str
    version: str
    findings: tuple[Finding, ...]
    things: tuple[SeenThing, ...]


Told = PiecesSeen | WordsSeen | SettingBegun | FileSeen | PartSeen | FileUntouched | FileRefused | FileJudged
"""What the process that sets pages says."""

Wish = LookAt | Changed
"""What it is told."""
