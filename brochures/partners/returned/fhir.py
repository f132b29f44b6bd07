"""FHIR: answers as QuestionnaireResponse of FHIR R4 (4.0.1), in a Bundle. Sections are groups; what is empty is left out, as FHIR wants it.

There is no Questionnaire of FHIR for our forms and no address to name one by, so ``questionnaire`` stays empty: ``identifier`` says
piece, form, version and wording. A number stays words, for its unit stands beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from brochures.partners.returned.answers import Answer, FilledForm
from brochures.resolve.form_fields import FieldKind


def as_fhir(forms: Iterable[FilledForm]) -> bytes:
    """Return ``forms`` as a Bundle of the type ``collection``."""
    responses = [_response(form) for form in forms]
    entries = [{"fullUrl": _address(number, one), "resource": one} for number, one in enumerate(responses, 1)]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    return (json.dumps(bundle, ensure_ascii=False, indent=2) + "\n").encode()


def _address(number: int, response: dict[str, Any]) -> str:
    """Return what an entry of a Bundle is called, which each has to be (FHIR R4, Bundle.entry.fullUrl): the same in every run."""
    return f"urn:uuid:{uuid5(NAMESPACE_OID, f'{number} {json.dumps(response)}')}"


def _response(form: FilledForm) -> dict[str, Any]:
    """Return one response: ``completed`` where nothing is missing or malformed, else ``in-progress``, for something is still to come."""
    stamp = form.stamp
    wrong = any(finding.is_error for finding in form.findings)
    return {
        "resourceType": "QuestionnaireResponse",
        "identifier": {"value": f"{stamp.piece}/{stamp.form}/{stamp.version}/{stamp.wording}"},
        "status": "in-progress" if wrong else "completed",
        "item": [*_sections(form)],
    }


def _sections(form: FilledForm) -> Iterator[dict[str, Any]]:
    sections = groupby(form.answers, key=lambda answer: answer.field.section)
    for number, (title, answers) in enumerate(sections, 1):
        items = [*_questions([answer for answer in answers if answer.typed])]
        if items:
            named = {"text": title} if title else {}
            yield {"linkId": f"{form.stamp.form}._section-{number}", **named, "item": items}


def _questions(answers: Sequence[Answer]) -> Iterator[dict[str, Any]]:
    """Yield an item for each question; the boxes of one question are its answers."""
    for (group, _), found in groupby(answers, key=lambda answer: (answer.field.group, answer.field.of)):
        held = [*found]
        if group:
            name = held[0].field.name.rpartition(".")[0]
            codes = [{"valueCoding": _coding(one.field.name.rpartition(".")[2], one.field.part)} for one in held]
            yield {"linkId": name, "text": held[0].field.asked, "answer": codes}
            continue
        for one in held:
            text = ": ".join(part for part in (one.field.asked, one.field.part) if part)
            yield {"linkId": one.field.name, "text": text, "answer": [_value(one)]}


def _value(answer: Answer) -> dict[str, Any]:
    kind = answer.field.kind
    if kind in {FieldKind.BOX, FieldKind.SIGNATURE}:
        return {"valueBoolean": True}
    if kind is FieldKind.RADIO and answer.words:
        return {"valueCoding": _coding(answer.typed, answer.words)}
    return {"valueDate": answer.day} if answer.day else {"valueString": answer.typed}


def _coding(code: str, words: str) -> dict[str, str]:
    return {"code": code, **({"display": words} if words else {})}
