"""Numbers and addresses that are kept for examples: the piece waits for the real ones."""

from __future__ import annotations

from brochures.editorial import editorial
from brochures.resolve import resolve
from tests.miniature import TODAY, Miniature

LINE = "    name: Emergency\n    call: 911\n"


def _waits(mini: Miniature, *, release: bool = False) -> list[tuple[str, str, str]]:
    catalogue = mini.load()
    assert catalogue.findings == ()
    found = editorial(resolve(mini.project, catalogue, "fold"), TODAY, release=release)
    return [
        (str(one.severity), str(one.place), one.message.partition("'")[2].partition("'")[0])
        for one in found
        if one.code == "REL-202"
    ]


def test_a_number_of_the_clinic_waits_and_is_refused_for_release(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "847-555-0200", "The desk, 847-555-0142")
    assert _waits(mini) == [("warning", "content/clinic.yaml:3:18", "847-555-0142")]
    assert _waits(mini, release=True) == [("error", "content/clinic.yaml:3:18", "847-555-0142")]


def test_numbers_and_addresses_in_words_about_a_person_are_read(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "intake_contact: Ms. Doe, 847-555-0101, doe@example.org, www.clinic.us\n")
    mini.replace("content/program.yaml", "Call us at", "Ask {clinic:intake_contact}, or call us at")
    assert _waits(mini) == [
        ("warning", "content/clinic.yaml:5:26", "847-555-0101"),
        ("warning", "content/clinic.yaml:5:40", "doe@example.org"),
    ]


def test_a_help_line_is_held_to_it_and_what_the_piece_does_not_print_is_not(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "name: Miniature Clinic", "name: Miniature Clinic\nfax: 847-555-0103")
    mini.replace("content/sources.yaml", "call: 911", 'call: "911"\n    tty: 847-555-0104')
    mini.replace(
        "content/brochures/fold.yaml",
        "    - heading: Back",
        "    - heading: Back\n    - crisis: {title: Now, lines: [emergency-911]}",
    )
    assert [place for _, place, _ in _waits(mini)] == ["content/sources.yaml:17:10"]
