"""Everything that a piece prints, in the order in which it is read, each text with its role, its readers and its place."""

from __future__ import annotations

import random

import pytest

from brochures.findings import Place
from brochures.load.catalogue import Catalogue
from brochures.load.model.base import StatementName
from brochures.load.model.statements import Audience
from brochures.load.normal_form import composed
from brochures.resolve.inline_text import Call, ClinicFact, Plain
from brochures.resolve.job import Job, Passage, Role
from brochures.resolve.lookup import NameLookup, NamePlace
from brochures.resolve.passages import offsets, printed, written_at
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature
from tests.resolve.test_lookup import FORMS, NOTES, SPECIMEN

PACK = "content/packets/pack.yaml"
AFTER = "      - statement: program.outpatient\n"


def _job(mini: Miniature, slug: str = "pack") -> Job:
    catalogue = mini.load()
    assert catalogue.findings == ()
    return resolve(mini.project, catalogue, slug)


def _short(passage: Passage) -> tuple[str, str, str]:
    place = str(passage.writing.place(0)).removeprefix("content/").replace(".yaml", "")
    return str(passage.role), place, printed(passage.words)


def test_a_brochure_is_read_from_its_title_to_its_last_panel(mini: Miniature) -> None:
    passages = _job(mini, "fold").passages
    assert [_short(one) for one in passages] == [
        ("title", "brochures/fold:2:8", "A folded piece"),
        ("title", "brochures/fold:3:10", "What a folded piece is"),
        ("piece", "brochures/fold:13:16", "Front"),
        ("statement", "ketamine:6:11", "Ketamine is not approved for addiction. Using it this way is called “off-label”."),
        ("piece", "brochures/fold:16:16", "Inside left"),
        ("statement", "program:6:11", "We offer care in the daytime."),
        ("picture", "images/images:5:15", "A leaf"),
        ("piece", "brochures/fold:20:16", "Flap"),
        ("statement", "program:13:11", "Call us at 847-555-0200, or 911."),
        ("piece", "brochures/fold:23:16", "Inside middle"),
        ("statement", "ketamine:15:15", "You may feel"),
        ("statement", "ketamine:17:13", "far away"),
        ("statement", "ketamine:18:13", "dizzy"),
        ("piece", "brochures/fold:26:16", "Inside right"),
        ("statement", "program:6:11", "We offer care in the daytime."),
        ("piece", "brochures/fold:29:16", "Back"),
        ("piece", "brochures/fold:30:24", "Sources"),
    ]  # fmt: skip
    assert [one.continues for one in passages].index(True) == 10
    assert sum(one.continues for one in passages) == 1
    assert {str(one.audience) for one in passages} == {"patient"}


def test_each_passage_knows_its_section_its_block_and_its_thing(mini: Miniature) -> None:
    found = [(one.section, one.block, one.component, one.name) for one in _job(mini, "fold").passages]
    assert found[:4] == [
        (-1, -1, "", ""),
        (-1, -1, "", ""),
        (0, 0, "heading", ""),
        (0, 1, "statement", "ketamine.off-label"),
    ]
    assert found[6] == (1, 2, "picture", "leaf")
    assert found[-1] == (5, 1, "sources", "")


def test_a_packet_is_read_part_by_part_for_the_readers_of_each(mini: Miniature) -> None:
    mini.write("content/labels.yaml", "labels: {page: {en: Page}}\n")
    mini.replace(
        "content/studies.yaml",
        "    limits: [Small.]\n",
        "    limits: [Small.]\n    plain: {en: 'In {study:mini-trial:n} people.'}\n",
    )
    passages = _job(mini).passages
    assert [_short(one) for one in passages[:8]] == [
        ("title", "packets/pack:2:8", "A packet"),
        ("title", "packets/pack:3:10", "What a packet is"),
        ("title", "packets/pack:11:7", "What is in it."),
        ("title", "packets/pack:14:12", "Facts"),
        ("statement", "ketamine:20:11", "In 40 people, odds ratio 0.80."),
        ("statement", "program:8:11", "Outpatient program."),
        ("title", "packets/pack:19:12", "Reading form"),
        ("piece", "brochures/fold:13:16", "Front"),
    ]
    assert [_short(one) for one in passages[-5:]] == [
        ("piece", "packets/pack:24:29", "References"),
        ("piece", "packets/pack:25:21", "The trial"),
        ("piece", "packets/pack:26:21", "The clinic"),
        ("plain line", "studies:35:18", "In 40 people."),
        ("label", "labels:1:21", "Page"),
    ]
    readers = [(str(one.role), str(one.audience), one.name) for one in passages]
    assert readers[4] == ("statement", "clinician", "ketamine.effects")
    assert readers[7] == ("piece", "patient", "")
    assert readers[-2:] == [("plain line", "patient", "mini-trial"), ("label", "clinician", "page")]


BLOCKS = [
    pytest.param(
        "notes: {title: Notes, section: Home}",
        [("piece", "packets/pack:18:24", "Notes")], id="notes",
    ),
    pytest.param(
        "unverified: {title: Unseen}",
        [("piece", "packets/pack:18:29", "Unseen")], id="unverified",
    ),
    pytest.param(
        "watch: {title: Unseen}",
        [("piece", "packets/pack:18:24", "Unseen")], id="watch",
    ),
    pytest.param(
        "crisis: {title: Help, lines: [emergency-911]}",
        [
            ("piece", "packets/pack:18:25", "Help"),
            ("help line", "sources:15:11", "Emergency"),
            ("help line", "sources:16:11", "911"),
            ("help line", "sources:17:10", "danger to life"),
        ], id="help line",
    ),
    pytest.param(
        "contact: {facts: [phone, fax]}",
        [("clinic fact", "clinic:3:8", "847-555-0200")], id="facts of the clinic",
    ),
    pytest.param(
        "specimen: [key-message]",
        [("statement", "program:13:11", "Call us at 847-555-0200, or 911."), ("piece", "specimens/key-message:5:14", "A heading")], id="specimen",
    ),
    pytest.param(
        "form: referral",
        [
            ("form", "forms:3:12", "A referral"),
            ("form", "forms:4:12", "Fill it in."),
            ("form", "forms:5:17", "Ask the clinic."),
            ("form", "forms:8:16", "The patient"),
            ("form", "forms:9:15", "Call 911."),
            ("form", "forms:10:26", "Name"),
            ("form", "forms:10:50", "In full"),
            ("form", "forms:10:78", "Sex"),
            ("form", "forms:10:107", "a"),
            ("form", "forms:10:110", "b"),
            ("form", "forms:10:124", "Other"),
            ("form", "forms:11:17", "The end"),
            ("form", "forms:11:32", "Thank you."),
        ], id="form",
    ),
    pytest.param(
        "study_table: {caption: Trials, studies: [mini-trial]}",
        [
            ("piece", "packets/pack:18:32", "Trials"),
            ("study", "studies:17:13", "Randomised"),
            ("study", "studies:18:17", "Adults"),
            ("study", "studies:24:17", "placebo"),
            ("study", "studies:25:16", "4 weeks"),
            ("study", "studies:23:26", "ketamine"),
            ("study", "studies:23:42", "0.5 mg/kg"),
            ("study", "studies:23:60", "IV"),
            ("study", "studies:23:75", "1"),
            ("study", "studies:23:87", "talk"),
            ("study", "studies:21:16", "ketamine"),
            ("study", "studies:22:16", "placebo"),
            ("study", "studies:28:18", "relapse"),
            ("study", "studies:29:21", "ketamine against placebo"),
            ("study", "studies:32:19", "ketamine"),
            ("study", "studies:34:14", "Small."),
        ], id="record of a study",
    ),
    pytest.param(
        "forest_plot: {title: A plot, studies: [mini-trial]}",
        [
            ("piece", "packets/pack:18:30", "A plot"),
            ("study", "studies:28:18", "relapse"),
            ("study", "studies:29:21", "ketamine against placebo"),
        ], id="plot",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), BLOCKS)
def test_every_text_of_a_block_is_read_in_its_order(
    mini: Miniature, block: str, expected: list[tuple[str, str, str]]
) -> None:
    mini.write("content/forms.yaml", FORMS)
    mini.write("content/editorial-notes.yaml", NOTES)
    mini.write("content/specimens/key-message.yaml", SPECIMEN)
    if "forest" in block:
        mini.replace("content/studies.yaml", "direction: no", "better: lower\n        direction: no")
    mini.replace(PACK, AFTER, f"{AFTER}      - {block}\n")
    found = [one for one in _job(mini).passages if (one.section, one.block) == (0, 2)]
    assert [_short(one) for one in found] == expected
    if "specimen" in block:
        assert [(str(one.audience), one.component) for one in found] == [
            ("patient", "key_message"),
            ("patient", "heading"),
        ]
    if "form:" in block:
        assert {one.name for one in found} == {"referral"}


def _passage(mini: Miniature) -> Passage:
    mini.replace(
        "content/program.yaml",
        "Call us at {clinic:phone}, or {call:emergency-911}.",
        "Call {clinic:phone} or {call:emergency-911} now.",
    )
    return next(one for one in _job(mini, "fold").passages if one.name == "program.call")


@pytest.mark.parametrize(
    ("offset", "column"),
    [
        pytest.param(0, 11, id="the first letter"),
        pytest.param(4, 15, id="the last before a reference"),
        pytest.param(5, 16, id="the first of a reference"),
        pytest.param(16, 16, id="the last of a reference"),
        pytest.param(17, 30, id="the first after it"),
        pytest.param(21, 34, id="the second reference"),
        pytest.param(24, 54, id="after the second reference"),
        pytest.param(28, 58, id="the last letter"),
    ],
)
def test_a_character_that_is_printed_is_written_where_its_reference_begins(
    mini: Miniature, offset: int, column: int
) -> None:
    passage = _passage(mini)
    assert printed(passage.words) == "Call 847-555-0200 or 911 now."
    assert written_at(passage, offset) == Place("content/program.yaml", 13, column)


def test_runs_are_counted_in_what_is_printed_and_in_what_is_written(mini: Miniature) -> None:
    assert [(shown, written) for _, shown, written in offsets(_passage(mini))] == [
        (0, 0),
        (5, 5),
        (17, 19),
        (21, 23),
        (24, 43),
    ]


def test_a_fact_that_is_missing_prints_nothing() -> None:
    assert printed((Plain("Call "), ClinicFact("phone", None, Place()), Plain("."))) == "Call ."


CLINIC = """name: Riverwoods Behavioral Health of the North Shore and the Lakes
legal_name: 'O''Brien & Søn Behavioral Health Partners, LLC'
phone: 847-555-0200
intake_contact: >-
  The desk, and behind it
  a line that is folded
hours: "\\tOpen \\u00e9very day\\tfrom 9"
website: https://example.org/a-long-way-to-a-page-that-is-deep
"""
FACTS = ("name", "legal_name", "phone", "intake_contact", "hours", "website", "tty")
"""The last one is missing."""

REFERENCES = (*(f"{{clinic:{fact}}}" for fact in FACTS), "{call:emergency-911}", "{study:mini-trial:n}")
WORDS = ("a", "word", "it's", "naïve", "“so”", "e\u0301t\u00e9", "x—y", "100", "and", "(or", "not)", "ŵ", '"q"')


def _folded(chance: random.Random, text: str, indent: str) -> str:
    """Return ``text`` with some of its spaces outside of references as line ends."""
    return "".join(f"\n{indent}" if sign == " " and chance.random() < 0.3 else sign for sign in text)


def _double_quoted(chance: random.Random, text: str) -> str:
    """Return ``text`` with escapes of every width."""
    signs = []
    for sign in text.replace("\t", " "):
        escapes = [f"\\U{ord(sign):08x}", f"\\u{ord(sign):04x}", *([f"\\x{ord(sign):02x}"] if ord(sign) < 256 else [])]
        plain = {'"': '\\"', "\t": "\\t"}.get(sign, sign)
        signs.append(plain if sign in "{}" or chance.random() < 0.8 else chance.choice(escapes))
        if sign == " " and chance.random() < 0.2:
            signs.append("\\\n          \\t" if chance.random() < 0.5 else "\\t")
    return "".join(signs)


def _as_yaml(chance: random.Random, style: str, text: str) -> str:
    match style:
        case "single":
            return "'" + _folded(chance, text.replace("'", "''"), "        ") + "'"
        case "double":
            return f'"{_double_quoted(chance, text)}"'
        case "literal":
            return "|\n        " + _folded(chance, text, "        ")
        case "folded":
            return ">-\n        " + _folded(chance, text, "        ")
    return _folded(chance, text, "        ")


def _written_statement(chance: random.Random, style: str) -> str:
    parts = [chance.choice(REFERENCES if chance.random() < 0.5 else WORDS) for _ in range(chance.randint(1, 12))]
    joints = ["" if chance.random() < 0.3 else " " for _ in parts]
    text = "".join(part + joint for part, joint in zip(parts, joints, strict=True)).strip()
    return _as_yaml(chance, style, text if style in {"single", "double"} else f"w{text}")


def _of_statement(mini: Miniature, catalogue: Catalogue, name: str) -> Passage:
    entry = catalogue.shelf("statement")[name]
    found = NameLookup(mini.project, catalogue).thing(StatementName(name), NamePlace(entry, Audience.PATIENT, "en", ()))
    writing = entry.manuscript.writing((*entry.route, "patient", "en"))
    return Passage(Role.STATEMENT, found.wording.lead, writing, Audience.PATIENT)


def _sign_at(mini: Miniature, place: Place) -> str:
    """Return the line of the file from ``place`` on, in composed letters, as texts are read."""
    line = (mini.root / place.file).read_text(encoding="utf-8").split("\n")[place.line - 1]
    return composed(line[place.column - 1 :])


def test_every_letter_is_found_whatever_the_references_before_it_print(mini: Miniature) -> None:
    chance = random.Random(20261129)  # noqa: S311 not a secret: the same texts in every run
    styles = ("plain", "single", "double", "literal", "folded")
    statements = {f"program.s{number}": _written_statement(chance, styles[number % 5]) for number in range(60)}
    mini.write("content/clinic.yaml", CLINIC)
    mini.append(
        "content/program.yaml",
        "".join(f"  {name}:\n    kind: program\n    patient:\n      en: {text}\n" for name, text in statements.items()),
    )
    catalogue = mini.load()
    assert catalogue.findings == ()
    for name in statements:
        _check_every_letter(mini, _of_statement(mini, catalogue, name))


def _check_every_letter(mini: Miniature, passage: Passage) -> None:
    text = printed(passage.words)
    for run, shown, _ in offsets(passage):
        length = len(printed((run,)))
        for offset in range(shown, shown + length):
            alone = written_at(passage, offset, offset + 1)
            around = written_at(passage, offset, shown + length + 1)
            assert around == written_at(passage, offset)
            if text[offset].isspace():
                continue
            at = _sign_at(mini, around)
            if isinstance(run, Plain):
                assert alone == around
                assert at.startswith((text[offset], "\\", "''"))
            else:
                assert around.file == "content/program.yaml"
                assert at.startswith("{")
                own = isinstance(run, ClinicFact | Call)
                assert (alone != around) is own
                assert not own or _sign_at(mini, alone).startswith((text[offset], "\\", "''"))
