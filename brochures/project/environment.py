"""The project's own Python in ``.venv``: what keeps it from being used, in words.

Any Python 3 must be able to read and run this module, since it is asked before the right one is found: standard library only, and
nothing that 3.6 does not know.
"""

import importlib.util
import os
import sys

from brochures.project.exit_codes import ExitCode

OLDEST = (3, 11)
"""The oldest Python that the program runs in; ``pyproject.toml`` says the same."""

LOCK = "requirements.lock"
"""The list of what is installed. Set-up puts a copy of it into ``.venv`` when all of it is there."""

HANDED_OVER = "BROCHURES_HANDED_OVER_TO"
"""Set while one Python hands over to that of an environment, so that it happens once."""


def entered(root: str, arguments: "list[str]") -> "tuple[int, str] | None":
    """Return None in the Python of the project at ``root``. From any other go on in that with ``arguments``, or return how to end, and why.

    One that was started where the system knows no letters beyond ASCII is started anew and takes names of files for UTF-8 (PEP 540).
    """
    home = os.path.join(root, ".venv")
    wrong = fault(root, home)
    again = os.environ.pop(HANDED_OVER, "") == home
    plain = sys.getfilesystemencoding() == "ascii"
    if not wrong:
        if is_running(home) and (again or not plain):
            return None
        if not again:
            return _handed_over(home, [*(["-X", "utf8"] if plain else []), *arguments])
        wrong = "belongs to another Python"
    return _refused(wrong)


def _handed_over(home: str, arguments: "list[str]") -> "tuple[int, str]":
    for name in ("PYTHONHOME", "PYTHONPATH"):  # of the other Python
        os.environ.pop(name, None)
    os.environ[HANDED_OVER] = home
    python = os.path.join(home, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
    try:
        if os.name != "nt":
            os.execv(python, [python, *arguments])  # noqa: S606 (there is nothing for a shell to do)
        import subprocess  # noqa: PLC0415 (no other system needs it)

        return subprocess.call([python, *arguments]), ""  # noqa: S603 (our own Python, our own arguments)
    except OSError as refused:
        return _refused(f"has no Python that can be started here ({refused.strerror}: {python})")
    except KeyboardInterrupt:
        return ExitCode.ERRORS, ""


def _refused(wrong: str) -> "tuple[int, str]":
    return ExitCode.CANNOT_RUN, f"build.py: the project's environment {wrong}; {mend(wrong)}\n"


def is_running(home: str) -> bool:
    """Return whether this is the Python of the environment at ``home``."""
    # Folders are compared, not programs: the Python in .venv is a link to the one that made it.
    return os.path.realpath(sys.prefix) == os.path.realpath(home)


def fault(root: str, home: str) -> str:
    """Return what keeps the environment at ``home`` of the project at ``root`` from being used; nothing where it can be."""
    if not os.path.isdir(home):
        return "is missing"
    if not os.path.isfile(os.path.join(home, "pyvenv.cfg")):
        return "is only half made (.venv/pyvenv.cfg is missing)"
    installed = _content(os.path.join(home, LOCK))
    if installed is None:
        return "is only half made (not everything is installed)"
    if installed != _content(os.path.join(root, LOCK)):
        return "is not what " + LOCK + " lists"
    return _fault_of_this_python() if is_running(home) else ""


def mend(wrong: str) -> str:
    """Return what to do about an environment of which ``fault()`` said ``wrong``."""
    if os.name == "nt":  # which has no make
        return "go through 'Set it up on Windows' in docs/staff.md again"
    return "make it with: make" if wrong == "is missing" else "make it anew with: make"


def _fault_of_this_python() -> str:
    if sys.version_info[:2] < OLDEST:
        return "has Python {}.{}, and {}.{} or newer is needed".format(*(sys.version_info[:2] + OLDEST))
    if importlib.util.find_spec("click") is None:
        return "holds nothing for Python {}.{}: it was made for another, or is damaged".format(*sys.version_info[:2])
    return ""


def damage() -> str:
    """Return a line for the library that reads the command line where it is damaged; nothing where it can be used."""
    try:
        importlib.import_module("click")
    except ImportError as damaged:
        told = "build.py: the project's environment is damaged ({}): remove the folder .venv, then {}; './build.py doctor' says more\n"
        return told.format(damaged, mend("is missing"))
    return ""


def _content(path: str):  # type: ignore[no-untyped-def] # noqa: ANN202 as 3.6 would write it
    """Return the bytes of the file at ``path``; None where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None
