"""The folder ``styles/`` as a value: what Python needs to know of it, read once a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from brochures.design.css import FACES, declared, font_families, font_files
from brochures.design.literal_colours import Literal, literals
from brochures.design.sheets import Sheet, read_sheets
from brochures.design.tokens import Tokens

CITATION_STYLE = Path("citations") / "american-medical-association.csl"
"""The CSL style below ``styles/``."""


@dataclass(frozen=True)
class Styles:
    """Tokens, the same with what the style sheet of each document type declares, faces, and the text of the CSL style.

    ``folder`` is where they were read, for what is opened by name: formats and profiles.
    """

    folder: Path
    tokens: Tokens
    documents: Mapping[str, Tokens]
    families: frozenset[str]
    fonts: Mapping[tuple[str, int], Path]
    """The files of the upright faces by family and weight."""
    citation_style: bytes | None
    """``None`` where there is none: only a piece that cites anything misses it."""
    editions: Mapping[str, Tokens] = field(default_factory=dict)
    """The tokens as each edition has them, by its name: for what is drawn, which asks for their values."""

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every style sheet, taken apart for the checks."""
        return read_sheets(self.folder)

    @cached_property
    def literals(self) -> tuple[Literal, ...]:
        """The colours that the style sheets name by themselves; read where a press edition asks for them."""
        found: list[Literal] = []
        for sheet in sorted(self.folder.rglob("*.css")):
            text = sheet.read_text(encoding="utf-8", errors="replace")
            found += literals(text, f"styles/{sheet.relative_to(self.folder).as_posix()}")
        return tuple(found)

    @classmethod
    def read(cls, folder: Path) -> Styles:
        """Return the styles in ``folder``. Raise ``BrochureError`` where a file of tokens, faces or a document type cannot be read."""
        tokens = Tokens.of(folder)
        sheets = sorted((folder / "documents").glob("*.css"))
        citations = folder / CITATION_STYLE
        return cls(
            folder,
            tokens,
            {sheet.stem: Tokens((*tokens.declared, *declared(sheet))) for sheet in sheets},
            font_families(folder / FACES),
            font_files(folder / FACES),
            citations.read_bytes() if citations.is_file() else None,
            {medium: tokens.in_medium(medium) for medium in tokens.media},
        )
