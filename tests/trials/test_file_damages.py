"""Every damage of finished files, done to a small one, and a sample to a press file: each is told, but those marked harmless."""

from __future__ import annotations

import pytest
from pikepdf import Pdf

from brochures.engine.typesetter import Typesetter
from tests.preflight.small_file import SmallFile, small_file
from tests.press_room import PressRoom
from tests.trials import press_damages, screen_damages
from tests.trials.file_damages import answered
from tests.trials.pdf_surgery import NothingToDamageError


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, typesetter: Typesetter) -> SmallFile:
    return small_file(tmp_path_factory.mktemp("damages"), typesetter)


def test_the_small_file_is_good(small: SmallFile) -> None:
    assert [(finding.code, finding.message) for finding in small.found()] == []


@pytest.mark.parametrize("what", screen_damages.TOLD)
def test_a_damage_of_a_file_for_reading_is_told(small: SmallFile, what: str) -> None:
    found = small.found(screen_damages.TOLD[what])
    assert [finding for finding in found if finding.is_error]
    assert all(finding.message and finding.help for finding in found)


@pytest.mark.parametrize("what", ["written anew", "who wrote it"])
def test_what_changes_nothing_for_a_reader_is_not_told(small: SmallFile, what: str) -> None:
    assert small.found(screen_damages.HARMLESS[what]) == ()


pytestmark = pytest.mark.slow

SAMPLE = (
    "another condition is named", "the profile of another condition", "a byte of the profile", "0 is drawn as 8", "a script of a page", "pages are exchanged",
)  # fmt: skip


@pytest.mark.parametrize("what", SAMPLE)
def test_a_damage_of_a_press_file_is_told(press_room: PressRoom, what: str) -> None:
    assert answered(press_room.made, what, press_damages.TOLD[what]).codes


def test_a_damage_needs_something_to_damage() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    for what in ("no links", "no bookmarks", "0 is drawn as 8", "one link is a span"):
        with pytest.raises((NothingToDamageError, AttributeError)):
            screen_damages.TOLD[what](pdf)
