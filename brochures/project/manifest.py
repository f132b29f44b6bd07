"""The manifest: what was published, from which inputs, and until when that stays true.

Standard library only: a run with nothing to do is answered from here, with no model defined, no YAML parsed and no engine imported.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from brochures.findings import Finding
from brochures.project.atomic import replace
from brochures.project.paths import ROOT, Project

FORM = 3
"""The form of the manifest itself; an older one is not read."""


@dataclass(frozen=True)
class Inputs:
    """Digests of what a run reads: ``words`` (content, templates) and ``program`` (styles, pictures, code, versions)."""

    words: str
    program: str


def inputs(project: Project) -> Inputs:
    """Return the digests of everything in ``project`` and of the program itself."""
    pictures = project.content / "images"
    words = [
        path for path in (*_files(project.content), *_files(project.templates)) if not path.is_relative_to(pictures)
    ]
    seen = [*_files(project.styles), *_files(pictures)]
    python = f"{platform.python_implementation()} {platform.python_version()} {platform.system()} {project.epoch}"
    return Inputs(_digest(words, project.root), _digest(seen, project.root, _program(ROOT), python))


@cache
def _program(root: Path) -> str:
    """Return the digest of the program and its libraries. A process runs what it began with, whatever becomes of the files."""
    return _digest([*_files(root / "brochures", "*.py"), root / "requirements.lock"], root)


def state(found: Inputs, *, release: bool) -> str:
    """Return the digest of all that a run with ``release`` or without depends on, but for the day."""
    return digest(found.words, found.program, "release" if release else "proof")


def digest(*texts: str) -> str:
    """Return one digest of ``texts``."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def read(path: Path) -> dict[str, Any]:
    """Return the manifest at ``path``; an absent, broken or older one is an empty one."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("form") != FORM:
        found = {}
    pieces = {slug: piece for slug, piece in _mapping(found, "pieces").items() if _is_sound(piece)}
    left = {
        path: total for path, total in _mapping(found, "left").items() if isinstance(total, str) and is_inside(path)
    }
    return {"form": FORM, "engine": _mapping(found, "engine"), "pieces": pieces, "left": left}


def write(path: Path, found: Mapping[str, Any]) -> None:
    """Make ``found`` the manifest at ``path``, unless it is. Raise ``BrochureError`` where the system refuses."""
    held = {key: part for key, part in found.items() if key != "left" or part}
    data = (json.dumps(held, indent=1, ensure_ascii=False) + "\n").encode()
    if not path.is_file() or path.read_bytes() != data:
        replace(path, data)


def carry_over(project: Project, old: str, new: str) -> None:
    """Make what is on record as true with the state ``old`` true with ``new``: a run changed an input that no file depends on.

    Raise ``BrochureError`` where the system refuses.
    """
    found = read(project.manifest)
    for piece in found["pieces"].values():
        for output in piece["outputs"].values():
            output["state"] = new if output["state"] == old else output["state"]
    write(project.manifest, found)


def _mapping(found: Mapping[str, Any], key: str) -> dict[str, Any]:
    part = found.get(key)
    return part if isinstance(part, dict) else {}


@dataclass(frozen=True)
class OnRecord:
    """What an earlier run left on record, beside the digests of what this run reads: both are read once a run."""

    inputs: Inputs
    engine: Mapping[str, str]
    """The versions that set the files."""
    pieces: Mapping[str, Any]
    left: Mapping[str, str] = field(default_factory=dict)
    """Files that were published and are made no more: the sum of each by its path in ``out/``."""

    @classmethod
    def read(cls, project: Project) -> OnRecord:
        """Return what is on record for ``project``."""
        found = read(project.manifest)
        return cls(inputs(project), found["engine"], found["pieces"], found["left"])


def nothing_to_do(
    project: Project,
    on_record: OnRecord,
    slugs: Iterable[str],
    editions: Sequence[str],
    *,
    release: bool,
) -> tuple[Finding, ...] | None:
    """Return the findings on record when every wanted file is there, whole and still true; ``None`` when there is work."""
    findings: list[Finding] = []
    for slug in slugs:
        piece = on_record.pieces.get(slug)
        if piece is None or not _still_true(piece["true_until"], project.today):
            return None
        wanted = {edition for edition in piece["editions"] if edition in (editions or piece["editions"])}
        outputs = [output for output in piece["outputs"].values() if output["edition"] in wanted]
        if {output["edition"] for output in outputs} != wanted:
            return None
        for output in outputs:
            if output["state"] != state(on_record.inputs, release=release) or not whole(project, output):
                return None
            findings += map(Finding.from_dict, output["findings"])
        findings += map(Finding.from_dict, piece["findings"])
    return tuple(findings)


def whole(project: Project, output: Mapping[str, Any]) -> bool:
    """Return whether the file of ``output`` is there with the bytes that were published."""
    try:
        return hashlib.sha256((project.out / output["path"]).read_bytes()).hexdigest() == str(output["sha256"])
    except (OSError, ValueError):
        return False


_PIECE = frozenset({"title", "format", "audience", "editions", "true_until", "findings", "outputs"})
_OUTPUT = frozenset({"edition", "path", "sha256", "pages", "bytes", "proof", "digest", "state", "findings"})


def _is_sound(piece: Any) -> bool:
    """Return whether a record holds what this module reads; one that somebody edited is not trusted."""
    try:
        _still_true(piece["true_until"], date.min)
        outputs = piece["outputs"].values()
        found = [*piece["findings"], *(finding for output in outputs for finding in output["findings"])]
        return (
            set(piece) >= _PIECE
            and isinstance(piece["editions"], list)
            and all(set(output) >= _OUTPUT and is_inside(output["path"]) for output in outputs)
            and all(isinstance(Finding.from_dict(finding), Finding) for finding in found)
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def is_inside(path: Any) -> bool:
    """Return whether ``path`` on record leads to something below ``out/``."""
    return isinstance(path, str) and not PurePath(path).is_absolute() and ".." not in PurePath(path).parts


def _still_true(until: str | None, today: date) -> bool:
    return until is None or today < date.fromisoformat(until)


def _files(folder: Path, pattern: str = "*") -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts)


def _digest(paths: Iterable[Path], base: Path, *more: str) -> str:
    whole_digest = hashlib.sha256("\0".join(more).encode())
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as wrong:  # who reads it for its words tells it
            data = str(wrong).encode()
        whole_digest.update(f"{path.relative_to(base).as_posix()}\0{len(data)}\0".encode())
        whole_digest.update(data)
    return whole_digest.hexdigest()
