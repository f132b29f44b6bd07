"""Feeds random damages to the program, one at a time, and says which of them it does not answer in words.

    .venv/bin/python -m tests.trials.damages [--seed 1] [--number 500] [--jobs 1] [--only N]

Each damage is done to a copy of the miniature project, which is then checked in this process; every twenty-fifth goes through the
command line. It is answered when the run ends with 0, 1, 2 or 3, says why where it does not end with 0, names each file that it
could not read, and shows no one the program's own words. The same seed draws the same damages.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from unittest import mock

from click.testing import CliRunner
from PIL import Image

import build
from brochures.project.paths import ROOT, Project
from tests.miniature import TODAY, Miniature
from tests.trials.damage import CHECK, Damage, drawn

CODES = frozenset({0, 1, 2, 3})

OWN_WORDS = re.compile(
    r"Traceback|\b[A-Z]\w+(?:Error|Exception|Warning)\b|NoneType|has no attribute|unexpected keyword|positional argument"
    r"|object is not|object at 0x|unsupported operand|not enough values|index out of range|<class '"
)
"""Words of Python, which say nothing to who wrote a file or typed a command."""

SLOWEST = 120
"""Seconds of a processor that a run may take."""

PICTURES = {"photo.png": "PNG", "photo.jpg": "JPEG"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program said to a damage."""

    damage: Damage
    code: object
    said: str
    raised: str
    seconds: float
    """Of a processor."""

    @property
    def fault(self) -> str:
        """What is wrong with the answer; nothing where it is as it should be."""
        if self.raised:
            return "a traceback"
        if self.code not in CODES:
            return f"ended with {self.code}"
        if self.code and not self.said.strip():
            return "ended without a word"
        if self.damage.must_tell and not self.code and self.damage.must_tell not in self.said:
            return "kept silent about a file that it cannot read"
        if OWN_WORDS.search(self.said):
            return "said the program's own words"
        return "took too long" if self.seconds > SLOWEST else ""


def prepared(root: Path) -> None:
    """Copy the miniature project to ``root``, with two photographs more."""
    mini = Miniature.copied_to(root)
    for name, kind in PICTURES.items():
        Image.linear_gradient("L").convert("RGB").resize((160, 160)).save(root / "content" / "images" / name, kind)
        mini.append(
            "content/images/images.yaml",
            f"  {name.replace('.', '-')}:\n    file: {name}\n    alt: {{en: A photograph}}\n    rights: drawn for these tests\n",
        )
        mini.replace(
            "content/brochures/fold.yaml",
            "    - heading: Inside right\n",
            f"    - heading: Inside right\n    - picture: {{image: {name.replace('.', '-')}}}\n",
        ) if name == "photo.png" else mini.replace(
            "content/packets/pack.yaml",
            "      - statement: program.outpatient\n",
            f"      - statement: program.outpatient\n      - picture: {{image: {name.replace('.', '-')}}}\n",
        )


def answered(seed: str, root: Path, *, outside: bool = False) -> Answer:
    """Do the damage of ``seed`` to a copy of the project at ``root``, and return what the program says; ``outside``: through the command line."""
    prepared(root)
    damage = drawn(seed, root)
    before = os.times()
    code, said, raised = (_outside if outside else _inside)(damage, root)
    after = os.times()
    return Answer(damage, code, said, raised, sum(after[:4]) - sum(before[:4]))


def _arguments(damage: Damage, root: Path) -> list[str]:
    jobs = ["--jobs", "1"] if damage.arguments[:1] == CHECK and "--jobs" not in damage.arguments else []
    return [*damage.arguments, *jobs, "--root", str(root)]


def _inside(damage: Damage, root: Path) -> tuple[object, str, str]:
    opened = partial(Project.open, today=TODAY)
    with mock.patch.object(Project, "open", opened), mock.patch.dict(os.environ, damage.environment):
        result = CliRunner().invoke(build.main, _arguments(damage, root), prog_name="build.py")
    raised = "" if result.exception is None or isinstance(result.exception, SystemExit) else _trace(result.exc_info)
    return result.exit_code, result.output, raised


def _trace(exc_info: object) -> str:
    return "".join(traceback.format_exception(*exc_info)) if isinstance(exc_info, tuple) else ""


def _outside(damage: Damage, root: Path) -> tuple[object, str, str]:
    try:
        result = subprocess.run(  # noqa: S603 our own program
            [sys.executable, ROOT / "build.py", *_arguments(damage, root)],
            capture_output=True,
            check=False,
            timeout=SLOWEST * 20,
            env={**os.environ, **damage.environment},
        )
    except subprocess.TimeoutExpired:
        return None, "", "no end"
    except (OSError, ValueError) as refused:  # the system takes no such argument
        return 2, str(refused), ""
    said = (result.stdout + result.stderr).decode("utf-8", "replace")
    return result.returncode, said, said if "Traceback" in said else ""


def main() -> None:
    """Try the damages that were asked for, and tell of those that were not answered."""
    asked = _asked()
    numbers = range(asked.number) if asked.only is None else [asked.only]
    counted: Counter[str] = Counter()
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(asked.jobs, multiprocessing.get_context("spawn")) as pool,
    ):
        for number, answer in zip(numbers, pool.map(partial(_tried, asked.seed, folder), numbers), strict=True):
            counted[answer.fault or f"ended with {answer.code}"] += 1
            if answer.fault or asked.only is not None:
                _say(
                    f"{number}: {answer.damage.what}: {answer.fault or answer.code} ({answer.seconds:.1f} s)",
                    answer.raised or answer.said,
                )
    _say(
        f"seed {asked.seed}, {len(numbers)} damages", *(f"{count:>5} {what}" for what, count in sorted(counted.items()))
    )


def _tried(seed: int, folder: str, number: int) -> Answer:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        return answered(f"{seed} {number}", Path(place) / "project", outside=number % 25 == 24)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="damages", description="Says which damages are not answered in words.")
    parser.add_argument("--seed", type=int, default=1, help="which damages are drawn (default: 1)")
    parser.add_argument("--number", type=int, default=500, help="how many (default: 500)")
    parser.add_argument("--jobs", type=int, default=1, help="how many run at a time (default: 1)")
    parser.add_argument("--only", type=int, help="the number of the one to try, with all that it says")
    return parser.parse_args()


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
