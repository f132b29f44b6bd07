"""Styles written by hand, read as the pattern book and the press read them: roles, swatches, sizes, formats, colours by themselves."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from brochures.design.copyfit_ladder import Fit, Ladder, Rung
from brochures.design.css import Declared
from brochures.design.formats import Format, Imposition, Panel, Room, Side
from brochures.design.literal_colours import Literal, literals
from brochures.design.pattern_book import Patterns, ShownFormat, Size, Swatch, contrast
from brochures.design.styles import Styles
from brochures.design.tokens import TokenError, Tokens
from brochures.findings import Place

ROLES = """:root {
  --paper: var(--palette-white); --ink: var(--palette-dark); --ink-soft: var(--palette-mid); --ground-one: var(--palette-pale);
  --accent: var(--palette-mid); --rule: var(--ink); --width: 3pt; --both: var(--palette-dark) var(--palette-mid);
}
"""
PALETTE = """:root {
  --palette-white: #ffffff; --palette-white-inks: 0 0 0 0; --palette-dark: #000000; --palette-dark-inks: 0 0 0 100;
  --palette-mid: #767676; --palette-pale: #ffFF00; --palette-pale-inks: 0 10 90 0; --palette-size: 4pt; --other: #123456;
}
"""
TYPE = """:root { --text-size: 12pt; --note-size: 9pt; --head: var(--text-size); --far: var(--elsewhere); }
:root[data-audience="clinician"] { --text-size: 10pt; --only: 8pt; }
"""


@pytest.fixture
def patterns(tmp_path: Path) -> Patterns:
    styles = tmp_path / "styles"
    for file, text in {
        "tokens/roles.css": ROLES,
        "tokens/palette.css": PALETTE,
        "tokens/type.css": TYPE,
        "tokens/faces.css": "",
        "formats/b-page.css": "/* A page. */\n:root { --sheet-width: 300pt; --sheet-height: 400pt; }",
        "formats/a-poster.css": ":root { --sheet-width: 600pt; --sheet-height: 400pt; }",
        "formats/c-metric.css": "/* In mm. */ :root { --sheet-width: 10mm; --sheet-height: 10mm; }",
    }.items():
        (styles / file).parent.mkdir(parents=True, exist_ok=True)
        (styles / file).write_text(text, encoding="utf-8")
    return Patterns(tmp_path, Styles.read(styles))


def test_a_role_is_what_stands_for_one_private_colour(patterns: Patterns) -> None:
    assert patterns.roles == {
        "--paper": "--palette-white", "--ink": "--palette-dark", "--ink-soft": "--palette-mid", "--ground-one": "--palette-pale",
        "--accent": "--palette-mid",
    }  # fmt: skip


def test_a_swatch_has_its_value_its_inks_its_contrast_and_its_roles(patterns: Patterns) -> None:
    assert patterns.swatches == (
        Swatch("--palette-white", "#ffffff", (0, 0, 0, 0), 1.0, ("--paper",)),
        Swatch("--palette-dark", "#000000", (0, 0, 0, 100), 21.0, ("--ink",)),
        Swatch("--palette-mid", "#767676", (), 4.54, ("--ink-soft", "--accent")),
        Swatch("--palette-pale", "#ffFF00", (0, 10, 90, 0), 1.07, ("--ground-one",)),
    )
    assert [swatch.total for swatch in patterns.swatches] == [0, 100, 0, 100]


def test_each_ink_of_type_is_paired_with_each_ground(patterns: Patterns) -> None:
    assert list(patterns.pairs()) == [
        ("--ink", "--paper", 21.0), ("--ink", "--ground-one", 19.56), ("--ink-soft", "--paper", 4.54),
        ("--ink-soft", "--ground-one", contrast("#767676", "#ffff00")), ("--accent", "--paper", 4.54),
        ("--accent", "--ground-one", contrast("#767676", "#ffff00")),
    ]  # fmt: skip


def test_a_size_has_a_value_for_each_kind_of_reader(patterns: Patterns) -> None:
    assert patterns.sizes("type") == (
        Size("--text-size", "12pt", "10pt"), Size("--note-size", "9pt", "9pt"), Size("--head", "12pt", "10pt"),
        Size("--far", "var(--elsewhere)", "var(--elsewhere)"), Size("--only", "", "8pt"),
    )  # fmt: skip
    assert patterns.sizes("none") == ()


def test_formats_stand_in_the_order_of_their_size_metric_ones_last(patterns: Patterns) -> None:
    found = [(one.form.name, one.about) for one in patterns.sheets]
    assert found == [("b-page", "A page."), ("a-poster", ""), ("c-metric", "In mm.")]
    assert isinstance(patterns.sheets[0], ShownFormat)


def test_the_parts_of_a_component_are_those_that_are_there(patterns: Patterns) -> None:
    for file in ("templates/components/icon-list.html", "content/specimens/icon-list.yaml"):
        (patterns.root / file).parent.mkdir(parents=True, exist_ok=True)
        (patterns.root / file).write_text("", encoding="utf-8")
    assert patterns.files("icon_list") == ("templates/components/icon-list.html", "content/specimens/icon-list.yaml")
    assert patterns.files("none") == ()


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "white", 21.0), ("#0a0a0a", "#000000", 1.06), ("#0b0b0b", "#000000", 1.07), ("#ff0000", "#000000", 5.25), ("#00ff00", "#000000", 15.3), ("#0000ff", "#000000", 2.44)],
)  # fmt: skip
def test_contrast_is_weighed_by_the_eye(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == ratio == contrast(other, one)


# ---------------------------------------------------------------- tokens


def _tokens(*declared: tuple[str, str, str]) -> Tokens:
    return Tokens(tuple(Declared("a", selector, name, value, Place("styles/tokens/a.css", line)) for line, (selector, name, value) in enumerate(declared, 1)))  # fmt: skip


@pytest.mark.parametrize(
    ("selector", "patient", "clinician"),
    [
        (":root", True, True), ("", False, False), (":root, .x", True, True), (".x", False, False), ("[data-audience]", True, True),
        ("[data-audience=patient]", True, False), (":root[data-audience='clinician']", False, True),
        (":root[data-format=card][data-audience=patient]", True, False), (":root[data-document=trifold]", True, True),
        (":root[data-other=x]", False, False), (":root[data-audience=patient], :root[data-audience=clinician]", True, True),
        (":root .x", False, False), ("@media print :root", False, False),
    ],
)  # fmt: skip
def test_a_rule_holds_for_whole_pages_of_its_readers(selector: str, *, patient: bool, clinician: bool) -> None:
    tokens = _tokens((selector, "--a", "1"))
    assert bool(tokens.written("a", "patient")) is patient
    assert bool(tokens.written("a", "clinician")) is clinician
    assert tokens.written("b", "patient") == {}


def test_a_token_is_followed_and_a_ring_of_them_ends() -> None:
    chain = [(":root", f"--t{number}", f"var(--t{number + 1})") for number in range(8)]
    tokens = _tokens(
        *chain, (":root", "--t8", "4pt"), (":root", "--ring", "var(--ring) x"), (":root", "--no", "var(--gone)")
    )
    assert tokens.value("--t0") == "4pt"
    assert tokens.value("--no") == "var(--gone)"
    assert tokens.value("--ring").endswith(" x")
    assert tokens.names[0] == "--t0"
    assert (tokens.place("--t8").line, tokens.place("--none")) == (9, Place("styles/tokens"))


def test_a_token_that_differs_is_not_shared() -> None:
    tokens = _tokens((":root", "--a", "1"), ("[data-audience=clinician]", "--a", "2"), (":root", "--b", "3"), (".x", "--b", "4"), (":root", "--c", "5"))  # fmt: skip
    assert tokens.shared == {"--c": "5"}
    assert (tokens.value("--a", "patient"), tokens.value("--a", "clinician")) == ("1", "2")
    for name, message in (("--a", "the token '--a' is 1 for a patient and 2 for a clinician"), ("--b", "the token '--b' has another value for '.x'")):  # fmt: skip
        with pytest.raises(TokenError, match=message):
            tokens.value(name)
    only = _tokens(("[data-audience=patient]", "--a", "1"))
    with pytest.raises(TokenError, match=r"is set for '\[data-audience=patient\]' only, and not for a clinician; set it for ':root'"):  # fmt: skip
        only.value("--a", "clinician")


# ---------------------------------------------------------------- colours by themselves


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a { color: #123 }", [("#112233", 1, 12)]),
        ("a {\n  color: red }", [("#ff0000", 2, 10)]),
        ("a { color: rgb(1, 2, 3) }", [("#010203", 1, 12)]),
        ("a { color: hsl(0, 100%, 50%) }", [("#ff0000", 1, 12)]),
        ("a { color: #12345600 }", []),
        ("a { color: transparent }", []),
        ("a { color: currentColor }", []),
        ("a { color: inherit }", []),
        ("/* #123456 */ a { color: #abcdef }", [("#abcdef", 1, 26)]),
        ("<!-- #123456\n --><b fill='#abcdef'/>", [("#abcdef", 2, 14)]),
        ("{# #123456 #}", []),
        ('<a href="#abc">', []),
        ("&#123456;", []),
        ("url(#abcdef)", []),
        ("a { border-left: 1pt solid blue }", [("#0000ff", 1, 28)]),
        ("a { background: red, #00ff00 }", [("#ff0000", 1, 17), ("#00ff00", 1, 22)]),
        ("a { stop-color: lime }", [("#00ff00", 1, 17)]),
        ("a { --my-color: red }", []),
        ("a { content: red }", []),
        ("a { color: var(--red) }", []),
        ("#abcdef and #ABCDEF", [("#abcdef", 1, 1), ("#abcdef", 1, 13)]),
    ],
)
def test_a_colour_that_is_named_by_itself_is_found_at_its_place(text: str, found: list[tuple[str, int, int]]) -> None:
    assert list(literals(text, "a.css")) == [
        Literal(colour, Place("a.css", line, column)) for colour, line, column in found
    ]


# ---------------------------------------------------------------- formats and ladders


def test_what_lies_around_a_trim_is_its_bleed_and_its_margin() -> None:
    assert (Room().whole, Room(9, 27).whole) == (0, 36)


@pytest.mark.parametrize(
    ("name", "marked"), [("inside", True), ("outside", False), ("sheet-1-back", True), ("sheet-1-front", False), ("back", False)]
)  # fmt: skip
def test_folds_are_marked_where_they_lie_inside(name: str, *, marked: bool) -> None:
    side = Side(name, (Panel("b", 0, 100, 1), Panel("a", 100, 50, 0), Panel("c", 150, 50, 2)))
    assert side.has_fold_marks is marked
    assert (side.folds, side.begins.name) == ((100, 150), "a")


def test_the_copies_of_a_card_at_the_desk_have_their_panel_in_each_column() -> None:
    sides = tuple(Side(name, (Panel(name, 0, 100, number),)) for number, name in enumerate(("front", "back")))
    card = Format("card", 100, 50, sides, Imposition(300, 200, 2, 3))
    desk = card.at_desk
    assert (desk.name, desk.width, desk.height, desk.imposition) == ("card", 300, 200, None)
    assert [[(panel.name, panel.x, panel.width) for panel in side.panels] for side in desk.sides] == [
        [("front", 50, 100), ("front", 150, 100)], [("back", 50, 100), ("back", 150, 100)],
    ]  # fmt: skip
    assert card.places("front")[:3] == ((50, 25), (150, 25), (50, 75))
    assert card.places("back")[:3] == ((150, 25), (50, 25), (150, 75))
    assert Format("flat", 100, 50, sides).places("front") == ()
    assert card.finishing == "card"


def test_a_rung_has_so_many_settings_below_the_designer_s_own() -> None:
    rung = Rung("leading", Decimal(16), Decimal("14.5"), Decimal("0.5"))
    assert (rung.steps, rung.values) == (3, (Decimal("15.5"), Decimal("15.0"), Decimal("14.5")))
    assert [rung.written(value) for value in rung.values] == ["15.5pt", "15pt", "14.5pt"]
    assert Rung("space", Decimal(1), Decimal(0), Decimal(1)).written(Decimal("0.50")) == "0.5"


def test_a_region_of_the_first_group_and_one_of_none_are_told_apart() -> None:
    ladder = Ladder((Rung("space", Decimal(1), Decimal(0), Decimal(1)),), (("front",), ("back",)))
    fit = Fit(ladder, {0: 1})
    assert [fit.css(region) for region in ("front", "front.2", "back", "none")] == ["--fit-space: 0"] * 2 + ["", ""]
