"""Additions: one new entry at the end of a file of many, or a whole new file. What stood there before keeps every byte, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from brochures.findings import BrochureError, Place, UsageError, codes
from brochures.load.model.base import Model
from brochures.load.model_errors import explain_mistakes
from brochures.load.yaml_source import Manuscript, manuscript_of, read
from brochures.project.atomic import replace
from brochures.project.paths import Project


def add_entry(project: Project, file: str, model: type[Model], name: str, lines: Sequence[str]) -> Place:
    """Add ``lines`` under ``name`` at the end of ``content/`` ``file``, whose only key holds named things; return the place of the name.

    Raise ``BrochureError`` where the file cannot be read or written, what is added is refused by ``model``, or the rest would not stay what it is.
    """
    (key,) = model.model_fields
    path, called = project.content / file, f"content/{file}"
    raw = path.read_bytes() if path.exists() else f"{key}:\n".encode()
    before = _whole(path, called) if path.exists() else manuscript_of(raw.decode(), called)[0]
    blanks = _indentation(before, key)
    text = "\n".join(["", f"{blanks}{name}:", *(f"{blanks}  {line}" for line in lines), ""])
    newline = b"\r\n" if b"\r\n" in raw else b"\n"
    added = (b"" if raw.endswith(b"\n") else newline) + text.encode().replace(b"\n", newline)
    after = _reread(raw + added, called)
    _hold(before, after, key, name, called)
    try:
        model.model_validate(after.data)
    except ValidationError as wrong:
        raise BrochureError(*explain_mistakes(wrong, after, model)) from wrong
    replace(path, raw + added)
    return after.place((key, name), key=True)


def add_file(project: Project, path: Path, data: bytes) -> Place:
    """Write ``data`` as the new file ``path``. Raise ``UsageError`` where there is one already, ``BrochureError`` where the system refuses."""
    if path.exists() or path.is_symlink():
        raise UsageError(f"{project.relative(path)} is there already: nothing is overwritten")
    replace(path, data)
    return Place(project.relative(path))


def edited(data: bytes, manuscript: Manuscript, changes: dict[tuple[str | int, ...], str]) -> bytes:
    """Return ``data`` with the values at some routes replaced, each written on one line; every other byte stays."""
    lines = data.split(b"\n")
    for route, value in sorted(changes.items(), key=lambda change: manuscript.spots[change[0]].value, reverse=True):
        (line, start), (last, end) = manuscript.spots[route].value, manuscript.spots[route].end
        if line == last:
            text = lines[line].decode()
            mark = len(text) - len(text.lstrip("\ufeff")) if line == 0 else 0
            lines[line] = (text[: start + mark] + value + text[end + mark :]).encode()
    return b"\n".join(lines)


def _whole(path: Path, called: str) -> Manuscript:
    manuscript, findings = read(path, called)
    wrong = [finding for finding in findings if finding.is_error]
    if wrong:
        raise BrochureError(*wrong)
    return manuscript


def _reread(data: bytes, called: str) -> Manuscript:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as strange:
        message = f"{called} is not written in UTF-8, so nothing is added to it"
        raise BrochureError(codes.CANNOT_WRITE.at(Place(called), message, "save it as UTF-8 first")) from strange
    manuscript, findings = manuscript_of(text.replace("\r\n", "\n"), called)
    wrong = [finding for finding in findings if finding.is_error]
    if wrong:
        raise BrochureError(*wrong)
    return manuscript


def _indentation(manuscript: Manuscript, key: str) -> str:
    """Return how far the names of the file are set in."""
    columns = [spot.key[1] for route, spot in manuscript.spots.items() if len(route) == 2 and route[0] == key]  # noqa: PLR2004 key and name
    return " " * (columns[-1] if columns else 2)


def _hold(before: Manuscript, after: Manuscript, key: str, name: str, called: str) -> None:
    """Raise ``BrochureError`` unless ``after`` is ``before`` with ``name`` under ``key``, and else the same."""
    things: Any = after.data.get(key) if isinstance(after.data, dict) else None
    rest = {one: value for one, value in (things or {}).items() if one != name} if isinstance(things, dict) else None
    if (
        rest is None
        or name not in things
        or {**after.data, key: rest or None} != {**before.data, key: before.data.get(key) or None}
    ):
        raise BrochureError(
            codes.CANNOT_WRITE.at(
                before.place((key,), key=True),
                f"nothing can be added at the end of {called} as it is written: the rest of it would change",
                f"let the names below '{key}' be the last lines of the file, each on a line of its own",
            )
        )
