"""Damages done to finished files, and whether preflight tells of each: ``.venv/bin/python -m tests.trials.file_damages`` tries them all.

It builds two pieces for reading and one for the press, does every damage of ``screen_damages`` and ``press_damages`` to each, and says which
were told, by which codes, and which were missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from brochures.design.css import FACES, font_families
from brochures.engine import start
from brochures.findings import Severity
from brochures.load.model.printers import Standard
from brochures.pdf.file import File
from brochures.pipeline import Order, build
from brochures.preflight import Shipped, preflight
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from tests.press_room import PressRoom
from tests.real import DAY
from tests.trials import press_damages, screen_damages
from tests.trials.pdf_surgery import NothingToDamageError, Surgery, operated

PIECES = ("program-trifold", "evidence-brief")
STYLES = ROOT / "styles"


@dataclass(frozen=True, slots=True)
class Answered:
    """What preflight said of a damaged file: the codes of its errors; None where the file has nothing to damage so."""

    what: str
    codes: tuple[str, ...] | None
    first: str = ""


def answered(made: File, what: str, surgery: Surgery) -> Answered:
    """Do one damage to ``made``, and return what preflight says of it."""
    try:
        data = operated(made.data, surgery)
    except NothingToDamageError:
        return Answered(what, None)
    found = preflight(replace(made, data=data, findings=()), font_families(STYLES / FACES), Shipped.of(STYLES))
    wrong = [finding for finding in found if finding.severity is not Severity.NOTE]
    return Answered(what, tuple(sorted({finding.code for finding in wrong})), wrong[0].message if wrong else "")


def screens(folder: Path) -> dict[str, File]:
    """Return the screen editions of real pieces, by name."""
    project = Project.open(ROOT, folder, DAY)
    order = Order(PIECES, (Edition.SCREEN,), jobs=1, force=True, publish=False)
    return {one.composition.slug: one for one in build(project, order, start, lambda _: None).files}


def presses(folder: Path) -> dict[str, File]:
    """Return a press file with marks of each standard, by its name."""
    project = Project.open(ROOT, folder, DAY)
    room = PressRoom(project, start(project), None, None, None, None)  # type: ignore[arg-type]  # only what sets a piece
    return {str(one): room.made_by(PIECES[0], "offset-coated", standard=one) for one in Standard}


def damages_of(made: File) -> Iterator[tuple[Mapping[str, Surgery], bool]]:
    """Yield the damages that can be done to ``made``, and whether they must be told."""
    if made.claim is None:
        yield from ((screen_damages.TOLD, True), (screen_damages.HARMLESS, False))
        return
    yield press_damages.TOLD, True
    if made.claim is Standard.X1A:
        yield press_damages.IN_X1A, True
    else:
        yield press_damages.HARMLESS, False


def trial(made: File, damages: Mapping[str, Surgery]) -> Iterator[Answered]:
    """Do each of ``damages`` to ``made``."""
    return (answered(made, what, surgery) for what, surgery in damages.items())


def main() -> None:
    """Try every damage, and tell of those that were missed."""
    parser = argparse.ArgumentParser(
        prog="file_damages", description="Says which damages of finished files are missed."
    )
    parser.add_argument("--only", default="", help="damages whose name holds this")
    parser.add_argument("--all", action="store_true", help="say of those that were told, too, by which code")
    asked = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as place:
        for name, made in {**screens(Path(place)), **presses(Path(place))}.items():
            for group, must in damages_of(made):
                wanted = {what: surgery for what, surgery in group.items() if asked.only in what}
                missed += _say(name, trial(made, wanted), must=must, everything=asked.all)
    sys.stdout.write(f"{missed} missed\n")


def _say(name: str, answers: Iterator[Answered], *, must: bool, everything: bool) -> int:
    missed = 0
    for one in answers:
        if one.codes is None:
            said = "nothing to damage"
        elif one.codes:
            said = f"told: {', '.join(one.codes)}: {one.first}"
        else:
            said = "MISSED" if must else "not told, and harmless"
            missed += must
        if everything or said == "MISSED":
            sys.stdout.write(f"{name}: {one.what}: {said}\n")
            sys.stdout.flush()
    return missed


if __name__ == "__main__":
    main()
