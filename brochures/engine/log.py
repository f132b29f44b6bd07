"""The engine's log: every record from WARNING up becomes a finding. Nothing that the engine says is thrown away."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from brochures.findings import Code, Finding, Place, codes

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


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def heard(root: Path) -> Iterator[list[Finding]]:
    """Collect what the engine and its libraries log or warn about inside the block, as findings without paths of the machine."""
    found: list[Finding] = []
    listener = _Listener()
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
        said = dict.fromkeys([*listener.messages, *(str(warning.message) for warning in warned)])
        found += [_finding(message, root) for message in said]


def _finding(message: str, root: Path) -> Finding:
    plain = message.replace(root.as_uri() + "/", "").replace(str(root) + "/", "").replace("\n", " ")
    for pattern, code, mend in _WHAT:
        if pattern.search(plain):
            return code.at(Place(), plain, mend)
    return codes.ENGINE_SAID.at(Place(), plain, "look at the template or style that was changed last")
