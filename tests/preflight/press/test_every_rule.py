"""Every rule of a press file has a file that breaks it, in a folder of tests that is named ``press``."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from brochures.findings import codes


def _broken() -> Iterator[str]:
    """Yield the code of each damage that the tests of these folders do: the first part of the entries of their tables."""
    tests = Path(__file__).parents[2]
    for path in sorted(tests.rglob("press/test_*.py")):
        module = importlib.import_module(".".join(path.relative_to(tests.parent).with_suffix("").parts))
        for value in vars(module).values():
            entries = value.values() if isinstance(value, dict) else ()
            yield from (entry[0] for entry in entries if isinstance(entry, tuple) and str(entry[0]).startswith("PRS-"))


def test_every_rule_has_a_file_that_breaks_it() -> None:
    assert {code for code in codes.ALL if code.startswith("PRS-") and code >= "PRS-201"} == set(_broken())
