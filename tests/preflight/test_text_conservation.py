"""Text conservation, against an adversary: what must be found in the finished bytes, and the near misses that must pass."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.engine.typesetter import Typesetter
from brochures.findings import Finding
from brochures.load.catalogue import load
from brochures.pdf.file import File
from brochures.pdf.structure_tags import mended
from brochures.preflight import preflight
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

pytestmark = pytest.mark.slow

FAMILIES = frozenset({"Atkinson Hyperlegible"})
Tamper = Callable[[pikepdf.Pdf], None]

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><style>
@page { size: 400pt 300pt; margin: 0 0 -3000mm 0 }
body { margin: 0; font: 12pt/16pt "Atkinson Hyperlegible" }
p, ul, h2 { margin: 0; font-size: 12pt }
.sheet { position: relative; height: 300pt }
.panel { position: absolute; top: 20pt; width: 150pt; height: 260pt }
</style>"""
PANELS = """<div class="sheet"><section class="panel" data-panel="one" data-order="1" style="left: 20pt">%s</section>
<section class="panel" data-panel="two" data-order="2" style="left: 220pt">%s</section></div>"""
FLOW = """<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><style>
@page { size: 400pt 200pt; margin: 40pt 20pt; @top-left { content: string(head) } @bottom-right { content: counter(page) } }
html { font: 12pt/16pt "Atkinson Hyperlegible" }
body { margin: 0 }
p, ul, h2 { margin: 0; font-size: 12pt }
table { border-spacing: 0 } td, th { padding: 0; text-align: left }
.head { string-set: head content(); }
</style>"""

Judge = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def fold(built: Miniature) -> Composition:
    return compose(
        Templates.read(built.project), resolve(built.project, load(built.project), "fold"), Edition.SCREEN, proof=False
    )[0]


@pytest.fixture
def judge(typesetter: Typesetter, fold: Composition) -> Judge:
    def judged(
        html: str,
        printed: str = "",
        *,
        tagged: bool = False,
        proof: bool = False,
        tamper: Tamper | None = None,
        **labels: str,
    ) -> tuple[Finding, ...]:
        """Return what conservation finds where ``html`` was composed and ``printed`` (none: the same) came out."""
        job = replace(fold.job, labels={**fold.job.labels, **labels})
        composition = replace(fold, html=html, job=job, proof=proof, edition=Edition.SCREEN if tagged else Edition.DESK)
        assert composition.tagged is tagged
        document, said = typesetter.set(printed or html, "screen", tagged=tagged)
        assert said == ()
        data, _ = typesetter.write(document, {"labels": [], "preferences": {}}, tagged=tagged)
        data = mended(data)
        if tamper:
            buffer = io.BytesIO()
            with pikepdf.open(io.BytesIO(data)) as file:
                tamper(file)
                file.save(buffer)
            data = buffer.getvalue()
        made = File(composition, data, len(document.pages), (), sheets=typesetter.sheets(document))
        found = preflight(made, FAMILIES)
        assert "PRE-106" not in {finding.code for finding in found}
        return tuple(finding for finding in found if finding.code > "PRE-200")

    return judged


def _codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def _panels(one: str, two: str = "<p>The other panel.</p>") -> str:
    return PAGE + PANELS % (one, two)


WORDS = "<p>Call us at any hour.</p>"
COVER = "<div style='position: absolute; top: 0; left: 0; width: 150pt; height: 40pt; background: {}'></div>"


@pytest.mark.parametrize(
    ("one", "code"),
    [
        pytest.param("<p style='height: 5pt; overflow: hidden'>Call us at any hour.</p>", "PRE-203", id="clipped below"),
        pytest.param("<p style='height: 0; overflow: hidden'>Call us at any hour.</p>", "PRE-203", id="clipped whole"),
        pytest.param(
            "<p style='width: 60pt; overflow: hidden; white-space: nowrap'>Call us at any hour, day or night.</p>",
            "PRE-203",
            id="clipped at the right",
        ),
        pytest.param(WORDS + COVER.format("white"), "PRE-203", id="covered by white"),
        pytest.param(WORDS + COVER.format("black"), "PRE-203", id="covered by black"),
        pytest.param(
            WORDS + "<img src='content/images/leaf.svg' style='position: absolute; left: -40pt; top: -100pt; width: 250pt'>"
            + COVER.format("#fefefe"),
            "PRE-203",
            id="covered by two things",
        ),
        pytest.param("<p style='position: absolute; left: -300pt'>Call us at any hour.</p>", "PRE-203", id="past the trim"),
        pytest.param("<p style='position: absolute; top: 275pt'>Call us at any hour.</p>", "PRE-203", id="below the trim"),
        pytest.param("<p style='color: white'>Call us at any hour.</p>", "PRE-203", id="white on white"),
        pytest.param("<p style='color: #eee'>Call us at any hour.</p>", "PRE-203", id="light grey on white"),
        pytest.param("<p style='color: #e2e2e2'>Call us at any hour.</p>", "PRE-203", id="grey on white"),
        pytest.param(
            "<p style='color: #333; background: black'>Call us at any hour.</p>", "PRE-203", id="dark grey on black"
        ),
        pytest.param("<p style='opacity: 0'>Call us at any hour.</p>", "PRE-203", id="opacity"),
        pytest.param("<p style='opacity: 0.05'>Call us at any hour.</p>", "PRE-203", id="nearly transparent"),
        pytest.param("<p style='color: transparent'>Call us at any hour.</p>", "PRE-203", id="transparent ink"),
        pytest.param("<p style='color: #0000'>Call us at any hour.</p>", "PRE-203", id="no alpha"),
        pytest.param("<p style='visibility: hidden'>Call us at any hour.</p>", "PRE-201", id="not drawn"),
        pytest.param("<p style='display: none'>Call us at any hour.</p>", "PRE-201", id="not set"),
        pytest.param(
            f"{WORDS}<p style='margin-top: -16pt'>Nobody is turned away.</p>", "PRE-203", id="under other words"
        ),
        pytest.param(
            "<p>Call us at any hour. <span style='font-size: 0'>Not in an emergency.</span></p>", "PRE-201", id="size 0"
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tagged", [False, True], ids=["print", "tagged"])
def test_words_that_nobody_sees_are_found(judge: Judge, one: str, code: str, *, tagged: bool) -> None:
    assert code in _codes(judge(_panels(one), tagged=tagged))


def test_the_finding_names_the_words_and_how_much_is_seen(judge: Judge) -> None:
    (found,) = judge(_panels("<p style='color: #eee'>Call us at any hour.</p>"))
    assert "only 1 % of 'Call us at any hour.' can be seen" in found.message
    assert (found.page, found.area is not None) == (1, True)


@pytest.mark.parametrize("tagged", [False, True], ids=["print", "tagged"])
@pytest.mark.parametrize(
    ("printed", "code"),
    [
        pytest.param(_panels(WORDS * 2), "PRE-202", id="printed twice"),
        pytest.param(_panels(WORDS, WORDS + "<p>The other panel.</p>"), "PRE-202", id="twice in two panels"),
        pytest.param(_panels("<p>Call us at any <b>late</b> hour.</p>"), "PRE-202", id="a word more"),
        pytest.param(_panels("", "<p>The other panel.</p>" + WORDS), "PRE-202", id="moved into another panel"),
        pytest.param(_panels("<p>Call us at any.</p>"), "PRE-201", id="a word lost"),
        pytest.param(_panels("<p>Call us at any hour</p>"), "PRE-201", id="a full stop lost"),
        pytest.param(_panels("<p>Call us at any hcur.</p>"), "PRE-201", id="another letter"),
        pytest.param(_panels("<p>Call us at any \N{REPLACEMENT CHARACTER}our.</p>"), "PRE-201", id="U+FFFD"),
        pytest.param(_panels("<p>any hour. Call us at</p>"), "PRE-201", id="another order of words"),
    ],
)
def test_words_that_did_not_come_out_as_composed_are_found(
    judge: Judge, printed: str, code: str, *, tagged: bool
) -> None:
    if "\N{REPLACEMENT CHARACTER}" in printed:
        printed = printed.replace("\N{REPLACEMENT CHARACTER}", "<span>?</span>")
    assert code in _codes(judge(_panels(WORDS), printed, tagged=tagged))


def test_panels_that_are_read_in_another_order_are_found(judge: Judge) -> None:
    html = _panels(WORDS)
    swapped = html.replace('data-order="1"', 'data-order="3"')
    assert judge(html, tagged=True) == ()
    assert judge(swapped, tagged=True) == ()
    assert "PRE-204" in _codes(judge(html, swapped, tagged=True))


def test_a_paragraph_that_the_foot_of_the_page_drops_is_found(judge: Judge) -> None:
    """The engine cuts an absolute box at the end of a page that flows, and says nothing."""
    words = "<br>".join(f"line {number}" for number in range(20))
    html = FLOW + f"<p style='position: absolute; top: 60pt'>{words}</p><p>before</p>"
    (found,) = (one for one in judge(html) if one.code == "PRE-201")
    assert "letters of the piece are not in the finished file" in found.message
    assert "line" in found.message


TABLE = (
    FLOW + "<table><thead><tr><th>Medicine</th><th>Dose</th></tr></thead><tbody>"
    + "<tr><td>name</td><td>much</td></tr>" * 15 + "</tbody></table>"
)  # fmt: skip


def test_a_table_head_is_wanted_on_each_page_of_its_table(judge: Judge) -> None:
    assert judge(TABLE) == ()
    found = judge(TABLE, TABLE.replace("table {", "thead { display: table-row-group } table {"))
    assert "the heads of the tables on page 2 say '' and should say 'medicinedose'" in [one.message for one in found]


CONTENTS = FLOW.replace("</style>", "a::after { content: ' ' %s } h2 { break-before: page }</style>") + (
    '<p><a data-generated="page" href="#one">First</a></p><p><a data-generated="page" href="#two">Second</a></p>'
    '<h2 id="one">First</h2><h2 id="two">Second</h2>'
)


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("target-counter(attr(href), page)", set()),
        ("'2'", {"PRE-205"}),
        ("counter(page)", {"PRE-205"}),
        ("''", {"PRE-205"}),
    ],
)
def test_numbers_in_a_contents_list_are_those_of_the_pages(judge: Judge, number: str, codes: set[str]) -> None:
    assert _codes(judge(CONTENTS % number)) == codes


RUNNING = FLOW + '<p class="head">The packet</p><h2>The packet</h2><p>words</p>'


@pytest.mark.parametrize(
    ("style", "codes"),
    [
        ("", set()),
        ("@page { @top-left { content: 'Another piece' } }", {"PRE-205"}),
        ("@page { @bottom-right { content: '7' } }", {"PRE-205"}),
        ("@page { @bottom-right { content: counter(page) ' of 9' } }", {"PRE-205"}),
        ("@page { @bottom-right { content: counter(page) ' of ' counter(pages) } }", set()),
        ("@page { @top-left { color: white } }", {"PRE-203"}),
        ("@page { @top-left { font-size: 0 } }", set()),
    ],
)
def test_a_running_head_is_a_text_of_the_piece(judge: Judge, style: str, codes: set[str]) -> None:
    assert _codes(judge(RUNNING.replace("</style>", style + "</style>"))) == codes


SHEETS = (
    FLOW.replace(
        "</style>",
        "@page form { counter-increment: sheet; @top-left { content: string(head) ', sheet ' %s ' of ' %s } }"
        "@page form:nth(1 of form) { counter-reset: sheet }"
        ".form { page: form; break-before: page } .next { break-before: page }</style>",
    )
    + "<p>first</p>"
    + '<div class="form"><h2 class="head">Form A</h2><p>one</p><p class="next">two</p></div>'
    + '<div class="form"><h2 class="head">Form B</h2><p>one</p><p class="next">two</p></div>'
)


@pytest.mark.parametrize(
    ("number", "count", "pages"),
    [
        ("counter(sheet)", "'2'", []),
        ("'2'", "'2'", [2, 4]),
        ("counter(page)", "'2'", [2, 3, 4, 5]),
        ("counter(sheet)", "'3'", [2, 3, 4, 5]),
    ],
)
def test_a_sheet_of_a_form_says_which_of_how_many_it_is(
    judge: Judge, number: str, count: str, pages: list[int]
) -> None:
    found = judge(SHEETS % (number, count), **{"form.sheet": "sheet", "page.of": "of"})
    assert [(one.code, one.page) for one in found] == [("PRE-205", page) for page in pages]


PROOF = "<div class='sheet'><p>{}</p><p>one</p></div><div class='sheet' style='break-before: page'><p>{}</p><p>two</p></div>"


@pytest.mark.parametrize(
    ("lines", "proof", "pages"),
    [
        (("PROOF", "PROOF"), True, []),
        (("PROOF", "Side"), True, [2]),
        (("Side", "PROOF"), True, [1]),
        (("Side", "Side"), True, [1, 2]),
        (("Side", "Side"), False, []),
        (("Side", "PROOF"), False, [2]),
    ],
)
def test_each_side_of_a_proof_says_so(judge: Judge, lines: tuple[str, str], pages: list[int], *, proof: bool) -> None:
    found = judge(PAGE + PROOF.format(*lines), proof=proof, **{"proof.line": "PROOF"})
    assert [(one.code, one.page) for one in found] == [("PRE-205", page) for page in pages]


PICTURE = '<img src="content/images/leaf.svg" alt="A leaf on water" style="width: 20pt">'


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(PICTURE.replace("A leaf on water", "A leaf"), id="another"),
        pytest.param(PICTURE.replace(' alt="A leaf on water"', ' alt=""'), id="empty"),
        pytest.param("", id="no picture"),
    ],
)
def test_an_alternative_text_that_is_lost_is_found(judge: Judge, printed: str) -> None:
    html = _panels(WORDS + "<p>" + PICTURE + "</p>")
    assert judge(html, tagged=True) == ()
    assert "PRE-206" in _codes(judge(html, html.replace(PICTURE, printed), tagged=True))


def _edited(change: Callable[[bytes], bytes]) -> Tamper:
    """Change every string that the first page draws; the fonts are written with two bytes a glyph."""

    def edit(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        found: list[Any] = []
        instructions: Any = pikepdf.parse_content_stream(page)
        for operands, operator in instructions:
            if str(operator) == "TJ":
                glyphs = b"".join(bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
                operands[0] = pikepdf.Array([pikepdf.String(change(glyphs))])
            found.append((operands, operator))
        page.Contents = file.make_stream(pikepdf.unparse_content_stream(found))

    return edit


def _nothing_mapped(file: pikepdf.Pdf) -> None:
    """Let the file say U+FFFD of every glyph, as broken writers do."""
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            cmap = item.ToUnicode.read_bytes()
            start, _, rest = cmap.partition(b"beginbfchar")
            pairs, _, end = rest.partition(b"endbfchar")
            lines = [line.split()[0] + b" <FFFD>" for line in pairs.splitlines() if line.strip()]
            item.ToUnicode = file.make_stream(start + b"beginbfchar\n" + b"\n".join(lines) + b"\nendbfchar" + end)


@pytest.mark.parametrize("tagged", [False, True], ids=["print", "tagged"])
@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(_edited(lambda glyphs: glyphs[2:] + glyphs[:2]), id="letters turned round"),
        pytest.param(_edited(lambda glyphs: glyphs[:2] * (len(glyphs) // 2)), id="another letter"),
        pytest.param(_edited(lambda glyphs: glyphs[:-2]), id="a letter less"),
        pytest.param(_edited(lambda glyphs: glyphs + glyphs[-2:]), id="a letter more"),
        pytest.param(_edited(lambda _: b""), id="no letters"),
        pytest.param(_nothing_mapped, id="U+FFFD"),
    ],
)
def test_a_file_that_was_changed_after_it_was_written_is_found(judge: Judge, tamper: Tamper, *, tagged: bool) -> None:
    html = _panels(WORDS)
    assert judge(html, tagged=tagged, tamper=_edited(lambda glyphs: glyphs)) == ()
    assert "PRE-201" in _codes(judge(html, tagged=tagged, tamper=tamper))


@pytest.mark.parametrize("tagged", [False, True], ids=["print", "tagged"])
@pytest.mark.parametrize(
    "one",
    [
        pytest.param(WORDS, id="plain"),
        pytest.param("<p style='width: 40pt'>inter&shy;dis&shy;ciplin&shy;ary teams</p>", id="soft hyphens"),
        pytest.param("<p style='width: 40pt; hyphens: auto' lang='en'>interdisciplinary rehabilitation</p>", id="hyphenated"),
        pytest.param("<p>Find the office: offer, waffle, affinity, fjord, flu.</p>", id="ligatures"),
        pytest.param("<p>of\N{LATIN SMALL LIGATURE FI}ce</p>", id="a ligature that was typed"),
        pytest.param("<p style='text-transform: uppercase'>Call us, straße.</p>", id="upper case"),
        pytest.param("<p style='font-variant: small-caps'>Call us.</p>", id="small capitals"),
        pytest.param("<p>In a trial<sup>12</sup> of CO<sub>2</sub>.</p>", id="raised and lowered"),
        pytest.param("<p>CO<b>2</b>. So<sup>a</sup>b.</p>", id="letters of two texts"),
        pytest.param("<p>Call us.<sup style='font-size: 5pt; line-height: 0'>1</sup></p>", id="a raised 1 of 5 pt"),
        pytest.param("<p>Call us<sup style='font-size: 5pt; line-height: 0'>1,2</sup> now.</p>", id="raised 1,2 of 5 pt"),
        pytest.param("<p style='width: 50pt'>ketamine-assisted long-term follow-up care-plan</p>", id="real hyphens"),
        pytest.param("<p style='width: 50pt'>long\N{HYPHEN}term follow\N{NON-BREAKING HYPHEN}up care</p>", id="typed hyphens"),
        pytest.param("<p style='width: 50pt'>https://example.org/a-long/address-of-pages</p>", id="an address"),
        pytest.param("<p style='transform: rotate(90deg); width: 100pt; margin-top: 60pt'>Turned round</p>", id="rotated"),
        pytest.param("<p style='transform: rotate(-7deg); margin-top: 20pt'>Turned a little</p>", id="rotated a little"),
        pytest.param(
            "<svg role='img' viewBox='0 0 100 30' style='width: 100pt; height: 30pt'><title>A drawing</title>"
            "<text x='2' y='20' font-size='10'>In a drawing</text></svg>",
            id="words in a drawing",
        ),
        pytest.param(
            "<svg role='img' viewBox='0 0 100 30' style='width: 100pt; height: 30pt'><title>A drawing</title>"
            "<rect width='100' height='30' fill='#123'/><text x='2' y='20' font-size='10' fill='white'>On dark</text></svg>",
            id="white words in a drawing",
        ),
        pytest.param("<p style='background: #124; color: white'>Call us at any hour.</p>", id="white on dark"),
        pytest.param("<p style='background: #dde8e4'>Call us at any hour.</p>", id="on a tint"),
        pytest.param("<p style='background: linear-gradient(white, #9ab)'>Call us.</p>", id="on a gradient"),
        pytest.param("<p style='color: #767676'>Call us at any hour.</p>", id="the lightest grey that may be read"),
        pytest.param("<p style='opacity: 0.75'>Call us at any hour.</p>", id="a little transparent"),
        pytest.param("<p style='letter-spacing: 2pt'>Call us.</p>", id="spaced"),
        pytest.param("<p style='font-size: 6pt'>Small print, ill, 1, l.</p>", id="small"),
        pytest.param("<p>. , ; : ' \N{EN DASH} \N{EM DASH} · * †</p>", id="points and dashes"),
        pytest.param("<ul><li>one</li><li>two</li></ul><ol><li>three</li></ol>", id="lists"),
        pytest.param("<p>The dose is 0.5 mg/kg; see <b>p.</b> 5 \N{EN DASH} 9, e.g. “this” (½, 2\N{MULTIPLICATION SIGN}).</p>", id="signs"),
        pytest.param("<p>Caf\N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}, mañana</p>", id="accents apart"),
        pytest.param("<p>a\N{NO-BREAK SPACE}b\N{ZERO WIDTH SPACE}c\N{WORD JOINER}d</p>", id="signs nobody sees"),
        pytest.param("<p>yes yes yes</p><p>yes</p><p>yes yes</p>", id="the same words again"),
        pytest.param("<p>one</p><p aria-hidden='true'>2</p><p>three</p>", id="the number of a page, not read out"),
        pytest.param("<p></p>", id="no words"),
        pytest.param(COVER.format("#fc0") + "<p style='position: relative'>Call us at any hour.</p>", id="over a box"),
        pytest.param("<p style='overflow: hidden; height: 16pt'>Call us, gypsy.</p>", id="a clip that takes nothing"),
        pytest.param("<p style='columns: 2; column-gap: 6pt'>first and second and third and fourth</p>", id="columns"),
        pytest.param("<p style='text-align: justify'>Call us at any hour of the day, or of the night.</p>", id="justified"),
        pytest.param("<p dir='ltr'><a href='https://example.org'>A link</a>, underlined</p>", id="a link"),
    ],
)  # fmt: skip
def test_a_near_miss_passes(judge: Judge, one: str, *, tagged: bool) -> None:
    assert [str(finding) for finding in judge(_panels(one), tagged=tagged)] == []
