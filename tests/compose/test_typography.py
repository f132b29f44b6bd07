"""What the writer need not think of: quotation marks, dashes, spaces, units; by language, and mended where the page is composed."""

from __future__ import annotations

from datetime import date

import pytest

from brochures.compose.typography import (
    JOINER,
    NEUTRAL,
    NO_BREAK,
    keep_end,
    mended,
    spoken_day,
    squeezed,
    typeset,
    unbroken,
)
from brochures.geometry.passages import letters
from brochures.load.catalogue import load
from brochures.load.model.words import Typography
from brochures.project.paths import ROOT, Project
from tests.editorial.gate import with_house_words
from tests.miniature import Miniature

ENGLISH: Typography = load(Project.open(ROOT)).shelf("word list")["en"].thing.typography
N = NO_BREAK


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        # straight quotation marks and apostrophes
        ('He said "no".', "He said “no”."), ('"Off-label" means this.', "“Off-label” means this."), ('("so")', "(“so”)"), ("don't", "don’t"), ("the patients' room", "the patients’ room"),
        ("in the '90s", "in the ’90s"), ("it's 'so' here", "it’s ‘so’ here"), ('"It\'s \'so\'," he said.', "“It’s ‘so’,” he said."), ('in "2018" it', "in “2018” it"), ('say "', "say “"), ('" and so', "” and so"),
        ('a 6" line', 'a 6" line'), ("5' tall", "5' tall"), ("'s plan doesn't", "’s plan doesn’t"), ('a "b" c "d"', "a “b” c “d”"), ('"$5"', "“$5”"),
        # double spaces
        ("One.  Two.", "One. Two."), ("a   b  c", "a b c"), ("  edge  ", "  edge  "),
        # hyphens for dashes
        ("It is new - and old.", "It is new—and old."), ("It is new -- and old.", "It is new—and old."), ("new--old", "new—old"), ("off-label", "off-label"), ("a - b - c", "a—b—c"),
        # ranges
        ("2-3 visits", f"2–3{N}visits"), ("pages 10-12", f"pages{N}10–12"), ("2 - 3 visits", f"2–3{N}visits"), ("2018-19", "2018–19"), ("24-28 lb", f"24–28{N}lb"), ("9-5", "9-5"),
        # spans of days, hours and dates
        ("Mon - Fri, 9 am - 5 pm", f"Mon–Fri, 9{N}am–5{N}pm"), ("Mon-Fri 9-5", "Mon–Fri 9–5"), ("Mon--Fri, 9 am--5 pm", f"Mon–Fri, 9{N}am–5{N}pm"), ("Monday - Friday: 9:00-17:00", "Monday–Friday: 9:00–17:00"),
        ("Mon. - Fri., 9 a.m. - 5 p.m.", f"Mon.–Fri., 9{N}a.m.–5{N}p.m."), ("Sat 10 - 2 pm", f"Sat 10–2{N}pm"), ("9-5 pm", f"9–5{N}pm"), ("8:30 am - 5", f"8:30{N}am–5"), ("9 am - noon", f"9{N}am–noon"),
        ("Monday 9 am - Friday 5 pm", f"Monday 9{N}am–Friday 5{N}pm"), ("Hours: 9 - 5", "Hours: 9–5"), ("Mon - Fri 8 - 4:30", "Mon–Fri 8–4:30"), ("22:00 - 6:00", "22:00–6:00"),
        ("March 3 - April 5", "March 3–April 5"), ("March 3 - 5, 2026", "March 3–5, 2026"), ("May-June", "May–June"), ("3/1/2026 - 3/5/2026", "3/1/2026–3/5/2026"), ("'24-'25", "’24–’25"),
        ("2026-11-23 - 2026-11-25", "2026-11-23 – 2026-11-25"),
        # spans of amounts with units
        ("5 mg - 10 mg", f"5{N}mg–10{N}mg"), ("5-10mg", "5–10mg"), ("0.5-1.0 mg", f"0.5–1.0{N}mg"), ("$50-$100", "$50–$100"), ("$50-100", "$50–100"), ("20%-30%", "20%–30%"), ("1,000-2,000 people", f"1,000–2,000{N}people"),
        ("36.5-37.5 °C", "36.5–37.5 °C"), ("Section 2.31-2.33", f"Section{N}2.31–2.33"),
        # what is no span
        ("Closed Sunday - see the door", "Closed Sunday—see the door"), ("Mon - Wed - Fri", "Mon—Wed—Fri"), ("take 50 mg - 2 tablets", f"take 50{N}mg—2 tablets"), ("we met - 5 people came", f"we met—5{N}people came"),
        ("7-3 vote", "7-3 vote"), ("1-2-3", "1-2-3"), ("Sun-dried", "Sun-dried"), ("the 9-1-1 line", "the 9-1-1 line"), ("10 mg-5 mg", f"10{N}mg-5{N}mg"), ("March 3 - 40 came", "March 3—40 came"), ("1.5-2", "1.5-2"),
        # minus
        ("-5 °C", "\N{MINUS SIGN}5 °C"), ("fell by -3.5 points", f"fell by \N{MINUS SIGN}3.5{N}points"), ("(-0.8)", "(\N{MINUS SIGN}0.8)"), ("5 -10", "5–10"), ("level -A", "level -A"),
        # what words have lost
        ("Meet 'n' greet", "Meet ’n’ greet"), ("rock 'n roll", "rock ’n roll"), ("rock n' roll", "rock n’ roll"), ("rock'n'roll", "rock’n’roll"), ("'Tis so, 'twas so", "’Tis so, ’twas so"), ("give 'em time", "give ’em time"),
        ("\"'Tis so\"", "“’Tis so”"), ("the word 'cause' is", "the word ‘cause’ is"), ("he said 'so' and 'tis", "he said ‘so’ and ’tis"), ("'n'", "‘n’"), ("5'6\" tall", "5'6\" tall"), ("5' 6\" tall", "5' 6\" tall"),
        # addresses stay sign for sign
        ("At https://a-b.org/our--clinic?year=2018-2019 - today.", "At https://a-b.org/our--clinic?year=2018-2019—today."), ("front--desk@a.org", "front--desk@a.org"), ("doi:10.1000/a--b.2018-2019", "doi:10.1000/a--b.2018-2019"),
        ('"intake--form_2018-2019.pdf"', "“intake--form_2018-2019.pdf”"), ("(a-b.org/x--y)", "(a-b.org/x--y)"),
        # no ranges: telephones, dates, names, laws
        ("555-0100", "555-0100"), ("1-800-662-4357", "1-800-662-4357"), ("2026-01-02", "2026-01-02"), ("PHQ-9", "PHQ-9"), ("84101-1234", "84101-1234"), ("9-1-1", "9-1-1"), ("24-hour", "24-hour"),
        ("COVID-19", "COVID-19"), ("10.1000/12-34", "10.1000/12-34"), ("555-1212", "555-1212"),
        # units keep their numbers
        ("for 24 hours", f"for 24{N}hours"), ("0.5 mg", f"0.5{N}mg"), ("10 kg", f"10{N}kg"), ("5 mL", f"5{N}mL"), ("40 minutes", f"40{N}minutes"), ("96 people", f"96{N}people"), ("40 %", f"40{N}%"),
        ("at 9 a.m.", f"at 9{N}a.m."), ("at 9 am or 5 PM", f"at 9{N}am or 5{N}PM"), ("140 mm Hg", f"140{N}mm Hg"), ("42 CFR Part 2", f"42{N}CFR Part{N}2"), ("18 U.S.C. 220", f"18{N}U.S.C.{N}220"),
        ("8 ounces", f"8{N}ounces"), ("No. 5", f"No.{N}5"), ("Dr. Lee", f"Dr.{N}Lee"), ("Ms. Lee", f"Ms.{N}Lee"), ("Schedule III", f"Schedule{N}III"), ("Phase 2", f"Phase{N}2"), ("Version 1.0", f"Version{N}1.0"),
        ("10 amps", "10 amps"), ("page after", "page after"), ("in Part time", "in Part time"), ("3 inside", "3 inside"), ("plain words", "plain words"),
    ],
)  # fmt: skip
def test_typing_is_mended_and_mended_twice_stays_the_same(typed: str, printed: str) -> None:
    assert mended(typed, ENGLISH) == printed
    assert mended(printed, ENGLISH) == printed


def test_what_is_true_of_one_language_is_not_done_in_another() -> None:
    assert mended('"a" - 24 hours, 9 a.m., Dr. Lee', NEUTRAL) == '"a" - 24 hours, 9 a.m., Dr. Lee'
    spanish = Typography(
        quotes=("«", "»", "“", "”"), dash="—", spaced_dash=True, units=("horas",), before_names=("Dra.",)
    )
    assert mended('"Hola" - dijo la Dra. Ruiz: 24 horas', spanish) == f"«Hola» — dijo la Dra.{N}Ruiz: 24{N}horas"


def test_setting_adds_joiners_only() -> None:
    assert typeset("off-label", ENGLISH) == f"off{JOINER}-{JOINER}label"
    assert typeset("0.5 mg/kg", ENGLISH) == f"0.5{N}mg/{JOINER}kg"


def test_every_text_of_a_piece_is_mended_wherever_it_is_written(mini: Miniature) -> None:
    with_house_words(mini, facts=False)
    mini.replace("content/brochures/fold.yaml", "heading: Front", "heading: 'The \"front\" - in 2-3  words'")
    mini.replace("content/program.yaml", "We offer care in the daytime.", "'We say \"yes\" - at 9 a.m.  today.'")
    mini.replace("content/images/images.yaml", "A leaf", "'A \"leaf\"'")
    mini.replace("content/brochures/fold.yaml", "title: A folded piece", "title: 'A \"folded\" piece'")
    assert [finding for finding in mini.build("fold").findings if finding.is_error] == []
    facts = mini.facts("fold.screen")
    text = " ".join(" ".join(facts.texts).split())
    assert "The“front”—in2–3words" in text.replace(" ", "")  # a balanced headline may end a line after the dash
    assert "We say “yes”—at 9 a.m. today." in text
    assert "A “folded” piece" in text


def test_a_telephone_number_is_never_mended(mini: Miniature) -> None:
    with_house_words(mini, facts=False)
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", "phone: 847-555-1212")
    assert [finding for finding in mini.build("fold").findings if finding.is_error] == []
    assert "847-555-1212" in " ".join(mini.facts("fold.screen").texts)


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ({"date.months": "January February March", "date.form": "{month} {day}, {year}"}, "March 5, 2026"),
        ({"date.months": "enero febrero marzo", "date.form": "{day} de {month} de {year}"}, "5 de marzo de 2026"),
        ({"date.months": "January", "date.form": "{month} {day}, {year}"}, "2026-03-05"),
        ({}, "2026-03-05"),
    ],
)
def test_a_day_is_said_as_the_language_says_it(labels: dict[str, str], said: str) -> None:
    assert spoken_day(date(2026, 3, 5), labels) == said


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param("one two three four five", "one two three four~five", id="four words before the last"),
        pytest.param("one two three four", "one two three four", id="three words before the last"),
        pytest.param("a b c abcdef ghijkl", "a b c abcdef~ghijkl", id="twelve letters together"),
        pytest.param("a b c abcdef ghijklm", "a b c abcdef ghijklm", id="thirteen letters together"),
        pytest.param("a b c abcdefg ghijkl", "a b c abcdefg ghijkl", id="thirteen, the other way"),
        pytest.param("a b c d", "a b c d", id="a short text"),
        pytest.param("word", "word", id="one word"),
        pytest.param("", "", id="nothing"),
        pytest.param("a b c d ", "a b c d~", id="a space at the end"),
    ],
)
def test_the_last_two_words_of_a_text_stay_together_where_they_are_short(text: str, joined: str) -> None:
    assert keep_end(text) == joined.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    ("text", "squeezed_text", "letters_text"),
    [
        ("a b\tc", "abc", "abc"),
        ("It's A-1!", "It'sA-1!", "itsa1"),
        ("e\N{COMBINING ACUTE ACCENT} \N{LATIN SMALL LIGATURE FI}", "e\N{COMBINING ACUTE ACCENT}fi", "éfi"),
        ("é", "e\N{COMBINING ACUTE ACCENT}", "é"),
        ("off\N{HYPHEN}label\N{WORD JOINER}", "off-label", "offlabel"),
        ("\N{NO-BREAK SPACE}½\N{SOFT HYPHEN}", "1\N{FRACTION SLASH}2", "12"),
        ("Straße", "Straße", "strasse"),
    ],
)
def test_words_are_compared_without_what_setting_them_changed(text: str, squeezed_text: str, letters_text: str) -> None:
    assert squeezed(text) == squeezed_text
    assert letters(text) == letters_text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("abc-def", f"abc{JOINER}-{JOINER}def"),
        ("abcd-def", "abcd-def"),
        ("a-b-c", f"a{JOINER}-{JOINER}b{JOINER}-{JOINER}c"),
        ("abc- def", "abc- def"),
        ("5 kg", f"5{NO_BREAK}kg"),
        ("5 kgs", "5 kgs"),
        ("1234-1235", "1234–1235"),
        ("12345-12346", "12345-12346"),
        ("12-12", f"12{JOINER}-{JOINER}12"),
        ("12-13", "12–13"),
        ("1999-01", "1999–01"),
        ("199-01", f"199{JOINER}-{JOINER}01"),
        ("1999-2001", "1999–2001"),
        ("-5", "\N{MINUS SIGN}5"),
        ("3-4.5", f"3{JOINER}-{JOINER}4.5"),
        ("3 -4", "3–4"),
        ("3  -4", "3–4"),
    ],
)
def test_hyphens_of_numbers_and_prefixes(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@pytest.mark.parametrize(
    ("address", "breaks"),
    [
        ("clinicaltrials.gov", 0),
        ("a-b.net/c", 0),
        ("www.riverwoods-demo1234.org/", 0),  # 28 signs
        ("www.riverwoods-demo12345.org/", 2),  # 29
    ],
)
def test_a_short_address_among_words_goes_to_the_next_line_whole(address: str, breaks: int) -> None:
    said = typeset(f"Look at {address} today")
    assert said.count("\u200b") == breaks
    assert said.replace("\u200b", "").replace(JOINER, "") == f"Look at {address} today"


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("https://a-b.org/talking-about-addiction", ["https://a-b", ".org/", "talking-about-addiction"]),
        ("https://a.org/terms-to-use-avoid-when-talking-about-addiction", ["https://a", ".org/", "terms", "-to", "-use", "-avoid", "-when", "-talking", "-about", "-addiction"]),
        ("https://a.org/x?set-ids=46dab560_8ecd&part=2-and-3", ["https://a", ".org/", "x", "?set", "-ids", "=46dab560", "_8ecd", "&part", "=2", "-and", "-3"]),
        ("https://a.org/an--address-with-two-hyphens-in-it", ["https://a", ".org/", "an", "--address", "-with", "-two", "-hyphens", "-in", "-it"]),
        ("https://a.org/" + "x" * 40, ["https://a", ".org/", "x" * 40]),
        ("https://a.org/twenty-eight-letters-of-part/", ["https://a", ".org/", "twenty-eight-letters-of-part/"]),
        ("https://a.org/twenty-nine-letters--of-parts/", ["https://a", ".org/", "twenty", "-nine", "-letters", "--of", "-parts/"]),
    ],
)  # fmt: skip
def test_a_line_never_ends_behind_a_hyphen_and_before_one_only_in_a_long_part(address: str, parts: list[str]) -> None:
    assert unbroken(address).replace("\N{WORD JOINER}", "").split("\N{ZERO WIDTH SPACE}") == parts
    assert unbroken(unbroken(address)) == unbroken(address)
