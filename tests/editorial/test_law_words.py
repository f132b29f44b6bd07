"""Which sentences count as a copy of a text of law, and which are words of one's own."""

from __future__ import annotations

import pytest

from brochures.editorial.law_words import _lines_of, _runs, _taken
from brochures.load.law_words import digest
from tests.miniature import Miniature

LAW = "A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of consent."


def _file(mini: Miniature, words: str) -> None:
    """Let the packet of the miniature project say ``words``, and content/law/ hold ``LAW``, unread: digests are not looked at here."""
    mini.write(
        "content/law/abc.yaml",
        f'texts:\n  1-abc-2:\n    citation: 1 ABC 2\n    dated: 2026-01-02\n    read: [{{at: "https://example.org/", day: 2026-01-02}}]\n'
        f'    words: ["{LAW}"]\n    digest: [["{digest(LAW)}"]]\n',
    )
    mini.replace("content/program.yaml", "en: Outpatient program.", f'en: "{words}"')


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (LAW, 1),
        (LAW.replace("NOT ", ""), 1),
        ("A general authorization for the release of medical or other information does.", 1),
        ("We were told that " + LAW[0].lower() + LAW[1:], 1),
        ("Ask first. " + LAW.replace("medical", "any"), 1),
        ("{law:1-abc-2}", 0),
        ("We say that {law:1-abc-2}", 0),
        ("A general release of a patient’s information does not do, whatever it is called.", 0),
        ("The release of medical or other information needs the patient’s own words about it.", 0),
    ],
)
def test_copies_whole_partial_and_altered_are_told(mini: Miniature, words: str, told: int) -> None:
    _file(mini, words)
    found = [one for one in mini.check("pack") if one.code == "LAW-103"]
    assert len(found) == told, found


@pytest.mark.slow
def test_a_copy_that_no_piece_prints_is_told_too(mini: Miniature) -> None:
    _file(mini, "Outpatient program.")
    mini.append(
        "content/program.yaml",
        f'  program.copied:\n    kind: advice\n    clinician:\n      en: "{LAW}"\n    review: {{reviewed_by: B. Writer, reviewed_on: 2026-01-02, review_due: 2027-01-02}}\n',
    )
    (found,) = (one for one in mini.check() if one.code == "LAW-103")
    assert found.message.endswith("(no piece prints it yet)")
    assert "has 21 of its 21 words" in found.message


def test_words_taken_over_stand_in_runs_of_four() -> None:
    line = ("a", "b", "c", "d", "e", "f", "g", "h")
    assert _taken(["a", "b", "c", "d"], line) == 4
    assert _taken(["a", "b", "c", "x"], line) == 0
    assert _taken(["a", "b", "c", "d", "x", "e", "f", "g", "h"], line) == 8
    assert len(_runs(line)) == 5
    assert _runs(line[:3]) == frozenset()


def test_each_sentence_of_a_text_is_compared_by_itself() -> None:
    texts = (("t", ("One rule stands: it holds. Another’s too.", "First,\n\nA thing.")),)
    assert [words for _, words, _ in _lines_of(texts)] == [
        ("one", "rule", "stands", "it", "holds"),
        ("another's", "too"),
        ("first",),
        ("a", "thing"),
    ]


SPANISH = "Si usted habla español, tiene a su disposición servicios de ayuda para el idioma."


@pytest.mark.slow
@pytest.mark.parametrize(("words", "told"), [("{law:1-abc-2}", 0), (SPANISH, 1)])
def test_quoted_law_may_speak_another_language(mini: Miniature, words: str, told: int) -> None:
    mini.write(
        "content/law/abc.yaml",
        'texts:\n  1-abc-2:\n    citation: 1 ABC 2\n    dated: 2026-01-02\n    read: [{at: "https://example.org/", day: 2026-01-02}]\n'
        f'    words: ["{SPANISH}"]\n    digest: [["{digest(SPANISH)}"]]\n',
    )
    mini.replace("content/program.yaml", "en: Outpatient program.", f'en: "{words}"')
    assert len([one for one in mini.check("pack") if one.code == "EDT-507"]) == told
