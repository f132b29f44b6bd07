"""Messages: what the engine said, as a finding that has no place yet, with what it was about: a passage, a picture, a file."""

from __future__ import annotations

from dataclasses import dataclass

from brochures.findings import Finding
from brochures.geometry.passages import Origin


@dataclass(frozen=True)
class Message:
    """One thing that the engine said. ``origins`` are where in the passages it is about what it speaks of.

    ``sign`` is the character that no font has, or that was not drawn as it should; ``resource`` the file that could not be read, relative
    to the root. ``face`` is what the letter was drawn in, ``wanted`` the face that the style asks for.
    """

    finding: Finding
    sign: str = ""
    origins: tuple[Origin, ...] = ()
    resource: str = ""
    face: str = ""
    wanted: str = ""
