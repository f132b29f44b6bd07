"""The finished page of the wallet card, damaged in one place each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from brochures.compose import compose
from brochures.compose.templates import Templates
from brochures.findings import Finding
from brochures.load.catalogue import load
from brochures.pdf.file import File
from brochures.preflight import preflight
from brochures.production.web_file import web_file
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve.ticket import resolve
from tests.real import DAY


@pytest.fixture(scope="module")
def card() -> File:
    project = Project(ROOT, DAY, ROOT / "out")
    templates, job = Templates.read(project), resolve(project, load(project), "crisis-card")
    return web_file(project, templates.styles, compose(templates, job, Edition.WEB, proof=True)[0])


Told = Callable[[str, str], tuple[str, ...]]


@pytest.fixture
def told(card: File) -> Told:
    def told(old: str, new: str) -> tuple[str, ...]:
        text = card.data.decode()
        assert old in text
        found = preflight(replace(card, data=text.replace(old, new, 1).encode()), frozenset())
        return tuple(f"{one.code} {one.message}" for one in found)

    return told


def _codes(found: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in found]


def test_a_finished_page_is_good(card: File) -> None:
    assert preflight(card, frozenset()) == ()


@pytest.mark.parametrize(
    "more",
    [
        "<script>1</script>", '<img src="https://example.org/a.png" alt="a">', '<img src="a.png" alt="a">', '<form action="/a"></form>',
        '<iframe src="data:,a"></iframe>', '<b onclick="a()"></b>', '<b style="color: red"></b>', '<a href="javascript:a()">a</a>',
        '<svg aria-hidden="true"><use href="https://example.org/a.svg#a"></use></svg>', '<meta http-equiv="refresh" content="1">',
    ],
)  # fmt: skip
def test_whatever_runs_loads_or_sends_is_told(told: Told, more: str) -> None:
    assert any(one.startswith("PRE-121") for one in told("</main>", f"{more}</main>"))


def test_a_policy_that_allows_more_or_names_another_style_is_told(told: Told) -> None:
    assert told("font-src data:", "font-src *")[0].startswith("PRE-121 the page does not forbid")
    assert "another style" in told("@layer tokens, base", "@layer base, tokens")[0]


def test_a_face_in_the_page_is_no_outside_thing_and_one_elsewhere_is(told: Told) -> None:
    assert "loads something" in told('url("data:font/woff2', 'url("https://example.org/font')[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Poison Help", ""), ("Poison Help", "Poison Held"), ("Poison Help", "Poison Help Poison Help"), ("Overdose", "overdoses"),
        ("</main>", "<p>More.</p></main>"),
    ],
)  # fmt: skip
def test_a_word_that_is_lost_changed_twice_or_more_is_told(told: Told, old: str, new: str) -> None:
    assert any(one.startswith("PRE-122") for one in told(old, new))


def test_words_in_another_order_are_told(told: Told) -> None:
    assert any(one.startswith("PRE-122") for one in told("Poison Help", "Help Poison"))


def test_a_proof_that_does_not_say_so_is_told(told: Told) -> None:
    assert told('<p class="proof">', '<p class="other">') != ()
    assert any("says 2 times" in one for one in told("</header>", '<p class="proof">PROOF</p></header>'))


def test_a_name_that_is_there_twice_is_told(told: Told) -> None:
    assert "the name 'main' is there 2 times" in " ".join(told("<h1", '<h1 id="main"'))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('href="#main"', 'href="#other"', "leads to '#other', which the page does not have"),
        ('href="tel:911"', 'href="tel:912"', "leads to 'tel:912', which no template wrote"),
        ('<a href="tel:911"', '<a href="tel:911"></a><a href="tel:911"', "has no words"),
    ],
)
def test_a_link_that_leads_nowhere_or_elsewhere_or_says_nothing_is_told(
    told: Told, old: str, new: str, said: str
) -> None:
    assert any(one.startswith("PRE-123") and said in one for one in told(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('<html lang="en"', '<html lang="es"', "said to be in 'es'"),
        ("<h2", "<h4", "is of level 4, below one of level 1"),
        (' role="img"', "", "neither what it shows"),
        ("</main>", "<table><tr><td></td></tr></table></main>", "has no heading cell"),
        ("</main>", "<table><tr><th></th></tr></table></main>", "does not say whether it heads"),
        ("</main>", '<img src="data:,"></main>', "no alternative text"),
        ("<title>Crisis card</title>", "", "no title"),
    ],
)
def test_what_is_not_told_to_who_does_not_see_it_is_told(told: Told, old: str, new: str, said: str) -> None:
    assert any(one.startswith("PRE-124") and said in one for one in told(old, new))


def test_a_heading_one_level_down_is_good(told: Told) -> None:
    assert not any("level" in one for one in told("</main>", "<h3></h3></main>"))


def test_a_style_that_asks_for_what_is_no_token_is_told(told: Told) -> None:
    found = told("var(--ink-soft)", "var(--ink-sof)")
    assert "PRE-125 a style asks for '--ink-sof', which is no token" in found
