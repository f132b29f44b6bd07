"""``law/``: words of statutes and regulations, as they were read, and the words of ours that do what they ask for."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Day, LawName, Model, Name, Text
from brochures.load.model.checked_text import Url
from brochures.load.model.forms import Asked


class Supplier(StrEnum):
    """Who brings words that nobody here has read."""

    COUNSEL = "counsel"
    CLINIC = "clinic"


class Asker(StrEnum):
    """Which form must do what a text of law asks for: a consent under 42 CFR 2.31, an authorization under 45 CFR 164.508."""

    CONSENT = "consent"
    AUTHORIZATION = "authorization"


class LawReading(Model):
    """Where a text of law was read, letter for letter, and on which day."""

    at: Url
    day: Day


class LawText(Model):
    """Words of law: a statement, a paragraph. It is quoted whole or not at all.

    ``dated`` is the day of which its page says that the law then read so. ``words`` are its paragraphs, ``digest`` a list for
    each of them with one figure for each sentence. Until somebody has read them, ``supplied_by`` says who brings them, and there are none. ``asks`` says of which form
    each element must be fulfilled.
    """

    citation: Text
    dated: Day | None = None
    read: tuple[LawReading, ...] = ()
    asks: tuple[Asker, ...] = ()
    supplied_by: Supplier | None = None
    words: tuple[Text, ...] = ()
    digest: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _read_or_awaited(self) -> LawText:
        if not self.words:
            if self.supplied_by is None:
                raise PydanticCustomError(
                    "law_words", "a text of law has 'words' as they were read, or 'supplied_by' with who brings them"
                )
            return self
        lacking = [name for name in ("dated", "read", "digest") if not getattr(self, name)]
        if lacking:
            raise PydanticCustomError("law_record", "words of law without {lacking}", {"lacking": ", ".join(lacking)})
        return self


class ConsentWording(Model):
    """Words of ours in a consent, a second time: what they ``say``, sentence by sentence, what they ``ask``, and which texts of law they fulfil.

    A form prints them to the letter, or is refused. ``always``: every consent prints them.
    """

    fulfils: tuple[LawName, ...] = ()
    says: tuple[Text, ...] = ()
    asks: tuple[Asked, ...] = ()
    always: Annotated[bool, Field(strict=False)] = False

    @model_validator(mode="after")
    def _says_or_asks(self) -> ConsentWording:
        if not self.says and not self.asks:
            raise PydanticCustomError("consent_wording", "a wording 'says' something, 'asks' something or both")
        return self


class LawFile(Model):
    """A file of texts of law, or of wordings of consents, each by name."""

    texts: dict[LawName, LawText] = Field(default={})
    wordings: dict[Name, ConsentWording] = Field(default={})
