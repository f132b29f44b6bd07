"""The real documents built again, in another folder and by another number of processes, are the same to the byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from brochures.engine import start
from brochures.pipeline import Order, build
from brochures.project.edition import Edition
from brochures.project.paths import HOUSE, Shop
from tests.real import DAY, RealDocuments

FOLDED, CARD, BOUND = "program-trifold", "crisis-card", "ketamine-facts"


def test_another_build_in_another_folder_two_files_at_a_time_gives_the_same_bytes(
    real: RealDocuments, tmp_path: Path
) -> None:
    for folder in ("content", "templates", "styles"):
        shutil.copytree(HOUSE / folder, tmp_path / "elsewhere" / folder)
    shop = Shop.open(tmp_path / "elsewhere", today=DAY)
    build(shop, Order(editions=(Edition.SCREEN,), jobs=2), start, lambda _: None)
    build(shop, Order((FOLDED, CARD, BOUND), jobs=2), start, lambda _: None)
    files = sorted(shop.out.glob("*/*.pdf"))
    assert {path.parent.name for path in files} == set(real.shop.slugs())
    for path in files:
        assert real.path(path.stem).read_bytes() == path.read_bytes(), path.name
