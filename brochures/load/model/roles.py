"""``house/roles.yaml``: who may sign what."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Model, Name, Text
from brochures.load.model.forms import FormKind
from brochures.load.model.statements import Kind

HELPLINE, STUDY, PIECE = "help line", "study", "piece"

SIGNED = (*map(str, Kind), *(f"{kind} form" for kind in FormKind), HELPLINE, STUDY, PIECE)
"""The kinds of words that are signed: statements by their kind, forms by theirs, records, and a piece's own words."""


def _is_signed(kind: str) -> str:
    if kind not in SIGNED:
        raise PydanticCustomError(
            "signed_kind", "'{kind}' is nothing that is signed: there are {known}", {"kind": kind, "known": ", ".join(SIGNED)}
        )  # fmt: skip
    return kind


SignedKind = Annotated[str, AfterValidator(_is_signed), Field(json_schema_extra={"enum": list(SIGNED)})]
"""One of ``SIGNED``."""


class SigningRole(Model):
    """A role: what it is called, which kinds of words it may sign, and for how many days a signature holds where nobody says until when."""

    title: Text
    signs: Annotated[tuple[SignedKind, ...], Field(min_length=1)]
    days: Annotated[int, Field(ge=1, le=1830)] = 365


class RolesFile(Model):
    """All roles, by name."""

    roles: dict[Name, SigningRole]
