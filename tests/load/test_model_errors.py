"""What a model refuses, in the words of the person who writes the YAML: each finding whole."""

from __future__ import annotations

import pytest

from brochures.project.paths import ROOT
from tests.miniature import Miniature

PACK, FOLD, PROGRAM = "packets/pack.yaml", "brochures/fold.yaml", "program.yaml"
LIST, KEYS = "a list (lines that begin with '- ')", "keys with values"
Told = tuple[str, str, str, str]


def _found(mini: Miniature, file: str) -> list[Told]:
    return [
        (one.code, f"{one.place.line}:{one.place.column}", one.message, one.help)
        for one in mini.load().findings
        if one.place.file == file
    ]


def _told(mini: Miniature, file: str, old: str, new: str) -> list[Told]:
    mini.replace(f"content/{file}", old, new)
    return _found(mini, f"content/{file}")


CASES = [
    pytest.param(PROGRAM, "  program.call:\n", "  program_call:\n", [("LOD-204", "10:3", "'program_call': 'program_call' is not a name: use lower-case letters and digits joined by '-' or '.'", "rename it, here and wherever it is used")], id="a name"),
    pytest.param(FOLD, "version: {number: 1.0, date: 2026-01-02}", "version: {number: 1.0, date: 2.1.2026}", [("LOD-204", "9:30", "'date': '2.1.2026' is not a date: write it as 2026-11-23", "write the date as year-month-day")], id="a date"),
    pytest.param(FOLD, "version: {number: 1.0, date: 2026-01-02}", "version: {number: 1.0, date: 2026-02-30}", [("LOD-204", "9:30", "'date': '2026-02-30' is not a day of the calendar (day is out of range for month)", "correct the day or the month")], id="a day"),
    pytest.param(FOLD, "title: A folded piece", "title: ''", [("LOD-204", "2:8", "'title': the text is empty", "write the text, or remove the key")], id="an empty text"),
    pytest.param(FOLD, "title: A folded piece", "title:", [("LOD-203", "2:1", "'title' should be a text, but it is nothing", "make it a text")], id="nothing"),
    pytest.param(FOLD, "editions: [screen, desk]", "editions: screen", [("LOD-203", "8:11", f"'editions' should be {LIST}, but it is a text", f"make it {LIST}")], id="no list"),
    pytest.param(FOLD, "version: {number: 1.0, date: 2026-01-02}", "version: [1]", [("LOD-203", "9:10", f"'version' should be {KEYS}, but it is a list", f"make it {KEYS}")], id="no keys"),
    pytest.param(FOLD, "title: A folded piece", "title: {a: b}", [("LOD-203", "2:8", f"'title' should be a text, but it is {KEYS}", "make it a text")], id="keys"),
    pytest.param(FOLD, "title: A folded piece", "title:\n  Note: a piece", [("LOD-203", "3:3", "'title' should be a text, but the colon behind 'Note' makes a key of that", 'put quotation marks around the whole text: "Note: a piece"')], id="a colon"),
    pytest.param(FOLD, "title: A folded piece", "title:\n  These:", [("LOD-203", "3:3", "'title' should be a text, but the colon behind 'These' makes a key of that", 'put quotation marks around the whole text: "These:"')], id="a colon at the end"),
    pytest.param(FOLD, "title: A folded piece", "title: {clinic:name}", [("LOD-203", "2:8", "'title' should be a text, but what stands between the braces is read as a key", 'put quotation marks around the whole text: "{clinic:name}"')], id="braces"),
    pytest.param(PROGRAM, "      en: Call us at", "      en: {clinic:name}\n      es: Call us at", [("LOD-203", "13:11", "'en' should be a text, but what stands between the braces is read as a key", 'put quotation marks around the whole text: "{clinic:name}"')], id="braces where a text or keys may stand"),
    pytest.param(FOLD, "title: A folded piece", "title: A folded piece\n<<: {title: x}", [("LOD-201", "3:1", "unknown key '<<'", "write the keys out: '<<' takes none over from elsewhere here")], id="a merge of keys"),
    pytest.param(FOLD, "title: A folded piece", "title:\n  a: {b: c}", [("LOD-203", "3:3", f"'title' should be a text, but it is {KEYS}", "make it a text")], id="keys below"),
    pytest.param(FOLD, "version: {number: 1.0, date: 2026-01-02}", "version:\n  number:1.0", [("LOD-203", "10:3", f"'version' should be {KEYS}, but there is no blank behind the colon of 'number'", "write 'number: 1.0'")], id="no blank"),
    pytest.param(FOLD, "editions: [screen, desk]", "editions: []", [("LOD-204", "8:11", "'editions' should have at least 1, it has 0", "write at least 1")], id="too few"),
    pytest.param(FOLD, "editions: [screen, desk]", "editions: [scren]", [("LOD-204", "8:12", "'scren' is not one of screen, desk, press, web, large, fax", "did you mean 'screen'?")], id="no edition"),
    pytest.param(FOLD, "    - statement: program.call\n", "    - steps: {items: [a, a, a, a, a, a, a, a]}\n", [("LOD-204", "21:22", "'items' should have at most 7, it has 8", "write at most 7")], id="too many"),
    pytest.param(FOLD, "    - statement: program.call\n", "    - statement: program.call\n      lead: x\n", [("LOD-204", "21:7", "'item 2': a block has exactly one key, this one has 2", "give each block its own '- '")], id="two keys"),
    pytest.param(FOLD, "    - statement: program.call\n", "    - headng: x\n", [("LOD-201", "21:7", "unknown key 'headng'", "did you mean 'heading'?")], id="an unknown block"),
    pytest.param(FOLD, "    - statement: program.call\n", "    - qr: {title: T, sorce: a}\n", [("LOD-201", "21:22", "unknown key 'sorce'", "did you mean 'source'?")], id="an unknown key of a block"),
    pytest.param(FOLD, "subject: What a folded piece is\n", "", [("LOD-202", "2:1", "the key 'subject' is missing", "add 'subject:' here")], id="a missing key"),
    pytest.param("studies.yaml", "    kind: trial\n", "", [("LOD-202", "4:5", "the key 'kind' is missing", "add 'kind:' here")], id="a missing kind"),
    pytest.param("studies.yaml", "kind: trial", "kind: trail", [("LOD-204", "4:5", "'trail' is not one of trial, review, article", "did you mean 'trial'?")], id="no kind"),
    pytest.param("studies.yaml", "      volume: 1\n", "      volumes: 1\n", [("LOD-201", "13:7", "unknown key 'volumes'", "did you mean 'volume'?")], id="a key of a citation"),
    pytest.param("studies.yaml", "        rates:\n", "        ratez:\n", [("LOD-201", "31:9", "unknown key 'ratez'", "did you mean 'rates'?")], id="a key of an outcome"),
    pytest.param("sources.yaml", "    for: danger to life", "    fro: danger to life", [("LOD-202", "15:5", "the key 'for' is missing", "add 'for:' here"), ("LOD-201", "17:5", "unknown key 'fro'", "did you mean 'for'?")], id="a key with another name"),
    pytest.param("studies.yaml", "n: 40", "n: 0", [("LOD-204", "19:8", "'n' should be 1 or more, but it is 0", "write 1 or more")], id="a number"),
    pytest.param(PROGRAM, "      en: We offer care in the daytime.", "      en: {lead: Care, items: [a, '']}", [("LOD-204", "6:35", "'item 2': the text is empty", "write the text, or remove the key")], id="a point"),
    pytest.param(PROGRAM, "      en: We offer care in the daytime.", "      en: {lead: Care, itmes: [a, b]}", [("LOD-202", "6:11", "the key 'items' is missing", "add 'items:' here"), ("LOD-201", "6:24", "unknown key 'itmes'", "did you mean 'items'?")], id="a key of points"),
    pytest.param(PROGRAM, "statements:\n", "statement:\n", [("LOD-202", "2:1", "the key 'statements' is missing", "add 'statements:' here"), ("LOD-201", "2:1", "unknown key 'statement'", "did you mean 'statements'?")], id="the first key"),
    pytest.param("clinic.yaml", "phone: 847-555-0200", "office: {back_offset: {long_edge: {up: 7mm}}}", [("LOD-204", "3:40", "'up': '7mm' is more than 6 mm: no calibration sheet shows that much", "measure again with './build.py calibrate'; if it stays so, let a technician see to the printer")], id="an offset that is too far"),
    pytest.param("clinic.yaml", "phone: 847-555-0200", "office: {back_offset: {long_edge: {up: '7'}}}", [("LOD-204", "3:40", "'up': '7' is not an offset: write 1mm, -0.5mm or 0.02in", "write a number with mm or in behind it, and a minus before it for left or down")], id="an offset without a unit"),
    pytest.param("clinic.yaml", "phone: 847-555-0200", "office: {paper_thickness: 1in}", [("LOD-204", "3:27", "'paper_thickness': '1in' is not how thick a sheet of paper is: 20 lb bond has 0.004in", "write what the pack of paper says, in inches or mm")], id="thick paper"),
    pytest.param("images/images.yaml", "images:\n", "- images:\n", [("LOD-203", "2:1", f"'content/images/images.yaml' should be {KEYS}, but it is a list", f"make it {KEYS}")], id="a whole file"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "told"), CASES)
def test_a_mistake_is_told_whole(mini: Miniature, file: str, old: str, new: str, told: list[Told]) -> None:
    assert _told(mini, file, old, new) == told


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        (" gutter: 0.25in,", " gutter: 0.24in,", "make the gutter at least twice as wide as the bleed"),
        ("{sheet: 8.5in x 11in,", "{sheet: 8.5in,", "write the width, an x between two spaces, and the height"),
    ],
)
def test_a_sheet_that_cannot_be_cut_is_told_with_its_mend(mini: Miniature, old: str, new: str, mend: str) -> None:
    printers = (ROOT / "content" / "printers.yaml").read_text(encoding="utf-8")
    assert printers.count(old) == 1
    mini.write("content/printers.yaml", printers.replace(old, new))
    assert [(code, mended) for code, _, _, mended in _found(mini, "content/printers.yaml")] == [("LOD-204", mend)]
