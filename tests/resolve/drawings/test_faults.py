"""All rules together: the mend of each fault, and a drawing without any."""

from __future__ import annotations

from brochures.resolve.drawings.faults import faults
from tests.drawn import FACES, read, told


def test_each_fault_has_a_mend() -> None:
    found = [*faults(read("<set/><switch/><image/><text>A</text><g fill='#ggg'/>"), "a.svg", "a.svg", FACES)]
    assert [one.help[:30] for one in found] == [
        "flatten it in the drawing prog",
        "keep the branch that is meant,",
        "save the bitmap as a picture o",
        "write the colour as #rrggbb",
        "make outlines of the letters i",
    ]


def test_a_plain_drawing_has_no_fault() -> None:
    assert (
        told(
            "<style>.a{fill:#0f5257;fill-rule:evenodd}</style>",
            "<g transform='translate(3 4)' opacity='.5'><path class='a' d='M1 1h4v4h-4z'/><use href='#b'/></g>",
            "<defs><circle id='b' r='3' stroke='#0f5257' stroke-dasharray='2 1' fill='none'/></defs>",
        )
        == []
    )
