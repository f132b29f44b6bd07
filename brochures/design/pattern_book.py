"""Pattern book: what the project is made of, read off its styles and models, for the pattern book. Nothing here is typed twice.

A designer who adds a colour, a size, a component or a format finds it in the book with the next build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from brochures.design.css import first_comment
from brochures.design.format_files import read_format
from brochures.design.formats import Format
from brochures.design.styles import Styles
from brochures.design.tokens import AUDIENCES
from brochures.findings import Place
from brochures.project.paths import component_file

_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_VAR = re.compile(r"var\((--[\w-]+)\)")
PALETTE = "--palette-"
PATIENT = AUDIENCES[0]

PLACES = ("templates/components/{}.html", "styles/components/{}.css", "content/specimens/{}.yaml")
"""Where the parts of a component lie: a designer opens these. The program's own modules are not printed."""


@dataclass(frozen=True)
class Swatch:
    """A private colour: its name, its sRGB value, its inks in per cent, their sum, its contrast on paper, and the roles that it has."""

    name: str
    shown: str
    inks: tuple[float, ...]
    contrast: float
    roles: tuple[str, ...]

    @property
    def total(self) -> float:
        """Return all its ink together, in per cent."""
        return sum(self.inks)


@dataclass(frozen=True)
class Size:
    """A token of type or space: its name and its value for patients and for clinicians."""

    name: str
    patient: str
    clinician: str


@dataclass(frozen=True)
class ShownFormat:
    """A format, with what its file says of it."""

    form: Format
    about: str


class Patterns:
    """The tokens and formats in the folder ``styles``, and where the parts of components lie below ``root``."""

    def __init__(self, root: Path, styles: Styles) -> None:
        """Read nothing yet: what is asked for is read when it is asked for."""
        self.root = root
        self.styles = styles.folder
        self._tokens = styles.tokens

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """Return the private colour that each public role stands for."""
        found = {}
        for name, value in self._tokens.written("roles", PATIENT).items():
            target = _VAR.fullmatch(value)
            if target and target[1].startswith(PALETTE):
                found[name] = target[1]
        return found

    @cached_property
    def swatches(self) -> tuple[Swatch, ...]:
        """Return every private colour."""
        shared = self._tokens.shared
        return tuple(
            Swatch(
                name,
                value,
                tuple(float(part) for part in shared.get(f"{name}-inks", "").split()),
                contrast(value, shared.get("--paper", "#ffffff")),
                tuple(role for role, colour in self.roles.items() if colour == name),
            )
            for name, value in shared.items()
            if name.startswith(PALETTE) and _HEX.fullmatch(value)
        )

    def pairs(self) -> Iterator[tuple[str, str, float]]:
        """Yield the roles of type with the grounds that they stand on, and their contrast (WCAG 2.1, 1.4.3)."""
        grounds = [role for role in self.roles if role == "--paper" or role.startswith("--ground")]
        inks = [role for role in self.roles if role.startswith("--ink") or role == "--accent"]
        for ink in inks:
            for ground in grounds:
                yield ink, ground, contrast(self._tokens.value(ink), self._tokens.value(ground))

    def sizes(self, file: str) -> tuple[Size, ...]:
        """Return the tokens of ``styles/tokens/<file>.css`` with their values for patients and for clinicians."""
        patient, clinician = (self._tokens.written(file, audience) for audience in AUDIENCES)
        return tuple(Size(name, _said(name, patient), _said(name, clinician)) for name in {**patient, **clinician})

    @cached_property
    def sheets(self) -> tuple[ShownFormat, ...]:
        """Return every format, the larger sheets last."""
        folder = self.styles / "formats"
        found = [
            ShownFormat(read_format(folder, path.stem, Place()), first_comment(path))
            for path in sorted(folder.glob("*.css"))
        ]
        return tuple(sorted(found, key=lambda sheet: (sheet.form.metric, sheet.form.width * sheet.form.height)))

    def files(self, component: str) -> tuple[str, ...]:
        """Return the files that a designer opens for ``component``, those that exist."""
        found = [place.format(component_file(component)) for place in PLACES]
        return tuple(file for file in found if (self.root / file).is_file())

    def file_names(self, component: str) -> tuple[str, ...]:
        """Return the same without their folders, which are one for all templates, one for all styles and one for all specimens."""
        return tuple(Path(file).name for file in self.files(component))


def _said(name: str, tokens: Mapping[str, str]) -> str:
    """Return the value of ``name``; where it takes that of another of ``tokens``, the other's."""
    value = tokens.get(name, "")
    other = _VAR.fullmatch(value)
    return tokens.get(other[1], value) if other else value


def contrast(one: str, other: str) -> float:
    """Return the contrast of two sRGB colours, from 1 to 21 (WCAG 2.1, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return round((lighter + 0.05) / (darker + 0.05), 2)


def _luminance(colour: str) -> float:
    found = _HEX.fullmatch(colour)
    if found is None:
        return 1.0
    parts = [int(found[number], 16) / 255 for number in (1, 2, 3)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004 WCAG 2.1
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
