"""References inside words: ``{call:lifeline-988}``, ``{clinic:phone}``, ``{law:NAME}``, ``{study:NAME:n}``, ``{result:STUDY.OUTCOME:FIELD|FORM}``.

A figure is never typed: it is drawn from its record, with a declared rounding, so that it cannot drift from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import near
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.base import Bullets
from brochures.load.model.law import LawText
from brochures.load.model.studies import Outcome, Trial
from brochures.load.model.words import WordList
from brochures.load.text_places import part, standing_at
from brochures.load.yaml_source import Route
from brochures.resolve.inline_text import Call, ClinicFact, Figure, LawWords, Plain, Run, Wording, Words

TOKEN = re.compile(r"\{([^{}]*)\}")
"""A reference inside words."""
KINDS = ("call", "clinic", "law", "study", "result")
"""What a reference may lead to: the word before its first colon."""
_FORMS = ("exact", "0", "1", "of 10", "of 100")
_PHONES = frozenset({"phone", "after_hours_phone", "tty", "interpreter_phone"})
"""The clinic's facts that are numbers to call: a fax machine is none."""


@dataclass(frozen=True)
class Desk:
    """What words may refer to: the catalogue, the way to a clinic fact, and whether a thing is in a file with mistakes."""

    catalogue: Catalogue
    fact: Callable[[str, Place], ClinicFact]
    spoiled: Callable[[str, str], bool]
    language: str = ""

    @property
    def share(self) -> str:
        """How the language tells a share of a group."""
        words = self.catalogue.shelf("word list").get(self.language)
        form: str = (words.thing if words else WordList()).chances.form
        return form


class _WrongTokenError(Exception):
    """A reference that cannot be followed: the measured fact and the mend."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


class _SpoiledError(Exception):
    """A reference to a thing whose file has mistakes: those are told, and not this."""


def read_words(wording: str | Bullets, desk: Desk, entry: Entry[Any], route: Route) -> tuple[Wording, list[Finding]]:
    """Return ``wording`` as runs, with a finding for each reference that cannot be followed."""
    findings: list[Finding] = []

    def runs(text: str, where: Route) -> tuple[Run, ...]:
        return tuple(_runs(text, desk, entry, where, findings))

    quoted = TOKEN.fullmatch(wording) if isinstance(wording, str) else None
    if quoted and quoted[1].startswith("law:"):
        return _quotation(quoted[1].removeprefix("law:"), desk, entry, route)
    if isinstance(wording, Bullets):
        items = tuple(runs(item, (*route, "items", number)) for number, item in enumerate(wording.items))
        return Wording(runs(wording.lead, (*route, "lead")), items, numbered=wording.numbered), findings
    return Wording(runs(wording, route)), findings


def read_paragraph(text: str, desk: Desk, entry: Entry[Any], route: Route) -> tuple[Words, list[Finding]]:
    """Return ``text``, which is set as one paragraph, as runs; a text of law that has several is told, since the others would be lost."""
    findings: list[Finding] = []
    return tuple(_runs(text, desk, entry, route, findings)), findings


def _quotation(name: str, desk: Desk, entry: Entry[Any], route: Route) -> tuple[Wording, list[Finding]]:
    """Return the text of law called ``name``, whole: its paragraphs that begin with a bracket are points under the first."""
    whole = entry.manuscript.writing((*entry.route, *route)).text
    try:
        first, *rest = _law(name, desk)
    except _SpoiledError:
        return Wording(()), []
    except _WrongTokenError as wrong:
        return Wording(()), [codes.BAD_TOKEN.at(entry.place_in(0, *route), f"{whole}: {wrong.message}", wrong.mend)]
    parts = [(_told_at(0, whole, run),) for run in rest]
    points = [number for number, run in enumerate(rest) if run.text.startswith("(")]
    until = points[-1] + 1 if points else 0
    return Wording((_told_at(0, whole, first),), tuple(parts[:until]), tuple(parts[until:])), []


def _runs(text: str, desk: Desk, entry: Entry[Any], route: Route, findings: list[Finding]) -> Iterator[Run]:
    end = 0
    for match in TOKEN.finditer(text):
        if match.start() > end:
            yield _plain(text, end, match.start(), findings, lambda offset: entry.place_in(offset, *route))
        end = match.end()
        place = entry.place_in(match.start(), *route)
        try:
            yield _told_at(match.start(), text, _run(match[1], desk, place))
        except _SpoiledError:
            continue
        except _WrongTokenError as wrong:
            findings.append(codes.BAD_TOKEN.at(place, f"{match[0]}: {wrong.message}", wrong.mend))
    if end < len(text):
        yield _plain(text, end, len(text), findings, lambda offset: entry.place_in(offset, *route))


def _plain(text: str, start: int, end: int, findings: list[Finding], place: Callable[[int], Place]) -> Plain:
    """Return the part of ``text`` from ``start`` to ``end``; a lone brace in it is a reference that was not finished."""
    for brace in "{}":
        at = text.find(brace, start, end)
        if at >= 0:
            words = text[max(at - 12, start) : end][:24].strip()
            findings.append(
                codes.BAD_TOKEN.at(place(at), f"a lone '{brace}' at '{words}'", "close the brace, or leave it out")
            )
    return Plain(part(text, start, end))


def _told_at(offset: int, text: str, run: Run) -> Run:
    """Return ``run`` as written where the reference to it stands in ``text``."""
    if isinstance(run, ClinicFact):
        return replace(run, value=standing_at(run.value, text, offset)) if run.value else run
    return replace(run, text=standing_at(run.text, text, offset)) if run.text else run


def _run(token: str, desk: Desk, place: Place) -> Run:
    kind, _, rest = token.partition(":")
    match kind:
        case "call":
            return _call(rest, desk)
        case "clinic":
            fact = desk.fact(rest, place)
            return Call(fact.value) if fact.value and rest in _PHONES else fact
        case "law":
            return _line_of_law(rest, desk)
        case "study":
            name, _, field = rest.partition(":")
            if field != "n":
                raise _WrongTokenError(f"a study has no field '{field}' to print", "write {study:NAME:n}")
            return Figure(str(_trial(name, desk).n), name)
        case "result":
            return _result(rest, desk)
    raise _WrongTokenError(f"there is no reference of kind '{kind}'", near(kind, KINDS))


def _law(name: str, desk: Desk) -> list[LawWords]:
    """Return the paragraphs of the text of law called ``name``; one without words while it is awaited."""
    texts = desk.catalogue.shelf("text of law")
    if name not in texts:
        if desk.spoiled("text of law", name):
            raise _SpoiledError
        raise _WrongTokenError(f"there is no text of law '{name}'", near(name, texts))
    entry = texts[name]
    law: LawText = entry.thing
    place = entry.manuscript.place(entry.route, key=True)
    if not law.words:
        return [LawWords(name, "", place, str(law.supplied_by))]
    return [LawWords(name, paragraph, place) for paragraph in law.words]


def _line_of_law(name: str, desk: Desk) -> LawWords:
    """Return the text of law called ``name`` among other words: it must be one paragraph."""
    found = _law(name, desk)
    if len(found) > 1:
        raise _WrongTokenError(
            f"this text of law has {len(found)} paragraphs",
            "let the reference be the whole wording of a statement, with nothing before or after it",
        )
    return found[0]


def _call(name: str, desk: Desk) -> Call:
    lines = desk.catalogue.shelf("help line")
    if name not in lines:
        if desk.spoiled("help line", name):
            raise _SpoiledError
        raise _WrongTokenError(f"there is no help line '{name}'", near(name, lines))
    return Call(lines[name].thing.call, name)


def _trial(name: str, desk: Desk) -> Trial:
    studies = desk.catalogue.shelf("study")
    trials = [key for key, entry in studies.items() if isinstance(entry.thing, Trial)]
    if name not in trials:
        if desk.spoiled("study", name):
            raise _SpoiledError
        raise _WrongTokenError(f"there is no trial '{name}'", near(name, trials))
    found: Trial = studies[name].thing
    return found


def _result(rest: str, desk: Desk) -> Figure:
    target, _, form = rest.partition("|")
    path, _, field = target.partition(":")
    study, _, outcome_name = path.partition(".")
    outcomes = {str(outcome.id): outcome for outcome in _trial(study, desk).outcomes}
    if outcome_name not in outcomes:
        raise _WrongTokenError(f"'{study}' has no outcome '{outcome_name}'", near(outcome_name, outcomes))
    if form not in _FORMS:
        raise _WrongTokenError(
            f"'{form}' is not a declared rounding", f"write one of |{', |'.join(_FORMS)} before the brace"
        )
    return Figure(_rounded(*_number(outcomes[outcome_name], field), form, desk.share), study)


def _number(outcome: Outcome, field: str) -> tuple[Decimal, bool]:
    """Return the number of ``field`` and whether it is a share in per cent."""
    if field in {"value", "low", "high"}:
        number = getattr(outcome.effect, field)
        if number is None:
            raise _WrongTokenError(
                f"the record of '{outcome.id}' has no '{field}'", "print what the record has, or only the direction"
            )
        return number, False
    kind, _, arm = field.partition(":")
    rates = {rate.arm: rate for rate in outcome.rates}
    if kind not in {"rate", "count"} or arm not in rates:
        raise _WrongTokenError(
            f"'{outcome.id}' has no field '{field}'",
            near(field, ["value", "low", "high", *(f"{kind}:{name}" for name in rates for kind in ("rate", "count"))]),
        )
    rate = rates[arm]
    if kind == "count" and rate.count is not None:
        return Decimal(rate.count), False
    if rate.percent is not None:
        return rate.percent, True
    if rate.count is not None and rate.of is not None:
        return Decimal(100 * rate.count) / rate.of, True
    raise _WrongTokenError(f"the record of '{outcome.id}' has no {kind} for '{arm}'", "print what the record has")


def _rounded(number: Decimal, share: bool, form: str, told: str = "") -> str:  # noqa: FBT001 the two halves of one value
    match form:
        case "exact":
            return str(number).replace("-", "\N{MINUS SIGN}")
        case "0" | "1":
            return str(number.quantize(Decimal(1).scaleb(-int(form)), ROUND_HALF_UP)).replace("-", "\N{MINUS SIGN}")
    if not share:
        raise _WrongTokenError(f"'{form}' needs a share of a group", "use |exact, |0 or |1 here")
    whole = int(form.removeprefix("of "))
    return told.format(count=(number * whole / 100).quantize(Decimal(1), ROUND_HALF_UP), whole=whole)
