"""``program.yaml`` and ``ketamine.yaml``: statements, the unit of content. One idea, said once."""

from __future__ import annotations

from enum import StrEnum

from brochures.load.model.base import Model, Name, StatementName, Text, Wording
from brochures.load.model.source_links import Link


class Kind(StrEnum):
    """What stands behind a statement."""

    FACT = "fact"
    PROGRAM = "program"
    ADVICE = "advice"
    NOTICE = "notice"


class Audience(StrEnum):
    """Whom a wording speaks to."""

    PATIENT = "patient"
    CLINICIAN = "clinician"


class Statement(Model):
    """One idea with its wording for each audience and language, and its sources.

    A ``fact`` needs a source, a ``program`` statement the clinic's confirmation, ``advice`` and ``notice`` a person's review: each is
    signed in ``reviews.yaml``.
    ``part`` says which required part of a document it is (``house/parts.yaml``).
    """

    kind: Kind
    patient: Wording | None = None
    clinician: Wording | None = None
    sources: tuple[Link, ...] = ()
    part: Name | None = None
    note: Text | None = None


class StatementsFile(Model):
    """A file of statements, by id."""

    statements: dict[StatementName, Statement]
