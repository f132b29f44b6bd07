"""What is shown: the last good state of each edition, with what is wrong since, as plain values for JSON. It hears what the worker tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import quote

from brochures.cli.previewing.messages import (
    FileJudged,
    FileRefused,
    FileSeen,
    FileUntouched,
    PartSeen,
    PiecesSeen,
    SettingBegun,
    Told,
    WordsSeen,
)
from brochures.cli.previewing.search import Words, found
from brochures.cli.previewing.values import SeenFile, SeenPiece, SeenRegion, SeenSheet, SeenThing
from brochures.findings import Finding, Place
from brochures.findings.report import WAITING
from brochures.load.positions import Writing
from brochures.project.paths import Project

EDITOR = "vscode://file/{path}:{line}:{column}"
"""The address that opens a file at its line in an editor, where nobody says another."""

Answer = dict[str, Any]
AboutFile = SettingBegun | FileSeen | PartSeen | FileUntouched | FileRefused | FileJudged


@dataclass(frozen=True)
class ShownFile:
    """An edition as it is shown: the last good file, what was found since, and whether it is ``waiting``, ``good`` or ``refused``."""

    state: str = "waiting"
    file: SeenFile | None = None
    findings: tuple[Finding, ...] = ()
    judged: bool = False
    things: tuple[SeenThing, ...] = ()
    part: PartSeen | None = None
    """A part of it that was set alone since."""

    def page(self, number: int) -> tuple[str, bytes, int, SeenSheet] | None:
        """Return of the page ``number`` its version, the file and the page in it that it is drawn from, and the sheet; None where there is none."""
        if self.file is None or not 1 <= number <= len(self.file.sheets):
            return None
        alone = self.part.pages.index(number) if self.part and number in self.part.pages else -1
        if self.part is not None and 0 <= alone < len(self.part.sheets):
            sheet = self.part.sheets[alone]
            lines = tuple(replace(line, parts=()) for line in sheet.lines)
            return self.part.version, self.part.data, sheet.number, replace(sheet, number=number, lines=lines)
        return self.file.version, self.file.data, number, self.file.sheets[number - 1]


class Shown:
    """Everything that is shown of a project. ``editor`` is the pattern of links to files: ``{path}``, ``{line}``, ``{column}``."""

    def __init__(self, project: Project, editor: str = EDITOR) -> None:
        """Begin with nothing seen."""
        self.project = project
        self.editor = editor
        self.pieces: tuple[SeenPiece, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.files: dict[tuple[str, str], ShownFile] = {}
        self.words: dict[str, Words] = {}

    def hear(self, told: Told) -> Answer:
        """Take in what the worker tells; return the event that the page hears."""
        if isinstance(told, PiecesSeen):
            self.pieces, self.findings = told.pieces, told.findings
            return {"event": "pieces"}
        if isinstance(told, WordsSeen):
            self.words[told.slug] = told.words
            return {}
        return self._hear_of_file(told)

    def _hear_of_file(self, told: AboutFile) -> Answer:
        key = (told.file.slug, told.file.edition) if isinstance(told, FileSeen) else (told.slug, told.edition)
        was = self.files.get(key, ShownFile())
        event: Answer = {"slug": key[0], "edition": key[1]}
        match told:
            case SettingBegun():
                return {**event, "event": "setting"}
            case FileSeen(file, findings):
                self.files[key] = ShownFile("good", file, findings)
                return {**event, "event": "seen", "version": file.version, "seconds": round(file.seconds, 3)}
            case PartSeen():
                self.files[key] = replace(was, part=told)
                return {**event, "event": "part", "version": told.version, "seconds": round(told.seconds, 3)}
            case FileRefused(findings=findings):
                self.files[key] = replace(was, state="refused", findings=findings, judged=True)
                return {**event, "event": "refused", "errors": len(findings)}
            case FileUntouched(passages=passages):
                moved = replace(was.file, passages=passages) if was.file else None
                if was.state == "refused":
                    was = replace(was, findings=(), judged=False)
                self.files[key] = replace(was, state="good", file=moved, part=None)
                return {**event, "event": "untouched"}
            case FileJudged(version=version, findings=findings, things=things):
                if was.file is not None and was.file.version == version:
                    self.files[key] = replace(was, findings=findings, judged=True, things=things)
                return {**event, "event": "judged", "errors": sum(one.is_error for one in findings)}

    def list(self) -> Answer:
        """Return all pieces and what is wrong with the project as a whole."""
        pieces = [{**asdict(one), "thumbnail": self._thumbnail(one)} for one in self.pieces]
        return {"pieces": pieces, "findings": [*map(self.finding, self.findings)]}

    def _thumbnail(self, piece: SeenPiece) -> str:
        """Return what tells the picture of ``piece`` from an older one; empty where there is none."""
        for edition in piece.editions:
            shown = self.files.get((piece.slug, edition))
            if shown and shown.file and shown.file.sheets:
                return f"{edition}-{shown.file.version}"
        return "built" if self.built(piece) else ""

    def built(self, piece: SeenPiece) -> bytes | None:
        """Return the file of ``piece`` that an earlier build left in ``out/``, for a first picture; None where there is none."""
        for edition in piece.editions:
            path = self.project.out / piece.slug / f"{piece.slug}.{edition}.pdf"
            try:
                return path.read_bytes()
            except OSError:
                continue
        return None

    def first(self, slug: str) -> bytes | None:
        """Return the file that the thumbnail of the piece ``slug`` is drawn from; None where there is none."""
        for piece in (one for one in self.pieces if one.slug == slug):
            for edition in piece.editions:
                shown = self.files.get((slug, edition))
                if shown and shown.file and shown.file.sheets:
                    return shown.file.data
            return self.built(piece)
        return None

    def file(self, slug: str, edition: str) -> Answer:
        """Return one edition with all that is found in it."""
        shown = self.files.get((slug, edition), ShownFile())
        findings = [*map(self.finding, shown.findings)]
        answer: Answer = {
            "slug": slug, "edition": edition, "state": shown.state, "judged": shown.judged, "findings": findings,
        }  # fmt: skip
        if shown.file is None:
            return {**answer, "version": "", "sheets": []}
        file = shown.file
        return {
            **answer, "title": file.title, "version": file.version, "proof": file.proof, "form": file.form, "bound": file.bound,
            "seconds": round(file.seconds, 3), "sheets": [*_sheets(shown)], "fold": _fold(file), "plates": file.plates, "page": file.is_page,
        }  # fmt: skip

    def search(self, wanted: str) -> Answer:
        """Return where the words ``wanted`` stand in what the pieces print."""
        titles = {one.slug: one.title for one in self.pieces}
        hits = found({slug: words for slug, words in self.words.items() if slug in titles}, wanted)
        return {
            "hits": [
                {"slug": slug, "title": titles[slug], "text": text, "part": part, "start": start, "end": end, "place": self.place(place)}
                for slug, text, place, part, start, end in hits
            ]
        }  # fmt: skip

    def passage_at(self, slug: str, edition: str, file: str, line: int, column: int) -> Answer:
        """Return the number of the passage of an edition that is written at this place; -1 where it prints none from there."""
        shown = self.files.get((slug, edition))
        passages = shown.file.passages if shown and shown.file else ()
        at = Place(file, line, column)
        return {"passage": next((number for number, one in enumerate(passages) if one.place == at), -1)}

    def passage(self, slug: str, edition: str, number: int, letter: int) -> Answer | None:
        """Return what is known of the passage ``number`` of an edition, at its ``letter``; None where there is no such passage."""
        shown = self.files.get((slug, edition))
        if shown is None or shown.file is None or not 0 <= number < len(shown.file.passages):
            return None
        found = shown.file.passages[number]
        writing = Writing(found.text, found.raw, found.place)
        thing = next((one for one in shown.things if (one.kind, one.name) == (found.kind, found.thing)), None)
        return {
            "passage": number, "text": found.text, "raw": found.raw, "kind": found.kind, "thing": found.thing,
            "start": self.place(found.place), "at": self.place(writing.place(_offset(found.text, letter))),
            "about": None if thing is None else self._thing(thing),
        }  # fmt: skip

    def _thing(self, thing: SeenThing) -> Answer:
        return {
            "kind": thing.kind,
            "name": thing.name,
            "place": self.place(thing.place),
            "sources": [
                {"name": one.name, "short": one.short, "place": self.place(one.place)} for one in thing.sources
            ],
            "signatures": [asdict(one) for one in thing.signatures],
            "printed_in": [{"piece": piece, "called": called} for piece, called in thing.printed_in],
        }

    def finding(self, finding: Finding) -> Answer:
        """Return a finding as the command line's JSON has it, with its area on the page, whether it waits for people alone, and a link to its line."""
        return {
            **finding.as_dict(),
            "area": finding.area,
            "waits": finding.code in WAITING,
            "place": self.place(finding.place),
        }

    def place(self, place: Place) -> Answer | None:
        """Return a place in a file with a link that opens it in the editor; None where there is none."""
        if not place.file:
            return None
        path = quote(str(self.project.root / place.file))
        link = self.editor.format_map(_Blanks(path=path, line=place.line or 1, column=place.column or 1))
        return {"file": place.file, "line": place.line, "column": place.column, "text": str(place), "link": link}


class _Blanks(dict[str, object]):
    """What a pattern may name; another name stays as it is written."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _sheets(shown: ShownFile) -> Iterator[Answer]:
    for number in range(1, len(shown.file.sheets) + 1 if shown.file else 1):
        page = shown.page(number)
        if page is not None:
            alone = shown.part is not None and page[0] == shown.part.version
            yield {**_sheet(page[3]), "version": page[0], "alone": alone}


def _sheet(sheet: SeenSheet) -> Answer:
    return {
        "number": sheet.number, "name": sheet.name, "width": sheet.width, "height": sheet.height, "folds": sheet.folds, "bleed": sheet.bleed,
        "safe": {"wanted": sheet.safe[0], "least": sheet.safe[1]},
        "panels": [{"name": name, "x": x, "width": width} for name, x, width in sheet.panels],
        "regions": [*map(_region, sheet.regions)],
        "lines": [
            {"box": one.box, "baseline": one.baseline, "size": one.size, "text": one.text, "parts": one.parts} for one in sheet.lines
        ],
    }  # fmt: skip


def _fold(file: SeenFile) -> Answer | None:
    """Return how a piece is folded or leafed through; None where it is one side of one sheet."""
    if file.fold is None:
        return {"kind": "leaves"} if len(file.sheets) > 1 else None

    def strips(panels: Sequence[tuple[str, float, float]]) -> list[Answer]:
        return [{"name": name, "x": x, "width": width} for name, x, width in panels]

    return {
        "kind": "panels",
        "inside": strips(file.fold.inside),
        "outside": strips(file.fold.outside),
        "turns": file.fold.turns,
    }


def _region(region: SeenRegion) -> Answer:
    counted = {} if region.words < 0 else {"words": region.words, "percent": region.percent}
    return {"kind": region.kind, "name": region.name, "box": region.box, **counted}


def _offset(text: str, letter: int) -> int:
    """Return where in ``text`` its letter or digit numbered ``letter`` stands, as layout counts them; the end where it has no more."""
    places = [place for place, sign in enumerate(text) if sign.isalnum()]
    return places[letter] if letter < len(places) else len(text)
