"""A watcher that writes a content stream anew: it keeps what it hears, unless one that is made of it puts something else there."""

from __future__ import annotations

from typing import Any

from pikepdf import Name, Object, Operator, unparse_content_stream

from brochures.separations.objects import Step
from brochures.separations.operators import BUILDS, OPERATORS
from brochures.separations.path import Path
from brochures.separations.text import ShownText
from brochures.separations.walker import NamedImage, Walk

CALLS = frozenset(("gs", "scn", "SCN"))
"""The operators that call settings or a pattern by its name, beside those that paint what they call."""


class Rewriter:
    """Keeps each operator, and a path until it ends. What it chose of its own, by the part of the state, ``q`` and ``Q`` save and restore.

    ``used`` are the names by which what it kept calls drawings, shadings, patterns and settings.
    """

    measures = False

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._out: list[Any] = []
        self._waiting: list[Any] = []
        self._chosen: dict[str, object] = {}
        self._saved: list[dict[str, object]] = []

    @property
    def content(self) -> bytes:
        """What has been written."""
        return unparse_content_stream(self._out)

    def passed(self, walk: Walk, operator: str) -> None:
        """Keep an operator that paints nothing."""
        if operator in BUILDS:
            self._waiting.append(walk.instruction)
            return
        if operator == "q":
            self._saved.append(dict(self._chosen))
        elif operator == "Q":
            self._chosen = self._saved.pop()
        elif operator in CALLS:
            self._use(walk)
        self._out.append(walk.instruction)

    def path(self, walk: Walk, path: Path, operator: str) -> None:  # noqa: ARG002 for those that are made of it
        """Keep a path."""
        self._end_path(walk)

    def text(self, walk: Walk, shown: ShownText) -> None:  # noqa: ARG002 as above
        """Keep letters."""
        self._out.append(walk.instruction)

    def image(self, walk: Walk, image: NamedImage) -> None:
        """Keep an image."""
        if image.inline:
            self._out.append(walk.instruction)
        else:
            self._called(walk)

    def shading(self, walk: Walk, name: str, shading: Object) -> None:  # noqa: ARG002 as above
        """Keep a shading."""
        self._called(walk)

    def form(self, walk: Walk, step: Step, form: Object) -> None:  # noqa: ARG002 as above
        """Keep the call of a form: what it contains is another stream."""
        self._called(walk)

    def mask(self, walk: Walk, name: str, group: Object) -> None:
        """Leave the group of a soft mask as it is: that, too, is another stream."""

    def _end_path(self, walk: Walk) -> None:
        self._out += [*self._waiting, walk.instruction]
        self._waiting = []

    def _traced(self, walk: Walk) -> Path:
        """Return the path that waits, as the page has it: it has not been measured."""
        for one in self._waiting:
            OPERATORS[str(one.operator)](walk, one.operands)
        return walk.path

    def _called(self, walk: Walk) -> None:
        self._use(walk)
        self._out.append(walk.instruction)

    def _use(self, walk: Walk) -> None:
        self.used.update(str(name) for name in walk.instruction.operands if isinstance(name, Name))

    def _write(self, operator: str, *operands: Any) -> None:
        self._out.append((list(operands), Operator(operator)))

    def _once(self, part: str, value: object, *instructions: tuple[Any, ...]) -> None:
        """Write what chooses ``value``, unless it is chosen already."""
        if self._chosen.get(part) != value:
            self._chosen[part] = value
            for operator, *operands in instructions:
                self._write(operator, *operands)
