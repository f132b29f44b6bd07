"""``program.yaml`` and ``ketamine.yaml``: statements, the unit of content. One idea, said once."""

from __future__ import annotations

from enum import StrEnum

from brochures.load.model.base import Model, Name, Review, StatementName, Text, Wording
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
    """One idea with its wording for each audience and language, its sources and its review state.

    A ``fact`` needs a source, a ``program`` statement the clinic's confirmation, ``advice`` and ``notice`` a person's review.
    ``part`` says which required part of a document it is (``house/parts.yaml``).
    """

    kind: Kind
    patient: Wording | None = None
    clinician: Wording | None = None
    sources: tuple[Link, ...] = ()
    part: Name | None = None
    review: Review = Review()
    note: Text | None = None


class StatementsFile(Model):
    """A file of statements, by id."""

    statements: dict[StatementName, Statement]
