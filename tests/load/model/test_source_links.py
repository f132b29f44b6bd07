"""Links to sources: what a link may say of its source, and the nearest thing that it may not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from brochures.load.model.source_links import Link, SourceLink
from brochures.load.model.statements import Statement
from tests.miniature import BOTH_SOURCES, Miniature

WHOLE = {"id": "a-label", "at": "5.1", "says": "monitor vital signs", "read": "example.org, 2026-02-03"}
LINKS: TypeAdapter[SourceLink] = TypeAdapter(Link)


def _words(number: int) -> str:
    return " ".join(["word"] * number)


def _refused(**keys: Any) -> tuple[str, tuple[str, ...]]:
    """Return why the link with ``keys`` is refused, and at which of them; nothing where it is taken."""
    try:
        LINKS.validate_python({**WHOLE, **keys})
    except ValidationError as wrong:
        (one,) = wrong.errors()
        return one["type"], tuple(str(step) for step in one["loc"])
    return "", ()


def test_a_bare_id_is_a_link_that_waits() -> None:
    bare, named, whole = (LINKS.validate_python(one) for one in ("a-label", {"id": "a-label"}, WHOLE))
    assert bare == named == SourceLink(id=bare.id)
    assert (bare.waits, bare.read_from, bare.read_until) == (True, None, None)
    assert (whole.waits, whole.id, whole.at, whole.says, whole.read) == (False, *WHOLE.values())


def test_a_link_whose_reading_nobody_names_waits() -> None:
    link = LINKS.validate_python({key: WHOLE[key] for key in ("id", "at", "says")})
    assert (link.at, link.read, link.waits) == ("5.1", "", True)


@pytest.mark.parametrize(
    ("key", "value", "refused"),
    [
        ("at", "", "blank"),
        ("at", "   ", "blank"),
        ("at", None, "string_type"),
        ("at", "?", "says_nothing"),
        ("at", "\N{HORIZONTAL ELLIPSIS}", "says_nothing"),
        ("at", "5", ""),
        ("at", "\N{SECTION SIGN}2", ""),
        ("says", "", "blank"),
        ("says", None, "string_type"),
        ("says", " - ", "says_nothing"),
        ("says", "no", ""),
        ("says", _words(29), ""),
        ("says", _words(30), "long_quotation"),
        ("says", "\N{EM DASH}".join(["word"] * 30), "long_quotation"),
        ("says", _words(28) + " 0.5 \N{HORIZONTAL ELLIPSIS} (", ""),
        ("says", _words(28) + " patient's", ""),
        ("read", "", "blank"),
        ("read", "example.org", "read_day"),
        ("read", "example.org, 30 November 2026", "read_day"),
        ("read", "example.org, 2026", "read_day"),
        ("read", "example.org/2026-01-02/label", "read_day"),
        ("read", "example.org/2026-01-02/label, 2026-02-03", ""),
        ("read", "example.org, 2026-02", ""),
        ("read", "example.org, 2026-02-03 and 2026-02-04", "read_day"),
        ("read", "example.org, 2026-02-29", "date_value"),
        ("read", "example.org, 2028-02-29", ""),
        ("read", "example.org, 2026-13", "date_value"),
        ("read", "example.org, 2026-00", "date_value"),
        ("read", "example.org, 2026-12-01", ""),
        ("read", "2026-02-03", "read_where"),
        ("read", "(2026-02-03)", "read_where"),
    ],
)
def test_what_a_link_says(key: str, value: Any, refused: str) -> None:
    assert _refused(**{key: value}) == ((refused, (key,)) if refused else ("", ()))


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (("at",), "the link to 'a-label' has 'at' and no 'says'"),
        (("says",), "the link to 'a-label' has 'says' and no 'at'"),
        (("read",), "the link to 'a-label' has 'read' and no 'at' and no 'says'"),
        (("at", "read"), "the link to 'a-label' has 'at' and 'read' and no 'says'"),
    ],
)
def test_half_a_link(keys: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        LINKS.validate_python({key: WHOLE[key] for key in ("id", *keys)})
    assert [(one["type"], one["msg"]) for one in refused.value.errors()] == [("half_a_link", message)]


@pytest.mark.parametrize("value", [None, ["a-label"], 5])
def test_what_is_no_link(value: Any) -> None:
    with pytest.raises(ValidationError, match="neither the id of a source nor keys with values"):
        LINKS.validate_python(value)


def test_the_days_on_which_it_may_have_been_read() -> None:
    days = {
        read: LINKS.validate_python({**WHOLE, "read": f"example.org, {read}"})
        for read in ("2026-02-03", "2026-02", "2026-12")
    }
    assert {read: (link.read_from, link.read_until) for read, link in days.items()} == {
        "2026-02-03": (date(2026, 2, 3), date(2026, 2, 3)),
        "2026-02": (date(2026, 2, 1), date(2026, 2, 28)),
        "2026-12": (date(2026, 12, 1), date(2026, 12, 31)),
    }


def test_an_editor_offers_both_ways_of_writing_one() -> None:
    items = Statement.model_json_schema()["properties"]["sources"]["items"]["anyOf"]
    assert [one.get("type", one.get("$ref")) for one in items] == ["string", "#/$defs/SourceLink"]


BAD = "{id: mini-label, at: '5', says: %s, read: 'example.org, 2026-02-03'}"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("mini-lable x", ("LOD-204", 27, "'item 2': 'mini-lable x' is not a name: use lower-case letters and digits joined by '-' or '.'")),
        ("{id: mini-label, at: 5.1}", ("LOD-204", 27, "'item 2': the link to 'mini-label' has 'at' and no 'says'")),
        ("{id: mini-label, at: '', says: x}", ("LOD-204", 48, "'at': the text is empty")),
        ("{id: mini-label, at: , says: x}", ("LOD-203", 44, "'at' should be a text, but it is nothing")),
        ("{id: mini-label, where: x}", ("LOD-201", 44, "unknown key 'where'")),
        ("{at: x, says: x}", ("LOD-202", 27, "the key 'id' is missing")),
        ("[mini-label]", ("LOD-204", 27, "'item 2': neither the id of a source nor keys with values")),
        (BAD % _words(30), ("LOD-204", 59, "'says': a quotation has fewer than 30 words, and this has 30")),
    ],
)  # fmt: skip
def test_a_bad_link_is_told_where_it_is_written(mini: Miniature, written: str, told: tuple[str, int, str]) -> None:
    mini.replace("content/ketamine.yaml", BOTH_SOURCES, f"sources: [mini-trial, {written}]")
    code, column, message = told
    ((found, place, said),) = mini.mistakes()
    assert (found, int(place.rsplit(":")[-1]), said) == (code, column, message)


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("{id: mini-label, at: 5.1, 9.2, says: x}", "between braces a comma ends a text: put quotation marks around the whole text"),
        ("{id:mini-label, at: 5.1, says: x}", "write 'id: mini-label'"),
        ("{id: mini-label, at: 5.1, say: x}", "did you mean 'says'?"),
    ],
)  # fmt: skip
def test_words_that_were_cut_off_between_braces_are_told_so(mini: Miniature, written: str, mend: str) -> None:
    mini.replace("content/ketamine.yaml", BOTH_SOURCES, f"sources: [mini-trial, {written}]")
    assert mend in {found.help for found in mini.load().findings if found.code == "LOD-201"}
