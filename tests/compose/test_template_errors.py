"""What a template asked for and did not get: code, line, words and mend."""

from __future__ import annotations

import pytest

from brochures.compose.template_errors import UnknownNameError, named
from brochures.compose.templates import RESTORE, Templates
from brochures.findings import BrochureError
from tests.miniature import Miniature

CORRECT = "correct the field's name, or the syntax, on this line"
DEFINE = "define it in styles/tokens/ or content/labels.yaml, or correct its name"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("documents/pack.html", '\n{% extends "bse.html" %}', ("CMP-101", "templates/documents/pack.html:2", "there is no template 'bse.html'", "add the file, or correct the name that asks for it")),
        ("documents/pack.html", "\n\n{{ job.titel }}", ("CMP-101", "templates/documents/pack.html:3", "this value has no field 'titel'", CORRECT)),
        ("documents/pack.html", "{{ 1 / 0 }}", ("CMP-101", "templates/documents/pack.html:1", "division by zero", CORRECT)),
        ("documents/pack.html", "{% if %}", ("CMP-101", "templates/documents/pack.html:1", "Expected an expression, got 'end of statement block'", CORRECT)),
        ("documents/pack.html", "{{ label('pgae') }}", ("CMP-102", "templates/documents/pack.html:1", "there is no label 'pgae'; did you mean 'page'?", DEFINE)),
    ],
)  # fmt: skip
def test_a_template_s_mistake_is_told_whole(mini: Miniature, file: str, text: str, told: tuple[str, ...]) -> None:
    mini.write("content/labels.yaml", "labels: {page: {en: Page}}\n")
    mini.write(f"templates/{file}", text)
    assert [(one.code, str(one.place), one.message, one.help) for one in mini.check("pack")] == [told]


def test_a_name_gives_its_thing_or_says_what_there_is() -> None:
    get = named("label", {"page": "Page", "part": "Part"})
    assert get("page") == "Page"
    with pytest.raises(UnknownNameError) as refused:
        get("xyz")
    assert str(refused.value) == "there is no label 'xyz'; known here: page, part"
    assert refused.value.mend == DEFINE


def test_templates_that_cannot_be_read_are_told_once_and_hidden_ones_are_none(mini: Miniature) -> None:
    mini.write("templates/documents/fold.html", b"<p>\n\xff")
    (mini.root / "templates/components/statement.html").unlink()
    (mini.root / "templates/components/statement.html").symlink_to("nowhere")
    mini.write("templates/documents/._pack.html", b"\xff")
    with pytest.raises(BrochureError) as refused:
        Templates.read(mini.project)
    assert [(one.code, str(one.place), one.message, one.help) for one in refused.value.findings] == [
        ("CMP-101", "templates/components/statement.html", "it cannot be read: No such file or directory", RESTORE),
        ("CMP-101", "templates/documents/fold.html:2", "a byte here is no letter: the file is not in UTF-8, or is damaged", RESTORE),
    ]  # fmt: skip
