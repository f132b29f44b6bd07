"""Composing: the same job gives the same HTML, and a template that cannot be filled is told at its line."""

from __future__ import annotations

import pytest

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

pytestmark = pytest.mark.slow


def test_the_same_job_gives_the_same_html_to_the_letter(mini: Miniature) -> None:
    project, catalogue = mini.project, mini.load()
    once = compose(Templates.read(project), resolve(project, catalogue, "pack"), Edition.SCREEN, proof=True)
    again = compose(Templates.read(project), resolve(project, mini.load(), "pack"), Edition.SCREEN, proof=True)
    assert [one.html for one in once] == [one.html for one in again]
    assert str(mini.root) not in once[0].html


def test_the_words_of_a_template_are_composed_letters_like_the_content(mini: Miniature) -> None:
    mini.write("templates/components/heading.html", "{% macro heading(text) %}<h2>Cafe\u0301</h2>{% endmacro %}")
    templates = Templates.read(mini.project)
    (one, *_) = compose(templates, resolve(mini.project, mini.load(), "pack"), Edition.SCREEN, proof=True)
    assert "<h2>Caf\xe9</h2>" in one.html
    assert "Caf\xe9" in templates.text("components/heading.html")[0]


@pytest.mark.parametrize(
    ("file", "text", "place", "message"),
    [
        ("components/heading.html", "{% macro heading(text) %}\n{{ text }\n{% endmacro %}", 2, "unexpected '}'"),
        (
            "components/heading.html",
            "{% macro heading(text) %}\n\n{{ text.nope }}{% endmacro %}",
            3,
            "this value has no field 'nope'",
        ),
        ("components/heading.html", "{% macro heading(text) %}{{ 1 / 0 }}{% endmacro %}", 1, "division by zero"),
        (
            "components/heading.html",
            "{% macro heading(text) %}{{ text + 1 }}{% endmacro %}",
            1,
            "+ cannot be done with these values",
        ),
        (
            "components/heading.html",
            "{% macro heading(text) %}{{ text | shout }}{% endmacro %}",
            1,
            "No filter named 'shout'",
        ),
        ("components/heading.html", "{% macro hedding(text) %}{% endmacro %}", None, "has no macro 'heading'"),
        ("documents/pack.html", '{% include "documents/pack.html" %}', 1, "it leads back to itself without end"),
        ("documents/pack.html", '{% extends "bse.html" %}', 1, "there is no template 'bse.html'"),
    ],
)
def test_a_template_that_cannot_be_filled_is_told_at_its_line(
    mini: Miniature, file: str, text: str, place: int | None, message: str
) -> None:
    mini.write(f"templates/{file}", text)
    (finding,) = (one for one in mini.check("pack") if one.is_error)
    assert (finding.code, finding.piece, finding.edition) == ("CMP-101", "pack", "screen")
    assert message in finding.message
    assert finding.place.file.startswith("templates/")
    if place is not None:
        assert (finding.place.file, finding.place.line) == (f"templates/{file}", place)
    assert str(mini.root) not in finding.message


@pytest.mark.parametrize(
    ("file", "data", "code"),
    [
        ("templates/components/heading.html", b"{% macro heading(text) %}\xe9{% endmacro %}", "CMP-101"),
        ("styles/tokens/colour.css", b":root { --ink: \xe9 }", "LOD-102"),
        ("styles/formats/mini-page.css", b":root { --ink: \xe9 }", "LOD-102"),
        ("styles/tokens/faces.css", None, "ENG-102"),
        ("styles/index.css", None, "STY-106"),
        ("styles/citations/american-medical-association.csl", None, "ENG-102"),
        ("styles/citations/american-medical-association.csl", b"not a style", "ENG-102"),
        ("styles/fonts/atkinson-hyperlegible/AtkinsonHyperlegible-Bold.ttf", b"not a font", "STY-503"),
        ("styles/base.css", b"h2 { color: } } p { x", "STY-101"),
        ("content/images/leaf.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', "RES-104"),
        ("content/images/leaf.svg", b"", "RES-104"),
        ("content/images/leaf.svg", None, "RES-104"),
    ],
)
def test_a_broken_file_of_the_house_is_a_finding_and_never_a_traceback(
    mini: Miniature, file: str, data: bytes | None, code: str
) -> None:
    if data is None:
        mini.remove(file)
    else:
        mini.write(file, data)
    found = [finding for finding in mini.check() if finding.is_error]
    assert code in {finding.code for finding in found}
    assert all(str(mini.root) not in finding.message for finding in found if finding.code != "ENG-106")


def test_a_label_that_is_not_written_is_told_like_a_token(mini: Miniature) -> None:
    mini.replace("templates/documents/pack.html", "<h1>", "{{ label('contents') }}<h1>")
    mini.write("content/labels.yaml", "labels:\n  content: {en: Contents}\n")
    (finding,) = mini.check("pack")
    assert (finding.code, finding.message) == ("CMP-102", "there is no label 'contents'; did you mean 'content'?")
    mini.write("content/labels.yaml", "labels:\n  contents: {en: Contents}\n")
    assert mini.check("pack") == ()
