from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

import build as program
from brochures.cli.arguments import VERSION
from brochures.engine import system_libraries
from brochures.findings import codes
from brochures.load.slugs import RESERVED
from brochures.pipeline import explained
from brochures.project import paths
from brochures.project.paths import ROOT, Project
from tests.miniature import TODAY, Miniature

pytestmark = pytest.mark.slow

Run = Callable[..., Result]
JSON_KEYS = ["code", "severity", "message", "help", "file", "line", "column", "piece", "edition", "page"]


@pytest.fixture
def run(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in this process, at the miniature project, on a day that never changes."""
    opened = Project.open

    def on_the_day(root: Path | None = None, out: Path | None = None, today: date = TODAY) -> Project:
        return opened(root, out, today)

    monkeypatch.setattr(Project, "open", on_the_day)

    def call(*arguments: str, root: Path | None = None) -> Result:
        where = ["--root", str(root or mini.root)] if "--help" not in arguments else []
        jobs = ["--jobs", "1"] if arguments[:1] in {("build",), ("check",)} else []
        return CliRunner().invoke(program.main, [*arguments, *jobs, *where], prog_name="build.py")

    return call


def _process(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("SOURCE_DATE", "PYTEST"))}
    return subprocess.run(  # noqa: S603 our own program
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**environment, **more.pop("env", {})},
        **more,
    )


def _signed_for_ever(mini: Miniature) -> None:
    path = mini.root / "content/reviews.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("until: 2027", "until: 9027"), encoding="utf-8")


def test_a_complete_shop_builds_with_exit_code_0_and_not_a_word_on_stdout(run: Run, mini: Miniature) -> None:
    result = run("build")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "set fold (screen)" in result.stderr
    lines = [line.split() for line in result.stderr.splitlines()]
    assert ["FILE", "PAGES", "SIZE", "TIME", "STATE", "FINDINGS"] in lines
    (pack,) = (line for line in lines if line[0] == "pack/pack.screen.pdf")
    assert (pack[1], pack[6], pack[7]) == ("4", "final", "-")
    assert result.stderr.splitlines()[-1].startswith("4 made in 0:")
    assert result.stderr.splitlines()[-1].endswith(str(mini.out))


def test_the_word_build_may_be_left_out(run: Run) -> None:
    assert run("pack").exit_code == 0
    result = run("--for", "screen", "--format", "json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")


def test_a_run_with_nothing_to_do_says_so_on_stderr(run: Run) -> None:
    run("build")
    result = run("build")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to do" in result.stderr
    assert "nothing to do" not in run("build", "--force").stderr


def test_an_error_is_exit_code_1_and_reads_as_the_contract_says(run: Run, mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "phon: 847-555-0101\n")
    result = run("build")
    assert result.exit_code == 1
    assert result.stdout == (
        "content/clinic.yaml:5:1 LOD-201 error: unknown key 'phon'\n    help: did you mean 'phone'?\n"
    )
    assert not mini.out.exists()


def test_json_is_a_list_of_objects_with_exactly_the_contract_s_keys(run: Run, mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "phon: 847-555-0101\n")
    mini.replace("content/brochures/fold.yaml", "- statement: program.call", "- statement: program.cal")
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert [list(finding) for finding in found] == [JSON_KEYS] * len(found)
    assert found[0] == {
        "code": "RES-101",
        "severity": "error",
        "message": "there is no statement 'program.cal'",
        "help": "did you mean 'program.call'?",
        "file": "content/brochures/fold.yaml",
        "line": 21,
        "column": 18,
        "piece": "fold",
        "edition": "",
        "page": 0,
    }


def test_json_of_a_run_with_nothing_to_do_is_that_of_the_run_that_built(run: Run, mini: Miniature) -> None:
    mini.sign_but({"program.call": None})
    first, second = run("build", "--format", "json"), run("build", "--format", "json")
    assert "nothing to do" in second.stderr
    by_all = partial(json.dumps, sort_keys=True)
    assert sorted(json.loads(second.stdout), key=by_all) == sorted(json.loads(first.stdout), key=by_all)
    assert len(json.loads(first.stdout)) == 2


def test_a_warning_is_exit_code_0_and_with_release_1(run: Run, mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", "phone:")
    proof = run("check", "fold")
    assert proof.exit_code == 0
    assert "content/clinic.yaml:3:1 (fold) REL-101 warning: 'phone' is empty" in proof.stdout
    release = run("check", "fold", "--release")
    assert release.exit_code == 1
    assert "content/clinic.yaml:3:1 (fold) REL-101 error: 'phone' is empty" in release.stdout


def test_build_counts_what_waits_for_people_and_check_lists_it(run: Run, mini: Miniature) -> None:
    mini.sign_but({"program.call": None})
    built = run("build", "fold")
    assert built.stdout.splitlines()[0] == "fold proof: 1 texts without a signature (REL-102)"
    assert "proof" in built.stderr
    assert "content/program.yaml:10:3 (fold) REL-102 warning" in run("check", "fold").stdout


def test_check_publishes_nothing(run: Run, mini: Miniature) -> None:
    assert run("check").exit_code == 0
    assert not mini.out.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "flod"], ["flod", "fold, pack"]),
        (["check", "flod"], ["flod", "fold, pack"]),
        (["flod"], ["flod", "fold, pack"]),
        (["build", "--for", "slides"], ["slides", "screen", "desk"]),
        (["build", "--format", "xml"], ["xml", "text", "json"]),
        (["build", "--quickly"], ["--quickly"]),
        (["biuld"], ["biuld", "did you mean the command 'build'?"]),
        (["check", "--for", "pres"], ["did you mean 'press'?"]),
        (["check", "--out", ""], ["--out", "the name of the folder is empty"]),
        (["build", "--out", " "], ["--out", "the name of the folder is empty"]),
        (["explain", "XXX-000"], ["XXX-000", "A code looks like LOD-104"]),
        (["explain"], ["CODE"]),
    ],
)
def test_wrong_usage_is_exit_code_2_and_names_what_exists(run: Run, arguments: list[str], words: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert all(word in result.stderr for word in words)


@pytest.mark.parametrize("arguments", [["build"], ["check"], ["list"], ["schema"], []])
def test_a_folder_that_is_no_project_is_wrong_usage(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "empty" / "content").mkdir(parents=True)
    result = run(*arguments, root=tmp_path / "empty")
    assert result.exit_code == 2
    assert "is not a project: it has no templates/, no styles/ (there: content)" in result.stderr


def test_a_root_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run("build", root=tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "no such folder" in result.stderr


def test_list_of_a_project_with_mistakes_lists_the_good_ones_and_tells_the_mistakes(run: Run, mini: Miniature) -> None:
    mini.replace("content/packets/pack.yaml", "title: A packet", "titel: A packet")
    result = run("list")
    assert result.exit_code == 1
    assert "\nfold " in result.stdout
    assert "content/packets/pack.yaml:2:1 LOD-201 error" in result.stdout


@pytest.mark.parametrize("code", sorted(codes.ALL))
def test_every_code_is_explained(run: Run, code: str) -> None:
    result = run("explain", code.lower())
    assert result.exit_code == 0
    known = codes.ALL[code]
    assert result.stdout == f"{explained()[code].as_text()}\n"
    said = result.stdout.splitlines()
    assert said[:4] == [f"{code} ({known.severity}): {known.title}", "", known.explanation, ""]
    labels = [line[:11].strip() for line in said[4:] if line[:1].strip()]
    assert labels[:3] == ["looks for:", "source:", "mend:"]
    assert f"mend:      {known.mend}" in said


def test_clean_shows_and_removes_what_is_made_no_more(run: Run, mini: Miniature) -> None:
    run("build", "fold")
    (mini.root / "content/brochures/fold.yaml").rename(mini.root / "content/brochures/fald.yaml")
    mini.replace("content/packets/pack.yaml", "reading: fold", "reading: fald")
    old = mini.path("fold.screen")
    assert "out/fold PUB-102 warning: no piece makes these 3 any more" in run("check").stdout
    (mini.out / "fold" / "fold.desk.pdf").write_bytes(b"changed")
    shown = run("clean", "--dry-run")
    assert (shown.exit_code, shown.stdout.splitlines()) == (0, [
        f"would remove {mini.path('fold.desk-instructions').parents[1] / 'fold' / 'fold.desk-instructions.pdf'}",
        f"left alone {mini.path('fold.desk')}: it is not what was made here, remove it yourself if nobody needs it",
        f"would remove {old}",
    ])  # fmt: skip
    assert old.is_file()
    assert f"removed {old}" in run("clean").stdout
    assert [path.name for path in (mini.out / "fold").iterdir()] == ["fold.desk.pdf"]
    (mini.out / "fold" / "fold.desk.pdf").unlink()
    assert run("clean").stdout == "nothing to remove: each file that was made here is still made\n"


def test_a_run_with_nothing_to_do_tells_of_leftovers_too(run: Run, mini: Miniature) -> None:
    run("build")
    mini.write("out/gone/gone.screen.pdf", "old")
    for arguments, count in ((["build"], 1), (["build", "fold"], 0)):
        result = run(*arguments)
        assert "nothing to do" in result.stderr
        assert result.stdout.count("PUB-102 warning") == count


def test_two_builds_at_once_wait_for_each_other_and_both_are_on_record(mini: Miniature) -> None:
    lines = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})",
        "from pathlib import Path; from brochures.project.lock import locked",
        f"with locked(Path({str(mini.out)!r}), print): print('has it', flush=True); sys.stdin.readline()",
    )
    held = ["-c", "\n".join(lines)]
    with subprocess.Popen([sys.executable, *held], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:  # noqa: S603
        assert first.stdout
        assert first.stdin
        assert first.stdout.readline() == "has it\n"
        with subprocess.Popen(  # noqa: S603 our own program
            [sys.executable, ROOT / "build.py", "pack", "--root", mini.root], stderr=subprocess.PIPE, text=True
        ) as second:
            assert second.stderr
            assert second.stderr.readline() == f"build.py: another run writes into {mini.out}: waiting for it\n"
            mini.build("fold")
            first.stdin.write("go on\n")
            first.stdin.flush()
            second.communicate(timeout=60)
            assert second.returncode == 0
    assert set(mini.manifest()["pieces"]) == {"fold", "pack"}


def test_a_build_into_a_folder_that_cannot_be_is_told_before_anything_is_made(run: Run, mini: Miniature) -> None:
    mini.write("out", "a file")
    result = run("build")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.count("PUB-101 error") == 1


def test_schema_writes_its_files_and_names_them(run: Run, mini: Miniature) -> None:
    result = run("schema")
    assert result.exit_code == 0
    names = result.stdout.splitlines()
    assert "content/.schema/clinic.schema.json" in names
    assert all(json.loads((mini.root / name).read_text(encoding="utf-8"))["$schema"] for name in names)


def test_schema_into_a_folder_that_cannot_be_written_is_told(run: Run, mini: Miniature) -> None:
    mini.write("content/.schema", "a file where the folder should be")
    result = run("schema")
    assert (result.exit_code, "PUB-101 error" in result.stdout) == (1, True)


def test_help_is_a_command_too_and_the_version_has_short_names() -> None:
    def said(*arguments: str) -> str:
        return CliRunner().invoke(program.main, arguments, prog_name="build.py").stdout

    assert said("help") == said("--help") == said("-h")
    assert said("help", "check") == said("check", "--help")
    assert len({said(option) for option in VERSION}) == 1


def test_sheets_in_a_language_that_there_is_not_are_wrong_usage(run: Run, mini: Miniature) -> None:
    mini.write("content/labels.yaml", "labels:\n  calibration.title: {en: Sheet, es: Hoja}\n")
    result = run("calibrate", "--language", "fr")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no language 'fr'. The languages of content/labels.yaml are: en, es" in result.stderr


def test_the_tab_key_offers_commands_and_pieces(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    def offered(words: str) -> list[str]:
        complete = ShellComplete(program.main, {}, "build.py", "_BUILD_PY_COMPLETE")
        return [one.value for one in complete.get_completions(words.split(" ")[:-1], words.rsplit(" ", maxsplit=1)[-1])]

    monkeypatch.setattr(paths, "ROOT", mini.root)
    assert offered("f") == ["fax", "fold"]
    assert offered("cal") == ["calibrate"]
    assert offered("proof ") == ["fold", "pack"]
    assert offered("check fold p") == ["pack"]
    monkeypatch.setattr(paths, "ROOT", mini.root / "content")
    assert offered("check ") == []


@pytest.mark.parametrize("code_page", ["cp1252", "cp437"])
def test_findings_reach_a_file_whose_code_page_lacks_a_letter(mini: Miniature, code_page: str) -> None:
    mini.replace("content/packets/pack.yaml", "title: A packet", "titlễ: A packet")
    result = _process(
        ROOT / "build.py", "list", "--root", mini.root, env={"PYTHONIOENCODING": code_page, "PYTHONUTF8": "0"}
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert r"unknown key 'titl\u1ec5'" in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_what_cannot_be_printed_is_told(mini: Miniature) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(  # noqa: S603 our own program
            [sys.executable, ROOT / "build.py", "list", "--root", mini.root],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert (result.returncode, result.stderr) == (3, "build.py: the system refused: No space left on device\n")


def test_a_package_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def gone(**_: object) -> None:
        raise ModuleNotFoundError("No module named 'weasyprint'")

    monkeypatch.setattr(program, "main", gone)
    with pytest.raises(SystemExit) as ended:
        program._run()
    assert ended.value.code == 3
    assert "is damaged (No module named 'weasyprint'): remove the folder .venv, then make it" in capsys.readouterr().err


def test_every_command_has_help_and_takes_root(run: Run) -> None:
    assert set(program.main.commands) <= RESERVED
    for name, command in program.main.commands.items():
        result = run(name, "--help")
        assert result.exit_code == 0
        assert command.help
        assert "--root" in result.stdout


@pytest.mark.parametrize("arguments", [["build"], ["check"], ["list"]])
@pytest.mark.parametrize("bad", [b"", b"\xff", b"a: [", b"- 1", b"a: *a", b"\0", b"[" * 300_000])
def test_no_content_makes_a_traceback(run: Run, mini: Miniature, arguments: list[str], bad: bytes) -> None:
    for path in sorted(mini.root.glob("content/**/*.yaml")):
        path.write_bytes(bad)
    result = run(*arguments)
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 1
    assert " error: " in result.stdout


def test_without_pango_it_is_exit_code_3_and_the_lines_that_install_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "missing", lambda: ["pango", "harfbuzz-subset"])
    result = run("build")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert "missing system libraries: pango, harfbuzz-subset" in result.stderr
    for line in system_libraries.install_lines().values():
        assert line in result.stderr


def _copied_without_environment(folder: Path) -> None:
    """Copy what a command needs before there is an environment."""
    shutil.copy(ROOT / "build.py", folder)
    (folder / "brochures").mkdir()
    shutil.copy(ROOT / "brochures" / "__init__.py", folder / "brochures")
    shutil.copytree(ROOT / "brochures" / "project", folder / "brochures" / "project")


def test_without_an_environment_it_is_exit_code_3_and_the_line_that_makes_one(tmp_path: Path) -> None:
    _copied_without_environment(tmp_path)
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    result = _process("-S", tmp_path / "build.py")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr == "build.py: the project's environment is missing; make it with: make\n"


def test_an_environment_of_another_lock_file_is_none(tmp_path: Path) -> None:
    _copied_without_environment(tmp_path)
    (tmp_path / "requirements.lock").write_text("new\n", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "requirements.lock").write_text("old\n", encoding="utf-8")
    assert _process("-S", tmp_path / "build.py").returncode == 3


@pytest.mark.skipif(os.name == "nt", reason="the system's own Python is elsewhere")
def test_another_python_hands_over_to_the_project_s_own(mini: Miniature) -> None:
    other = Path(vars(sys)["_base_executable"])  # the one that made the environment
    result = subprocess.run(  # noqa: S603 our own program
        [other, "-S", ROOT / "build.py", "list", "--root", mini.root],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=mini.root,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "A folded piece" in result.stdout


def test_a_run_with_nothing_to_do_loads_no_model_no_parser_and_no_engine(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200", "phone:")
    mini.sign_but({})
    _signed_for_ever(mini)
    arguments = ["--root", str(mini.root), "--format", "json"]
    first = _process(ROOT / "build.py", "build", "--jobs", "2", *arguments)
    watch = (
        "import sys, runpy\n"
        f"sys.argv = ['build.py', 'build', *{arguments!r}]\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "try:\n"
        f"    runpy.run_path({str(ROOT / 'build.py')!r}, run_name='__main__')\n"
        "finally:\n"
        "    heavy = {'weasyprint', 'yaml', 'pydantic', 'jinja2', 'pypdf', 'citeproc', 'tinycss2'}\n"
        "    sys.stderr.write(f'loaded: {sorted(heavy & set(sys.modules))}\\n')\n"
    )
    second = _process("-c", watch)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "nothing to do" in second.stderr
    assert "loaded: []" in second.stderr
    assert {found["code"] for found in json.loads(first.stdout)} == {"REL-101"}
    assert json.loads(second.stdout) == json.loads(first.stdout)


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_pipe_gets_no_escape_codes(mini: Miniature, environment: dict[str, str]) -> None:
    mini.append("content/clinic.yaml", "phon: 1\n")
    result = _process(ROOT / "build.py", "check", "--root", mini.root, env=environment)
    assert result.returncode == 1
    assert "\x1b" not in result.stdout + result.stderr
    assert result.stdout.startswith("content/clinic.yaml:5:1 LOD-201 error: unknown key 'phon'\n")


def test_the_words_no_color_take_the_colours_from_a_terminal(
    run: Run, mini: Miniature, monkeypatch: pytest.MonkeyPatch
) -> None:
    mini.append("content/clinic.yaml", "phon: 1\n")
    arguments = ["check", "--jobs", "1", "--root", str(mini.root)]
    coloured = CliRunner().invoke(program.main, arguments, color=True)
    assert "\x1b[31merror\x1b[0m" in coloured.stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(program.main, arguments, color=True).stdout
    assert run("check").exit_code == 1


def test_a_build_date_that_is_none_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("99999999999999999", "soon", "²"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
        result = run("build")
        assert result.exit_code == 2
        assert "SOURCE_DATE_EPOCH" in result.stderr


def test_a_build_leaves_nothing_in_the_system_s_temporary_folder(mini: Miniature, tmp_path: Path) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    result = subprocess.run(  # noqa: S603 our own program
        [sys.executable, ROOT / "build.py", "--root", mini.root, "--jobs", "2"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "TMPDIR": str(folder)},
    )
    assert result.returncode == 0, result.stderr
    assert not list(folder.iterdir())


def test_an_edition_that_a_named_piece_lacks_is_wrong_usage_and_says_what_exists(mini: Miniature) -> None:
    for force in ([], ["--force"]):
        result = CliRunner().invoke(program.main, ["build", "pack", "--for", "desk", "--root", str(mini.root), *force])
        assert result.exit_code == 2
        assert "Its editions are: screen" in result.stderr


def test_calibrate_writes_a_sheet_for_each_turn_of_the_office_s_paper(tmp_path: Path) -> None:
    result = CliRunner().invoke(program.main, ["calibrate", "--out", str(tmp_path)], prog_name="build.py")
    assert result.exit_code == 0
    names = [f"calibration/calibration.letter.{turn}-edge.pdf" for turn in ("long", "short")]
    assert result.stdout.split() == [str(tmp_path / name) for name in names]
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in names)


def test_a_card_is_imposed_for_a_printer_that_takes_sheets(tmp_path: Path) -> None:
    arguments = ["impose", "crisis-card", "--printer", "office", "--out", str(tmp_path)]
    result = CliRunner().invoke(program.main, arguments, prog_name="build.py")
    assert result.exit_code == 0
    folder = tmp_path / "printers" / "office"
    assert (folder / "crisis-card" / "crisis-card.press-imposed.pdf").is_file()
    record = json.loads((folder / "manifest.json").read_bytes())["pieces"]["crisis-card"]["outputs"]
    assert list(record) == ["press", "press-imposed"]
    assert not (tmp_path / "manifest.json").exists()
    assert "press-imposed.pdf" in result.stdout
    assert "(unchanged)" in CliRunner().invoke(program.main, arguments, prog_name="build.py").stdout


@pytest.mark.parametrize(
    ("slug", "printer", "message"),
    [
        ("crisis-card", "online-us", "takes single pages. Those with 'impose' in content/printers.yaml: office"),
        ("crisis-card", "nobody", "there is no printer 'nobody'"),
        ("no-card", "office", "there is no piece 'no-card'"),
        ("program-trifold", "office", "'program-trifold' is no card"),
    ],
)
def test_what_cannot_be_imposed_is_wrong_usage(tmp_path: Path, slug: str, printer: str, message: str) -> None:
    arguments = ["impose", slug, "--printer", printer, "--out", str(tmp_path)]
    result = CliRunner().invoke(program.main, arguments, prog_name="build.py")
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
