"""Joined: what is left of a form in a file that another program joined to others. Its list of fields may be lost, names have something before or behind, and its mark is gone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary

from brochures.partners.returned.answers import KnownForms, Stamp
from brochures.partners.returned.fields import DEEPEST, MOST, stamp_of, value_of
from brochures.partners.returned.without_fields import ABOUT
from brochures.resolve.form_fields import VERSION, planned

ENOUGH = 0.5
"""The share of a form's fields that must be there by name before a file without a mark is taken for that form."""


@dataclass(frozen=True)
class FoundForm:
    """A form in a file: what it says of itself, and its values by the names that its fields have on the form.

    ``renamed`` is what stood before and behind these names in the file; ``marked``: the file itself says of which form and version it is;
    ``listed``: they are in the file's list of fields.
    """

    stamp: Stamp
    values: Mapping[str, str]
    renamed: str = ""
    marked: bool = True
    listed: bool = True


def values_on_pages(pdf: pikepdf.Pdf) -> Mapping[str, str]:
    """Return what the fields hold whose boxes lie on the pages of ``pdf`` and that its list of fields does not name, by their whole names."""
    form = pdf.Root.get("/AcroForm")
    roots = {one.objgen for one in form.get("/Fields", ())} if isinstance(form, Dictionary) else set()
    found: dict[str, str] = {}
    for page in pdf.pages:
        for box in page.obj.get("/Annots", ()):
            if isinstance(box, Dictionary) and box.get("/Subtype") == "/Widget" and len(found) < MOST:
                above = [*_above(box)]
                name = ".".join(str(one.T) for one in reversed(above) if "/T" in one)
                holder = next((one for one in above if "/V" in one), box)
                if name and above[-1].objgen not in roots:
                    found[name] = value_of(holder)
    return found


def found_forms(
    values: Mapping[str, str], pdf: pikepdf.Pdf, known: KnownForms, offered: Callable[[], Iterable[str]]
) -> Iterator[FoundForm]:
    """Yield the forms that ``values`` belong to: by the mark of each, by what the file says of all, else by the names of the fields alone.

    ``offered`` returns the pieces whose forms they may be.
    """
    marks = [(name, stamp) for name, value in values.items() if (stamp := stamp_of(value)) is not None and stamp.form]
    for name, stamp in marks:
        form = _by_mark(name, stamp, values)
        if form is not None:
            yield form
    if marks or any(name.rpartition(".")[2] == VERSION for name in values):
        return
    told = [*_told(pdf)]
    for stamp in told:
        held = _of(values, stamp.form)
        if held:
            yield FoundForm(stamp, held)
    if not told:
        yield from _by_names(values, known, offered)


def _above(field: Any) -> Iterator[Any]:
    """Yield ``field`` and those that hold it, the nearest first."""
    for _ in range(DEEPEST):
        yield field
        field = field.get("/Parent")
        if not isinstance(field, Dictionary):
            return


def _by_mark(name: str, stamp: Stamp, values: Mapping[str, str]) -> FoundForm | None:
    """Return the form whose mark is the field ``name``: other fields of it have the same before and behind their names."""
    shape = re.fullmatch(rf"(.*?){re.escape(stamp.form)}([^.]*)\.{VERSION}([^.]*)", name)
    if shape is None:
        return None
    before, within, behind = shape.groups()
    head = f"{before}{stamp.form}{within}."
    held = {
        f"{stamp.form}.{one[len(head) : len(one) - len(behind)]}": value
        for one, value in values.items()
        if one.startswith(head) and one.endswith(behind)
    }
    return FoundForm(stamp, held, " … ".join(part for part in (before, within, behind) if part))


def _told(pdf: pikepdf.Pdf) -> Iterator[Stamp]:
    """Yield what ``pdf`` says of its forms beside its fields."""
    try:
        said = json.loads(str(pdf.docinfo.get(ABOUT, "[]")))
    except (ValueError, RecursionError):
        return
    for one in said if isinstance(said, list) else ():
        stamp = stamp_of(json.dumps(one))
        if stamp is not None and stamp.form:
            yield stamp


def _by_names(
    values: Mapping[str, str], known: KnownForms, offered: Callable[[], Iterable[str]]
) -> Iterator[FoundForm]:
    """Yield the forms of the first piece, most of whose fields are there by name."""
    for piece in offered() if values else ():
        forms = []
        for name, sheet in known(piece).items():
            wanted = {field.name for field in planned(sheet)}
            if wanted and len(wanted & values.keys()) >= ENOUGH * len(wanted):
                forms.append(FoundForm(Stamp(name, piece=piece), _of(values, name), marked=False))
        if forms:
            yield from forms
            return


def _of(values: Mapping[str, str], form: str) -> Mapping[str, str]:
    return {name: value for name, value in values.items() if name.startswith(f"{form}.")}
