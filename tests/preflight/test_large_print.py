"""Type in large print: just large enough and just too small, upright and slanted, in small letters and in capitals."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.findings.check import Check
from brochures.preflight import EDITION_CHECKS, large_print
from brochures.project.edition import Edition
from tests.preflight.small_file import small_file


@pytest.mark.parametrize(
    ("check", "body", "said"),
    [
        (large_print.small, '<p style="font-size: 18pt">Enough.</p>', []),
        (large_print.small, '<p style="font-size: 17.9pt">Little.</p>', ["type of 17.9 pt is smaller than 18 pt"]),
        (large_print.hard, '<p style="font-size: 18pt">The FDA, NIDA and SAMHSA say so.</p>', []),
        (large_print.hard, "<p>NEVER DRIVE HOME</p>", ["'NEVER DRIVE HOME' is in capitals"]),
        (large_print.hard, "<p>NEVER DRIVE home</p>", []),
    ],
    ids=["18 pt", "a tenth less", "names of bodies", "a run of capitals", "two words are no run"],
)
def test_large_print_is_large_and_plain(
    tmp_path: Path, typesetter: Typesetter, check: Check[Any], body: str, said: list[str]
) -> None:
    small = small_file(tmp_path, typesetter, lambda piece: replace(piece, edition=Edition.LARGE), body)
    assert small.told(check) == said


def test_slanted_letters_are_told_once_a_page_with_their_face(tmp_path: Path, typesetter: Typesetter) -> None:
    small = small_file(tmp_path, typesetter, None, "<p>Upright.</p><p>Also upright.</p>")
    opened = small.opened()
    for things in opened.painted.values():
        for thing in things:
            assert thing.lettering is None or not any(sign in thing.lettering.face.name for sign in large_print.SLANTED)
    first = next(one for one in opened.painted[1] if one.lettering)
    assert first.lettering is not None
    slanted = replace(
        first, lettering=replace(first.lettering, face=replace(first.lettering.face, name="ABCDEF+Face-Italic"))
    )
    opened.__dict__["lettered"] = {1: [slanted, slanted]}
    assert [one.message for one in large_print.hard(opened)] == ["letters are slanted: 'Face-Italic'"]


def test_the_checks_run_on_their_edition_alone(tmp_path: Path, typesetter: Typesetter) -> None:
    codes = {code.name for check in EDITION_CHECKS["large"] for code in check.codes}
    assert codes == {"PRE-130", "PRE-131", "PRE-144"}
    for edition, told in ((Edition.LARGE, {"PRE-130"}), (Edition.SCREEN, set())):
        small = small_file(tmp_path / str(edition), typesetter, partial(replace, edition=edition), "<h1>Small</h1>")
        assert {one.code for one in small.found()} & codes == told
