"""Blanks for facts that the clinic has not supplied: a rule for the eye, and on a screen a word for the ear."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pikepdf
import pytest

from brochures.compose.setter import Setter
from brochures.findings import NOWHERE
from brochures.resolve.inline_text import ClinicFact
from tests.real import RealDocuments

LABELS = {"blank": "blank"}


def _blank(labels: dict[str, str], *, linked: bool) -> str:
    job = SimpleNamespace(sections=(), labels=labels)
    setter = Setter(None, {"job": job, "listed": ()}, linked=linked)  # type: ignore[arg-type]
    return setter.words((ClinicFact("phone", None, NOWHERE),))


def test_on_a_screen_a_blank_says_so_and_on_paper_it_is_a_rule() -> None:
    assert "<title>blank</title>" in _blank(LABELS, linked=True)
    assert _blank(LABELS, linked=False) == '<span class="blank blank--phone"></span>'


def test_a_language_without_the_word_has_a_silent_blank() -> None:
    assert _blank({}, linked=True) == '<span class="blank blank--phone"></span>'


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["program-trifold", "crisis-card"])
def test_a_missing_fact_of_a_real_piece_is_heard_where_it_is_missing(real: RealDocuments, slug: str) -> None:
    facts = real.facts(f"{slug}.screen")
    assert [figure for figure in facts.tree.all("Figure") if figure.alt == "blank"]
    with pikepdf.open(io.BytesIO(facts.data)) as pdf:
        assert all(
            len(item.K) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Alt") == "blank"
        )
