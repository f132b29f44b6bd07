"""Real documents built again, in another folder and by another number of processes, are the same to the byte."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from brochures.engine import start
from brochures.pipeline import Order, build
from brochures.project.paths import ROOT, Project
from tests.real import BUILT, DAY, RealDocuments

pytestmark = pytest.mark.slow

SLUGS = ("crisis-card", "evidence-brief", "ketamine-facts", "program-trifold", "referral-packet", "waiting-room-poster")
"""Pieces that together have each kind of page, edition and component: cards, folds, a booklet, plots, forms, a sheet. All others take as long again."""


def test_another_build_in_another_folder_two_files_at_a_time_gives_the_same_bytes(
    real: RealDocuments, tmp_path: Path
) -> None:
    for folder in ("content", "templates", "styles"):
        shutil.copytree(ROOT / folder, tmp_path / "elsewhere" / folder)
    project = Project.open(tmp_path / "elsewhere", today=DAY)
    build(project, Order(SLUGS, editions=BUILT, jobs=2), start, lambda _: None)
    one: dict[str, bytes] = {}
    other = _files(project.out)
    records: list[dict[str, Any]] = []
    for slug in SLUGS:
        real.findings(slug)
        one |= _files(real.folder / slug)
        records.append(json.loads((real.folder / slug / "manifest.json").read_text(encoding="utf-8")))
    assert sorted(one) == sorted(other)
    assert {name.partition("/")[0] for name in one} == set(SLUGS)
    assert [name for name, data in one.items() if other[name] != data] == []
    pieces = {slug: piece for record in records for slug, piece in record["pieces"].items()}
    joined = {**records[0], "pieces": dict(sorted(pieces.items()))}
    assert project.manifest.read_text(encoding="utf-8") == json.dumps(joined, indent=1, ensure_ascii=False) + "\n"


def _files(out: Path) -> dict[str, bytes]:
    """Return every file of a piece that is published in ``out``: each edition of each piece, and what lies beside it."""
    paths = sorted([*out.glob("*/*.pdf"), *out.glob("*/*.html")])
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}
