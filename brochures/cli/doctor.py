"""Doctor: what the program needs of this machine and what of it is there. Standard library only: it must tell where nothing else can run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from brochures.cli.health import NOTE, OK, WRONG, Examination, of_the_program, of_tools
from brochures.cli.health_of_files import of_files
from brochures.findings import UsageError
from brochures.project.exit_codes import ExitCode
from brochures.project.paths import ROOT, Project

OPTIONS = ("--root", "--out", "--format")
FORMS = ("text", "json")


def examined(root: Path | None, out: Path | None) -> tuple[Examination, ...]:
    """Return every look at this machine, for the project at ``root``. Raise ``UsageError`` where that is none."""
    project = Project.open(root, out)
    with ThreadPoolExecutor(1) as meanwhile:
        tools = meanwhile.submit(lambda: tuple(of_tools()))
        return (*of_the_program(ROOT), *of_files(project), *tools.result())


def as_lines(looks: Sequence[Examination]) -> Iterator[str]:
    """Yield a line for each look, and one for its mend."""
    wide = max(len(look.what) for look in looks)
    for look in looks:
        yield f"{look.state:5}  {look.what:{wide}}  {look.seen}"
        if look.mend:
            yield f"{'':5}  {'':{wide}}  mend: {look.mend}"
    wrong = sum(look.state == WRONG for look in looks)
    notes = sum(look.state == NOTE for look in looks)
    yield f"{sum(look.state == OK for look in looks)} ok, {wrong} wrong, {notes} to note"


def as_json(looks: Iterable[Examination]) -> str:
    """Return the looks as JSON; ``ends`` is the exit code that each alone would give."""
    return json.dumps([{**asdict(look), "ends": int(look.ends)} for look in looks], indent=1, ensure_ascii=False)


def exit_code(looks: Iterable[Examination]) -> ExitCode:
    """Return how ``doctor`` ends: 3 where the program cannot run, 1 where it can and something is wrong, else 0."""
    return max((look.ends for look in looks), default=ExitCode.DONE)


def at_once(arguments: Sequence[str]) -> tuple[int, str] | None:
    """Return how ``doctor`` with ``arguments`` ends and what it says, with no library but Python's own; None for help and what is wrong usage."""
    chosen = _options(arguments)
    if chosen is None:
        return None
    folders = {name: Path(value).expanduser() for name, value in chosen.items() if name != "--format"}
    try:
        looks = examined(folders.get("--root"), folders.get("--out"))
    except UsageError as wrong:
        return ExitCode.WRONG_USAGE, f"Error: {wrong}"
    return exit_code(looks), as_json(looks) if chosen.get("--format") == "json" else "\n".join(as_lines(looks))


def _options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the options by name; None where there is anything else among them."""
    words = [part for word in arguments for part in (word.split("=", 1) if word.startswith("--") else [word])]
    chosen = dict(zip(words[::2], words[1::2], strict=False))
    good = len(words) % 2 == 0 and set(chosen) <= set(OPTIONS) and all(value.strip() for value in chosen.values())
    return chosen if good and chosen.get("--format", "text") in FORMS else None
