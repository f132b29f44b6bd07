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


@pytest.mark.parametrize(
    ("old", "sound", "absurd", "most"),
    [
        ("    metric_bleed: 3mm\n", "    metric_bleed: 12.7mm\n", "    metric_bleed: 12.8mm\n", "0.5in"),
        ("    safe: ", "    safe: 0.5in # ", "    safe: 0.51in # ", "0.5in"),
        ("    smallest_reversed: ", "    smallest_reversed: 24pt # ", "    smallest_reversed: 25pt # ", "24pt"),
    ],
)
def test_a_measure_that_no_print_shop_means_is_refused(
    tmp_path: Path, old: str, sound: str, absurd: str, most: str
) -> None:
    impose = "    impose:"
    assert old in WRITTEN.partition(impose)[0]
    mini = Miniature.copied_to(tmp_path / "project")
    text = WRITTEN.replace("0.25in, metric_gutter: 6mm", "2in, metric_gutter: 60mm")
    for new, told in ((sound, []), (absurd, [most])):
        mini.write("content/printers.yaml", text.replace(old, new, 1))
        said = [message for _, _, message in mini.mistakes() if "any print shop means" in message]
        assert [message.rpartition("at most ")[2] for message in said] == told
