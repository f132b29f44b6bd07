"""Which pieces print a statement, read off them as they are written."""

from __future__ import annotations

from brochures.resolve.usage import printed_in
from tests.miniature import Miniature


def test_every_piece_that_prints_a_statement_itself_is_named_once_and_in_order(mini: Miniature) -> None:
    mini.replace(
        "content/brochures/fold.yaml", "    - statement: program.call\n", "    - points: [program.call, program.call]\n"
    )
    assert printed_in(mini.load()) == {
        "ketamine.off-label": ("fold",),
        "program.outpatient": ("fold", "pack"),
        "program.call": ("fold",),
        "ketamine.effects": ("fold", "pack"),
    }
