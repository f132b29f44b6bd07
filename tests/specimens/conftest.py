from __future__ import annotations

from pathlib import Path

import pytest

from brochures.findings import Finding, Severity
from brochures.findings.report import WAITING
from tests.miniature import Miniature
from tests.real import DAY, once
from tests.specimens.gallery import hang


@pytest.fixture(scope="session")
def gallery(shared: Path) -> Miniature:
    """All specimens, built once in a run: for tests that only look."""
    root = shared / "gallery"
    said: tuple[Finding, ...] = once(shared / "gallery.findings", lambda: hang(root).build(force=True).findings)
    found = [finding for finding in said if finding.code not in WAITING and finding.severity is not Severity.NOTE]
    assert found == [], "\n".join(map(str, found))
    return Miniature(root, DAY)
