"""Written: answers as JSON, or as CSV of one line a field. Nothing is put right on the way: an answer stands there as it was typed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from brochures.findings.table_cells import defused
from brochures.partners.returned.answers import Answer, FilledForm
from brochures.resolve.form_fields import FieldKind

HEADS = ("file", "form", "version", "dated", "wording", "field", "section", "question", "part", "answer", "as date")


def as_json(forms: Iterable[FilledForm]) -> bytes:
    """Return ``forms`` as JSON: a list with an object for each, its answers in the order of the form, and what is wrong with them."""
    return (json.dumps([_form(one) for one in forms], ensure_ascii=False, indent=2) + "\n").encode()


def _form(form: FilledForm) -> dict[str, Any]:
    stamp = form.stamp
    return {
        "file": form.file,
        "form": stamp.form,
        "title": form.title,
        "clinic": stamp.clinic,
        "piece": stamp.piece,
        "version": stamp.version,
        "dated": stamp.dated,
        "wording": stamp.wording,
        "answers": [_answer(one) for one in form.answers],
        "findings": [
            {"code": one.code, "severity": str(one.severity), "message": one.message} for one in form.findings
        ],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    field = answer.field
    held: dict[str, Any] = {"field": field.name, "section": field.section, "question": field.asked}
    if field.part:
        held["part"] = field.part
    if field.kind in {FieldKind.BOX, FieldKind.SIGNATURE}:
        return held | {"answer": bool(answer.typed)}
    if field.kind is FieldKind.RADIO:
        return held | {"answer": answer.words or None, "code": answer.typed or None}
    return held | {"answer": answer.typed or None} | ({"date": answer.day} if answer.day else {})


def as_csv(forms: Iterable[FilledForm]) -> bytes:
    """Return ``forms`` as CSV (RFC 4180): a line for each field. A cell that a table program would take for a formula begins with ``'``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADS)
    for form in forms:
        writer.writerows([defused(cell) for cell in line] for line in _lines(form))
    return text.getvalue().encode("utf-8-sig")


def _lines(form: FilledForm) -> Iterator[tuple[str, ...]]:
    stamp = form.stamp
    for one in form.answers:
        field = one.field
        yes = "yes" if one.typed and field.kind in {FieldKind.BOX, FieldKind.SIGNATURE} else ""
        yield (
            form.file, stamp.form, stamp.version, stamp.dated, stamp.wording, field.name, field.section, field.asked, field.part,
            yes or one.words or one.typed, one.day,
        )  # fmt: skip
