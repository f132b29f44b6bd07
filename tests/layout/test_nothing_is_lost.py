"""Nothing is lost: whatever is written, either all of it is in the finished file or a finding with numbers says why it is not."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import pytest

from brochures.compose.typography import squeezed
from brochures.findings import Finding
from brochures.pipeline import Report
from tests.miniature import BOTH_SOURCES, Miniature

pytestmark = pytest.mark.slow

CALL = "Call us at"
FLAP = "content/program.yaml"


def _errors(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.is_error]


def _of(code: str, findings: Sequence[Finding], edition: str = "screen") -> list[Finding]:
    return [finding for finding in findings if finding.code == code and finding.edition == edition]


def _text(mini: Miniature, name: str) -> str:
    return squeezed("".join(mini.facts(name).texts))


def _long_flap(mini: Miniature, words: str) -> None:
    mini.replace(FLAP, CALL, json.dumps(f"{words} {CALL}", ensure_ascii=False)[1:-1])


def test_a_paragraph_of_3000_words_is_refused_with_all_its_numbers(mini: Miniature) -> None:
    _long_flap(mini, " ".join(f"We are here for you {number}." for number in range(600)))
    report = mini.build("fold")
    (over,) = (one for one in _of("OVR-201", _errors(report)) if "'flap'" in one.message)
    assert over.place.file == FLAP
    assert over.place.line == 13
    assert over.place.column > 1000
    assert len(report.findings) < 20
    assert "is overset by" in over.message
    assert " lines, " in over.message
    assert " words, from '" in over.message
    assert "; too much text" in over.message
    assert over.help.startswith("cut about ")
    assert (over.page, over.area is not None) == (1, True)
    assert _of("FIT-102", report.findings)
    assert not (mini.out / "fold").exists()


def test_a_word_of_200_letters_is_refused_by_name(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "heading: Flap", f"heading: {'Pneumono' * 25}")
    (over,) = (one for one in _of("OVR-201", _errors(mini.build("fold"))) if "right" in one.message)
    assert "the panel 'flap' is overset by" in over.message
    assert "cannot be broken: its line is" in over.message
    assert "shorter word" in over.help
    assert str(over.place) == "content/brochures/fold.yaml:20:16"
    assert len(over.message) < 300


def test_a_word_of_200_letters_in_a_text_is_shown_short_by_the_gate(mini: Miniature) -> None:
    _long_flap(mini, "Pneumono" * 25)
    (hard,) = (finding for finding in mini.check("fold") if finding.code == "EDT-501")
    assert "a plainer word for such as 'pneumono" in hard.help
    assert len(hard.help) < 150


def test_an_image_taller_than_its_sheet_is_refused_with_its_size(mini: Miniature) -> None:
    mini.append("styles/base.css", "img { width: auto; height: 12in; }\n")
    (over,) = (one for one in _of("OVR-201", _errors(mini.build("fold"))) if "bottom" in one.message)
    assert "the panel 'inside-left' is overset by" in over.message
    assert "a picture is 864 pt high, the room is" in over.message
    assert "pt less high" in over.help
    assert over.page == 2


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\N{SMILING FACE WITH SMILING EYES}", "SMILING FACE WITH SMILING EYES, U+1F60A"),
        ("\N{FAMILY}", "FAMILY, U+1F46A"),
        ("\N{CJK UNIFIED IDEOGRAPH-5FC3}", "CJK UNIFIED IDEOGRAPH-5FC3, U+5FC3"),
        ("\N{HIRAGANA LETTER A}", "HIRAGANA LETTER A, U+3042"),
        ("\N{HEBREW LETTER ALEF}", "HEBREW LETTER ALEF, U+05D0"),
        ("\N{ARABIC LETTER SEEN}", "ARABIC LETTER SEEN, U+0633"),
        ("\N{DEVANAGARI LETTER KA}", "DEVANAGARI LETTER KA, U+0915"),
        ("\N{CYRILLIC SMALL LETTER ZHE}", "CYRILLIC SMALL LETTER ZHE, U+0436"),
        ("\N{ARMENIAN SMALL LIGATURE MEN NOW}", "ARMENIAN SMALL LIGATURE MEN NOW, U+FB13"),
        ("\N{CJK UNIFIED IDEOGRAPH-20000}", "CJK UNIFIED IDEOGRAPH-20000, U+20000"),
        ("\u0378", "a character without a name, U+0378"),
    ],
)
def test_a_sign_that_no_font_has_is_named_with_its_place(mini: Miniature, sign: str, name: str) -> None:
    mini.replace(FLAP, CALL, f"Call {sign} us at")
    report = mini.build("fold")
    (glyph,) = _of("ENG-101", _errors(report))
    assert name in glyph.message
    assert str(glyph.place) == f"{FLAP}:13:16"
    assert not (mini.out / "fold").exists()


@pytest.mark.parametrize(
    ("sign", "message"),
    [
        ("\N{REPLACEMENT CHARACTER}", "a letter was lost here (\N{REPLACEMENT CHARACTER} stands in its place)"),
        (
            "\N{OBJECT REPLACEMENT CHARACTER}",
            "a sign that only its own program can show (OBJECT REPLACEMENT CHARACTER, U+FFFC)",
        ),
        ("\ue000", "a sign that only its own program can show (U+E000)"),
    ],
)
def test_a_sign_that_stands_for_a_lost_one_is_named_with_its_place(mini: Miniature, sign: str, message: str) -> None:
    mini.replace(FLAP, CALL, f"Call {sign} us at")
    (lost,) = _errors(mini.build("fold"))
    assert (lost.code, str(lost.place), lost.message) == ("LOD-304", f"{FLAP}:13:16", message)
    assert not (mini.out / "fold").exists()


@pytest.mark.parametrize(
    "words",
    [
        "Family \N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL} and flag \N{REGIONAL INDICATOR SYMBOL LETTER U}\N{REGIONAL INDICATOR SYMBOL LETTER S}.",
        "\u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627 and left to right again.",
        "\N{RIGHT-TO-LEFT OVERRIDE}turned round\N{POP DIRECTIONAL FORMATTING} words.",
        "Na\N{LATIN SMALL LETTER I}\N{COMBINING DIAERESIS}ve, Z\N{COMBINING ACUTE ACCENT}\N{COMBINING CEDILLA}\N{COMBINING TILDE}.",
        "\N{LEFT-TO-RIGHT MARK}one\N{ZERO WIDTH NO-BREAK SPACE}two\N{LINE SEPARATOR}three.",
        "One\N{NO-BREAK SPACE}" * 3 + "two.",
        "An & in <b>words</b> &amp; {{ braces }} {% and %} percent.",
        "of\N{LATIN SMALL LIGATURE FFI}ce, \N{DOUBLE-STRUCK CAPITAL N}, \N{CIRCLED DIGIT ONE}, \N{FULLWIDTH LATIN CAPITAL LETTER A}.",
    ],
    ids=[
        "joined emoji",
        "right to left",
        "override",
        "stacked accents",
        "marks",
        "no-break",
        "markup",
        "compatible forms",
    ],
)
def test_strange_words_are_printed_whole_or_refused(mini: Miniature, words: str) -> None:
    _long_flap(mini, words)
    report = mini.build("fold")
    assert all(finding.help for finding in report.findings)
    if mini.path("fold.screen").is_file():
        assert squeezed(words).casefold() in _text(mini, "fold.screen").casefold()
    else:
        assert _errors(report)
        assert all(finding.place.file or finding.page for finding in _errors(report))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("''", "LOD-204"),
        ("' '", "LOD-204"),
        ("'\N{ZERO WIDTH SPACE}'", "LOD-303"),
        ("'\N{NO-BREAK SPACE}'", "LOD-204"),
        ("[]", "LOD-203"),
    ],
)
def test_a_panel_of_nothing_says_so(mini: Miniature, words: str, code: str) -> None:
    mini.replace(FLAP, "en: Call us at {clinic:phone}, or {call:emergency-911}.", f"en: {words}")
    mini.replace("content/brochures/fold.yaml", "    - heading: Flap\n", "")
    assert [(one.code, one.place.file, one.place.line) for one in _errors(mini.build("fold"))] == [(code, FLAP, 13)]
    assert not (mini.out / "fold").exists()


def test_a_panel_without_blocks_says_so(mini: Miniature) -> None:
    mini.replace(
        "content/brochures/fold.yaml", "  flap:\n    - heading: Flap\n    - statement: program.call\n", "  flap: []\n"
    )
    errors = _errors(mini.build("fold"))
    assert errors
    assert any("flap" in finding.message for finding in errors), list(map(str, errors))
    assert not (mini.out / "fold").exists()


TABLE = "<table style='border-spacing: 0'><thead><tr><th>Day</th></tr></thead><tbody>{% for day in range(60) %}<tr><td>Day {{ day }}</td></tr>{% endfor %}</tbody></table>"


def test_a_table_of_60_rows_in_a_panel_is_refused_with_its_rows(mini: Miniature) -> None:
    mini.replace(
        "templates/components/heading.html",
        "<h2>{{ text }}</h2>",
        "<h2>{{ text }}</h2>{% if text == 'Flap' %}" + TABLE + "{% endif %}",
    )
    (over,) = (one for one in _of("OVR-201", _errors(mini.build("fold"))) if "'flap'" in one.message)
    assert "is overset by" in over.message
    assert " lines, " in over.message
    assert "from 'Day" in over.message
    assert over.help.startswith("cut about ")


def test_a_float_taller_than_its_page_is_refused_and_never_cut_in_silence(mini: Miniature) -> None:
    rows = "<div style='float: left; width: 80pt'>{% for day in range(60) %}<p>Day {{ day }}</p>{% endfor %}</div>"
    mini.replace(
        "templates/components/heading.html",
        "<h2>{{ text }}</h2>",
        "<h2>{{ text }}</h2>{% if text == 'Flap' %}" + rows + "{% endif %}",
    )
    errors = _errors(mini.build("pack"))
    assert errors
    assert not mini.path("pack.screen").exists()


def _with_references(mini: Miniature, count: int) -> None:
    sources, cited = "", ""
    for number in range(count):
        sources += (
            f"  extra-{number}:\n    kind: label\n    short: Extra {number}\n    cite:\n      type: report\n"
            f"      title: Extra source number {number}\n      issued: {{year: 2024}}\n    verification: primary\n"
        )
        cited += f", extra-{number}"
    mini.replace("content/sources.yaml", "helplines:\n", sources + "helplines:\n")
    mini.replace("content/ketamine.yaml", BOTH_SOURCES, f"sources: [mini-trial, mini-label{cited}]")


@pytest.mark.slow
def test_a_packet_of_500_references_prints_them_all(mini: Miniature) -> None:
    _with_references(mini, 500)
    report = mini.build("pack")
    errors = [finding for finding in _errors(report) if finding.code != "LAY-101"]
    assert errors == []
    (pages,) = (finding for finding in report.findings if finding.code == "LAY-101")
    assert "pages instead of 4" in pages.message
    count = int(pages.message.split()[0])
    assert pages.help == f"cut words, or write 'pages: {count}' in the ticket"
    mini.replace("content/packets/pack.yaml", "pages: 4", f"pages: {count}")
    assert _errors(mini.build("pack")) == []
    text = _text(mini, "pack.screen")
    assert [number for number in range(500) if not re.search(rf"ExtraSourceNumber{number}\D", text)] == []


def test_a_packet_without_references_prints_none(mini: Miniature) -> None:
    packet = (mini.root / "content/packets/pack.yaml").read_text(encoding="utf-8")
    start, end = packet.index("parts:"), packet.index("pages: 4")
    parts = "parts:\n  - id: facts\n    title: Facts\n    blocks:\n      - statement: program.outpatient\n      - references: {title: References}\n"
    mini.write("content/packets/pack.yaml", packet[:start] + parts + packet[end:].replace("pages: 4", "pages: 2"))
    report = mini.build("pack")
    if mini.path("pack.screen").is_file():
        assert "Outpatientprogram." in _text(mini, "pack.screen")
    else:
        assert _errors(report)
        assert all(finding.help for finding in _errors(report))
