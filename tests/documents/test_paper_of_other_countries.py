"""The real documents on the paper of other countries: their tickets name another format, and nothing else is changed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from brochures.engine import start
from brochures.pipeline import Order, Report, build
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from tests.facts import Facts
from tests.real import DAY

pytestmark = pytest.mark.slow

PRINTED = (Edition.DESK, Edition.PRESS)
"""The editions on paper: the sheets of a format as they are folded or cut, and its single pages, which are those of the screen."""

POSTER, BRIEF, BOOKLET = "waiting-room-poster", "evidence-brief", "ketamine-facts"


def _built(
    root: Path,
    slug: str,
    now: str,
    then: str,
    *,
    editions: Sequence[Edition] = PRINTED,
    change: Callable[[str], str] = str,
) -> tuple[Project, Report]:
    """Build ``slug`` of a copy at ``root`` in the format ``then``, in each of ``editions`` that it has, with its words changed."""
    for folder in ("content", "templates", "styles"):
        shutil.copytree(ROOT / folder, root / folder)
    ticket = root / "content" / "brochures" / f"{slug}.yaml"
    words = ticket.read_text(encoding="utf-8")
    assert words.count(f"format: {now}") == 1
    ticket.write_text(change(words.replace(f"format: {now}", f"format: {then}")), encoding="utf-8")
    project = Project.open(root, today=DAY)
    return project, build(project, Order((slug,), tuple(editions), jobs=1), start, lambda _: None)


@pytest.mark.parametrize(
    ("slug", "now", "then", "size"),
    [
        ("program-trifold", "letter-roll-fold", "a4-roll-fold", (841.89, 595.28)),
        ("family-guide", "letter-half-fold", "a4-half-fold", (841.89, 595.28)),
        ("treatment-day-card", "rack-card", "dl-card", (595.28, 841.89)),
        ("crisis-card", "wallet-card", "card-85x55", (595.28, 841.89)),
        ("ketamine-facts", "letter-booklet-12", "a5-booklet-12", (841.89, 595.28)),
        (POSTER, "tabloid-poster", "a3-poster", (841.89, 1190.55)),
        ("program-overview", "letter-sheet", "a4-sheet", (595.28, 841.89)),
    ],
)
def test_a_piece_is_built_in_the_format_of_another_country_by_its_ticket(
    tmp_path: Path, slug: str, now: str, then: str, size: tuple[float, float]
) -> None:
    project, report = _built(tmp_path, slug, now, then)
    assert [finding for finding in report.findings if finding.is_error] == []
    desk, sheet = (
        Facts((project.out / slug / f"{slug}.{name}.pdf").read_bytes()) for name in ("desk", "desk-instructions")
    )
    assert [pytest.approx(found, abs=0.01) for found in desk.sizes] == [size] * len(desk.sizes)
    assert ("A3" if slug == POSTER else "A4") in sheet.texts[0]
    assert "Letter" not in sheet.texts[0]


def test_the_brief_is_four_pages_of_a4_on_a_sheet_of_a3(tmp_path: Path) -> None:
    project, report = _built(tmp_path, BRIEF, "letter-folder", "a4-folder", editions=(Edition.SCREEN, Edition.DESK))
    assert [finding for finding in report.findings if finding.is_error] == []
    screen, desk = (Facts((project.out / BRIEF / f"{BRIEF}.{name}.pdf").read_bytes()) for name in ("screen", "desk"))
    assert screen.sizes == [pytest.approx((595.28, 841.89), abs=0.01)] * 4
    assert desk.sizes == [pytest.approx((1190.55, 841.89), abs=0.01)] * 2


def _shorter(words: str) -> str:
    """Return the twelve pages of the booklet as eight: 3, 4, 5 and 10 are left out, and those after them move up."""
    head, *pages = re.split(r"(?m)^(?=  (?:front|back|page-\d+):)", words)
    kept = [page for page in pages if not re.match(r"  page-(?:[345]|10):", page)]
    numbers = iter(range(2, len(kept)))
    return head + "".join(re.sub(r"^  page-\d+:", lambda _: f"  page-{next(numbers)}:", page) for page in kept)


def test_a_booklet_of_eight_pages_is_built_though_its_styles_speak_of_twelve(tmp_path: Path) -> None:
    formats = ("letter-booklet-12", "letter-booklet")
    project, report = _built(tmp_path, BOOKLET, *formats, editions=(Edition.DESK,), change=_shorter)
    assert [finding for finding in report.findings if not finding.code.startswith("REL")] == []
    desk = Facts((project.out / BOOKLET / f"{BOOKLET}.desk.pdf").read_bytes())
    assert desk.sizes == [(792, 612)] * 4
