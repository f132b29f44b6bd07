from __future__ import annotations

import pytest

from brochures.cli.editing.ticking import SignedTicks, TickList, sign_ticked, signing_roles, tick_list
from brochures.cli.editing.writing_alone import writer
from brochures.findings import BrochureError, UsageError
from brochures.load.list_files import REVIEWS_HEAD
from brochures.project.one_at_a_time import take
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

LEDGER = "content/reviews.yaml"


@pytest.fixture
def project(mini: Miniature) -> Project:
    mini.write(LEDGER, REVIEWS_HEAD)
    return mini.project


def _list(project: Project) -> TickList:
    return tick_list(project, "fold", "medical-director")


def _sign(
    project: Project, ticked: dict[str, str], by: str = "Ada Reader, MD", role: str = "medical-director"
) -> SignedTicks:
    return sign_ticked(project, "fold", ticked, by, role)


def _refused(project: Project, ticked: dict[str, str]) -> tuple[str, str]:
    before = (project.root / LEDGER).read_bytes()
    with pytest.raises(BrochureError) as refused:
        _sign(project, ticked)
    assert (project.root / LEDGER).read_bytes() == before
    return refused.value.findings[0].code, refused.value.findings[0].message


def test_the_list_shows_every_word_that_the_role_may_sign(project: Project) -> None:
    found = _list(project)
    assert (found.title, str(found.until), found.already, found.others) == ("Medical director", "2027-03-01", 0, ())
    assert [one.called for one in found.texts][:2] == ["piece 'fold'", "statement 'ketamine.off-label' (patient, en)"]
    assert len(found.texts) == 6
    assert found.texts[1].words == ("Ketamine is not approved for addiction. Using it this way is called “off-label”.",)
    assert found.texts[1].sources[0].startswith("mini-label; ")
    assert signing_roles(project)["medical-director"] == "Medical director"


def test_what_only_others_may_sign_is_named(project: Project) -> None:
    found = tick_list(project, "fold", "reading")
    assert [one.called for one in found.texts] == ["piece 'fold'"]
    assert "statement 'program.call' (patient, en): medical-director" in found.others


def test_what_was_ticked_is_signed_and_nothing_else(project: Project, mini: Miniature) -> None:
    two = {one.key: one.digest for one in _list(project).texts[1:3]}
    signed = _sign(project, two)
    assert signed.said == "Signed 2 texts as Ada Reader, MD (Medical director), until 2027-03-01: content/reviews.yaml"
    held = resolve(project, mini.load(), "fold").until
    assert set(held) == {("statement", key.split("/")[1]) for key in two}
    left = _list(project)
    assert (left.already, len(left.texts)) == (2, 4)


def test_nothing_is_signed_that_changed_after_it_was_shown(project: Project, mini: Miniature) -> None:
    ticked = {one.key: one.digest for one in _list(project).texts[:3]}
    mini.replace("content/ketamine.yaml", "Using it this way", "Using it so")
    code, said = _refused(project, ticked)
    assert (code, said) == (
        "TOO-235", "statement 'ketamine.off-label' (patient, en) was changed after it was shown; nothing was signed"
    )  # fmt: skip


def test_nothing_is_signed_that_was_not_shown_or_not_ticked(project: Project) -> None:
    ticked = {one.key: one.digest for one in _list(project).texts[1:2]}
    _sign(project, ticked)
    assert _refused(project, ticked)[0] == "TOO-235"
    assert _refused(project, {"statement/nothing/patient/en": "0"})[0] == "TOO-235"
    assert _refused(project, {})[1] == "nothing was ticked; nothing was signed"


@pytest.mark.parametrize(
    ("by", "role", "said"),
    [
        ("", "medical-director", "is no person's name"),
        ("Ada", "medical-director", "is no person's name"),
        ("Ada Reader", "medical-diretcor", "did you mean 'medical-director'"),
    ],
)
def test_who_signs_is_asked_by_the_rules_of_the_ledger(project: Project, by: str, role: str, said: str) -> None:
    ticked = {one.key: one.digest for one in _list(project).texts[:1]}
    with pytest.raises(UsageError, match=said):
        _sign(project, ticked, by, role)
    assert (project.root / LEDGER).read_text(encoding="utf-8") == REVIEWS_HEAD


def test_changes_since_a_signature_are_shown(project: Project, mini: Miniature) -> None:
    text = _list(project).texts[1]
    _sign(project, {text.key: text.digest})
    mini.replace("content/ketamine.yaml", "Using it this way", "Using it so")
    (again,) = (one for one in _list(project).texts if one.key == text.key)
    assert "this way" in again.changed
    _sign(project, {again.key: again.digest})
    assert (project.root / LEDGER).read_text(encoding="utf-8").count("statement: ketamine.off-label") == 1


def test_content_with_mistakes_is_not_signed(project: Project, mini: Miniature) -> None:
    mini.append("content/program.yaml", "  oops\n")
    with pytest.raises(BrochureError):
        _list(project)


def test_nothing_is_signed_while_somebody_else_writes(project: Project) -> None:
    ticked = {one.key: one.digest for one in _list(project).texts[:1]}
    held = take(project.before / ".writer", "./build.py approve")
    try:
        code, said = _refused(project, ticked)
    finally:
        held.release()
    assert code == "TOO-232"
    assert said.startswith("./build.py approve (process ")
    with writer(project, "one"):
        assert _refused(project, ticked)[0] == "TOO-232"
