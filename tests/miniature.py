"""The miniature project of ``tests/miniature_project``, copied where it may be edited and built, on a day that never changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from brochures.engine import start
from brochures.findings import Finding
from brochures.load.catalogue import Catalogue, load
from brochures.pipeline import Order, Report, build
from brochures.project.paths import Project
from tests.facts import Facts
from tests.signing import LEDGER, sign_all, sign_all_but

SHOP = Path(__file__).parent / "miniature_project"
LABEL_LINK = "{id: mini-label, at: 1, says: Not for this., read: here in 2026-01}"
TRIAL_LINK = "{id: mini-trial, at: abstract, says: No difference., read: here in 2026-01}"
LABEL_SOURCES = f"sources: [{LABEL_LINK}]"
"""What the first of its statements rests on."""

BOTH_SOURCES = f"sources: [{TRIAL_LINK}, {LABEL_LINK}]"
"""What the other one rests on."""

TODAY = date(2026, 3, 1)
"""A day on which everything in the miniature project is signed and nothing is due."""


@dataclass
class Miniature:
    """A copy of the miniature project. It is complete and signed: untouched, it gives no finding at all."""

    root: Path
    today: date = TODAY
    told: list[str] = field(default_factory=list)
    """The files that were set, as the pipeline told them."""
    sign_again: bool = True
    """Whether the words are signed as they are, whenever it is built: what a test is about is seldom a signature."""

    @classmethod
    def copied_to(cls, root: Path) -> Miniature:
        """Return a fresh copy at ``root``."""
        shutil.copytree(SHOP, root)
        return cls(root)

    @property
    def project(self) -> Project:
        """The project as the command line would open it on ``today``."""
        return Project.open(self.root, today=self.today)

    @property
    def out(self) -> Path:
        """Where its files go."""
        return self.root / "out"

    def write(self, file: str, text: str | bytes) -> Path:
        """Write ``file``, its folders included."""
        path = self.root / file
        self.sign_again = self.sign_again and file != LEDGER
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def replace(self, file: str, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old``, which must stand in ``file`` exactly once."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def append(self, file: str, text: str) -> None:
        """Write ``text`` at the end of ``file``."""
        self.write(file, (self.root / file).read_text(encoding="utf-8") + text)

    def remove(self, file: str) -> None:
        """Delete ``file``."""
        (self.root / file).unlink()

    def load(self) -> Catalogue:
        """Read the content only."""
        return load(self.project)

    def sign_but(self, changes: Mapping[str, Mapping[str, object] | None]) -> None:
        """Let all be signed as it is now, but what ``changes`` has None for; of other things in it some fields of the signature are changed."""
        sign_all_but(self.project, changes)
        self.sign_again = False

    def mistakes(self) -> list[tuple[str, str, str]]:
        """Return what loading finds, in short: code, place, message."""
        return [(found.code, str(found.place), found.message) for found in self.load().findings]

    def build(self, *slugs: str, jobs: int = 1, **order: Any) -> Report:
        """Build the pieces ``slugs`` (none: all) and remember in ``told`` what was set."""
        self.told = []
        if self.sign_again:
            sign_all(self.project)
        return build(self.project, Order(slugs, jobs=jobs, **order), start, self.told.append)

    def check(self, *slugs: str, **order: Any) -> tuple[Finding, ...]:
        """Return every finding, with nothing published."""
        return self.build(*slugs, publish=False, force=True, **order).findings

    def path(self, name: str) -> Path:
        """Return the path of a finished file, such as ``fold.screen``."""
        return self.out / name.split(".", maxsplit=1)[0] / f"{name}.pdf"

    def facts(self, name: str) -> Facts:
        """Open a finished file, such as ``fold.screen``."""
        return Facts(self.path(name).read_bytes())

    def manifest(self) -> dict[str, Any]:
        """Return the manifest."""
        found: dict[str, Any] = json.loads((self.out / "manifest.json").read_bytes())
        return found


def codes_of(findings: Sequence[Finding]) -> list[str]:
    """Return the codes of ``findings``."""
    return [finding.code for finding in findings]


def errors_of(findings: Sequence[Finding]) -> list[str]:
    """Return the codes of the errors in ``findings``."""
    return [finding.code for finding in findings if finding.is_error]
