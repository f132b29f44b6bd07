"""What is read off a style sheet: custom properties with their selectors and places, faces, first comments, lengths, literal colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.design.css import Declared, declared, first_comment, font_families, font_files, points, token_files
from brochures.design.inks import Spot, read_inks
from brochures.design.literal_colours import Literal, literals
from brochures.design.pattern_book import contrast
from brochures.design.styles import Styles
from brochures.design.tokens import Tokens
from brochures.findings import BrochureError, Place

AT = "styles/tokens/palette.css"


def _sheet(tmp_path: Path, text: str, name: str = "tokens/palette.css") -> Path:
    path = tmp_path / "styles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_each_property_has_its_selector_its_value_and_its_place(tmp_path: Path) -> None:
    path = _sheet(
        tmp_path,
        "/* a */\n:root,\n.a { --one:  1px   2px; color: red }\n@media print { :root { --two: 2 } @supports (a: b) { p { --three: 3 } } }\n@font-face { --no: x }\n",
    )
    assert list(declared(path)) == [
        Declared("palette", ":root, .a", "--one", "1px 2px", Place(AT, 3, 6)),
        Declared("palette", "@media print :root", "--two", "2", Place(AT, 4, 24)),
        Declared("palette", "@media print @supports (a: b) p", "--three", "3", Place(AT, 4, 58)),
    ]


def test_token_files_are_read_by_name(tmp_path: Path) -> None:
    paths = [_sheet(tmp_path, "", f"tokens/{name}.css") for name in "ba"]
    _sheet(tmp_path, "", "tokens/c.txt")
    assert token_files(tmp_path / "styles") == tuple(reversed(paths))


@pytest.mark.parametrize(
    ("text", "comment"),
    [("/*  a\n  b */ p {}", "a b"), ("p {} /* a */", ""), ("", ""), ("\n\n/* a */", "a")],
)
def test_the_comment_that_a_sheet_begins_with_says_what_it_is(tmp_path: Path, text: str, comment: str) -> None:
    assert first_comment(_sheet(tmp_path, text)) == comment


FACES = """
@font-face { font-family: "A"; src: url("../fonts/a.ttf"); }
@font-face { font-family: 'A'; src: url(../fonts/b.ttf) format("truetype"); font-weight: 700; font-style: normal }
@font-face { font-family: A; src: url('../fonts/i.ttf'); font-style: italic }
@font-face { font-family: V; src: url(../fonts/v.ttf); font-weight: 200 900 }
@font-face { font-family: L; src: local("L") }
@font-face { src: url(../fonts/n.ttf) }
p { font-family: Z }
"""


def test_faces_are_known_by_family_and_weight(tmp_path: Path) -> None:
    path = _sheet(tmp_path, FACES, "tokens/faces.css")
    assert font_families(path) == {"A", "V", "L"}
    folder = path.parent
    assert font_files(path) == {
        ("A", 400): folder / "../fonts/a.ttf",
        ("A", 700): folder / "../fonts/b.ttf",
        ("", 400): folder / "../fonts/n.ttf",
    }


@pytest.mark.parametrize(("data", "code"), [(b"\xff", "LOD-102"), (None, "")])
def test_a_sheet_that_cannot_be_read_is_told_by_its_path(tmp_path: Path, data: bytes | None, code: str) -> None:
    path = _sheet(tmp_path, "")
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(BrochureError) as refused:
        list(declared(path))
    (found,) = refused.value.findings
    assert (found.place, found.code[: len(code)]) == (Place(AT), code)
    assert (found.message, found.help) == (
        ("this is not UTF-8 text", "save the file as UTF-8")
        if data
        else ("cannot read this file: No such file or directory", "restore it from version control")
    )


@pytest.mark.parametrize("length", ["1", "1em", "in", "1 in", "a1in"])
def test_what_is_no_length_says_so(length: str) -> None:
    with pytest.raises(ValueError, match=rf"^'{length}' is not a length with a unit \(in, mm, pt\)$"):
        points(length)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("p { color: #ABC }", [("#aabbcc", 1, 12)]),
        ("p {\n  fill: rgb(1, 2, 3); }", [("#010203", 2, 9)]),
        ("p { border-top: 1pt solid red }", [("#ff0000", 1, 27)]),
        ("/* #123456 */ p { color: var(--ink) }", []),
        ("<!-- red\n#111111 --><path fill='navy' stroke=\"#00000000\"/>", [("#000080", 2, 24)]),
        ("<a href='#abc'>#fff000</a>", [("#fff000", 1, 16)]),
        ("p { color: transparent; background: currentColor }", []),
        ("p { color: rgba(0, 0, 0, 0) } &#123456;", []),
        ("p { background-color: hsl(120, 100%, 50%) }", [("#00ff00", 1, 23)]),
        ("p { background: blue } q { background: red }", [("#0000ff", 1, 17), ("#ff0000", 1, 40)]),
    ],
)
def test_a_colour_that_is_no_token_is_told_with_its_place(text: str, found: list[tuple[str, int, int]]) -> None:
    assert list(literals(text, "a.css")) == [Literal(colour, Place("a.css", *place)) for colour, *place in found]


RED = "--palette-red: #ff0000;"
PER_CENT = "write cyan, magenta, yellow and black in per cent: 100 0 0 62"


@pytest.mark.parametrize(
    ("lines", "line", "message", "mend"),
    [
        ([RED, "--palette-red-inks: 100 100 100 1;"], 3, "'--palette-red' takes 301 % of ink, more than the 300 % that the printing condition carries", PER_CENT),
        ([RED, "--palette-red-inks: 0 100 100;"], 3, "'--palette-red-inks: 0 100 100' is not four amounts of ink from 0 to 100", PER_CENT),
        ([RED, "--palette-red-inks: 0 101 0 0;"], 3, "'--palette-red-inks: 0 101 0 0' is not four amounts of ink from 0 to 100", PER_CENT),
        ([RED, "--palette-red-inks: 0 -1 0 0;"], 3, "'--palette-red-inks: 0 -1 0 0' is not four amounts of ink from 0 to 100", PER_CENT),
        ([RED, "--palette-red-inks: 0 1 0 0;", "--palette-red-spot: Red 101;"], 3, "'--palette-red-spot: Red 101' is not the name of an ink and its tint in per cent", PER_CENT),
        ([RED, "--palette-red-inks: 0 1 0 0;", "--palette-red-spot: Red;"], 3, "'--palette-red-spot: Red' is not the name of an ink and its tint in per cent", PER_CENT),
        ([RED, "--palette-red-inks: 0 1 0 0;", "--palette-red-spot: Red 1;", "--palette-red-step: cut;"], 3, "'--palette-red-step: cut' is none of cutting, creasing, folding, perforating", PER_CENT),
        ([RED], 2, "'--palette-red' has no inks", "write '--palette-red-inks:' on the next line, in per cent"),
        ([RED, "--palette-red-inks: 0 1 0 0;", "--palette-b: #ff0000;", "--palette-b-inks: 0 2 0 0;"], 5, "'--palette-b' and '--palette-red' look alike on the screen (#ff0000) and are built of other inks", "give one of the two another sRGB value, or both the same inks"),
    ],
)  # fmt: skip
def test_inks_that_cannot_be_printed_are_told_whole(
    tmp_path: Path, lines: list[str], line: int, message: str, mend: str
) -> None:
    _sheet(tmp_path, ":root {\n" + "\n".join(lines) + "\n}\n")
    with pytest.raises(BrochureError) as refused:
        read_inks(Tokens.of(tmp_path / "styles"), 300)
    (found,) = refused.value.findings
    assert (found.code, found.place.file, found.place.line) == ("PRS-101", AT, line)
    assert (found.message, found.help) == (message, mend)


@pytest.mark.parametrize(
    ("lines", "build"),
    [
        (["--palette-red-inks: 100 100 99 1;"], (1.0, 1.0, 0.99, 0.01)),
        (["--palette-red-inks: 0 100 0 0;", "--palette-red-spot: 'Red 32 C 100';"], Spot("Red 32 C", 1.0, (0.0, 1.0, 0.0, 0.0))),
        (["--palette-red-inks: 0 100 0 0;", "--palette-red-spot: Die 0;", "--palette-red-step: folding;"], Spot("Die", 0.0, (0.0, 1.0, 0.0, 0.0), "folding")),
    ],
)  # fmt: skip
def test_inks_at_their_limits_are_taken(tmp_path: Path, lines: list[str], build: object) -> None:
    _sheet(tmp_path, ":root {\n" + "\n".join([RED, *lines]) + "\n}\n")
    assert read_inks(Tokens.of(tmp_path / "styles"), 300).build((255, 0, 0)) == build


def test_styles_hold_what_each_document_type_declares_beside_the_tokens(tmp_path: Path) -> None:
    _sheet(tmp_path, ":root { --a: 1; --b: var(--a) }")
    _sheet(tmp_path, FACES, "tokens/faces.css")
    _sheet(tmp_path, ":root { --a: 2 } p { color: red }", "documents/fold.css")
    styles = Styles.read(tmp_path / "styles")
    assert (styles.tokens.value("--b"), styles.documents["fold"].value("--b")) == ("1", "2")
    assert styles.families == {"A", "V", "L"}
    assert (styles.citation_style, len(styles.fonts)) == (None, 3)
    assert styles.literals == (Literal("#ff0000", Place("styles/documents/fold.css", 1, 29)),)
    _sheet(tmp_path, "<style/>", "citations/american-medical-association.csl")
    assert Styles.read(tmp_path / "styles").citation_style == b"<style/>"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#00ff00", "#000000", 15.3),
        ("#0000ff", "#ffffff", 8.59),
        ("#0a0a0a", "#000000", 1.06),
        ("none", "#000000", 21.0),
    ],
)
def test_contrast_is_that_of_wcag_for_each_part_of_a_colour(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == ratio
