"""Exit codes: what a command says of itself when it ends. Standard library only: they are needed before there is an environment."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    ERRORS = 1
    """A document has errors."""
    WRONG_USAGE = 2
    """The command was not understood; click ends with it, too."""
    CANNOT_RUN = 3
    """The environment, the engine or one of its libraries is missing."""
