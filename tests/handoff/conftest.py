"""Real pieces handed over once, with the files of each folder by the last part of their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brochures.engine import start
from brochures.handoff import Handed
from brochures.load.catalogue import load
from brochures.load.model.piece import VersionTicket
from brochures.pipeline import Order, Report, build
from brochures.project.paths import ROOT, Project
from tests.real import DAY


@dataclass(frozen=True)
class Job:
    """One job as it lies ready, and what was said of it."""

    project: Project
    report: Report
    handed: Handed

    def file(self, what: str) -> bytes:
        """Return the one file whose name ends in ``what``, with the mark of a proof left out."""
        (path,) = [
            path
            for path in self.handed.folder.iterdir()
            if path.name.replace("_PROOF-not-for-print", "").endswith(what)
        ]
        return path.read_bytes()


Hand = Callable[..., Job]


@cache
def version(slug: str) -> VersionTicket:
    """Return the version under which the real piece ``slug`` goes out today."""
    return load(Project.open(ROOT, today=DAY)).pieces[slug].thing.version


def opened(folder: Path) -> Project:
    """The real project on a day that never changes, with another place for what it makes."""
    return Project.open(ROOT, folder, DAY)


def handed_over(project: Project, slug: str, printer: str, **how: Any) -> tuple[Report, Handed | None]:
    """Hand ``slug`` over to ``printer``."""
    order = Order.for_print_shop(slug, printer, **{"release": False, **how})
    report = build(project, order, start, lambda _: None)
    return report, report.handed


@pytest.fixture(scope="session")
def hand(tmp_path_factory: pytest.TempPathFactory) -> Hand:
    """Hand a piece over to a printer; each pair is made once."""

    @cache
    def made(slug: str, printer: str) -> Job:
        project = opened(tmp_path_factory.mktemp("handoff"))
        report, handed = handed_over(project, slug, printer)
        assert handed is not None, [(one.code, one.message) for one in report.findings if one.is_error]
        return Job(project, report, handed)

    return made
