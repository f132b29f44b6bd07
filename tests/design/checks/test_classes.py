"""Classes that begin with another name than their file's, and classes that no template writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochures.design.checks import style_findings
from brochures.design.checks.classes import BY_RUNS
from brochures.project.paths import ROOT
from tests.design.checks.gate import found, sheets

TEMPLATES = {
    "templates/components/notice.html": '<div class="notice notice--{{ tone }}">\n<p class="notice__title notice__sign">',
    "templates/components/box.html": "<i class=\"box{{ ' box--wide' if wide }}\">",
}
AT = "styles/components/notice.css"


@pytest.mark.parametrize(
    ("text", "said", "mend"),
    [
        (".notce__title { margin: 0 }", "the class 'notce__title' does not begin with 'notice', the name of its file", "did you mean 'notice__title'?"),
        (".other { margin: 0 }", "the class 'other' does not begin with 'notice', the name of its file", "call it 'notice__PART' or 'notice--KIND', here and in the template"),
        (".notice .box__part { margin: 0 }", "the class 'box__part' does not begin with 'notice', the name of its file", "call it"),
        (".notice_title { margin: 0 }", "the class 'notice_title' does not begin with 'notice', the name of its file", "did you mean 'notice__title'?"),
    ],
)  # fmt: skip
def test_a_class_of_a_component_begins_with_its_name(tmp_path: Path, text: str, said: str, mend: str) -> None:
    files = {"components/notice.css": text, "components/box.css": ".box { margin: 0 }"}
    (one,) = found(tmp_path, files, "STY-401", "STY-402", templates=TEMPLATES)
    assert one[:2] == (f"{AT}:1:1", said)
    assert one[2].startswith(mend)


@pytest.mark.parametrize(
    "text",
    [
        ".notice, .notice--stop, .notice__title, .notice__sign:first-child { margin: 0 }",
        ".notice .box { margin: 0 }",
        ".notice--any-kind, .box--wide { margin: 0 }",
    ],
)
def test_its_parts_its_kinds_and_another_component_whole_may_stand_in_it(tmp_path: Path, text: str) -> None:
    files = {
        "components/notice.css": text.replace(", .box--wide", ""),
        "components/box.css": ".box--wide { margin: 0 }",
    }
    assert found(tmp_path, files, "STY-401", "STY-402", templates=TEMPLATES) == []


@pytest.mark.parametrize(
    ("text", "severity", "said", "mend"),
    [
        (".notice__titel", "error", "no template writes the class 'notice__titel'; templates/components/notice.html:2 writes 'notice__title', which has no style", "did you mean 'notice__title'?"),
        (".notice__title, .notice__sign, .notice__titel", "warning", "no template writes the class 'notice__titel'", "did you mean 'notice__title'? If not, take the rule out"),
        (".notice--stpo", "error", "no template writes the class 'notice--stpo': the content has no 'stpo' to end it with", "did you mean 'notice--stop'?"),
        (".notice__far-away", "warning", "no template writes the class 'notice__far-away'", "take the rule out, or write the class in a template"),
    ],
)  # fmt: skip
def test_a_class_that_no_template_writes_is_a_slip_where_one_writes_nearly_the_same(
    tmp_path: Path, text: str, severity: str, said: str, mend: str
) -> None:
    files = {"components/notice.css": f"{text} {{ margin: 0 }}\n{text} {{ padding: 0 }}"}
    told = [one for one in style_findings(sheets(tmp_path, files, TEMPLATES)) if one.code == "STY-402"]
    assert [(str(one.place), str(one.severity), one.message, one.help) for one in told] == [
        (f"{AT}:1:1", severity, said, mend)
    ]


def test_document_types_and_runs_of_words_are_classes_too(tmp_path: Path) -> None:
    text = ".card, .blank, .blank--any, .number, .reference-mark { margin: 0 }"
    assert found(tmp_path, {"documents/card.css": text}, "STY-402", templates=TEMPLATES) == []


def test_the_classes_of_the_program_are_those_that_it_writes() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "brochures" / "compose").rglob("*.py"))
    assert [name for name in BY_RUNS if not re.search(rf'class="{name}\b', text)] == []
