"""The project: the one owner of paths, of the clock and of the build date."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from brochures.findings import UsageError
from brochures.project.file_names import copies, is_hidden

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the code; also the default project."""


@dataclass(frozen=True)
class Project:
    """A tree with ``content/``, ``templates/`` and ``styles/``, and the day on which it is built.

    ``epoch`` is ``SOURCE_DATE_EPOCH`` (reproducible-builds.org): when set, it replaces the version date inside files.
    """

    root: Path
    today: date
    out: Path
    epoch: date | None = field(default=None)

    @classmethod
    def open(cls, root: Path | None = None, out: Path | None = None, today: date | None = None) -> Project:
        """Return the project at ``root`` (default: the folder of the code), whose files go into ``out`` (default: ``out/`` in it).

        Raise ``NotAProjectError`` where ``root`` is none, ``NoPlaceForFilesError`` where ``out`` is no folder for files of ours.
        """
        base = _resolved(root or ROOT)
        if not _is_text(base):
            raise UsageError(f"the name of {base} holds bytes that are no letters: rename the folder")
        missing = [name for name in ("content", "templates", "styles") if not (base / name).is_dir()]
        if missing:
            raise NotAProjectError(base, missing)
        return cls(base, today or datetime.now(tz=UTC).astimezone().date(), _place_for_files(base, out), _epoch())

    @property
    def content(self) -> Path:
        """The words."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """The HTML."""
        return self.root / "templates"

    @property
    def styles(self) -> Path:
        """The CSS, fonts and profiles."""
        return self.root / "styles"

    @property
    def manifest(self) -> Path:
        """The list of all that was published."""
        return self.out / "manifest.json"

    @property
    def sent(self) -> Path:
        """The folder of the record of what was sent, beside ``out/``: no command removes it."""
        return self.out.parent / "sent"

    @property
    def before(self) -> Path:
        """The folder of words as they were before somebody saved others; nothing there is read as content."""
        return self.root / "before"

    def slugs(self) -> tuple[str, ...]:
        """Return the slugs of all pieces, brochures first, read off the file names."""
        return tuple(path.stem for folder in ("brochures", "packets") for path in yaml_files(self.content / folder))

    def misnamed(self, slug: str) -> str:
        """Return the path of the file that ``slug`` may be in, under a name or in a folder that is not read; empty where there is none."""
        named = (
            path
            for path in sorted(self.content.rglob("*"))
            if path.name.lower().startswith((f"{slug}.yml", f"{slug}.yaml"))
        )
        return next((self.relative(path) for path in named if path.is_file() and path.stem not in self.slugs()), "")

    def relative(self, path: Path) -> str:
        """Return ``path`` as findings print it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def yaml_files(folder: Path) -> list[Path]:
    """Return the files in ``folder`` whose names end in ``.yaml``, sorted, those left out that a program wrote for itself or as a copy."""
    files = sorted(
        path
        for path in folder.glob("*.yaml")
        if path.suffix == ".yaml" and path.name.isprintable() and not is_hidden(path.name)
    )
    made = copies(path.stem for path in files)
    return [path for path in files if path.stem not in made]


OWN = (
    "before", "benchmarks", "brochures", "content", "docs", "sent", "styles", "templates", "tests", ".ci", ".git", ".github", ".venv",
)  # fmt: skip
"""The folders that a project and the program are made of."""


def _place_for_files(base: Path, out: Path | None) -> Path:
    """Return where finished files go; what is written there must not lie between what it is made from."""
    if out is None:
        return _resolved(base / "out")
    place = _resolved(out)
    if place == Path(place.anchor):
        raise NoPlaceForFilesError(place, "the top of the disk")
    if place in {base, ROOT}:
        raise NoPlaceForFilesError(place, "the folder of the project itself")
    for own in (top / name for top in (base, ROOT) for name in OWN):
        if place.is_relative_to(own):
            raise NoPlaceForFilesError(place, f"a part of the project, {own.name}/")
    try:
        is_file = place.exists() and not place.is_dir()
    except OSError as wrong:  # of a name that is too long, for one
        raise NoPlaceForFilesError(place, f"nothing that can be opened ({wrong.strerror})") from wrong
    if is_file:
        raise NoPlaceForFilesError(place, "a file")
    return place


def _resolved(path: Path) -> Path:
    """Return ``path`` from the top of the disk. Raise ``UsageError`` where it cannot be followed."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as wrong:
        raise UsageError(f"the folder {path} cannot be opened: {wrong}") from wrong


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def component_file(key: str) -> str:
    """Return what the files of the component ``key`` are called: ``icon_list`` in YAML and Jinja is ``icon-list.html`` and ``.css``.

    With ``component_key`` the one place that knows how the two are spelled.
    """
    return key.replace("_", "-")


def component_key(file: str) -> str:
    """Return the key of the component whose files are called ``file``."""
    return file.replace("-", "_")


class NotAProjectError(UsageError):
    """The folder is not a project; ``missing`` names the folders it lacks."""

    def __init__(self, root: Path, missing: list[str]) -> None:
        """Say what the folder lacks, and what is there instead."""
        lacks = ", no ".join(name + "/" for name in missing)
        there = ", ".join(sorted(path.name for path in root.iterdir())[:12]) if root.is_dir() else _instead(root)
        super().__init__(
            f"{root} is not a project: it has no {lacks} (there: {there}). "
            "Name a folder that holds all three with --root, or leave it out."
        )
        self.missing = missing


def _instead(root: Path) -> str:
    return "a file of this name" if root.exists() else "no such folder"


class NoPlaceForFilesError(UsageError):
    """The folder that finished files should go into is a file, the top of the disk, or one that the project is made of."""

    def __init__(self, out: Path, what: str) -> None:
        """Say ``what`` the folder is."""
        super().__init__(
            f"finished files cannot go into {out}: it is {what}. Name another folder with --out, or leave it out."
        )


class BuildDateError(UsageError):
    """``SOURCE_DATE_EPOCH`` is set, and is no number of seconds since 1970."""


def _epoch() -> date | None:
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(text), tz=UTC).date() if text else None
    except (ValueError, OverflowError, OSError) as wrong:
        raise BuildDateError(f"SOURCE_DATE_EPOCH is '{text}', not a number of seconds since 1970") from wrong


def now() -> str:
    """Return the day and time of this moment, as people write it: ``2026-11-30 14:03``."""
    return datetime.now(tz=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
