"""What tests of the press share."""

from __future__ import annotations

import pytest


@pytest.fixture
def styles_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the press finds is looked at here, also where the styles say it first."""
    monkeypatch.setattr("brochures.pipeline.style_findings", lambda _: ())
