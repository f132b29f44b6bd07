"""The real pages for the web: the words of the screen edition, on record like every other file, and told of when nobody makes them any more."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import lxml.html
import pytest

from brochures.compose import compose
from brochures.compose.templates import Templates
from brochures.preflight.expected_text import composed
from brochures.preflight.web_page import NOT_READ, OF_PAGE
from brochures.project.edition import Edition
from brochures.project.leftovers import MadeOf, leftovers
from tests.browser.pieces import SLUGS
from tests.real import RealDocuments


def _words(page: lxml.html.HtmlElement) -> str:
    for one in [*page.iter("svg"), *(one for one in page.iter() if OF_PAGE.intersection(one.classes))]:
        one.drop_tree()
    return "".join(page.text_content().split()).casefold().translate(NOT_READ)


@pytest.mark.parametrize("slug", SLUGS)
def test_it_has_the_words_of_the_screen_edition(real: RealDocuments, slug: str) -> None:
    screen = compose(Templates.read(real.project), real.job(slug), Edition.SCREEN, proof=False)[0]
    texts = sorted(composed(screen.html).texts, key=lambda one: one.turn)
    wanted = "".join(one.text for one in texts if one.role not in {"running", "unread", "drawing"}).translate(NOT_READ)
    page = lxml.html.document_fromstring(real.path(f"{slug}.web").read_text(encoding="utf-8"))
    assert _words(page.find("body")) == wanted


def test_it_is_on_record_and_told_of_when_its_piece_has_the_edition_no_more(real: RealDocuments) -> None:
    data = real.path("crisis-card.web").read_bytes()
    project = replace(real.project, out=real.folder / "crisis-card")
    record = json.loads(project.manifest.read_bytes())["pieces"]["crisis-card"]["outputs"]["web"]
    assert (record["edition"], record["path"]) == ("web", "crisis-card/crisis-card.web.html")
    assert (record["sha256"], record["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    others = tuple(edition for edition in real.job("crisis-card").editions if edition is not Edition.WEB)
    made = MadeOf({"crisis-card": others})
    assert [(one.path.name, one.ours) for one in leftovers(project, made)] == [("crisis-card.web.html", True)]
    assert leftovers(project, MadeOf({"crisis-card": (*others, Edition.WEB)})) == ()
