"""Kills a run of packets at twenty moments, goes on with it each time, and says whether each partner has one whole file.

python -m tests.trials.killed_sendings [MOMENTS]
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests.partners.test_record import killed

MOMENTS, COUNT, LONGEST = 20, 600, 0.25
"""How often it is killed, how many packets it makes, and how many seconds after its first ones it is killed at the latest."""


def main(moments: int) -> bool:
    """Kill it at ``moments`` moments by chance; return whether all went well."""
    chance, good = random.Random(2026), 0  # noqa: S311 the same moments in every run
    for _ in range(moments):
        after = chance.uniform(0, LONGEST)
        with tempfile.TemporaryDirectory() as folder:
            whole = killed(Path(folder), COUNT, after)
        sys.stdout.write(f"\n{after:5.3f} s after its first packets: {'one whole file each' if whole else 'WRONG'}\n")
        good += whole
    sys.stdout.write(f"{good} of {moments} went on to the end\n")
    return good == moments


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if sys.argv[1:] else MOMENTS))
