"""The subject of the checks: a line knows the place where its words are written, whatever else says the same."""

from __future__ import annotations

import pytest

from brochures.layout.checks.subject import Pages
from tests.miniature import Miniature

PROGRAM = "content/program.yaml"
LAST = "Bring a list with you."


@pytest.fixture
def twins(mini: Miniature) -> Miniature:
    """Return a shop whose flap prints two statements that end with the same words."""
    mini.replace(PROGRAM, "We offer care in the daytime.", f"We offer care in the daytime. {LAST}")
    mini.replace(PROGRAM, "Call us at {clinic:phone}, or {call:emergency-911}.", f"Come when you can. {LAST}")
    mini.replace(
        "content/brochures/fold.yaml",
        "    - statement: program.call\n",
        "    - statement: program.outpatient\n    - statement: program.call\n",
    )
    return mini


def test_two_texts_with_the_same_end_are_told_apart(twins: Miniature) -> None:
    twins.append("styles/base.css", "p { width: 110pt }\n")
    made = twins.build("fold", publish=False, editions=("screen",)).files[0]
    pages = Pages(made.composition, made.sheets)
    (flap,) = (region for region in made.sheets.panels if region.name == "flap")
    places = [str(pages.place_of(line)) for line in flap.lines if line.text in LAST]
    assert places, [line.text for line in flap.lines]
    assert {place.rsplit(":", 1)[0] for place in places} == {f"{PROGRAM}:6", f"{PROGRAM}:13"}


def test_a_fault_in_the_second_is_told_at_the_second(twins: Miniature) -> None:
    long = f"Come when you can. {LAST}"
    twins.replace(PROGRAM, long, f"{long} " + f"{LAST} " * 200)
    faults = [one for one in twins.check("fold", editions=("screen",)) if one.code == "OVR-201"]
    assert faults
    assert all("Bring a list" in one.message or "list with you" in one.message for one in faults)
    assert {(one.place.file, one.place.line) for one in faults} == {(PROGRAM, 13)}
    assert all(one.place.column > 100 for one in faults)
