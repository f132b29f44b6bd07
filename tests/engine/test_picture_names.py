"""The name of a picture in a file says nothing of where the picture lies: only its bytes decide."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from brochures.engine import picture_names, private_api
from brochures.engine.plain_pictures import plain
from brochures.engine.typesetter import Typesetter
from tests.resolve.pictures import saved, scene

LEAF, STONE = saved(scene(16, 16), "PNG"), saved(scene(24, 16), "PNG")


def _written(typesetter: Typesetter, folder: Path, *pictures: bytes) -> bytes:
    """Return the file of a page with ``pictures``, which lie in ``folder``."""
    folder.mkdir()
    for number, data in enumerate(pictures):
        (folder / f"{number}.png").write_bytes(data)
    shown = "".join(
        f'<img src="{(folder / f"{number}.png").as_uri()}" alt="a picture">' for number in range(len(pictures))
    )
    document, said = typesetter.set(f'<html lang="en"><title>t</title><body>{shown}', "screen", tagged=False)
    assert said == ()
    data, _ = typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    return data


def _names(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(name) for name in pdf.pages[0].Resources.XObject}


@pytest.fixture
def root(typesetter: Typesetter, request: pytest.FixtureRequest) -> Path:
    """A folder of this test below the project."""
    folder: Path = typesetter.root / str(request.node.name)
    folder.mkdir()
    return folder


@pytest.mark.parametrize("pictures", [(LEAF,), (STONE, LEAF)], ids=["one", "two"])
def test_pictures_in_another_folder_give_the_same_bytes(
    typesetter: Typesetter, root: Path, pictures: tuple[bytes, ...]
) -> None:
    here, there = (_written(typesetter, root / folder, *pictures) for folder in ("here", "a folder farther away"))
    assert here == there
    assert len(_names(here)) == len(pictures)


def test_a_picture_is_named_by_the_bytes_that_the_engine_is_given(typesetter: Typesetter, root: Path) -> None:
    (name,) = _names(_written(typesetter, root / "named", LEAF))
    assert name == f"/i{hashlib.sha256(plain(LEAF)).hexdigest()}1"


def test_one_picture_under_two_addresses_is_kept_once_and_another_by_itself(typesetter: Typesetter, root: Path) -> None:
    data = _written(typesetter, root / "twice", LEAF, LEAF, STONE)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kept = pdf.pages[0].Resources.XObject
        assert sorted(int(picture.Width) for _, picture in kept.items()) == [16, 24]
        drawn = [
            str(step.operands[0]) for step in pikepdf.parse_content_stream(pdf.pages[0]) if str(step.operator) == "Do"
        ]
    assert [int(name == drawn[0]) for name in drawn] == [1, 1, 0]


def test_what_else_the_engine_says_of_a_picture_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []
    monkeypatch.setattr(picture_names, "_init", lambda *all_of_it, **named: given.append((all_of_it, named)))
    picture_names._named("image", "opened", "of its address", b"bytes", None, {}, orientation="none")
    name = hashlib.sha256(b"bytes").hexdigest()
    assert given == [(("image", "opened", name, b"bytes", None, {}), {"orientation": "none"})]


def test_the_wrapper_is_put_in_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_api.images.RasterImage, "__init__", None)
    picture_names.install()
    picture_names.install()
    assert private_api.images.RasterImage.__init__ is picture_names._named
