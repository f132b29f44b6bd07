"""What a run knows: of each edition what was set and found, and content, templates and styles as they were read last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from brochures.cli.previewing.values import SeenPiece
from brochures.findings import Finding
from brochures.load import Catalogue
from brochures.production.preview_files import PreviewFiles

NOTHING = Catalogue(None, {}, {})
"""Before anything was read."""


@dataclass(frozen=True)
class KnownFile:
    """What is known of an edition: the digest of what it was set from, whether that must be looked at again, and what was set.

    ``file`` is kept until it is judged (None: it was only sketched), ``found`` is what was found in it; ``told``: whether all that is found
    was told since.
    """

    digest: str = ""
    stale: bool = True
    file: Any = None
    found: tuple[Finding, ...] = ()
    told: bool = True
    unjudged: bool = True
    composition: Any = None
    job: Any = None
    parts: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """The pages of each part of a packet, by the number of the part."""
    steps: Mapping[int, int] = field(default_factory=dict)
    """The copyfit that it is shown with."""

    @property
    def version(self) -> str:
        """What tells this file from the one before it."""
        return "-".join((self.digest[:16], *map(str, self.steps.values())))


class AsRead:
    """Content, files and what was found in words and styles, each as read last."""

    def __init__(self) -> None:
        self.catalogue = NOTHING
        self.files: PreviewFiles | None = None
        self.refused: tuple[Finding, ...] = ()
        self.styles: tuple[Finding, ...] | None = None
        self.states: dict[str, SeenPiece] = {}
        self.words: dict[str, tuple[Finding, ...]] = {}
        self.beside: dict[str, tuple[str, ...]] = {}
        """What lay beside the editions of each piece when its words were looked at last."""
