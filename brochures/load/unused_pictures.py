"""Unused pictures: files beside ``images.yaml`` that it does not name, pictures that no piece shows, PDF files that no packet prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from brochures.findings import Finding, Place, codes
from brochures.load.model.base import ImageName, Model
from brochures.load.model.piece import Packet
from brochures.load.unread_files import NOTES
from brochures.project.file_names import is_silent, left_behind, looks_like_yaml, one_name

DECLARATIONS = "images.yaml"


def undeclared(folder: Path, files: Iterable[str], told: Iterable[str], shown: str) -> Iterator[Finding]:
    """Yield each file in ``folder``, called ``shown`` in findings, that is none of ``files``, the ones that are declared there, and not ``told``.

    A file whose name differs from a declared one in capitals, or in how a letter is written, is told where that is declared: it is the same mistake.
    """
    known = {one_name(name) for name in (*files, *told)}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not _is_no_picture(Path(name)) and one_name(name) not in known:
            yield codes.UNDECLARED_PICTURE.at(
                Place(f"{shown}/{name}"),
                f"nothing in {DECLARATIONS} names this file, so no piece can show it",
                f"declare it in {shown}/{DECLARATIONS} with file, alt and rights, or take it out of the folder",
            )


def _is_no_picture(path: Path) -> bool:
    """Whether ``path`` is what systems and programs leave behind, a content file, or a note that people write for each other."""
    if any(part.startswith(".") for part in path.parts) or path.name.startswith(NOTES) or path.suffix == ".md":
        return True
    return bool(is_silent(path.name) or left_behind(path.name) or looks_like_yaml(path.name))


def unused(places: Mapping[str, Place], shown: Iterable[Model]) -> Iterator[Finding]:
    """Yield each picture of ``places``, which say where it is declared, that none of the pieces and specimens in ``shown`` names."""
    used = {name for model in shown for name in _names(model)}
    for name, place in places.items():
        if name not in used:
            yield codes.UNUSED_PICTURE.at(
                place, f"no piece shows '{name}'", f"write '- picture: {{image: {name}}}' where it is to stand"
            )


def unprinted_files(folder: Path, pieces: Iterable[Model], shown: str) -> Iterator[Finding]:
    """Yield each file in ``folder``, called ``shown`` in findings, that no part of ``pieces`` prints: somebody put it there to be printed."""
    printed = {part.pdf for piece in pieces if isinstance(piece, Packet) for part in piece.parts if part.pdf}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not _is_no_picture(Path(name)) and name not in printed:
            message = f"no part of a packet prints '{name}'"
            yield codes.FOREIGN_UNPRINTED.at(
                Place(f"{shown}/{name}"), message, f"write 'pdf: {name}' in a part, or take the file out of the folder"
            )


def _names(value: Any) -> Iterator[str]:
    """Yield the name of every picture in ``value``."""
    if isinstance(value, ImageName):
        yield value
    elif isinstance(value, Model):
        for field in type(value).model_fields:
            yield from _names(getattr(value, field))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _names(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _names(part)
