"""Every rule of a press file has a file here that breaks it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from brochures.findings import codes


def _broken() -> Iterator[str]:
    """Yield the code of each damage that the tests of this folder do: the first part of the entries of their tables."""
    for path in Path(__file__).parent.glob("test_*.py"):
        module = importlib.import_module(f"tests.press.{path.stem}")
        for value in vars(module).values():
            entries = value.values() if isinstance(value, dict) else ()
            yield from (entry[0] for entry in entries if isinstance(entry, tuple) and str(entry[0]).startswith("PRS-"))


def test_every_rule_has_a_file_that_breaks_it() -> None:
    assert {code for code in codes.ALL if code.startswith("PRS-") and code >= "PRS-201"} == set(_broken())
