"""``house/parts.yaml``: what a document of each type must say, and where."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from brochures.load.model.base import ClinicFactName, HelplineName, Model, Name, Text


class RequiredPart(Model):
    """Something that a document must say. A statement that is marked ``part:`` with its name says it, or a block of ``component``.

    Such a block holds the help lines ``lines`` and the clinic's facts ``facts``.
    """

    says: Text
    component: Text | None = None
    lines: tuple[HelplineName, ...] = ()
    facts: tuple[ClinicFactName, ...] = ()


class Need(Model):
    """That a part is there, and where.

    ``within``: in one of the first so many panels or parts. ``beside``: where that other part stands, in the same panel or part or the
    one before or after it. ``not_in``: components that are set in smaller type.
    """

    part: Name
    within: Annotated[int, Field(ge=1)] | None = None
    beside: Name | None = None
    not_in: tuple[Text, ...] = ()


class DocumentRule(Model):
    """What a type of document needs: always, and when it names a subject of the word lists. ``only``: and may hold nothing else."""

    always: tuple[Need, ...] = ()
    naming: dict[Name, tuple[Need, ...]] = Field(default={})
    only: Annotated[bool, Field(strict=False)] = False


class PartsFile(Model):
    """All parts by name, and what each document type needs; a piece may have a rule of its own, under its slug."""

    parts: dict[Name, RequiredPart]
    documents: dict[Name, DocumentRule]
