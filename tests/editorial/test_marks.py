"""Marks of other programs that would be printed: in words, facts, records, and what nobody prints yet."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from brochures.editorial import unprinted, unprinted_marks
from brochures.findings import Finding
from brochures.resolve import resolve
from brochures.resolve.references import KINDS
from brochures.resolve.unprinted import unprinted_words
from tests.editorial.gate import codes_of, found
from tests.miniature import Miniature


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Do <b>not</b> drive.", "<b>"),
        ("Do not drive.<br/>", "<br/>"),
        ('See <a href="x">us</a>.', '<a href="x">'),
        ("24&nbsp;hours", "&nbsp;"),
        ("24&#160;hours or &#xA0;", "&#160;"),
        ("Do **not** drive.", "**not**"),
        ("Do *not* drive.", "*not*"),
        ("Do __not__ drive.", "__not__"),
        ("Do _not drive_.", "_not drive_"),
        ("See [the label](https://example.org/a).", "[the label](https://example.org/a)"),
        ("Do `not` drive.", "`not`"),
        ("Do ~~not~~ drive.", "~~not~~"),
        ("# Do not drive", "# "),
        ("Do [b]not[/b] drive.", "[b]"),
        ("Call {clinic:phone}", "{clinic:phone}"),
        ("Read {law:1-abc-2}", "{law:1-abc-2}"),
        ("{call:emergency-911}: call", "{call:emergency-911}"),
        ("Of {study:mini-trial:n}", "{study:mini-trial:n}"),
        ("Or {result:mini-trial.relapse:value|exact}", "{result:mini-trial.relapse:value|exact}"),
        ("Do not drive.\\nCome home.", "\\n"),
        ("\\textbf{x}".replace("{x}", " x"), "\\textbf"),
    ],
)
def test_a_mark_that_would_be_printed_is_refused(text: str, mark: str) -> None:
    assert [word for code, word in codes_of(text) if code == "EDT-307"] == [mark]


@pytest.mark.parametrize("kind", KINDS)
def test_a_reference_of_any_kind_is_refused_where_none_is_followed(kind: str) -> None:
    assert ("EDT-307", f"{{{kind}:name}}") in codes_of(f"Beside {{{kind}:name}} stand words.")


FORM = """\
forms:
  referral:
    title: "Under {law:1-abc-2}"
    kind: clinical
    intro: Fill it in.
    sections:
      - {title: The end, fields: [{label: Name, type: text, hint: "as {law:1-abc-2} says"}]}
"""


def test_a_reference_in_a_title_or_hint_of_a_form_is_refused(mini: Miniature) -> None:
    mini.write("content/forms.yaml", FORM)
    mini.replace("content/packets/pack.yaml", "      - references", "      - form: referral\n      - references")
    told = [_short(one) for one in found(mini, "pack") if one.code == "EDT-307"]
    assert told == [("content/forms.yaml:3:19", "{law:1-abc-2}"), ("content/forms.yaml:7:71", "{law:1-abc-2}")]


@pytest.mark.parametrize(
    "text",
    [
        "a < b and b > c",
        "R&D; AT&T; you & me;",
        "5 * 4 * 3",
        "* Required",
        "Name: ____ Date: ____",
        "a_b_c",
        "[see us] (soon)",
        "Room #5, # 5",
        "2*3*4",
        "C:\\new\\table",
        "It’s a ** b",
    ],
)
def test_a_sign_that_means_itself_is_no_mark(text: str) -> None:
    assert [code for code, _ in codes_of(text) if code == "EDT-307"] == []


def _printed(mini: Miniature) -> list[tuple[str, str]]:
    """Return where the piece prints marks, and the mark."""
    told = found(mini)
    assert {one.code for one in told} <= {"EDT-307"}
    return [_short(one) for one in told]


def _unprinted(mini: Miniature, said: Sequence[Finding] = ()) -> list[tuple[str, str]]:
    return [_short(one) for one in unprinted_marks(mini.load(), said)]


def _short(finding: Finding) -> tuple[str, str]:
    return str(finding.place), finding.message.partition("'")[2].partition("'")[0]


def test_a_fact_about_the_clinic_is_told_where_it_is_typed(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "Miniature Clinic", "Mini<b>ature</b> Clinic")
    mini.append("content/clinic.yaml", "legal_name: A &amp; B\nhours: 9 < 5\n")
    assert _printed(mini) == [("content/clinic.yaml:2:11", "<b>"), ("content/clinic.yaml:5:15", "&amp;")]


def test_what_a_reference_prints_is_told_beside_what_is_typed(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "intake_contact: The *desk*\n")
    mini.replace("content/program.yaml", "Call us at", "Ask **now** for {clinic:intake_contact}, <i>x</i>, at")
    assert _printed(mini) == [("content/program.yaml:13:15", "**now**"), ("content/clinic.yaml:5:21", "*desk*")]


def test_records_that_a_piece_cites_are_read_whole(mini: Miniature) -> None:
    mini.replace("content/sources.yaml", "literal: Miniature Agency", "literal: Miniature <i>Agency</i>")
    mini.replace("content/sources.yaml", "title: Miniature label", "title: Miniature <i>label</i>")
    assert _printed(mini) == [("content/sources.yaml:10:30", "<i>")]


def test_a_title_of_the_house_holds_no_tags(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "title: A folded", "title: A <i>folded</i>")
    assert _printed(mini) == [("content/brochures/fold.yaml:2:10", "<i>")]


def test_what_no_piece_prints_is_told_too(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "Miniature Clinic", "Mini<b>ature</b> Clinic")
    mini.replace("content/images/images.yaml", "drawn for", "drawn *for*")
    mini.replace("content/sources.yaml", "kind: label", "kind: label\n    limits: See `here`")
    mini.replace("content/sources.yaml", "title: Miniature label", "title: Miniature <i>label</i>")
    mini.replace("content/studies.yaml", "design: Randomised", "design: __Randomised__")
    mini.replace("content/reviews.yaml", "We offer care in the daytime.", "We offer **care** in the daytime.")
    assert sorted(_unprinted(mini, found(mini))) == [
        ("content/images/images.yaml:6:19", "*for*"),
        ("content/studies.yaml:17:13", "__Randomised__"),
    ]


def test_what_only_looks_like_a_mark_is_none(mini: Miniature) -> None:
    mini.replace("content/house/words.yaml", "find: [best,", "find: [best, '# <b>',")
    mini.replace("content/sources.yaml", "issued:", "URL: https://example.org/_a_/\n      issued:")
    mini.replace("content/sources.yaml", "title: Miniature label", "title: Miniature <i>label</i>")
    assert _printed(mini) == []
    assert _unprinted(mini) == []


def test_a_wording_that_no_piece_prints_is_told_once(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "en: Outpatient program.", "en: Outpatient <b>program</b>.")
    catalogue = mini.load()
    left, _ = unprinted_words(mini.project, catalogue, [resolve(mini.project, catalogue, "fold")])
    (told,) = [*unprinted(left), *unprinted_marks(catalogue, unprinted(left))]
    assert (told.code, str(told.place)) == ("EDT-307", "content/program.yaml:8:22")
    assert told.message == "'<b>' would be printed as it is (no piece prints it yet)"
