"""Help lines: the numbers of one record are held against each other. A slip of a digit in one field stands against what the others say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brochures.load.model.sources import Helpline
from brochures.load.model.telephone import Telephone, telephones
from brochures.load.yaml_source import Route

OWN = ("call", "text", "tty")
"""The fields that hold a number that is called or written to."""

_ROUTES: Mapping[str, Route] = {"title": ("cite", "title")}
"""Where a field stands that is not one of the record itself."""


@dataclass(frozen=True)
class Disagreement:
    """A number that the rest of its record does not have: where it stands in the record, the measured fact and the mend."""

    route: Route
    number: str
    message: str
    mend: str


def disagreements(line: Helpline) -> Iterator[Disagreement]:
    """Yield each number of ``line`` that another field of it contradicts, at the field that stands alone."""
    own, told = _own(line), _told(line)
    if "text" in own and _alike(own["text"], own["call"]) and own["call"].is_short:
        told = {"text": (own.pop("text"),), **told}
    called = own["call"]
    for field, numbers in told.items():
        for number in numbers:
            fields = _says(told, number)
            second = "also" in fields and len(fields) > 1
            if second or any(number.dialled == one.dialled for one in own.values()):
                continue
            if not _says(told, called) and _alike(number, called):
                yield _against("call", called, fields, number)
                return
            yield _against(field, number, ["call", *_says(told, called)], called)


def unconfirmed(line: Helpline) -> Iterator[Disagreement]:
    """Yield each number of ``line`` that no other field of it has, and ``call`` where no page is named that has it.

    The number of the police and the ambulance needs no page.
    """
    own, told = _own(line), _told(line)
    if own["call"].is_emergency:
        return
    if line.cite is None:
        yield Disagreement(
            ("call",),
            own["call"].text,
            f"'{own['call'].text}' rests on nothing: the record has no 'cite'",
            "name the page of the line's owner under 'cite', once somebody has seen the number there",
        )
        return
    address = re.findall(r"\d+", line.cite.URL or "")
    for field, number in own.items():
        twice = any(name != field and one.dialled == number.dialled for name, one in own.items())
        if not twice and not _says(told, number) and number.dialled not in address:
            yield Disagreement(
                (field,),
                number.text,
                f"'{number.text}' stands only in '{field}': no other field of the record has it",
                "copy what the owner's page says, with the number, into 'page_says'",
            )


def contradictions(line: Helpline, caption: str) -> Iterator[tuple[str, str]]:
    """Yield each number in ``caption``, words printed beside ``line``, that is none of its numbers, with the fact and the mend."""
    own, told = _own(line), _told(line)
    known = {one.dialled for one in [*own.values(), *(one for numbers in told.values() for one in numbers)]}
    for number in telephones(caption):
        if number.dialled not in known and any(_alike(number, one) for one in own.values()):
            yield (
                f"the caption has the number {number.text}, and the help line that the code leads to has {own['call'].text}",
                "look the number up on its owner's page, and correct the caption or the record",
            )


def _own(line: Helpline) -> dict[str, Telephone]:
    """Return the number of each field that holds one."""
    texts = {field: getattr(line, field) for field in OWN}
    return {field: _only(text) for field, text in texts.items() if text}


def _only(text: str) -> Telephone:
    """Return the one number in ``text``: the model takes no other text."""
    numbers = telephones(text)
    return next((one for one in numbers if not one.fault), numbers[0])


def _told(line: Helpline) -> dict[str, tuple[Telephone, ...]]:
    """Return the numbers that other fields name; figures that are no number of that kind may be anything."""
    title = line.cite.title if line.cite else None
    texts = {"name": line.name, "also": line.also, "title": title, "page_says": line.page_says}
    own = _own(line).values()
    found = {
        field: tuple(one for one in telephones(text or "") if any(_alike(one, other) for other in own))
        for field, text in texts.items()
    }
    return {field: numbers for field, numbers in found.items() if numbers}


def _says(told: Mapping[str, tuple[Telephone, ...]], number: Telephone) -> list[str]:
    """Return the fields that name ``number``, too."""
    return [field for field, numbers in told.items() if any(one.dialled == number.dialled for one in numbers)]


def _alike(one: Telephone, other: Telephone) -> bool:
    """Whether both are short codes of as many digits, or whole numbers."""
    return one.is_short == other.is_short and (not one.is_short or len(one.dialled) == len(other.dialled))


def _against(field: str, number: Telephone, others: list[str], other: Telephone) -> Disagreement:
    fields = " and ".join(f"'{name}'" for name in others)
    return Disagreement(
        _ROUTES.get(field, (field,)),
        number.text,
        f"'{field}' has the number {number.text}, and {fields} {'have' if len(others) > 1 else 'has'} {other.text}",
        "look the number up on its owner's page, and correct the field that is wrong",
    )
