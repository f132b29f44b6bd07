"""Letters that were read in the wrong encoding are known with what they stand for, and honest ones are left alone."""

from __future__ import annotations

import pytest

from brochures.load.mojibake import misread

WORDS = "Donʼt wait — “café”, Nguyễn Đức’s niño, Łódź, Çağla, București, ½ €5 • 5 °C … naïve œuvre"


def _found(text: str) -> list[tuple[int, str, str]]:
    return [(one.start, one.written, one.meant) for one in misread(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Donâ€™t wait.", [(3, "â€™", "’")]),
        ("ClÃ\xadnica", [(2, "Ã\xad", "í")]),
        ("â€œyesâ€\x9d", [(0, "â€œ", "“"), (6, "â€\x9d", "”")]),
        ("â€œyesâ€ and", [(0, "â€œ", "“"), (6, "â€", "”")]),
        ("2 â€“ 3 â€” 4", [(2, "â€“", "–"), (8, "â€”", "—")]),
        ("niÃ±o InÃ©s", [(2, "Ã±", "ñ"), (8, "Ã©", "é")]),
        ("a Â· b", [(2, "Â·", "·")]),
        ("5 Â°C", [(2, "Â°", "°")]),
        ("voilÃ  bien", [(4, "Ã ", "à")]),
        ("Nguyá»…n", [(4, "á»…", "ễ")]),
        ("È™coală", [(0, "È™", "ș")]),
        ("Don‚Äôt", [(3, "‚Äô", "’")]),
        ("caf√©", [(3, "√©", "é")]),
        ("caf├⌐", [(3, "├⌐", "é")]),
        ("DonÔÇÖt", [(3, "ÔÇÖ", "’")]),
        ("cafĂ©", [(3, "Ă©", "é")]),
        ("DonÃ¢â‚¬â„¢t", [(3, "Ã¢â‚¬â„¢", "’")]),
        ("Å“uvre", [(0, "Å“", "œ")]),
        ("bÅ“ X", [(1, "Å“", "œ")]),
        ("aÃ  X", [(1, "Ã ", "à")]),
        ("ï»¿name", [(0, "ï»¿", "\ufeff")]),
        ("aÂ\xa0b", [(1, "Â\xa0", "\xa0")]),
    ],
)
def test_what_was_misread_is_told_with_what_it_stands_for(text: str, found: list[tuple[int, str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        WORDS,
        "«CAFÉ» É»",
        "GRÅ’S ÅÄÖ Å",
        "MANHÃ — MANHÃ»",
        "IRMÃ São João",
        "Ångström, Ärzte, Æsop",
        "Â, Ã and Å alone",
        "„WORT Ä“",
        "Âge Êtes Île Ô",
        "x â 5 € – ™",
        "TNFα ± 5 µg · 2 × 3",
    ],
)
def test_honest_letters_are_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac-roman", "cp850", "cp1250"])
def test_every_misreading_of_a_sentence_is_read_back(encoding: str) -> None:
    read = "".join(_kept(byte, encoding) for byte in WORDS.encode())
    back = read
    for start, written, meant in reversed(_found(read)):
        back = back[:start] + meant + back[start + len(written) :]
    assert back == WORDS


def _kept(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)
