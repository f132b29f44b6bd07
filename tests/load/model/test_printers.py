"""What a print shop wants: what is not written has the trade's own value, and what cannot be is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from brochures.load.model.printers import PrintersFile
from brochures.project.paths import ROOT
from tests.miniature import Miniature

WRITTEN = (ROOT / "content" / "printers.yaml").read_text(encoding="utf-8")
OFFICE = "resolution: {least: 95, wanted: 149, line_art_least: 349, line_art_wanted: 599}"


def _changed(tmp_path: Path, old: str, new: str) -> list[tuple[str, str, str]]:
    """Return the mistakes of the miniature project with the project's printers, in which ``old`` first became ``new``."""
    assert old in WRITTEN
    mini = Miniature.copied_to(tmp_path / "project")
    mini.write("content/printers.yaml", WRITTEN.replace(old, new, 1))
    return mini.mistakes()


def test_what_is_not_written_is_what_the_trade_holds() -> None:
    content = yaml.safe_load(WRITTEN)
    for printer in content["printers"].values():
        for key in ("spots", "smallest_text", "thinnest_rule"):
            del printer[key]
    (printer,) = (one for one in PrintersFile.model_validate(content).printers.values() if one.default)
    assert (printer.spots, printer.smallest_text, printer.thinnest_rule) == (0, "5pt", "0.25pt")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (OFFICE, OFFICE.replace("95", "150"), "the least that an image must have, 150, is more than what is wanted, 149"),
        (OFFICE, OFFICE.replace("349", "600"), "the least that an image must have, 600, is more than what is wanted, 599"),
        ("spots: 0", "spots: -1", "'spots' should be 0 or more, but it is -1"),
        ("spots: 0", "spots: many", "'spots' should be a whole number, but it is 'many'"),
        ("smallest_text: 5pt", "smallest_text: 5", "'5' is not a length"),
        ("thinnest_rule: 0.25pt", "thinnest_rule: thin", "'thin' is not a length"),
    ],
)  # fmt: skip
def test_a_wish_that_cannot_be_is_told_at_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    line = WRITTEN[: WRITTEN.index(old)].count("\n") + 1
    ((code, place, said),) = _changed(tmp_path, old, new)
    assert code.startswith("LOD-")
    assert place.startswith(f"content/printers.yaml:{line}:")
    assert message in said
