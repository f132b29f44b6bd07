from __future__ import annotations

import pytest

from tests.miniature import LABEL_SOURCES, Miniature, codes_of, errors_of


def test_the_miniature_project_has_no_mistake(mini: Miniature) -> None:
    catalogue = mini.load()
    assert catalogue.findings == ()
    assert list(catalogue.pieces) == ["fold", "pack"]
    assert set(catalogue.shelf("statement")) == {
        "ketamine.off-label",
        "ketamine.effects",
        "program.outpatient",
        "program.call",
    }


def test_every_mistake_in_every_file_is_told_in_one_run(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "phon: 1\nname: again\n")
    mini.replace("content/sources.yaml", "verification: primary", "verification: sure")
    mini.replace("content/studies.yaml", "n: 40", "n: forty")
    mini.replace("content/ketamine.yaml", LABEL_SOURCES, "sources: mini-label")
    mini.write("content/program.yaml", b"statements: \xff")
    mini.write("content/forms.yaml", "")
    mini.replace("content/brochures/fold.yaml", "date: 2026-01-02}\n# signed", "date: 2026-02-30}\n# signed")
    mini.replace("content/packets/pack.yaml", "title: A packet\n", "")
    found = {(finding.place.file.removeprefix("content/"), finding.code) for finding in mini.load().findings}
    assert found == {
        ("clinic.yaml", "LOD-201"),
        ("clinic.yaml", "LOD-104"),
        ("sources.yaml", "LOD-204"),
        ("studies.yaml", "LOD-204"),
        ("ketamine.yaml", "LOD-203"),
        ("program.yaml", "LOD-102"),
        ("forms.yaml", "LOD-106"),
        ("brochures/fold.yaml", "LOD-204"),
        ("packets/pack.yaml", "LOD-202"),
    }


def test_a_file_with_mistakes_makes_no_other_file_wrong(mini: Miniature) -> None:
    for file in ("sources", "studies", "ketamine", "program"):
        mini.append(f"content/{file}.yaml", "extra: x\n")
    mini.append("content/images/images.yaml", "extra: x\n")
    assert codes_of(mini.check()) == ["LOD-201"] * 5


@pytest.mark.parametrize("file", ["clinic", "sources", "studies", "ketamine", "program", "images/images"])
def test_a_file_that_cannot_be_read_is_the_only_thing_told(mini: Miniature, file: str) -> None:
    mini.write(f"content/{file}.yaml", "a: [")
    assert codes_of(mini.check()) == ["LOD-103"]


def test_a_bad_statement_hides_no_statement_of_the_same_file(mini: Miniature) -> None:
    mini.append("content/program.yaml", "  program.bad: {kind: rumour}\n")
    mini.replace("content/brochures/fold.yaml", "statement: program.call", "statement: program.cal")
    assert [(found.code, found.place.file) for found in mini.check("fold")] == [
        ("RES-101", "content/brochures/fold.yaml"),
        ("LOD-204", "content/program.yaml"),
    ]


def test_labels_with_mistakes_do_not_make_templates_wrong(mini: Miniature) -> None:
    mini.write("content/labels.yaml", "labels: {a: {en: ''}}\n")
    mini.replace("templates/documents/pack.html", "<h1>", "{{ label('a') }}<h1>")
    assert codes_of(mini.check()) == ["LOD-204"]


def test_a_piece_with_mistakes_leaves_the_others_alone(mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "title: A packet\n", "titel: A packet\n")
    report = mini.build()
    assert sorted(errors_of(report.findings)) == ["LOD-201", "LOD-202"]
    assert [one.name for one in report.published] == ["screen", "desk", "desk-instructions"]


def test_a_packet_that_reads_a_brochure_with_mistakes_only_waits_for_it(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "title: A folded piece", "titel: A folded piece")
    assert {(found.code, found.place.file) for found in mini.check()} == {
        ("LOD-201", "content/brochures/fold.yaml"),
        ("LOD-202", "content/brochures/fold.yaml"),
    }


def test_one_slug_in_both_folders_is_one_name_for_two_things(mini: Miniature) -> None:
    text = (mini.root / "content/packets/pack.yaml").read_text(encoding="utf-8")
    mini.write("content/packets/fold.yaml", text)
    assert mini.mistakes() == [
        (
            "LOD-205",
            "content/packets/fold.yaml:2:1",
            "the name 'fold' is given a second time; the first is at content/brochures/fold.yaml:2:1",
        )
    ]


def test_a_study_and_a_source_are_cited_alike_and_need_two_names(mini: Miniature) -> None:
    mini.replace("content/sources.yaml", "  mini-label:\n", "  mini-trial:\n")
    catalogue = mini.load()
    told = [(one.code, str(one.place), one.message, one.help) for one in catalogue.findings]
    assert told == [
        (
            "LOD-205",
            "content/sources.yaml:3:3",
            "the name 'mini-trial' is given a second time; the first is at content/studies.yaml:3:3",
            "give one of the two another name",
        )
    ]
    assert ("study", "mini-trial") in catalogue.spoiled
    assert ("source", "mini-trial") in catalogue.spoiled
    assert "mini-trial" not in catalogue.shelf("study")
    assert "mini-trial" not in catalogue.shelf("source")


def test_of_two_things_with_one_name_neither_is_used(mini: Miniature) -> None:
    mini.append("content/ketamine.yaml", "  program.call: {kind: advice, patient: {en: Call.}}\n")
    text = (mini.root / "content/packets/pack.yaml").read_text(encoding="utf-8")
    mini.write("content/packets/fold.yaml", text)
    catalogue = mini.load()
    assert codes_of(catalogue.findings) == ["LOD-205"] * 2
    assert "program.call" not in catalogue.shelf("statement")
    assert list(catalogue.pieces) == ["pack"]
    assert ("statement", "program.call") in catalogue.spoiled
    assert ("piece", "fold") in catalogue.spoiled
    assert ("piece", "pack") not in catalogue.spoiled
    assert catalogue.spoiled.holds("piece")
    assert not catalogue.spoiled.holds("form")


SPOILED = [
    pytest.param("clinic.yaml", "name: x\nnam: y\n", {("clinic fact", "phone")}, {("source", "a")}, id="clinic"),
    pytest.param("program.yaml", "statements: {a.b: {kind: x}}\n", {("statement", "a.b")}, {("statement", "c")}, id="statements"),
    pytest.param("studies.yaml", "studies: {a: {kind: x}}\n", {("study", "a"), ("source", "a")}, {("study", "c")}, id="studies"),
    pytest.param("studies.yaml", "a: [", {("study", "any"), ("source", "any")}, {("statement", "c")}, id="studies unread"),
    pytest.param("sources.yaml", "sources: {a: 1}\nhelplines: {b: 1}\n", {("source", "a"), ("help line", "b")}, {("study", "a")}, id="sources"),
    pytest.param("sources.yaml", "[a]", set(), {("source", "a")}, id="a list"),
    pytest.param("clinic.yaml", "a: [", {("clinic fact", "any")}, {("source", "a")}, id="clinic unread"),
    pytest.param("specimens/sign.yaml", "a: [", {("specimen", "sign")}, {("specimen", "other")}, id="specimen"),
    pytest.param("brochures/fold.yaml", "a: [", {("piece", "fold")}, {("piece", "pack")}, id="piece"),
    pytest.param("labels.yaml", "labels: {a: 1}\n", {("label", "a")}, {("label", "b")}, id="labels"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "spoiled", "sound"), SPOILED)
def test_what_a_file_with_mistakes_may_hold_is_remembered(
    mini: Miniature, file: str, text: str, spoiled: set[tuple[str, str]], sound: set[tuple[str, str]]
) -> None:
    mini.write(f"content/{file}", text)
    catalogue = mini.load()
    assert catalogue.findings
    assert all(one in catalogue.spoiled for one in spoiled)
    assert not any(one in catalogue.spoiled for one in sound)


def test_things_are_found_at_their_places(mini: Miniature) -> None:
    entry = mini.load().shelf("statement")["program.call"]
    assert str(entry.place()) == "content/program.yaml:11:5"
    assert str(entry.place("patient", "en")) == "content/program.yaml:13:11"
    assert str(entry.place_in(46, "patient", "en")) == "content/program.yaml:13:57"
    assert mini.load().shelf("nothing") == {}


COMMANDS = (
    "approve", "build", "calibrate", "check", "clean", "diff", "doctor", "explain", "fax", "handoff", "help", "impose", "list", "new", "notes",
    "outline", "packets", "preview", "proof", "read-form", "reviews", "schema", "sent", "stale", "text", "where",
)  # fmt: skip


@pytest.mark.parametrize("slug", [*COMMANDS, "Two Words", "under_score", "-dash"])
def test_a_slug_that_cannot_be_typed_is_refused(mini: Miniature, slug: str) -> None:
    text = (mini.root / "content/packets/pack.yaml").read_text(encoding="utf-8")
    mini.write(f"content/packets/{slug}.yaml", text)
    assert [(one.code, str(one.place), one.message, one.help) for one in mini.load().findings] == [
        (
            "LOD-204",
            f"content/packets/{slug}.yaml",
            f"'{slug}' cannot be the name of a piece: use lower-case letters and digits joined by '-', and no command's name",
            "rename the file",
        )
    ]


@pytest.mark.parametrize("slug", ["con", "aux", "nul.fold", "prn", "com1", "lpt9", "a" * 61])
def test_a_slug_of_which_some_system_makes_no_file_is_refused(mini: Miniature, slug: str) -> None:
    text = (mini.root / "content/packets/pack.yaml").read_text(encoding="utf-8")
    mini.write(f"content/packets/{slug}.yaml", text)
    ((code, place, message),) = mini.mistakes()
    assert (code, place) == ("LOD-204", f"content/packets/{slug}.yaml")
    device = "Windows keeps it for a device, and makes no file or folder of it"
    long = "it has 61 letters, and with more than 60 paths in out/ grow too long for some systems"
    assert message == f"'{slug}' cannot be the name of a piece: {long if len(slug) > 60 else device}"


@pytest.mark.parametrize("slug", ["console", "com", "com10", "nulls", "a" * 60])
def test_a_slug_that_only_looks_like_one_passes(mini: Miniature, slug: str) -> None:
    text = (mini.root / "content/packets/pack.yaml").read_text(encoding="utf-8")
    mini.write(f"content/packets/{slug}.yaml", text)
    assert mini.mistakes() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(
            "program.yaml",
            "      en: We offer care in the daytime.",
            "      en: [We, offer]",
            [("LOD-203", 6, 11, "'en' should be a text or keys with values, but it is a list")],
            id="neither form of a wording",
        ),
        pytest.param(
            "program.yaml",
            "      en: We offer care in the daytime.",
            "      en: {lead: Care, itmes: [a, b]}",
            [("LOD-201", 6, 24, "unknown key 'itmes'"), ("LOD-202", 6, 11, "the key 'items' is missing")],
            id="the points of a wording misspelt",
        ),
        pytest.param(
            "program.yaml",
            "      en: We offer care in the daytime.",
            "      en: {lead: Care, items: [a]}",
            [("LOD-204", 6, 31, "'items' should have at least 2, it has 1")],
            id="one point alone",
        ),
        pytest.param(
            "program.yaml",
            "      en: We offer care in the daytime.",
            "      english: We offer care in the daytime.",
            [("LOD-204", 6, 7, "'english'")],
            id="a language that is none",
        ),
        pytest.param(
            "studies.yaml",
            "    kind: trial\n",
            "",
            [("LOD-202", 4, 5, "the key 'kind' is missing")],
            id="a study of no kind",
        ),
        pytest.param(
            "studies.yaml",
            "kind: trial",
            "kind: trail",
            [("LOD-204", 4, 5, "'trail' is not one of trial, review")],
            id="a study of another kind",
        ),
        pytest.param(
            "studies.yaml",
            "n: 40",
            "n: [40]",
            [("LOD-204", 19, 8, "'n'")],
            id="a number that is a list",
        ),
        pytest.param(
            "studies.yaml",
            "value: 0.80",
            "value: 3.80",
            [("LOD-204", 30, 17, "low, value and high are not in order")],
            id="a value outside its interval",
        ),
        pytest.param(
            "studies.yaml",
            "{arm: ketamine, count",
            "{arm: ketamin, count",
            [("LOD-204", 4, 5, "no arm is called 'ketamin'")],
            id="an arm that is none",
        ),
        pytest.param(
            "packets/pack.yaml",
            "      - statement: ketamine.effects",
            "      - statement: ketamine.effects\n        heading: And more",
            [("LOD-204", 16, 9, "a block has exactly one key, this one has 2")],
            id="two blocks in one",
        ),
        pytest.param(
            "packets/pack.yaml",
            "      - statement: ketamine.effects",
            "      - statement:",
            [("LOD-204", 16, 9, "the block 'statement' is empty")],
            id="a block of nothing",
        ),
        pytest.param(
            "packets/pack.yaml",
            "      - statement: ketamine.effects",
            "      - heading: [a]",
            [("LOD-203", 16, 18, "'heading' should be a text, but it is a list")],
            id="a heading that is a list",
        ),
        pytest.param(
            "packets/pack.yaml",
            "    reading: fold",
            "    reading: fold\n    blocks: [{heading: x}]",
            [("LOD-204", 18, 5, "a part has either 'blocks', 'reading', 'facsimile' or 'pdf'")],
            id="a part of two kinds",
        ),
        pytest.param(
            "packets/pack.yaml",
            "id: facts",
            "id: reading",
            [("LOD-204", 2, 1, "two parts have the id 'reading'")],
            id="two parts with one id",
        ),
        pytest.param(
            "packets/pack.yaml",
            "editions: [screen]",
            "editions: [wall]",
            [("LOD-204", 8, 12, "'wall' is not one of screen, desk, press")],
            id="an edition that is none",
        ),
        pytest.param(
            "packets/pack.yaml",
            "audience: clinician",
            "audience: clincian",
            [("LOD-204", 6, 11, "'clincian' is not one of patient, clinician")],
            id="readers who are none",
        ),
        pytest.param(
            "brochures/fold.yaml",
            "date: 2026-01-02",
            "date: 3 Feb 2027",
            [("LOD-204", 9, 30, "'3 Feb 2027' is not a date")],
            id="a date in words",
        ),
        pytest.param(
            "images/images.yaml",
            "leaf.svg",
            "../leaf.svg",
            [("LOD-204", 4, 11, "'file'")],
            id="an image outside its folder",
        ),
    ],
)
def test_a_mistake_is_told_once_at_its_place_in_plain_words(
    mini: Miniature, file: str, old: str, new: str, expected: list[tuple[str, int, int, str]]
) -> None:
    mini.replace(f"content/{file}", old, new)
    findings = mini.load().findings
    assert len(findings) == len(expected), [finding.message for finding in findings]
    for finding, (code, line, column, words) in zip(sorted(findings, key=lambda one: one.code), expected, strict=True):
        assert (finding.code, finding.place.line, finding.place.column) == (code, line, column)
        assert words in finding.message
        assert finding.help
        for technical in ("tuple", "function-after", "constrained", "discriminator", "None", "NoneType"):
            assert technical not in finding.message


@pytest.mark.parametrize(
    ("file", "old", "new", "hint"),
    [
        ("clinic.yaml", "website:", "web_site:", "did you mean 'website'?"),
        ("sources.yaml", "    for:", "    fro:", "did you mean 'for'?"),
        ("studies.yaml", "    comparator:", "    comparater:", "did you mean 'comparator'?"),
        ("brochures/fold.yaml", "    - heading: Front", "    - headin: Front", "did you mean 'heading'?"),
        ("packets/pack.yaml", "lead: What", "leed: What", "did you mean 'lead'?"),
        ("images/images.yaml", "rights:", "xyz:", "known here: alt, file, rights"),
    ],
)
def test_an_unknown_key_is_told_with_what_was_probably_meant(
    mini: Miniature, file: str, old: str, new: str, hint: str
) -> None:
    mini.replace(f"content/{file}", old, new)
    assert [found.help for found in mini.load().findings if found.code == "LOD-201"] == [hint]


def test_an_edition_that_stands_twice_is_refused_at_its_place(mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "editions: [screen]", "editions: [screen, screen]")
    found = mini.load().findings
    assert codes_of(found) == ["LOD-204"]
    assert "twice" in found[0].message


def test_a_lone_brace_is_a_reference_that_was_not_finished(mini: Miniature) -> None:
    mini.replace("content/program.yaml", "{call:emergency-911}", "{call:emergency-911")
    assert set(errors_of(mini.check())) == {"RES-103"}
