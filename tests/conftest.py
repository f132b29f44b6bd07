from __future__ import annotations

import socket
from pathlib import Path

import pytest

from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from tests.miniature import Miniature
from tests.press_room import press_room

__all__ = ["press_room"]


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
    return Miniature.copied_to(tmp_path / "shop")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """The miniature shop, built once: for tests that only look."""
    made = Miniature.copied_to(tmp_path_factory.mktemp("built") / "shop")
    assert made.build().findings == ()
    return made


@pytest.fixture(scope="session")
def typesetter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    """A typesetter with the miniature shop's fonts and pictures and no style, for pages of a test's own."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("bare") / "shop")
    mini.write("styles/index.css", '@import url("tokens/faces.css");\n')
    return start(mini.shop)
