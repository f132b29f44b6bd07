"""Served: what the routes answer from. One value for one running server; all of it but the drawing happens in the server's own thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from brochures.cli.previewing.messages import Told, Wish
from brochures.cli.previewing.pictures import Pictures
from brochures.cli.previewing.shown import Shown
from brochures.preview.events import Events


class SetsPages(Protocol):
    """What sets pages when it is told to."""

    def wish(self, wish: Wish) -> None:
        """Say what is wanted from now on."""


@dataclass(frozen=True)
class Served:
    """What is shown, who draws it, who sets it, and who is told."""

    shown: Shown
    setter: SetsPages
    pictures: Pictures = field(default_factory=Pictures)
    events: Events = field(default_factory=Events)

    def hear(self, told: Told) -> None:
        """Take in what the setter tells, and pass it on to every page."""
        event = self.shown.hear(told)
        if event:
            self.events.tell(event)
