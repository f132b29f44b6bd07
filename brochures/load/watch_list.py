"""Watch list: what in ``watch.yaml`` does not agree with the rest: a statement that is not there, a look on a day to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from brochures.findings import Finding, codes
from brochures.findings.suggest import near


def watch_list(
    shelves: Mapping[str, Mapping[str, Any]], spoiled: Callable[[tuple[str, str]], bool], today: date
) -> Iterator[Finding]:
    """Yield what is wrong with each thing to look up; ``spoiled`` tells which statements may well be in a file with mistakes."""
    known = shelves["statement"]
    for entry in shelves["thing to look up"].values():
        for number, name in enumerate(entry.thing.touches):
            if name not in known and not spoiled(("statement", name)):
                yield codes.UNKNOWN_NAME.at(
                    entry.place("touches", number), f"there is no statement '{name}'", near(name, list(known))
                )
        day = entry.thing.looked.day
        if day is not None and day > today:
            yield codes.NOT_YET.at(
                entry.place("looked", "day"),
                f"somebody looked on {day}, which is not yet",
                "correct the day; or set the clock of this computer right",
            )
