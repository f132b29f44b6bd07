"""What nobody sees, what only looks like a letter, and marks that face the wrong way; and what is legitimate beside it."""

from __future__ import annotations

import pytest

from brochures.load.odd_characters import LOOKALIKE, LOST, QUOTES, UNSEEN, odd_characters


@pytest.mark.parametrize(
    ("text", "kind", "start", "what", "mend"),
    [
        ("a\u200bb", UNSEEN, 1, "(ZERO WIDTH SPACE, U+200B)", "delete it"),
        ("ab\u202ecd", UNSEEN, 2, "RIGHT-TO-LEFT OVERRIDE", "delete it"),
        ("a\u2066b", UNSEEN, 1, "LEFT-TO-RIGHT ISOLATE", "delete it"),
        ("a\ufeffb", UNSEEN, 1, "ZERO WIDTH NO-BREAK SPACE", "delete it"),
        ("\u00adword", UNSEEN, 0, "SOFT HYPHEN", "delete it"),
        ("wo\u00ad rd", UNSEEN, 2, "SOFT HYPHEN", "delete it"),
        ("a\u00adword", UNSEEN, 1, "SOFT HYPHEN", "delete it"),
        ("☎\ufe0f", UNSEEN, 1, "VARIATION SELECTOR-16", "delete it"),
        ("a\x07b", UNSEEN, 1, "(U+0007)", "delete it"),
        ("a\u3000b", UNSEEN, 1, "an odd space (IDEOGRAPHIC SPACE", "type a plain space"),
        ("a\u2003b", UNSEEN, 1, "an odd space (EM SPACE", "type a plain space"),
        ("Jos\ufffd", LOST, 3, "a letter was lost here", "type what belongs here"),
        ("a \uf0b7\uf0b7 b", LOST, 2, "only its own program can show (U+F0B7)", "or delete it"),
        ("a\ufffcb", LOST, 1, "OBJECT REPLACEMENT CHARACTER", "or delete it"),
        (
            "Rivеrwoods",
            LOOKALIKE,
            3,
            "the 'е' in 'Rivеrwoods' is no Latin letter (CYRILLIC SMALL LETTER IE",
            "type 'Riverwoods'",
        ),
        ("Riverwοοds", LOOKALIKE, 6, "GREEK SMALL LETTER OMICRON", "type 'Riverwoods'"),
        ("the Αnn", LOOKALIKE, 4, "GREEK CAPITAL LETTER ALPHA", "type 'Ann'"),
        ("Clяss", LOOKALIKE, 2, "CYRILLIC SMALL LETTER YA", "type 'Clяss' again"),
        ("call ２１７", LOOKALIKE, 5, "FULLWIDTH DIGIT TWO", "type '217'"),
        ("call ٢١٧", LOOKALIKE, 5, "digits of another script (ARABIC-INDIC DIGIT TWO", "type '217'"),
        ("deﬁne", LOOKALIKE, 2, "LATIN SMALL LIGATURE FI", "type 'fi'"),
        ("𝐑𝐢𝐯er", LOOKALIKE, 0, "MATHEMATICAL BOLD CAPITAL R", "type 'Riv'"),
        ("part Ⅳ", LOOKALIKE, 5, "ROMAN NUMERAL FOUR", "type 'IV'"),
        ("say “yes“", QUOTES, 8, "opening quotation mark stands where one closes", "type ”"),
        ("say “yes“ now", QUOTES, 8, "opening quotation mark stands where one closes", "type ”"),
        ("”yes”", QUOTES, 0, "closing quotation mark stands where one opens", "type “"),
        ("say ”yes”", QUOTES, 4, "closing quotation mark stands where one opens", "type “"),
        ("don‘t", QUOTES, 3, "where an apostrophe belongs", "type ’"),
    ],
)
def test_what_is_odd_is_told_with_its_name_and_mend(text: str, kind: str, start: int, what: str, mend: str) -> None:
    (one,) = odd_characters(text)
    assert (one.kind, one.start) == (kind, start)
    assert what in one.what
    assert mend in one.mend


@pytest.mark.parametrize(
    "text",
    [
        "plain\ntext\twith ends",
        "10\xa0mg, 5\u202fml, 1\u2009000, 2\u200a3, 1\u20072",
        "psycho\u00adtherapist",
        "on\u2060ly",
        "½ ⅓ x² H₂O ª º ™ …",
        "TNFα, κ-opioid, µg, βeta, Δ9",
        "Нина Ελένη",
        "“yes” ‘no’ (“a”) “b”, ’90s, Hawai‘i, O‘ahu, ‘ohana",
        "„Wort“ und „zwei“",
        "he said “",
        "5’ 6”",
        "5’10”tall",
        "İsmail Ọ̀ṣun Nguyễn ʻāina",
        "№ 5 ℞",
    ],
)
def test_what_is_legitimate_stays(text: str) -> None:
    assert list(odd_characters(text)) == []
