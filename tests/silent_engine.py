"""An engine for tests that set no page: it takes every style, and has nothing to say."""

from __future__ import annotations

from collections.abc import Sequence

from brochures.engine.private_api import property_names


class SilentEngine:
    """Answers what is asked of a typesetter about styles."""

    properties = property_names()

    def versions(self) -> dict[str, str]:
        """Return the versions of all that decides what a page looks like."""
        return {"weasyprint": "70"}

    def refused(self, declarations: Sequence[tuple[str, str]]) -> list[None]:
        """Return that every value is taken."""
        return [None for _ in declarations]

    def about_styles(self, _: str) -> tuple[()]:
        """Return nothing."""
        return ()
