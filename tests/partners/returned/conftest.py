from __future__ import annotations

from pathlib import Path

import pytest

from tests.fillable import composition, made, real_typesetter
from tests.real import once


@pytest.fixture(scope="module")
def short(shared: Path) -> bytes:
    """A short form whose fields can be filled in."""
    folder = shared / "fillable"
    data: bytes = once(shared / "fillable.pdf", lambda: made(real_typesetter(folder), composition(folder)).data)
    return data
