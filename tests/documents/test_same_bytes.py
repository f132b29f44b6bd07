"""Real documents built again, in another folder and by another number of processes, are the same to the byte."""

from __future__ import annotations

import json
import shutil
from collections.abc import Container
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from brochures.engine import start
from brochures.pipeline import Order, build
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from tests.real import BUILT, DAY, RealDocuments

pytestmark = pytest.mark.slow

IN_ALL = ("crisis-card", "program-trifold")
"""Pieces in every edition: a card and a fold."""

IN_ONE = {
    Edition.DESK: ("ketamine-facts", "waiting-room-poster"),
    Edition.PRESS: ("evidence-brief",),
    Edition.SCREEN: ("referral-packet",),
}
"""Pieces of each other kind in one edition: a booklet in its sheets, a poster, plots, forms. All that differs between editions is in the others."""

SLUGS = tuple(sorted((*IN_ALL, *chain(*IN_ONE.values()))))


def test_another_build_in_another_folder_two_files_at_a_time_gives_the_same_bytes(
    real: RealDocuments, tmp_path: Path
) -> None:
    for folder in ("content", "templates", "styles"):
        shutil.copytree(ROOT / folder, tmp_path / "elsewhere" / folder)
    project = Project.open(tmp_path / "elsewhere", today=DAY)
    for editions, slugs in (BUILT, IN_ALL), *(((edition,), slugs) for edition, slugs in IN_ONE.items()):
        build(project, Order(slugs, editions=editions, jobs=2), start, lambda _: None)
    one: dict[str, bytes] = {}
    other = _files(project.out)
    records: list[dict[str, Any]] = []
    for slug in SLUGS:
        real.findings(slug)
        one |= {name: data for name, data in _files(real.folder / slug).items() if slug in IN_ALL or name in other}
        records.append(json.loads((real.folder / slug / "manifest.json").read_text(encoding="utf-8")))
    assert sorted(one) == sorted(other)
    assert {name.partition("/")[0] for name in one} == set(SLUGS)
    assert {f"{slug}/{slug}.{edition}.pdf" for edition, slugs in IN_ONE.items() for slug in slugs} <= set(one)
    assert [name for name, data in one.items() if other[name] != data] == []
    pieces = {slug: _in_part(slug, piece, other) for record in records for slug, piece in record["pieces"].items()}
    joined = {**records[0], "pieces": dict(sorted(pieces.items()))}
    assert project.manifest.read_text(encoding="utf-8") == json.dumps(joined, indent=1, ensure_ascii=False) + "\n"


def _in_part(slug: str, piece: dict[str, Any], files: Container[str]) -> dict[str, Any]:
    """Return the record of ``piece``, called ``slug``, with what it tells of ``files`` and of no other."""
    kept = {
        name: one
        for name, one in piece["outputs"].items()
        if any(f"{slug}/{slug}.{name}.{ending}" in files for ending in ("pdf", "html"))
    }
    return {**piece, "outputs": kept}


def _files(out: Path) -> dict[str, bytes]:
    """Return every file of a piece that is published in ``out``: each edition of each piece, and what lies beside it."""
    paths = sorted([*out.glob("*/*.pdf"), *out.glob("*/*.html")])
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}
