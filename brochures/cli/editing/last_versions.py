"""Last versions: the words that stood in a file before somebody saved others, kept in ``before/`` for whoever wants them back."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from brochures.cli.editing.texts import EditableText
from brochures.project.paths import Project, now
from brochures.project.private_files import private_file, private_folder

MOST = 200
"""So many versions are kept; then the oldest goes."""

README = "README.txt"

_SIGNS = re.compile(r"[^A-Za-z0-9.-]+")
"""What no file is called on every system; a label may be called anything."""

_SAID = """\
Words as they were before somebody saved others in the preview page, the newest with the highest number; one file each, JSON:
'words' is what stood there, 'replaced_by' what was saved, 'file' and 'route' where, 'raw' how the file wrote it.
"Put back the last version" in the page writes the newest one back. The newest 200 are kept. Nothing here is read as content,
nothing here is printed, and version control leaves it out. You may delete this folder.
"""


@dataclass(frozen=True)
class LastVersion:
    """Words that stood somewhere, how the file wrote them, and what was saved in their place, when."""

    key: str
    called: str
    file: str
    words: str
    raw: str
    replaced_by: str
    saved: str


def keep(project: Project, text: EditableText, raw: str, replaced_by: str) -> LastVersion:
    """Keep the words of ``text``, which the file writes as ``raw``, before ``replaced_by`` is saved. Raise ``BrochureError`` where they cannot be kept."""
    version = LastVersion(text.key, text.called, text.file, text.written, raw, replaced_by, now())
    private_folder(project.before)
    kept = _files(project)
    number = int(kept[-1].name.partition(".")[0]) + 1 if kept else 1
    with private_file(project.before / f"{number:06}.{_SIGNS.sub('.', text.key)[:150]}.json") as file:
        file.write(json.dumps(asdict(version), ensure_ascii=False, indent=1).encode())
    if not (project.before / README).exists():
        with private_file(project.before / README) as file:
            file.write(_SAID.encode())
    for path in kept[: max(0, len(kept) + 1 - MOST)]:
        with suppress(OSError):
            path.unlink()
    return version


def forget_newest(project: Project) -> None:
    """Remove the version that was kept last: nothing was saved in its place."""
    for path in _files(project)[-1:]:
        with suppress(OSError):
            path.unlink()


def last_version(project: Project, text: EditableText) -> LastVersion | None:
    """Return the newest version of ``text`` with other words than it has now; None where none is kept."""
    for path in reversed(_files(project)):
        version = _read(path)
        if version is not None and version.key == text.key and version.words != text.written:
            return version
    return None


def _read(path: Path) -> LastVersion | None:
    try:
        return LastVersion(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None  # somebody changed it by hand


def _files(project: Project) -> list[Path]:
    """Return the files of all versions, the oldest first."""
    return sorted(path for path in project.before.glob("*.json") if path.name.partition(".")[0].isdigit())
