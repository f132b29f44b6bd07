from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brochures.findings import BrochureError
from brochures.load.list_files import PRINTED_HEAD, REVIEWS_HEAD, record_printed, sign
from brochures.load.model.printed import PrintedVersion
from brochures.load.model.reviews import Signature
from brochures.project.paths import Project

HEAD = "signatures:\n"
OLD = """\
  # Our first one.
  - form: referral
    by: Ada Reader   # on leave until May
    role: director
    signed: 2026-01-02

    until: 2027-01-02
    # as it was faxed
    digest: 12
    words: ['One # two', "Three"]

  # The second.
  - piece: fold
    by: B. Writer
    role: reading
"""
NEW = """\
    by: "C. Other"
    role: director
    signed: 2026-03-01
    until: 2027-03-01
    digest: ab
    words:
      - "It’s 50%, “so”: \\u00a0#1"
      - plain-word
    sources:
      - "null"
"""


def _new(**what: str) -> Signature:
    return Signature.model_validate({
        **what, "by": "C. Other", "role": "director", "signed": date(2026, 3, 1), "until": date(2027, 3, 1), "digest": "ab",
        "words": ("It’s 50%, “so”: \N{NO-BREAK SPACE}#1", "plain-word"), "sources": ("null",),
    })  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("content", "templates", "styles"):
        (tmp_path / name).mkdir()
    return Project.open(tmp_path)


def _signed(project: Project, before: str | bytes, *new: Signature) -> str:
    path = project.content / "reviews.yaml"
    path.write_bytes(before.encode() if isinstance(before, str) else before)
    sign(project, new)
    return path.read_bytes().decode()


def test_the_first_signature_makes_the_file(project: Project) -> None:
    sign(project, [_new(piece="fold")])
    assert (project.content / "reviews.yaml").read_text(encoding="utf-8") == f"{REVIEWS_HEAD}  - piece: fold\n{NEW}"


@pytest.mark.parametrize(
    "nothing", ["signatures:\n", "signatures: []\n", "signatures:   # none yet\n\n\n", "signatures: ~\n"]
)
def test_an_empty_list_is_begun_and_what_people_wrote_stays(project: Project, nothing: str) -> None:
    text = _signed(project, f"# The head.\n{nothing}", _new(piece="fold"))
    assert text.startswith("# The head.\nsignatures:")
    assert ("# none yet" in text) is ("# none yet" in nothing)
    assert text.endswith(f"\n  - piece: fold\n{NEW}")


def test_another_signature_goes_to_the_end_and_nothing_else_changes(project: Project) -> None:
    assert _signed(project, HEAD + OLD, _new(helpline="poison")) == f"{HEAD}{OLD}  - helpline: poison\n{NEW}"


def test_one_of_the_same_role_stands_in_the_place_of_the_old_one_and_comments_stay(project: Project) -> None:
    before, after = OLD.split("\n  # The second.")
    assert before
    assert _signed(project, HEAD + OLD, _new(form="referral")) == (
        f"{HEAD}  # Our first one.\n  # on leave until May\n  # as it was faxed\n  - form: referral\n{NEW}\n  # The second.{after}"
    )


def test_one_of_another_role_or_under_another_thing_replaces_nothing(project: Project) -> None:
    text = _signed(project, HEAD + OLD, _new(piece="fold"), _new(form="reply"))
    assert text == f"{HEAD}{OLD}  - piece: fold\n{NEW}  - form: reply\n{NEW}"


def test_the_layout_of_the_file_is_kept(project: Project) -> None:
    flat = "signatures:\n- piece: fold\n  by: B. Writer\n"
    assert _signed(project, flat, _new(piece="pack")).startswith(f'{flat}- piece: pack\n  by: "C. Other"\n')
    windows = ("\ufeff" + HEAD + OLD).replace("\n", "\r\n").encode()
    text = _signed(project, windows, _new(helpline="poison"))
    assert text.startswith(windows.decode())
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("signatures: [{piece: fold}]\n", "PUB-101"),
        ("signatures:\n  - piece: fold\n    by: 'B. Wri", "LOD-103"),
        ("signatures:\n  - piece: fold\n    bye: B. Writer\n", "LOD-201"),
        ("signatures:\n  - {piece: fold, piece: pack}\n", "LOD-104"),
        ("", "LOD-106"),
    ],
)
def test_a_file_that_cannot_be_read_whole_or_grown_stays_what_it_is(project: Project, text: str, code: str) -> None:
    path = project.content / "reviews.yaml"
    with pytest.raises(BrochureError) as refused:
        _signed(project, text, _new(piece="pack"))
    assert (path.read_text(encoding="utf-8"), [one.name for one in project.content.iterdir()]) == (
        text,
        ["reviews.yaml"],
    )
    assert refused.value.findings[0].place.file == "content/reviews.yaml"
    assert refused.value.findings[0].code == code


def test_what_was_printed_is_kept_once_for_each_version(project: Project) -> None:
    def version(number: str, digest: str) -> PrintedVersion:
        said = {
            "piece": "fold",
            "version": number,
            "day": date(2026, 3, 1),
            "digest": digest,
            "words": {"piece 'fold'": "0"},
        }
        return PrintedVersion.model_validate(said)

    record_printed(project, [version("1.0", "a"), version("1.1", "b")])
    record_printed(project, [version("1.1", "c")])
    entry = (
        "  - piece: fold\n    version: {}\n    day: 2026-03-01\n    digest: {}\n    words:\n      \"piece 'fold'\": 0\n"
    )
    text = (project.content / "printed.yaml").read_text(encoding="utf-8")
    assert text == PRINTED_HEAD + entry.format("1.0", "a") + entry.format("1.1", "c")
