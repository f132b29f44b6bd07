"""What Python needs to know of the styles: custom properties, read from the CSS that the designer edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2

from brochures.findings import BrochureError, Place, codes
from brochures.geometry.units import POINTS

FACES = Path("tokens/faces.css")
"""Where, in the styles, the faces are declared."""

_SOURCE = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(in|mm|cm|pt|pc|px)")


def token_files(styles: Path) -> tuple[Path, ...]:
    """Return the files of the tokens, in the order in which they are read here."""
    return tuple(sorted((styles / "tokens").glob("*.css")))


@dataclass(frozen=True)
class Declared:
    """One custom property as it is written: the stem of its file, the selector of its rule, its name with ``--``, its value, its place.

    In an at-rule the selector begins with that: ``@media print :root``.
    """

    file: str
    selector: str
    name: str
    value: str
    place: Place


def declared(path: Path) -> Iterator[Declared]:
    """Yield each custom property of the style sheet at ``path``. Raise ``BrochureError`` where it cannot be read."""
    yield from _declared(_text(path), path.stem, _place(path).file)


@lru_cache(maxsize=256)
def _declared(text: str, stem: str, file: str) -> tuple[Declared, ...]:
    sheet = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return tuple(
        Declared(
            stem,
            selector,
            item.name,
            " ".join(tinycss2.serialize(item.value).split()),
            Place(file, item.source_line, item.source_column),
        )
        for selector, item in _declarations(sheet)
    )


def _declarations(rules: Iterable[Any], inside: str = "") -> Iterator[tuple[str, Any]]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"} and rule.content is not None:
            condition = f"{inside}@{rule.at_keyword} {' '.join(tinycss2.serialize(rule.prelude).split())} "
            nested = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _declarations(nested, condition)
        if rule.type == "qualified-rule":
            selector = inside + " ".join(tinycss2.serialize(rule.prelude).split())
            for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                if item.type == "declaration" and item.name.startswith("--"):
                    yield selector, item


def first_comment(path: Path) -> str:
    """Return the comment that ``path`` begins with, empty where it begins with none."""
    first = next(iter(tinycss2.parse_stylesheet(_text(path), skip_whitespace=True)), None)
    return " ".join(first.value.split()) if first is not None and first.type == "comment" else ""


def font_families(path: Path) -> frozenset[str]:
    """Return the families that the ``@font-face`` rules of ``path`` declare."""
    return frozenset(face["font-family"].strip("\"'") for face in _faces(path) if "font-family" in face)


def font_files(path: Path) -> dict[tuple[str, int], Path]:
    """Return the files of the upright faces that the ``@font-face`` rules of ``path`` declare, by family and weight."""
    found = {}
    for face in _faces(path):
        source = _SOURCE.search(face.get("src", ""))
        weight = face.get("font-weight", "400")
        if source and face.get("font-style", "normal") == "normal" and weight.isdecimal():
            found[face.get("font-family", "").strip("\"'"), int(weight)] = path.parent / source[1]
    return found


WEIGHTS = {
    100: "Thin", 200: "Ultra-Light", 300: "Light", 350: "Semi-Light", 380: "Book", 400: "", 500: "Medium", 600: "Semi-Bold", 700: "Bold",
    800: "Ultra-Bold", 900: "Heavy",
}  # fmt: skip
"""What Pango calls the weights of type, which is what the engine writes of a face into a file."""


def face_files(path: Path) -> dict[str, Path]:
    """Return the files of the faces that the ``@font-face`` rules of ``path`` declare, by the name that a face has in a finished file."""
    found = {}
    for face in _faces(path):
        source, weight = _SOURCE.search(face.get("src", "")), face.get("font-weight", "400")
        style = face.get("font-style", "normal").partition(" ")[0]
        if source:
            words = [
                face.get("font-family", "").strip("\"'"),
                WEIGHTS.get(int(weight) if weight.isdecimal() else 400, ""),
            ]
            words.append("" if style == "normal" else style.capitalize())
            found["-".join(filter(None, words)).replace(" ", "-")] = path.parent / source[1]
    return found


@dataclass(frozen=True)
class FaceFile:
    """A face as its ``@font-face`` rule declares it."""

    family: str
    weight: int
    italic: bool
    path: Path


def faces(path: Path) -> tuple[FaceFile, ...]:
    """Return the faces that the ``@font-face`` rules of ``path`` declare, in their order."""
    found = []
    for face in _faces(path):
        source, weight = _SOURCE.search(face.get("src", "")), face.get("font-weight", "400")
        if source and weight.isdecimal():
            family, italic = face.get("font-family", "").strip("\"'"), face.get("font-style", "normal") != "normal"
            found.append(FaceFile(family, int(weight), italic, path.parent / source[1]))
    return tuple(found)


def _faces(path: Path) -> Iterator[dict[str, str]]:
    for rule in tinycss2.parse_stylesheet(_text(path), skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            yield {
                item.lower_name: tinycss2.serialize(item.value).strip()
                for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                if item.type == "declaration"
            }


def points(length: str) -> float:
    """Return a CSS length such as ``3.6875in`` in pt. Raise ``ValueError`` where it is none."""
    found = _LENGTH.fullmatch(length)
    if found is None:
        msg = f"'{length}' is not a length with a unit (in, mm, pt)"
        raise ValueError(msg)
    return float(found[1]) * POINTS[found[2]]


def _place(path: Path) -> Place:
    return Place("/".join(("styles", *path.parts[len(path.parts) - path.parts[::-1].index("styles") :])))


def _text(path: Path) -> str:
    """Return the text of a style sheet. Raise ``BrochureError`` where there is none."""
    place = _place(path)
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as wrong:
        raise BrochureError(codes.ENCODING.at(place, "this is not UTF-8 text", "save the file as UTF-8")) from wrong
    except OSError as wrong:
        raise BrochureError(
            codes.MISSING_RESOURCE.at(
                place, f"cannot read this file: {wrong.strerror}", "restore it from version control"
            )
        ) from wrong
