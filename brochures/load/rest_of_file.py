"""The rest of a file in which some entries could not be read: what else is wrong in it is told in the same run."""

from __future__ import annotations

from pydantic import ValidationError

from brochures.findings import BrochureError, Finding, codes
from brochures.load.model.base import Model
from brochures.load.model_errors import explain_mistakes
from brochures.load.text_faults import text_faults
from brochures.load.yaml_source import BrokenFileError

_WRITTEN = frozenset({codes.UNKNOWN_KEY.name, codes.BAD_VALUE.name})
"""What is told of things that are written, and not of what is missing."""


def of_the_rest(unread: BrochureError, model: type[Model], *, words: bool) -> tuple[Finding, ...]:
    """Return what is wrong in the rest of a file that was to be a ``model`` and is ``unread`` in part; nothing where it is so as a whole.

    That something is not there says nothing: it may be in what was not read. ``words``: whether its letters are those of a writer.
    """
    if not isinstance(unread, BrokenFileError):
        return ()
    rest = unread.rest
    faults = tuple(text_faults(rest)) if words else ()
    if not isinstance(rest.data, dict):
        return faults
    try:
        model.model_validate(rest.data)
    except ValidationError as wrong:
        told = {finding.place for finding in faults}
        refused = explain_mistakes(wrong, rest, model)
        return (*faults, *(one for one in refused if one.code in _WRITTEN and one.place not in told))
    return faults
