"""Fact rules: what is wrong with ``house/facts.yaml`` itself: a rule that rests on nothing, or that no sentence can ever break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from brochures.editorial.phrase_matcher import PhraseBook
from brochures.editorial.sentences import ParsedText
from brochures.findings import Finding, codes
from brochures.findings.suggest import near
from brochures.load.catalogue import Catalogue, Entry
from brochures.load.model.house_facts import Contradiction, HouseFacts
from brochures.load.yaml_source import Route

SOURCES = ("source", "study", "statement")
"""The kinds of things that a fact may rest on."""

_PLAIN = re.compile(r"[a-z][a-z' -]*\*?")
_SAMPLES = {"...": "", "N.N": "1.5", "NN": "15", "N": "15", "YYYY": "2020", "*": "word"}
"""What stands in a sentence for each sign of a phrase that stands for other words."""


def about_facts(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield what keeps the facts of the house from guarding anything, where it is written."""
    for language, entry in catalogue.shelf("facts of the house").items():
        if (
            (known := catalogue.shelf("word list"))
            and language not in known
            and not catalogue.spoiled.holds("word list")
        ):
            yield codes.IDLE_FACT.at(
                entry.manuscript.place(entry.route, key=True),
                f"the house has no word lists in '{language}', so no words are held against these facts",
                "write them in content/house/words.yaml, or take these facts out",
            )
        yield from _sources(catalogue, entry)
        yield from _ways(entry)
        yield from _lists(entry)


def _sources(catalogue: Catalogue, entry: Entry[HouseFacts]) -> Iterator[Finding]:
    known = set(chain.from_iterable(catalogue.shelf(kind) for kind in SOURCES))
    for name, rule in entry.thing.rules.items():
        for number, source in enumerate(rule.sources):
            if source not in known and not any((kind, source) in catalogue.spoiled for kind in SOURCES):
                yield codes.UNKNOWN_NAME.at(
                    entry.place("rules", name, "sources", number),
                    f"there is no source, study or statement '{source}'",
                    near(source, sorted(known)),
                )


def _ways(entry: Entry[HouseFacts]) -> Iterator[Finding]:
    for name, rule in entry.thing.rules.items():
        for number, way in enumerate(rule.contradicted):
            route = ("rules", name, "contradicted", number)
            unknown = list(_unknown(entry, way, route))
            yield from unknown
            always = None if unknown else _always_let_pass(entry.thing, way)
            if always is not None:
                yield codes.IDLE_FACT.at(
                    entry.place(*route),
                    f"no sentence can contradict '{name}' in this way: all words of '{always}' are let pass by 'unless'",
                    "take those words out of 'unless', or take this way out",
                )


def _unknown(entry: Entry[HouseFacts], way: Contradiction, route: Route) -> Iterator[Finding]:
    for key in ("asserts", "denies", "about", "unless"):
        for number, name in enumerate(getattr(way, key)):
            if name not in entry.thing.words:
                yield codes.IDLE_FACT.at(
                    entry.place(*route, key, number),
                    f"there is no list of words '{name}'",
                    near(name, list(entry.thing.words)),
                )


def _always_let_pass(facts: HouseFacts, way: Contradiction) -> str | None:
    """Return a list of which ``way`` needs a word, and every word of which it lets pass; None where there is none."""
    passed = set(chain.from_iterable(facts.words[name] for name in way.unless))
    return next((name for name in way.needed if passed.issuperset(facts.words[name])), None)


def _lists(entry: Entry[HouseFacts]) -> Iterator[Finding]:
    facts = entry.thing
    named = {name for rule in facts.rules.values() for way in rule.contradicted for name in (*way.needed, *way.unless)}
    for name, phrases in facts.words.items():
        if name not in named:
            yield codes.IDLE_FACT.at(
                entry.manuscript.place((*entry.route, "words", name), key=True),
                f"no rule names the list '{name}'",
                "name it in a rule, or take it out",
            )
        for number, phrase in enumerate(phrases):
            if not _PLAIN.fullmatch(phrase) and not _can_stand(phrase):
                yield codes.IDLE_FACT.at(
                    entry.place("words", name, number),
                    f"'{phrase}' can stand in no sentence",
                    "write words that follow each other in one sentence, without a full stop between them",
                )


def _can_stand(phrase: str) -> bool:
    """Return whether a sentence that is made of nothing but ``phrase`` holds it."""
    said = re.sub(r"\.\.\.|\b(?:N\.N|NN?|YYYY)\b|(?<=\s)\*", lambda found: _SAMPLES[found[0]], phrase).replace("*", "")
    phrases = (phrase,)
    return bool(PhraseBook([phrases], {}).scan(ParsedText.of(said, frozenset())))
