"""The list of what to look up before a release: what is wrong with it is told where it is written."""

from __future__ import annotations

import pytest

from tests.miniature import Miniature

ITEM = """\
watch:
  label:
    what: Is there a newer label?
    where: ["https://www.fda.gov"]
    touches: [ketamine.effects]
    by: 2026-06-01
    looked:
      day: 2026-02-01
      by: A. Reader
      found: none
"""


def _told(mini: Miniature, old: str = "", new: str = "") -> list[tuple[str, str, str]]:
    mini.write("content/watch.yaml", ITEM.replace(old, new) if old else ITEM)
    return [(one.code, str(one.place), one.message) for one in mini.load().findings]


def test_a_whole_item_is_not_told(mini: Miniature) -> None:
    assert _told(mini) == []
    assert _told(mini, ITEM[ITEM.index("    looked") :], "    looked:\n      day:\n      by:\n      found:\n") == []


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ('    where: ["https://www.fda.gov"]\n', "", "content/watch.yaml:3:5", "the key 'where' is missing"),
        ('["https://www.fda.gov"]', "[]", "content/watch.yaml:4:12", "'where' should have at least 1, it has 0"),
        ("https://www.fda.gov", "the web", "content/watch.yaml:4:13", "item 1"),
        ("    by: 2026-06-01\n", "", "content/watch.yaml:3:5", "the key 'by' is missing"),
        ("2026-06-01", "June", "content/watch.yaml:6:9", "'June' is not a date"),
        ("[ketamine.effects]", "[]", "content/watch.yaml:5:14", "'touches' should have at least 1, it has 0"),
        ("ketamine.effects", "ketamine.efects", "content/watch.yaml:5:15", "there is no statement 'ketamine.efects'"),
        (
            "day: 2026-02-01",
            "day: 2026-03-02",
            "content/watch.yaml:8:12",
            "somebody looked on 2026-03-02, which is not yet",
        ),
        ("      by: A. Reader\n", "", "content/watch.yaml:8:7", "who looked also says on which day"),
        ("found: none", "finds: none", "content/watch.yaml:10:7", "unknown key 'finds'"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(mini: Miniature, old: str, new: str, place: str, said: str) -> None:
    ((_, where, message),) = _told(mini, old, new)
    assert (where, said in message) == (place, True), (where, message)


def test_a_look_today_is_not_in_the_future(mini: Miniature) -> None:
    assert _told(mini, "day: 2026-02-01", "day: 2026-03-01") == []


def test_a_statement_in_a_file_with_mistakes_is_not_told_as_missing(mini: Miniature) -> None:
    mini.append("content/ketamine.yaml", "a: [\n")
    assert "content/watch.yaml" not in {place.partition(":")[0] for _, place, _ in _told(mini)}
