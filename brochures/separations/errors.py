"""What can be wrong with a file so that it cannot be read, or not be separated."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pikepdf import PikepdfError

from brochures.separations.objects import Where

WRONG = (PikepdfError, LookupError, TypeError, ValueError, ArithmeticError, AttributeError, OSError, UserWarning)
"""What comes of reading a file that breaks the rules."""


class Unreadable(Exception):  # noqa: N818 the name says what the file is
    """The bytes are no file that we can read: where, as far as that is known, and what is wrong."""

    def __init__(self, what: str, where: Where | None = None) -> None:
        super().__init__(what if where is None else f"{where}: {what}")
        self.where = where


class Inseparable(Exception):  # noqa: N818 the name says what the colour is
    """Something is painted in a colour that is not given in inks: there is no plate for it."""

    def __init__(self, what: str, where: Where) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where


@contextmanager
def reading(part: str, where: Where | None = None) -> Iterator[None]:
    """Turn whatever comes of broken rules while a part of a file is read into ``Unreadable``."""
    try:
        yield
    except Unreadable as wrong:
        if wrong.where is None and where is not None:
            raise Unreadable(f"{part}: {wrong}", where) from wrong
        raise
    except WRONG as wrong:
        raise Unreadable(f"{part}: {type(wrong).__name__}: {wrong}", where) from wrong
