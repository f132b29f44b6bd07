from __future__ import annotations

from dataclasses import replace

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.project.edition import Edition, FileKind
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature


def test_what_an_edition_is() -> None:
    told = {edition: (edition.tagged, edition.linked, edition.cut) for edition in Edition}
    assert told == {
        Edition.SCREEN: (True, True, False),
        Edition.DESK: (False, False, False),
        Edition.PRESS: (True, False, True),
        Edition.WEB: (False, True, False),
        Edition.LARGE: (True, True, False),
        Edition.FAX: (True, False, False),
    }
    assert [edition for edition in Edition if edition.ending != "pdf"] == [Edition.WEB]
    assert [edition for edition in Edition if edition.reflowed] == [Edition.LARGE, Edition.FAX]
    assert [edition for edition in Edition if edition.faxed or edition.beside] == [Edition.FAX]
    assert len({edition.for_whom for edition in Edition}) == len(Edition)


def test_the_piece_is_called_after_its_edition_and_what_lies_beside_it_after_what_it_is(mini: Miniature) -> None:
    piece, instructions = compose(
        Templates.read(mini.project), resolve(mini.project, mini.load(), "fold"), Edition.DESK, proof=False
    )
    assert (piece.kind, piece.name, piece.medium) == (FileKind.PIECE, "desk", "desk")
    assert (instructions.kind, instructions.name, instructions.medium) == (
        FileKind.INSTRUCTIONS,
        "desk-instructions",
        "desk",
    )
    assert not instructions.tagged


def test_a_sheet_of_no_edition_is_set_in_no_edition_s_styles_and_leads_nowhere(mini: Miniature) -> None:
    piece, _ = compose(
        Templates.read(mini.project), resolve(mini.project, mini.load(), "fold"), Edition.DESK, proof=False
    )
    sheet = replace(piece, edition=None, kind=FileKind.SPEC_SHEET, format=piece.format.portrait)
    assert (sheet.name, sheet.medium, sheet.linked, sheet.tagged) == ("spec-sheet", "handoff", False, True)
