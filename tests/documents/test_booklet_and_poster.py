"""Facts of the booklet and the poster, built once: as they are read, printed, folded and hung up."""

from __future__ import annotations

import pytest

from brochures.findings import Severity
from tests.facts import Element, Facts, squeezed
from tests.real import RealDocuments
from tests.statements import missing

BOOKLET, POSTER = "ketamine-facts", "waiting-room-poster"
PAGE, FOOT = 396.0, 612.0
"""Width and height of a page of the booklet, in pt."""

INNER = range(2, 12)
SHEETS = [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]
"""Which pages lie on each side of its three sheets, left and right."""

STRIP = (10, 11)
"""The pages over whose fold the day of a visit runs as one strip."""

GAPS = {"REL-101", "REL-102", "REL-301", "REL-401"}
"""What only people can supply."""


def _parts(file: Facts) -> list[Element]:
    """Return the parts of a finished file in reading order."""
    return [kid for kid in file.tree.kids if kid.tag == "Sect"]


def test_nothing_is_told_but_what_only_people_can_supply(real: RealDocuments) -> None:
    told = [finding for slug in (BOOKLET, POSTER) for finding in real.findings(slug) if finding.code not in GAPS]
    assert [finding for finding in told if finding.severity is not Severity.NOTE] == []
    assert [finding for finding in told if finding.code.startswith("FIT")] == [], "set as designed"


@pytest.mark.parametrize("slug", [BOOKLET, POSTER])
def test_every_statement_is_printed_whole_in_its_part_and_its_order(real: RealDocuments, slug: str) -> None:
    job, sections = real.job(slug), _parts(real.facts(f"{slug}.screen"))
    assert len(sections) == len(job.sections)
    for section, part in zip(job.sections, sections, strict=True):
        assert missing(section, job, squeezed(part.text)) == []


def test_the_booklet_has_twelve_pages_named_as_they_are_numbered(real: RealDocuments) -> None:
    file = real.facts(f"{BOOKLET}.screen")
    assert file.sizes == [(PAGE, FOOT)] * 12
    assert file.labels == ["Front", *(f"Page {number}" for number in INNER), "Back"]


def test_its_sheets_fold_to_a_booklet_that_reads_in_order(real: RealDocuments) -> None:
    file = real.facts(f"{BOOKLET}.desk")
    assert file.sizes == [(2 * PAGE, FOOT)] * 6
    for side, pages in enumerate(SHEETS, 1):
        for half, page in enumerate(pages):
            headings = [heading.text for heading in _parts(real.facts(f"{BOOKLET}.screen"))[page - 1].all("H1", "H2")]
            tops = [_tops(file, side, heading, half * PAGE) for heading in headings]
            assert headings
            assert all(tops), "each heading stands on its half of the sheet"
            assert tops == sorted(tops, reverse=True)
    assert file.preferences["/Duplex"] == "/DuplexFlipShortEdge"


def test_the_number_of_a_page_stands_in_its_outer_corner_and_is_not_read_out(real: RealDocuments) -> None:
    file = real.facts(f"{BOOKLET}.screen")
    for page in INNER:
        (left, bottom, right, top) = file.places(page, str(page))[-1]
        assert (left if page % 2 == 0 else PAGE - right) == pytest.approx(22.5, abs=1.5)
        assert 21.6 <= bottom < top < 40
        assert not _parts(real.facts(f"{BOOKLET}.screen"))[page - 1].text.endswith(str(page))


def test_one_river_runs_over_two_pages_that_face_each_other(real: RealDocuments) -> None:
    file = real.facts(f"{BOOKLET}.screen")
    for left, right in ((2, 3), (4, 5), (6, 7), (8, 9), (10, 11)):
        ends, begins = _column(file, left, -1), _column(file, right, 0)
        assert min(ends) < 200, "it reaches the fold"
        assert max(abs(end - begin) for end, begin in zip(ends, begins, strict=True)) < 60


def test_the_page_read_after_the_cover_says_that_the_use_is_off_label_and_no_risk_is_smaller_than_a_result(
    real: RealDocuments,
) -> None:
    file = real.facts(f"{BOOKLET}.screen")
    assert squeezed("not approved to treat addiction") in squeezed(file.texts[1])
    for page, words in (
        (1, "The FDA has not approved"),
        (2, "off-label"),
        (6, "in who came back"),
        (7, "Slow breathing"),
        (8, "Do not have ketamine"),
        (8, "Tell us first"),
    ):
        assert 12.0 in _sizes(file, page, words)


def test_each_question_to_ask_stands_on_one_page_in_text_size(real: RealDocuments) -> None:
    file = real.facts(f"{BOOKLET}.screen")
    for words in (
        "Why ketamine for me?",
        "Which risks",
        "Who watches me?",
        "How many visits",
        "What do I pay?",
        "What care",
    ):
        assert 12.0 in _sizes(file, 9, words)


def test_the_day_of_a_visit_is_one_strip_over_the_fold(real: RealDocuments) -> None:
    file, parts = real.facts(f"{BOOKLET}.screen"), _parts(real.facts(f"{BOOKLET}.screen"))
    captions = (("You pack", "You come", "You talk first"), ("The infusion", "You rest", "You go home"))
    tops = []
    for page, words in zip(STRIP, captions, strict=True):
        pictures = [figure.alt for figure in parts[page - 1].all("Figure") if figure.alt]
        assert len(pictures) == 3
        assert len(set(pictures)) == 3
        for caption in words:
            ((_, _, _, top),) = [place for place in file.places(page, caption) if place[3] > FOOT / 2]
            tops.append(top)
    assert tops == pytest.approx([tops[0]] * 6, abs=1.5), "the captions stand on one line"
    ends, begins = (_column(file, page, at, FOOT) for page, at in zip(STRIP, (-2, 1), strict=True))
    walls = [{row for row, grey in enumerate(column) if grey < 253} for column in (ends, begins)]
    assert len(walls[0]) > 100, "the strip reaches the fold"
    assert len(walls[0] ^ walls[1]) <= 12, "and goes on there at one height, from its head to its foot"


def test_the_pictures_at_the_foot_of_pages_2_and_3_meet_at_the_fold_and_run_to_the_edge(real: RealDocuments) -> None:
    file = real.facts(f"{BOOKLET}.screen")
    ends, begins = (_column(file, page, at, FOOT) for page, at in ((2, -1), (3, 0)))
    for column in (ends, begins):
        painted = [row for row, grey in enumerate(column, 15) if grey < 253 and row > FOOT / 2]
        assert painted == list(range(int(FOOT) - 150, int(FOOT))), "from its head to the edge of the page"


def test_the_back_gives_every_help_line(real: RealDocuments) -> None:
    links = real.facts(f"{BOOKLET}.screen").links
    assert {link.uri for link in links if link.page == 12} >= {
        "tel:911",
        "tel:988",
        "tel:+18006624357",
        "tel:+18002221222",
    }


def _tops(file: Facts, page: int, words: str, left: float) -> list[float]:
    """Return how high ``words`` stand on ``page`` (from 1), in pt from its foot, on the half of the sheet that begins at ``left``."""
    return [top for x, _, _, top in file.places(page, words) if left < x < left + PAGE]


def _column(file: Facts, page: int, at: int, foot: float = 55) -> list[int]:
    """Return the grey of one column of pixels of ``page``, from its head, where the river runs, down to ``foot``."""
    width = int(PAGE)
    picture = file.picture(page)
    stride = len(picture) // int(FOOT)
    return [picture[row * stride + (width + at if at < 0 else at)] for row in range(15, int(foot))]


def _sizes(file: Facts, page: int, words: str) -> set[float]:
    return {size for run, size in file.type_sizes(page) if squeezed(words) in run}


POSTER_NOTES = ("Source", "1", "ASAM", "Addiction can be treated. Version", "PROOF")


def test_the_poster_can_be_read_at_six_feet(real: RealDocuments) -> None:
    file = real.facts(f"{POSTER}.screen")
    sizes = file.type_sizes(1)
    for words, least in (
        ("health condition", 90),
        ("Body", 40),
        ("Mind", 40),
        ("Daily life", 40),
        ("Ask us today", 40),
        ("988", 117),
        ("Thinking of suicide?", 34),
        ("Life in danger?", 34),
        ("911", 117),
    ):
        assert max(_sizes(file, 1, words)) >= least, words
    for words, size in sizes:
        note = words.startswith(tuple(squeezed(note) for note in POSTER_NOTES))
        assert size >= (9 if note else 24), words
    assert max(_sizes(file, 1, "988")) == max(_sizes(file, 1, "911")), "neither is found before the other"
    assert _sizes(file, 1, "Thinking of suicide?") == _sizes(file, 1, "Life in danger?")


def test_the_source_of_the_poster_says_what_it_is_the_source_of(real: RealDocuments) -> None:
    """Its headline has no mark, so the source has no number: nobody looks on the sheet for a number that is not there."""
    text = " ".join(real.facts(f"{POSTER}.screen").texts[0].split())
    assert "Source of the headline: ASAM, definition of addiction, 2019." in text


def test_the_poster_is_one_page_with_a_title_and_says_in_words_all_that_is_to_know(real: RealDocuments) -> None:
    for edition in ("screen", "desk"):
        assert real.facts(f"{POSTER}.{edition}").sizes == [(792.0, 1224.0)]
    file = real.facts(f"{POSTER}.screen")
    (title,) = file.tree.all("H1")
    assert "Addiction is a health condition. It can be treated." in title.text
    assert {figure.alt for figure in file.tree.all("Figure")} <= {"blank"}, "its scene is an ornament"
    for side in ("Body Medical checks", "Mind Therapy", "Daily life Groups"):
        assert squeezed(side) in squeezed(file.tree.text)
    assert {link.uri for link in file.links if link.uri} == {"tel:988", "sms:988", "tel:911"}
    for line in (
        "988 Call or text, day or night. Suicide & Crisis Lifeline",
        "911 Life in danger? Call 911. Overdose. Seizure. Chest pain. Trouble breathing. Someone will not wake up.",
    ):
        assert squeezed(line) in squeezed(file.tree.text)
    assert "ketamine" not in file.texts[0].casefold()


def test_a_third_of_the_poster_and_more_is_quiet(real: RealDocuments) -> None:
    """The words, the river and their lines leave most of each ground as it is."""
    picture = real.facts(f"{POSTER}.screen").picture(1)
    grounds = [picture.count(grey) / len(picture) for grey in sorted(set(picture), key=picture.count)[-3:]]
    assert sum(grounds) > 1 / 3
