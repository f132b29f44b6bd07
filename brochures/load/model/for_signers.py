"""Components of the editorial notes, for whoever signs: what became of messages, what was read where, what waits. Each lists records."""

from __future__ import annotations

from typing import Literal

from brochures.load.model.base import Model, Text


class Notes(Model):
    """The editorial notes of one section of the web page, each message with what became of it; without a section a table of all hard ones.

    Hard is what the sources contradict or do not bear out.
    """

    title: Text
    section: Text | None = None


class Unverified(Model):
    """The records that were not wholly seen where their owners published them, with the fields that were not. For the medical director."""

    title: Text


class SourceLinks(Model):
    """Each statement or form of one content file beside its sources: where in them it stands, and what they say there. For whoever signs."""

    title: Text
    of: Literal["program", "ketamine", "forms"]


class Watch(Model):
    """What may have changed since the words were written, as a list to tick before a release. For the medical director."""

    title: Text


class Dashboard(Model):
    """How things stand, in counts from the records: messages by what the sources say of them, pieces by what waits. For whoever signs."""

    title: Text


class SignOff(Model):
    """How each piece stands with each role that signs in it, with room for a name, a day and a signature. For whoever signs."""

    title: Text
