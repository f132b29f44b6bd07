"""Exit codes: what a command says of itself when it ends. Standard library only, and in words that Python 3.6 knows: they are needed before there is an environment."""

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
