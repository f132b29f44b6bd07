"""Syntax: a text into the nodes of its YAML. After a mistake the rest is read without the entry that has it, so that all of them are told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import yaml

from brochures.findings import BrochureError, Finding, Place, codes
from brochures.load.lost_text import lost_text
from brochures.load.syntax_words import syntax_finding
from brochures.load.yaml_nodes import TooDeepError, documents, events

MAX_DEPTH = 40

_MOST = 20
"""So many mistakes of one file are told; the others, when these are mended."""

_ENTRY = 2
"""How far an entry is indented at most that is left out as a whole for its mistake: a key of the file, or of its lists of things."""


class BrokenEntriesError(BrochureError):
    """Some entries of a file could not be read: the findings, and the root node of what is left without them, in as many lines."""

    def __init__(self, root: yaml.Node, text: str, *findings: Finding) -> None:
        """Keep what is left."""
        super().__init__(*findings)
        self.root, self.text = root, text


def parsed(text: str, file: str) -> tuple[yaml.Node, tuple[Finding, ...]]:
    """Return the root node of ``text``, and what in it is no part of any text though it looks like one.

    Raise ``BrokenEntriesError`` with all mistakes where it cannot be read whole, ``BrochureError`` where nothing of it can.
    """
    lines = text.split("\n")
    mistakes: list[Finding] = []
    while len(mistakes) < _MOST:
        read = _once(lines, file)
        if not isinstance(read, Finding):
            root, lost = read
            if mistakes:
                raise BrokenEntriesError(root, "\n".join(lines), *mistakes, *lost)
            return root, lost
        if len(mistakes) == _MOST - 1:
            read = replace(read, message=f"{read.message}; what stands below was not read")
        mistakes.append(read)
        if not _left_out(lines, min(read.place.line, len(lines)) - 1):
            break
    raise BrochureError(*mistakes)


def _once(lines: Sequence[str], file: str) -> tuple[yaml.Node, tuple[Finding, ...]] | Finding:
    """Return the root node of ``lines`` and what is lost, or the first mistake. Raise ``BrochureError`` where there is nothing to read."""
    text = "\n".join(lines)
    try:
        told = events(text, MAX_DEPTH + 1)
        found = documents(told)
    except TooDeepError as wrong:
        place = Place(file, wrong.mark.line + 1, wrong.mark.column + 1)
        raise BrochureError(too_much(place, f"more than {MAX_DEPTH} levels")) from wrong
    except yaml.MarkedYAMLError as wrong:
        return syntax_finding(wrong, lines, file)
    except (yaml.YAMLError, RecursionError) as wrong:
        said = f"this is not YAML: {wrong}".split("\n", maxsplit=1)[0]
        raise BrochureError(codes.SYNTAX.at(Place(file), said, "restore the last version that built")) from wrong
    if not found or (isinstance(found[0], yaml.ScalarNode) and not found[0].value):
        help_ = "restore it from version control, or see docs/staff.md for its form"
        raise BrochureError(codes.EMPTY_FILE.at(Place(file, 1, 1), "the file is empty", help_))
    if len(found) > 1:
        mark = found[1].start_mark
        place = Place(file, mark.line + 1, mark.column + 1)
        raise BrochureError(codes.SYNTAX.at(place, "a second document begins here", "remove the line '---' above it"))
    return found[0], tuple(lost_text(told, lines, file))


def too_much(place: Place, measured: str) -> Finding:
    """Return the finding that a file unfolds to ``measured``, more than is read."""
    return codes.TOO_MUCH.at(
        place, f"this file unfolds to {measured}", "write repeated parts out once; aliases ('*name') multiply"
    )


def _left_out(lines: list[str], wrong: int) -> bool:
    """Empty the lines of the entry that the line ``wrong`` belongs to; return whether anything is left to read."""
    first = wrong
    while first > 0 and (not _begins(lines[first]) or _indent(lines[first]) > _ENTRY):
        first -= 1
    last = first + 1
    while last < len(lines) and not (_begins(lines[last]) and _indent(lines[last]) <= _indent(lines[first])):
        last += 1
    lines[first : max(last, wrong + 1)] = [""] * (max(last, wrong + 1) - first)
    return any(_begins(line) for line in lines)


def _begins(line: str) -> bool:
    """Whether an entry may begin with ``line``: it is not blank, no comment, and no item of a list."""
    return bool(line.strip()) and not line.lstrip().startswith(("#", "-"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
