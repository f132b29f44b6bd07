"""A model's refusals in the words of the person who writes the YAML: pydantic's errors turned into findings."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError

from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import near
from brochures.load.model.base import Model
from brochures.load.value_messages import value_message
from brochures.load.yaml_source import Manuscript, Route

_LIST = "a list (lines that begin with '- ')"
_MAPPING = "keys with values"
_WANTED = {
    "string_type": "a text",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
}


_WRITE_OUT = "write the keys out: '<<' takes none over from elsewhere here"
_WHOLE = "put quotation marks around the whole text"

_TIGHT_KEY = re.compile(r"([A-Za-z_][\w.-]*):(?!//)(\S.*)")
"""A key with no blank behind its colon, as it is read: a text."""

_CUSTOM = {
    "name_of_device": "give it another name",
    "name_shape": "rename it, here and wherever it is used",
    "date_shape": "write the date as year-month-day",
    "date_value": "correct the day or the month",
    "gutter": "make the gutter at least twice as wide as the bleed",
    "offset": "write a number with mm or in behind it, and a minus before it for left or down",
    "far": "measure again with './build.py calibrate'; if it stays so, let a technician see to the printer",
    "thickness": "write what the pack of paper says, in inches or mm",
    "sheet": "write the width, an x between two spaces, and the height",
    "suffix": "write the name without it, and 'suffix: Jr' as a key beside 'family' and 'given'",
    "pages_unplanned": "add 'pages:' with how many there shall be",
    "says_nothing": "write it in words, or leave the key out until somebody has read the source",
    "long_quotation": "shorten it to what carries the sentence; leave out words between with an ellipsis",
    "read_day": "write where it was read and the day, such as 'dailymed.nlm.nih.gov, 2026-11-30' (2026-11 where only the month is known)",
    "read_where": "write the address or the copy that was read, and the day behind it",
    "half_a_link": "write both 'at' (the place in the source) and 'says' (its words there), or the id alone",
    "not_carried": "name the statements that may not link to this record, or the words that say it",
    "source_link": "write an id such as ketalar-label, or {id: ketalar-label, at: …, says: …, read: …}",
    "title_markup": "write the words as they are read, with no other tags",
    "author": "write 'family' and 'given' for a person, 'literal' alone for a group",
    "alternative_text": "write a sentence about what is on the picture",
    "long_title": "shorten it; what it is about at more length is written under 'subject'",
    "signed_thing": "write the one thing that was signed, such as 'statement: program.together'",
    "signed_wording": "write 'audience: patient' or 'clinician', and 'language: en'",
    "signed_kind": "write one of these",
    "review_days": "correct the year of one of the two days",
    "absurd_size": "look at the unit: mm, in or pt",
    "blank": "write the text, or remove the key",
    "block_keys": "give each block its own '- '",
}


def explain_mistakes(wrong: ValidationError, manuscript: Manuscript, model: type[Model]) -> tuple[Finding, ...]:
    """Return one finding for each refusal in ``wrong``, at its place in ``manuscript``, which was read as ``model``."""
    errors = _without_echoes(wrong.errors(), manuscript.data)
    return tuple(dict.fromkeys(_in_braces(error, manuscript) or _finding(error, manuscript, model) for error in errors))


def _in_braces(error: Mapping[str, Any], manuscript: Manuscript) -> Finding | None:
    """Return the finding that a text which is a reference in braces, such as ``{clinic:name}``, was read as a key; nothing where it was not."""
    whole = _written(tuple(error["loc"]), manuscript.data)
    for route in (whole, whole[:-1]):
        value = manuscript.value(route)
        if manuscript.sign(route) == "{" and isinstance(value, dict) and len(value) == 1:
            ((key, inner),) = value.items()
            if ":" in key and not inner:
                said = f"'{_spoken(route[-1]) if route else manuscript.file}' should be a text, but what stands between the braces is read as a key"
                return codes.WRONG_TYPE.at(manuscript.place(route), said, f'{_WHOLE}: "{{{key}}}"')
    return None


def _without_echoes(errors: list[Any], data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield ``errors`` but for those that another one causes: a list too short for its bad items, a form that was not meant."""
    routes = [_written(tuple(error["loc"]), data) for error in errors]
    for number, (error, route) in enumerate(zip(errors, routes, strict=True)):
        kind = error["type"]
        others = [
            (errors[place], other)
            for place, other in enumerate(routes)
            if place != number and other[: len(route)] == route
        ]
        if kind == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]:
            continue
        if kind in _WANTED and any(other != route or one["type"] not in _WANTED for one, other in others):
            continue
        forms = sorted({_WANTED[one["type"]] for one, other in [(error, route), *others] if one["type"] in _WANTED})
        yield {**error, "wanted": " or ".join(forms)}


def _finding(error: Mapping[str, Any], manuscript: Manuscript, model: type[Model]) -> Finding:
    kind, loc = error["type"], tuple(error["loc"])
    on_key = bool(loc) and loc[-1] == "[key]"
    route = _written(loc, manuscript.data)
    named = loc[-2:-1] if on_key else loc[-1:] if kind in {"extra_forbidden", "missing"} else route[-1:]
    last = _spoken(named[0] if named else manuscript.file)
    if kind == "extra_forbidden":
        return codes.UNKNOWN_KEY.at(
            manuscript.place(route, key=True),
            f"unknown key '{last}'",
            _cut_short(last, error["input"], manuscript.sign(route[:-1]))
            or near(last, _fields(model, route[:-1], manuscript.data)),
        )
    if kind in {"missing", "union_tag_not_found"}:
        key = last if kind == "missing" else str(error["ctx"]["discriminator"]).strip("'")
        return codes.MISSING_KEY.at(manuscript.place(route), f"the key '{key}' is missing", f"add '{key}:' here")
    if kind in {"too_short", "too_long"}:
        bound, number = ("at least", "min_length") if kind == "too_short" else ("at most", "max_length")
        return codes.BAD_VALUE.at(
            manuscript.place(route),
            f"'{last}' should have {bound} {error['ctx'][number]}, it has {error['ctx']['actual_length']}",
            f"write {bound} {error['ctx'][number]}",
        )
    if kind in _WANTED:
        wanted, value = error["wanted"], error["input"]
        braced = manuscript.sign(route) == "{"
        why, mend = _misread_form(value, wanted, braced=braced) or (f"it is {_form(value)}", f"make it {wanted}")
        return codes.WRONG_TYPE.at(
            manuscript.place(route, key=value is None), f"'{last}' should be {wanted}, but {why}", mend
        )
    if kind in {"enum", "literal_error", "union_tag_invalid"}:
        expected = str(error["ctx"].get("expected") or error["ctx"].get("expected_tags"))
        options = [option.strip(" '") for option in expected.replace(" or ", ", ").split(", ")]
        value = str(error["ctx"].get("tag") or error["input"])
        return codes.BAD_VALUE.at(
            manuscript.place(route), f"'{value}' is not one of {', '.join(options)}", near(value, options)
        )
    return _wrong_value(error, last, manuscript.place(route, key=on_key or error["input"] is None))


def _cut_short(key: str, value: Any, sign: str) -> str:
    """Return the mend where ``key`` is no key at all: a merge, or words between braces (``sign``) that a comma or a colon cut off."""
    if key == "<<":
        return _WRITE_OUT
    if value is not None or sign != "{":
        return ""
    tight = _TIGHT_KEY.match(key)
    return f"write '{tight[1]}: {tight[2]}'" if tight else f"between braces a comma ends a text: {_WHOLE}"


def _wrong_value(error: Mapping[str, Any], last: str, place: Place) -> Finding:
    """Return what is wrong with the value called ``last`` in ``place``."""
    told = value_message(error)
    if told is not None:
        return codes.BAD_VALUE.at(place, f"'{last}' {told[0]}", told[1])
    message = str(error["msg"])
    mend = error.get("ctx", {}).get("mend") or _CUSTOM.get(error["type"], "correct the value")
    return codes.BAD_VALUE.at(place, f"'{last}': {message[0].lower()}{message[1:]}", mend)


def _misread_form(value: Any, wanted: str, *, braced: bool) -> tuple[str, str] | None:
    """Return why what was typed is not read as ``wanted``, and how to write it; nothing where it was not meant so."""
    match value:
        case dict() if wanted == "a text" and len(value) == 1:
            ((key, inner),) = value.items()
            text = f"{key}: {inner or ''}".rstrip()
            return (
                (f"the colon behind '{key}' makes a key of that", f'{_WHOLE}: "{text}"')
                if _is_words(inner) and not braced
                else None
            )
        case str() if _MAPPING in wanted and (found := _TIGHT_KEY.match(value)):
            return f"there is no blank behind the colon of '{found[1]}'", f"write '{found[1]}: {found[2]}'"
    return None


def _is_words(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _spoken(step: str | int) -> str:
    return f"item {step + 1}" if isinstance(step, int) else step


def _form(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return _MAPPING
        case list():
            return "a list"
    return "a text"


def _written(loc: Route, data: Any) -> Route:
    """Return the part of pydantic's ``loc`` that names keys which are in the file (it also names union branches)."""
    route: Route = ()
    for step in loc:
        known = range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()
        if step in known:
            data, route = data[step], (*route, step)
    return route


def _fields(model: Any, route: Route, data: Any) -> list[str]:
    """Return the keys that are known at ``route`` of a file read as ``model``."""
    for step in route:
        model = _step(model, step, data)
        data = data[step]
    return sorted({field.alias or name for branch in _branches(model) for name, field in branch.model_fields.items()})


def _step(annotation: Any, step: str | int, data: Any) -> Any:
    found = []
    for branch in _models_and_containers(annotation):
        if isinstance(branch, type) and issubclass(branch, Model):
            chosen = data.get("kind") if isinstance(data, dict) else None
            literal = branch.model_fields.get("kind")
            if (
                literal is not None
                and get_origin(literal.annotation) is not None
                and chosen not in get_args(literal.annotation)
            ):
                continue
            for name, field in branch.model_fields.items():
                if step in {name, field.alias}:
                    found.append(field.annotation)
        else:
            arguments = [argument for argument in get_args(branch) if argument is not Ellipsis]
            found.append(arguments[-1])
    return Union[tuple(found)] if found else None  # noqa: UP007 built at run time


def _models_and_containers(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models_and_containers(get_args(annotation)[0])
    elif origin in {Union, types.UnionType}:
        for argument in get_args(annotation):
            yield from _models_and_containers(argument)
    elif origin in {dict, tuple, list} or (isinstance(annotation, type) and issubclass(annotation, Model)):
        yield annotation


def _branches(annotation: Any) -> Iterator[type[Model]]:
    for branch in _models_and_containers(annotation):
        if isinstance(branch, type) and issubclass(branch, Model):
            yield branch
