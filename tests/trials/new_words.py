"""Writes random words into every text of random YAML files, and says which of them another parser reads otherwise, or what else changed.

python -m tests.trials.new_words [FILES]
"""

from __future__ import annotations

import sys
from random import Random

from brochures.findings import BrochureError
from brochures.load.new_words import with_new_words
from tests.random_yaml import RandomFile, holds, words

FILES = 1000


def main(files: int) -> bool:
    """Try ``files`` files; return whether every text was written and nothing else was."""
    count = wrong = 0
    for seed in range(files):
        file, random = RandomFile.made(seed), Random(seed)  # noqa: S311 the same words in every run
        data = file.data
        for route in file.routes:
            said = words(random)
            count += 1
            try:
                good = holds(data, with_new_words(data, "f.yaml", route, said).data, route, said)
            except BrochureError as refused:
                good = False
                sys.stdout.write(f"{refused}\n")
            if not good:
                wrong += 1
                sys.stdout.write(f"file {seed}, {route}: {said!r}\n")
    sys.stdout.write(f"{count - wrong} of {count} texts were written, and nothing else\n")
    return not wrong


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if sys.argv[1:] else FILES))
