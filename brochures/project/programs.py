"""Programs of the machine: where each is, and what it says of its version. All are asked at the same time, and none may take long."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import IO

PATIENCE = 3
"""Seconds that a program has for its version."""

_NUMBER = re.compile(r"\d+(?:\.\d+)+")
"""A version in what a program says of itself."""


@dataclass(frozen=True)
class Installed:
    """A program that was found at ``path``, with its version; empty where it did not tell it."""

    path: str
    version: str = ""


def installed(asked: Mapping[str, Sequence[str]]) -> dict[str, Installed | None]:
    """Return each program of ``asked``, by its name, with what makes it tell its version; None where there is none."""
    found = {name: shutil.which(name) for name in asked}
    with ExitStack() as stack:
        running = {
            name: _started([path, *asked[name]], stack.enter_context(tempfile.TemporaryFile()))
            for name, path in found.items()
            if path is not None
        }
        versions = {name: _said(*one) for name, one in running.items()}
    return {name: Installed(path, versions[name]) if path is not None else None for name, path in found.items()}


def _started(order: list[str], said: IO[bytes]) -> tuple[subprocess.Popen[bytes] | None, IO[bytes]]:
    try:
        started = subprocess.Popen(order, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)  # noqa: S603 found by its name
    except OSError:
        return None, said
    return started, said


def _said(process: subprocess.Popen[bytes] | None, said: IO[bytes]) -> str:
    """Return the version that a program told; it is ended where it does not come to an end."""
    if process is None:
        return ""
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        with suppress(OSError):
            process.kill()
        process.wait()
    said.seek(0)
    number = _NUMBER.search(said.read(4096).decode(errors="replace"))
    return number[0] if number else ""
