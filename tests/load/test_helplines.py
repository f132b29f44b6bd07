"""Help lines: a slip of a digit in one field stands against what the others say."""

from __future__ import annotations

from typing import Any

import pytest

from brochures.load.helplines import contradictions, disagreements, unconfirmed
from brochures.load.model.sources import Helpline
from tests.miniature import Miniature

PAGE = {"type": "webpage", "title": "988 Suicide & Crisis Lifeline", "URL": "https://988lifeline.org/help"}
LINE = {"name": "Lifeline", "for": "any crisis", "verification": "primary", "cite": PAGE}
HELP = {**LINE, "call": "1-800-662-4357", "also": "1-800-662-HELP", "cite": {"type": "webpage", "title": "Helpline"}}


def _line(**fields: Any) -> Helpline:
    return Helpline.model_validate({**LINE, **fields})


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"call": "988", "text": "988"}, []),
        ({"call": "911", "text": "988"}, [(("call",), "'call' has the number 911, and 'text' and 'title' have 988")]),
        ({"call": "988", "text": "911"}, [(("text",), "'text' has the number 911, and 'call' and 'title' have 988")]),
        ({"call": "988", "text": "988", "cite": {**PAGE, "title": "998 Lifeline"}}, [(("cite", "title"), "'title' has the number 998, and 'call' and 'text' have 988")]),
        ({"call": "988", "name": "989 Lifeline"}, [(("name",), "'name' has the number 989, and 'call' and 'title' have 988")]),
        ({"call": "911"}, [(("call",), "'call' has the number 911, and 'title' has 988")]),
        (HELP, []),
        ({**HELP, "call": "1-800-662-4375"}, [(("call",), "'call' has the number 1-800-662-4375, and 'also' has 1-800-662-HELP")]),
        ({**HELP, "also": "1-800-662-HELD", "page_says": "1-800-662-4357"}, [(("also",), "'also' has the number 1-800-662-HELD, and 'call' and 'page_says' have 1-800-662-4357")]),
        ({**HELP, "also": "1-800-273-8255", "page_says": "1-800-662-4357, 1-800-273-8255"}, []),
        ({**HELP, "text": "your 5-digit ZIP code to 435748", "tty": "1-800-487-4889", "page_says": "1-800-487-4889; 435748 (HELP4U)"}, []),
        ({**HELP, "text": "your ZIP code to 435748", "page_says": "435784"}, [(("page_says",), "'page_says' has the number 435784, and 'call' and 'also' have 1-800-662-4357")]),
        ({"call": "988", "also": "Veterans press 1, Spanish 2; since 2022"}, []),
    ],
)  # fmt: skip
def test_numbers_of_one_record_agree(fields: dict[str, Any], told: list[tuple[Any, str]]) -> None:
    assert [(one.route, one.message) for one in disagreements(_line(**fields))] == told


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Call 988, day or night", []),
        ("Call 998", ["the caption has the number 998, and the help line that the code leads to has 988"]),
        ("Since 2022, in 50 states", []),
        ("Call 1-800-662-4357", []),
    ],
)
def test_a_caption_has_the_number_of_its_line(caption: str, told: list[str]) -> None:
    assert [fact for fact, _ in contradictions(_line(call="988"), caption)] == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"call": "988"}, []),
        ({"call": "988", "cite": {**PAGE, "title": "Lifeline"}}, []),
        ({"call": "988", "text": "988", "cite": {"type": "webpage", "title": "Lifeline"}}, []),
        ({"call": "988", "cite": {"type": "webpage", "title": "Lifeline"}}, ["'988' stands only in 'call': no other field of the record has it"]),
        ({"call": "988", "cite": None}, ["'988' rests on nothing: the record has no 'cite'"]),
        ({"call": "911", "cite": None}, []),
        (HELP, []),
        ({**HELP, "tty": "1-800-487-4889"}, ["'1-800-487-4889' stands only in 'tty': no other field of the record has it"]),
        ({**HELP, "tty": "1-800-487-4889", "page_says": "TTY: 1-800-487-4889"}, []),
        ({**HELP, "text": "ZIP code to 435748"}, ["'435748' stands only in 'text': no other field of the record has it"]),
    ],
)  # fmt: skip
def test_every_number_is_written_twice(fields: dict[str, Any], told: list[str]) -> None:
    assert [one.message for one in unconfirmed(_line(**fields))] == told


def test_a_piece_does_not_print_a_line_whose_numbers_disagree(mini: Miniature) -> None:
    mini.append(
        "content/sources.yaml",
        "  lifeline:\n    name: Lifeline\n    call: 911\n    text: 988\n    for: a crisis\n    cite: {type: webpage, title: The 988 line}\n    verification: primary\n",
    )
    mini.replace("content/program.yaml", "{call:emergency-911}", "{call:lifeline}")
    report = mini.build("fold")
    assert [(one.code, str(one.place)) for one in report.findings] == [("LOD-401", "content/sources.yaml:21:11")]
    assert report.published == ()


def test_a_number_that_nothing_confirms_waits_and_is_refused_on_release(mini: Miniature) -> None:
    mini.append(
        "content/sources.yaml",
        "  county:\n    name: County line\n    call: 847-555-0290\n    for: a crisis\n    verification: primary\n",
    )
    mini.replace("content/program.yaml", "{call:emergency-911}", "{call:county}")
    for release, severity in ((False, "warning"), (True, "error")):
        (one,) = mini.build("fold", release=release, publish=False).findings
        assert (one.code, one.severity, str(one.place)) == ("REL-201", severity, "content/sources.yaml:21:11")
        assert one.message == "county: '847-555-0290' rests on nothing: the record has no 'cite'"
