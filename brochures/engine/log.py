"""The engine's log: every record from WARNING up becomes a finding. Nothing that the engine says is thrown away."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from brochures.engine import current_box
from brochures.findings import Code, Finding, Place, codes
from brochures.findings.plain_words import plain

_WHAT: tuple[tuple[re.Pattern[str], Code, str], ...] = (
    (re.compile(r"\.notdef glyph"), codes.MISSING_GLYPH, "use another character, or add a font that has it"),
    (
        re.compile(r"[Aa]nchor|No anchor|internal URI|target-"),
        codes.MISSING_TARGET,
        "correct the link, or give the target its id",
    ),
    (
        re.compile(r"Failed to load|cannot be loaded|Failed to render|Relative URI|URI uses"),
        codes.MISSING_RESOURCE,
        "put the file into the project, or correct its name",
    ),
    (
        re.compile(
            r"^(Ignored|Invalid|Unknown|Unsupported|Parse error|Missing|Empty|@import|Expected|No source|This table row|Subgrids|Baseline)"
        ),
        codes.IGNORED_STYLE,
        "write the style in a form that the engine knows (docs/designers.md lists what it does not know)",
    ),
)

_UNSAID = "': "
"""How the engine's word about a picture ends where it gives no reason."""

_ARGUMENT = re.compile(r"%[a-z]")


@dataclass(frozen=True)
class Heard:
    """One thing that was said: the finding, and the box that was being drawn and the character or file that were named, if any."""

    finding: Finding
    box: Any = None
    sign: str = ""
    resource: str = ""


class _Listener(logging.Handler):
    def __init__(self, root: Path) -> None:
        super().__init__(logging.WARNING)
        self.root = root
        self.heard: list[Heard] = []

    def emit(self, record: logging.LogRecord) -> None:
        finding = _finding(record.getMessage(), self.root, _place(record, self.root))
        sign = chr(record.args[1]) if _is_glyph(record) else ""  # type: ignore[index,arg-type]
        self.heard.append(Heard(finding, current_box.box(), sign, _resource(record, self.root)))


@contextmanager
def heard(root: Path) -> Iterator[list[Heard]]:
    """Collect what the engine and its libraries log or warn about inside the block, as findings without paths of the machine."""
    found: list[Heard] = []
    listener = _Listener(root)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(listener)
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            yield found
    finally:
        for logger in loggers:
            logger.removeHandler(listener)
        said = [*listener.heard, *(Heard(_finding(str(warning.message), root, Place())) for warning in warned)]
        found += {(one.finding, id(one.box)): one for one in said}.values()


def _is_glyph(record: logging.LogRecord) -> bool:
    """Whether ``record`` is the engine's of a character that no font has: its arguments are the character and its number."""
    return record.msg.startswith(".notdef glyph") and isinstance(record.args, tuple) and len(record.args) == 2  # noqa: PLR2004


def _resource(record: logging.LogRecord, root: Path) -> str:
    """Return the file, relative to ``root``, that the engine says it could not use, empty where it names none first."""
    named = str(record.args[0]) if isinstance(record.args, tuple) and record.args else ""
    file = named.partition("?")[0]  # behind it stands what is kept of a picture
    return unquote(file.removeprefix(f"{root.as_uri()}/")) if named.startswith(f"{root.as_uri()}/") else ""


def _place(record: logging.LogRecord, root: Path) -> Place:
    """Return the place in the style sheet that is being read: of its line and column the engine tells, of its name not."""
    before, told, _ = str(record.msg).partition("%d:%d")
    file = current_box.sheet().removeprefix(f"{root.as_uri()}/").removeprefix(f"{root}/")
    if not told or not isinstance(record.args, tuple) or not file.endswith(".css"):
        return Place()
    first = len(_ARGUMENT.findall(before))
    line, column = record.args[first : first + 2]
    return Place(file, int(str(line)), int(str(column)))


def _finding(message: str, root: Path, place: Place) -> Finding:
    said = plain(message.replace(root.as_uri() + "/", "").replace(str(root) + "/", "").replace("\n", " "))
    if said.endswith(_UNSAID):
        said += "it cannot be read as a picture"
    for pattern, code, mend in _WHAT:
        if pattern.search(said):
            return code.at(place, said, mend)
    return codes.ENGINE_SAID.at(place, said, "look at the template or style that was changed last")
