"""What whoever signs reads: statements and forms beside their sources, each in the words that are printed."""

from __future__ import annotations

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.project.edition import Edition
from brochures.resolve.citing import LinkCount, count_links
from brochures.resolve.notes import Linked
from brochures.resolve.ticket import resolve
from tests.miniature import LABEL_SOURCES, Miniature

PACK = "content/packets/pack.yaml"
AFTER = "      - statement: program.outpatient\n"
FORM = "forms:\n  referral:\n    title: A referral\n    intro: I\n    sections: [{title: S, note: N}]\n    sources: [mini-trial]\n"


def _things(mini: Miniature, file: str) -> list[Linked]:
    mini.replace(PACK, AFTER, f"{AFTER}      - source_links: {{title: Signing, of: {file}}}\n")
    job = resolve(mini.project, mini.load(), "pack")
    content = job.sections[0].blocks[2].content
    assert content["title"] == "Signing"
    return list(content["things"])


def test_a_statement_stands_beside_its_sources_in_the_words_for_each_audience(mini: Miniature) -> None:
    first, second = _things(mini, "ketamine")
    assert (first.name, first.kind, first.printed) == ("ketamine.off-label", "fact", ("A folded piece",))
    assert [(words.audience, words.lead, words.others) for words in second.words] == [
        ("patient", "You may feel", ("far away", "dizzy")),
        ("clinician", "In 40 people, odds ratio 0.80.", ()),
    ]
    assert [
        (one.source.name, one.source.link.at, one.source.link.says) for one in second.behind if one.source.link
    ] == [
        ("mini-trial", "abstract", "No difference."),
        ("mini-label", "1", "Not for this."),
    ]
    assert all(one.sources == (one.source,) for one in second.behind)


def test_a_fact_that_the_clinic_has_not_given_is_named(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "phone: 847-555-0200\n", "")
    _, call = _things(mini, "program")
    assert [words.lead for words in call.words] == ["Call us at {clinic:phone}, or 911."]
    assert call.behind == ()


def test_forms_stand_there_with_their_titles(mini: Miniature) -> None:
    mini.write("content/forms.yaml", FORM)
    (form,) = _things(mini, "forms")
    assert (form.name, form.kind, [words.lead for words in form.words]) == ("referral", "form", ["A referral"])
    assert [one.source.name for one in form.behind] == ["mini-trial"]


def test_links_are_counted_once_each_wherever_they_are_printed(mini: Miniature) -> None:
    assert count_links(mini.load().shelves) == LinkCount(3, 0)
    mini.write("content/forms.yaml", FORM)
    mini.replace("content/ketamine.yaml", LABEL_SOURCES, "sources: [mini-label]")
    assert count_links(mini.load().shelves) == LinkCount(4, 2)
    assert count_links({}) == LinkCount(0, 0)


def test_no_piece_prints_where_in_a_source_its_words_stand(mini: Miniature) -> None:
    templates, catalogue = Templates.read(mini.project), mini.load()
    for slug in ("fold", "pack"):
        (composition, *_) = compose(templates, resolve(mini.project, catalogue, slug), Edition.SCREEN, proof=False)
        for hidden in ("No difference.", "Not for this.", "here in 2026-01"):
            assert hidden not in composition.html
