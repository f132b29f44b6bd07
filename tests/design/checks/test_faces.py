"""Faces that there are not, weights and slopes that they lack, font files that are not whole, and the list of their folders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochures.project.paths import ROOT
from tests.design.checks.gate import found

HOUSE = ROOT / "styles" / "fonts" / "atkinson-hyperlegible"
FACES = "\n".join(
    f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slope}; src: url("../fonts/{name}.ttf") }}'
    for family, weight, slope, name in (("A", 400, "normal", "Regular"), ("A", 700, "normal", "Bold"), ("B", 400, "italic", "Italic"))
)  # fmt: skip
CONF = '<?xml version="1.0"?>\n<fontconfig><reset-dirs/><dir prefix="relative">.</dir></fontconfig>\n'


def _found(root: Path, files: dict[str, str], *codes: str, conf: str = CONF) -> list[tuple[str, str, str]]:
    folder = root / "styles" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("Regular", "Bold", "Italic"):
        shutil.copy(HOUSE / f"AtkinsonHyperlegible-{name}.ttf", folder / f"{name}.ttf")
    (folder / "cut.ttf").write_bytes((HOUSE / "AtkinsonHyperlegible-Bold.ttf").read_bytes()[:20000])
    (folder / "short.ttf").write_bytes(b"\x00\x01\x00\x00\x00\x09")
    (folder / "bare.ttf").write_bytes(b"OTTO" + bytes(20))
    (folder / "text.ttf").write_text("no font")
    (folder / "empty.ttf").write_bytes(b"")
    (folder / "fonts.conf").write_text(conf)
    return found(root, {"tokens/faces.css": FACES, "tokens/type.css": ':root { --text-face: "A" }', **files}, *codes)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ('font-family: "Arial"', "Arial"),
        ("font-family: A, sans-serif", "sans-serif"),
        ("font-family: Comic Sans, A", "Comic Sans"),
        ('font: 700 12pt/16pt "Arial"', "Arial"),
        ('--title-face: "Arial"', "Arial"),
        ("font-family: A", ""),
        ("font-family: inherit", ""),
        ('font: 12pt/16pt "A", "B"', ""),
        ("font-family: var(--text-face)", ""),
    ],
)
def test_a_face_that_there_is_not_is_told_where_it_is_named(tmp_path: Path, text: str, family: str) -> None:
    said = f"'{text}': there is no face '{family}', and another is taken in silence"
    told = [("styles/a.css:1:6", said, "known here: A, B")] if family else []
    assert _found(tmp_path, {"a.css": f".a {{ {text} }}"}, "STY-501") == told


ADD = "ask for one that there is, or add its file to styles/fonts/ and styles/tokens/faces.css"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".a { font-weight: 600 } .b { font-weight: 600 }", "'font-weight: 600': the face 'A' has no 600 upright and 1 more ask for it; another is taken in silence"),
        (".a { font-style: italic }", "'font-style: italic': the face 'A' has no italic; another is taken in silence"),
        (".a { font-weight: 700; font-style: italic }", "'font-style: italic': the face 'A' has no 700 italic; another is taken in silence"),
        ('.a { font-family: "B"; font-weight: bold }', "'font-weight: bold': the face 'B' has no 700 upright; another is taken in silence"),
        (".a { font: italic 700 12pt/16pt var(--text-face) }", "'font: italic 700 12pt/16pt var(--text-face)': the face 'A' has no 700 italic; another is taken in silence"),
        (".a { font-weight: bold } .b { font-weight: 400; font-style: normal } .c { font-size: 2em }", ""),
        ('.a { font-family: "B"; font-style: italic; font-weight: normal }', ""),
        ('.a { font-family: "C"; font-weight: 600 }', ""),
    ],
)  # fmt: skip
def test_a_weight_or_slope_that_a_face_lacks_is_told_once(tmp_path: Path, text: str, said: str) -> None:
    assert [(message, mend) for _, message, mend in _found(tmp_path, {"a.css": text}, "STY-502")] == (
        [(said, ADD)] if said else []
    )


def test_the_face_of_the_text_is_that_of_the_whole_page_where_no_token_names_it(tmp_path: Path) -> None:
    files = {"tokens/type.css": "", "a.css": 'html { font: 12pt/16pt "B" } .a { font-weight: 700 }'}
    assert [message for _, message, _ in _found(tmp_path, files, "STY-502")] == [
        "'font-weight: 700': the face 'B' has no 700 upright; another is taken in silence"
    ]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ('src: url("../fonts/none.ttf")', "the font file '../fonts/none.ttf' cannot be read: No such file or directory"),
        ("src: url(../fonts/text.ttf)", "the font file '../fonts/text.ttf' is no TrueType or OpenType font"),
        ("src: url(../fonts/empty.ttf)", "the font file '../fonts/empty.ttf' is empty"),
        ("src: url(../fonts/cut.ttf)", "the font file '../fonts/cut.ttf' is cut off"),
        ("src: url(../fonts/short.ttf)", "the font file '../fonts/short.ttf' is cut off"),
        ("src: url(../fonts/bare.ttf)", "the font file '../fonts/bare.ttf' lacks its table 'cmap'"),
        ("src: url(../fonts/Bold.ttf)", "'../fonts/Bold.ttf' is 700 upright, and the face is said to be 400 upright"),
        ("src: url(../fonts/Italic.ttf)", "'../fonts/Italic.ttf' is 400 italic, and the face is said to be 400 upright"),
        ("src: local(A)", "the face 'C' names no file"),
        ("src: url(../fonts/Regular.ttf)", ""),
        ('src: url("../fonts/Bold.ttf"); font-weight: bold', ""),
    ],
)  # fmt: skip
def test_a_font_file_is_there_is_whole_and_is_what_it_is_said_to_be(tmp_path: Path, rule: str, said: str) -> None:
    faces = f'{FACES}\n@font-face {{ font-family: "C"; {rule} }}'
    told = _found(tmp_path, {"tokens/faces.css": faces}, "STY-503")
    assert [(place, message) for place, message, _ in told] == ([("styles/tokens/faces.css:4:1", said)] if said else [])


@pytest.mark.parametrize(
    ("conf", "place", "said"),
    [
        (CONF.replace("</fontconfig>", ""), "styles/fonts/fonts.conf:3:1", "this list cannot be read: no element found"),
        (CONF.replace("</dir>", ""), "styles/fonts/fonts.conf:2:52", "this list cannot be read: mismatched tag"),
        (CONF.replace("<reset-dirs/>", ""), "styles/fonts/fonts.conf", "this list lacks '<reset-dirs>', which keeps the fonts of the machine away"),
        (CONF.replace('<dir prefix="relative">.</dir>', ""), "styles/fonts/fonts.conf", "this list lacks '<dir>', which keeps the fonts of the machine away"),
        (CONF, "", ""),
    ],
)  # fmt: skip
def test_a_list_of_font_folders_that_is_broken_is_one_finding(tmp_path: Path, conf: str, place: str, said: str) -> None:
    told = _found(tmp_path, {}, "STY-504", conf=conf)
    assert told == ([(place, said, "restore it from version control")] if said else [])


def _in_template(root: Path, html: str, *codes: str) -> list[tuple[str, str]]:
    folder = root / "styles" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(HOUSE / "AtkinsonHyperlegible-Regular.ttf", folder / "a.ttf")
    return [(place, said) for place, said, _ in found(root, {}, *codes, templates={"templates/a.html": html})]


@pytest.mark.parametrize(
    ("html", "column", "family"),
    [
        ("<p style=\"font-family: 'Arial'\">", 11, "Arial"),
        ('<p style="margin: 0; font-family: &quot;Arial&quot;, A">', 22, "Arial"),
        ('<p STYLE = "font: 12pt/16pt Comic Sans">', 13, "Comic Sans"),
        ('<svg><text font-family="Arial">', 12, "Arial"),
        ('<p style="font-family: A"><text font-family="{{ face }}"><text font-family="A"><p style="font-family: {{ x }}">', 0, ""),
        ('<p style="font: bold var(--size) var(--face)">', 0, ""),
    ],
)  # fmt: skip
def test_a_face_in_an_attribute_of_a_template_is_told_at_its_place(
    tmp_path: Path, html: str, column: int, family: str
) -> None:
    told = _in_template(tmp_path, html, "STY-501")
    assert [(place, said.partition(": there is no face ")[2].split("'")[1]) for place, said in told] == (
        [(f"templates/a.html:1:{column}", family)] if family else []
    )


def test_a_weight_in_an_attribute_of_a_template_is_told(tmp_path: Path) -> None:
    html = '<p style="font-family: A; font-weight: 600"><p style="font-family: A; font-weight: 400">'
    assert [place for place, _ in _in_template(tmp_path, html, "STY-502")] == ["templates/a.html:1:27"]


@pytest.mark.parametrize(
    ("value", "family"),
    [("12pt Arial", "Arial"), ("italic 12pt / 16pt Arial, A", "Arial"), ("12pt/var(--x) Arial", "Arial"), ("12pt A", ""), ("inherit", ""), ("12pt var(--face)", "")],
)  # fmt: skip
def test_a_face_without_quotation_marks_is_found_behind_the_size(tmp_path: Path, value: str, family: str) -> None:
    told = _found(tmp_path, {"a.css": f".a {{ font: {value} }}"}, "STY-501")
    assert [said for _, said, _ in told] == (
        [f"'font: {value}': there is no face '{family}', and another is taken in silence"] if family else []
    )
