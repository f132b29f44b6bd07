"""What contradicts itself is told once and drawn from by nobody; what stands twice before the same eyes is told where it does so."""

from __future__ import annotations

import pytest

from brochures.findings import BrochureError
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature, codes_of

PACK = "content/packets/pack.yaml"
FOLD = "content/brochures/fold.yaml"


def test_nothing_is_drawn_from_a_record_that_contradicts_itself(mini: Miniature) -> None:
    mini.replace("content/studies.yaml", "count: 8, of: 20", "count: 21, of: 20")
    catalogue = mini.load()
    assert [(one.code, str(one.place)) for one in catalogue.findings] == [("LOD-402", "content/studies.yaml:32:36")]
    assert ("study", "mini-trial") in catalogue.spoiled
    assert ("source", "mini-trial") in catalogue.spoiled
    with pytest.raises(BrochureError) as refused:
        resolve(mini.project, catalogue, "pack")
    assert refused.value.findings == ()
    assert codes_of(mini.check()) == ["LOD-402"]


def test_a_source_that_contradicts_itself_is_told_and_not_missed(mini: Miniature) -> None:
    mini.replace("content/sources.yaml", "issued: {year: 2024}", "issued: {year: 2024, month: 4, day: 31}")
    assert codes_of(mini.check()) == ["LOD-402"]


def test_years_of_names_are_compared_where_the_record_is_in_order_only(mini: Miniature) -> None:
    mini.replace("content/sources.yaml", "issued: {year: 2024}", "issued: {year: 2025, day: 3}")
    assert [message for _, _, message in mini.mistakes()] == ["there is a day, 3, and no month"]
    mini.replace("content/sources.yaml", "issued: {year: 2025, day: 3}", "issued: {year: 2025}")
    message = "'Miniature label, 2024' says 2024, and it came out in 2025"
    assert mini.mistakes() == [("LOD-402", "content/sources.yaml:5:12", message)]


def test_a_record_without_a_citation_is_compared_with_itself_alone(mini: Miniature) -> None:
    assert mini.load().shelf("help line")["emergency-911"].thing.cite is None
    assert mini.mistakes() == []


def test_a_statement_twice_in_one_panel_is_told_at_the_second_place(mini: Miniature) -> None:
    text = (mini.root / FOLD).read_text(encoding="utf-8")
    assert "    - statement: program.call\n" in text
    mini.write(
        FOLD,
        text.replace(
            "    - statement: program.call\n",
            "    - notice: {tone: care, title: Twice, statements: [program.call]}\n    - statement: program.call\n",
        ),
    )
    ((code, place, message),) = mini.mistakes()
    line = text[: text.index("- statement: program.call")].count("\n") + 1
    assert (code, place) == ("LOD-403", f"{FOLD}:{line + 1}:18")
    assert message == f"'program.call' stands here a second time; the first is on line {line}"


def test_a_statement_in_two_panels_or_parts_is_printed_for_two_looks(mini: Miniature) -> None:
    text = (mini.root / FOLD).read_text(encoding="utf-8")
    assert text.count("statement: program.outpatient") == 2
    assert mini.mistakes() == []
