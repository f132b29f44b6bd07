"""What staff might type into the real content: each wrong word is caught where it stands, with a mend that needs no programmer.

A case appends a sentence to the wording of a statement, in whatever style it is written, or changes one line of it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from brochures.editorial import editorial, let_pass, unprinted
from brochures.findings import BrochureError, Finding
from brochures.load.catalogue import load
from brochures.load.yaml_source import read
from brochures.project.paths import ROOT, Project
from brochures.resolve.editorial_rules import waivers
from brochures.resolve.ticket import resolve
from brochures.resolve.unprinted import unprinted_words
from tests.real import DAY

pytestmark = pytest.mark.slow

KETAMINE, PROGRAM = "content/ketamine.yaml", "content/program.yaml"


@dataclass(frozen=True)
class Desk:
    """A copy of the project's content, and one file of it that may be edited."""

    root: Path

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def findings(self, *pieces: str) -> list[Finding]:
        """Return what loading finds, and the gate in ``pieces`` (none: all) and, of all, in the words that none prints."""
        project = Project.open(self.root, today=DAY)
        catalogue = load(project)
        found, jobs = list(catalogue.findings), []
        for slug in pieces or project.slugs():
            try:
                jobs.append(resolve(project, catalogue, slug))
            except BrochureError as wrong:
                found += wrong.findings
        found += (one for job in jobs for one in editorial(job, DAY))
        if pieces:
            return list(let_pass(found, waivers(catalogue), DAY))
        left, lost = unprinted_words(project, catalogue, jobs)
        return list(let_pass([*found, *lost, *unprinted(left)], waivers(catalogue), DAY))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("staff") / "project"
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, root / name)
    return Desk(root)


@pytest.fixture
def edited(desk: Desk) -> Iterator[Callable[[str, str], None]]:
    """Write a new text of a file, and the old one when the test is over."""
    before: dict[str, str] = {}

    def edit(file: str, text: str) -> None:
        before.setdefault(file, desk.read(file))
        (desk.root / file).write_text(text, encoding="utf-8")

    yield edit
    for file, text in before.items():
        (desk.root / file).write_text(text, encoding="utf-8")


def _with_sentence(desk: Desk, file: str, name: str, sentence: str, style: str) -> str:
    """Return the file with ``sentence`` at the end of what the statement says to patients, its wording written in ``style``."""
    manuscript, _ = read(desk.root / file, file)
    route = ("statements", name, "patient")
    words = manuscript.writing((*route, "en")).text
    spot = manuscript.spots[route]
    lines = manuscript.text.split("\n")
    last = spot.end[0] - (spot.end[1] == 0 or not lines[spot.end[0]][: spot.end[1]].strip())
    quoted = f"{words} {sentence}".replace("\\", "\\\\").replace('"', '\\"')
    written = {
        "folded": f"      en: >-\n        {words}\n        {sentence}",
        "literal": f"      en: |-\n        {words}\n        {sentence}",
        "double": f'      en: "{quoted}"',
        "double on two lines": f'      en: "{quoted[: -len(sentence)].rstrip()}\n        {quoted[-len(sentence) :]}"',
        "single": "      en: '" + f"{words} {sentence}".replace("'", "''") + "'",
        "list": f'      en:\n        lead: "{words}"\n        items:\n          - one thing\n          - "{sentence}"',
    }
    if style == "flow":
        lines[spot.key[0] : last + 1] = [f'    patient: {{en: "{quoted}"}}']
    else:
        lines[spot.key[0] + 1 : last + 1] = written[style].split("\n")
    return "\n".join(lines)


def _place(text: str, name: str, needle: str, after: str = "") -> tuple[int, int]:
    start = text.index(f"\n  {name}:\n")
    at = text.index(needle, max(text.find(after, start), text.find(after.replace("'", "''"), start)))
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


Case = tuple[str, str, str, str, str, str, str]

WRONG: list[Case] = [
    (KETAMINE, "ketamine.off-label", "folded", "In one trial 48% stayed sober.", "48%", "EDT-201", "reference to the study's record"),
    (KETAMINE, "ketamine.history", "literal", "About 5 of 10 stayed sober.", "5 of 10", "EDT-201", "reference to the study's record"),
    (KETAMINE, "ketamine.not-on-label", "double", "It is a proven drug.", "proven", "EDT-301", "say what was tested and found"),
    (KETAMINE, "ketamine.esketamine", "single", "It's safe.", "safe", "EDT-301", "name the risks"),
    (KETAMINE, "ketamine.dissociative", "flow", "It cures addiction.", "cures", "EDT-301", "write 'treat'"),
    (KETAMINE, "ketamine.forms", "double on two lines", "It is a real breakthrough.", "breakthrough", "EDT-301", "leave it out"),
    (KETAMINE, "ketamine.routes", "list", "it rewires the brain", "rewires", "EDT-301", "scientists think"),
    (KETAMINE, "ketamine.street-name", "folded", "It has no side effects.", "no side effects", "EDT-301", "print what may happen"),
    (KETAMINE, "ketamine.schedule", "double", "Ketamine is FDA-approved for depression.", "Ketamine is FDA-approved", "EDT-301", "off-label"),
    (PROGRAM, "addiction.causes", "folded", "We have the best team.", "best", "EDT-302", "leave it out"),
    (PROGRAM, "addiction.as-other-illness", "single", "We do more than other programs.", "than other programs", "EDT-302", "leave other programs out"),
    (PROGRAM, "addiction.brain-changes", "double", "You will recover.", "You will recover", "EDT-302", "write what may happen"),
    (PROGRAM, "addiction.together-care", "flow", "We guarantee it.", "guarantee", "EDT-302", "write what may happen"),
    (PROGRAM, "addiction.withdrawal", "literal", "Our plan is life-changing.", "life-changing", "EDT-302", "write what may happen"),
    (PROGRAM, "addiction.mood", "folded", "Addicts can recover.", "Addicts", "EDT-303", "person with an addiction"),
    (PROGRAM, "addiction.withdrawal-mental", "double", "Get clean with us.", "Get clean", "EDT-303", "in recovery"),
    (PROGRAM, "addiction.follow-up", "flow", "Drug abuse can stop.", "Drug abuse", "EDT-303", "use"),
    (PROGRAM, "program.offer", "list", "alcoholics are welcome", "alcoholics", "EDT-303", "alcohol use disorder"),
    (PROGRAM, "program.model", "folded", "Call 1-800-555-0199.", "1-800-555-0199", "EDT-305", "{call:NAME}"),
    (PROGRAM, "program.body", "literal", "Call 989 at any hour.", "989", "EDT-305", "{clinic:phone}"),
    (PROGRAM, "program.mind", "double", "Call 1-800-662-4358.", "1-800-662-4358", "EDT-305", "{call:NAME}"),
    (KETAMINE, "ketamine.outside-medicine", "folded", "1 in 5 people feel nothing.", "1 in 5", "EDT-203", "about 48 of 100"),
    (KETAMINE, "ketamine.ikap", "double", "One in five people feel nothing.", "One in five", "EDT-203", "about 48 of 100"),
    (KETAMINE, "ketamine.therapy-around", "literal", "They were twice as likely to stop.", "twice as likely", "EDT-206", "tell both chances"),
    (KETAMINE, "ketamine.amount", "flow", "It cut the risk by half.", "cut the risk by half", "EDT-206", "tell both chances"),
    (KETAMINE, "ketamine.glutamate", "folded", "The dose is 0.5 mg/kg.", "0.5 mg/kg", "EDT-207", "leave the dose out"),
    (KETAMINE, "ketamine.front-brain", "single", "You get 35 mg.", "35 mg", "EDT-207", "leave the dose out"),
    (KETAMINE, "ketamine.connections", "double", "Ask about MBRP.", "MBRP", "EDT-506", "write the words in full"),
    (PROGRAM, "program.therapies", "folded", "TODO: ask the clinic.", "TODO", "EDT-304", "write them, or take it out"),
    (PROGRAM, "program.practice", "flow", "Lorem ipsum.", "Lorem", "EDT-304", "write them, or take it out"),
    (KETAMINE, "evidence.cocaine", "folded", "They were sober on 162 of 180 days.", "162 of 180", "EDT-202", "leave it out"),
    (KETAMINE, "evidence.kare", "double", "Eighty-six percent were sober.", "Eighty-six", "EDT-202", "leave it out"),
    (KETAMINE, "ketamine.brain-change", "folded", "You can come to us on any day of the week and at any time of the day that you like to and we will see you soon.", "You can come", "EDT-503", "make two sentences of it"),
]  # fmt: skip
"""File, statement, style, sentence, the wrong words, the code of what is said of them, and a part of the mend; each statement once."""


@pytest.fixture(scope="module")
def all_wrong(desk: Desk) -> tuple[Mapping[str, str], list[Finding]]:
    """Write every wrong sentence at once, since the gate reads the whole project in one run; and take them out again."""
    before = {file: desk.read(file) for file in (KETAMINE, PROGRAM)}
    for file, name, style, sentence, *_ in WRONG:
        (desk.root / file).write_text(_with_sentence(desk, file, name, sentence, style), encoding="utf-8")
    after = {file: desk.read(file) for file in before}
    findings = desk.findings()
    for file, text in before.items():
        (desk.root / file).write_text(text, encoding="utf-8")
    return after, findings


@pytest.mark.parametrize("case", WRONG, ids=[" ".join(case[2:4]) for case in WRONG])
def test_a_wrong_word_is_caught_at_its_line_and_column(
    all_wrong: tuple[Mapping[str, str], list[Finding]], case: Case
) -> None:
    file, name, _, sentence, needle, code, mend = case
    texts, findings = all_wrong
    line, column = _place(texts[file], name, needle, after=sentence)
    found = [one for one in findings if one.code == code and one.place.file == file]
    assert (line, column) in {(one.place.line, one.place.column) for one in found}, found
    assert mend in next(one.help for one in found if one.place.line == line)


CHANGED: list[Case] = [
    (KETAMINE, "ketamine.off-label", r"    sources:\n(?:      [^\n]*\n)+", "", "EDT-101", "ketamine.off-label", "add 'sources:'"),
    (KETAMINE, "ketamine.off-label", "- id: ketalar-label", "- id: ketalar-labl", "RES-101", "id: ketalar-labl", "did you mean 'ketalar-label'?"),
    (KETAMINE, "ketamine.street-name", "- id: [a-z0-9-]+", "- id: webmd-ketamine-addiction", "EDT-102", "id: webmd-ketamine-addiction", "add a source that was read"),
    (PROGRAM, "notice.suicide", r"\{call:lifeline-988\}", "{call:lifeline-989}", "RES-103", "{call:lifeline-989", "lifeline-988"),
    (KETAMINE, "ketamine.off-label", "    sources:", "    sorces:", "LOD-201", "sorces", "did you mean 'sources'?"),
    (KETAMINE, "ketamine.off-label", r"Giving it for addiction is “off-label.”", "Ask us about it.", "EDT-406", "Ketamine is an anesthetic", "say it, with words such as 'off-label'"),
    (KETAMINE, "evidence.limits", r"      - id: grabski-2022-kare\n(?:        [^\n]*\n)+", "", "EDT-105", "{study:grabski", "add 'grabski-2022-kare' to its sources"),
    (PROGRAM, "program.offer", "kind: program", "kind: fact", "EDT-101", "program.offer", "add 'sources:'"),
]  # fmt: skip
"""File, statement, what is there, what is written in its place, the code of what is said, the words that it is said of, a part of the mend."""


@pytest.mark.parametrize("case", CHANGED, ids=[f"{case[1]} {case[4]}" for case in CHANGED])
def test_a_wrong_line_is_caught_too(desk: Desk, edited: Callable[[str, str], None], case: Case) -> None:
    file, name, old, new, code, needle, mend = case
    before, key, after = desk.read(file).partition(f"\n  {name}:\n")
    changed, count = re.subn(old, new, after, count=1)
    assert count, f"'{name}' has no longer '{old}'"
    text = before + key + changed
    edited(file, text)
    line = _place(text, name, needle)[0] if needle != name else before.count("\n") + 2
    found = [one for one in desk.findings() if one.code == code and (one.place.file, one.place.line) == (file, line)]
    assert found
    assert mend in found[0].help


@pytest.mark.parametrize(
    ("piece", "line", "part"),
    [
        ("content/brochures/program-trifold.yaml", r"    - statement: ketamine.off-label(?:-short)?\n", "the FDA has not approved"),
        ("content/brochures/program-trifold.yaml", r"    - crisis:\n        lines: [^\n]+\n", "in a crisis"),
        ("content/brochures/program-trifold.yaml", r"    - statement: evidence.unknown\n", "what is not known"),
        ("content/brochures/program-trifold.yaml", r"        statements: \[risk.who-not, risk.not-now, risk.not-whole-list\]\n", "who should not have it"),
        ("content/brochures/program-trifold.yaml", r"        disclaimer: notice.not-advice\n", "not medical advice"),
    ],
)  # fmt: skip
def test_a_part_that_is_taken_out_is_missed(
    desk: Desk, edited: Callable[[str, str], None], piece: str, line: str, part: str
) -> None:
    text, count = re.subn(
        line, "        statements: [ketamine.history]\n" if "statements" in line else "", desk.read(piece)
    )
    assert count == (2 if "-short" in line else 1), (
        "the brochure is laid out in another way; write the line as it is now"
    )
    if "disclaimer" in line:
        text = text.replace("    - version:\n", "    - version: {}\n")
    edited(piece, text)
    (found,) = [one for one in desk.findings("program-trifold") if one.code == "EDT-401"]
    assert part in found.message
    assert found.place.file == piece
    assert found.help.startswith(("print a statement marked 'part: ", "add a block '"))


def test_what_the_cover_must_say_comes_too_late_where_only_a_later_panel_says_it(
    desk: Desk, edited: Callable[[str, str], None]
) -> None:
    piece = "content/brochures/program-trifold.yaml"
    text, count = re.subn(r"    - statement: ketamine.off-label-short\n", "", desk.read(piece))
    assert count == 1
    edited(piece, text)
    (found,) = [one for one in desk.findings("program-trifold") if one.code.startswith("EDT-4")]
    assert found.code == "EDT-402"
    assert found.is_error
    assert "does not say that the FDA has not approved this use before 'inside-middle'" in found.message


def test_untouched_it_is_clean(desk: Desk) -> None:
    assert [one for one in desk.findings() if one.is_error] == []
