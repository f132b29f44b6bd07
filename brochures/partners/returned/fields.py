"""Fields of a file that came back: what each holds, by its whole name. The file may come from anybody: it is read, and nothing of it runs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Dictionary

from brochures.partners.returned.answers import Stamp

DEEPEST, MOST = 16, 20_000
"""Fields within fields that are followed, and fields that are read: a packet has some five hundred."""

OFF = "Off"
"""The state of a box that is not checked."""


def field_values(pdf: pikepdf.Pdf) -> Mapping[str, str]:
    """Return what each field of ``pdf`` holds, by its whole name; empty where it holds nothing."""
    form = pdf.Root.get("/AcroForm")
    found: dict[str, str] = {}
    if isinstance(form, Dictionary):
        for name, value in _inside(form.get("/Fields", ()), "", 0):
            if len(found) >= MOST:
                break
            found[name] = value
    return found


def _inside(held: Any, above: str, depth: int) -> Iterator[tuple[str, str]]:
    for one in held if depth < DEEPEST else ():
        if not isinstance(one, Dictionary):
            continue
        name = ".".join(part for part in (above, str(one.get("/T", ""))) if part)
        kids = [kid for kid in one.get("/Kids", ()) if isinstance(kid, Dictionary)]
        if any("/T" in kid for kid in kids):
            yield from _inside(kids, name, depth + 1)
        else:
            yield name, value_of(one)


def value_of(field: Any) -> str:
    """Return what ``field`` holds. A signature holds bytes of its own: it is told as ``signed``."""
    value = field.get("/V")
    if isinstance(value, Dictionary):
        return "signed"
    if isinstance(value, pikepdf.Stream):
        return value.read_bytes().decode(errors="replace")
    if value is None or isinstance(value, pikepdf.Array):
        return ""
    text = str(value)
    if isinstance(value, pikepdf.Name):
        return "" if text == f"/{OFF}" else text[1:]
    return "\n".join(text.splitlines())


def stamp_of(text: str) -> Stamp | None:
    """Return what a form says of itself in ``text``; None where that is nothing of ours."""
    try:
        held = json.loads(text)
        return Stamp(**{key: str(value) for key, value in held.items()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
