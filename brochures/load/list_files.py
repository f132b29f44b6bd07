"""List files: ``reviews.yaml`` and ``printed.yaml``, to which the program adds. What people wrote there stays as it is, comments included."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from brochures.findings import BrochureError, codes
from brochures.load.model.base import Model
from brochures.load.model.printed import PrintedFile, PrintedVersion
from brochures.load.model.reviews import ReviewsFile, Signature
from brochures.load.model_errors import explain_mistakes
from brochures.load.yaml_source import Manuscript, manuscript_of, read
from brochures.project.atomic import replace
from brochures.project.paths import Project

REVIEWS_HEAD = """\
# yaml-language-server: $schema=.schema/reviews.schema.json
# The ledger of signatures: which words were signed, by whom, in which role, until when. './build.py approve' writes it; docs/writers.md, Signing.

signatures:
"""

PRINTED_HEAD = """\
# yaml-language-server: $schema=.schema/printed.schema.json
# What the words of each piece were when it was made with --release, which writes this file.

printed:
"""

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?")
"""Text that needs no quotation marks."""

_DASH = re.compile(r"\s*-")
_MARK = "\ufeff"
"""What some editors write before the first letter of a file."""


def sign(project: Project, signatures: Sequence[Signature]) -> None:
    """Add ``signatures`` to the ledger; one of the same role under the same thing stands in the place of the old one.

    Raise ``BrochureError`` where the ledger cannot be read or written: then it is what it was.
    """

    def same(old: Signature, new: Signature) -> bool:
        return (old.thing, old.role) == (new.thing, new.role)

    _add(project.content / "reviews.yaml", ReviewsFile, signatures, REVIEWS_HEAD, same)


def record_printed(project: Project, versions: Sequence[PrintedVersion]) -> None:
    """Add ``versions`` to what was printed. Raise ``BrochureError`` where that cannot be read or written."""

    def same(old: PrintedVersion, new: PrintedVersion) -> bool:
        return (old.piece, old.version) == (new.piece, new.version)

    _add(project.content / "printed.yaml", PrintedFile, versions, PRINTED_HEAD, same)


def _add(path: Path, model: type[Model], things: Sequence[Any], head: str, same: Callable[[Any, Any], bool]) -> None:
    (key,) = model.model_fields
    file = f"content/{path.name}"
    raw = path.read_bytes() if path.exists() else b""
    manuscript = _whole(path, file) if path.exists() else manuscript_of(head, file)[0]
    expected = list(getattr(_checked(manuscript, model), key))
    replaced: dict[int, list[str]] = {}
    added = []
    for new in things:
        at = next((number for number, old in enumerate(expected) if same(old, new)), len(expected))
        if at < len(expected):
            replaced[at], expected[at] = _entry(new), new
        else:
            added.append(new)
    text = _grown(manuscript, key, replaced, [_entry(new) for new in added])
    expected += added
    if _held(text, file, model) != expected:
        raise BrochureError(
            codes.CANNOT_WRITE.at(
                manuscript.place((key,), key=True),
                f"nothing can be added to {file} as it is written: the rest of it would change",
                "write each entry of the list below a '- ' of its own",
            )
        )
    if b"\r\n" in raw:
        text = text.replace("\n", "\r\n")
    replace(path, ((_MARK if raw.startswith(_MARK.encode()) else "") + text).encode())


def _held(text: str, file: str, model: type[Model]) -> list[Any]:
    """Return the entries of ``text``, none where it cannot be read."""
    try:
        manuscript, _ = manuscript_of(text, file)
        (things,) = (getattr(_checked(manuscript, model), key) for key in model.model_fields)
    except BrochureError:
        return []
    return list(things)


def _whole(path: Path, file: str) -> Manuscript:
    """Return the file as it is written. Raise ``BrochureError`` where anything in it is wrong."""
    manuscript, findings = read(path, file)
    if findings:
        raise BrochureError(*findings)
    return manuscript


def _checked(manuscript: Manuscript, model: type[Model]) -> Model:
    try:
        return model.model_validate(manuscript.data)
    except ValidationError as wrong:
        raise BrochureError(*explain_mistakes(wrong, manuscript, model)) from wrong


def _grown(manuscript: Manuscript, key: str, replaced: dict[int, list[str]], added: list[list[str]]) -> str:
    """Return the text of the file with some entries replaced and others added at its end, in the indentation that it has."""
    lines = list(manuscript.lines)
    routes = sorted(route[1] for route in manuscript.spots if len(route) == 2 and route[0] == key)  # noqa: PLR2004 key and number
    starts = [_first_line(manuscript, key, int(number)) for number in routes]
    blanks = " " * (len(lines[starts[0]]) - len(lines[starts[0]].lstrip())) if starts else "  "
    ends = [*starts[1:], len(lines)]
    if not starts:
        lines = _emptied(manuscript, key, lines)
    for number in sorted(replaced, reverse=True):
        first, last = starts[number], ends[number]
        while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1
        kept = [f"{blanks}{comment}" for comment in _comments(manuscript, key, number, first, last)]
        lines[first:last] = [*kept, *(blanks + line for line in replaced[number])]
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join([*lines, *(blanks + line for entry in added for line in entry)]) + "\n"


def _first_line(manuscript: Manuscript, key: str, number: int) -> int:
    """Return the line, from 0, on which the dash of an entry stands."""
    line = manuscript.spots[key, number].value[0]
    while line > 0 and not _DASH.match(manuscript.lines[line]):
        line -= 1
    return line


def _emptied(manuscript: Manuscript, key: str, lines: list[str]) -> list[str]:
    """Return ``lines`` without an empty list that is written in brackets, or a sign for nothing, behind ``key``."""
    spot = manuscript.spots.get((key,))
    if spot is None:
        return [*lines, f"{key}:"]
    (line, start), (last, end) = spot.value, spot.end
    if line == last and end > start:
        lines[line] = (lines[line][:start].rstrip() + " " + lines[line][end:].lstrip()).rstrip()
    return lines


def _comments(manuscript: Manuscript, key: str, number: int, first: int, last: int) -> Iterator[str]:
    """Yield the comments in the lines of an entry, those behind its values included."""
    ends: dict[int, int] = {}
    for route, spot in manuscript.spots.items():
        if route[:2] == (key, number) and not isinstance(manuscript.value(route), dict | list):
            ends |= {line: len(manuscript.lines[line]) for line in range(spot.value[0], spot.end[0])}
            ends[spot.end[0]] = spot.end[1]
    for line in range(first, last):
        rest = manuscript.lines[line][ends.get(line, 0) :].strip()
        if rest.startswith("#"):
            yield rest


def _entry(thing: Model) -> list[str]:
    """Return ``thing`` as lines of a list."""
    found: list[str] = []
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        if value:
            found += _lines(name, value)
    return [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(found)]


def _lines(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        yield f"{name}:"
        yield from (f"  - {scalar(part)}" for part in value)
    elif isinstance(value, dict):
        yield f"{name}:"
        yield from (f"  {scalar(part)}: {scalar(inner)}" for part, inner in value.items())
    else:
        yield f"{name}: {scalar(value)}"


def scalar(value: str | date) -> str:
    """Return ``value`` as YAML writes it: between quotation marks, signs that nobody sees by their numbers (YAML 1.2, 5.7)."""
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() != "null":
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in quoted)
