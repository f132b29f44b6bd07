from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import build as program
from brochures.cli.previewing.messages import Changed
from brochures.preview import server, watching
from brochures.project.exit_codes import ExitCode
from tests.miniature import Miniature


class _Listener:
    def getsockname(self) -> tuple[str, int]:
        return "127.0.0.1", 4321


class _Silent:
    """A worker that is never begun."""

    def __init__(self, _: Any) -> None:
        self.ended = False

    def wish(self, wish: Any) -> None:
        pass

    def listen(self, hear: Any) -> None:
        pass

    def end(self) -> None:
        self.ended = True


def _called(mini: Miniature, *arguments: str) -> Result:
    return CliRunner().invoke(program.main, ["preview", "--root", str(mini.root), *arguments], prog_name="build.py")


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that listens to nobody, and ends as soon as it has begun."""

    def run(self: Any, sockets: Any = None) -> None:
        self.asked = sockets

    monkeypatch.setattr(server, "listening", lambda _: _Listener())
    monkeypatch.setattr(server, "Worker", _Silent)
    monkeypatch.setattr("uvicorn.Server.run", run)


@pytest.mark.usefixtures("still")
def test_a_preview_begins_and_ends_well(mini: Miniature) -> None:
    result = _called(mini, "fold")
    assert (result.exit_code, result.stdout.count("\n")) == (ExitCode.DONE, 1), result.exception
    assert result.stdout.startswith("http://127.0.0.1:4321/")
    assert result.stdout.endswith("/#fold\n")
    assert not mini.out.exists()


def test_a_port_that_is_taken_is_told(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object, **__: object) -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr(socket, "create_server", taken)
    result = _called(mini, "--port", "4321")
    assert result.exit_code == ExitCode.ERRORS
    assert result.stdout == (
        "build TOO-201 error: port 4321 of this computer cannot be listened on: Address already in use\n"
        "    help: choose another --port, or leave it out: then one that is free is taken\n"
    )


def test_files_that_cannot_be_watched_are_told(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(server, "listening", lambda _: _Listener())
    monkeypatch.setattr(server, "serve", refuses)
    result = _called(mini, "--no-open")
    assert result.exit_code == ExitCode.ERRORS
    assert "build TOO-202 error: changes to files cannot be seen: no space left on device" in result.stdout


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none"], "there is no piece 'none'"),
        (["--editor", "javascript:alert({path})"], "is no address of an editor"),
        (["--editor", "vscode://file"], "is no address of an editor"),
        (["--port", "70000"], "70000"),
    ],
)
def test_wrong_usage_is_told(mini: Miniature, arguments: list[str], told: str) -> None:
    result = _called(mini, *arguments)
    assert result.exit_code == ExitCode.WRONG_USAGE
    assert told in result.output


def test_changed_files_are_told_by_their_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def found(*_: object, **__: object) -> AsyncIterator[set[tuple[int, str]]]:
        yield {(1, str(tmp_path / "content" / "a.yaml")), (2, str(tmp_path / "styles" / "b.css"))}

    monkeypatch.setattr(watching, "awatch", found)

    async def heard() -> list[Changed]:
        return [one async for one in watching.changes(tmp_path, asyncio.Event())]

    assert asyncio.run(heard()) == [Changed(("content/a.yaml", "styles/b.css"))]
