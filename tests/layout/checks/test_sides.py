"""What goes out by itself has its sheets for itself, wherever a page is printed on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from brochures.findings import Finding
from brochures.geometry.box import Box
from brochures.geometry.pages import MeasuredPage, MeasuredPages, Paragraph
from brochures.layout.checks.sides import shared
from brochures.layout.checks.subject import Pages
from brochures.project.edition import Edition
from brochures.resolve.job import ResolvedBlock, Section
from tests.layout.checks.handmade import composed, line, sheet
from tests.miniature import Miniature

PLAIN = ("statement",)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    mini = Miniature.copied_to(tmp_path_factory.mktemp("sides") / "project")
    composition = composed(mini, slug="pack")
    return Pages(replace(composition, edition=Edition.DESK), MeasuredPages())


def _found(pages: Pages, sections: Sequence[tuple[str, ...]], printed: Sequence[str], fax: int = -1) -> list[Finding]:
    """Return what is found of sections of ``sections``, lists of components, printed page by page as ``printed``, lists of blocks."""
    job = pages.composition.job
    made = tuple(
        Section(
            str(number), "t", job.sections[0].audience, tuple(ResolvedBlock(name, None, "", ()) for name in components),
            by_fax=number == fax,
        )
        for number, components in enumerate(sections)
    )  # fmt: skip
    numbers = {block: at for at, block in enumerate(dict.fromkeys(" ".join(printed).split()), 1)}
    sheets: list[MeasuredPage] = [
        sheet(at, lines=[line(Box(0, 0, 9, 9), paragraph=numbers[block]) for block in blocks.split()])
        for at, blocks in enumerate(printed, 1)
    ]
    paragraphs = {
        number: Paragraph(number, "p", (), "" if block == "title" else block, 15, 12)
        for block, number in numbers.items()
    }
    composition = replace(pages.composition, job=replace(job, sections=made))
    return list(shared(Pages(composition, MeasuredPages(tuple(sheets), paragraphs))))


@pytest.mark.parametrize("component", ["form", "letter"])
def test_a_part_on_the_back_of_another_is_told_at_its_page(pages: Pages, component: str) -> None:
    (found,) = _found(pages, [PLAIN, (component, "statement")], ["0-0", "1-0 1-1"])
    assert (found.code, str(found.severity), found.message, found.page, found.edition) == (
        "LAY-103", "error", "what goes out by itself begins on page 2, the back of page 1", 2, "",
    )  # fmt: skip
    assert (
        found.help == "let it and what follows it begin on a front: 'break-before: right' in styles/editions/desk.css"
    )
    assert found.area == (0, 0, 792, 612)


def test_a_part_on_its_own_sheets_is_in_order(pages: Pages) -> None:
    assert _found(pages, [PLAIN, ("form",), PLAIN], ["0-0", "", "1-0", "1-0", "2-0"]) == []
    assert _found(pages, [("form",), PLAIN], ["title 0-0", "", "title 2-0"]) == []


def test_what_follows_on_the_last_back_is_told(pages: Pages) -> None:
    (found,) = _found(pages, [("letter",), PLAIN], ["0-0", "0-0", "0-0", "1-0"])
    assert (found.message, found.page) == ("what goes out by itself shares its sheet with what stands on page 4", 1)


def test_two_parts_that_go_out_share_no_sheet_either_and_both_are_told(pages: Pages) -> None:
    found = _found(pages, [("letter",), ("form",)], ["0-0", "1-0"])
    assert [(one.message, one.page) for one in found] == [
        ("what goes out by itself shares its sheet with what stands on page 2", 1),
        ("what goes out by itself begins on page 2, the back of page 1", 2),
    ]


def test_what_is_faxed_goes_out_by_itself_whatever_it_holds(pages: Pages) -> None:
    assert _found(pages, [PLAIN, PLAIN], ["0-0", "1-0"]) == []
    assert [one.page for one in _found(pages, [PLAIN, PLAIN], ["0-0", "1-0"], fax=1)] == [2]


def test_a_form_within_a_part_goes_out_without_the_rest_of_it(pages: Pages) -> None:
    part = [("statement", "form")]
    assert [one.page for one in _found(pages, part, ["0-0", "0-1", "0-1"])] == [2]
    assert _found(pages, part, ["0-0", "", "0-1", "0-1"]) == []
    assert [one.message for one in _found(pages, part, ["0-1 0-0"])] == [
        "what goes out by itself shares its sheet with what stands on page 1"
    ]


@pytest.mark.parametrize("edition", [Edition.SCREEN, Edition.PRESS])
def test_other_editions_have_no_backs_of_their_own(pages: Pages, edition: Edition) -> None:
    elsewhere = Pages(replace(pages.composition, edition=edition), pages.sheets)
    assert _found(elsewhere, [PLAIN, ("form",)], ["0-0", "1-0"]) == []


def test_a_running_head_shares_nothing(pages: Pages) -> None:
    assert _found(pages, [("form",)], ["title 0-0", "title"]) == []
