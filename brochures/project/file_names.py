"""File names: what Windows, macOS, editors and cloud drives write beside the files that somebody typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_MADE_BY_SYSTEMS = frozenset(
    {".ds_store", ".localized", ".directory", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"}
)
"""What a file manager keeps in a folder that it has shown; nobody typed a word of it."""

_LEFT_BEHIND: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\._."), "what a Mac keeps beside a file on another system's disk"),
    (re.compile(r"~\$|\.~lock\."), "the mark of an office program that has a file open"),
    (re.compile(r".*\.sw[a-p]|\.#|#.*#$"), "the mark of an editor that has a file open, or broke off"),
    (re.compile(r".*(?:~|\.(?:bak|old|orig|rej|save|tmp|temp|part|crdownload))$"), "a copy that a program left behind"),
)
"""What the beginnings and ends of a name say, in small letters."""

_YAML = re.compile(r"\.ya?ml(?:$|[.~ _(-])")

_COPY = re.compile(
    r"(?:copy(?: \(\d+\))? of |kopie von )(?P<after>.+)"
    r"|(?P<before>.+?)(?:"
    r" ?\(\d+\)| \d+|(?: -)? (?:copy|kopie|copia|copie)(?: ?\(?\d+\)?)?| ?[(\[][^)\]]*(?:conflict|konflikt|conflit)[^)\]]*[)\]]"
    r"|\.sync-conflict-.*)"
)
"""How file managers and cloud drives call a second file of one name, in small letters and without the end of the name."""


def is_hidden(name: str) -> bool:
    """Whether a file or folder called ``name`` was written by a system or a program for itself, and is none of the content."""
    return name.startswith((".", "~")) or name.lower() in _MADE_BY_SYSTEMS


def left_behind(name: str) -> str:
    """Return what a file called ``name`` is that a program left behind while somebody worked; empty where it is none."""
    return next((what for pattern, what in _LEFT_BEHIND if pattern.match(name.lower())), "")


def is_silent(name: str) -> bool:
    """Whether nobody needs to hear of a file or folder called ``name``: systems and version control keep it there."""
    return name.lower() in _MADE_BY_SYSTEMS or (name.startswith(".") and not left_behind(name))


def looks_like_yaml(name: str) -> bool:
    """Whether whoever named a file ``name`` took it for YAML: ``.yml``, ``.YAML``, ``.yaml.txt``."""
    return bool(_YAML.search(name.lower()))


def one_name(name: str) -> str:
    """Return ``name`` as systems see it that do not tell capitals or ways of writing a letter apart (Windows; macOS, which keeps NFD)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def copies(stems: Iterable[str]) -> Mapping[str, str]:
    """Return which of ``stems``, names without their end, are copies that a program made, each with the name that it is a copy of.

    A computer's name behind a hyphen, as a cloud drive writes it, counts where the file without it is there, too.
    """
    names = list(stems)
    return {name: of for name in names if (of := _original(name, names))}


def _original(name: str, names: list[str]) -> str:
    found = _COPY.fullmatch(name.lower())
    if found:
        group = "after" if found["after"] else "before"
        return name[found.start(group) : found.end(group)]
    before = [
        one for one in names if name.startswith(f"{one}-") and name[len(one) + 1 :] != name[len(one) + 1 :].lower()
    ]
    return max(before, key=len, default="")
