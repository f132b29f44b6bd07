"""Which pieces may be published: whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.findings import Finding, Severity
from brochures.production import File, Kept, Made, Refused
from brochures.project.edition import Edition
from brochures.publish.whole_pieces import whole_pieces
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

UNTIL = date(2027, 1, 2)
WARNING = Finding("REL-101", Severity.WARNING, "not signed", piece="fold")
WRONG = Finding("LAY-201", Severity.ERROR, "too long", piece="fold")


@pytest.fixture
def job(mini: Miniature) -> Job:
    return resolve(mini.project, mini.load(), "fold")


@pytest.fixture
def screen(mini: Miniature, job: Job) -> Composition:
    return compose(Templates.read(mini.project), job, Edition.SCREEN, proof=False)[0]


@pytest.fixture
def desk(mini: Miniature, job: Job) -> Composition:
    return compose(Templates.read(mini.project), job, Edition.DESK, proof=False)[0]


def _whole(job: Job, *made: Made, words: tuple[Finding, ...] = (WARNING,)) -> list[tuple[Made, ...]]:
    wanted = [(job, Edition.SCREEN), (job, Edition.DESK)]
    return [piece.files for piece in whole_pieces(wanted, {job.slug: words}, made, lambda _: UNTIL)]


def test_a_piece_whose_wanted_editions_are_all_good_is_whole(job: Job, screen: Composition, desk: Composition) -> None:
    made = (File(screen, b"pdf", 2, (WARNING,)), Kept(desk, (), "digest", {}))
    (piece,) = whole_pieces(
        [(job, Edition.SCREEN), (job, Edition.DESK)], {job.slug: (WARNING,)}, made, lambda one: UNTIL if one is job else None
    )  # fmt: skip
    assert (piece.job, piece.waiting, piece.true_until, piece.files) == (job, (WARNING,), UNTIL, made)


def test_a_piece_with_an_error_in_its_words_is_not(job: Job, screen: Composition, desk: Composition) -> None:
    made = (File(screen, b"pdf", 2, ()), File(desk, b"pdf", 2, ()))
    assert _whole(job, *made) == [made]
    assert _whole(job, *made, words=(WARNING, WRONG)) == []


def test_a_piece_of_which_one_file_is_wrong_or_refused_is_not(job: Job, screen: Composition, desk: Composition) -> None:
    good = File(screen, b"pdf", 2, ())
    assert _whole(job, good, File(desk, b"pdf", 2, (WRONG,))) == []
    assert _whole(job, good, Refused(desk, (WRONG,))) == []
    assert _whole(job, good, Refused(desk, ())) == []
    assert _whole(job, good, File(desk, b"pdf", 2, ()), Refused(desk, ())) == []


def test_a_piece_that_lacks_a_wanted_edition_is_not(job: Job, screen: Composition) -> None:
    assert _whole(job, File(screen, b"pdf", 2, ())) == []


def test_files_of_another_piece_count_for_nothing(job: Job, screen: Composition, desk: Composition) -> None:
    made = (File(screen, b"pdf", 2, ()), File(desk, b"pdf", 2, ()))
    other = Refused(replace(desk, slug="other"), (WRONG,))
    assert _whole(job, *made, other) == [made]


def test_where_nothing_is_wanted_nothing_is_whole() -> None:
    assert whole_pieces([], {}, (), lambda _: UNTIL) == ()
