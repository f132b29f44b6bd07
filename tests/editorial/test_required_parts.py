"""What the documents of the project must say."""

from __future__ import annotations

import re

import pytest

from brochures.load.catalogue import load
from brochures.project.paths import ROOT, Project, component_key
from tests.editorial.gate import found
from tests.miniature import LABEL_SOURCES, Miniature

RULES = load(Project.open(ROOT))
SMALLER = re.compile(r"font(?:-size)?: (?:var\(--note-size\)|[0-9.]+em|[0-9]pt)")


def test_every_document_type_of_a_piece_is_declared() -> None:
    types = {entry.thing.document for entry in RULES.pieces.values()}
    assert types <= set(RULES.shelf("document"))


def test_every_part_that_is_needed_is_one_and_can_be_said() -> None:
    parts = RULES.shelf("part")
    marked = {entry.thing.part for entry in RULES.shelf("statement").values()}
    for entry in RULES.shelf("document").values():
        for need in (*entry.thing.always, *(need for needs in entry.thing.naming.values() for need in needs)):
            assert need.part in parts
            assert need.beside is None or need.beside in parts
            assert need.part in marked or parts[need.part].thing.component


def test_patients_are_told_status_risks_limits_and_exclusions_wherever_ketamine_is_named() -> None:
    for name in ("trifold", "booklet", "packet"):
        rule = RULES.shelf("document")[name].thing
        assert {need.part for need in rule.always} == {"crisis", "not-advice", "interpreter", "version"}
        assert {need.part for need in rule.naming["cost"]} == {"cost-estimate"}
        assert {need.part for need in rule.naming["ketamine"]} == {"off-label", "risks", "unknown", "who-not"}
    assert RULES.shelf("document")["card"].thing.only


def test_risks_may_stand_in_no_component_that_is_set_smaller() -> None:
    components = {entry.thing.component for entry in RULES.shelf("part").values()} - {None}
    (risks,) = [need for need in RULES.shelf("document")["trifold"].thing.naming["ketamine"] if need.part == "risks"]
    for path in (ROOT / "styles" / "components").glob("*.css"):
        first_rule = path.read_text(encoding="utf-8").split("}")[0]
        template = ROOT / "templates" / "components" / f"{path.stem}.html"
        if template.exists() and SMALLER.search(first_rule) and path.stem not in {"proof", "notes"}:
            component = component_key(path.stem)
            assert component in risks.not_in or component in components, component


def test_risks_that_are_far_from_the_benefits_are_told_at_the_benefits(mini: Miniature) -> None:
    mini.replace("content/house/parts.yaml", "fold: {}", "fold: {always: [{part: risks, beside: benefits}]}")
    mini.replace("content/ketamine.yaml", LABEL_SOURCES, f"{LABEL_SOURCES}\n    part: benefits")
    mini.replace("content/program.yaml", "kind: advice", "kind: advice\n    part: risks")
    (one,) = [finding for finding in found(mini) if finding.code == "EDT-402"]
    assert str(one.place) == "content/ketamine.yaml:3:3"
    assert "what good it may do, and not beside it what harm it may do" in one.message
    mini.replace("content/brochures/fold.yaml", "    - statement: program.call", "    - heading: Moved")
    mini.replace("content/brochures/fold.yaml", "    - heading: Inside left", "    - statement: program.call")
    assert [finding.code for finding in found(mini)] == []


def test_a_crisis_box_needs_all_its_lines(mini: Miniature) -> None:
    mini.replace(
        "content/house/parts.yaml",
        "documents:",
        "  crisis: {says: whom to call, component: crisis, lines: [emergency-911, other-line]}\ndocuments:",
    )
    mini.replace("content/house/parts.yaml", "pack: {}", "pack: {always: [{part: crisis}]}")
    mini.append(
        "content/sources.yaml",
        "  other-line:\n    name: Other\n    call: 988\n    for: a crisis\n    cite: {type: webpage, title: The 988 line}\n    verification: primary\n",
    )
    mini.replace(
        "content/packets/pack.yaml",
        "      - statement: program.outpatient",
        "      - crisis: {title: Help, lines: [emergency-911]}",
    )
    (one,) = found(mini, "pack")
    assert (one.code, one.help) == ("EDT-401", "add a block 'crisis:' with the lines emergency-911, other-line")
    mini.replace("content/packets/pack.yaml", "lines: [emergency-911]", "lines: [other-line, emergency-911]")
    (one,) = found(mini, "pack")
    assert (one.code, one.help) == ("EDT-408", "write the lines in the order emergency-911, other-line")
    mini.replace(
        "content/packets/pack.yaml", "lines: [other-line, emergency-911]", "lines: [emergency-911, other-line]"
    )
    assert found(mini, "pack") == ()


def test_a_mark_that_no_part_has_is_told(mini: Miniature) -> None:
    mini.replace("content/ketamine.yaml", LABEL_SOURCES, f"{LABEL_SOURCES}\n    part: of-label")
    (one,) = [finding for finding in mini.check("fold") if finding.is_error]
    assert (one.code, str(one.place), one.help) == (
        "RES-101",
        "content/ketamine.yaml:10:11",
        "did you mean 'off-label'?",
    )


@pytest.mark.parametrize(("fact", "told"), [("website", 0), ("phone", 1)])
def test_a_block_says_a_part_only_with_all_its_facts(mini: Miniature, fact: str, told: int) -> None:
    file = "content/house/parts.yaml"
    mini.replace(file, "\nparts:\n", f"\nparts:\n  reach: {{says: how to reach us, component: qr, facts: [{fact}]}}\n")
    mini.replace(file, "  pack: {}\n", "  pack: {always: [{part: reach}]}\n")
    found = [one for one in mini.check("pack") if one.message == "the piece does not say how to reach us"]
    assert len(found) == told
    assert all(one.help == "add a block 'qr:' with the facts phone" for one in found)


@pytest.mark.parametrize("in_front", [True, False])
def test_what_stands_on_the_front_of_a_packet_is_none_of_its_first_parts(mini: Miniature, *, in_front: bool) -> None:
    mini.replace("content/house/parts.yaml", "pack: {}", "pack: {always: [{part: off-label, within: 1}]}")
    mini.replace("content/program.yaml", "kind: advice", "kind: advice\n    part: off-label")
    if in_front:
        mini.replace("content/packets/pack.yaml", "    title: Facts\n", "    title: Facts\n    on_front: true\n")
    told = [finding.message for finding in found(mini, "pack") if finding.code == "EDT-402"]
    assert len(told) == (0 if in_front else 1), told
