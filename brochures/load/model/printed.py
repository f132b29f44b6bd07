"""``printed.yaml``: what the words of each piece were when it was printed as final. ``--release`` writes it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from brochures.load.model.base import Day, Model, PieceName, Text
from brochures.load.model.reviews import listed


class PrintedVersion(Model):
    """One version of a piece: the digest of all its words, and those of the things in it, by what they are called."""

    piece: PieceName
    version: Text
    day: Day
    digest: Text
    words: dict[Text, Text]


class PrintedFile(Model):
    """All versions that were printed, in the order in which they were."""

    printed: Annotated[
        tuple[PrintedVersion, ...], BeforeValidator(listed, json_schema_input_type=tuple[PrintedVersion, ...] | None)
    ] = ()
