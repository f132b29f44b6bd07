from __future__ import annotations

import pytest

from brochures.project.file_names import copies, is_hidden, is_silent, left_behind, looks_like_yaml, one_name


@pytest.mark.parametrize(
    "name",
    [
        "trifold (1)",
        "trifold(2)",
        "trifold 2",
        "trifold copy",
        "trifold copy 2",
        "trifold - Copy",
        "trifold - Copy (2)",
        "trifold - Kopie",
        "Copy of trifold",
        "Copy (2) of trifold",
        "trifold (conflicted copy 2026-11-23)",
        "trifold (Anna's conflicted copy 2026-11-23)",
        "trifold [Conflict]",
        "trifold.sync-conflict-20261123-101010-ABCDEFG",
        "trifold-DESKTOP-1A2B",
        "trifold-Annas-MacBook",
    ],
)
def test_a_copy_that_a_program_made_is_known_by_its_name(name: str) -> None:
    assert copies(["trifold", "tri", name]) == {name: "trifold"}


@pytest.mark.parametrize(
    "name",
    ["trifold-copy", "trifold-2", "trifold-es", "trifold.2", "Trifold", "tri-Fold2", "copyright", "flyer-DESKTOP"],
)
def test_a_name_that_somebody_typed_is_no_copy(name: str) -> None:
    assert copies(["trifold", name]) == {}


def test_a_copy_is_that_of_the_longest_name() -> None:
    assert copies(["card", "card-front", "card-front-DESKTOP-1"])["card-front-DESKTOP-1"] == "card-front"


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("._card.yaml", "a Mac"),
        ("~$card.docx", "an office program"),
        (".~lock.card.odt#", "an office program"),
        (".card.yaml.swp", "an editor"),
        (".#card.yaml", "an editor"),
        ("#card.yaml#", "an editor"),
        ("card.yaml~", "left behind"),
        ("card.BAK", "left behind"),
        ("card.yaml.orig", "left behind"),
        ("card.yaml.part", "left behind"),
    ],
)
def test_what_a_program_leaves_behind_is_told_by_what_it_is(name: str, what: str) -> None:
    assert what in left_behind(name)
    assert not is_silent(name)


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".schema"])
def test_nobody_hears_of_what_systems_keep(name: str) -> None:
    assert is_silent(name)
    assert left_behind(name) == ""


def test_what_somebody_typed_is_neither_left_behind_nor_silent_nor_hidden() -> None:
    for name in ("card.yaml", "card.yml", "backup.yaml", "_card.yaml"):
        assert (left_behind(name), is_silent(name), is_hidden(name)) == ("", False, False)
    assert is_hidden("._card.yaml")
    assert is_hidden("~card.yaml")
    assert is_hidden("Thumbs.db")


@pytest.mark.parametrize(
    "name", ["a.yaml", "a.yml", "a.YAML", "a.Yml", "a.yaml.txt", "a.yaml ", "a.yaml (1)", "a.yaml.yaml"]
)
def test_a_name_that_was_meant_as_yaml(name: str) -> None:
    assert looks_like_yaml(name)


@pytest.mark.parametrize("name", ["a.txt", "yaml", "a.yamls", "a-yaml.md"])
def test_a_name_that_was_not_meant_as_yaml(name: str) -> None:
    assert not looks_like_yaml(name)


def test_one_name_in_two_spellings() -> None:
    assert one_name("Cafe\u0301.yaml") == one_name("caf\xe9.YAML")
    assert one_name("cafe.yaml") != one_name("caf\xe9.yaml")
