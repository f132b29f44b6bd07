"""A damage: one thing that goes wrong with the files of a project or with what somebody types. Each is drawn from a random number.

``drawn`` returns one for a seed: the same seed draws the same. It changes a copy of the miniature project, never the original.
"""

from __future__ import annotations

import random
import re
import shutil
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from PIL import Image

CHECK = ("check",)

Change = Callable[[random.Random, bytes], bytes]


@dataclass(frozen=True, slots=True)
class Damage:
    """What was damaged and how; then what is typed, in which environment.

    ``must_tell`` is a file that cannot be read any more: a run that ends well without naming it has kept silent.
    """

    what: str
    arguments: Sequence[str] = CHECK
    environment: Mapping[str, str] = field(default_factory=dict)
    must_tell: str = ""


def drawn(seed: str, root: Path) -> Damage:
    """Damage the project at ``root`` in the way that ``seed`` says, and return what was done."""
    number = random.Random(seed)  # noqa: S311 nothing here is secret
    kind = number.choices([*_KINDS], [*_KINDS.values()])[0]
    return kind(number, root)


def _changed(number: random.Random, root: Path, files: Sequence[str], changes: Mapping[str, Change]) -> Damage:
    file = number.choice([name for name in files if (root / name).is_file()])
    name = number.choice([*changes])
    path = root / file
    path.write_bytes(changes[name](number, path.read_bytes()))
    return Damage(f"{file}: {name}", must_tell="" if _can_be_read(path) else file)


def _can_be_read(path: Path) -> bool:
    """Return whether the file at ``path`` is what its ending says: text in UTF-8, XML, or a picture that is whole."""
    data = path.read_bytes()
    try:
        if path.suffix in {".yaml", ".css", ".html"}:
            data.decode()
        elif path.suffix in {".svg", ".conf", ".csl"}:
            ParserCreate().Parse(data, True)  # noqa: FBT003 the order of the parser
        elif path.suffix in {".png", ".jpg"}:
            with Image.open(path) as picture:
                picture.load()
    except (ExpatError, OSError, SyntaxError, ValueError, zlib.error, struct.error):
        return False
    return True


def _in_words(number: random.Random, root: Path) -> Damage:
    return _changed(number, root, _files(root, "content/**/*.yaml"), {**_BYTES, **_LINES, **_YAML})


def _in_styles(number: random.Random, root: Path) -> Damage:
    return _changed(number, root, _files(root, "styles/**/*.css"), {**_BYTES, **_LINES, **_CSS})


def _in_templates(number: random.Random, root: Path) -> Damage:
    return _changed(number, root, _files(root, "templates/**/*.html"), {**_BYTES, **_LINES, **_JINJA})


def _in_pictures(number: random.Random, root: Path) -> Damage:
    return _changed(number, root, _files(root, "content/images/*.*"), {**_BYTES, **_LINES})


def _in_fonts(number: random.Random, root: Path) -> Damage:
    files = [name for name in _files(root, "styles/**/*.*") if not name.endswith((".css", ".md", ".txt"))]
    return _changed(number, root, files, _BYTES)


def _file_is_gone(number: random.Random, root: Path) -> Damage:
    """Remove a file, empty it, make a folder of it, cut its second half off, or put another one in its place."""
    files = [name for name in _files(root, "**/*.*") if not name.endswith((".md", ".txt"))]
    file, other = number.sample(files, 2)
    path = root / file
    how = number.choice(["removed", "emptied", "a folder", "cut", "another", "a link to nowhere", "in UTF-16"])
    data = path.read_bytes()
    path.unlink()
    if how == "emptied":
        path.touch()
    elif how == "a folder":
        path.mkdir()
    elif how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "another":
        shutil.copy(root / other, path)
    elif how == "a link to nowhere":
        path.symlink_to(root / "nowhere")
    elif how == "in UTF-16":
        path.write_bytes(data.decode("latin-1").encode("utf-16"))
    return Damage(f"{file}: {how}", must_tell="" if not path.is_file() or _can_be_read(path) else file)


def _file_too_many(number: random.Random, root: Path) -> Damage:
    """Put a file with an odd name where something else lies."""
    folder = number.choice(
        ["content", "content/brochures", "content/images", "templates/components", "styles/formats", "styles/fonts"]
    )
    name = number.choice([
        "con.yaml", "aux.yaml", "Fold.yaml", "FOLD.YAML", "fold (1).yaml", "._fold.yaml", "x.yml", "a b.yaml", ".yaml", "ä.yaml",
        "x\u202e.yaml", "x\n.yaml", "-.yaml", "list.yaml", "x" * 240 + ".yaml", "x.css", "x.html", "x.png", ".DS_Store", "~$fold.docx",
    ])  # fmt: skip
    (root / folder / name).write_bytes(number.choice([b"", b"a: [", b"\xff\xfe", b"title: x\n"]))
    return Damage(f"{folder}: a file {name!r}")


def _on_record(number: random.Random, root: Path) -> Damage:
    """Put something into the manifest and beside it that no run wrote."""
    text = number.choice([
        "", "[]", "{", '{"form": 3}', '{"form": 3, "pieces": {"fold": {}}}', '{"form": 3, "pieces": 3, "left": []}',
        '{"form": 3, "pieces": {"gone": {"outputs": {"screen": {"path": "../../x", "sha256": ""}}}}}', "\0", "1e999", "[" * 3000,
    ])  # fmt: skip
    (root / "out" / "gone").mkdir(parents=True)
    (root / "out" / "manifest.json").write_text(text)
    (root / "out" / "gone" / "gone.screen.pdf").touch()
    return Damage(
        f"out/manifest.json: {text[:40]}", number.choice([("clean",), ("clean", "--dry-run"), CHECK, ("list",)])
    )


def _typed(number: random.Random, _: Path) -> Damage:
    """Type something odd."""
    odd = number.choice([
        "", " ", "fold ", "FOLD", "flod", "fold.yaml", "content/brochures/fold.yaml", "content\\brochures\\fold.yaml", "-", "--", "---",
        "\u202efold", "\udcff", "é", "x" * 5000, "*", "..", "/", "~", "fold,pack", "--fold", "-x", "help", "\n", "🙂", "$HOME", "1", "con",
    ])  # fmt: skip
    arguments = number.choice([
        (odd,), ("check", odd), ("list", odd), ("explain", odd), ("explain", number.choice(["LOD104", "lod-104", "LOD-999", "PUB 101"])),
        ("check", "--for", odd), ("check", "--format", odd), ("check", "--jobs", odd or "0"), ("check", "--out", odd), ("proof", odd),
        ("proof", "fold", "--contact-sheet"), ("proof", "--contact-sheet", odd), ("handoff", "fold", "--printer", odd), ("handoff", odd),
        ("impose", odd, "--printer", odd), ("calibrate", "--language", odd), ("clean", odd), ("schema", odd), ("notes", odd),
        ("check", "--release", "--layout", "--format", "json"), ("check", "--jobs", "-1"), ("check", "fold", "fold"), ("--version", odd),
    ])  # fmt: skip
    return Damage(f"typed: {' '.join(arguments)!r:.80}", arguments)


def _surroundings(number: random.Random, root: Path) -> Damage:
    """Let the environment be odd."""
    name, value = number.choice([
        ("SOURCE_DATE_EPOCH", "soon"), ("SOURCE_DATE_EPOCH", "-1"), ("SOURCE_DATE_EPOCH", "9" * 20), ("TZ", "Mars/Olympus"), ("LANG", "xx"),
        ("LC_ALL", "C"), ("HOME", "/nonexistent"), ("COLUMNS", "0"), ("COLUMNS", "x"), ("NO_COLOR", ""), ("TERM", "\u202e"),
        ("FONTCONFIG_FILE", "/nowhere"), ("FONTCONFIG_PATH", "/nowhere"), ("PYTHONIOENCODING", "cp437"), ("G_DEBUG", "fatal-warnings"),
    ])  # fmt: skip
    (root / "content" / "clinic.yaml").write_text("name: Clinic “ễ”\nphon: 1\n", encoding="utf-8")
    return Damage(f"{name}={value}", number.choice([("list",), ("check", "pack")]), {name: value})


def _files(root: Path, pattern: str) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.glob(pattern) if path.is_file())


def _deleted(number: random.Random, data: bytes) -> bytes:
    start = number.randrange(len(data) + 1)
    return data[:start] + data[start + number.choice([1, 1, 2, 10, 200]) :]


def _inserted(number: random.Random, data: bytes) -> bytes:
    start = number.randrange(len(data) + 1)
    odd = [
        b"\0",
        b"\xff",
        b"\x1b[31m",
        b"\r",
        b"\t",
        b"\x85",
        "\u202e".encode(),
        b"\xc3",
        b"{",
        b"}",
        b"'",
        b'"',
        b":",
        b"#",
        b"\\",
    ]
    return data[:start] + number.choice(odd) * number.choice([1, 1, 3]) + data[start:]


def _flipped(number: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(number.choice([1, 1, 4, 40])):
        if changed:
            changed[number.randrange(len(changed))] ^= 1 << number.randrange(8)
    return bytes(changed)


def _lines(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True) or [b""]


def _swapped(number: random.Random, data: bytes) -> bytes:
    lines = _lines(data)
    one, two = number.randrange(len(lines)), number.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def _dropped(number: random.Random, data: bytes) -> bytes:
    lines = _lines(data)
    del lines[number.randrange(len(lines))]
    return b"".join(lines)


def _doubled(number: random.Random, data: bytes) -> bytes:
    lines = _lines(data)
    line = number.randrange(len(lines))
    return b"".join([*lines[:line], lines[line] * number.choice([2, 2, 50]), *lines[line:]])


def _moved_in(number: random.Random, data: bytes) -> bytes:
    lines = _lines(data)
    line = number.randrange(len(lines))
    lines[line] = number.choice([b" ", b"    ", b"\t"]) + lines[line]
    return b"".join(lines)


def _put(number: random.Random, data: bytes, pattern: str, texts: Sequence[str]) -> bytes:
    """Put one of ``texts`` in the place of something that ``pattern`` matches, or at the end."""
    text = data.decode("utf-8", "surrogateescape")
    found = [*re.finditer(pattern, text, re.MULTILINE)]
    new = number.choice(texts)
    if found:
        one = number.choice(found)
        text = text[: one.start()] + new + text[one.end() :]
    else:
        text += new
    return text.encode("utf-8", "surrogateescape")


VALUES = (
    "12", "-0.0", "true", "null", "~", "[]", "{}", "''", "2026-02-30", "2026-13-01", ".inf", ".nan", "1e999", "0x10", "*anchor", "&a b",
    "!!python/object:os.system x", "!!binary x", "!odd x", "[a, [b]]", "{a: {b: c}}", "'", '"', "|", ">-", "%", "@x", "`", "9" * 5000,
    "a" * 100_000, "[" * 400, "{a: " * 400, "é" * 2000, "\u202ex", "x # y", "{clinic:nothing}", "{call:}", "{}", "{{ x }}", "<b>x</b>",
    "${HOME}", "../../etc/passwd", "C:\\x.png", "no-such-thing", "fold", "1.0.0", "1,000", "-5in", "9999in", "0in",
)  # fmt: skip
"""What stands where something else should."""

_BYTES: Mapping[str, Change] = {"bytes deleted": _deleted, "bytes inserted": _inserted, "bits flipped": _flipped}

_LINES: Mapping[str, Change] = {
    "lines swapped": _swapped, "a line dropped": _dropped, "a line doubled": _doubled, "a line moved in": _moved_in,
}  # fmt: skip

_YAML: Mapping[str, Change] = {
    "a key misspelt": lambda number, data: _put(number, data, r"(?<=[\w])\w(?=\w*:)", ["", "x", "é", " ", "-", "A"]),
    "another value": lambda number, data: _put(number, data, r"(?<=: )[^\n{\[]+$", VALUES),
    "another value in a list": lambda number, data: _put(number, data, r"(?<=- )[^\n]+$", VALUES),
    "another value in braces": lambda number, data: _put(number, data, r"(?<=: )[^,{}\n]+(?=[,}])", VALUES),
    "a word in braces": lambda number, data: _put(number, data, r"\{[^{}\n]*\}", VALUES),
    "with a byte order mark": lambda _, data: b"\xef\xbb\xbf" + data,
    "lines of Windows": lambda _, data: data.replace(b"\n", b"\r\n"),
    "lines of an old Mac": lambda _, data: data.replace(b"\n", b"\r"),
    "a second document": lambda _, data: data + b"---\na: 1\n",
    "merge markers": lambda _, data: b"<<<<<<< HEAD\n" + data + b"=======\n>>>>>>> other\n",
}

_CSS: Mapping[str, Change] = {
    "a brace lost": lambda number, data: _put(number, data, r"[{}]", [""]),
    "a brace more": lambda number, data: _put(number, data, r"(?<=[;{}])", ["{", "}", "(", "[", "/*", "*/", "<!--", "\\"]),
    "a semicolon lost": lambda number, data: _put(number, data, r"[;:]", ["", ";;", "::"]),
    "another value": lambda number, data: _put(
        number, data, r"(?<=: )[^;}\n]+", ["", "nothing", "-1pt", "1e9in", "0", "NaN", "var(--none)", "var(--sheet-width", "calc(1/0)",
        "url(nothing.png)", "url(http://localhost/x.css)", "#ggg", "1pt 2pt 3pt 4pt 5pt", "inherit", "attr(x)", "counter(", "50%", "1000000pt"],
    ),
    "another property": lambda number, data: _put(number, data, r"\b[a-z-]+(?=: )", ["colour", "--", "-x-y", "display", "position", "float", "1x", "é"]),
    "another rule": lambda number, data: _put(number, data, r"(?<=\})", [
        "@import url(nothing.css);", "@import url(index.css);", "@page { size: 0 0 }", "@page { size: 1in; margin: 5in }", "* { display: none }",
        "* { position: absolute }", "* { float: left }", ":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }", "p::before { content: url(x) }",
        "@font-face { font-family: X }", "p { columns: 0 }", "html { font-size: 0 }", "* { display: flex }", "* { display: grid }", "table {",
        "p { content: target-counter(attr(href), page) }", "* { break-before: always }", "@media nothing {", "p { width: 0; font-size: 900pt }",
    ]),
}  # fmt: skip

_JINJA: Mapping[str, Change] = {
    "a brace lost": lambda number, data: _put(number, data, r"\{\{|\}\}|\{%|%\}", ["", "{", "}", "{#"]),
    "another name": lambda number, data: _put(number, data, r"(?<=[ .])[a-z_]+(?=[ .(|])", ["nothing", "none", "self", "loop", "class", "__class__", "1"]),
    "another call": lambda number, data: _put(number, data, r"\w+\([^()\n]*\)", [
        "nothing()", "words()", "words(1)", "words(None)", "words((1, 2))", "marks()", "marks(3)", "wording()", "wording(none)", "wording(job)", "code()",
        "code(3)", "code('x' * 9000)", "range(-1)", "range(10, 0, 0)", "job()", "super()", "caller()", "block(1, 2, 3)", "listed(1)", "lipsum(x=1)",
    ]),
    "another word": lambda number, data: _put(number, data, r"\{% \w+", ["{% nothing", "{% if", "{% for", "{% endif", "{% endmacro", "{% include", "{% extends"]),
    "another piece": lambda number, data: _put(number, data, r"(?<=>)", [
        "{{ 1 / 0 }}", "{{ x.y.z }}", "{{ job.nothing }}", "{{ 'a' + 1 }}", "{{ job | nothing }}", "{% include 'nothing.html' %}", "{{ self.body() }}",
        "{% import 'x' as y %}", "{{ [1][9] }}", "{{ job.dated.strftime(3) }}", "{{ ''.join(3) }}", "{{ job | sort }}", "<p", "</div></div>",
        "<![CDATA[", "<img src='nothing.png'>", "<img src='http://localhost/x'>", "<svg><path d='x'/></svg>", "<table><td>", "\u202e", "<script>", "<style>{",
        "{{ {}.x.y }}", "{{ job.format.width | int(base='x') }}", "{{ '%d' % 'x' }}", "{{ words(words) }}", "{% set words = 3 %}{{ words('x') }}", "&nothing;",
    ]),
}  # fmt: skip

_KINDS: Mapping[Callable[[random.Random, Path], Damage], int] = {
    _in_words: 34, _in_styles: 16, _in_templates: 16, _in_pictures: 6, _in_fonts: 5, _file_is_gone: 8, _file_too_many: 4, _on_record: 2,
    _typed: 12, _surroundings: 3,
}  # fmt: skip
"""Each kind of damage, and how often it is drawn."""
