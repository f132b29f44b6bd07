"""Specimens: for each component a small YAML of its block, as a writer would write it. Here they are hung up and set.

They are those of ``content/specimens/``, which the pattern book shows, and here that one which needs invented records. A file holds::

    audience: patient               # or clinician
    places: [panel, page]               # a folded panel of 3.6875 x 8.5 in, a Letter page; or one of them
    blocks: [...]                   # as in a part of a packet
    records: {...}                  # studies of its own, where the real ones have nothing honest to show: invented, and called so
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from brochures.project.paths import ROOT, component_file, component_key
from tests.miniature import Miniature
from tests.real import DAY

HERE = Path(__file__).parent
PLACES = ("panel", "page")


@dataclass(frozen=True)
class Specimen:
    """One component as an example; ``name`` is the component's."""

    name: str
    audience: str
    places: tuple[str, ...]
    blocks: tuple[Any, ...]
    records: dict[str, Any] = field(default_factory=dict)

    def slug(self, place: str) -> str:
        """The slug of the piece that shows it on a ``panel`` or a ``page``."""
        return f"{component_file(self.name)}-{place}"

    def piece(self, place: str) -> dict[str, Any]:
        """The piece that shows it, as its YAML would say it. Every scalar is text, as we read it."""
        return {
            "title": self.name, "subject": "A specimen", "document": "specimen", "format": f"specimen-{place}",
            "audience": self.audience, "language": "en", "pages": "1", "editions": ["screen"],
            "version": {"number": "1.0", "date": "2026-01-02"},
            "lead": "A specimen.", "parts": [{"id": "specimen", "title": "Specimen", "blocks": list(self.blocks)}],
        }  # fmt: skip


def specimens() -> dict[str, Specimen]:
    """Return every specimen by the name of its component: the project's own, and those that need invented records."""
    paths = sorted([*(ROOT / "content" / "specimens").glob("*.yaml"), *HERE.glob("*.yaml")])
    return {component_key(path.stem): _read(path) for path in paths}


def _read(path: Path) -> Specimen:
    found = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 it makes nothing but text, lists and mappings
    return Specimen(
        component_key(path.stem),
        found["audience"],
        tuple(found["places"]),
        tuple(found["blocks"]),
        found.get("records") or {},
    )


LAST = '@import url("formats/letter-packet.css") layer(formats);'
"""The line of the styles behind which a format of ours is named."""


def hang(root: Path) -> Miniature:
    """Return a copy of the real project at ``root`` in which every specimen is a piece, and nothing else is."""
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("brochures", "packets"):
        shutil.rmtree(root / "content" / name)
        (root / "content" / name).mkdir()
    project = Miniature(root, DAY)
    project.append("content/house/parts.yaml", "\n  specimen: {}\n")
    shutil.copy(HERE / "specimen.html", root / "templates" / "documents")
    for place in PLACES:
        shutil.copy(HERE / f"specimen-{place}.css", root / "styles" / "formats")
        project.replace(
            "styles/index.css", LAST, f'{LAST}\n@import url("formats/specimen-{place}.css") layer(formats);'
        )
    for specimen in specimens().values():
        for place in specimen.places:
            project.write(f"content/packets/{specimen.slug(place)}.yaml", json.dumps(specimen.piece(place)))
        if specimen.records:
            lines = yaml.safe_dump(specimen.records, allow_unicode=True, sort_keys=False).splitlines()
            project.append("content/studies.yaml", "\n" + "".join(f"  {line}\n" for line in lines))
    return project
