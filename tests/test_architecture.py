"""The plan of the project, held by reading the code: which room may use which, and what each may bring in from outside."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import weasyprint
from click.testing import CliRunner

import build
from brochures.project.paths import ROOT

ORDER = (
    "findings", "geometry", "project",
    "load", "design", "resolve", "editorial", "compose",
    "engine", "separations", "layout", "pdf", "press", "preflight",
    "proofs", "production", "publish", "handoff", "partners", "pipeline", "cli", "preview",
)  # fmt: skip
"""The rooms, each of which may use those before it and none after it: the stages in the order of the map, and what they stand on."""

STAGES = ("load", "resolve", "editorial", "compose", "layout", "pdf", "press", "preflight", "publish", "handoff")

ONLY_IN = {
    "click": {"build.py", "cli", "preview"},  # a command stands in the room of what it needs
    "weasyprint": {"engine"},
    "pydyf": {"engine"},
    "fontTools": {"engine", "preflight", "production"},
    "jinja2": {"compose"},
    "yaml": {"load"},
    "citeproc": {"compose"},
    "bibtexparser": {"compose"},
    "segno": {"compose"},
    "tinycss2": {"design", "engine"},
    "cssselect2": {"design"},
    "uharfbuzz": {"design", "production"},
    "pyphen": {"editorial"},
    "mmap": {"editorial"},
    "pypdf": {"preflight"},
    "pikepdf": {"resolve", "separations", "press", "pdf", "preflight", "partners"},
    "pypdfium2": {"resolve", "separations", "press", "pdf", "preflight", "proofs", "partners"},
    "PIL": {
        "design",
        "resolve",
        "engine",
        "separations",
        "pdf",
        "preflight",
        "proofs",
        "press",
    },  # pdf draws a finished page, for all who show one
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
    "lxml": {"compose", "preflight"},
    "pydantic": {"load"},
    "pydantic_core": {"load"},
    "phonenumbers": {"load"},
    "idna": {"load"},
    "rispy": {"load", "compose"},
    "tempfile": {"project", "engine", "partners"},
    "zipfile": {"handoff", "partners"},
    "openpyxl": {"partners"},
    "sqlite3": {"partners"},
    "multiprocessing": {"production"},
    "distributed": {"partners"},
    "logging": {"engine"},
    "ctypes": {"engine", "preflight"},
}
NOWHERE = {"socket", "urllib.request", "http", "requests", "subprocess", "random", "time", "pickle"}
ENGINE_MAY = {("engine", "urllib.request")}
"""``url2pathname`` of the fetcher: it opens nothing."""

PREVIEW_MAY = {("preview", "socket")}
"""It listens on the loopback, so that a port that is taken is told in words; it asks nobody."""

FILES = [ROOT / "build.py", *sorted((ROOT / "brochures").rglob("*.py"))]


@cache
def _tree(path: Path) -> ast.Module:
    """Return what the file says, parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def _room(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "build.py" if parts == ("build",) else parts[1]


@cache
def _imports(path: Path) -> tuple[str, ...]:
    """Return every module that the file imports, also inside functions and for types only."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides which room is meant"
            module = node.module or ""
            yield from (
                (f"{module}.{alias.name}" for alias in node.names) if module.startswith("brochures") else [module]
            )


def _ours(path: Path) -> set[str]:
    return {name.split(".")[1] for name in _imports(path) if name.startswith("brochures.")}


@cache
def _for_types_only(path: Path) -> frozenset[str]:
    """Return the rooms that the file imports under ``if TYPE_CHECKING``."""
    tree = _tree(path)
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    return frozenset(
        str(node.module).split(".")[1]
        for block in blocks
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("brochures.")
    )


def test_every_room_has_its_place_in_the_order() -> None:
    rooms = {_room(path) for path in FILES} - {"build.py", "__init__"}
    assert rooms == set(ORDER)


def test_the_stages_stand_in_the_order_of_the_map() -> None:
    text = (ROOT / "brochures" / "__init__.py").read_text(encoding="utf-8")
    assert re.findall(r"^``(\w+)`` ", text, re.MULTILINE) == list(STAGES)
    assert all(ORDER.index(before) < ORDER.index(after) for before, after in pairwise(STAGES))


@pytest.mark.parametrize("path", FILES[1:], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_uses_only_rooms_before_it(path: Path) -> None:
    room = _room(path)
    if room != "__init__":
        used = _ours(path) - {room} - _for_types_only(path)
        assert {name for name in used if ORDER.index(name) > ORDER.index(room)} == set()


def _modules(room: str) -> dict[str, set[str]]:
    """Return the modules of one room, each with those of the same room that it imports when the program runs."""
    files = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES[1:]
    }
    inside = {name: path for name, path in files.items() if name.split(".")[1:2] == [room]}
    uses: dict[str, set[str]] = {}
    for name, path in inside.items():
        found = {module if module in inside else module.rpartition(".")[0] for module in _imports(path)}
        uses[name] = (found & set(inside)) - {name}
    return uses


@pytest.mark.parametrize("room", [room for room in ORDER if room != "pipeline"])
def test_a_room_is_free_of_circles(room: str) -> None:
    left = _modules(room)
    while left:
        free = {name for name, uses in left.items() if not uses & set(left)}
        assert free, f"these import one another: {sorted(left)}"
        left = {name: uses for name, uses in left.items() if name not in free}


def test_models_know_nothing_of_the_stages() -> None:
    for path in (ROOT / "brochures" / "load" / "model").glob("*.py"):
        assert {name for name in _imports(path) if name.startswith("brochures.")} <= {
            name
            for name in _imports(path)
            if name.startswith(("brochures.load.model.", "brochures.geometry.units.", "brochures.project.edition."))
        }


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_is_used_only_in_its_room(library: str) -> None:
    users = {_room(path) for path in FILES if any(name.split(".")[0] == library for name in _imports(path))}
    assert users <= ONLY_IN[library]


PROMISED = {
    "weasyprint": {"CSS", "HTML", "Document", "Page", "Attachment", "__version__"},
    "weasyprint.text.fonts": {"FontConfiguration"},
    "weasyprint.urls": {"URLFetcher", "URLFetcherResponse", "FatalURLFetchingError"},
}
"""What the engine promises (its docs, "API reference"): the rest is imported by ``engine/private_api.py`` alone, which has a test for each."""


_UNPROMISED = {f"weasyprint.{name}" for name in dir(weasyprint) if name not in PROMISED["weasyprint"]}


def _unpromised(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("weasyprint."))
        elif isinstance(node, ast.ImportFrom) and str(node.module).partition(".")[0] == "weasyprint":
            promised = PROMISED.get(str(node.module), set())
            yield from (f"{node.module}.{name.name}" for name in node.names if name.name not in promised)
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in _UNPROMISED:
            yield ast.unparse(node)


def test_only_the_contract_imports_what_the_engine_does_not_promise() -> None:
    found = {path.name: list(_unpromised(path)) for path in FILES if list(_unpromised(path))}
    assert set(found) == {"private_api.py"}


def test_nothing_asks_the_network_or_another_program() -> None:
    users = {
        (_room(path), name)
        for path in FILES
        for name in _imports(path)
        for away in NOWHERE
        if (name + ".").startswith(away + ".")
    }
    assert users - ENGINE_MAY - PREVIEW_MAY == {("project", "subprocess"), ("project", "time")}


def test_the_engine_is_imported_by_nobody_but_its_own_door() -> None:
    for path in FILES:
        if _room(path) not in {"engine", "cli", "build.py"}:
            inside = {name for name in _imports(path) if name.startswith("brochures.engine")}
            assert inside <= {"brochures.engine.typesetter.Typesetter", "brochures.engine.messages.Message"}, path
            assert "engine" not in _ours(path) - _for_types_only(path)


@pytest.mark.parametrize("path", FILES[1:], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_prints_or_exits_but_the_command_line(path: Path) -> None:
    if path.name == "system_libraries.py":
        return  # make runs it as a program, before there is an environment
    for node in ast.walk(_tree(path)):
        written = ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""
        assert written not in {
            "print",
            "exit",
            "quit",
            "sys.exit",
            "sys.stdout",
            "sys.stderr",
            "SystemExit",
            "os._exit",
        }


def test_exit_codes_have_names() -> None:
    for path in FILES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"sys.exit", "SystemExit"}:
                numbers = [one for one in ast.walk(node) if isinstance(one, ast.Constant) and type(one.value) is int]
                assert not numbers or "argv" in ast.unparse(node), f"{path}: {ast.unparse(node)}"


def test_only_the_project_looks_at_the_clock() -> None:
    users = {
        _room(path)
        for path in FILES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "today", "utcnow"}
        and ast.unparse(node) != "project.today"
        if not ast.unparse(node).endswith(("project.today", "self.today"))
    }
    assert users == {"project"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_has_more_than_one_purpose_s_worth_of_lines(path: Path) -> None:
    # A command is a dozen lines of arguments, and there is nothing else in build.py.
    most = 400 if path.name == "build.py" else 300
    assert len(path.read_text(encoding="utf-8").splitlines()) <= most


BRANCHES = ast.If | ast.IfExp | ast.For | ast.While | ast.ExceptHandler | ast.comprehension | ast.match_case
"""What splits the way through a function in two."""


def _ways(function: ast.AST) -> int:
    """Return the cyclomatic complexity of ``function`` (McCabe 1976): one, and one more for each branch, ``and``, ``or`` and filter."""
    nodes = [*ast.walk(function)]
    conditions = sum(len(node.values) - 1 for node in nodes if isinstance(node, ast.BoolOp))
    filters = sum(len(node.ifs) for node in nodes if isinstance(node, ast.comprehension))
    return 1 + sum(isinstance(node, BRANCHES) for node in nodes) + conditions + filters


def test_ways_through_a_function_are_counted() -> None:
    straight, bent = (
        "def f(x): return x",
        "def f(x):\n if x and x > 1 or not x: return [y for y in x if y]\n return 1 if x else 2",
    )
    assert [_ways(ast.parse(text).body[0]) for text in (straight, bent)] == [1, 7]


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if _room(path) in {"pipeline", "production"}],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_few_ways_lead_through_the_pipeline(path: Path) -> None:
    functions = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef)]
    assert {node.name: _ways(node) for node in functions if _ways(node) >= 10} == {}


def test_build_calls_every_stage_by_its_name() -> None:
    tree = _tree(ROOT / "brochures" / "pipeline.py")
    (function,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "build")
    called = [ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)]
    for stage in ("load", "resolve", "editorial", "compose", "production.make", "publish", "handoff"):
        assert called.count(stage) == 1, stage
    tree = _tree(ROOT / "brochures" / "production" / "stages.py")
    called = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert {"copyfit", "pdf", "press", "preflight"} <= set(called)


def test_every_stage_is_a_function_of_its_own_name() -> None:
    for stage in STAGES:
        trees = [_tree(path) for path in (ROOT / "brochures" / stage).glob("*.py")]
        functions = [node.name for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
        assert functions.count(stage) == 1


def test_every_value_between_stages_is_frozen() -> None:
    for path in FILES[1:]:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.ClassDef):
                marks = [ast.unparse(mark) for mark in node.decorator_list]
                assert "dataclass" not in marks, f"{path}: {node.name}"
                assert all("frozen=True" in mark for mark in marks if mark.startswith("dataclass(")), node.name


PACKAGES = [path for path in FILES if path.name == "__init__.py" and path.parent.name != "brochures"]


def test_the_face_of_the_program_names_every_room() -> None:
    face = (ROOT / "brochures" / "__init__.py").read_text(encoding="utf-8")
    assert {room for room in ORDER if not re.search(rf"``{room}\b", face)} == set()


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda path: path.name)
def test_what_a_benchmark_runs_by_itself_imports_what_there_is(path: Path) -> None:
    texts = [node.value for node in ast.walk(_tree(path)) if isinstance(node, ast.Constant)]
    lines = [
        line for text in texts if isinstance(text, str) for line in text.splitlines() if line.startswith("from bro")
    ]
    for line in lines:
        (node,) = ast.parse(line).body
        assert isinstance(node, ast.ImportFrom)
        module = importlib.import_module(str(node.module))
        assert all(hasattr(module, name.name) for name in node.names), line


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: path.parent.relative_to(ROOT).as_posix())
def test_the_face_of_a_package_names_each_of_its_modules_and_none_that_is_not_there(path: Path) -> None:
    face = ast.get_docstring(_tree(path)) or ""
    there = {one.stem for one in path.parent.glob("*.py")} | {
        one.parent.name for one in path.parent.glob("*/__init__.py")
    }
    assert sorted(re.findall(r"^``([a-z_]+)``  +\S", face, re.MULTILINE)) == sorted(there - {"__init__"})
    assert set(re.findall(r"``([a-z_]+)``", face)) == there - {"__init__"}
    assert len(face.splitlines()) <= 50


def test_no_two_classes_have_one_name() -> None:
    trees = [_tree(path) for path in FILES]
    names = Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


def _loose_strings(tree: ast.AST) -> Iterator[int]:
    """Yield the line of each string that stands alone and documents nothing: no module, class or function, and no name above it."""
    for node in ast.walk(tree):
        body: object = getattr(node, "body", None)
        statements: list[ast.stmt] = body if isinstance(body, list) else []
        for number, statement in enumerate(statements):
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                first = number == 0 and isinstance(
                    node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
                )
                documents = first or (number > 0 and isinstance(statements[number - 1], ast.Assign | ast.AnnAssign))
                if not documents:
                    yield statement.lineno


def test_a_string_that_documents_nothing_is_seen() -> None:
    text = '"""A module."""\nimport os\n"""Loose."""\nX = 1\n"""Of X."""\nif X:\n    pass\n    """Loose."""\n'
    assert [*_loose_strings(ast.parse(text))] == [3, 8]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_string_that_stands_alone_documents_the_name_above_it(path: Path) -> None:
    assert [*_loose_strings(_tree(path))] == []


def _manual() -> str:
    """Return what staff read: the README and their manual."""
    return "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/staff.md"))


def test_every_command_option_and_exit_code_is_in_the_manual_for_staff() -> None:
    manual = _manual()
    for name, command in build.main.commands.items():
        assert re.search(rf"`{name}\b", manual), f"no manual tells of '{name}'"
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in manual, f"no manual tells of '{name} {option}'"
    assert "0 done; 1 a document has errors; 2 the command was not understood; 3 the\nprogram cannot run" in manual


def test_the_files_that_the_readme_names_exist() -> None:
    for name in re.findall(r"`((?:content|styles|templates|brochures|tests)/[\w./-]*|[A-Z]+\.md)`", _manual()):
        assert (ROOT / name).exists(), name


def test_the_readme_is_read_in_five_minutes() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 130


def test_no_lock_file_names_a_registry() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "index-url" not in text
        assert re.search(r"^weasyprint==70\.", text, re.MULTILINE)


def test_the_version_is_written_once_and_the_change_log_begins_with_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    change_log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", change_log, re.MULTILINE)[0] == project["version"]
    for path in FILES:
        assert f'"{project["version"]}"' not in path.read_text(encoding="utf-8"), path
    said = CliRunner().invoke(build.main, ["--version"])
    assert (said.exit_code, said.stdout) == (0, f"build.py, version {project['version']}\n")
