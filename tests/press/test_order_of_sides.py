"""Which side of a folded sheet comes first is the print shop's wish; preflight reads the file as it is made."""

from __future__ import annotations

from brochures.load.model.printers import SideOrder
from tests.facts import Facts
from tests.press.damage import told
from tests.press_room import PressRoom


def test_the_outside_comes_first_unless_the_shop_wants_the_inside(press_room: PressRoom) -> None:
    usual = Facts(press_room.made.data).texts
    turned = press_room.made_by("program-trifold", order=SideOrder.INSIDE_FIRST)
    assert Facts(turned.data).texts == usual[::-1]
    assert "Care for body" in usual[0]
    assert told(turned) == []


def test_a_piece_that_is_not_folded_keeps_its_order(press_room: PressRoom) -> None:
    usual = Facts(press_room.made_by("crisis-card").data).texts
    assert Facts(press_room.made_by("crisis-card", order=SideOrder.INSIDE_FIRST).data).texts == usual
