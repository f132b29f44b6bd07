"""``house/languages.yaml``: what each language is called, and by which words it is known."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from brochures.load.model.base import Language, Model, Text

FEWEST = 20
"""Fewer words than this do not tell one language from another."""


class KnownLanguage(Model):
    """A language: its name in English, and the small words that every text in it is full of and hardly another language has."""

    name: Text
    words: Annotated[tuple[Text, ...], Field(min_length=FEWEST)]


class LanguagesFile(Model):
    """All languages that a text can be told to be in, those that nothing is printed in included."""

    languages: dict[Language, KnownLanguage]
