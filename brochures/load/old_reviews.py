"""Old reviews: ``review:`` beside the words, as files from before the ledger have it. It is told with what to do, and read no further."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from brochures.findings import Finding, codes
from brochures.load.yaml_source import Manuscript, Route

OLD = "review"
"""The key, as pieces, statements and forms had it."""

_SHELVES = ("statements", "forms")
_FIELDS = ("reviewed_by", "reviewed_on", "review_due")


def without_reviews(manuscript: Manuscript, name: str) -> tuple[Manuscript, tuple[Finding, ...]]:
    """Return ``manuscript`` without the ``review`` of its things or, of a piece called ``name``, of itself, and a finding for each."""
    if not isinstance(manuscript.data, dict):
        return manuscript, ()
    routes = [*_routes(manuscript.data)]
    data = dict(manuscript.data)
    if (OLD,) in routes:
        del data[OLD]
    for shelf in {route[0] for route in routes if len(route) > 1}:
        data[shelf] = {
            key: {field: value for field, value in thing.items() if field != OLD} if isinstance(thing, dict) else thing
            for key, thing in data[shelf].items()
        }
    return replace(manuscript, data=data), tuple(_told(manuscript, route, name) for route in routes)


def _routes(data: Mapping[str, Any]) -> Iterator[Route]:
    """Yield where in ``data`` a review stands."""
    if OLD in data:
        yield (OLD,)
    for shelf in _SHELVES:
        things = data.get(shelf)
        for key, thing in things.items() if isinstance(things, dict) else ():
            if isinstance(thing, dict) and OLD in thing:
                yield (shelf, key, OLD)


def _told(manuscript: Manuscript, route: Route, name: str) -> Finding:
    """Return that a review stands at ``route``: what it holds, and how it is signed now."""
    thing = str(route[1]) if len(route) > 1 else name
    review = manuscript.value(route)
    held = {field: review.get(field) for field in _FIELDS} if isinstance(review, dict) else {"reviewed_by": review}
    said = {field: str(value) for field, value in held.items() if value}
    place = manuscript.place(route, key=True)
    if not said:
        return codes.OLD_REVIEW.at(
            place,
            f"'{thing}' has an empty 'review': signatures are kept in content/reviews.yaml now",
            "take out 'review' and the empty lines under it",
        )
    whole = ", ".join(f"{field} {value}" for field, value in said.items())
    by = said.get("reviewed_by", "Name, MD")
    until = f" --until {said['review_due']}" if "review_due" in said else ""
    return codes.OLD_REVIEW.at(
        place,
        f"'{thing}' has a signature here ({whole}) that counts for nothing: signatures are kept in content/reviews.yaml now, with the words",
        f"let {by} read the words as they are now and sign them, './build.py approve {thing} --by \"{by}\" --role ROLE{until}'; then take 'review' and the lines under it out",
    )
