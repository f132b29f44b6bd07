"""All plates of a page, written in one reading of it."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Object

from brochures.separations.objects import Step
from brochures.separations.path import Path
from brochures.separations.plates import Platemaker
from brochures.separations.text import ShownText
from brochures.separations.walker import NamedImage, Walk


class PlateSet:
    """A watcher that tells each of several platemakers what it hears, in their order."""

    measures = True

    def __init__(self, makers: Sequence[Platemaker]) -> None:
        """Tell ``makers``, one for each plate."""
        self._makers = makers

    def passed(self, walk: Walk, operator: str) -> None:
        """Hear of an operator that paints nothing."""
        for maker in self._makers:
            maker.passed(walk, operator)

    def path(self, walk: Walk, path: Path, operator: str) -> None:
        """Hear of the operator that ends a path."""
        for maker in self._makers:
            maker.path(walk, path, operator)

    def text(self, walk: Walk, shown: ShownText) -> None:
        """Hear of a string that is shown."""
        for maker in self._makers:
            maker.text(walk, shown)

    def image(self, walk: Walk, image: NamedImage) -> None:
        """Hear of an image."""
        for maker in self._makers:
            maker.image(walk, image)

    def shading(self, walk: Walk, name: str, shading: Object) -> None:
        """Hear of a shading."""
        for maker in self._makers:
            maker.shading(walk, name, shading)

    def form(self, walk: Walk, step: Step, form: Object) -> None:
        """Hear of a form, or of the look of an annotation."""
        for maker in self._makers:
            maker.form(walk, step, form)

    def mask(self, walk: Walk, name: str, group: Object) -> None:
        """Hear of the group of a soft mask."""
        for maker in self._makers:
            maker.mask(walk, name, group)
