from __future__ import annotations

import os
import socket
from collections.abc import Container
from pathlib import Path

import pytest

from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from tests.miniature import Miniature
from tests.press_room import press_room
from tests.real import RealDocuments

__all__ = ["press_room"]

TESTS = Path(__file__).parent

SLOW_FIXTURES = frozenset({"real", "hand", "gallery", "family", "press_room"})
"""Fixtures that set whole pieces: a test that asks for one is slow, whatever it does itself."""


HEAVIEST = (
    "second_brand/test_every_piece.py",
    "documents/test_same_bytes.py",
    "findings/test_every_code.py",
    "documents/test_read_by_machines.py",
    "documents/test_paper_of_other_countries.py",
    "test_pipeline.py",
    "cli/test_command_line.py",
    "press/test_step_and_repeat.py",
    "editorial/test_what_staff_type.py",
    "specimens/test_components.py",
)
"""The files that take longest, in the order in which they go out: those that build the same real pieces are not beside each other."""


def _turn(path: Path, slow: Container[Path]) -> tuple[int, bool]:
    """Return by what the file at ``path`` is sorted: the heaviest, then those with ``slow`` tests, then all others."""
    name = path.relative_to(TESTS).as_posix()
    return (HEAVIEST.index(name) if name in HEAVIEST else len(HEAVIEST)), path not in slow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that ask for a slow fixture; run the heaviest files first, so that no process ends with one of them alone."""
    for item in items:
        if SLOW_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: _turn(item.path, slow))


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test asked the network")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def mini(tmp_path: Path) -> Miniature:
    return Miniature.copied_to(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """The miniature project, built once: for tests that only look."""
    made = Miniature.copied_to(tmp_path_factory.mktemp("built") / "project")
    assert made.build().findings == ()
    return made


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is the same for every process of a run, for what is built once."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def real(shared: Path) -> RealDocuments:
    """The real documents: for tests that only look."""
    return RealDocuments(shared)


@pytest.fixture(scope="session")
def typesetter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    """A typesetter with the miniature project's fonts and pictures and no style, for pages of a test's own."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("bare") / "project")
    mini.write("styles/index.css", '@import url("tokens/faces.css");\n')
    return start(mini.project)
