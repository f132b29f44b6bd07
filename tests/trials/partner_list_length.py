"""How long a list may be: reads lists of partners of one thousand to one million rows, and says how much memory and time each takes.

python -m tests.trials.partner_list_length [ROWS]...        10000 100000 1000000 where none are named
python -m tests.trials.partner_list_length --xlsx [ROWS]... the same as workbooks, which keep each different text in memory
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from brochures.partners.reading import partner_list
from brochures.partners.set_aside import set_aside
from tests.partners.lists import COLUMNS, PACKET

SIZES = (10_000, 100_000, 1_000_000)
EVERY = 50
"""One row in so many has a fault, and one in so many stands twice."""


def rows(count: int) -> Iterator[list[str]]:
    """Yield the heads and ``count`` rows."""
    yield [*COLUMNS.values()]
    for number in range(count):
        name = f"Sample Person {number - 1 if number % EVERY == 1 else number}"
        phone = f"(217) 555-01{number % 100:02}" if number % EVERY else "555-0100"
        yield [
            name, "MD", f"Example Clinic {number // 2}", f"{number} Example Street", "Exampletown", "IL", f"{number % 100_000:05}",
            phone, f"sample{number}@example.org", "(217) 555-0100", "", "en", "letter; form",
        ]  # fmt: skip


def write(path: Path, count: int) -> None:
    """Write a list of ``count`` rows to ``path``."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows(count))
        return
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows(count):
        sheet.append(row)
    book.save(path)


def read(path: Path) -> str:
    """Read the list at ``path`` as a run does; return what it took."""
    begun, good, bad = time.process_time(), 0, 0
    with partner_list(path, PACKET) as found, set_aside(path.with_suffix(".aside"), found.heads) as aside:
        for row in found.rows:
            if row.partner is None:
                aside.add(row)
                bad += 1
            else:
                good += 1
    seconds = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{good:>9,} good {bad:>7,} set aside  {seconds:7.1f} s of one processor  {memory:6.0f} MiB at most"


def main(arguments: list[str]) -> None:
    """Write and read a list of each size, each in a process of its own, for memory is counted from its start."""
    ending = ".xlsx" if "--xlsx" in arguments else ".csv"
    sizes = [int(one) for one in arguments if one.isdigit()] or SIZES
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"partners{ending}"
            write(path, size)
            command = [sys.executable, "-m", "tests.trials.partner_list_length", "--read", str(path)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 this module
            sys.stdout.write(f"{ending} {path.stat().st_size / 2**20:6.1f} MiB {told}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        sys.stdout.write(read(Path(sys.argv[2])) + "\n")
    else:
        main(sys.argv[1:])
