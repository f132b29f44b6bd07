from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from brochures.findings import UsageError
from brochures.project.paths import (
    ROOT,
    BuildDateError,
    NoPlaceForFilesError,
    NotAProjectError,
    Project,
    component_file,
    component_key,
)

DAY = date(2026, 3, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content", "templates", "styles"):
        (tmp_path / "project" / name).mkdir(parents=True)
    return tmp_path / "project"


def test_a_project_is_a_folder_with_words_templates_and_styles(root: Path) -> None:
    project = Project.open(root, today=DAY)
    assert (project.root, project.today, project.epoch) == (root, DAY, None)
    assert (project.content, project.templates, project.styles) == (
        root / "content",
        root / "templates",
        root / "styles",
    )
    assert (project.out, project.manifest) == (root / "out", root / "out" / "manifest.json")


def test_where_files_go_may_be_said(root: Path, tmp_path: Path) -> None:
    project = Project.open(root, out=tmp_path / "elsewhere", today=DAY)
    assert project.manifest == tmp_path / "elsewhere" / "manifest.json"


@pytest.mark.parametrize(
    ("out", "what"),
    [
        (".", "the folder of the project itself"),
        ("content", "a part of the project, content/"),
        ("styles/out", "a part of the project, styles/"),
        ("a-file", "a file"),
        ("/", "the top of the disk"),
        (str(ROOT), "the folder of the project itself"),
        (str(ROOT / "brochures" / "out"), "a part of the project, brochures/"),
        ("a" * 300, "nothing that can be opened (File name too long)"),
    ],
)
def test_files_do_not_go_where_the_project_lies_or_no_folder_can_be(root: Path, out: str, what: str) -> None:
    (root / "a-file").touch()
    with pytest.raises(NoPlaceForFilesError) as refused:
        Project.open(root, out=root / out, today=DAY)
    assert f"finished files cannot go into {(root / out).resolve()}: it is {what}. Name another" in str(refused.value)


@pytest.mark.parametrize("out", ["out", "contents", "out/content", "..", "../elsewhere"])
def test_files_may_go_anywhere_else(root: Path, out: str) -> None:
    assert Project.open(root, out=root / out, today=DAY).out == (root / out).resolve()


def test_a_path_that_cannot_be_followed_is_told(root: Path) -> None:
    (root / "a").symlink_to("b")
    (root / "b").symlink_to("a")
    for wrong in (root / "a" / "out", root / "\0"):
        with pytest.raises(UsageError, match="cannot be opened"):
            Project.open(root, out=wrong, today=DAY)


def test_a_root_whose_name_is_no_text_is_told(root: Path) -> None:
    odd = root.rename(root.with_name("\udcff"))
    with pytest.raises(UsageError, match="holds bytes that are no letters: rename the folder"):
        Project.open(odd, today=DAY)


def test_without_a_root_the_project_is_where_the_program_lies() -> None:
    assert Project.open(today=DAY).root == ROOT
    assert (ROOT / "build.py").is_file()


def test_without_a_day_it_is_today(root: Path) -> None:
    before = datetime.now(tz=UTC).astimezone().date()
    assert before <= Project.open(root).today <= datetime.now(tz=UTC).astimezone().date()


@pytest.mark.parametrize("missing", ["content", "templates", "styles"])
def test_a_folder_that_lacks_one_of_the_three_is_no_project(root: Path, missing: str) -> None:
    (root / missing).rmdir()
    there = sorted({"content", "templates", "styles"} - {missing})
    with pytest.raises(NotAProjectError) as refused:
        Project.open(root)
    assert refused.value.missing == [missing]
    assert str(refused.value) == (
        f"{root} is not a project: it has no {missing}/ (there: {', '.join(there)}). "
        "Name a folder that holds all three with --root, or leave it out."
    )


def test_what_is_there_instead_is_listed_up_to_twelve_names(tmp_path: Path) -> None:
    for number in range(10, 23):
        (tmp_path / f"file{number}").touch()
    with pytest.raises(NotAProjectError) as refused:
        Project.open(tmp_path)
    listed = ", ".join(f"file{number}" for number in range(10, 22))
    assert f"no content/, no templates/, no styles/ (there: {listed})." in str(refused.value)


def test_a_folder_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NotAProjectError, match=r"\(there: no such folder\)"):
        Project.open(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    with pytest.raises(NotAProjectError, match=r"\(there: a file of this name\)"):
        Project.open(tmp_path / "file")


def test_the_slugs_are_the_names_of_the_files_brochures_first(root: Path) -> None:
    for name in ("packets/a", "brochures/z", "brochures/b", "specimens/c"):
        path = root / "content" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (root / "content/brochures/notes.txt").touch()
    assert Project.open(root, today=DAY).slugs() == ("b", "z", "a")


def test_a_path_is_told_from_the_root_and_whole_where_it_lies_elsewhere(root: Path, tmp_path: Path) -> None:
    project = Project.open(root, today=DAY)
    assert project.relative(root / "content" / "clinic.yaml") == "content/clinic.yaml"
    assert project.relative(tmp_path / "other.yaml") == (tmp_path / "other.yaml").as_posix()


def test_a_component_is_spelled_with_hyphens_as_a_file_and_with_underscores_as_a_key() -> None:
    assert component_file("key_message_box") == "key-message-box"
    assert component_key("key-message-box") == "key_message_box"


@pytest.mark.parametrize(("seconds", "day"), [("0", date(1970, 1, 1)), ("1772323200", date(2026, 3, 1))])
def test_the_date_inside_files_can_be_set_for_a_build_that_is_made_again(
    root: Path, monkeypatch: pytest.MonkeyPatch, seconds: str, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert Project.open(root, today=DAY).epoch == day


@pytest.mark.parametrize("text", ["yesterday", "1.5", "9" * 30])
def test_a_date_that_is_no_number_of_seconds_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(BuildDateError) as refused:
        Project.open(root)
    assert str(refused.value) == f"SOURCE_DATE_EPOCH is '{text}', not a number of seconds since 1970"
