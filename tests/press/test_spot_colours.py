"""Spots and die lines, from the token to the file: what the designer wrote beside a colour, and what the print shop allows."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from brochures.pipeline import Report
from brochures.preflight.press.ink_coverage import PPI
from brochures.project.paths import ROOT
from brochures.separations import separations, things
from tests.miniature import Miniature

pytestmark = pytest.mark.usefixtures("styles_are_not_looked_at")

SPOT = ":root { --palette-moss: #5a6f33; --palette-moss-inks: 40 0 80 40; --palette-moss-spot: PANTONE 7746 C 60; }\nh1 { color: #5a6f33 }\n"
DIE = ":root { --palette-die: #ff00ff; --palette-die-inks: 0 100 0 0; --palette-die-spot: Die 100; --palette-die-step: cutting; }\n"


def _built(mini: Miniature, tokens: str, spots: int = 0, drawing: str = "") -> Report:
    mini.write("content/printers.yaml", (ROOT / "content" / "printers.yaml").read_bytes())
    mini.write(
        "content/printers.yaml",
        (mini.root / "content/printers.yaml").read_text().replace("spots: 0", f"spots: {spots}"),
    )
    profile = "styles/profiles/TR006_coated.icc"
    mini.write(profile, (ROOT / profile).read_bytes())
    mini.replace("content/brochures/fold.yaml", "editions: [screen, desk]", "editions: [press]")
    mini.append("styles/tokens/colour.css", tokens)
    if drawing:
        mini.replace("templates/documents/fold.html", '<div class="sheet">', f'<div class="sheet">{drawing}')
    return mini.build("fold")


def _spaces(mini: Miniature) -> list[Any]:
    with pikepdf.open(mini.path("fold.press")) as pdf:
        return [
            [str(part) for part in space[:3]]
            for page in pdf.pages
            for space in (page.obj.Resources.get("/ColorSpace") or {}).values()
        ]


def test_a_spot_that_was_ordered_is_an_ink_of_its_own_with_its_tint(mini: Miniature) -> None:
    report = _built(mini, SPOT, spots=1)
    assert not [one for one in report.findings if one.is_error]
    assert ["/Separation", "/PANTONE 7746 C", "/DeviceCMYK"] in _spaces(mini)
    (heads,) = {
        thing.colour.inks["PANTONE 7746 C"]
        for thing in things(mini.path("fold.press").read_bytes())
        if thing.lettering and thing.colour and thing.colour.inks and "PANTONE 7746 C" in thing.colour.inks
    }
    assert heads == pytest.approx(0.6)
    (plate,) = [
        page["PANTONE 7746 C"]
        for page in separations(mini.path("fold.press").read_bytes(), PPI)
        if "PANTONE 7746 C" in page
    ]
    assert plate.getextrema()[1] == pytest.approx(0.6 * 255, abs=2)


def test_a_spot_that_nobody_ordered_is_refused(mini: Miniature) -> None:
    found = [one for one in _built(mini, SPOT).findings if one.is_error]
    assert [one.code for one in found] == ["PRS-307"]
    assert not mini.path("fold.press").exists()


def test_a_die_line_is_on_a_layer_and_counts_as_no_ink(mini: Miniature) -> None:
    line = '<svg viewBox="0 0 792 612" style="position: absolute; left: 0; top: 0; width: 792pt; height: 612pt" aria-hidden="true"><path d="M20 20H772V592H20Z" fill="none" stroke="#ff00ff" stroke-width="1"/></svg>'
    report = _built(mini, DIE, drawing=line)
    assert not [one for one in report.findings if one.is_error]
    data = mini.path("fold.press").read_bytes()
    lines = [thing for thing in things(data) if thing.colour and "Die" in (thing.colour.inks or {})]
    assert {(thing.layer, thing.overprint) for thing in lines} == {("Cutting", True)}
    with pikepdf.open(mini.path("fold.press")) as pdf:
        (layer,) = pdf.Root.OCProperties.OCGs
        assert str(layer.GTS_Metadata.GTS_ProcStepsType) == "/Cutting"
