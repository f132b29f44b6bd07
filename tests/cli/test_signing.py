from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build as program
from brochures.load.list_files import REVIEWS_HEAD
from brochures.project.one_at_a_time import take
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve
from tests.miniature import TODAY, Miniature

Run = Callable[..., Result]
WHO = ("--by", "Ada Reader, MD", "--role", "medical-director")
LEDGER = "content/reviews.yaml"


@pytest.fixture
def run(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in this process, at a miniature project in which nobody has signed, on a day that never changes."""
    opened = Project.open
    monkeypatch.setattr(Project, "open", lambda root=None, out=None, today=TODAY: opened(root, out, today))
    mini.write(LEDGER, REVIEWS_HEAD)

    def call(*arguments: str, answer: str = "") -> Result:
        return CliRunner().invoke(
            program.main, [*arguments, "--root", str(mini.root)], input=answer, prog_name="build.py"
        )

    return call


def _text(mini: Miniature) -> str:
    return (mini.root / LEDGER).read_text(encoding="utf-8")


def _held(mini: Miniature, slug: str) -> dict[tuple[str, str], date]:
    return dict(resolve(mini.project, mini.load(), slug).until)


def test_a_whole_piece_is_shown_and_then_signed_in_one_command(run: Run, mini: Miniature) -> None:
    result = run("approve", "fold", *WHO, answer="y\n")
    assert result.exit_code == 0, result.output
    assert result.output.startswith(
        "piece 'fold'  content/brochures/fold.yaml:2:8\n    A folded piece\n    What a folded piece is\n    Miniature Clinic\n    [for patient]\n    [heading]\n    Front\n"
    )
    assert (
        "statement 'program.call' (patient, en)  content/program.yaml:13:11\n    Call us at 847-555-0200, or 911.\n"
        in result.output
    )
    assert "    source: mini-label; " in result.output
    assert "Sign these 6 texts as Ada Reader, MD (Medical director), until 2027-03-01? [y/N]: y\n" in result.output
    assert result.output.endswith(
        "signed 6 texts as Ada Reader, MD (Medical director), until 2027-03-01: content/reviews.yaml\n"
    )
    assert set(_held(mini, "fold").values()) == {date(2027, 3, 1)}
    assert len(_held(mini, "fold")) == 6
    assert (
        '    by: "Ada Reader"\n    credential: MD\n    role: medical-director\n    signed: 2026-03-01\n    until: 2027-03-01\n'
        in _text(mini)
    )
    again = run("approve", "fold", *WHO)
    assert (
        again.output
        == "signed already as 'medical-director', and not changed since: 6 texts\nnothing to sign as 'medical-director'\n"
    )
    assert again.exit_code == 0


@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_nothing_is_signed_without_a_yes(run: Run, mini: Miniature, answer: str) -> None:
    result = run("approve", "fold", *WHO, answer=answer)
    assert (result.exit_code, result.output.splitlines()[-1]) == (1, "nothing was signed")
    assert _text(mini) == REVIEWS_HEAD


def test_a_script_is_not_asked_and_may_say_until_when(run: Run, mini: Miniature) -> None:
    result = run("approve", "program.call", "emergency-911", *WHO, "--yes", "--until", "2026-03-02")
    assert result.exit_code == 0
    assert "[y/N]" not in result.output
    assert _held(mini, "fold") == {
        ("statement", "program.call"): date(2026, 3, 2),
        ("help line", "emergency-911"): date(2026, 3, 2),
    }


@pytest.mark.parametrize(
    ("first", "second", "held_until"),
    [
        ("2026-03-31", "2026-04-01", "2026-04-01"),
        ("2027-03-01", "2028-03-01", "2028-03-01"),
        ("2026-03-31", "", "2027-03-01"),
        ("2026-04-01", "", "2026-04-01"),
        ("2026-04-01", "2026-04-01", "2026-04-01"),
        ("2026-04-01", "2026-03-31", "2026-04-01"),
    ],
)
def test_a_signature_is_renewed_before_it_lapses_where_it_is_due_or_a_later_day_is_given(
    run: Run, mini: Miniature, first: str, second: str, held_until: str
) -> None:
    run("approve", "program.call", *WHO, "--yes", "--until", first)
    later = ("--until", second) if second else ()
    result = run("approve", "program.call", *WHO, "--yes", *later)
    renewed = f"signed 1 texts as Ada Reader, MD (Medical director), until {held_until}: content/reviews.yaml\n"
    left = "and not changed since: 1 texts\nnothing to sign as 'medical-director'\n"
    assert result.output.endswith(left if first == held_until else renewed)
    assert _held(mini, "fold") == {("statement", "program.call"): date.fromisoformat(held_until)}
    assert _text(mini).count("statement: program.call") == 1


def test_what_the_role_may_not_sign_is_left_and_named(run: Run, mini: Miniature) -> None:
    result = run("approve", "fold", "--by", "Bea Plain", "--role", "reading", "--yes")
    assert "left for medical-director: statement 'program.call' (patient, en)\n" in result.output
    assert result.output.endswith("signed 1 texts as Bea Plain (Reading), until 2026-03-31: content/reviews.yaml\n")
    assert "credential" not in _text(mini)
    assert _held(mini, "fold") == {("piece", "fold"): date(2026, 3, 31)}
    run("approve", "fold", *WHO, "--yes")
    assert "left for" not in run("approve", "fold", "--by", "Bea Plain", "--role", "reading", "--yes").output


def test_changed_words_are_shown_with_what_was_signed_and_signed_anew_in_their_place(run: Run, mini: Miniature) -> None:
    run("approve", "fold", *WHO, "--yes")
    mini.append(LEDGER, "  # A note of ours.\n")
    mini.replace("content/program.yaml", "in the daytime.", "at night.")
    result = run("approve", "fold", *WHO, "--yes")
    assert (
        "    changed since Ada Reader, MD signed it: “We offer care in the daytime.” is now “We offer care at night.” (“in the daytime.” became “at night.”)\n"
        in result.output
    )
    assert "signed 1 texts" in result.output
    assert (_text(mini).count("statement: program.outpatient"), "# A note of ours." in _text(mini)) == (1, True)
    assert "We offer care at night." in _text(mini)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("foled", *WHO), "there is no piece, statement, form, help line or study 'foled': did you mean 'fold'?"),
        (("fold", "--by", "Ada", "--role", "medical-director"), "--by 'Ada' is no person's name: write first and last name"),
        (("fold", "--by", ", MD", "--role", "medical-director"), "--by ', MD' is no person's name"),
        (("fold", "--by", "Ada Reader", "--role", "medical-directer"), "there is no role 'medical-directer': did you mean 'medical-director'?"),
        (("fold", "--by", "Ada Reader", "--role", "owner"), "there is no role 'owner'. The roles of content/house/roles.yaml are: medical-director, reading"),
        (("fold", *WHO, "--until", "2026-03-01"), "--until 2026-03-01 has gone by: today is 2026-03-01"),
        (("fold", *WHO, "--until", "next year"), "--until 'next year' is no day: write it as 2027-11-30"),
    ],
)  # fmt: skip
def test_an_order_that_cannot_be_is_wrong_usage_and_signs_nothing(
    run: Run, mini: Miniature, arguments: tuple[str, ...], told: str
) -> None:
    result = run("approve", *arguments, "--yes")
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert _text(mini) == REVIEWS_HEAD


def test_a_form_that_no_piece_prints_has_nothing_to_sign(run: Run, mini: Miniature) -> None:
    mini.write("content/forms.yaml", "forms: {reply: {title: T, intro: I, sections: [{title: S, note: N}]}}\n")
    result = run("approve", "reply", *WHO, "--yes")
    assert (result.exit_code, "no piece prints the form 'reply'" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/program.yaml", "statements:\n  program.call:\n    kind: adv"),
        ("content/reviews.yaml", "signatures:\n  - piece: 'fo"),
    ],
)
def test_a_file_that_is_half_saved_is_told_and_nothing_is_lost(run: Run, mini: Miniature, file: str, text: str) -> None:
    mini.write(file, text)
    before = _text(mini)
    result = run("approve", "fold", *WHO, "--yes")
    assert (result.exit_code, result.output.startswith(f"{file}:")) == (1, True)
    assert (_text(mini), (mini.root / file).read_text(encoding="utf-8")) == (before, text)


def test_a_ledger_that_is_half_saved_between_the_question_and_the_answer_stays_what_it_is(
    run: Run, mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_: str) -> bool:
        mini.write(LEDGER, "signatures:\n  - piece: 'fo")
        return True

    monkeypatch.setattr("brochures.cli.signing.click.confirm", slow)
    result = run("approve", "fold", *WHO)
    assert (result.exit_code, "content/reviews.yaml:2:12 LOD-103" in result.output) == (1, True)
    assert _text(mini) == "signatures:\n  - piece: 'fo"


def test_a_piece_that_cannot_be_followed_is_told_and_signs_nothing(run: Run, mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "- statement: program.call", "- statement: program.cal")
    for name in ("fold", "program.nothing"):
        result = run("approve", name, *WHO, "--yes")
        assert (result.exit_code, "there is no statement 'program.cal'" in result.output) == (1, True)
    assert _text(mini) == REVIEWS_HEAD


def test_reviews_lists_for_each_role_what_is_void_due_unsigned_and_signed(run: Run, mini: Miniature) -> None:
    run("approve", "program.call", *WHO, "--yes", "--until", "2026-03-31")
    run("approve", "emergency-911", "program.outpatient", *WHO, "--yes")
    mini.replace("content/program.yaml", "in the daytime.", "at night.")
    result = run("reviews", "fold")
    first, head, *rows = result.output.splitlines()
    assert result.exit_code == 0
    assert (
        first
        == "Medical director (medical-director): 1 void, 0 faulty, 0 past due, 1 due within 30 days, 3 unsigned, 1 signed"
    )
    assert head.split() == ["state", "what", "by", "signed", "until", "where"]
    assert rows[0].split("  ")[0] == "void"
    assert "statement 'program.outpatient' (patient, en)" in rows[0]
    assert "Ada Reader, MD  2026-03-01  2027-03-01  content/program.yaml:3:3" in rows[0]
    assert [row.split()[0] for row in rows[1:6]] == ["due", "unsigned", "unsigned", "unsigned", "signed"]
    assert "Reading (reading): 0 void, 0 faulty, 0 past due, 0 due within 30 days, 1 unsigned, 0 signed" in rows
    assert "1 due within 29 days" not in run("reviews", "fold", "--within", "29").output


def test_reviews_of_one_role_or_of_everything(run: Run) -> None:
    result = run("reviews", "--role", "reading")
    assert result.output.startswith(
        "Reading (reading): 0 void, 0 faulty, 0 past due, 0 due within 30 days, 2 unsigned, 0 signed\n"
    )
    assert "Medical director" not in result.output
    wrong = run("reviews", "--role", "readin")
    assert (wrong.exit_code, "did you mean 'reading'?" in wrong.output) == (2, True)
    assert run("reviews", "foled").exit_code == 2


def test_reviews_tells_what_cannot_be_followed(run: Run, mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "- statement: program.call", "- statement: program.cal")
    result = run("reviews", "fold")
    assert (result.exit_code, "RES-101" in result.output) == (1, True)


def test_a_ledger_that_may_not_be_written_is_told(run: Run, mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("approve", "fold", *WHO, "--yes")
    assert (result.exit_code, "PUB-101" in result.output, _text(mini)) == (1, True, REVIEWS_HEAD)


def test_nothing_is_signed_while_words_are_saved_and_who_saves_them_is_told(run: Run, mini: Miniature) -> None:
    held = take(mini.project.before / ".writer", "the preview at 127.0.0.1:8000")
    try:
        result = run("approve", "program.call", *WHO, "--yes")
    finally:
        held.release()
    assert result.exit_code == 1
    assert "the preview at 127.0.0.1:8000 (process " in result.output
    assert _text(mini) == REVIEWS_HEAD
    assert run("approve", "program.call", *WHO, "--yes").exit_code == 0
