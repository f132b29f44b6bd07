"""Template errors: what a template asked for and did not get, told at its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import jinja2

from brochures.findings import Finding, Place, codes
from brochures.findings.plain_words import in_words
from brochures.findings.suggest import near

DEFINE = "define it in styles/tokens/ or content/labels.yaml, or correct its name"


class UnknownNameError(Exception):
    """A template asked for a token or label that is not defined, or not for everybody; ``mend`` says what to do."""

    def __init__(self, message: str, mend: str = DEFINE) -> None:
        """Keep what to do."""
        super().__init__(message)
        self.mend = mend


def named(kind: str, things: Mapping[str, str]) -> Callable[[str], str]:
    """Return what a template calls to get one of ``things``; ``kind`` is what they are, for the finding where it asks for none of them."""

    def get(name: str) -> str:
        if name not in things:
            msg = f"there is no {kind} '{name}'; {near(name, things)}"
            raise UnknownNameError(msg)
        return things[name]

    return get


def template_finding(wrong: Exception) -> Finding:
    """Return the finding for a template's mistake, at the last line of a template that the error passed through.

    Templates bear their paths below the root of the project as the names of their files.
    """
    place = Place("templates")
    if isinstance(wrong, jinja2.TemplateSyntaxError) and wrong.filename:
        place = Place(wrong.filename, wrong.lineno)
    trace = wrong.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            place = Place(file, trace.tb_lineno)
        trace = trace.tb_next
    if isinstance(wrong, UnknownNameError):
        return codes.NO_TOKEN.at(place, str(wrong), wrong.mend)
    if isinstance(wrong, jinja2.TemplateNotFound):
        return codes.TEMPLATE.at(
            place, f"there is no template '{wrong.name}'", "add the file, or correct the name that asks for it"
        )
    return codes.TEMPLATE.at(place, in_words(wrong), "correct the field's name, or the syntax, on this line")
