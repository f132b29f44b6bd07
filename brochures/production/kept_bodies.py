"""Kept bodies: packets with places for a partner's words, as they were judged, for the next run. A list that is run again typesets nothing.

They lie in ``out/.bodies``, each in a folder named by its edition and a digest of all that decides how it comes out, and hold no word of any partner. The folder may be
deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brochures.compose.html import Composition
from brochures.findings import BrochureError, Finding
from brochures.pdf.file import Beside, File
from brochures.pdf.slots import slot_rows, slotted_pages
from brochures.project import atomic
from brochures.project.paths import Project

MOST = 12
"""So many bodies are kept, those that were used last: a list asks for one for each choice of parts, on the screen, on paper or by fax."""

ABOUT, PAGES = "about.json", "pages.pdf"


@dataclass(frozen=True)
class KeptBodies:
    """The bodies in one folder."""

    folder: Path

    @classmethod
    def of(cls, project: Project) -> KeptBodies:
        """Return those of ``project``."""
        return cls(project.out / ".bodies")

    def kept(self, composition: Composition, digest: str) -> File | None:
        """Return the file of ``composition`` whose ``digest`` this is, None where none is kept or it is not whole."""
        here = self.folder / f"{composition.name}.{digest}"
        try:
            about = json.loads((here / ABOUT).read_bytes())
            parts = {name: (here / name).read_bytes() for name in about["parts"]}
            if {name: _sum(data) for name, data in parts.items()} != about["parts"]:
                return None
            found = _file(composition, about, parts, digest)
            (here / ABOUT).touch()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return found

    def keep(self, file: File, digest: str) -> None:
        """Keep ``file``. Where the system refuses it is made anew next time."""
        parts = {PAGES: file.data} | {f"{one.name}.tif": one.data for one in file.beside}
        about = {
            "parts": {name: _sum(data) for name, data in parts.items()},
            "pages": slot_rows(file.sheets),
            "findings": [one.as_dict() for one in file.findings],
            "beside": [[one.name, list(one.sizes)] for one in file.beside],
            "moved": list(file.moved),
            "claims_access": file.claims_access,
        }
        try:
            atomic.replace_folder(
                self.folder / f"{file.composition.name}.{digest}", {ABOUT: json.dumps(about).encode(), **parts}
            )
            self._bound()
        except (BrochureError, OSError):
            return

    def _bound(self) -> None:
        """Remove those that nobody used for the longest time, where there are more than ``MOST``."""
        known = sorted(self.folder.glob(f"*/{ABOUT}"), key=lambda path: path.stat().st_mtime_ns)
        for old in known[:-MOST]:
            shutil.rmtree(old.parent, ignore_errors=True)


def _file(composition: Composition, about: Mapping[str, Any], parts: Mapping[str, bytes], digest: str) -> File:
    pages = slotted_pages(about["pages"])
    right, up = about["moved"]
    return File(
        composition, parts[PAGES], len(pages.pages), tuple(map(Finding.from_dict, about["findings"])), sheets=pages,
        claims_access=about["claims_access"], moved=(right, up), digest=digest,
        beside=tuple(Beside(name, parts[f"{name}.tif"], tuple(sizes)) for name, sizes in about["beside"]),
    )  # fmt: skip


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
