"""Plain: the words of one piece as plain text. No page is laid out for it: text has none."""

from __future__ import annotations

from brochures.compose import compose
from brochures.compose.plain_text import TextStyle, plain_text
from brochures.compose.template_errors import Labels
from brochures.compose.templates import Templates
from brochures.compose.web_page import flowing_page
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.job import Job


def plain(project: Project, job: Job, width: int, *, proof: bool) -> str:
    """Return all words of ``job`` in the order of reading, in lines of ``width`` letters; a ``proof`` says so first.

    Raise ``BrochureError`` where a template cannot be read or filled, or a label has no words in the language of the piece.
    """
    composition = compose(Templates.read(project), job, Edition.SCREEN, proof=proof)[0]
    skip, picture = Labels(job).needed("web.skip", "text.picture")
    return plain_text(flowing_page(composition.html, skip), TextStyle(width, picture))
