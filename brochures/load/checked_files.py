"""Checked files: one content file as a checked model, with what is wrong in it. Bytes that this process has read are not read again."""

from __future__ import annotations

from functools import lru_cache

from pydantic import ValidationError

from brochures.findings import BrochureError, Finding
from brochures.load.content_files import PIECES
from brochures.load.file_text import file_bytes
from brochures.load.model.base import Model
from brochures.load.model.house_facts import FactsFile
from brochures.load.model.languages import LanguagesFile
from brochures.load.model.names import NamesFile
from brochures.load.model.parts import PartsFile
from brochures.load.model.printed import PrintedFile
from brochures.load.model.printers import PrintersFile
from brochures.load.model.reviews import ReviewsFile
from brochures.load.model.roles import RolesFile
from brochures.load.model.waivers import WaiversFile
from brochures.load.model.words import WordsFile
from brochures.load.model_errors import explain_mistakes
from brochures.load.old_reviews import without_reviews
from brochures.load.rest_of_file import of_the_rest
from brochures.load.slugs import bad_slug, slug_of
from brochures.load.text_faults import text_faults
from brochures.load.text_places import written
from brochures.load.yaml_source import Manuscript, read_bytes
from brochures.project.paths import Project

LEDGERS = frozenset({ReviewsFile, PrintedFile})
"""The models of files that are one list. They hold words once more as they were, which are not looked through again."""

UNPRINTED = frozenset(
    {WordsFile, PartsFile, NamesFile, LanguagesFile, FactsFile, WaiversFile, PrintersFile, RolesFile, *LEDGERS}
)
"""The models of files whose texts no piece prints: they need not know where they are written."""


Checked = tuple[Model | None, Manuscript | None, tuple[Finding, ...]]
"""The value of a file, None where it cannot be used; the file as it is written, None where it cannot be read; what is wrong in it."""


def checked(project: Project, name: str, model: type[Model], instead: bytes | None = None) -> Checked:
    """Return the file ``name`` below ``content/`` by ``model``, its printed texts knowing where they are written; ``instead`` is looked at in its place."""
    if instead is not None:
        return _read(instead, name, model)
    try:
        return _checked(file_bytes(project.content / name, f"content/{name}"), name, model)
    except BrochureError as wrong:
        return None, None, wrong.findings


@lru_cache(maxsize=256)
def _checked(data: bytes, name: str, model: type[Model]) -> Checked:
    return _read(data, name, model)


def _read(data: bytes, name: str, model: type[Model]) -> Checked:
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
    if any(finding.is_error for finding in findings):
        return None, manuscript, findings
    return value if model in UNPRINTED else written(value, manuscript), manuscript, findings
