"""``house/facts.yaml``: what is so in this house, and how words contradict it, by language.

A list of ``words`` is written as in ``house/words.yaml``. A contradiction names such lists: words of each of them stand in one sentence,
in any order, also where the lead of a list, a heading or a question is carried on by what follows it.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Language, Model, Name, Text
from brochures.load.model.words import Phrases

ListNames = tuple[Name, ...]


class Contradiction(Model):
    """One way in which a sentence contradicts a fact.

    Of each list under ``asserts`` it says something that it does not deny; of each under ``denies`` something that it does deny ('never …
    addictive'); of each under ``about`` something, denied or not. It is let pass where it says anything of a list under ``unless``.
    """

    asserts: ListNames = ()
    denies: ListNames = ()
    about: ListNames = ()
    unless: ListNames = ()

    @model_validator(mode="after")
    def _claims_something(self) -> Self:
        if not self.asserts and not self.denies:
            raise PydanticCustomError("claims_nothing", "it names no list of words under 'asserts' or 'denies'")
        return self

    @property
    def needed(self) -> ListNames:
        """The lists of which a sentence must say something."""
        return (*self.asserts, *self.denies, *self.about)


class HouseFact(Model):
    """What is so, where it stands (records, or statements of the content), what contradicts it, and what to write in its place."""

    fact: Text
    sources: Annotated[tuple[Name, ...], Field(min_length=1)]
    contradicted: Annotated[tuple[Contradiction, ...], Field(min_length=1)]
    instead: Text


class HouseFacts(Model):
    """The facts of the house in one language, and the lists of words that their contradictions name."""

    carries_on: Phrases = ()
    """Words with which a sentence carries on the one before it: it, they, this."""
    words: dict[Name, Annotated[Phrases, Field(min_length=1)]]
    rules: Annotated[dict[Name, HouseFact], Field(min_length=1)]


class FactsFile(Model):
    """The facts of the house, by language."""

    facts: dict[Language, HouseFacts]
