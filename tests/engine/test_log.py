"""The engine is never silent: what it logs is a finding, and what it does not log is found out otherwise."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path

import pytest

from brochures.engine import current_box, start
from brochures.engine.log import heard
from brochures.engine.typesetter import Typesetter
from brochures.findings import Severity
from tests.miniature import Miniature

PAGE = '<html lang="en"><title>t</title><style>html {{ font: 12pt "Atkinson Hyperlegible" }}</style>{}'


@pytest.mark.parametrize(
    ("html", "code", "words"),
    [
        ('<img src="none.png" alt="a">', "ENG-102", "none.png"),
        ('<link rel="stylesheet" href="none.css">', "ENG-102", "none.css"),
        ("<style>@font-face { font-family: F; src: url(none.ttf) } p { font-family: F }</style><p>a", "ENG-102", "'F'"),
        ('<a href="#nowhere">a</a>', "ENG-103", "nowhere"),
        ('<style>a::after { content: target-counter(attr(href), page) }</style><a href="#no">a</a>', "ENG-103", "no"),
        ('<p id="a">a</p><p id="a">b</p><a href="#a">c</a>', "ENG-103", "a"),
        ("<p>a \N{BALLOT BOX} b</p>", "ENG-101", "U+2610"),
        ("<p>\N{CJK UNIFIED IDEOGRAPH-4E2D}</p>", "ENG-101", "U+4E2D"),
        ("<style>p { text-wrap: balance }</style><p>a", "ENG-104", "text-wrap"),
        ("<style>p { color: }</style><p>a", "ENG-104", "color"),
        ("<style>p:nonsense { color: red }</style><p>a", "ENG-104", "nonsense"),
        ("<style>@supports (display: grid) { p { color: red } }</style><p>a", "ENG-104", "@supports"),
        ("<style>@media (min-width: 3in) { p { color: red } }</style><p>a", "ENG-104", "media"),
    ],
)
def test_each_kind_of_complaint_is_an_error_of_its_own_code(
    typesetter: Typesetter, html: str, code: str, words: str
) -> None:
    document, said = typesetter.set(PAGE.format(html), "screen", tagged=False)
    _, wrote = typesetter.write(document, {"labels": [], "preferences": {}}, tagged=False)
    found = [one.finding for one in (*said, *wrote)]
    assert {finding.code for finding in found} == {code}
    assert any(words in finding.message for finding in found)
    assert all(finding.severity is Severity.ERROR and finding.help for finding in found)


@pytest.mark.parametrize(
    ("html", "words"),
    [('<img src="content/images/leaf.svg">', "alt"), ('<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>', "")],
)
def test_a_picture_without_words_is_told_when_the_file_is_tagged(typesetter: Typesetter, html: str, words: str) -> None:
    document, said = typesetter.set(PAGE.format(html), "screen", tagged=True)
    _, wrote = typesetter.write(document, {"labels": [], "preferences": {}}, tagged=True)
    assert not words or any(words in one.finding.message for one in (*said, *wrote))


def test_a_page_that_is_right_is_set_without_a_word(typesetter: Typesetter) -> None:
    document, said = typesetter.set(PAGE.format("<p>à \N{EN DASH} “b” ≥ 1</p>"), "screen", tagged=True)
    data, wrote = typesetter.write(document, {"labels": ["A"], "preferences": {}}, tagged=True)
    assert (said, wrote) == ((), ())
    assert data.startswith(b"%PDF-1.")


def test_log_records_and_warnings_of_the_engine_s_libraries_are_findings_and_others_are_not(tmp_path: Path) -> None:
    with heard(tmp_path) as found:
        logging.getLogger("weasyprint").warning("Something new at %s/a.css", tmp_path)
        logging.getLogger("weasyprint").info("Step 1")
        logging.getLogger("fontTools.subset").error("A bad\ntable")
        logging.getLogger("elsewhere").error("not ours")
        warnings.warn("going away", DeprecationWarning, stacklevel=1)
    assert [(one.finding.code, one.finding.message) for one in found] == [
        ("ENG-105", "Something new at a.css"),
        ("ENG-105", "A bad table"),
        ("ENG-105", "going away"),
    ]


def test_a_style_that_is_ignored_is_told_in_its_file_at_its_line(mini: Miniature) -> None:
    mini.write("styles/more.css", "p {\n  color: black;\n  text-wrap: balance;\n}\n")
    mini.write("styles/index.css", '@import "tokens/faces.css";\n@import "more.css";\n\n  q { text-wrap: pretty }\n')
    _, said = start(mini.project).set(PAGE.format("<p style='text-wrap: stable'>a</p>"), "screen", tagged=False)
    assert [str(one.finding.place) for one in said] == ["styles/more.css:3:3", "styles/index.css:4:7", ""]


def test_listening_ends_with_the_block_and_nothing_is_told_twice(tmp_path: Path) -> None:
    with heard(tmp_path) as found:
        for _ in range(3):
            logging.getLogger("weasyprint").warning("again")
    logging.getLogger("weasyprint").handlers.clear()
    assert [one.finding.message for one in found] == ["again"]
    with heard(tmp_path) as second:
        pass
    assert second == []


@pytest.mark.parametrize(
    ("message", "code", "mend"),
    [
        (".notdef glyph rendered for ...", "ENG-101", "use another character, or add a font that has it"),
        *((said, "ENG-103", "correct the link, or give the target its id") for said in ("No anchor #a", "Anchor defined twice", "internal URI x", "bad target-counter")),
        *(
            (said, "ENG-102", "put the file into the project, or correct its name")
            for said in ("Failed to load image", "x cannot be loaded", "Failed to render", "Relative URI reference", "URI uses x")
        ),
        *(
            (f"{word} x", "ENG-104", "write the style in a form that the engine knows (docs/designers.md lists what it does not know)")
            for word in (
                "Ignored", "Invalid", "Unknown", "Unsupported", "Parse error", "Missing", "Empty", "@import", "Expected", "No source",
                "This table row", "Subgrids", "Baseline",
            )
        ),
        ("It is Ignored", "ENG-105", "look at the template or style that was changed last"),
    ],
)  # fmt: skip
def test_what_is_said_is_told_by_its_first_words(tmp_path: Path, message: str, code: str, mend: str) -> None:
    with heard(tmp_path) as found:
        logging.getLogger("weasyprint").error("%s", message)
    assert [(one.finding.code, one.finding.message, one.finding.help, str(one.finding.place)) for one in found] == [
        (code, message, mend, "")
    ]


def test_a_file_that_is_named_first_is_told_by_its_path_in_the_project(tmp_path: Path) -> None:
    root = tmp_path.as_uri()
    with heard(tmp_path) as found:
        log = logging.getLogger("weasyprint")
        log.error("Failed to load image at %r: %s", f"{root}/content/a%20leaf.svg", "x")
        log.error("Failed to load image at %r: %s", "https://example.org/a.svg", f"{root}/x")
        log.error("Failed to load")
        log.error("Failed to load image at %r: %s", f"{root}/content/a.jpg?4/1,0.5,0", "x")
    assert [one.resource for one in found] == ["content/a leaf.svg", "", "", "content/a.jpg"]


def test_a_reason_that_the_engine_does_not_give_is_given(tmp_path: Path) -> None:
    with heard(tmp_path) as found:
        log = logging.getLogger("weasyprint")
        log.error("Failed to load image at %r: %s", "a.svg", ValueError())
        log.error("Failed to load image at %r: %s", "b.svg", "it is damaged")
    assert [one.finding.message for one in found] == [
        "Failed to load image at 'a.svg': it cannot be read as a picture",
        "Failed to load image at 'b.svg': it is damaged",
    ]


def test_a_character_is_heard_with_its_sign(tmp_path: Path) -> None:
    with heard(tmp_path) as found:
        log = logging.getLogger("weasyprint")
        log.warning(".notdef glyph rendered for Unicode string unsupported by fonts: %r (U+%04X)", "x", 0x2610)
        log.warning(".notdef glyph %s", "x")
        log.warning("another %r (U+%04X)", "x", 0x2610)
    assert [one.sign for one in found] == ["\N{BALLOT BOX}", "", ""]


@pytest.mark.parametrize(
    ("sheet", "message", "arguments", "place"),
    [
        ("{root}/styles/a.css", "Ignored %r at %d:%d, %s.", ("p", 3, 4, "x"), "styles/a.css:3:4"),
        ("{uri}/styles/a.css", "Ignored at %d:%d", (5, 6), "styles/a.css:5:6"),
        ("{uri}/page.html", "Ignored at %d:%d", (5, 6), ""),
        ("", "Ignored at %d:%d", (5, 6), ""),
        ("{uri}/styles/a.css", "Ignored %s", ("x",), ""),
        ("{uri}/styles/a.css", "Ignored", (), ""),
    ],
)  # fmt: skip
def test_a_style_is_told_at_the_line_of_the_sheet_that_is_read(  # noqa: PLR0917 the case
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sheet: str, message: str, arguments: tuple[object, ...], place: str
) -> None:
    monkeypatch.setattr(current_box, "_sheets", [sheet.format(root=tmp_path, uri=tmp_path.as_uri())])
    with heard(tmp_path) as found:
        logging.getLogger("weasyprint").warning(message, *arguments)
    assert [str(one.finding.place) for one in found] == [place]


def test_what_is_said_of_two_boxes_is_told_of_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = object(), object()
    with heard(tmp_path) as found:
        for box in (one, other, one):
            monkeypatch.setattr(current_box, "_boxes", [box])
            logging.getLogger("weasyprint").warning("again")
    assert [heard_of.box for heard_of in found] == [one, other]
