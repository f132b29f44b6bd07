"""The gate at work on one text: the miniature project with the project's own word lists, and nothing set or published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from brochures.editorial import CHECKS, editorial, let_pass
from brochures.editorial.galley import Galley
from brochures.editorial.sentences import ParsedText, Prose
from brochures.findings import Finding, Place
from brochures.load.model.statements import Audience
from brochures.load.positions import Writing
from brochures.project.paths import ROOT
from brochures.resolve.editorial_rules import waivers
from brochures.resolve.inline_text import Plain
from brochures.resolve.job import Job, Passage, Role
from brochures.resolve.ticket import resolve
from tests.miniature import TODAY, Miniature
from tests.signing import sign_all

WORDS = "content/house/words.yaml"
FACTS = "content/house/facts.yaml"
PATIENT, CLINICIAN = Audience.PATIENT, Audience.CLINICIAN


def with_house_words(mini: Miniature, *, facts: bool = True) -> Miniature:
    """Give ``mini`` the word lists of the project and no required parts; the facts name statements that a whole build would miss."""
    for file in (WORDS, *([FACTS] if facts else []), "content/house/names.yaml", "content/house/languages.yaml"):
        mini.write(file, (ROOT / file).read_bytes())
    return mini


def found(mini: Miniature, slug: str = "fold", today: date = TODAY) -> Sequence[Finding]:
    """Return what the gate says of the piece ``slug``, with what a waiver lets pass as notes."""
    if mini.sign_again:
        sign_all(mini.project)
    catalogue = mini.load()
    assert catalogue.findings == ()
    return let_pass(editorial(resolve(mini.project, catalogue, slug), today), waivers(catalogue), today)


@cache
def house_job() -> Job:
    """Return a job of the miniature project with the project's own words and no passage of its own but its title."""
    with TemporaryDirectory() as folder:
        mini = with_house_words(Miniature.copied_to(Path(folder) / "project"))
        job = resolve(mini.project, mini.load(), "fold")
    return replace(job, passages=job.passages[:1])


def passage(text: str, audience: Audience = PATIENT, role: Role = Role.STATEMENT) -> Passage:
    """Return ``text`` as words of a statement."""
    return Passage(role, (Plain(text),), Writing(text, text, Place("words", 1, 1)), audience, 0, 0, "statement", "said")


def prose(text: str, *abbreviations: str) -> Prose:
    """Return ``text`` as prose."""
    return Prose(passage(text), ParsedText.of(text, frozenset(abbreviations), ("'s",)))


def galley(*passages: Passage) -> Galley:
    """Return the title of the miniature piece and ``passages``, laid out with the project's words."""
    job = house_job()
    return Galley.of(replace(job, passages=(*job.passages, *passages)))


def said_of(*passages: Passage) -> list[Finding]:
    """Return what every check says of ``passages``."""
    laid_out = galley(*passages)
    return [finding for check in CHECKS for finding in check(laid_out) if finding.place.file == "words"]


def codes_of(
    text: str, audience: Audience = PATIENT, role: Role = Role.STATEMENT, family: str = "EDT-"
) -> list[tuple[str, str]]:
    """Return the code of everything of ``family`` that is said of ``text``, and the words that it is said of."""
    return [
        (finding.code, finding.message.split("'")[1] if "'" in finding.message else "")
        for finding in said_of(passage(text, audience, role))
        if finding.code.startswith(family)
    ]
