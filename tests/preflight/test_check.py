"""A check that breaks down on a file: it says which it is, in words, and the others go on."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from brochures.findings import NOWHERE, Finding, codes
from brochures.findings.check import Check
from brochures.preflight.check import ran


def _check(wrong: Exception | None) -> Check[[int]]:
    def look(number: int) -> Iterator[Finding]:
        yield codes.TAGS.at(NOWHERE, f"found {number}")
        if wrong is not None:
            raise wrong

    return Check(look, (codes.TAGS,), "things that are odd", "ISO 1")


def test_a_check_that_goes_through_says_what_it_found() -> None:
    assert [finding.message for finding in ran(_check(None), 3).findings] == ["found 3"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (KeyError("Pg"), "there is no field 'Pg'"),
        (TypeError("unhashable type: 'list'"), "unhashable type: 'list'"),
        (RecursionError("maximum recursion depth exceeded"), "it leads back to itself without end"),
        (AssertionError(), "something here cannot be done"),
    ],
)
def test_a_check_that_breaks_down_says_which_it_is_and_why(wrong: Exception, words: str) -> None:
    (finding,) = ran(_check(wrong), 3).findings
    assert (finding.code, finding.is_error) == ("PRE-115", True)
    assert finding.message == (
        f"it is not known whether the file has what this check looks for: things that are odd. The check broke down on it: {words}"
    )
    assert finding.help == "build again with --force; if it stays, report it with the file"


def test_a_file_that_cannot_be_read_is_left_to_who_asked() -> None:
    with pytest.raises(PdfReadError):
        ran(_check(PdfReadError("no")), 3)
    with pytest.raises(PdfReadError):
        PdfReader(io.BytesIO(b"%PDF-1.7\n%%EOF"), strict=True)


def test_one_that_breaks_down_is_an_error() -> None:
    assert [finding.code for finding in ran(_check(KeyError("Pg")), 3).findings] == ["PRE-115"]
