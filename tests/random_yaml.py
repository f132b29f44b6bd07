"""Random YAML files with comments, in every style of text, and random words: what new words are written into, to see that nothing else changes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random

import yaml

WORDS = (
    "ketamine", "the", "visit", "call", "us", "it's", "“off-label”", "a: b", "#1", "# no", "- item", "100 %", "{study:x:n}", "[x]", "yes", "null",
    "über", "‑", "…", "Müller's", '"quoted"', "back\\slash", "and", "?", "! stop", "*", "&", "%", "@", "`x`", "|", ">", "1:30", "~", "café", "😀", "nbsp\u00a0here",
)  # fmt: skip
STYLES = ("plain", "single", "double", "folded", "literal", "flow", "plain over lines", "double over lines")


def words(random: Random, most: int = 30) -> str:
    """Return some words on one line; now and then with odd spaces or more than one line."""
    found = " ".join(random.choice(WORDS) for _ in range(random.randint(1, most)))
    odd = random.random()
    if odd < 0.1:
        found = found.replace(" ", "\n", random.randint(1, 3))
    elif odd < 0.15:
        found = random.choice([" {}", "{} ", "{}\n", "{}\n\n", "\n{}", "{}\t", "  {}\n  x", "{}  two"]).format(found)
    return found


@dataclass
class RandomFile:
    """A random file: its bytes, and the route of each of its texts."""

    random: Random
    lines: list[str] = field(default_factory=list)
    routes: list[tuple[str | int, ...]] = field(default_factory=list)

    @classmethod
    def made(cls, seed: int) -> RandomFile:
        """Return the file of ``seed``."""
        one = cls(Random(seed))  # noqa: S311 the same files in every run
        one._comment("")
        one.lines.append("things:")
        for number in range(one.random.randint(2, 5)):
            one._thing(f"name-{number}")
        return one

    @property
    def data(self) -> bytes:
        """Its bytes, with one of the line ends that there are, with or without a mark before and a line end behind."""
        random = Random(len(self.lines))  # noqa: S311 the same files in every run
        text = "\n".join(self.lines) + random.choice(["\n", "", "\n\n", "\n# the end\n"])
        text = text.replace("\n", random.choice(["\n", "\r\n"]))
        return random.choice([b"", b"\xef\xbb\xbf"]) + text.encode()

    def _thing(self, name: str) -> None:
        self._comment("  ")
        self.lines.append(f"  {name}:" + self.random.choice(["", "   # about it", " "]))
        for key in ("first", "second", "third"):
            self._comment("    ")
            self._text(f"    {key}:", 6, ("things", name, key))
        self.lines.append("    items:")
        for number in range(self.random.randint(1, 3)):
            self._text("      -", 8, ("things", name, "items", number))
        self.lines.append("    last: [one, two]")

    def _text(self, head: str, indent: int, route: tuple[str | int, ...]) -> None:
        style, said = self.random.choice(STYLES), self._said()
        blanks, remark = " " * indent, self.random.choice(["", "  # a remark", "   "])
        if style in {"folded", "literal"}:
            mark = self.random.choice(["-", "", "+", f"{indent - len(head) + len(head.lstrip())}"])
            self.lines.append(f"{head} {'>' if style == 'folded' else '|'}{mark}{remark}")
            self.lines += [blanks + line for line in self._broken(said)]
            self.lines += [""] * self.random.randint(0, 2)
        elif style == "flow":
            self.lines.append(f"{head} {{en: {json.dumps(said)}, es: [a, 'b c', d e]}}{remark}")
            self.routes += [(*route, "en"), (*route, "es", 1), (*route, "es", 2)]
            return
        elif style == "double over lines":
            lines = self._broken(json.dumps(said, ensure_ascii=False))
            self.lines += [f"{head} {lines[0]}", *(blanks + line for line in lines[1:])]
        elif style == "plain over lines":
            lines = self._broken("Plain words that go on and on and over several lines with nothing odd in them")
            self.lines += [f"{head} {lines[0]}", *(blanks + line for line in lines[1:])]
        else:
            quoted = {
                "plain": "Plain words here",
                "single": "'" + said.replace("'", "''") + "'",
                "double": json.dumps(said),
            }
            self.lines.append(f"{head} {quoted[style]}{remark}")
        self.routes.append(route)

    def _said(self) -> str:
        return " ".join(self.random.choice(WORDS[:6]) for _ in range(self.random.randint(1, 25)))

    def _broken(self, said: str) -> list[str]:
        lines = [""]
        for word in said.split(" "):
            if lines[-1] and self.random.random() < 0.2:
                lines.append(word)
            else:
                lines[-1] += f" {word}" if lines[-1] else word
        return lines

    def _comment(self, blanks: str) -> None:
        self.lines += self.random.choice(
            [[], [f"{blanks}# a comment: 'x'"], [""], ["", f"{blanks}# two", f"{blanks}# lines"]]
        )


def read_otherwise(data: bytes) -> dict[tuple[str | int, ...], tuple[str, int, int]]:
    """Return each text of a file, by its route, with where it begins and ends in the letters of the file, as the parser reads it that is written in Python."""
    found: dict[tuple[str | int, ...], tuple[str, int, int]] = {}

    def walk(node: yaml.Node, route: tuple[str | int, ...]) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                walk(value, (*route, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                walk(value, (*route, number))
        else:
            found[route] = (node.value, node.start_mark.index, node.end_mark.index)

    root = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    assert root is not None
    walk(root, ())
    return found


def holds(before: bytes, after: bytes, route: tuple[str | int, ...], said: str) -> bool:
    """Whether ``after`` says ``said`` at ``route`` and is else ``before``, text by text, and letter by letter around it."""
    old, new = read_otherwise(before), read_otherwise(after)
    text, fresh = before.decode(), after.decode()
    mark = len(text) - len(text.removeprefix("\ufeff"))
    _, start, end = old[route]
    rest = text[end + mark :]
    around = fresh[: start + mark] == text[: start + mark] and fresh.endswith(rest)
    values = {one: value for one, (value, *_) in new.items()} == {
        one: said if one == route else value for one, (value, *_) in old.items()
    }
    return around and values and list(old) == list(new)
