"""Schema: what the models allow, as JSON Schema for editors. ``./build.py schema`` writes it to ``content/.schema/``."""

from __future__ import annotations

import json
from typing import Any

from brochures.load.catalogue import PIECES, SHELF, SPECIMENS
from brochures.load.model.base import Model
from brochures.load.model.specimens import Specimen
from brochures.project.paths import Shop

SCHEMAS: dict[str, type[Model]] = {
    **{
        "statements" if "statements" in model.model_fields else name.rsplit("/", 1)[-1].removesuffix(".yaml"): model
        for name, model in SHELF.items()
    },
    **{folder.removesuffix("s"): model for folder, model in {**PIECES, SPECIMENS: Specimen}.items()},
}
"""The schema files by name, and the model of each."""


def schema_texts() -> dict[str, str]:
    """Return the text of each schema by file name. Where we read text, an editor may see any scalar: ``911`` is text to us."""
    texts = {}
    for name, model in sorted(SCHEMAS.items()):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
        texts[f"{name}.schema.json"] = json.dumps(_any_scalar(schema), indent=1, ensure_ascii=False) + "\n"
    return texts


def write_schemas(shop: Shop) -> list[str]:
    """Write the schema files and return their names."""
    folder = shop.content / ".schema"
    folder.mkdir(exist_ok=True)
    texts = schema_texts()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(texts)


def _any_scalar(node: Any) -> Any:
    if isinstance(node, list):
        return [_any_scalar(item) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _any_scalar(value) for key, value in node.items()}
    kind = changed.get("type")
    closed = "enum" in changed or "const" in changed
    if isinstance(kind, str) and kind in {"string", "integer", "number", "boolean"} and not closed:
        changed["type"] = ["string", "number", "boolean"]
    if "patternProperties" in changed:  # a key of no pattern is refused by us, so it should be marked in the editor too
        changed["additionalProperties"] = False
    return changed
