"""Answers: what the page for editing and signing is told, as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Protocol

from brochures.cli.editing.desk import SavedWords
from brochures.cli.editing.gate_words import GateSays, ReadingGrade
from brochures.cli.editing.last_versions import LastVersion
from brochures.cli.editing.room_trials import RoomTrial
from brochures.cli.editing.texts import EditableText, SourceBeside
from brochures.cli.editing.ticking import TickList
from brochures.cli.editing.trials import BesideWords, SignatureChange, WordsTrial
from brochures.findings import Finding, Place

JsonValue = dict[str, Any]


class PlaceLinks(Protocol):
    """What turns places and findings into values with a link that opens them in the editor."""

    def finding(self, finding: Finding) -> JsonValue:
        """Return a finding."""

    def place(self, place: Place) -> JsonValue | None:
        """Return a place."""


def of_text(text: EditableText, links: PlaceLinks) -> JsonValue:
    """Return a text that can be edited, with the digest that is given back when it is saved."""
    return {
        "key": text.key, "called": text.called, "kind": text.kind, "name": text.name, "words": text.words, "digest": text.digest,
        "place": links.place(text.place),
    }  # fmt: skip


def of_opened(text: EditableText, beside: BesideWords, last: LastVersion | None, links: PlaceLinks) -> JsonValue:
    """Return a text whose form is opened, with its sources, who has signed it, and its last version."""
    kept = None if last is None else {"words": last.words.strip(), "saved": last.saved}
    sources = [_source(one, links) for one in beside.sources]
    return {
        **of_text(text, links),
        "sources": sources,
        "signed": [*map(_signature, beside.signed)],
        "wants": beside.wants,
        "pieces": beside.pieces,
        "last": kept,
    }


def of_trial(trial: WordsTrial, links: PlaceLinks) -> JsonValue:
    """Return what new words would do."""
    return {
        "key": trial.text.key, "grade": _grade(trial.grade), "grade_before": _grade(trial.grade_before),
        "gate": [_gate(one, links) for one in trial.gate], "mended": [_gate(one, links) for one in trial.mended],
        "voids": [*map(_signature, trial.voids)], "revives": [*map(_signature, trial.revives)],
        "refused": trial.refused, "note": trial.written.note, "pieces": trial.pieces, "looked_at": trial.looked_at,
    }  # fmt: skip


def of_room(trial: RoomTrial, number: int, links: PlaceLinks) -> JsonValue:
    """Return how much room new words take; ``number`` is that of the trial, by which its pictures are asked for."""
    return {
        "piece": trial.slug, "edition": trial.edition, "fits": trial.fits, "overtaken": trial.overtaken, "rooms": [asdict(one) | {"fits": one.fits} for one in trial.rooms],
        "findings": [*map(links.finding, trial.findings)], "refused": [*map(links.finding, trial.refused)],
        "pictures": {str(one.page): f"words/room/{number}/{one.page}.png" for one in trial.pictures},
    }  # fmt: skip


def of_saved(saved: SavedWords, links: PlaceLinks) -> JsonValue:
    """Return what was saved, and what that did to signatures."""
    return {
        "said": saved.said, "text": of_text(saved.text, links),
        "voids": [*map(_signature, saved.voids)], "revives": [*map(_signature, saved.revives)],
    }  # fmt: skip


def of_ticks(found: TickList, links: PlaceLinks) -> JsonValue:
    """Return what a role has before it in a piece."""
    texts = [{**asdict(one), "place": links.place(one.place)} for one in found.texts]
    return {**asdict(found), "until": str(found.until), "texts": texts}


def _source(source: SourceBeside, links: PlaceLinks) -> JsonValue:
    return {**asdict(source), "waits": source.waits, "place": links.place(source.place)}


def _gate(said: GateSays, links: PlaceLinks) -> JsonValue:
    return {
        "finding": links.finding(said.finding),
        "title": said.title,
        "pieces": said.pieces,
        "new": said.is_new,
        "refuses": said.refuses,
    }


def _grade(grade: ReadingGrade | None) -> JsonValue | None:
    return None if grade is None else asdict(grade)


def _signature(change: SignatureChange) -> JsonValue:
    return asdict(change)
