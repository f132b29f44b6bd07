from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from brochures.cli.previewing.messages import (
    Changed,
    FileJudged,
    FileRefused,
    FileSeen,
    FileUntouched,
    PartSeen,
    PiecesSeen,
    WordsSeen,
)
from brochures.cli.previewing.search import found
from brochures.cli.previewing.seen_files import touched_parts
from brochures.cli.previewing.shown import Shown
from brochures.cli.previewing.values import SeenFile, SeenLine, SeenPassage, SeenPiece, SeenSheet
from brochures.findings import Place, codes
from brochures.project.paths import Project
from tests.miniature import TODAY

LINE = SeenLine((10, 10, 90, 20), 18, 10, "Some words", ((0, 0, 0, False),))
AT = Place("content/a b.yaml", 4, 7)
MISTAKE = codes.UNKNOWN_KEY.at(AT, "unknown key")


def _sheet(number: int) -> SeenSheet:
    return SeenSheet(number, "", 100, 200, (), (), (), (LINE,), (18, 9))


FILE = SeenFile(
    "pack", "screen", "A packet", "one", proof=True, form="page", sheets=(_sheet(1), _sheet(2), _sheet(3)),
    passages=(SeenPassage("Some words", '"Some words"', AT),), data=b"whole",
)  # fmt: skip


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    made = Shown(Project(tmp_path, TODAY, tmp_path / "out"), "editor://open?file={path}&at={line}:{column}&{what}")
    made.hear(PiecesSeen((SeenPiece("pack", "A packet", ("screen",), packet=True),), ()))
    made.hear(FileSeen(FILE, ()))
    return made


def test_a_part_stands_for_its_pages_until_the_whole_is_set(shown: Shown) -> None:
    alone = replace(_sheet(4), width=101)
    event = shown.hear(PartSeen("pack", "screen", "part", (2, 3), (alone,), b"part", 0.5))
    assert (event["event"], event["version"]) == ("part", "part")
    state = shown.files["pack", "screen"]
    pages = [state.page(number) for number in (1, 2, 3)]
    assert [one and one[:3] for one in pages] == [("one", b"whole", 1), ("part", b"part", 4), ("one", b"whole", 3)]
    assert state.page(4) is None
    sheets = shown.file("pack", "screen")["sheets"]
    assert [(one["number"], one["version"], one["alone"], one["width"]) for one in sheets] == [
        (1, "one", False, 100), (2, "part", True, 101), (3, "one", False, 100),
    ]  # fmt: skip
    assert sheets[1]["lines"][0]["parts"] == ()
    shown.hear(FileUntouched("pack", "screen", FILE.passages))
    assert [one["alone"] for one in shown.file("pack", "screen")["sheets"]] == [False, False, False]


def test_what_is_refused_leaves_the_last_good_sheets(shown: Shown) -> None:
    event = shown.hear(FileRefused("pack", "screen", (MISTAKE,)))
    assert (event["event"], event["errors"]) == ("refused", 1)
    answer = shown.file("pack", "screen")
    assert (answer["state"], len(answer["sheets"]), answer["findings"][0]["message"]) == ("refused", 3, "unknown key")
    shown.hear(FileUntouched("pack", "screen", FILE.passages))
    assert (shown.file("pack", "screen")["state"], shown.file("pack", "screen")["findings"]) == ("good", [])


def test_a_judgement_of_an_older_version_is_not_taken(shown: Shown) -> None:
    shown.hear(FileJudged("pack", "screen", "another", (MISTAKE,), ()))
    assert shown.file("pack", "screen")["findings"] == []
    shown.hear(FileJudged("pack", "screen", "one", (MISTAKE,), ()))
    assert len(shown.file("pack", "screen")["findings"]) == 1


def test_a_link_opens_the_file_at_its_line(shown: Shown, tmp_path: Path) -> None:
    place = shown.place(AT)
    assert place is not None
    assert place["link"] == f"editor://open?file={tmp_path}/content/a%20b.yaml&at=4:7&{{what}}"
    assert shown.place(Place()) is None


def test_a_letter_leads_to_its_place_in_the_file(shown: Shown) -> None:
    at = shown.passage("pack", "screen", 0, 4)
    assert at is not None
    assert (at["at"]["line"], at["at"]["column"]) == (4, 13)
    assert shown.passage("pack", "screen", 1, 0) is None
    assert shown.passage_at("pack", "screen", AT.file, 4, 7) == {"passage": 0}
    assert shown.passage_at("pack", "screen", AT.file, 4, 8) == {"passage": -1}


def test_words_are_found_in_any_capitals_whole_phrases_first(shown: Shown) -> None:
    shown.hear(
        WordsSeen("pack", (("Words, some of them", AT, ""), ("Some WORDS here", AT, "Facts"), ("Nothing", AT, "")))
    )
    hits = shown.search("some words")["hits"]
    assert [(one["text"], one["text"][one["start"] : one["end"]], one["part"]) for one in hits] == [
        ("Some WORDS here", "Some WORDS", "Facts"),
        ("Words, some of them", "some", ""),
    ]
    assert found({"pack": (("Words", AT, ""),)}, "  ") == []


def test_parts_with_other_words_are_told() -> None:
    def job(*words: str) -> SimpleNamespace:
        passages = [SimpleNamespace(section=number, words=one) for number, one in enumerate(words)]
        return SimpleNamespace(sections=words, passages=passages)

    assert touched_parts(job("a", "b", "c"), job("a", "x", "y")) == [1, 2]
    assert touched_parts(job("a", "b"), job("a", "b")) == []
    assert touched_parts(job("a", "b"), job("a", "b", "c")) == []


@pytest.mark.parametrize(
    ("paths", "rooms"),
    [
        ((), {"content", "styles"}),
        (("content/a.yaml",), {"content"}),
        (("templates/a.html",), {"styles"}),
        (("styles/a.css", "content/images/a.svg"), {"content", "styles"}),
    ],
)
def test_what_must_be_read_again_follows_from_the_paths(paths: tuple[str, ...], rooms: set[str]) -> None:
    assert Changed(paths).rooms == rooms
