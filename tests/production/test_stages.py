"""From a composition to a judged file: which stages it goes through, and what a file that fails keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.design.copyfit_ladder import Fit
from brochures.findings import BrochureError, Finding, Severity
from brochures.layout import Layout
from brochures.layout.copyfit import Taken
from brochures.load.model.printers import Standard
from brochures.pdf.file import File
from brochures.preflight import Shipped
from brochures.production import stages as module
from brochures.production.results import Refused
from brochures.production.stages import Stages
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

WRONG = Finding("PRS-201", Severity.ERROR, "wrong")
NOTE = Finding("PRE-204", Severity.NOTE, "a note")


class _Typesetter:
    def set(self, html: str, medium: str, *, tagged: bool) -> tuple[str, tuple[()]]:
        return f"{html}/{medium}/{tagged}", ()

    def write(self, document: str, catalog: dict[str, Any], *, tagged: bool) -> tuple[bytes, tuple[()]]:
        return f"{document}|{catalog}|{tagged}".encode(), ()


@pytest.fixture
def piece(mini: Miniature) -> Composition:
    mini.replace("content/brochures/fold.yaml", "editions: [screen, desk]", "editions: [desk, press]")
    mini.write("content/printers.yaml", (ROOT / "content/printers.yaml").read_bytes())
    job = resolve(mini.project, mini.load(), "fold")
    composition: Composition = compose(Templates.read(mini.project), job, Edition.DESK, proof=False)[0]
    return composition


@pytest.fixture
def stages(mini: Miniature) -> Stages:
    return Stages(mini.project, Templates.read(mini.project), _Typesetter())  # type: ignore[arg-type]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let each stage only say that it ran."""
    names: list[str] = []

    def says(name: str, result: Callable[..., Any]) -> None:
        def stage(*arguments: Any, **named: Any) -> Any:
            names.append(name)
            return result(*arguments, **named)

        monkeypatch.setattr(module, name, stage)

    says(
        "copyfit",
        lambda templates, typesetter, one, _known, *, copies: (
            templates.styles,
            typesetter.write,
            copies,
            Layout(one, None, ()),
        )[3],
    )
    says("pdf", lambda _typesetter, pages: File(pages.composition, b"pdf", 2, (NOTE,)))
    says("move_backs", lambda file: file)
    says("press", lambda file, _works, marks=b"": replace(file, claim=Standard.X4, data=marks or b"press"))
    says("impose", lambda file, parent, marks, _works: replace(file, data=b"|".join([file.data, marks]), pages=parent))
    says("preflight", lambda _file, _families, _shipped: ())
    says("unclaimed", lambda file: replace(file, claim=None))
    monkeypatch.setattr(module, "PressSetup", SimpleNamespace(of=lambda *_: "setup"))
    return names


def test_a_desk_edition_is_laid_out_written_moved_and_judged(
    stages: Stages, piece: Composition, ran: list[str]
) -> None:
    file = stages.make(piece)
    assert ran == ["copyfit", "pdf", "move_backs", "preflight"]
    assert isinstance(file, File)
    assert (file.data, file.findings, file.claim) == (b"pdf", (NOTE,), None)


@pytest.mark.usefixtures("ran")
def test_the_editions_of_a_piece_begin_with_what_the_first_one_took(
    stages: Stages, piece: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[str, Mapping[int, int]]] = []
    steps: dict[int, int] = {}

    def fitted(_templates: object, _typesetter: object, one: Composition, known: Taken, *, copies: None) -> Layout:
        assert copies is None
        begun.append((one.slug, known.steps))
        return Layout(replace(one, fit=Fit(one.fit.ladder, dict(steps))), None, ())

    monkeypatch.setattr(module, "copyfit", fitted)
    for now in ({}, {0: 3}, {}, {0: 4, 1: 2}, {}):
        steps.clear()
        steps.update(now)
        stages.make(piece)
    stages.make(replace(piece, slug="other"))
    assert begun == [("fold", {}), ("fold", {}), *[("fold", {0: 3})] * 3, ("other", {})]


def test_a_press_edition_goes_through_the_press(stages: Stages, piece: Composition, ran: list[str]) -> None:
    file = stages.make(replace(piece, edition=Edition.PRESS))
    assert ran == ["copyfit", "pdf", "press", "preflight"]
    assert isinstance(file, File)
    assert (file.claim, file.data) == (Standard.X4, b"press")


@pytest.mark.usefixtures("ran")
def test_marks_are_set_apart_and_laid_on_the_sheet(stages: Stages, piece: Composition, ran: list[str]) -> None:
    marks = b"marks/press/False|{'labels': (), 'preferences': {}}|False"
    marked = replace(piece, edition=Edition.PRESS, marks="marks")
    file = stages.make(marked)
    assert isinstance(file, File)
    assert file.data == marks
    imposed = stages.make(replace(marked, parent=8))  # type: ignore[arg-type]
    assert isinstance(imposed, File)
    assert (imposed.data, imposed.pages) == (b"press|" + marks, 8)
    assert ran[-3:] == ["press", "impose", "preflight"]


@pytest.mark.usefixtures("ran")
def test_the_press_works_for_the_piece_s_print_shop(
    stages: Stages, piece: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(module, "PressSetup", SimpleNamespace(of=lambda *things: asked.append(things)))
    stages.make(replace(piece, edition=Edition.PRESS))
    assert asked == [(piece.job.print_shop, piece.job.format, stages.templates.styles, stages.project.out / ".images")]


def _judged(monkeypatch: pytest.MonkeyPatch, *answers: tuple[Finding, ...]) -> None:
    left = list(answers)
    monkeypatch.setattr(module, "preflight", lambda _file, _families, _shipped: left.pop(0))


@pytest.mark.usefixtures("ran")
@pytest.mark.parametrize(
    ("found", "claim"), [((), Standard.X4), ((NOTE,), Standard.X4), ((WRONG,), None), ((NOTE, WRONG), None)]
)
def test_a_file_that_fails_loses_its_claim_and_is_judged_again(
    stages: Stages,
    piece: Composition,
    monkeypatch: pytest.MonkeyPatch,
    found: tuple[Finding, ...],
    claim: Standard | None,
) -> None:
    more = Finding("PRS-203", Severity.ERROR, "no claim")
    _judged(monkeypatch, found, (*found, more))
    file = stages.make(replace(piece, edition=Edition.PRESS))
    assert isinstance(file, File)
    assert file.claim is claim
    assert file.findings == (NOTE, *found, *(() if claim else (more,)))


@pytest.mark.usefixtures("ran")
def test_a_file_that_claims_nothing_is_judged_once(
    stages: Stages, piece: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    _judged(monkeypatch, (WRONG,))
    file = stages.make(piece)
    assert file.findings == (NOTE, WRONG)


def test_a_stage_that_can_make_no_value_refuses_the_file(
    stages: Stages, piece: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BrochureError(WRONG)

    monkeypatch.setattr(module, "copyfit", refuse)
    assert stages.make(piece) == Refused(piece, (WRONG,))


@pytest.mark.usefixtures("ran")
def test_a_file_is_judged_by_its_bytes_and_the_clinic_s_fonts(
    stages: Stages, piece: Composition, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def judge(file: File, families: frozenset[str], _shipped: Shipped) -> tuple[Finding, ...]:
        asked.append((file.claim, families))
        return (WRONG,)

    monkeypatch.setattr(module, "preflight", judge)
    file = stages.make(replace(piece, edition=Edition.PRESS))
    families = stages.templates.styles.families
    assert asked == [(Standard.X4, families), (None, families)]
    assert families
    assert isinstance(file, File)
    assert file.findings == (NOTE, WRONG)
