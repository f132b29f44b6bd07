"""The engine reads files of the project and nothing else."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from brochures.engine.fetcher import MAX_BYTES, ProjectFetcher, RefusedError
from brochures.engine.plain_pictures import plain
from brochures.engine.typesetter import Typesetter
from tests.miniature import Miniature
from tests.resolve.pictures import saved, scene


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a picture.svg").write_text("<svg/>", encoding="utf-8")
    (root / "notes.txt").write_text("notes", encoding="utf-8")
    (tmp_path / "secret.svg").write_text("<svg/>", encoding="utf-8")
    (root / "inside.svg").symlink_to(root / "a picture.svg")
    (root / "outside.svg").symlink_to(tmp_path / "secret.svg")
    (root / "folder.svg").mkdir()
    return root


def test_a_file_of_the_project_is_read_with_its_type(project: Path) -> None:
    fetcher = ProjectFetcher(project, {})
    for name in ("a%20picture.svg", "inside.svg", "./a%20picture.svg", "folder.svg/../inside.svg"):
        response = fetcher.fetch(f"{project.as_uri()}/{name}")
        assert response.read() == b"<svg/>"
        assert response.content_type == "image/svg+xml"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/a.svg", "never the network"),
        ("https://example.org/a.svg", "never the network"),
        ("HTTPS://example.org/a.svg", "never the network"),
        ("ftp://example.org/a.svg", "never the network"),
        ("//example.org/a.svg", "never the network"),
        ("data:image/svg+xml,<svg/>", "never the network"),
        ("javascript:alert(1)", "never the network"),
        ("file://example.org/{root}/inside.svg", "never the network"),
        ("file://{root}/../secret.svg", "outside the project"),
        ("file://{root}/%2e%2e/secret.svg", "outside the project"),
        ("file://{root}/..%2fsecret.svg", "outside the project"),
        ("file://{root}/outside.svg", "outside the project"),
        ("file:///etc/hostname", "outside the project"),
        ("file:///dev/zero", "outside the project"),
        ("file://{root}/none.svg", "no such file"),
        ("file://{root}/a%00.svg", "no such file"),
        ("file://{root}/folder.svg", "not a file"),
        ("file://{root}/notes.txt", "'.txt' are not read"),
    ],
)
def test_everything_else_is_refused(project: Path, url: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        ProjectFetcher(project, {}).fetch(url.format(root=project.as_posix()))


def test_a_file_that_is_too_large_is_refused(project: Path) -> None:
    with (project / "large.png").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(RefusedError, match="more than"):
        ProjectFetcher(project, {}).fetch((project / "large.png").as_uri())


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://example.org/a.png" alt="a">',
        '<img src="data:image/png;base64,AAAA" alt="a">',
        '<img src="../../secret.png" alt="a">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<style>@import url("https://example.org/a.css");</style>',
        '<style>p { background: url("https://example.org/a.png") }</style><p>a</p>',
        '<style>@font-face { font-family: F; src: url("https://example.org/a.ttf") } p { font-family: F }</style><p>a</p>',
        '<base href="https://example.org/"><img src="a.png" alt="a">',
        '<embed src="https://example.org/a.png">',
        '<object data="https://example.org/a.png"></object>',
    ],
)
def test_the_engine_is_refused_in_every_way_that_it_can_ask(typesetter: Typesetter, html: str) -> None:
    _, said = typesetter.set(f'<html lang="en"><title>t</title>{html}', "screen", tagged=False)
    assert {one.finding.code for one in said} == {"ENG-102"}


def test_a_drawing_cannot_bring_in_another_file(mini: Miniature, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    drawing = f'<image xlink:href="{(tmp_path / "secret.svg").as_uri()}" width="9" height="9"/></svg>'
    inline = f'<svg xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" style="height: 9pt"><title>A leaf</title>{drawing}'
    mini.replace("templates/documents/pack.html", "<h1>", f"{inline}<h1>")
    told = {finding.code for finding in mini.check("pack") if finding.is_error}
    assert told == {"ENG-102", "PRE-112", "PRE-145"}, "nothing is painted in its place, either"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.css", "text/css"), ("a.svg", "image/svg+xml"), ("a.otf", "font/otf"), ("a.ttf", "font/ttf"), ("a.woff2", "font/woff2"), ("a.SVG", "image/svg+xml"),
    ],
)  # fmt: skip
def test_each_kind_of_file_has_its_type(project: Path, name: str, kind: str) -> None:
    (project / name).write_bytes(b"abc")
    response = ProjectFetcher(project, {}).fetch(f"file://localhost{project.as_posix()}/{name}")
    assert (response.read(), response.content_type) == (b"abc", kind)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", saved(scene(), "PNG"), "image/png"),
        ("a.jpg", saved(scene()), "image/jpeg"),
        ("a.jpeg", saved(scene()), "image/jpeg"),
        ("a.PNG", saved(scene(), "PNG"), "image/png"),
    ],
)
def test_a_picture_of_pixels_is_made_plain(project: Path, name: str, data: bytes, kind: str) -> None:
    (project / name).write_bytes(data)
    response = ProjectFetcher(project, {}).fetch((project / name).as_uri())
    assert (response.read(), response.content_type) == (plain(data), kind)
    assert response.path is None, "the engine would read the file itself when it writes the page"


def test_a_picture_is_cut_as_its_address_says(project: Path) -> None:
    (project / "a.png").write_bytes(saved(scene(), "PNG"))
    response = ProjectFetcher(project, {}).fetch((project / "a.png").as_uri() + "?4/1,0.5,0")
    assert Image.open(io.BytesIO(response.read())).size == (160, 40)


def test_a_picture_that_was_changed_is_read_anew(project: Path) -> None:
    fetcher, picture = ProjectFetcher(project, {}), project / "a.png"
    for at, size in enumerate(((16, 16), (8, 8))):
        picture.write_bytes(saved(scene(*size), "PNG"))
        os.utime(picture, ns=(at, at))
        assert Image.open(io.BytesIO(fetcher.fetch(picture.as_uri()).read())).size == size


def test_a_picture_that_cannot_be_decoded_is_refused_in_words(project: Path) -> None:
    (project / "a.jpg").write_bytes(saved(scene())[:900])
    with pytest.raises(RefusedError, match=r"^it is damaged: it cannot be decoded to its last line$"):
        ProjectFetcher(project, {}).fetch((project / "a.jpg").as_uri())


@pytest.mark.parametrize(("size", "read"), [(MAX_BYTES, True), (MAX_BYTES + 1, False)])
def test_a_file_of_forty_megabytes_is_just_small_enough(project: Path, size: int, *, read: bool) -> None:
    with (project / "large.png").open("wb") as file:
        file.truncate(size)
    fetcher = ProjectFetcher(project, {})
    if read:
        assert fetcher._path((project / "large.png").as_uri()).name == "large.png"
        return
    with pytest.raises(RefusedError) as refused:
        fetcher.fetch((project / "large.png").as_uri())
    assert str(refused.value) == "the file has 41,943,041 bytes, more than 41,943,040"
