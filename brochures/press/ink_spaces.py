"""Ink spaces: what one file's colours become, by the tokens' inks; and what became of them: colours nobody named, spots that were used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from brochures.design.inks import BLACK, Build, Cmyk, Inks, Rgb, Spot
from brochures.separations import Colour, Space

RGB_PARTS = 3


@dataclass(frozen=True)
class Stray:
    """A colour that no token names: what it is, on which page (from 1), and in which object of it."""

    colour: str
    page: int
    where: str


class Colours:
    """The colours of one file. ``strays``, ``spots`` and ``steps`` (layers of what does not print) fill up on the way."""

    def __init__(self, pdf: pikepdf.Pdf, inks: Inks) -> None:
        """Look up colours in ``inks`` for ``pdf``, which is open."""
        self.pdf = pdf
        self.inks = inks
        self.strays: list[Stray] = []
        self.spots: dict[str, Any] = {}
        self.steps: dict[str, Any] = {}

    def build(self, colour: Rgb, number: int, where: str) -> Build:
        """Return the build of ``colour``; one that no token names is noted, and printed in black so that the file stays one."""
        found = self.inks.build(colour)
        if found is None:
            self.strays.append(Stray("#{:02x}{:02x}{:02x}".format(*colour), number, where))
            return BLACK
        return found

    def printed(self, colour: Colour) -> Build | None:
        """Return what ``colour``, as a page has it, is printed as; None where it is an ink by name, or a pattern."""
        family, values = colour.space.family, colour.values
        if is_rgb(colour.space):
            return self.inks.build(eight_bit(values)) or BLACK
        if family == "DeviceGray":
            return 0.0, 0.0, 0.0, round(1 - values[0], 4)
        if family == "DeviceCMYK":
            c, m, y, k = values
            return c, m, y, k
        return BLACK if family == "Lab" else None

    def separation(self, spot: Spot, resources: Any) -> Name:
        """Return the name of ``spot``'s colour space in ``resources``, entered there where it is new (ISO 32000-1, 8.6.6.4)."""
        if spot.name not in self.spots:
            ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(spot.stand_in), N=1)
            space = Array([Name.Separation, Name(f"/{spot.name}"), Name.DeviceCMYK, self.pdf.make_indirect(ramp)])
            self.spots[spot.name] = self.pdf.make_indirect(space)
        name = f"/PressSpot{list(self.spots).index(spot.name)}"
        entry(resources, "/ColorSpace")[name] = self.spots[spot.name]
        return Name(name)

    def step(self, step: str, resources: Any) -> Name:
        """Return the name of the layer of ``step`` in ``resources``: marks on it are for the knife, not for the eye (ISO 19593-1)."""
        if step not in self.steps:
            kind = Dictionary(GTS_ProcStepsGroup=Name.Structural, GTS_ProcStepsType=Name(f"/{step.capitalize()}"))
            layer = Dictionary(Type=Name.OCG, Name=step.capitalize(), GTS_Metadata=kind)
            self.steps[step] = self.pdf.make_indirect(layer)
        name = f"/Press{step.capitalize()}"
        entry(resources, "/Properties")[name] = self.steps[step]
        return Name(name)

    def write_layers(self) -> None:
        """Name the layers in the file's catalog, all of them shown (ISO 32000-1, 8.11.4)."""
        if self.steps:
            layers = Array(self.steps.values())
            shown = Dictionary(Name="Default", Order=layers, BaseState=Name.ON)
            self.pdf.Root.OCProperties = Dictionary(OCGs=layers, D=shown)


def is_rgb(space: Space) -> bool:
    """Return whether colours of ``space`` are red, green and blue."""
    return space.family in {"DeviceRGB", "CalRGB"} or (space.family == "ICCBased" and space.size == RGB_PARTS)


def is_screen(space: Space) -> bool:
    """Return whether colours of ``space`` are what an eye or a screen sees, and not inks."""
    return is_rgb(space) or space.family == "Lab"


def process(build: Build) -> Cmyk:
    """Return ``build`` in process inks: a spot as its stand-in, as much as its tint."""
    if isinstance(build, Spot):
        c, m, y, k = (round(amount * build.tint, 4) for amount in build.stand_in)
        return c, m, y, k
    return build


def eight_bit(parts: Any) -> Rgb:
    """Return a colour of a page in steps of 1/255: the engine writes n/255, so this is exact (docs/engine.md, Colour and PDF/X)."""
    red, green, blue = (max(0, min(255, round(float(part) * 255))) for part in parts)
    return red, green, blue


def entry(resources: Any, key: str) -> Any:
    """Return the dictionary ``key`` of ``resources``, made where there is none."""
    if key not in resources:
        resources[key] = Dictionary()
    return resources[key]
