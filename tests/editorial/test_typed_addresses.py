"""Addresses and numbers typed where the screen edition sets no links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.editorial.typed_addresses import out_of_reach
from brochures.project.edition import Edition
from brochures.resolve.job import Role
from tests.editorial.gate import codes_of, galley, passage


@pytest.mark.parametrize("role", [Role.TITLE, Role.PIECE, Role.LABEL, Role.STUDY])
@pytest.mark.parametrize("typed", ["www.a-b.org", "clinicaltrials.gov", "desk@a-b.org", "doi:10.1000/x1"])
def test_an_address_in_words_without_links_is_told(role: Role, typed: str) -> None:
    assert ("EDT-320", typed) in codes_of(f"See {typed}.", role=role)


def test_a_number_is_told_and_a_fax_machine_is_not() -> None:
    assert ("EDT-320", "1-800-662-4357") in codes_of("Call 1-800-662-4357 now", role=Role.PIECE)
    assert "EDT-320" not in [code for code, _ in codes_of("Fax 1-800-662-4357", role=Role.PIECE)]


@pytest.mark.parametrize("role", [Role.STATEMENT, Role.CLINIC, Role.HELPLINE, Role.FORM, Role.PICTURE])
def test_what_becomes_a_link_or_is_read_on_paper_is_let_be(role: Role) -> None:
    assert "EDT-320" not in [code for code, _ in codes_of("See www.a-b.org.", role=role)]


def test_a_file_is_no_address_and_a_piece_for_paper_alone_has_no_links() -> None:
    assert "EDT-320" not in [code for code, _ in codes_of("See clinic.yaml.", role=Role.PIECE)]
    told = galley(passage("See www.a-b.org.", role=Role.PIECE))
    assert len(list(out_of_reach(told))) == 1
    assert list(out_of_reach(replace(told, job=replace(told.job, editions=(Edition.DESK,))))) == []
