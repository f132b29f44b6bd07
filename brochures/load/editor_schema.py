"""Schema: what the models allow, as JSON Schema for editors. ``./build.py schema`` writes it to ``content/.schema/``.

A definition is written once: what stands in blocks in ``blocks.schema.json``, what else several kinds of file share in
``shared.schema.json``; the schema of one kind of file refers to both by their relative paths (JSON Schema 2020-12, core, 8.2.3.1),
so that an editor needs nothing but this folder.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from brochures.load.content_files import FOLDERS, SHELF
from brochures.load.model.base import Model
from brochures.load.model.components import Block
from brochures.project.atomic import replace
from brochures.project.paths import Project

SCHEMAS: dict[str, type[Model]] = {
    **{
        "statements" if "statements" in model.model_fields else name.rsplit("/", 1)[-1].removesuffix(".yaml"): model
        for name, model in SHELF.items()
    },
    **{folder.removesuffix("s"): model for folder, model in FOLDERS.items()},
}
"""The schema files that content files name, and the model of each."""

BLOCKS, SHARED = "blocks", "shared"
"""The schema files that only other schema files name: what stands in blocks, and what else they share."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LOCAL = "#/$defs/"

SCALAR, SCALAR_OR_NONE = "Scalar", "ScalarOrNone"
_SCALARS = ["string", "number", "boolean"]
_PLAIN: dict[str, Any] = {
    SCALAR: {"description": "A text, a number, yes or no: what is typed is read as text.", "type": _SCALARS},
    SCALAR_OR_NONE: {"description": "The same, or nothing.", "type": [*_SCALARS, "null"]},
}
"""What nearly every field holds, written once and in the shared schema."""


def schema_texts() -> dict[str, str]:
    """Return the text of each schema by file name. Where we read text, an editor may see any scalar: ``911`` is text to us."""
    heads = {name: model.model_json_schema(by_alias=True) for name, model in SCHEMAS.items()}
    common = _common(heads)
    blocks = {Block.__name__, *Block.model_json_schema()["$defs"]} & set(common)
    homes = {key: BLOCKS if key in blocks else SHARED for key in common}
    schemas = {name: _without(head, common) for name, head in heads.items()}
    for name, about in ((BLOCKS, "What may stand in a panel or a part."), (SHARED, "What several kinds of file hold.")):
        held = {key: common[key] for key in sorted(common) if homes[key] == name}
        schemas[name] = {"description": about, "$defs": held}
    texts = {}
    for name, schema in sorted(schemas.items()):
        home = "" if name == SHARED else f"{SHARED}.schema.json"
        full = _any_scalar(_pointed(schema, name, homes), f"{home}{_LOCAL}")
        if name == SHARED:
            full["$defs"] = dict(sorted({**full["$defs"], **_PLAIN}.items()))
        texts[f"{name}.schema.json"] = _text({"$schema": DIALECT, **full})
    return texts


def write_schemas(project: Project) -> list[str]:
    """Write the schema files and return their names. Raise ``BrochureError`` where the system refuses."""
    folder = project.content / ".schema"
    texts = schema_texts()
    for name, text in texts.items():
        replace(folder / name, text.encode())
    return list(texts)


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _common(heads: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the definitions that more than one schema holds, to the letter."""
    held = [(key, _text(part)) for head in heads.values() for key, part in head.get("$defs", {}).items()]
    return {key: json.loads(text) for (key, text), users in Counter(held).items() if users > 1}


def _without(head: dict[str, Any], common: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``head`` with the definitions that it has for itself alone, behind all else."""
    own = {key: part for key, part in head.get("$defs", {}).items() if key not in common}
    rest = {key: value for key, value in head.items() if key != "$defs"}
    return {**rest, "$defs": own} if own else rest


def _pointed(node: Any, schema: str, homes: Mapping[str, str]) -> Any:
    """Return ``node`` of ``schema`` with each reference leading to the schema that holds the definition."""
    if isinstance(node, list):
        return [_pointed(item, schema, homes) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _pointed(value, schema, homes) for key, value in node.items()}
    home = homes.get(node.get("$ref", "").removeprefix(_LOCAL), schema)
    return changed if home == schema else {**changed, "$ref": f"{home}.schema.json{node['$ref']}"}


def _any_scalar(node: Any, plain: str) -> Any:
    """Return ``node`` with any scalar where the model has one kind of it; ``plain`` leads to the definitions of that.

    The titles that pydantic makes of the fields' names go: an editor shows the name beside them.
    """
    if isinstance(node, list):
        return [_any_scalar(item, plain) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {
        key: _any_scalar(value, plain) for key, value in node.items() if key != "title" or isinstance(value, dict)
    }
    kind = changed.get("type")
    closed = "enum" in changed or "const" in changed
    if isinstance(kind, str) and kind in {"string", "integer", "number", "boolean"} and not closed:
        del changed["type"]
        changed["$ref"] = f"{plain}{SCALAR}"
    if changed.get("anyOf") == [{"$ref": f"{plain}{SCALAR}"}, {"type": "null"}]:
        del changed["anyOf"]
        changed["$ref"] = f"{plain}{SCALAR_OR_NONE}"
    if "patternProperties" in changed:  # a key of no pattern is refused by us, so it should be marked in the editor too
        changed["additionalProperties"] = False
    return changed
