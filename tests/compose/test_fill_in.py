"""What a template stamps into the boxes of a form: which field each is, and what it says of itself; nothing where a pen fills it in."""

from __future__ import annotations

import re

import pytest

from brochures.compose.fill_in import FillIn
from brochures.resolve.form_sheets import FormLine
from brochures.resolve.job import FormSheet
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

LABELS = {
    "form.critical": "Safety:", "form.yes": "Yes", "form.patient-name": "Patient", "form.date-of-birth": "Born", "fill.required": "must be filled in",
    "fill.one": "check one", "fill.any": "check all that apply", "fill.date": "month/day/year", "fill.row": "row", "fill.each-sheet": "on each sheet",
}  # fmt: skip
FORM = """\
forms:
  release:
    title: A release
    intro: Fill it in.
    sections:
      - title: Who
        fields:
          - {label: Risk, type: yes/no/unknown, required: true, critical: true, hint: (call us)}
      - title: What
        fields:
          - {label: 'Say "it"', type: date, width: 6, heads: born}
          - {label: Of these, type: multi, options: [Beer], write_in: Other}
          - {label: One, type: choice, options: [A, B]}
          - {label: Sure, type: check, required: true}
          - {label: List, type: table, rows: 2, columns: [{label: Drug, width: 4}]}
"""


@pytest.fixture
def sheet(mini: Miniature) -> FormSheet:
    mini.write("content/forms.yaml", FORM)
    mini.replace("content/packets/pack.yaml", "      - references", "      - form: release\n      - references")
    sheet: FormSheet = next(resolve(mini.project, mini.load(), "pack").things(FormSheet))
    return sheet


def _field(sheet: FormSheet, name: str) -> FormLine:
    found: FormLine = next(field for section in sheet.sections for field in section["fields"] if field.name == name)
    return found


def _stamps(attributes: str) -> dict[str, str]:
    return dict(re.findall(r' data-(\w+)="([^"]*)"', attributes))


def test_each_kind_of_box_says_what_it_is(sheet: FormSheet) -> None:
    fill = FillIn(LABELS.__getitem__, active=True)
    asked = "Who: Safety: Risk (call us)"
    assert _stamps(fill.answer(sheet, _field(sheet, "risk"), "yes")) == {
        "fill": "release.risk", "kind": "radio", "state": "yes", "must": "true",
        "says": f"{asked}: Yes; check one; must be filled in", "asks": f"{asked}; check one; must be filled in",
    }  # fmt: skip
    assert _stamps(fill.room(sheet, _field(sheet, "say-it"))) == {
        "fill": "release.say-it", "kind": "date", "says": "What: Say &#34;it&#34;; month/day/year",
    }  # fmt: skip
    beer = _stamps(fill.answer(sheet, _field(sheet, "of-these"), 0))
    assert (beer["fill"], beer["kind"], beer["state"]) == ("release.of-these.beer", "box", "yes")
    assert beer["says"] == "What: Of these: Beer; check all that apply"
    assert _stamps(fill.answer(sheet, _field(sheet, "of-these"), 1))["fill"] == "release.of-these._write-in"
    assert _stamps(fill.write_in(sheet, _field(sheet, "of-these")))["fill"] == "release.of-these_write-in"
    assert _stamps(fill.answer(sheet, _field(sheet, "one"), 1))["state"] == "b"
    assert _stamps(fill.check(sheet, _field(sheet, "sure")))["says"] == "What: Sure; must be filled in"
    cell = _stamps(fill.entry(sheet, _field(sheet, "list"), 2, 0))
    assert (cell["fill"], cell["says"]) == ("release.list.2.drug", "List, row 2: Drug")


def test_the_head_of_a_sheet_is_the_field_that_says_so_or_one_of_its_own(sheet: FormSheet) -> None:
    fill = FillIn(LABELS.__getitem__, active=True)
    assert _stamps(fill.head(sheet, "born"))["fill"] == "release.say-it"
    patient = _stamps(fill.head(sheet, "patient"))
    assert (patient["fill"], patient["says"]) == ("release._patient", "A release: Patient, on each sheet")


def test_a_form_says_in_which_wording_it_was_composed(sheet: FormSheet) -> None:
    assert _stamps(FillIn(LABELS.__getitem__, active=True).form(sheet)) == {"wording": sheet.wording}


def test_nothing_is_stamped_where_a_pen_fills_it_in(sheet: FormSheet) -> None:
    fill = FillIn(LABELS.__getitem__, active=False)
    assert fill.form(sheet) == ""
    assert fill.room(sheet, _field(sheet, "say-it")) == ""
    assert fill.check(sheet, _field(sheet, "sure")) == ""
    assert fill.answer(sheet, _field(sheet, "risk"), "yes") == ""
    assert fill.answer(sheet, _field(sheet, "one"), 0) == ""
    assert fill.write_in(sheet, _field(sheet, "of-these")) == ""
    assert fill.entry(sheet, _field(sheet, "list"), 1, 0) == ""
    assert fill.head(sheet, "born") == ""
