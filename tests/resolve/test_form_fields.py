"""The fields of a form: names that are its own for good, and a wording that changes with its words and with nothing else."""

from __future__ import annotations

import pytest

from brochures.load.model.forms import Holds, SheetLine
from brochures.resolve.form_fields import FieldKind, PlannedField, planned, sheet_name
from brochures.resolve.job import FormSheet
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

FORM = """\
forms:
  release:
    title: A release
    intro: Fill it in.
    sections:
      - title: Who
        fields:
          - {label: Name, type: text, required: true, width: 6, heads: patient}
          - {label: NPI, type: text, width: 6, holds: npi}
          - {label: Ever, type: yes/no/unknown}
          - {label: Of these, type: multi, options: [Beer, "Beer!"], write_in: Other}
          - {label: One, type: choice, options: [A, B]}
          - {label: Sure, type: check}
          - {label: List, type: table, rows: 2, columns: [{label: Drug, width: 4}]}
          - {label: Signed, type: signature}
"""


def _sheet(mini: Miniature, form: str = FORM) -> FormSheet:
    mini.write("content/forms.yaml", form)
    if "form: release" not in (mini.root / "content/packets/pack.yaml").read_text(encoding="utf-8"):
        mini.replace("content/packets/pack.yaml", "      - references", "      - form: release\n      - references")
    sheet: FormSheet = next(resolve(mini.project, mini.load(), "pack").things(FormSheet))
    return sheet


def test_every_box_has_one_field_and_every_field_a_name_of_its_own(mini: Miniature) -> None:
    fields = planned(_sheet(mini))
    assert [(one.name, one.kind) for one in fields] == [
        ("release._born", FieldKind.DATE),
        ("release.name", FieldKind.TEXT),
        ("release.npi", FieldKind.TEXT),
        ("release.ever", FieldKind.RADIO),
        ("release.of-these.beer", FieldKind.BOX),
        ("release.of-these.beer-2", FieldKind.BOX),
        ("release.of-these._write-in", FieldKind.BOX),
        ("release.of-these_write-in", FieldKind.TEXT),
        ("release.one", FieldKind.RADIO),
        ("release.sure", FieldKind.BOX),
        ("release.list.1.drug", FieldKind.LINES),
        ("release.list.2.drug", FieldKind.LINES),
        ("release.signed", FieldKind.SIGNATURE),
    ]
    held = {one.name: one for one in fields}
    assert held["release.ever"].states == (("yes", "yes"), ("no", "no"), ("unknown", "unknown"))
    assert held["release.one"].states == (("a", "A"), ("b", "B"))
    assert held["release.npi"].holds is Holds.NPI
    assert held["release.name"].required
    assert held["release.of-these.beer"] == PlannedField(
        "release.of-these.beer", FieldKind.BOX, "Who", "Of these", "Beer", of="of-these", group=True
    )
    assert held["release.list.2.drug"].shown == "Who: List: 2: Drug"


def test_the_head_of_a_sheet_is_a_field_of_the_form_where_one_says_so(mini: Miniature) -> None:
    sheet = _sheet(mini)
    assert sheet_name(sheet, SheetLine.PATIENT) == "release.name"
    assert sheet_name(sheet, SheetLine.BORN) == "release._born"


@pytest.mark.parametrize(
    ("old", "new"),
    [("Fill it in.", "Fill it in!"), ("label: Sure", "label: Quite sure"), ("[A, B]", "[A, C]"), ("rows: 2", "rows: 3"), ("required: true, ", "")],
)  # fmt: skip
def test_a_wording_changes_with_what_is_asked(old: str, new: str, mini: Miniature) -> None:
    before = _sheet(mini).wording
    assert old in FORM
    assert _sheet(mini, FORM.replace(old, new)).wording != before


def test_a_wording_stays_where_only_the_look_changes(mini: Miniature) -> None:
    before = _sheet(mini).wording
    assert len(before) == 16
    assert _sheet(mini, "# a note\n" + FORM.replace("width: 6", "width: 5")).wording == before
