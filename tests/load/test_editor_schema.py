"""What an editor is told: the schema files are current, every content file names its own, and each file obeys it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from brochures.load.catalogue import PIECES, SHELF, SPECIMENS
from brochures.load.editor_schema import SCHEMAS, schema_texts
from brochures.load.model.specimens import Specimen
from brochures.project.paths import HOUSE
from tests.miniature import SHOP, Miniature

HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)")
CONTENT = sorted(path.relative_to(HOUSE).as_posix() for path in (HOUSE / "content").rglob("*.yaml"))
MINIATURE = sorted(path.relative_to(HOUSE).as_posix() for path in (SHOP / "content").rglob("*.yaml"))


def _schema_name(file: str) -> str:
    """Return the schema that the file at ``file`` (below a root) must name."""
    name = file.rpartition("content/")[2]
    model = SHELF.get(name) or {**PIECES, SPECIMENS: Specimen}[name.split("/", maxsplit=1)[0]]
    return next(f"{schema}.schema.json" for schema, its in SCHEMAS.items() if its is model)


def _as_an_editor_reads(text: str) -> Any:
    """Return the data of ``text`` with YAML's own types; JSON has no dates, so an editor leaves those as text."""

    class Editor(yaml.CSafeLoader):
        """PyYAML's safe loader, dates left alone."""

    Editor.yaml_implicit_resolvers = {
        sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Editor)  # noqa: S506 a safe loader


def _mistakes(file: str, text: str) -> list[str]:
    schema = json.loads(schema_texts()[_schema_name(file)])
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(_as_an_editor_reads(text))]


def test_the_schema_files_are_those_of_the_models() -> None:
    folder = HOUSE / "content" / ".schema"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schema_texts(), (
        "write them with: ./build.py schema"
    )


def test_every_schema_is_one() -> None:
    for text in schema_texts().values():
        jsonschema.Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("file", CONTENT)
def test_every_content_file_names_its_schema_by_a_path_that_exists(file: str) -> None:
    header = HEADER.fullmatch((HOUSE / file).read_text(encoding="utf-8").splitlines()[0])
    assert header
    named = (HOUSE / file).parent / header[1]
    assert named.resolve() == HOUSE / "content" / ".schema" / _schema_name(file)


@pytest.mark.parametrize("file", MINIATURE)
def test_every_file_of_the_miniature_shop_names_the_schema_it_would_have(file: str) -> None:
    # The miniature shop ships no schema files: `build.py schema --root` writes them, and one copy is enough to keep current.
    header = HEADER.fullmatch((HOUSE / file).read_text(encoding="utf-8").splitlines()[0])
    assert header
    named = Path(file).parent / header[1]
    assert (HOUSE / named).resolve() == SHOP / "content" / ".schema" / _schema_name(file)


@pytest.mark.parametrize("file", [*CONTENT, *MINIATURE])
def test_every_content_file_obeys_its_schema_as_an_editor_reads_it(file: str) -> None:
    assert _mistakes(file, (HOUSE / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/clinic.yaml", "name: 911\nhours: 18:30\nfax: 0123\ntty: 3.10\nemail: no\nphone: 1e3\n"),
        ("content/program.yaml", "statements: {a: {kind: advice, patient: {en: 988}}}"),
        ("content/sources.yaml", "sources: {}\nhelplines: {a: {name: 1, call: 911, for: no, verification: primary}}"),
    ],
)
def test_an_editor_lets_pass_what_the_loader_reads_as_text(mini: Miniature, file: str, text: str) -> None:
    assert _mistakes(file, text) == []
    mini.write(file, text)
    assert [found for found in mini.load().findings if found.place.file == file] == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/clinic.yaml", "nme: Riverwoods\n"),
        ("content/clinic.yaml", "name: [Riverwoods]\n"),
        ("content/program.yaml", "statements: {a: {kind: rumour}}"),
        ("content/program.yaml", "statements: {a: {kind: advice, patient: {english: Hello}}}"),
        ("content/packets/pack.yaml", "title: A packet\n"),
    ],
)
def test_an_editor_and_the_loader_refuse_alike(mini: Miniature, file: str, text: str) -> None:
    assert _mistakes(file, text)
    mini.write(file, text)
    assert [found for found in mini.load().findings if found.place.file == file]
