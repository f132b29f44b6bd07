"""The copyfit ladder that a designer declares: what it may hold, up to each of its limits, and what it means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from brochures.design.copyfit_ladder import Fit, Ladder, Rung, read_ladder
from brochures.design.css import Declared
from brochures.design.styles import Styles
from brochures.design.tokens import Tokens
from brochures.findings import BrochureError, Place
from brochures.project.paths import ROOT

REGIONS = ("front", "inside", "back")


def _styles(**properties: str) -> Styles:
    """Return styles that declare ``properties`` for the document type ``fold``, and nothing else."""
    place = Place("styles/documents/fold.css")
    declared = tuple(Declared("fold", ":root", name, value, place) for name, value in properties.items())
    return Styles(ROOT / "styles", Tokens(()), {"fold": Tokens(declared)}, frozenset(), {}, None)


def _read(rungs: str, groups: str = "front inside, back", audience: str = "patient") -> Ladder:
    return read_ladder(_styles(**{"--copyfit": rungs, "--copyfit-groups": groups}), "fold", audience, REGIONS)


def _refused(rungs: str, groups: str = "front inside, back", audience: str = "patient") -> str:
    with pytest.raises(BrochureError) as refused:
        _read(rungs, groups, audience)
    (found,) = refused.value.findings
    assert (found.code, found.place) == ("FIT-103", Place("styles/documents/fold.css"))
    assert found.help == "write each rung as NAME FROM TO STEP, and each group as panels of the format"
    return found.message


def test_a_ladder_is_read_rung_by_rung() -> None:
    ladder = _read("leading 16pt 15pt 0.5pt, space 1 0.5 0.25, tracking 0em -0.01em 0.005em")
    assert ladder.rungs == (
        Rung("leading", Decimal(16), Decimal(15), Decimal("0.5")),
        Rung("space", Decimal(1), Decimal("0.5"), Decimal("0.25")),
        Rung("tracking", Decimal(0), Decimal("-0.01"), Decimal("0.005")),
    )
    assert ladder.groups == (("front", "inside"), ("back",))
    assert ladder.settings == (
        {},
        {"--leading": "15.5pt"},
        {"--leading": "15pt"},
        {"--leading": "15pt", "--fit-space": "0.75"},
        {"--leading": "15pt", "--fit-space": "0.5"},
        {"--leading": "15pt", "--fit-space": "0.5", "--fit-tracking": "-0.005em"},
        {"--leading": "15pt", "--fit-space": "0.5", "--fit-tracking": "-0.01em"},
    )


def test_a_document_type_without_a_ladder_has_an_empty_one() -> None:
    assert read_ladder(_styles(), "card", "patient", REGIONS) == Ladder()
    assert read_ladder(_styles(**{"--text-size": "12pt"}), "fold", "patient", REGIONS) == Ladder()


@pytest.mark.parametrize(
    ("audience", "taken", "refused", "floor"),
    [
        ("patient", "size 13pt 12pt 0.5pt", "size 13pt 11.9pt 0.1pt", "12 pt"),
        ("patient", "leading 16pt 15pt 0.5pt", "leading 16pt 14.9pt 0.1pt", "15 pt"),
        ("clinician", "size 11pt 10pt 0.5pt", "size 11pt 9.9pt 0.1pt", "10 pt"),
        ("clinician", "leading 14pt 13pt 0.5pt", "leading 14pt 12.9pt 0.1pt", "13 pt"),
    ],
)
def test_no_rung_goes_below_the_floor_of_its_readers(audience: str, taken: str, refused: str, floor: str) -> None:
    assert _read(taken, audience=audience).rungs[0].steps == 2
    message = f"the rung '{refused}' goes below the floor of {floor}"
    assert _refused(refused, audience=audience) == message


@pytest.mark.parametrize(
    ("taken", "refused"),
    [
        ("tracking 0.01em 0em 0.005em", "tracking 0.011em 0em 0.0055em"),
        ("tracking 0em -0.01em 0.005em", "tracking 0em -0.011em 0.0055em"),
    ],
)
def test_tracking_goes_a_hundredth_of_an_em_either_way(taken: str, refused: str) -> None:
    assert _read(taken).rungs[0].steps == 2
    assert _refused(refused) == f"the rung '{refused}' goes beyond 10/1000 em"


@pytest.mark.parametrize(
    ("rungs", "message"),
    [
        ("wide 1 0 1", "there is no rung 'wide'; known here: leading, size, space, tracking"),
        ("spaces 1 0 1", "there is no rung 'spaces'; did you mean 'space'?"),
        ("space 1 0", "the rung 'space 1 0' needs three numbers: from, to and step"),
        ("space 1 0 1 1", "the rung 'space 1 0 1 1' needs three numbers: from, to and step"),
        ("space 0.5 1 0.25", "the rung 'space 0.5 1 0.25' goes up; copyfit goes down, from the designer's setting to the tightest"),
        ("space 1 0.5 0", "the rung 'space 1 0.5 0' has no step"),
        ("space 1 0.5 0.75", "the rung 'space 1 0.5 0.75' has no step"),
        ("space 1 1 0", "the rung 'space 1 1 0' has no step"),
        ("space 1 0 0.3", "the rung 'space 1 0 0.3' does not come to 0 in steps of 0.3"),
        ("space 1 -0.5 0.5", "the rung 'space 1 -0.5 0.5' would lay blocks over each other"),
        ("space 1pt 0 1", "'1pt' is not a number without a unit"),
        ("leading 16 15 0.5", "'16' is not a number in pt"),
        ("leading 16em 15pt 0.5pt", "'16em' is not a number in pt"),
        ("leading wide 15pt 0.5pt", "'wide' is not a number in pt"),
        ("space 1 0.5 0.25, space 1 0.5 0.25", "the rung 'space' stands twice"),
        ("space 1 0.15 0.05", "the ladder has 17 steps, more than 16"),
        ("space 1 0.5 0.05, leading 18pt 15pt 0.5pt, tracking 0em -0.01em 0.01em", "the ladder has 17 steps, more than 16"),
    ],
)  # fmt: skip
def test_a_rung_that_cannot_be_used_is_told(rungs: str, message: str) -> None:
    assert _refused(rungs) == message


@pytest.mark.parametrize("rungs", ["space 1 0 1", "space 1 0.2 0.05", "tracking 0.01em 0 0.005em"])
def test_a_rung_at_its_limits_is_taken(rungs: str) -> None:
    assert _read(rungs).rungs


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ("", "the ladder has rungs and no groups of panels that take them"),
        ("front, insid", "no format has a panel 'insid'; did you mean 'inside'?"),
        ("front front", "the panel 'front' is in its group twice"),
        ("front, front", "the panel 'front' is in two groups"),
    ],
)
def test_a_group_that_cannot_be_is_told(groups: str, message: str) -> None:
    assert _refused("space 1 0 1", groups) == message


def test_panels_that_only_other_formats_have_are_passed_over() -> None:
    ladder = _read("space 1 0 1", "front inside, page-8 page-9, page-2 back")
    assert ladder.groups == (("front", "inside"), ("back",))


def test_copies_of_a_card_are_set_as_their_panel() -> None:
    ladder = _read("space 1 0 1")
    regions = ("front", "inside.2", "back", "back.1", "other")
    assert [ladder.group(region) for region in regions] == [0, 0, 1, 1, None]


def test_each_group_stands_on_its_own_step() -> None:
    ladder = _read("leading 16pt 15pt 0.5pt, space 1 0 1")
    fit = Fit(ladder, {1: 3, 0: 0})
    regions = ("back.1", "front", "other")
    assert [fit.css(region) for region in regions] == ["--leading: 15pt; --fit-space: 0", "", ""]
    assert list(fit.used()) == [(("back",), {"--leading": "15pt", "--fit-space": "0"}, 3)]
    assert (Fit(ladder).css("front"), list(Fit(ladder).used())) == ("", [])
    both = Fit(ladder, {1: 1, 0: 2})
    assert [step for _, _, step in both.used()] == [2, 1]
    assert both.css("front") == "--leading: 15pt"
