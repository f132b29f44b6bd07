"""``reviews.yaml``: the ledger of signatures. Each holds the words that were signed, and a digest of them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Day, FormName, HelplineName, Language, Model, PieceName, StatementName, StudyName
from brochures.load.model.statements import Audience

NAMES = {"statement": "statement", "form": "form", "helpline": "help line", "study": "study", "piece": "piece"}
"""The keys of which a signature has one, and the kind of thing that each names."""


class Signature(Model):
    """One signature: under what, by whom, on which day, until which, and what the words were then.

    Who signed, as what and when may be left empty: that is told where it is, and the signature counts for nothing.
    """

    statement: StatementName | None = None
    form: FormName | None = None
    helpline: HelplineName | None = None
    study: StudyName | None = None
    piece: PieceName | None = None
    audience: Audience | None = None
    language: Language | None = None
    by: str | None = None
    credential: str | None = None
    role: str | None = None
    signed: Day | None = None
    until: Day | None = None
    digest: str | None = None
    words: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the thing that was signed."""
        return next(kind for key, kind in NAMES.items() if getattr(self, key))

    @property
    def name(self) -> str:
        """The name of the thing that was signed."""
        return next(str(getattr(self, key)) for key in NAMES if getattr(self, key))

    @property
    def thing(self) -> tuple[str, str, str, str]:
        """What was signed: kind and name; audience and language, empty where the thing has none."""
        return self.kind, self.name, str(self.audience or ""), self.language or ""

    @property
    def signer(self) -> str:
        """Who signed, with the credential."""
        return ", ".join(part for part in (self.by, self.credential) if part)

    @model_validator(mode="after")
    def _is_of_one_thing(self) -> Signature:
        named = [key for key in NAMES if getattr(self, key)]
        if len(named) != 1:
            raise PydanticCustomError(
                "signed_thing",
                "it names {what}, and a signature is under one of {keys}",
                {"what": " and ".join(named) or "nothing that was signed", "keys": ", ".join(NAMES)},
            )
        if named == ["statement"] and not (self.audience and self.language):
            raise PydanticCustomError(
                "signed_wording", "a statement is signed in one wording: it needs 'audience' and 'language'"
            )
        if named != ["statement"] and (self.audience or self.language):
            raise PydanticCustomError(
                "signed_wording",
                "only a statement has wordings: what is signed here has no 'audience' and no 'language'",
            )
        if self.signed and self.until and self.until <= self.signed:
            raise PydanticCustomError(
                "review_days", "it falls due on {due}, and was read on {read}", {"due": str(self.until), "read": str(self.signed)}
            )  # fmt: skip
        return self


def listed(value: Any) -> Any:
    """Return ``value``, an empty list where nothing is written."""
    return () if value is None else value


class ReviewsFile(Model):
    """All signatures, in the order in which they were given."""

    signatures: Annotated[
        tuple[Signature, ...], BeforeValidator(listed, json_schema_input_type=tuple[Signature, ...] | None)
    ] = ()
