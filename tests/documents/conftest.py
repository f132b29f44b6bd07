from __future__ import annotations

import pytest

from brochures.load.catalogue import Catalogue, load
from brochures.project.paths import ROOT, Project
from tests.real import DAY


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real content, loaded: for tests that ask for no finished file."""
    return load(Project(ROOT, DAY, ROOT / "out"))
