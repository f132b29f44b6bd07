"""Unread files: what lies in the content folders and would not be read, under its name or at its place. Words must not vanish in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brochures.findings import Code, Finding, Place, codes
from brochures.findings.suggest import closest
from brochures.load.content_files import FOLDERS, SHELF
from brochures.load.normal_form import composed
from brochures.project.file_names import copies, is_silent, left_behind, looks_like_yaml, one_name
from brochures.project.paths import Project

_NAMED = frozenset(name.rpartition("/")[0] for name in SHELF)
"""The folders of which each file is known by its name, the content folder itself included."""

_KNOWN = tuple(sorted({*_NAMED, *FOLDERS} - {""}))
"""The folders in the content folder."""

_PICTURES = "images"
"""The folder in which files of other kinds lie."""

NOTES = ("README", "LICENSE", "LICENCE")
"""Names of what people write down for each other begin so, or end in ``.md``."""


@dataclass(frozen=True)
class UnreadFile:
    """A file or folder that is not read. ``name`` is its path below the content folder, ``meant`` the files that were meant by it."""

    name: str
    finding: Finding
    meant: tuple[str, ...] = ()


def unread_files(project: Project) -> Iterator[UnreadFile]:
    """Yield what lies in the content folders of ``project`` and is not read."""
    for folder in ("", *_KNOWN):
        path = project.content / folder
        if path.is_dir() and not _leads_away(path, project):
            try:
                entries = sorted(path.iterdir(), key=_plainest_first)
            except OSError:
                yield _closed(folder)
            else:
                yield from _Folder(project, folder, entries).unread()


def _closed(folder: str) -> UnreadFile:
    """Return that ``folder`` may not be looked into, with the files that are known to be meant by it."""
    said, mend = "the system does not let us read this folder", "give yourself the right to read it (in its properties)"
    meant = tuple(name for name in SHELF if name.startswith(f"{folder}/" if folder else ""))
    return UnreadFile(folder, codes.FILE_MISSING.at(Place(f"content/{folder}".rstrip("/")), said, mend), meant)


def _plainest_first(path: Path) -> tuple[bool, str]:
    return path.name != composed(path.name).lower(), path.name


@dataclass(frozen=True)
class _Folder:
    """A folder of the content, by its name below the content folder (empty: that itself), and what lies in it."""

    project: Project
    folder: str
    entries: Sequence[Path]

    def unread(self) -> Iterator[UnreadFile]:
        seen: dict[str, str] = {}
        for entry in self.entries:
            first = seen.setdefault(one_name(entry.name), entry.name)
            if first != entry.name:
                said = f"'{first}' and '{entry.name}' are two files here, and one on Windows and macOS"
                yield self._told(codes.ONE_NAME, entry, said, "give one of the two another name, or delete it")
            elif not is_silent(entry.name):
                yield from self._entry(entry)

    def _entry(self, entry: Path) -> Iterator[UnreadFile]:
        name, left = _shown(entry.name), left_behind(entry.name)
        if not entry.name.isprintable():
            said = f"'{name}' is not read: its name holds what is no letter or sign on this system"
            yield self._told(codes.UNREAD_FILE, entry, said, "give it a name of plain letters, digits and '-'")
        elif left:
            mend = "delete it, when nobody has the file open"
            yield self._told(codes.LEFT_BEHIND, entry, f"'{name}' is not read: it is {left}", mend)
        elif _leads_away(entry, self.project):
            said = f"'{name}' is not read: it is a link that leads out of the project, or to nothing"
            yield self._told(codes.UNREAD_FILE, entry, said, "put the file itself in its place", self._below(name))
        elif entry.is_dir():
            yield from self._other_folder(entry)
        elif looks_like_yaml(entry.name):
            yield from self._yaml(entry)
        elif self.folder != _PICTURES and not name.startswith(NOTES) and not name.endswith(".md"):
            mend = (
                "words go into a file that ends in '.yaml', pictures into content/images/; keep other files elsewhere"
            )
            yield self._told(codes.LEFT_BEHIND, entry, f"'{name}' is not read: it is no content file", mend)

    def _other_folder(self, entry: Path) -> Iterator[UnreadFile]:
        """Yield that the folder ``entry`` is none that is read, where a content file lies in it."""
        if entry.name.endswith(".yaml") or (not self.folder and entry.name in _KNOWN):
            return
        inside = sorted(
            one.name
            for one in entry.rglob("*")
            if looks_like_yaml(one.name) and not is_silent(one.name) and not left_behind(one.name)
        )
        if inside:
            meant = "" if self.folder else closest(entry.name.lower(), _KNOWN)
            number = "the content file" if len(inside) == 1 else f"the {len(inside)} content files"
            verb = "is" if len(inside) == 1 else "are"
            mend = f"call the folder '{meant}'" if meant else f"move them into one of {', '.join(_KNOWN)}"
            said = f"{number} in the folder '{_shown(entry.name)}' {verb} not read"
            yield self._told(codes.UNREAD_FILE, entry, said, mend, *(f"{meant or self.folder}/{one}" for one in inside))

    def _yaml(self, entry: Path) -> Iterator[UnreadFile]:
        """Yield that ``entry``, which is meant as YAML, would not be read under its name."""
        stem = _stem(entry.name)
        original = copies(_stem(one.name) for one in self.entries).get(stem, "")
        said = f"'{_shown(entry.name)}' is not read"
        if original and f"{original}.yaml" in {one.name for one in self.entries}:
            said = f"{said}: it is a second copy of '{original}.yaml', which a program made"
            mend = f"compare the two, keep what is right in '{original}.yaml', and delete this one"
            yield self._told(codes.UNREAD_FILE, entry, said, mend)
        elif entry.name != f"{stem}.yaml" or original:
            wanted = f"{(original or stem).lower()}.yaml"
            said = f"{said}: the name of a content file ends in '.yaml'"
            yield self._told(codes.UNREAD_FILE, entry, said, f"call it '{wanted}'", self._below(wanted))
        elif self.folder in _NAMED and self._below(entry.name) not in SHELF:
            known = sorted(_stem(one.rpartition("/")[2]) for one in SHELF if one.rpartition("/")[0] == self.folder)
            wanted = closest(stem.lower(), known)
            names = ", ".join(f"{one}.yaml" for one in known)
            mend = f"call it '{wanted}.yaml'" if wanted else f"put what is in it into one of {names}"
            said = f"{said}: the program knows no file of this name here"
            yield self._told(codes.UNREAD_FILE, entry, said, mend, *([self._below(f"{wanted}.yaml")] if wanted else []))

    def _below(self, name: str) -> str:
        return f"{self.folder}/{name}".removeprefix("/")

    def _told(self, code: Code, entry: Path, said: str, mend: str, *meant: str) -> UnreadFile:
        name = self._below(entry.name)
        return UnreadFile(name, code.at(Place(f"content/{_shown(name)}"), said, mend), meant)


def _shown(name: str) -> str:
    """Return ``name`` as it can be printed, in composed letters."""
    return "".join(sign if sign.isprintable() else "?" for sign in composed(name))


def _stem(name: str) -> str:
    """Return ``name`` up to its first end that means YAML, whole where it has none."""
    small = name.lower()
    ends = [at for at in (small.find(".yaml"), small.find(".yml")) if at >= 0]
    return name[: min(ends)] if ends else name


def _leads_away(path: Path, project: Project) -> bool:
    """Whether ``path`` is a link to what is not in the project, or to nothing."""
    if not path.is_symlink():
        return False
    try:
        to = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return True
    return not any(to.is_relative_to(one.resolve()) for one in (project.root, project.content))
