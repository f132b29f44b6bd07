"""Checked files: one content file as its model has it, with every mistake in it. Files that did not change are not read into a model again."""

from __future__ import annotations

from functools import lru_cache

from pydantic import ValidationError

from brochures.findings import BrochureError, Finding
from brochures.load.content_files import PIECES
from brochures.load.file_text import file_bytes
from brochures.load.model.base import Model
from brochures.load.model.printed import PrintedFile
from brochures.load.model.reviews import ReviewsFile
from brochures.load.model_errors import explain_mistakes
from brochures.load.old_reviews import without_reviews
from brochures.load.rest_of_file import of_the_rest
from brochures.load.slugs import bad_slug, slug_of
from brochures.load.text_faults import text_faults
from brochures.load.yaml_source import Manuscript, read_bytes
from brochures.project.paths import Project

LEDGERS = frozenset({ReviewsFile, PrintedFile})
"""The models of files that are one list. They hold words once more as they were, which are not looked through again."""

_Checked = tuple[Model | None, Manuscript | None, tuple[Finding, ...]]


def checked_file(project: Project, name: str, model: type[Model], instead: bytes | None) -> _Checked:
    """Return the model of the content file ``name``, how it is written, and what is wrong in it; ``instead`` is read in its place, where given."""
    try:
        data = file_bytes(project.content / name, f"content/{name}") if instead is None else instead
    except BrochureError as wrong:
        return None, None, wrong.findings
    return _checked_bytes(data, name, model)


@lru_cache(maxsize=128)
def _checked_bytes(data: bytes, name: str, model: type[Model]) -> _Checked:
    """Return what the bytes of a file hold; a program that loads a project again looks only at files that changed."""
    try:
        manuscript, findings = read_bytes(data, f"content/{name}")
    except BrochureError as wrong:
        return None, None, (*wrong.findings, *of_the_rest(wrong, model, words=model not in LEDGERS))
    if model not in LEDGERS:
        findings = (*findings, *text_faults(manuscript))
    if model in PIECES.values():
        findings = (*findings, *bad_slug(name))
    manuscript, old = without_reviews(manuscript, slug_of(name))
    findings = (*findings, *old)
    try:
        value = model.model_validate(manuscript.data)
    except ValidationError as wrong:
        told = {finding.place for finding in findings}
        refused = explain_mistakes(wrong, manuscript, model)
        return None, manuscript, (*findings, *(one for one in refused if one.place not in told))
    return None if any(finding.is_error for finding in findings) else value, manuscript, findings
