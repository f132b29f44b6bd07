"""Properties and values that the engine leaves out, asked of itself: it answers in its log."""

from __future__ import annotations

import logging
import re

from brochures.engine import private_api

_LOG = logging.getLogger("weasyprint")
_REASON = re.compile(r" at \d+:\d+, (.*?)\.?$", re.DOTALL)


class _Reasons(logging.Handler):
    """Keeps the reason of each message, and nothing else of it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        found = _REASON.search(record.getMessage())
        self.heard.append(found[1] if found else "")


def refusal(name: str, value: str) -> str | None:
    """Return why the engine leaves out the property ``name`` with ``value`` (empty: it does not say), None where it takes them."""
    reasons = _Reasons()
    _LOG.addHandler(reasons)
    try:
        taken = private_api.takes(name, value)
    except Exception as wrong:  # noqa: BLE001 the engine may break down on a value in any way
        return f"the engine breaks down on it: {wrong}"
    finally:
        _LOG.removeHandler(reasons)
    return None if taken else " ".join(reasons.heard)
