"""Facts of the real documents, built once: what a patient, a relative and a clinician hold in their hands."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from brochures.design.css import FACES, font_families
from brochures.engine import start
from brochures.pipeline import Order, build
from brochures.project.paths import ROOT, Project
from brochures.resolve.job import Destination, Job, PrintedStatement
from tests.facts import Element, Facts, squeezed
from tests.real import BUILT, RealDocuments
from tests.statements import missing

FOLD, PACKET = "program-trifold", "referral-packet"
RACK, WALLET = "treatment-day-card", "crisis-card"
GUIDE = "family-guide"
BOOKLET, POSTER = "ketamine-facts", "waiting-room-poster"
BRIEF, OVERVIEW = "evidence-brief", "program-overview"
CARDS = [RACK, WALLET]
UPRIGHT = [*CARDS, OVERVIEW]
"""What is printed on upright sheets of two sides, so turned about the long edge."""

FAMILY = [FOLD, GUIDE, *UPRIGHT]
PANELLED = [*FAMILY, BOOKLET, POSTER, BRIEF]
SCREENS = [f"{PACKET}.screen", *(f"{slug}.screen" for slug in PANELLED)]
ALL = [*SCREENS, *(f"{slug}.{name}" for slug in PANELLED for name in ("desk", "desk-instructions"))]
LETTER = (612.0, 792.0)
BLEED = 9
"""How far art runs over the edge of a page, in pt."""
SIZES = {
    **{f"{slug}.{edition}": (792.0, 612.0) for slug in (FOLD, GUIDE) for edition in ("screen", "desk")},
    f"{BRIEF}.desk": (1224.0, 792.0),
    f"{RACK}.screen": (288.0, 648.0),
    f"{WALLET}.screen": (252.0, 144.0),
    f"{BOOKLET}.screen": (396.0, 612.0),
    f"{BOOKLET}.desk": (792.0, 612.0),
    **{f"{POSTER}.{edition}": (792.0, 1224.0) for edition in ("screen", "desk")},
}
"""The sheets that are not Letter, upright."""

SIDES = {
    FOLD: ["Outside", "Inside"],
    GUIDE: ["Outside", "Inside"],
    RACK: ["Front", "Back"],
    WALLET: ["Front", "Back"],
    OVERVIEW: ["Front", "Back"],
}
SLUGS = Project.open(ROOT).slugs()
"""Every piece of the real content."""

PANELS = ["front", "inside-left", "flap", "inside-middle", "inside-right", "back"]
NUMBER = re.compile(r"(?<![\w./(-])(?:\+?1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ][\dA-Z]{4}(?![\w-])")
"""What looks like a telephone number of North America."""


@pytest.fixture(scope="session")
def facts(real: RealDocuments) -> dict[str, Facts]:
    return {name: real.facts(name) for name in ALL}


@pytest.fixture(scope="session")
def panels(facts: dict[str, Facts]) -> dict[str, Element]:
    sections = [kid for kid in facts[f"{FOLD}.screen"].tree.kids if kid.tag == "Sect"]
    return dict(zip(PANELS, sections, strict=True))


@pytest.fixture(scope="session")
def verified(real: RealDocuments) -> set[str]:
    """Every number that the help lines of sources.yaml give, as digits and capital letters."""
    lines = yaml.safe_load((real.project.content / "sources.yaml").read_text(encoding="utf-8"))["helplines"]
    return {
        _bare(number)
        for line in lines.values()
        for key in ("call", "also", "text", "tty")
        for number in [str(line.get(key, "")), *NUMBER.findall(str(line.get(key, "")))]
    }


def _bare(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit() or sign.isupper())


@pytest.mark.parametrize("slug", SLUGS)
def test_every_document_is_built_without_an_error(real: RealDocuments, slug: str) -> None:
    assert [finding for finding in real.findings(slug) if finding.is_error] == []
    for edition in set(real.job(slug).editions) & set(BUILT):
        assert real.path(f"{slug}.{edition}").is_file()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_screen_edition_is_small_enough_to_send(real: RealDocuments, slug: str) -> None:
    assert real.path(f"{slug}.screen").stat().st_size <= (4_000_000 if slug == PACKET else 2_000_000)


def test_every_file_that_is_looked_at_here_is_one_of_these_documents() -> None:
    assert {name.split(".", maxsplit=1)[0] for name in ALL} <= set(SLUGS)


@pytest.mark.parametrize("name", ALL)
def test_every_page_has_the_size_of_its_sheet_and_nothing_lies_outside_of_it(
    facts: dict[str, Facts], name: str
) -> None:
    sizes = facts[name].sizes
    if name.startswith(PACKET):
        lying = [number for number, one in enumerate(sizes) if one == LETTER[::-1]]
        assert lying == [lying[0], lying[0] + 1], "the brochure's two sides, one after the other"
        assert "full size" in facts[name].texts[lying[0]]
    else:
        assert set(sizes) == {SIZES.get(name, LETTER)}
    for size, boxes in zip(sizes, facts[name].boxes, strict=True):
        assert size in {SIZES.get(name, LETTER), LETTER[::-1]}
        assert boxes["/MediaBox"] == boxes["/TrimBox"] == (0, 0, *size)


@pytest.mark.parametrize("name", ALL)
def test_every_font_is_ours_and_in_the_file(facts: dict[str, Facts], name: str) -> None:
    families = {family.replace(" ", "-") for family in font_families(ROOT / "styles" / FACES)}
    assert facts[name].fonts
    assert [font for font in facts[name].fonts if not font.startswith(tuple(families))] == []
    assert all(facts[name].fonts.values())


@pytest.mark.parametrize("name", ALL)
def test_title_language_author_and_dates_are_those_of_the_piece(
    facts: dict[str, Facts], real: RealDocuments, name: str
) -> None:
    job = real.job(name.split(".", maxsplit=1)[0])
    file = facts[name]
    about = name.endswith(".desk-instructions")
    assert str(file.title).startswith(f"{job.title}. How to print") if about else file.title == job.title
    assert file.language == job.language
    assert file.preferences["/DisplayDocTitle"] == True  # noqa: E712 pypdf's own kind of boolean
    assert file.information["/Author"] == job.clinic["name"].value
    assert {value for key, value in file.information.items() if key.endswith("Date")} == {f"D:{job.dated:%Y%m%d}"}


@pytest.mark.parametrize("name", ALL)
def test_nothing_in_the_file_names_this_machine(real: RealDocuments, name: str) -> None:
    data = real.path(name).read_bytes()
    assert b"file:/" not in data
    assert str(ROOT).encode() not in data


def test_the_panels_are_read_in_the_order_in_which_the_piece_unfolds(
    panels: dict[str, Element], real: RealDocuments
) -> None:
    job = real.job(FOLD)
    assert [section.name for section in job.sections] == PANELS
    for section in job.sections:
        headings = [str(block.content) for block in section.blocks if block.component == "heading"]
        assert [squeezed(heading) in squeezed(panels[section.name].text) for heading in headings] == [True] * len(
            headings
        )


def test_every_statement_of_a_panel_comes_out_of_that_panel_in_its_order(
    panels: dict[str, Element], real: RealDocuments
) -> None:
    job = real.job(FOLD)
    lost = [line for one in job.sections for line in missing(one, job, squeezed(panels[one.name].text))]
    assert lost == []


def test_every_statement_of_the_packet_comes_out_of_its_part_in_its_order(
    facts: dict[str, Facts], real: RealDocuments
) -> None:
    job = real.job(PACKET)
    titles = [section.title for section in job.sections if not section.on_front]
    parts: dict[str, str] = {}
    title = ""
    tree = facts[f"{PACKET}.screen"].tree
    for element in (one for kid in tree.kids for one in (kid.kids if kid.tag == "Div" else (kid,))):
        heads = [one.text for one in (element, *element.all("H1")) if one.tag == "H1"]
        title = next((head for head in heads if head in titles), title)
        parts[title] = parts.get(title, "") + squeezed(element.text)
    assert [title for title in parts if title] == titles
    assert [line for one in job.sections for line in missing(one, job, parts["" if one.on_front else one.title])] == []


def test_the_packet_takes_the_words_of_the_overview_and_the_brief_and_repeats_them_nowhere(real: RealDocuments) -> None:
    sections = {section.name: section for section in real.job(PACKET).sections}
    glance, evidence, facts, lists = (
        _named(replace(real.job(PACKET), sections=(sections[part],)))
        for part in ("glance", "evidence", "facts", "suitable")
    )
    assert evidence == _named(real.job(BRIEF))
    assert glance
    # A step of the overview names the packet, which the same step inside of it need not.
    outside = {name.removesuffix("-packet") for name in _named(real.job(OVERVIEW))}
    assert outside <= {*glance, *evidence, *facts, *lists}
    assert facts
    assert set(facts) & {*glance, *evidence} == set()
    assert set(glance) & set(evidence) == {"ketamine.off-label", "risk.who-not"}, "what both must say"


def _named(job: Job) -> list[str]:
    """Return the statements of ``job`` in their order, but those about the piece itself."""
    blocks = [block for section in job.sections for block in section.blocks if block.component != "version"]
    names = [statement.name for block in blocks for statement in block.things(PrintedStatement)]
    return [name for name in names if name != "criteria.whole-lists"]  # it says that the packet has them


def test_the_cover_says_that_the_use_is_off_label_and_so_does_each_panel_about_ketamine(
    panels: dict[str, Element],
) -> None:
    for panel, words in (
        ("front", "The FDA has not approved ketamine to treat addiction. This use is “off-label.”"),
        ("inside-left", "This use is off-label."),
        ("inside-middle", "It is not approved to treat addiction. Giving it for addiction is “off-label.”"),
    ):
        assert squeezed(words) in squeezed(panels[panel].text), panel


def test_the_back_gives_the_four_help_lines_as_links(panels: dict[str, Element], facts: dict[str, Facts]) -> None:
    words = squeezed(panels["back"].text)
    for number in ("911", "988", "1-800-662-4357", "1-800-222-1222"):
        assert squeezed(number) in words
    on_the_outside = {link.uri for link in facts[f"{FOLD}.screen"].links if link.page == 1}
    assert on_the_outside >= {"tel:911", "tel:988", "tel:+18006624357", "tel:+18002221222"}


@pytest.mark.parametrize("name", ALL)
def test_no_telephone_number_is_printed_that_was_not_verified(
    facts: dict[str, Facts], real: RealDocuments, verified: set[str], name: str
) -> None:
    clinic = {_bare(fact.value) for fact in real.job(FOLD).clinic.values() if fact.value}
    printed = {_bare(number) for text in facts[name].texts for number in NUMBER.findall(text)}
    assert printed - verified - clinic == set()
    called = {
        link.uri.removeprefix("tel:").removeprefix("+") for link in facts[name].links if link.uri.startswith("tel:")
    }
    assert called - verified - clinic == set()


def test_the_pattern_of_a_telephone_number_finds_one() -> None:
    text = "Call 1-800-662-4357, (312) 555-0100, 312.555.0100 or 1-800-FDA-1088; see 273-283 and 10.1176/2019.18101123."
    assert [_bare(number) for number in NUMBER.findall(text)] == ["18006624357", "3125550100", "3125550100"]


@pytest.mark.parametrize("name", SCREENS)
def test_every_link_leads_into_the_file_to_a_verified_number_or_to_a_secure_address(
    facts: dict[str, Facts], name: str
) -> None:
    for link in facts[name].links:
        assert link.to_page or link.uri.startswith(("https://", "tel:", "sms:")), link


def test_every_reference_mark_has_its_reference(facts: dict[str, Facts]) -> None:
    """A card names no sources, and the one idea of the poster is read from afar, without a mark: its source stands at the foot."""
    for name in SCREENS:
        links = facts[name].links
        assert [link for link in links if link.target.startswith("reference-") and not link.to_page] == []
        unmarked = name.startswith((WALLET, POSTER))
        assert any(link.target.startswith("reference-") for link in links) is not unmarked


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_edition_carries_a_whole_structure(facts: dict[str, Facts], name: str) -> None:
    tree = facts[name].tree
    assert [figure.alt for figure in tree.all("Figure") if not figure.alt] == []
    headings = [int(element.tag[1]) for element in tree.all("H1", "H2", "H3", "H4")]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert [element.tag for element in tree.all("Link") if not element.text] == []


@pytest.mark.parametrize("slug", [PACKET, "patient-guide"])
def test_a_printed_code_leads_to_the_address_beside_it_that_a_record_holds(real: RealDocuments, slug: str) -> None:
    file = Facts(real.path(f"{slug}.screen").read_bytes())
    wanted = {one.address: one.name for one in real.job(slug).things(Destination) if one.address}
    assert wanted
    assert set(file.codes) == set(wanted)
    for address, page in file.codes.items():
        assert squeezed(address) in squeezed(file.texts[page - 1])
        assert page in {link.page for link in file.links if link.uri == address}


def test_a_printed_code_is_large_enough_for_a_phone(real: RealDocuments) -> None:
    for slug in (PACKET, "patient-guide"):
        tree = Facts(real.path(f"{slug}.screen").read_bytes()).tree
        for figure in tree.all("Figure"):
            if "https://" in figure.alt:
                left, bottom, right, top = map(float, figure.attributes["/BBox"])
                assert min(right - left, top - bottom) >= 0.8 * 72 * 1.2, "its quiet zone is a fifth and more"


def test_every_heading_of_the_packet_is_printed_whole_and_once(facts: dict[str, Facts], real: RealDocuments) -> None:
    """The engine repeats a heading beside the text when a page ends inside it."""
    printed = [squeezed(heading.text) for heading in facts[f"{PACKET}.screen"].tree.all("H2", "H3")]
    for section in real.job(PACKET).sections:
        for block in section.blocks:
            if block.component in {"heading", "subheading"}:
                assert printed.count(squeezed(str(block.content))) == 1, block.content


def test_every_header_cell_says_what_it_heads(facts: dict[str, Facts]) -> None:
    tables = list(facts[f"{PACKET}.screen"].tree.all("Table"))
    cells = [cell for table in tables for cell in table.all("TH")]
    assert cells
    assert {cell.attributes.get("/Scope") for cell in cells} <= {"/Column", "/Row"}


def test_a_picture_lies_inside_its_page(facts: dict[str, Facts]) -> None:
    for name in SCREENS:
        width, height = facts[name].sizes[0]
        figures = list(facts[name].tree.all("Figure"))
        assert figures or name.split(".")[0] in {GUIDE, OVERVIEW, POSTER, *CARDS}, "a scene is an artifact"
        for figure in figures:
            left, bottom, right, top = map(float, figure.attributes["/BBox"])
            assert -BLEED <= left < right <= width + BLEED
            assert -BLEED <= bottom < top <= height + BLEED


@pytest.mark.parametrize("slug", FAMILY)
def test_the_two_sides_are_labelled_and_the_printer_is_asked_to_back_them_up(
    facts: dict[str, Facts], slug: str
) -> None:
    assert facts[f"{slug}.screen"].labels == facts[f"{slug}.desk"].labels == SIDES[slug]
    wishes = facts[f"{slug}.desk"].preferences
    edge = "/DuplexFlipLongEdge" if slug in UPRIGHT else "/DuplexFlipShortEdge"
    assert (wishes["/PrintScaling"], wishes["/Duplex"]) == ("/None", edge)


@pytest.mark.parametrize("slug", FAMILY)
def test_a_piece_of_panels_gives_every_statement_and_the_help_lines_whole(
    facts: dict[str, Facts], real: RealDocuments, slug: str
) -> None:
    job, file = real.job(slug), facts[f"{slug}.screen"]
    sections = [kid for kid in file.tree.kids if kid.tag == "Sect"]
    assert len(sections) == len(job.sections)
    for section, printed in zip(job.sections, sections, strict=True):
        assert missing(section, job, squeezed(printed.text)) == []
    for number in ("911", "988", "1-800-662-4357", "1-800-222-1222"):
        assert any(number in line for text in file.texts for line in text.splitlines()), "a number is never broken"
    assert {link.uri for link in file.links} >= {"tel:911", "tel:988", "tel:+18006624357", "tel:+18002221222"}


def test_the_guide_folds_once_and_is_read_page_by_page(real: RealDocuments) -> None:
    form = real.job(GUIDE).format
    assert [[panel.name for panel in side.panels] for side in form.sides] == [
        ["back", "front"], ["inside-left", "inside-right"],
    ]  # fmt: skip
    assert [side.folds for side in form.sides] == [(396.0,), (396.0,)]
    assert [panel.name for panel in form.panels] == ["front", "inside-left", "inside-right", "back"]


@pytest.mark.parametrize("slug", CARDS)
def test_copies_of_a_card_lie_edge_to_edge_and_each_back_behind_its_front(
    facts: dict[str, Facts], real: RealDocuments, slug: str
) -> None:
    form, file = real.job(slug).format, facts[f"{slug}.desk"]
    sheet = form.imposition
    assert sheet
    fronts, backs = (form.places(side.name) for side in form.sides)
    assert len(fronts) == len(set(fronts)) == sheet.columns * sheet.rows
    for (x, y), (behind, level) in zip(fronts, backs, strict=True):
        assert (sheet.width - x - form.width, y) == pytest.approx((behind, level))
    for text in file.texts:
        assert text.count("PROOF") in {0, len(fronts)}


def test_the_same_words_stand_on_paper_and_on_the_screen(facts: dict[str, Facts]) -> None:
    assert facts[f"{FOLD}.desk"].texts == facts[f"{FOLD}.screen"].texts


def test_the_packet_s_contents_give_the_real_page_of_each_part(facts: dict[str, Facts], real: RealDocuments) -> None:
    file = facts[f"{PACKET}.screen"]
    job = real.job(PACKET)
    pages = {link.target: link.to_page for link in file.links if link.page == 1 and link.target}
    listed = [section for section in job.sections if not section.on_front]
    assert len(pages) == len(listed)
    bookmarks = {title: page for _, title, page in file.outline}
    for section, page in zip(listed, pages.values(), strict=True):
        assert squeezed(f"{section.title} {page}") in squeezed(file.texts[0])
        assert squeezed(section.title) in squeezed(file.texts[page - 1])
        assert bookmarks[section.title] == page


def test_every_page_of_the_packet_says_which_of_how_many_it_is_and_what_it_belongs_to(
    facts: dict[str, Facts], real: RealDocuments
) -> None:
    file = facts[f"{PACKET}.screen"]
    count = len(file.sizes)
    assert file.labels == [str(number) for number in range(1, count + 1)]
    for number, text in enumerate(file.texts, 1):
        assert f"Page {number} of {count}" in text
        assert real.job(PACKET).title in text


def test_the_packet_s_running_words_are_not_read_on_every_page(facts: dict[str, Facts]) -> None:
    file = facts[f"{PACKET}.screen"]
    assert f"of {len(file.sizes)}" not in file.tree.text
    assert file.tree.text.count("Do not hand out") <= 1


def test_a_piece_that_waits_for_people_says_so_on_every_sheet(facts: dict[str, Facts], real: RealDocuments) -> None:
    waiting = {finding.piece for slug in SLUGS for finding in real.findings(slug)}
    for name in (*SCREENS, *(f"{slug}.desk" for slug in PANELLED)):
        proof = name.split(".")[0] in waiting
        assert ["PROOF" in text for text in facts[name].texts] == [proof] * len(facts[name].texts)


def test_a_release_waits_for_what_only_people_can_supply(real: RealDocuments, tmp_path: Path) -> None:
    project = replace(real.project, out=tmp_path)
    waiting = {finding.piece for slug in SLUGS for finding in real.findings(slug)}
    report = build(project, Order(tuple(sorted(waiting)), release=True, publish=False), start, lambda _: None)
    refused = {finding.piece for finding in report.findings if finding.is_error}
    assert refused == waiting
    assert list(tmp_path.iterdir()) == []


def test_ten_crisis_cards_have_988_on_the_front_and_behind_it_on_the_back(facts: dict[str, Facts]) -> None:
    fronts, backs = (
        [box for box in facts[f"{WALLET}.desk"].places(page, "988") if box[3] - box[1] > 9] for page in (1, 2)
    )
    assert len(fronts) == len(backs) == 10
    for boxes in (fronts, backs):
        slots = [
            (int((left - 54) // 252), int((756 - top) // 144), round((left - 54) % 252), round((756 - top) % 144))
            for left, _, _, top in boxes
        ]
        assert [slot[:2] for slot in slots] == [(column, row) for row in range(5) for column in range(2)]
        assert len({slot[2:] for slot in slots}) == 1, "at the same place of each card"
        for left, bottom, right, top in boxes:
            assert min((left - 54) % 252, (54 - right) % 252, (756 - top) % 144, (bottom - 36) % 144) >= 11


def test_a_crisis_card_has_its_two_numbers_in_one_display_size_and_text_of_nine(facts: dict[str, Facts]) -> None:
    sizes = [pair for page in (1, 2) for pair in facts[f"{WALLET}.screen"].type_sizes(page)]
    for number, wanted in {"988": 64, "911": 64, "1-800-662-4357": 10.8, "1-800-222-1222": 10.8}.items():
        assert max(size for words, size in sizes if words == number) == wanted, number
    for words, size in sizes:
        small = words.startswith((squeezed("PROOF"), squeezed("Version")))
        assert size >= (6 if small else 9), words


@pytest.mark.parametrize("slug", FAMILY)
def test_the_instructions_tell_what_goes_wrong_with_this_format_and_with_no_other(
    facts: dict[str, Facts], slug: str
) -> None:
    (text,) = facts[f"{slug}.desk-instructions"].texts
    text = " ".join(text.split())
    edge = "long" if slug in UPRIGHT else "short"
    for words in ("Letter", "Actual size", f"choose “Flip on {edge} edge.”", "1 inch"):
        assert words in text
    assert ("light ticks outside of the cards" in text) is (slug in CARDS)
    assert ("both folds" in text) is (slug == FOLD)


@pytest.mark.parametrize("name", ALL)
def test_no_page_is_blank(facts: dict[str, Facts], name: str) -> None:
    for page in range(1, len(facts[name].sizes) + 1):
        pixels = facts[name].picture(page, 0.5)
        assert min(pixels) < 120
        assert len(facts[name].texts[page - 1]) > 80
