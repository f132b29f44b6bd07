"""The documents: what they name exists, and what the program cites is in them."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from brochures.project.paths import HOUSE

DOCS = sorted(chain((HOUSE / "docs").glob("*.md"), (HOUSE / "styles").rglob("*.md")))

_IN_THE_CODE = re.compile(r"`((?:brochures|tests|templates|styles|content|benchmarks)/[\w./-]+)`((?:, `[\w.-]+`)*)")
_NAME = re.compile(r"`([\w.-]+)`")


def _relative(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


@pytest.mark.parametrize("document", DOCS, ids=_relative)
def test_what_a_document_names_in_the_code_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for path, names in _IN_THE_CODE.findall(text):
        found = HOUSE / path
        assert found.exists(), f"{_relative(document)} names {path}"
        for name in _NAME.findall(names):
            written = found.read_text(encoding="utf-8")
            assert name.split(".")[-1] in written, f"{_relative(document)} names {name} in {path}"
