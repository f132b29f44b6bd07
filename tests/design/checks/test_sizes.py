"""The floors of type, just inside and just outside of them, in the tokens and elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.design.checks.sizes import FLOORS, READ
from tests.design.checks.gate import found

AT = "styles/tokens/type.css"
ALL = [*FLOORS.items(), ("--any-size", 6.0)]


@pytest.mark.parametrize(("name", "least"), ALL)
@pytest.mark.parametrize("by", [0, 0.1])
def test_a_token_has_its_floor(tmp_path: Path, name: str, least: float, by: float) -> None:
    text = f":root {{ {name}: {least - by:g}pt }}"
    said = f"'{name}: {least - by:g}pt' comes to {least - by:g} pt, and the floor is {least:g} pt"
    told = [(f"{AT}:1:9", said, f"write {least:g}pt or more")] if by else []
    assert found(tmp_path, {"tokens/type.css": text}, "STY-601") == told


@pytest.mark.parametrize("reader", READ)
@pytest.mark.parametrize("name", ["--text-size", "--leading"])
@pytest.mark.parametrize("by", [0, 0.5])
def test_what_is_read_has_a_floor_for_each_reader(tmp_path: Path, reader: str, name: str, by: float) -> None:
    least = READ[reader][name]
    text = f":root {{ {name}: 30pt }}\n[data-audience={reader}] {{ {name}: {least - by:g}pt }}"
    said = f"'{name}: {least - by:g}pt' comes to {least - by:g} pt for a {reader}, and the floor is {least:g} pt"
    assert found(tmp_path, {"tokens/type.css": text}, "STY-601") == (
        [(f"{AT}:2:{len(reader) + 20}", said, f"write {least:g}pt or more")] if by else []
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("--full-size: 7pt; --text-size: var(--full-size);", ["'--full-size: 7pt' comes to 7 pt, and the floor is 12 pt"]),
        ("--note-size: 9pt; --text-size: var(--note-size);", ["'--text-size: var(--note-size)' comes to 9 pt for a patient, and the floor is 12 pt"]),
        ("--full-size: calc(12pt * 0.9);", ["'--full-size: calc(12pt * 0.9)' comes to 10.8 pt, and the floor is 12 pt"]),
        ("--full-size: calc(24pt / 2);", []),
        ("--full-size: 4.2mm;", ["'--full-size: 4.2mm' comes to 11.9055 pt, and the floor is 12 pt"]),
        ("--qr-size: 1pt; --full-size: large;", []),
    ],
)  # fmt: skip
def test_a_size_is_told_where_it_is_written(tmp_path: Path, text: str, told: list[str]) -> None:
    assert [message for _, message, _ in found(tmp_path, {"tokens/type.css": f":root {{ {text} }}"}, "STY-601")] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("font-size: 7.9pt", "'font-size: 7.9pt' is 7.9 pt, and the floor is 8 pt"),
        ('font: 700 10px/14pt "A"', "'font: 700 10px/14pt \"A\"' is 7.5 pt, and the floor is 8 pt"),
        ("--full-size: 11pt", "'--full-size: 11pt' is 11 pt, and the floor is 12 pt"),
        ("--text-size: 9pt", "'--text-size: 9pt' is 9 pt, and the floor is 10 pt"),
        ("font-size: 8pt", ""),
        ("font-size: 0.5em", ""),
        ("font-size: 0pt", ""),
        ("--full-size: 12pt", ""),
        ("--text-size: 10pt", ""),
        ("--between: 1pt", ""),
        ("line-height: 6pt", ""),
    ],
)  # fmt: skip
def test_a_size_outside_of_the_tokens_has_a_floor_too(tmp_path: Path, text: str, told: str) -> None:
    assert [message for _, message, _ in found(tmp_path, {"a.css": f".a {{ {text} }}"}, "STY-601")] == (
        [told] if told else []
    )


def test_nothing_is_important(tmp_path: Path) -> None:
    said = "'margin: 0' is made important, which turns the order of the layers round"
    mend = "take '!important' out: a later layer of styles/index.css wins by itself"
    assert found(tmp_path, {"a.css": ".a { padding: 0; margin: 0 !important }"}, "STY-602") == [
        ("styles/a.css:1:18", said, mend)
    ]


def test_an_attribute_of_a_template_is_held_to_the_floors_and_the_order(tmp_path: Path) -> None:
    html = '<p style="font-size: 5pt"><p style="margin: 0 !important; --text-size: 7pt"><p style="font-size: 9pt">'
    told = found(tmp_path, {}, "STY-601", "STY-602", templates={"templates/a.html": html})
    assert [(place, said.partition("'")[2].partition("'")[0]) for place, said, _ in told] == [
        ("templates/a.html:1:11", "font-size: 5pt"),
        ("templates/a.html:1:59", "--text-size: 7pt"),
        ("templates/a.html:1:37", "margin: 0"),
    ]
