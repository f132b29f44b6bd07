"""``sources.yaml``: labels, notices, laws, guidance and help lines; and the bibliography that studies share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.addresses import doi_link
from brochures.load.model.base import HelplineName, Language, Model, SourceName, StatementName, Text
from brochures.load.model.checked_text import Doi, Messaging, PhoneNumber, Pmcid, Pmid, Url
from brochures.load.model.names_and_titles import PersonName, Suffix, Title
from brochures.load.model.words import Phrase


class Verification(StrEnum):
    """How well a record was seen: on the owner's own page, on somebody else's, or not at all."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Author(Model):
    """A person (family and given name, with a suffix such as Jr) or a body (literal)."""

    family: PersonName | None = None
    given: PersonName | None = None
    suffix: Suffix | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Author:
        if (self.family is None) == (self.literal is None) or (
            self.literal is not None and (self.given or self.suffix)
        ):
            raise PydanticCustomError(
                "author", "an author is a person with a 'family' name, or a group with a 'literal' one"
            )
        return self


class Issued(Model):
    """When something was published, as exactly as it is known."""

    year: Annotated[int, Field(ge=1900, le=2100)]
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None


class Citation(Model):
    """A bibliographic record in the terms of CSL (citationstyles.org), written with underscores.

    A title that nobody has read stands under ``working_title``: it tells editors what is meant, and is never printed.
    """

    type: Literal["article-journal", "report", "webpage", "legislation", "book", "chapter", "article-newspaper"]
    title: Title | None = None
    working_title: Text | None = None
    author: tuple[Author, ...] = ()
    et_al: bool = False
    issued: Issued | None = None
    container_title: Text | None = None
    publisher: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    number: Text | None = None
    DOI: Doi | None = None
    PMID: Pmid | None = None
    PMCID: Pmcid | None = None
    URL: Url | None = None
    accessed: Issued | None = None

    @model_validator(mode="after")
    def _can_be_found(self) -> Citation:
        if (self.title is None) == (self.working_title is None):
            raise PydanticCustomError(
                "title", "a citation has either a 'title', as it was read, or a 'working_title', which is never printed"
            )
        printed = self.publisher if self.type != "webpage" else None
        if self.title is None and not (self.author and (self.container_title or printed or self.address)):
            raise PydanticCustomError(
                "untitled",
                "without a title nobody can find it by this record: add its author, and its journal, publisher, DOI or address",
            )
        return self

    @property
    def address(self) -> str | None:
        """Return the web address of what is cited: that of its DOI, or else its own; nothing where none was seen."""
        return doi_link(self.DOI) if self.DOI else self.URL


class Fate(StrEnum):
    """What became of a paper after it was published."""

    CORRECTED = "corrected"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class PaperStatus(Model):
    """That a paper was corrected, superseded or retracted, and what the reader must know of that."""

    kind: Fate
    note: Text


class NotCarried(Model):
    """Something that a record does not say, although one might cite it for that: ``what`` it is, and ``why`` nothing may rest on the record for it.

    ``statements`` may not link to the record. ``words``, by language, say it wherever they stand: a statement that holds them needs another source.
    """

    what: Text
    why: Text
    statements: tuple[StatementName, ...] = ()
    words: dict[Language, Annotated[tuple[Phrase, ...], Field(min_length=1)]] = Field(default={})

    @model_validator(mode="after")
    def _can_be_looked_for(self) -> NotCarried:
        if not self.statements and not self.words:
            raise PydanticCustomError("not_carried", "neither 'statements' nor 'words' say where to look for it")
        return self


class Source(Model):
    """Something a statement may rest on, other than a study."""

    kind: Literal["label", "agency", "law", "guideline", "public-body", "registry", "article"]
    short: Text
    cite: Citation
    verification: Verification
    unverified: tuple[Text, ...] = ()
    may_stand_alone: bool = True
    limits: Text | None = None
    does_not_carry: tuple[NotCarried, ...] = ()
    status: PaperStatus | None = None


class Helpline(Model):
    """A help line whose numbers were seen on its owner's page.

    ``page_says`` are words of that page with the numbers in them, copied: a second hand that a slip of a digit is held against.
    ``ask`` are the questions that stand over the number where it is a picture; ``danger``: its ground is that of a danger to life.
    ``signs`` are words of ``for`` that stand alone where there is room for no more.
    """

    name: Text
    call: PhoneNumber
    ask: Annotated[tuple[Text, ...], Field(max_length=2)] = ()
    danger: Annotated[bool, Field(strict=False)] = False
    signs: Annotated[tuple[Text, ...], Field(max_length=5)] = ()
    also: Text | None = None
    text: Messaging | None = None
    tty: PhoneNumber | None = None
    for_: Annotated[Text, Field(alias="for")]
    hours: Text | None = None
    page_says: Text | None = None
    cite: Citation | None = None
    verification: Verification

    @model_validator(mode="after")
    def _signs_are_its_own(self) -> Helpline:
        for sign in self.signs:
            if sign.lower() not in self.for_.lower():
                raise PydanticCustomError(
                    "sign", "'signs' shortens what stands in 'for', and '{sign}' does not stand there", {"sign": sign}
                )
        return self


class SourcesFile(Model):
    """All sources and help lines, by id."""

    sources: dict[SourceName, Source]
    helplines: dict[HelplineName, Helpline]
