"""What lies in the content folders and is not read: told once, with the name that it should have, and with nothing told because of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from brochures.load.content_files import SHELF
from brochures.load.unread_files import unread_files
from tests.miniature import Miniature, codes_of

CARD = "title: Spring\n"


def _told(mini: Miniature) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (one.finding.code, one.finding.place.file.removeprefix("content/"), one.finding.help, one.meant)
        for one in unread_files(mini.project)
    ]


@pytest.mark.parametrize(
    ("file", "place", "mend", "meant"),
    [
        ("brochures/a.yml", None, "call it 'a.yaml'", "brochures/a.yaml"),
        ("brochures/a.YAML", None, "call it 'a.yaml'", "brochures/a.yaml"),
        ("packets/a.yaml.txt", None, "call it 'a.yaml'", "packets/a.yaml"),
        ("packets/a.yaml.yaml", None, "call it 'a.yaml'", "packets/a.yaml"),
        ("specimens/a.Yml", None, "call it 'a.yaml'", "specimens/a.yaml"),
        ("brochures/A.yml", None, "call it 'a.yaml'", "brochures/a.yaml"),
        ("brochures/a (1).yaml", None, "call it 'a.yaml'", "brochures/a.yaml"),
        ("labels.yml", None, "call it 'labels.yaml'", "labels.yaml"),
        ("lables.yaml", None, "call it 'labels.yaml'", "labels.yaml"),
        ("Labels.yaml", None, "call it 'labels.yaml'", "labels.yaml"),
        ("house/word.yaml", None, "call it 'words.yaml'", "house/words.yaml"),
        ("images/image.yaml", None, "call it 'images.yaml'", "images/images.yaml"),
        ("brochure/a.yaml", "brochure", "call the folder 'brochures'", "brochures/a.yaml"),
        ("Specimens/a.yaml", "Specimens", "call the folder 'specimens'", "specimens/a.yaml"),
        ("specimens/old/a.yml", "specimens/old", "move them into one of", "specimens/a.yml"),
    ],
)
def test_a_file_that_would_be_passed_over_is_told_with_its_right_name(
    mini: Miniature, file: str, place: str | None, mend: str, meant: str
) -> None:
    mini.write(f"content/{file}", CARD)
    ((code, where, help_, names),) = _told(mini)
    assert (code, where, names) == ("LOD-107", place or file, (meant,))
    assert mend in help_


def test_a_file_of_no_known_name_is_told_with_those_that_there_are(mini: Miniature) -> None:
    mini.write("content/house/zebra.yaml", CARD)
    ((code, _, help_, _),) = _told(mini)
    assert (code, help_) == (
        "LOD-107",
        "put what is in it into one of facts.yaml, languages.yaml, names.yaml, parts.yaml, roles.yaml, words.yaml",
    )


@pytest.mark.parametrize(
    "file", ["brochures/fold (1).yaml", "brochures/fold-DESKTOP-1A2B.yaml", "clinic (conflicted copy).yaml"]
)
def test_a_second_copy_is_told_and_neither_read_nor_taken_for_a_piece(mini: Miniature, file: str) -> None:
    mini.write(f"content/{file}", CARD)
    ((code, place, help_, meant),) = _told(mini)
    assert (code, place, meant) == ("LOD-107", file, ())
    assert help_.startswith("compare the two, keep what is right in '")
    assert codes_of(mini.load().findings) == ["LOD-107"]
    assert mini.project.slugs() == ("fold", "pack")


def test_a_folder_with_several_files_says_how_many(mini: Miniature) -> None:
    for name in ("a", "b"):
        mini.write(f"content/pakets/{name}.yaml", CARD)
    (one,) = unread_files(mini.project)
    assert one.finding.message == "the 2 content files in the folder 'pakets' are not read"
    assert one.meant == ("packets/a.yaml", "packets/b.yaml")


def test_a_folder_with_one_file_says_so(mini: Miniature) -> None:
    mini.write("content/pakets/a.yaml", CARD)
    (one,) = unread_files(mini.project)
    assert one.finding.message == "the content file in the folder 'pakets' is not read"


def test_a_folder_without_a_content_file_is_nobody_s_mistake(mini: Miniature) -> None:
    mini.write("content/drafts/letter.txt", "x")
    mini.write("content/.schema/x.yaml", "x")
    assert _told(mini) == []


def test_two_spellings_of_one_name_are_told_once_and_the_plain_one_is_read(mini: Miniature) -> None:
    mini.write("content/Clinic.yaml", "name: Other\n")
    mini.write("content/images/cafe\u0301.svg", "<svg/>")
    mini.write("content/images/caf\xe9.svg", "<svg/>")
    assert [(code, place) for code, place, _, _ in _told(mini)] == [
        ("LOD-108", "Clinic.yaml"),
        ("LOD-108", "images/caf\xe9.svg"),
    ]
    catalogue = mini.load()
    assert codes_of(catalogue.findings) == ["LOD-108"] * 2
    assert catalogue.clinic is not None


def test_what_is_no_content_is_a_note_and_never_an_error(mini: Miniature) -> None:
    for name in ("brochures/._fold.yaml", "clinic.yaml.bak", "brochures/draft.docx", "photo.jpg"):
        mini.write(f"content/{name}", b"\x00\x05\x16\x07")
    for name in (".DS_Store", "brochures/Thumbs.db", "images/README.txt", "README", "packets/notes.md"):
        mini.write(f"content/{name}", b"\x00")
    catalogue = mini.load()
    assert [(one.code, one.is_error) for one in catalogue.findings] == [("LOD-109", False)] * 4
    assert list(catalogue.pieces) == ["fold", "pack"]


def test_a_link_out_of_the_project_or_to_nothing_is_not_followed(mini: Miniature) -> None:
    outside = mini.root.parent / "elsewhere.yaml"
    outside.write_text((mini.root / "content/program.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    mini.remove("content/program.yaml")
    (mini.root / "content/program.yaml").symlink_to(outside)
    (mini.root / "content/labels.yaml").symlink_to(mini.root / "nowhere.yaml")
    (mini.root / "content/forms.yaml").symlink_to(mini.root / "content/forms.yaml")
    (mini.root / "content/waivers.yaml").symlink_to(mini.root / "content/house/words.yaml")
    found = _told(mini)
    assert [place for _, place, _, _ in found] == ["forms.yaml", "labels.yaml", "program.yaml"]
    assert {help_ for _, _, help_, _ in found} == {"put the file itself in its place"}
    assert ("statement", "program.call") in mini.load().spoiled


def test_a_folder_that_is_a_link_out_of_the_project_is_told_once(mini: Miniature) -> None:
    outside = mini.root.parent / "elsewhere"
    (mini.root / "content/packets").rename(outside)
    (mini.root / "content/packets").symlink_to(outside)
    catalogue = mini.load()
    assert [(one.code, one.place.file) for one in catalogue.findings] == [("LOD-107", "content/packets")]
    assert list(catalogue.pieces) == ["fold"]


def test_a_content_folder_that_lies_elsewhere_as_a_whole_is_read(mini: Miniature) -> None:
    outside = mini.root.parent / "elsewhere"
    (mini.root / "content").rename(outside)
    (mini.root / "content").symlink_to(outside)
    assert mini.load().findings == ()


@pytest.mark.parametrize("name", ["program.yml", "Program.yaml", "progam.yaml"])
def test_a_file_under_another_name_is_the_only_thing_told(mini: Miniature, name: str) -> None:
    (mini.root / "content/program.yaml").rename(mini.root / f"content/{name}")
    catalogue = mini.load()
    assert codes_of(catalogue.findings) == ["LOD-107"]
    assert ("statement", "program.call") in catalogue.spoiled


def test_a_piece_under_another_name_is_not_missed_by_its_packet(mini: Miniature) -> None:
    (mini.root / "content/brochures").rename(mini.root / "content/brochure")
    catalogue = mini.load()
    assert codes_of(catalogue.findings) == ["LOD-107"]
    assert ("piece", "fold") in catalogue.spoiled


def test_a_name_that_cannot_be_printed_is_told_and_not_read(mini: Miniature) -> None:
    (mini.root / "content/brochures" / os.fsdecode(b"caf\xe9.yaml")).write_text(CARD, encoding="utf-8")
    (mini.root / "content/brochures/a\nb.yaml").write_text(CARD, encoding="utf-8")
    assert [(code, place) for code, place, _, _ in _told(mini)] == [
        ("LOD-107", "brochures/a?b.yaml"),
        ("LOD-107", "brochures/caf?.yaml"),
    ]
    assert mini.project.slugs() == ("fold", "pack")


def test_what_a_mac_packs_into_a_zip_beside_the_files_is_nobody_s_mistake(mini: Miniature) -> None:
    mini.write("content/__MACOSX/brochures/._fold.yaml", b"\x00\x05")
    assert _told(mini) == []


def test_a_folder_that_may_not_be_read_is_told_once(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Path.iterdir

    def refused(path: Path) -> Iterator[Path]:
        if path.name == "house":
            raise PermissionError(13, "Permission denied")
        return iter([*really(path)])

    monkeypatch.setattr(Path, "iterdir", refused)
    ((code, place, help_, meant),) = _told(mini)
    assert (code, place) == ("LOD-101", "house")
    assert meant == tuple(name for name in SHELF if name.startswith("house/"))
    assert help_ == "give yourself the right to read it (in its properties)"
    assert codes_of(mini.load().findings) == ["LOD-101"]
