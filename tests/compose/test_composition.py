"""Every file of an edition as it is composed: what it is called, of which pages, tagged, linked, moved, with marks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from brochures.compose.html import Composition, compose, compose_again
from brochures.compose.passage_numbers import unstamped
from brochures.compose.templates import Templates
from brochures.design.copyfit_ladder import Fit, Ladder, Rung
from brochures.load.model.printers import Marks
from brochures.project.edition import Edition, FileKind
from brochures.project.paths import ROOT
from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

FOLD = "content/brochures/fold.yaml"


def _job(mini: Miniature, slug: str = "fold") -> Job:
    return resolve(mini.project, mini.load(), slug)


def _composed(mini: Miniature, edition: Edition, slug: str = "fold", *, proof: bool = False) -> tuple[Composition, ...]:
    return compose(Templates.read(mini.project), _job(mini, slug), edition, proof=proof)


def test_a_folded_piece_at_the_desk_comes_with_a_sheet_of_instructions(mini: Miniature) -> None:
    mini.write("templates/documents/desk-instructions.html", "<p>{{ form.width }} x {{ form.height }}</p>")
    piece, sheet = _composed(mini, Edition.DESK, proof=True)
    assert (piece.slug, piece.edition, piece.kind, piece.name, piece.medium) == (
        "fold",
        "desk",
        FileKind.PIECE,
        "desk",
        "desk",
    )
    assert (piece.document, piece.pages, piece.proof, piece.format.width) == ("fold", 2, True, 792)
    assert (piece.tagged, piece.linked, piece.back_move) == (False, False, (0.0, 0.0))
    assert str(piece.planned_at) == f"{FOLD}:5:9"
    assert (sheet.kind, sheet.name, sheet.document) == (FileKind.INSTRUCTIONS, "desk-instructions", "desk-instructions")
    assert (sheet.pages, sheet.proof, sheet.tagged, sheet.linked) == (1, False, False, False)
    assert unstamped(sheet.html) == "<p>612.0 x 792.0</p>"
    assert sheet.planned_at == piece.job.place


def test_on_a_screen_there_is_the_piece_alone_tagged_and_linked(mini: Miniature) -> None:
    (piece,) = _composed(mini, Edition.SCREEN)
    assert (piece.name, piece.tagged, piece.linked, piece.proof) == ("screen", True, True, False)
    assert (piece.room.whole, piece.marks, piece.parent) == (0, None, None)


def test_words_that_flow_are_tagged_in_every_edition_and_come_alone(mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "editions: [screen]", "editions: [screen, desk]")
    (piece,) = _composed(mini, Edition.DESK, "pack")
    assert (piece.tagged, piece.linked, piece.pages) == (True, False, 4)
    assert str(piece.planned_at) == "content/packets/pack.yaml:27:8"


def test_backs_are_moved_at_the_desk_by_what_the_clinic_measured(mini: Miniature) -> None:
    mini.append(
        "content/clinic.yaml", "office: {back_offset: {short_edge: {right: 1pt, up: 2pt}, long_edge: {right: 3pt}}}\n"
    )
    assert _composed(mini, Edition.DESK)[0].back_move == (-1.0, -2.0)
    assert _composed(mini, Edition.SCREEN)[0].back_move == (0.0, 0.0)


def _press(mini: Miniature, **wishes: object) -> tuple[Composition, ...]:
    mini.replace(FOLD, "editions: [screen, desk]", "editions: [screen, press]")
    mini.write("content/printers.yaml", (ROOT / "content/printers.yaml").read_bytes())
    mini.write("templates/marks.html", "marks of {{ job.slug }}")
    job = _job(mini)
    assert job.print_shop is not None
    project = replace(job.print_shop, printer=job.print_shop.printer.model_copy(update=wishes))
    return compose(Templates.read(mini.project), replace(job, print_shop=project), Edition.PRESS, proof=False)


def test_a_press_edition_has_bleed_and_marks_where_the_shop_wants_any(mini: Miniature) -> None:
    (piece,) = _press(mini, marks=Marks())
    assert (piece.name, piece.room.bleed, piece.room.margin, piece.marks) == ("press", 9.0, 0.0, None)
    assert (piece.tagged, piece.linked) == (True, False)


def test_marks_are_composed_beside_the_pages(mini: Miniature) -> None:
    (piece,) = _press(mini, marks=Marks(crop=True))
    assert (piece.room.bleed, piece.room.margin) == (9.0, 27.0)
    assert piece.marks is not None
    assert unstamped(piece.marks) == "marks of fold"


def test_the_digest_is_that_of_the_words_and_not_of_where_they_stand(mini: Miniature) -> None:
    (one,) = _composed(mini, Edition.SCREEN)
    text = (mini.root / FOLD).read_text(encoding="utf-8")
    mini.write(FOLD, "# a remark more\n" + text)
    (moved,) = _composed(mini, Edition.SCREEN)
    assert moved.digest == one.digest
    mini.write(FOLD, text.replace("heading: Front", "heading: Cover"))
    (other,) = _composed(mini, Edition.SCREEN)
    assert other.digest != one.digest


def test_a_trial_of_copyfit_sets_the_pages_that_were_asked_for(mini: Miniature) -> None:
    templates = Templates.read(mini.project)
    (piece,) = compose(templates, _job(mini), Edition.SCREEN, proof=False)
    ladder = Ladder((Rung("space", Decimal(1), Decimal(0), Decimal("0.5")),), (("front",),))
    again = compose_again(templates, piece, Fit(ladder, {0: 1}), [1])
    assert (again.pages, again.fit.steps) == (1, {0: 1})
    assert 'data-fit style="--fit-space: 0.5"' in again.html
    assert "data-fit" not in piece.html
    assert ("Inside left" in unstamped(piece.html), "Inside left" in unstamped(again.html)) == (True, False)
    whole = compose_again(templates, piece, Fit(ladder, {0: 2}))
    assert whole.pages == piece.pages
    assert "--fit-space: 0" in whole.html


@pytest.mark.parametrize("number", ["0-0", "0-1", "1-2", "5-1"])
def test_each_block_bears_its_section_and_its_place(mini: Miniature, number: str) -> None:
    (piece,) = _composed(mini, Edition.SCREEN)
    assert piece.html.count(f'data-block="{number}"') == 1
