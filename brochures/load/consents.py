"""Consents: each form of kind ``consent`` against the wordings in ``content/law/`` that do what the law asks for.

The wordings stand there a second time, sentence by sentence and line by line, beside the texts of law that they fulfil. A consent whose
words are others is told at its line, with both wordings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import near
from brochures.load.model.forms import Asked, Element, Form, FormField, FormKind, FormSection
from brochures.load.model.law import Asker, ConsentWording, LawText

LAW_OF_CONSENT = "42-cfr-2.31"
"""How the names of the texts begin that an ``Element`` stands for."""

_MEND = "give the form these words back; or let the clinic's lawyer change the form and content/law/ alike"

_LINES = ("type", "required", "options", "write_in", "hint", "urgent")
"""What must hold of a line of a form, besides its label."""


def unlike(shelves: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, Finding]]:
    """Yield the kind and name of each consent that does not say what it must, with what is wrong: it may not be printed."""
    for name, entry in shelves["form"].items():
        if entry.thing.kind is FormKind.CONSENT:
            for place, message, mend in _Consent(entry, shelves).faults():
                yield "form", name, codes.CONSENT_WORDS.at(place, f"{name}: {message}", mend)


def untold(shelves: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, None]]:
    """Yield the kind and name of each consent, with nothing to tell: where a file of ``law/`` has mistakes, none can be compared or printed."""
    return (("form", name, None) for name, entry in shelves["form"].items() if entry.thing.kind is FormKind.CONSENT)


Fault = tuple[Place, str, str]
"""Where it is, what is wrong, and the mend."""


class _Consent:
    """One consent, beside the wordings and the texts of law."""

    def __init__(self, entry: Any, shelves: Mapping[str, Mapping[str, Any]]) -> None:
        self.entry = entry
        self.form: Form = entry.thing
        self.wordings: dict[str, ConsentWording] = {
            key: one.thing for key, one in shelves["wording of a consent"].items()
        }
        self.texts: dict[str, LawText] = {key: one.thing for key, one in shelves["text of law"].items()}

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong, section by section; names that lead nowhere are told first, and nothing else then."""
        unknown = [*self._unknown()]
        yield from unknown
        if unknown:
            return
        yield from self._opening()
        for number, section in enumerate(self.form.sections):
            names = tuple(dict.fromkeys((*section.elements.values(), *section.besides)))
            wordings = [self.wordings[name] for name in names]
            if names:
                yield from self._says(number, section, wordings)
                yield from self._asks(number, section, wordings)
            yield from self._elements(number, section)
        yield from self._not_fulfilled()

    def _title(self) -> Place:
        place: Place = self.entry.manuscript.place(self.entry.route, key=True)
        return place

    def _unknown(self) -> Iterator[Fault]:
        for number, section in enumerate(self.form.sections):
            places: list[tuple[str, tuple[str | int, ...]]] = [
                *((name, ("sections", number, "elements", str(element))) for element, name in section.elements.items()),
                *((name, ("sections", number, "besides", at)) for at, name in enumerate(section.besides)),
            ]
            for name, route in places:
                if name not in self.wordings:
                    yield self.entry.place(*route), f"content/law/ has no wording '{name}'", near(name, self.wordings)
        if self.form.opening not in self.wordings:
            opening = str(self.form.opening)
            yield self.entry.place("opening"), f"content/law/ has no wording '{opening}'", near(opening, self.wordings)

    def _opening(self) -> Iterator[Fault]:
        wording = self.wordings[str(self.form.opening)]
        said = [one for one in (self.form.before_use, self.form.intro) if one]
        yield from _differences(self.entry.place("intro"), " ".join(said), wording.says, self._law([wording]))

    def _says(self, number: int, section: FormSection, wordings: Sequence[ConsentWording]) -> Iterator[Fault]:
        place = self.entry.place("sections", number, "note" if section.note else "title")
        says = [sentence for wording in wordings for sentence in wording.says]
        yield from _differences(place, section.note or "", says, self._law([one for one in wordings if one.says]))

    def _asks(self, number: int, section: FormSection, wordings: Sequence[ConsentWording]) -> Iterator[Fault]:
        """Yield each line that is gone, altered or asked by no wording. A label may stand several times: each is one line."""
        left = dict(enumerate(section.fields))
        gone = []
        for wording in wordings:
            for ask in wording.asks:
                at = next((place for place, field in left.items() if field.label == ask.label), None)
                if at is None:
                    gone.append((ask, wording))
                    continue
                for message in _line_differences(left.pop(at), ask):
                    place = self.entry.place("sections", number, "fields", at, "label")
                    yield place, f"{self._law([wording])}: {message}", _MEND
        for ask, wording in gone:
            other = next(iter(get_close_matches(ask.label, [field.label for field in left.values()], 1)), "")
            at = next((place for place, field in left.items() if field.label == other), None)
            place = self.entry.place("sections", number, *(("title",) if at is None else ("fields", at, "label")))
            if at is not None:
                left.pop(at)
            instead = f"; here stands '{other}'" if other else ""
            yield place, f"{self._law([wording])} asks for the line '{ask.label}', which is gone{instead}", _MEND
        for at, field in left.items():
            place = self.entry.place("sections", number, "fields", at, "label")
            yield place, f"no wording of this section in content/law/ has the line '{field.label}'", _MEND

    def _elements(self, number: int, section: FormSection) -> Iterator[Fault]:
        """Yield each element whose wording does not fulfil it."""
        for element, name in section.elements.items():
            law = law_of(element)
            if law not in self.wordings[name].fulfils:
                place = self.entry.place("sections", number, "elements", str(element))
                yield (
                    place,
                    f"the wording '{name}' does not fulfil {element}: '{law}' is not among its 'fulfils'",
                    _MEND,
                )

    def _not_fulfilled(self) -> Iterator[Fault]:
        """Yield each text of law that asks something of this form and that none of its wordings fulfils, and what every consent prints."""
        used = {name for section in self.form.sections for name in (*section.elements.values(), *section.besides)}
        used |= {self.form.opening} if self.form.opening else set()
        fulfilled = {law for name in used for law in self.wordings[name].fulfils}
        askers = {Asker.CONSENT, *((Asker.AUTHORIZATION,) if self.form.authorization else ())}
        for law, text in self.texts.items():
            if askers & set(text.asks) and law not in fulfilled:
                yield self._title(), f"{text.citation} is fulfilled by no section", _MEND
        for name, wording in self.wordings.items():
            if wording.always and name not in used:
                yield self._title(), f"the wording '{name}' stands in every consent, and is not in this one", _MEND

    def _law(self, wordings: Sequence[ConsentWording]) -> str:
        """Return what ``wordings`` fulfil, as it is cited."""
        laws = dict.fromkeys(law for wording in wordings for law in wording.fulfils)
        return ", ".join(self.texts[law].citation for law in laws if law in self.texts) or "content/law/"


def law_of(element: Element) -> str:
    """Return the name of the text of law that ``element`` stands for."""
    return f"{LAW_OF_CONSENT}{str(element).replace(')(', '-').replace('(', '-').replace(')', '')}"


def _differences(place: Place, note: str, says: Sequence[str], law: str) -> Iterator[Fault]:
    """Yield each sentence of ``says`` that ``note`` does not say, and what else it says."""
    rest = " ".join(note.split())
    missing = []
    for sentence in says:
        whole = " ".join(sentence.split())
        if whole in rest:
            rest = rest.replace(whole, "", 1)
        else:
            missing.append(whole)
    rest = " ".join(rest.split())
    for number, sentence in enumerate(missing):
        instead = f"; here stands '{rest}'" if rest and not number else ""
        yield place, f"{law} wants the words '{sentence}', which are gone or altered{instead}", _MEND
    if rest and not missing:
        yield place, f"these words are not among those that {law} is fulfilled with: '{rest}'", _MEND
    elif not rest and not missing and " ".join(note.split()) != " ".join(" ".join(says).split()):
        yield place, f"the sentences for {law} stand in another order", _MEND


def _line_differences(field: FormField, ask: Asked) -> Iterator[str]:
    for name in _LINES:
        is_, should = getattr(field, name), getattr(ask, name)
        if is_ != should:
            yield f"of the line '{field.label}' '{name}' is {_shown(is_)}, and should be {_shown(should)}"


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'"
