"""The large-print edition of what patients and families read: the same words in the same order, large, in one column, for every reader program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from brochures.geometry.units import TYPE_ROUNDING
from brochures.layout import Layout, contents_list, layout
from brochures.project.edition import Edition
from brochures.separations import things
from tests.facts import Element, squeezed
from tests.real import RealDocuments

PIECES = (
    "program-trifold", "family-guide", "treatment-day-card", "crisis-card", "ketamine-facts", "waiting-room-poster", "patient-guide",
)  # fmt: skip
"""What patients and families are given."""

A_FEW = 8
"""So many words beside those that run at head and foot of every page are nearly none."""

LEAST, RUNNING = 18.0, 14.0
"""The smallest type in pt of what is read, and of what runs at head and foot."""


def _said(element: Element, left_out: frozenset[str]) -> str:
    """Return what is read out of ``element``, without lists of contents, the proof line and the brackets around numbers of sources."""
    return re.sub(r"[\[\]]", "", squeezed(" ".join(_spoken(element, left_out))))


def _spoken(element: Element, left_out: frozenset[str]) -> Iterator[str]:
    if element.tag == "TOC" or squeezed(element.text) in left_out:
        return
    for part in element.content:
        if isinstance(part, str):
            yield part
        else:
            yield from _spoken(part, left_out)


@pytest.mark.parametrize("slug", PIECES)
def test_the_same_words_stand_in_the_same_order(real: RealDocuments, slug: str) -> None:
    labels = real.job(slug).labels
    left_out = frozenset(squeezed(labels[name]) for name in ("proof.line", "contents"))
    screen, large = (_said(real.facts(f"{slug}.{edition}").tree, left_out) for edition in ("screen", "large"))
    assert len(screen) > 300
    for source in (*real.catalogue.shelf("source").values(), *real.catalogue.shelf("study").values()):
        screen = re.sub(rf"(?<={re.escape(squeezed(source.thing.short))})[;.]", "", screen)
    assert large.removeprefix(_called(real, slug)) == screen


def test_whom_to_call_in_a_crisis_stands_first(real: RealDocuments) -> None:
    for slug in PIECES:
        facts = real.facts(f"{slug}.large")
        said = squeezed(" ".join(_spoken(facts.tree, frozenset({squeezed(real.job(slug).labels["proof.line"])}))))
        assert said.startswith("Thinkingofsuicide?Anycrisis?"), slug
        assert {"tel:988", "tel:911"} <= {link.uri for link in facts.links if link.page == 1}, slug


def _called(real: RealDocuments, slug: str) -> str:
    """Return what stands before the first words of the piece, and is said again where it has its place: whom to call in a crisis."""
    blocks = [block for section in real.job(slug).sections for block in section.blocks]
    if blocks[0].component == "crisis":
        return ""
    lines = next(block for block in blocks if block.component == "crisis").content["lines"]
    asked = [line.record for line in lines if line.record.ask]
    how = ["Call or text" if one.text == one.call else "Call" for one in asked]
    return squeezed(" ".join(f"{' '.join(one.ask)} {says} {one.call}." for one, says in zip(asked, how, strict=True)))


@pytest.mark.parametrize("slug", ["crisis-card", "program-trifold", "family-guide"])
def test_it_can_be_read_by_low_vision_and_by_a_program(real: RealDocuments, slug: str) -> None:
    facts = real.facts(f"{slug}.large")
    assert set(facts.sizes) == {(612.0, 792.0)}
    assert facts.title
    faces = {name for name in facts.fonts if "Italic" in name or name.endswith("-It")}
    assert faces == set()
    lettered = [thing for thing in things(facts.data) if thing.lettering is not None and thing.shows]
    read = [thing for thing in lettered if thing.box.bottom >= 84 and thing.box.top <= 792 - 78]
    sizes = {round(thing.lettering.size, 1) for thing in read if thing.lettering}
    assert min(sizes) >= LEAST - TYPE_ROUNDING
    assert {round(one.lettering.size, 1) for one in lettered if one.lettering and one not in read} == {RUNNING}
    assert len(facts.links) >= len(real.facts(f"{slug}.screen").links) / 2
    assert [title for _, title, _ in facts.outline]


def test_what_is_long_has_a_list_of_contents_and_what_is_short_has_none(real: RealDocuments) -> None:
    for slug in PIECES:
        facts = real.facts(f"{slug}.large")
        assert bool([*facts.tree.all("TOC")]) == (len(facts.sizes) > 4), slug


@pytest.mark.parametrize("slug", PIECES)
def test_no_page_holds_a_picture_alone_or_only_what_is_said_of_the_version(real: RealDocuments, slug: str) -> None:
    job, pages = real.job(slug), [page.split() for page in real.facts(f"{slug}.large").texts]
    running = {word for word in pages[0] if all(word in page for page in pages)}
    for number, page in enumerate(pages, 1):
        own = [word for word in page if word not in running]
        assert len(own) > A_FEW, number
        assert " ".join(own)[:20] != job.title[:20], number


def test_a_word_that_is_wider_than_the_column_is_told_at_its_place(real: RealDocuments) -> None:
    job = real.job("crisis-card")
    wide = "Unterschiedlichsteuntersuchungsergebnisse" * 2
    block = job.sections[1].blocks[0]
    assert block.component == "contact"
    titled = replace(
        block,
        content=block.content | {"title": wide}
        if isinstance(block.content, dict)
        else replace(block.content, title=wide),
    )
    sections = (job.sections[0], replace(job.sections[1], blocks=(titled, *job.sections[1].blocks[1:])))
    templates = Templates.read(real.project)
    (piece,) = compose(templates, replace(job, sections=sections), Edition.LARGE, proof=True)
    found = [one for one in layout(start(real.project), piece).findings if one.code == "OVR-201"]
    assert len(found) == 1
    assert "cannot be broken" in found[0].message
    assert found[0].place.file == "content/brochures/crisis-card.yaml"


@pytest.mark.parametrize(("slug", "rounds"), [("program-trifold", 1), ("crisis-card", 1)])
def test_what_has_many_words_is_laid_out_with_its_list_at_once(
    real: RealDocuments, monkeypatch: pytest.MonkeyPatch, slug: str, rounds: int
) -> None:
    templates = Templates.read(real.project)
    (piece,) = compose(templates, real.job(slug), Edition.LARGE, proof=True)
    set_with: list[bool] = []

    def counted(typesetter: Typesetter, composition: Composition) -> Layout:
        set_with.append(composition.with_contents)
        return layout(typesetter, composition)

    monkeypatch.setattr(contents_list, "layout", counted)
    typesetter = start(real.project)
    made = contents_list.listed(templates, typesetter, piece, lambda: counted(typesetter, piece))
    assert len(set_with) == rounds
    assert set_with[-1] == made.composition.with_contents == (len(made.document.pages) > contents_list.SHORT)
