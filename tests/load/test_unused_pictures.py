"""Files beside ``images.yaml`` that nobody declares, and pictures that nobody shows."""

from __future__ import annotations

from tests.miniature import Miniature, codes_of

IMAGES = "content/images/images.yaml"
SECOND = "  second:\n    file: second.svg\n    alt: {en: A second leaf}\n    rights: drawn for these tests\n"
ONLY_PUT_THERE = "nothing in images.yaml names this file, so no piece can show it"


def test_a_file_that_nobody_declares_is_told_at_the_file(mini: Miniature) -> None:
    mini.write("content/images/our house.jpg", b"")
    mini.write("content/images/old/leaf.png", b"")
    (first, second) = mini.load().findings
    assert (str(first.place), str(second.place)) == ("content/images/old/leaf.png", "content/images/our house.jpg")
    assert (first.code, first.message) == ("RES-110", ONLY_PUT_THERE)
    assert (
        first.help == "declare it in content/images/images.yaml with file, alt and rights, or take it out of the folder"
    )
    assert not first.is_error


def test_what_systems_leave_in_folders_is_let_be(mini: Miniature) -> None:
    for name in (".DS_Store", "README.txt", "notes.md", "Thumbs.db", "desktop.ini", ".thumbnails/leaf.png"):
        mini.write(f"content/images/{name}", b"")
    assert mini.load().findings == ()


def test_a_folder_without_declarations_is_told_too(mini: Miniature) -> None:
    mini.remove(IMAGES)
    assert [(found.code, str(found.place)) for found in mini.load().findings] == [
        ("RES-110", "content/images/leaf.svg")
    ]


def test_a_project_without_pictures_has_nothing_to_tell(mini: Miniature) -> None:
    mini.remove(IMAGES)
    mini.remove("content/images/leaf.svg")
    (mini.root / "content" / "images").rmdir()
    assert mini.load().findings == ()


def test_a_name_in_other_capitals_is_told_where_it_is_declared_and_not_twice(mini: Miniature) -> None:
    mini.replace(IMAGES, "leaf.svg", "Leaf.svg")
    assert mini.load().findings == ()
    (found,) = mini.check("fold")
    assert (found.code, found.help) == ("RES-104", "there is 'leaf.svg': write it so, capitals too")


def test_a_picture_that_no_piece_shows_is_a_note_at_its_name(mini: Miniature) -> None:
    mini.append(IMAGES, SECOND)
    mini.write("content/images/second.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>")
    (found,) = mini.load().findings
    assert (found.code, str(found.severity), str(found.place)) == ("RES-111", "note", f"{IMAGES}:7:3")
    assert (found.message, found.help) == (
        "no piece shows 'second'",
        "write '- picture: {image: second}' where it is to stand",
    )


def test_what_a_specimen_shows_is_shown(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "    - picture: {image: leaf}\n", "")
    mini.write(
        "content/specimens/picture.yaml", "audience: patient\nplaces: [panel]\nblocks:\n  - picture: {image: leaf}\n"
    )
    assert "RES-111" not in codes_of(mini.load().findings)
    mini.remove("content/specimens/picture.yaml")
    assert codes_of(mini.load().findings) == ["RES-111"]


def test_where_a_file_has_mistakes_nobody_can_tell_what_is_shown(mini: Miniature) -> None:
    mini.replace("content/brochures/fold.yaml", "audience: patient", "audience: everybody")
    mini.write("content/images/room.jpg", b"")
    assert codes_of(mini.load().findings) == ["LOD-204"]
