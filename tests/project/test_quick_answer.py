"""What is answered at once must be what the long way would say: each change of what an answer depends on is made by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from brochures.project import quick_answer as quick
from brochures.project.kept_answer import keep_answer
from brochures.project.paths import Project
from brochures.project.quick_answer import FILE, bare, quick_answer
from tests.miniature import SHOP

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there all is in doubt")

ORDER = ["--root", "here"]
SAID, TOLD = "one \x1b[33mwarning\x1b[0m: ü\ntwo\n", "nothing to do: out/ is up to date"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project that is a program, too: all files were changed an hour ago."""
    root = tmp_path / "here"
    for name in ("content/images/a.svg", "content/a.yaml", "templates/t.html", "styles/s.css", "out/a/a.pdf", "out/manifest.json",
                 "brochures/a.py", "brochures/b/c.py", "build.py", "requirements.lock"):  # fmt: skip
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("12345")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("brochures.project.kept_answer.ROOT", root)
    monkeypatch.setattr(sys, "argv", ["build.py", *ORDER])
    return Project.open(root)


def _kept(project: Project, until: date | None = None, *, old: bool = True) -> Path:
    """Let an answer be kept; ``old``: long after everything else was changed."""
    keep_answer(project, SAID, TOLD, lambda: (True, until))
    path = project.out / FILE
    if old:
        later = time.time_ns() + 3600 * 10**9
        os.utime(path, ns=(later, later))
    return path


def _asked(project: Project, order: list[str] = ORDER) -> tuple[str, str] | None:
    return quick_answer(order, str(project.root))


def test_the_same_order_is_answered_with_the_same_words(project: Project) -> None:
    _kept(project)
    assert _asked(project) == (SAID, TOLD)
    assert bare(SAID) == "one warning: ü\ntwo\n"
    assert _asked(project, ["--root=here"]) is None
    assert _asked(project, [*ORDER, "--release"]) is None
    assert _asked(project, []) is None


def test_nothing_printed_is_answered_with_nothing(project: Project) -> None:
    keep_answer(project, "", TOLD, lambda: (True, None))
    assert _asked(project) == ("", TOLD)


def _edit(project: Project, name: str, text: str = "1234") -> None:
    (project.root / name).write_text(text)


CHANGES: dict[str, Callable[[Project], object]] = {
    "words": lambda project: _edit(project, "content/a.yaml"),
    "a picture": lambda project: _edit(project, "content/images/a.svg"),
    "a template": lambda project: _edit(project, "templates/t.html"),
    "a style": lambda project: _edit(project, "styles/s.css"),
    "the program": lambda project: _edit(project, "brochures/b/c.py"),
    "the command line": lambda project: _edit(project, "build.py"),
    "the lock file": lambda project: _edit(project, "requirements.lock"),
    "a finished file": lambda project: _edit(project, "out/a/a.pdf"),
    "the manifest": lambda project: _edit(project, "out/manifest.json"),
    "words of the same size": lambda project: _edit(project, "content/a.yaml", "12346"),
    "words that are gone": lambda project: (project.root / "content/a.yaml").unlink(),
    "new words": lambda project: _edit(project, "content/b.yaml"),
    "a finished file that is gone": lambda project: (project.root / "out/a/a.pdf").unlink(),
    "something left over": lambda project: _edit(project, "out/a/b.pdf"),
    "an edition for a print shop": lambda project: shutil.copytree(project.out / "a", project.out / "printers"),
    "another name": lambda project: (project.root / "content/a.yaml").rename(project.root / "content/c.yaml"),
    "who may read": lambda project: (project.root / "content/a.yaml").chmod(0o600),
    "a file that was put in its place": lambda project: (
        shutil.copy2(project.root / "content/a.yaml", project.root / "x"), (project.root / "x").replace(project.root / "content/a.yaml")
    ),
    "a link": lambda project: (project.root / "content/link.yaml").symlink_to(project.root / "build.py"),
    "another folder for styles": lambda project: shutil.rmtree(project.root / "styles"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_long_way_is_gone(project: Project, change: str) -> None:
    _kept(project)
    assert _asked(project) is not None
    CHANGES[change](project)
    assert _asked(project) is None


def test_words_whose_time_was_set_back_are_seen_by_the_time_that_nobody_sets(project: Project) -> None:
    _kept(project)
    path = project.root / "content/a.yaml"
    before = path.stat()
    path.write_text("12346")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert _asked(project) is None


@pytest.mark.parametrize(("more", "found"), [(0, True), (1, False)])
def test_a_file_changed_within_a_grain_of_when_the_answer_was_written_is_read(
    project: Project, monkeypatch: pytest.MonkeyPatch, more: int, *, found: bool
) -> None:
    for module in ("quick_answer", "kept_answer"):  # a disk on which the change leaves no trace
        monkeypatch.setattr(f"brochures.project.{module}.shown", lambda _: "the same")
    kept = _kept(project, old=False).stat()
    _edit(project, "content/a.yaml", "12346")
    changed = (project.root / "content/a.yaml").stat()
    distance = min(kept.st_mtime_ns, kept.st_ctime_ns) - max(changed.st_mtime_ns, changed.st_ctime_ns)
    monkeypatch.setattr(quick, "GRAIN", distance + more)
    assert (_asked(project) is not None) == found


@pytest.mark.parametrize(("text", "found"), [("12345", True), ("12346", False)])
def test_files_on_another_disk_are_read(
    project: Project, monkeypatch: pytest.MonkeyPatch, text: str, *, found: bool
) -> None:
    for module in ("quick_answer", "kept_answer"):  # a disk on which the change leaves no trace
        monkeypatch.setattr(f"brochures.project.{module}.shown", lambda _: "the same")
    _kept(project)
    _edit(project, "content/a.yaml", text)
    monkeypatch.setattr(quick, "GRAIN", -(10**18))
    assert _asked(project) is not None
    stat = os.stat
    there = SimpleNamespace(st_dev=-1, st_mode=0o100644, st_mtime_ns=4 * 10**18, st_ctime_ns=4 * 10**18)
    monkeypatch.setattr(os, "stat", lambda path, **how: there if str(path).endswith(FILE) else stat(path, **how))
    assert (_asked(project) is not None) == found


def test_a_grain_is_more_than_the_two_seconds_of_the_coarsest_disk() -> None:
    assert quick.GRAIN > 2 * 10**9


@pytest.mark.parametrize(("days", "found"), [(0, False), (1, True)])
def test_an_answer_holds_before_the_day_on_which_something_falls_due(
    project: Project, days: int, *, found: bool
) -> None:
    _kept(project, project.today + timedelta(days))
    assert (_asked(project) is not None) == found


def test_a_clock_that_was_set_back_is_in_doubt(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(project)
    yesterday = str(project.today - timedelta(1))
    monkeypatch.setattr(time, "strftime", lambda _: yesterday)
    assert _asked(project) is None


def test_another_folder_another_python_and_another_date_of_build_are_in_doubt(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert _asked(project) is None
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", "4.0")
        assert _asked(project) is None
    with monkeypatch.context() as patch:
        patch.setenv("_BUILD_PY_COMPLETE", "bash_complete")
        assert _asked(project) is None
    assert _asked(project) == (SAID, TOLD)
    monkeypatch.chdir(project.root)
    assert _asked(project) is None


@pytest.mark.parametrize(
    "text", ["", "x", "\n\n.\n", "nothing to do, form 1\n2026 2027\n.\n", "\0" * 50, "a\nb c\nd\n.\n"]
)
def test_a_broken_answer_is_none(project: Project, text: str) -> None:
    path = _kept(project)
    path.write_text(text, encoding="utf-8")
    assert _asked(project) is None


def test_no_answer_is_kept_where_anything_is_in_doubt(project: Project) -> None:
    keep_answer(project, SAID, TOLD, lambda: (False, None))
    assert not (project.out / FILE).exists()
    (project.root / "content/link.yaml").symlink_to(project.root / "build.py")
    keep_answer(project, SAID, TOLD, lambda: (True, None))
    assert not (project.out / FILE).exists()


def test_words_that_change_while_the_answer_is_kept_make_the_next_run_go_the_long_way(project: Project) -> None:
    def again() -> tuple[bool, date | None]:
        _edit(project, "content/a.yaml", "12346")
        return True, None

    keep_answer(project, SAID, TOLD, again)
    assert _asked(project) is None


@pytest.mark.slow
def test_a_run_that_asks_again_says_the_same_before_click_is_imported(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(SHOP, root)
    ledger = root / "content" / "reviews.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("until: 2027", "until: 9027"), encoding="utf-8")
    watch = (
        "import sys, runpy\n"
        f"sys.argv = ['build.py', 'fold', '--for', 'screen', '--root', {str(root)!r}]\n"
        f"sys.path.insert(0, {str(Path(quick.__file__).parents[2])!r})\n"
        "try:\n"
        f"    runpy.run_path({str(Path(quick.__file__).parents[2] / 'build.py')!r}, run_name='__main__')\n"
        "finally:\n"
        "    loaded = {'click', 'yaml', 'json', 'datetime', 'pathlib', 're'} & set(sys.modules)\n"
        "    sys.stderr.write(f'loaded: {sorted(loaded)}\\n')\n"
    )

    def run() -> tuple[int, str, str, str]:
        done = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=False, timeout=120)  # noqa: S603
        *told, loaded = done.stderr.splitlines()
        return done.returncode, done.stdout, told[-1], loaded

    run()
    second, third = run(), run()
    assert second[:3] == third[:3]
    assert third[2].startswith("nothing to do: ")
    assert "click" in second[3]
    assert "click" not in third[3]
    (root / "content" / "clinic.yaml").write_text((root / "content" / "clinic.yaml").read_text() + "# more\n")
    assert "click" in run()[3]
