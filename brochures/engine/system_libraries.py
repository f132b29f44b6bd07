"""What the engine needs from the operating system, and the line that installs it.

Standard library only, and nothing is loaded on import: `build.py` and `make` ask here before WeasyPrint is
imported, because WeasyPrint's own answer to a missing library is a traceback.

    python brochures/engine/system_libraries.py                  exit 0, or 3 with what is missing and how to get it
    python brochures/engine/system_libraries.py --line SYSTEM    the one line for a system of `install_lines()`
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PANGO_AT_LEAST = (1, 44)
HARFBUZZ_AT_LEAST = (4, 1)

# The names WeasyPrint tries (weasyprint/text/ffi.py), the one that needs a search of the disk last.
_GOBJECT = ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "gobject-2.0")
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "pango-1.0")
_PANGOFT2 = ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll", "pangoft2-1.0")
_FONTCONFIG = ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz")
_HARFBUZZ_SUBSET = (
    "libharfbuzz-subset.so.0",
    "libharfbuzz-subset.0.dylib",
    "libharfbuzz-subset-0.dll",
    "harfbuzz-subset",
)


def missing() -> list[str]:
    """Name what WeasyPrint could not load here: `pango`, `harfbuzz-subset`, both or neither."""
    widen_the_search()
    checks = {"pango": _has_pango, "harfbuzz-subset": _has_subset}
    return [name for name, is_there in checks.items() if not is_there()]


def versions() -> dict[str, str]:
    """Return the versions of `pango` and `harfbuzz` as they are found here; without those that cannot be loaded."""
    widen_the_search()
    found = {}
    pango, harfbuzz = _load(_PANGO), _load(_HARFBUZZ)
    if pango is not None:
        number = int(pango.pango_version())
        found["pango"] = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    if harfbuzz is not None:
        harfbuzz.hb_version_string.restype = ctypes.c_char_p
        found["harfbuzz"] = harfbuzz.hb_version_string().decode()
    return found


def install_lines() -> dict[str, str]:
    """Give, for each system, what to type at the top of this project."""
    return {
        "Debian, Ubuntu": (
            "sudo apt-get update && sudo apt-get install --yes libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ),
        "Fedora": "sudo dnf install --assumeyes pango harfbuzz",
        "macOS": "brew install pango",
        "Windows": (
            "pacman -S mingw-w64-ucrt-x86_64-pango (in the MSYS2 shell), and as Windows has no make: "
            "py -3 -m venv .venv && .venv\\Scripts\\python -m pip install --require-hashes "
            "-r requirements.lock && copy requirements.lock .venv, then: .venv\\Scripts\\python build.py"
        ),
    }


def widen_the_search() -> None:
    """Look where Homebrew and MSYS2 put libraries; call it before WeasyPrint is imported."""
    if sys.platform == "darwin":
        # Set from outside it would not arrive: the system strips DYLD_* for its own programs, make included.
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", "/opt/homebrew/lib:/usr/local/lib:/opt/local/lib:/usr/lib")
    elif sys.platform == "win32":
        with suppress(OSError):
            os.add_dll_directory("C:\\msys64\\ucrt64\\bin")


@contextmanager
def found_by_name() -> Iterator[None]:
    """Let libraries be looked for by their names alone inside the block, where the loader of the system finds the engine's so.

    The engine tries the names of other systems first, and for each of them ``ctypes.util.find_library`` asks a compiler and a linker: seventy processes.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux" and all(
        map(_is_found, (_GOBJECT, _PANGO, _PANGOFT2, _FONTCONFIG, _HARFBUZZ, _HARFBUZZ_SUBSET))
    ):
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 called by its place, and by its name
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _is_found(names: tuple[str, ...]) -> bool:
    try:
        ctypes.CDLL(names[0])
    except OSError:
        return False
    return True


def _has_pango() -> bool:
    pango = _load(_PANGO)
    if pango is None or None in map(_load, (_GOBJECT, _HARFBUZZ, _FONTCONFIG, _PANGOFT2)):
        return False
    major, minor = PANGO_AT_LEAST
    return int(pango.pango_version()) >= major * 10000 + minor * 100


def _has_subset() -> bool:
    harfbuzz = _load(_HARFBUZZ)
    if harfbuzz is None or _load(_HARFBUZZ_SUBSET) is None:
        return False
    return bool(harfbuzz.hb_version_atleast(*HARFBUZZ_AT_LEAST, 0))


def _load(names: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in names:
        with suppress(OSError):
            return ctypes.CDLL(name)
    found = ctypes.util.find_library(names[-1])
    with suppress(OSError):
        return ctypes.CDLL(found) if found else None
    return None


def _main(arguments: list[str]) -> int:
    from brochures.project.exit_codes import ExitCode  # noqa: PLC0415 run by its path, the program finds the package only now

    lines = install_lines()
    if len(arguments) == 2 and arguments[0] == "--line" and arguments[1] in lines:  # noqa: PLR2004 (two words)
        sys.stdout.write(lines[arguments[1]] + "\n")
        return ExitCode.DONE
    if arguments:
        sys.stderr.write(f"system_libraries.py: nothing, or --line with one of: {'; '.join(lines)}\n")
        return ExitCode.WRONG_USAGE
    if not (gaps := missing()):
        return ExitCode.DONE
    sys.stderr.write(f"missing: {', '.join(gaps)}. Install with:\n")
    sys.stderr.writelines(f"  {system}: {line}\n" for system, line in lines.items())
    return ExitCode.CANNOT_RUN


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    sys.exit(_main(sys.argv[1:]))
