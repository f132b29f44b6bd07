"""Until the clinic gives its facts, pieces are set with blanks. Here they are set with facts as long as real ones may be."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from brochures.findings.report import WAITING
from brochures.project.paths import ROOT
from tests.miniature import Miniature
from tests.real import DAY

pytestmark = pytest.mark.slow

INVENTED = {
    "address": "1200 West Riverwoods Parkway, Suite 210, Riverwoods, IL 60015",
    "phone": "847-555-0242",
    "after_hours_phone": "847-555-0277",
    "interpreter_phone": "847-555-0250",
    "website": "https://www.riverwoods-behavioral.example",
}
"""Invented: numbers kept free for fiction, a web address that cannot exist."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    root: Path = tmp_path_factory.mktemp("filled") / "project"
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, root / name)
    clinic = root / "content" / "clinic.yaml"
    text = clinic.read_text(encoding="utf-8")
    for fact, value in INVENTED.items():
        text, found = re.subn(rf"^{fact}:.*$", f"{fact}: {value}", text, flags=re.MULTILINE)
        assert found == 1, fact
    clinic.write_text(text, encoding="utf-8")
    return Miniature(root, DAY)


@pytest.mark.parametrize("slug", ["program-trifold", "family-guide", "treatment-day-card", "crisis-card"])
def test_a_back_holds_the_facts_it_has_blanks_for(filled: Miniature, slug: str) -> None:
    found = filled.check(slug, editions=("screen",))
    assert [str(finding) for finding in found if finding.is_error and finding.code not in WAITING] == []
