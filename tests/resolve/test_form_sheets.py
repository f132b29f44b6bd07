"""A form as it is printed: what its notes and labels refer to is followed, and nothing of it is lost in silence."""

from __future__ import annotations

import pytest

from brochures.load.law_words import digest
from brochures.load.model.forms import FormField
from brochures.resolve.form_sheets import FormLine, field_names
from brochures.resolve.inline_text import Call, LawWords, Plain, Run
from brochures.resolve.job import FormSheet, Role
from brochures.resolve.passages import printed
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

FORMS = """\
forms:
  release:
    title: A release
    intro: Fill it in.
    sections:
      - title: Who
        note: NOTE
        fields:
          - {label: "LABEL", type: choice, required: true, hint: one, options: [a, b], write_in: Other, width: 6}
"""
LAW = f"""\
texts:
  1-abc-1:
    citation: 1 ABC 1
    dated: 2026-01-02
    read: [{{at: "https://example.org/law", day: 2026-01-02}}]
    words: ["These records are protected."]
    digest: [["{digest("These records are protected.")}"]]
  1-abc-2:
    citation: 1 ABC 2
    dated: 2026-01-02
    read: [{{at: "https://example.org/law", day: 2026-01-02}}]
    words: ["It holds if:", "(i) One asks."]
    digest: [["{digest("It holds if:")}"], ["{digest("(i) One asks.")}"]]
  1-abc-3: {{citation: 1 ABC 3, supplied_by: counsel}}
"""


def _with(mini: Miniature, label: str, note: str = "Say who.") -> Miniature:
    mini.write("content/law/abc.yaml", LAW)
    mini.write("content/forms.yaml", FORMS.replace("LABEL", label).replace("NOTE", f'"{note}"'))
    mini.replace("content/packets/pack.yaml", "      - references", "      - form: release\n      - references")
    return mini


def _line(mini: Miniature) -> FormLine:
    (sheet,) = resolve(mini.project, mini.load(), "pack").things(FormSheet)
    line: FormLine = sheet.sections[0]["fields"][0]
    return line


def _texts(runs: tuple[Run, ...]) -> list[tuple[type, str]]:
    return [(type(run), getattr(run, "text", "")) for run in runs]


@pytest.mark.parametrize(
    ("label", "runs"),
    [
        ("Name", [(Plain, "Name")]),
        ("{law:1-abc-1}", [(LawWords, "These records are protected.")]),
        ("{law:1-abc-1} Never to the police.", [(LawWords, "These records are protected."), (Plain, " Never to the police.")]),
        ("So: {law:1-abc-1}", [(Plain, "So: "), (LawWords, "These records are protected.")]),
        ("{law:1-abc-3}", [(LawWords, "")]),
        ("Call {call:emergency-911}", [(Plain, "Call "), (Call, "911")]),
    ],
)  # fmt: skip
def test_a_label_is_all_of_its_words(mini: Miniature, label: str, runs: list[tuple[type, str]]) -> None:
    line = _line(_with(mini, label))
    assert _texts(line.label) == runs
    assert (line.type, line.required, line.hint, line.options, line.write_in, line.width) == (
        "choice", True, "one", ("a", "b"), "Other", 6,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("label", "role", "said"),
    [
        ("Name", Role.FORM, "Name"),
        ("{law:1-abc-1}", Role.LAW, "These records are protected."),
        ("{law:1-abc-1} Never.", Role.FORM, "These records are protected. Never."),
    ],
)
def test_a_label_is_read_where_it_is_written(mini: Miniature, label: str, role: Role, said: str) -> None:
    passages = resolve(_with(mini, label).project, mini.load(), "pack").passages
    found = [(one.role, printed(one.words), str(one.writing.place(0))) for one in passages if one.name == "release"]
    assert found[-5:] == [
        (role, said, "content/forms.yaml:9:22"),
        (Role.FORM, "one", "content/forms.yaml:9:" + str(61 + len(label))),
        (Role.FORM, "a", "content/forms.yaml:9:" + str(76 + len(label))),
        (Role.FORM, "b", "content/forms.yaml:9:" + str(79 + len(label))),
        (Role.FORM, "Other", "content/forms.yaml:9:" + str(93 + len(label))),
    ]


@pytest.mark.parametrize(
    ("label", "note", "place", "said"),
    [
        ("{law:1-abc-2}", "Say who.", "9:22", "{law:1-abc-2}: this text of law has 2 paragraphs"),
        ("{law:1-abc-2} Never.", "Say who.", "9:22", "{law:1-abc-2}: this text of law has 2 paragraphs"),
        ("Name {law:1-abc-9}", "Say who.", "9:27", "{law:1-abc-9}: there is no text of law '1-abc-9'"),
        ("Name {lwa:1-abc-1}", "Say who.", "9:27", "{lwa:1-abc-1}: there is no reference of kind 'lwa'"),
        ("Name", "{law:1-abc-2}", "7:16", "{law:1-abc-2}: this text of law has 2 paragraphs"),
    ],
)
def test_what_a_line_cannot_print_is_told_at_its_place(
    mini: Miniature, label: str, note: str, place: str, said: str
) -> None:
    found = [one for one in _with(mini, label, note).check("pack") if one.is_error]
    assert [(one.code, str(one.place), one.message) for one in found] == [
        ("RES-103", f"content/forms.yaml:{place}", said)
    ]
    if "paragraphs" in said:
        assert found[0].help == "let the reference be the whole wording of a statement, with nothing before or after it"


def test_a_plain_line_of_a_study_loses_no_paragraph(mini: Miniature) -> None:
    _with(mini, "Name")
    mini.replace("content/studies.yaml", "design: Randomised", 'design: Randomised\n    plain: {en: "{law:1-abc-2}"}')
    assert [one.message for one in mini.check("pack") if one.code == "RES-103"] == [
        "{law:1-abc-2}: this text of law has 2 paragraphs"
    ]


def test_each_field_of_a_form_has_a_name_of_its_own() -> None:
    labels = [("Telephone", None), ("Date of birth", None), ("Telephone", None), ("Telephone", "telephone-of-therapist"), ("May we text?", None)]  # fmt: skip
    fields = [FormField.model_validate({"label": label, "name": name, "type": "text"}) for label, name in labels]
    assert field_names(fields) == ("telephone", "date-of-birth", "telephone-2", "telephone-of-therapist", "may-we-text")


def test_a_field_is_one_element_by_its_name(mini: Miniature) -> None:
    line = _line(_with(mini, "Your name"))
    assert (line.name, line.answers, line.critical, line.lines) == ("your-name", ("yes", "no", "unknown"), False, 2)
