from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

import build as program
from brochures.project.paths import Project
from tests.miniature import TODAY, Miniature

Tool = Callable[..., Result]


@pytest.fixture
def tool(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> Tool:
    """The command line in this process, at the miniature project, on a day that never changes."""
    opened = Project.open
    monkeypatch.setattr(Project, "open", lambda root=None, out=None, today=TODAY: opened(root, out, today))

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(program.main, [*arguments, "--root", str(mini.root)], prog_name="build.py")

    return call
