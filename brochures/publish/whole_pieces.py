"""Whole pieces: those that may be published. A piece is whole where nothing in it is wrong and no edition is missing, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from brochures.findings import Finding
from brochures.production import File, Kept, Made, Refused
from brochures.project.edition import Edition
from brochures.resolve.job import Job


@dataclass(frozen=True)
class WholePiece:
    """A piece without errors: its job, what people must still supply, the day on which that changes (None: never), and its files."""

    job: Job
    waiting: tuple[Finding, ...]
    true_until: date | None
    files: tuple[File | Kept, ...]


def whole_pieces(
    wanted: Sequence[tuple[Job, Edition]],
    words: Mapping[str, tuple[Finding, ...]],
    made: Sequence[Made],
    true_until: Callable[[Job], date | None],
) -> tuple[WholePiece, ...]:
    """Return the pieces that may be published: every ``wanted`` edition was ``made``, and neither ``words`` nor files have an error.

    ``words`` are the findings in the words of each piece; ``true_until`` says on which day those of a job change.
    """
    pieces = [
        WholePiece(job, words[job.slug], true_until(job), _good_files(job, made))
        for job in {job.slug: job for job, _ in wanted}.values()
        if not any(finding.is_error for finding in words[job.slug])
    ]
    return tuple(piece for piece in pieces if _is_complete(piece, wanted, made))


def _good_files(job: Job, made: Iterable[Made]) -> tuple[File | Kept, ...]:
    """Return the files of the piece that nothing speaks against."""
    mine = (one for one in made if one.composition.slug == job.slug)
    return tuple(one for one in mine if not isinstance(one, Refused) and one.good)


def _is_complete(piece: WholePiece, wanted: Iterable[tuple[Job, Edition]], made: Iterable[Made]) -> bool:
    """Whether every wanted edition of the piece is there, and each of its files is good."""
    editions = {edition for job, edition in wanted if job.slug == piece.job.slug}
    count = sum(one.composition.slug == piece.job.slug for one in made)
    return editions == {one.composition.edition for one in piece.files} and count == len(piece.files)
