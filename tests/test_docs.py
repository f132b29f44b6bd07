"""The documents: what they name exists, what the program cites is in them, and what they say of the layout engine is so."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from brochures.engine.typesetter import Typesetter
from brochures.findings import codes
from brochures.load.model.components import Block
from brochures.project.paths import ROOT
from docs import draw_architecture

DOCS = [
    path
    for path in sorted(chain(ROOT.glob("*.md"), (ROOT / "docs").glob("*.md"), (ROOT / "styles").rglob("*.md")))
    if path.name != "CHANGELOG.md"
]
"""What a reader of today is told; the change log tells of yesterday."""

_IN_THE_CODE = re.compile(r"`((?:brochures|tests|templates|styles|content|benchmarks)/[\w./-]+)`((?:, `[\w.-]+`)*)")
_NAME = re.compile(r"`([\w.-]+)`")
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]+)?\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _anchors(document: Path) -> set[str]:
    """Return the anchors that GitHub gives the headings of ``document``."""
    headings = _HEADING.findall(document.read_text(encoding="utf-8"))
    return {"#" + re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCS, ids=_relative)
def test_what_a_document_names_in_the_code_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for path, names in _IN_THE_CODE.findall(text):
        if "NAME" in path:
            continue
        found = ROOT / path
        assert found.exists(), f"{_relative(document)} names {path}"
        for name in _NAME.findall(names):
            word = re.compile(rf"(?<![\w-]){re.escape(name.split('.')[-1])}(?![\w-])")
            is_there = (found.parent / name).exists() or word.search(found.read_text(encoding="utf-8"))
            assert is_there, f"{_relative(document)} names {name} in {path}"


@pytest.mark.parametrize("document", [*DOCS, ROOT / "CHANGELOG.md"], ids=_relative)
def test_every_link_leads_to_a_file_and_to_a_heading_of_it(document: Path) -> None:
    for target, anchor in _LINK.findall(document.read_text(encoding="utf-8")):
        other = (document.parent / target).resolve() if target else document
        assert other.exists(), f"{_relative(document)} leads to {target}"
        assert not anchor or anchor in _anchors(other), f"{_relative(document)} leads to {target}{anchor}"


SOURCES = [
    path
    for folder in ("brochures", "templates", "styles", "content", "tests", "benchmarks", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".html", ".css", ".yaml", ".json", ".md", ".txt", ""} and path.is_file()
]
"""Everything that is written for the program, besides the documents and the command line."""


ELSEWHERE = re.compile(
    r"print[-]production|engine[ ]fact|architecture[:]|issue[ ]of|house[-]style|dossie[r]|experience[.]md"
)
"""How documents were cited that are not in the repository."""


def test_nothing_cites_a_document_that_is_not_in_the_repository() -> None:
    for path in [ROOT / "build.py", ROOT / "Makefile", *SOURCES, *DOCS]:
        found = ELSEWHERE.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{_relative(path)}: {found}"


def test_every_heading_of_a_document_that_the_program_cites_exists() -> None:
    cited = re.compile(r"docs/([\w-]+\.md), ([A-Z][^\n]*)")
    headings: dict[str, list[str]] = {}
    for path in [ROOT / "build.py", *SOURCES]:
        for name, rest in cited.findall(path.read_text(encoding="utf-8")):
            if name not in headings:
                headings[name] = _HEADING.findall((ROOT / "docs" / name).read_text(encoding="utf-8"))
            assert any(rest.startswith(heading) for heading in headings[name]), f"{_relative(path)}: {name}, {rest}"
    assert headings


def _rows(document: Path, heading: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the tables below ``heading``."""
    below = document.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    for line in re.findall(r"^\| (.+) \|$", below, re.MULTILINE):
        if not line.startswith("---"):
            yield line.split(" | ")


UNKNOWN = [
    css
    for row in _rows(ROOT / "docs" / "designers.md", "CSS that the engine does not know")
    for css in re.findall(r"`([^`]+)`", row[0])
]


@pytest.mark.parametrize("css", UNKNOWN)
def test_the_engine_does_not_know_the_css_that_designers_are_warned_of(typesetter: Typesetter, css: str) -> None:
    style = css if css.startswith("@") else f"p {{ {css} }}"
    html = f'<html lang="en"><meta charset="utf-8"><title>t</title><style>{style}</style><p>word</p></html>'
    _, said = typesetter.set(html, "screen", tagged=False)
    assert {one.finding.code for one in said} == {codes.IGNORED_STYLE.name}


def test_the_list_of_unknown_css_is_read() -> None:
    assert len(UNKNOWN) > 40


def test_the_table_of_the_styles_leads_to_what_it_promises() -> None:
    table = (ROOT / "styles" / "README.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in re.findall(r"^\| (.+) \|$", table, re.MULTILINE)][1:]
    assert len(rows) > 20
    for _, files, words in rows:
        paths = [ROOT / "styles" / name for name in re.findall(r"`([\w./-]+)`", files) if "NAME" not in name]
        assert all(path.exists() for path in paths), files
        texts = "".join(path.read_text(encoding="utf-8") for path in paths if path.suffix == ".css")
        for word in re.findall(r"`([^`]+)`", words.partition(";")[0]):
            assert word in texts or "NAME" in files, word


def test_the_pictures_of_the_architecture_are_of_today() -> None:
    rooms, arrows = draw_architecture.rooms_and_arrows()
    stale = "run 'make docs'"
    drawn = {
        "architecture.svg": draw_architecture.picture(rooms, arrows),
        "uses.svg": draw_architecture.table(rooms, arrows),
    }
    for name, picture in drawn.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == picture, f"docs/{name} is out of date: {stale}"


def test_rooms_and_arrows_are_few_and_no_arrow_leads_upwards() -> None:
    rooms, arrows = draw_architecture.rooms_and_arrows()
    assert len(rooms) <= 26
    assert len(arrows) <= 130
    assert all(rooms.index(used) < rooms.index(user) for used, user in arrows)


def test_an_arrow_is_left_out_of_the_picture_only_where_others_lead_the_same_way() -> None:
    arrows = {("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")}
    assert draw_architecture.needed(arrows) == [("a", "b"), ("a", "d"), ("b", "c")]


def test_the_table_of_stages_has_each_stage_in_its_order() -> None:
    rows = _rows(ROOT / "docs" / "architecture.md", "Stages")
    stages = [row[0] for row in rows][1:]
    assert stages == [f"{number} `{stage}`" for number, stage in enumerate(draw_architecture.STAGES, 1)]


def test_every_component_is_named_for_designers() -> None:
    named = (
        (ROOT / "docs" / "designers.md").read_text(encoding="utf-8").partition("## Components")[2].partition("\n## ")[0]
    )
    assert {component for component in Block.model_fields if f"`{component}`" not in named} == set()


def _names_of_the_program() -> set[str]:
    """Return the names of all packages, modules, functions, classes and values, and of the project's own folders and files."""
    names = {path.name.partition(".")[0] for path in ROOT.iterdir()} | {"build.py"}
    for path in (ROOT / "brochures").rglob("*.py"):
        names |= {path.stem, path.parent.name}
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for node in tree:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return names


def test_the_head_of_a_package_names_only_what_there_is() -> None:
    known = _names_of_the_program()
    for path in sorted((ROOT / "brochures").rglob("__init__.py")):
        head = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        for word in re.findall(r"``(\w+)(?:\(\))?``", head):
            assert word in known, f"{_relative(path)} tells of {word}"
