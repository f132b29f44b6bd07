"""What an editor is told: the schema files are current, every content file names its own, and each file obeys it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource

from brochures.load.content_files import FOLDERS, SHELF
from brochures.load.editor_schema import SCHEMAS, _any_scalar, schema_texts
from brochures.project.paths import ROOT
from tests.miniature import SHOP, Miniature

HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)")
CONTENT = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.yaml"))
MINIATURE = sorted(path.relative_to(ROOT).as_posix() for path in (SHOP / "content").rglob("*.yaml"))


def _schema_name(file: str) -> str:
    """Return the schema that the file at ``file`` (below a root) must name."""
    name = file.rpartition("content/")[2]
    model = SHELF.get(name) or FOLDERS[name.split("/", maxsplit=1)[0]]
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


FOLDER = ROOT / "content" / ".schema"
SCHEMA_FILES = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.iterdir())}
AS_THEY_LIE = Registry().with_resources(
    [((FOLDER / name).as_uri(), Resource.from_contents(schema)) for name, schema in SCHEMA_FILES.items()]
)
"""The schema files, each at its own address, and nothing else: what is not among them is not found."""


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$ref": (FOLDER / schema).as_uri()}, registry=AS_THEY_LIE)


def _errors(file: str, text: str) -> list[jsonschema.ValidationError]:
    return list(_validator(_schema_name(file)).iter_errors(_as_an_editor_reads(text)))


def _mistakes(file: str, text: str) -> list[str]:
    return [error.message for error in _errors(file, text)]


def test_the_schema_files_are_those_of_the_models() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == schema_texts(), (
        "write them with: ./build.py schema"
    )


def test_every_schema_is_one() -> None:
    for text in schema_texts().values():
        jsonschema.Draft202012Validator.check_schema(json.loads(text))


def _whole(node: Any, file: str, files: Mapping[str, Any]) -> Any:
    """Return ``node`` of the schema ``file``, one of ``files``, with what it refers to in the place of each reference, and no definitions."""
    if isinstance(node, list):
        return [_whole(item, file, files) for item in node]
    if not isinstance(node, dict):
        return node
    rest = {key: _whole(value, file, files) for key, value in node.items() if key not in {"$ref", "$defs", "$schema"}}
    if "$ref" not in node:
        return rest
    home, _, key = node["$ref"].partition("#/$defs/")
    home = home or file
    return {**_whole(files[home]["$defs"][key], home, files), **rest}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_files_together_say_what_the_model_says(name: str) -> None:
    head = f"{name}.schema.json"
    alone = _any_scalar(SCHEMAS[name].model_json_schema(by_alias=True), "shared.schema.json#/$defs/")
    assert _whole(SCHEMA_FILES[head], head, SCHEMA_FILES) == _whole(alone, head, {**SCHEMA_FILES, head: alone})


def test_a_definition_is_written_once() -> None:
    held = [json.dumps(part) for schema in SCHEMA_FILES.values() for part in schema.get("$defs", {}).values()]
    assert len(held) == len(set(held))


def test_the_schemas_are_short_enough_to_be_read() -> None:
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in FOLDER.iterdir()) < 8_000


def test_no_schema_leads_out_of_its_folder() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.iterdir()]
    files = {name for text in texts for name in re.findall(r'"\$ref": "([^#"]+)#', text)}
    assert files == {"blocks.schema.json", "shared.schema.json"}


@pytest.mark.parametrize("file", CONTENT)
def test_every_content_file_names_its_schema_by_a_path_that_exists(file: str) -> None:
    header = HEADER.fullmatch((ROOT / file).read_text(encoding="utf-8").splitlines()[0])
    assert header
    named = (ROOT / file).parent / header[1]
    assert named.resolve() == ROOT / "content" / ".schema" / _schema_name(file)


@pytest.mark.parametrize("file", MINIATURE)
def test_every_file_of_the_miniature_project_names_the_schema_it_would_have(file: str) -> None:
    # The miniature project ships no schema files: `build.py schema --root` writes them, and one copy is enough to keep current.
    header = HEADER.fullmatch((ROOT / file).read_text(encoding="utf-8").splitlines()[0])
    assert header
    named = Path(file).parent / header[1]
    assert (ROOT / named).resolve() == SHOP / "content" / ".schema" / _schema_name(file)


@pytest.mark.parametrize("file", [*CONTENT, *MINIATURE])
def test_every_content_file_obeys_its_schema_as_an_editor_reads_it(file: str) -> None:
    assert _mistakes(file, (ROOT / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "content/clinic.yaml",
            "name: 911\nhours: 18:30\nintake_contact: 0123\nlegal_name: 3.10\nmedical_director: no\nphone: 8475550200\n",
        ),
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


PACKET = """
title: A packet
subject: A packet
document: packet
format: letter-packet
audience: patient
language: en
pages: 2
version: {number: 1, date: 2026-01-02}
editions: [screen]
lead: A packet.
parts:
  - id: first
    title: First
    blocks:
      - heading: A heading
      - contact: {title: Call us, facts: [phone]}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("{title: Call us, facts: [phone]}", "[phone]", ["parts", 0, "blocks", 1, "contact"]),
        ("facts: [phone]", "facts: []", ["parts", 0, "blocks", 1, "contact", "facts"]),
        ("heading: A heading", "heading: [A, heading]", ["parts", 0, "blocks", 0, "heading"]),
        ("- heading: A heading", "- hedding: A heading", ["parts", 0, "blocks", 0]),
        ("number: 1, date", "number: 1, day", ["version"]),
        ("editions: [screen]", "editions: [paper]", ["editions", 0]),
        ("pages: 2", "pages: [2]", ["pages"]),
    ],
)
def test_what_is_wrong_in_a_shared_definition_is_told_where_it_stands(
    right: str, wrong: str, place: list[str | int]
) -> None:
    assert _errors("content/packets/pack.yaml", PACKET) == []
    told = jsonschema.exceptions.best_match(_errors("content/packets/pack.yaml", PACKET.replace(right, wrong)))
    assert list(told.absolute_path) == place
