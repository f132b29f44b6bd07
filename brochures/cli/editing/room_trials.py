"""Room trials: a piece set with new words in it, to see whether they fit and what they look like. Nothing is written.

The engine works in a process of its own (``RoomPress``), so that who types is answered meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from threading import Lock

from brochures.cli.editing.texts import text_of
from brochures.findings import BrochureError, Finding, UsageError
from brochures.load.catalogue import Catalogue, load
from brochures.production import File, TextRoom, page_png, text_rooms
from brochures.production.own_process import Connection, OwnProcess
from brochures.production.preview_files import PreviewFiles
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

PPI = 144
"""How fine the picture is, in pixels to the inch."""

_ABOUT_ROOM = ("OVR", "FIT")
"""The families of what is found where words do not fit, or are made to."""


@dataclass(frozen=True)
class RoomAsked:
    """What is to be set: an edition of a piece with other bytes in the place of one file, and the text that is looked at."""

    slug: str
    edition: str
    key: str
    name: str
    data: bytes


@dataclass(frozen=True)
class PagePicture:
    """A page of the piece with the new words, as PNG."""

    page: int
    png: bytes


@dataclass(frozen=True)
class RoomTrial:
    """Where the text stands in an edition with its new words, what is found there, and the pages; ``refused`` says why nothing could be set.

    ``overtaken``: nothing was set, since something newer was asked for meanwhile.
    """

    slug: str
    edition: str
    rooms: tuple[TextRoom, ...] = ()
    findings: tuple[Finding, ...] = ()
    pictures: tuple[PagePicture, ...] = ()
    refused: tuple[Finding, ...] = ()
    overtaken: bool = False

    @property
    def fits(self) -> bool:
        """Whether the words fit wherever they stand."""
        return not self.refused and all(room.fits for room in self.rooms)


class RoomPress:
    """This end of the process that sets pieces with new words. It begins with the first question."""

    def __init__(self, project: Project) -> None:
        """Work for ``project``."""
        self._project = project
        self._apart: OwnProcess | None = None
        self._one = Lock()
        self._newest: RoomAsked | None = None

    def set(self, asked: RoomAsked) -> RoomTrial:
        """Return what comes of ``asked``; of questions that wait for their turn only the newest is answered."""
        self._newest = asked
        with self._one:
            if asked is not self._newest:
                return RoomTrial(asked.slug, asked.edition, overtaken=True)
            for _ in range(2):  # a process that died is begun once more
                if self._apart is None:
                    self._apart = OwnProcess.start(work, self._project)
                try:
                    self._apart.connection.send(asked)
                    answer: RoomTrial = self._apart.connection.recv()
                except (EOFError, OSError):
                    self._apart = None
                else:
                    return answer
        raise UsageError("the pages could not be set: the process that sets them ended")

    def end(self) -> None:
        """Let the process end."""
        if self._apart is not None:
            self._apart.end()
            self._apart = None


def work(connection: Connection, project: Project) -> None:
    """Set what is asked for through ``connection`` until nobody is at the other end."""
    press = RoomSetter(project)
    while True:
        connection.send(press.set(connection.recv()))


class RoomSetter:
    """Sets pieces with new words; engine, templates and content that did not change stay open."""

    def __init__(self, project: Project) -> None:
        """Work for ``project``."""
        self.project = project
        self._files: PreviewFiles | None = None
        self._styles: tuple[tuple[str, int], ...] = ()

    def set(self, asked: RoomAsked) -> RoomTrial:
        """Return what comes of ``asked``."""
        catalogue = load(self.project, {asked.name: asked.data})
        wrong = tuple(finding for finding in catalogue.findings if finding.is_error)
        try:
            return self._set(asked, catalogue)
        except BrochureError as refused:
            return RoomTrial(asked.slug, asked.edition, refused=refused.findings or wrong)
        except (LookupError, UsageError):  # the piece or the words are in a file with mistakes
            return RoomTrial(asked.slug, asked.edition, refused=wrong)

    def _set(self, asked: RoomAsked, catalogue: Catalogue) -> RoomTrial:
        """Return what comes of ``asked``, as a proof: that is what is built next, since nobody has signed the words."""
        job = resolve(self.project, catalogue, asked.slug)
        text = text_of(catalogue, asked.key)
        files = self._open()
        composition = files.composed(job, Edition(asked.edition), proof=True)
        if not composition.paged:
            return RoomTrial(asked.slug, asked.edition)
        numbers = {number for number, writing in enumerate(composition.passages) if writing.start == text.place}
        file = files.set(composition)
        rooms = tuple(text_rooms(file.composition, file.sheets, file.fill, numbers))
        return RoomTrial(asked.slug, asked.edition, rooms, tuple(_there(file, rooms)), tuple(_pictures(file, rooms)))

    def _open(self) -> PreviewFiles:
        """Return templates, styles and engine, opened anew where a style or template changed."""
        styles = tuple(
            (str(path), path.stat().st_mtime_ns)
            for folder in (self.project.styles, self.project.templates)
            for path in sorted(folder.rglob("*.*"))
        )
        if self._files is None:
            from brochures.engine import start

            self._files = PreviewFiles.open(self.project, start)
        elif styles != self._styles:
            self._files = self._files.reopened()
        self._styles = styles
        return self._files


def _there(file: File, rooms: Collection[TextRoom]) -> Iterator[Finding]:
    """Yield what is found of the room in the panels and pages that hold the text."""
    for finding in file.findings:
        if finding.code[:3] in _ABOUT_ROOM and any(f"'{room.name}'" in finding.message for room in rooms):
            yield replace(finding, area=None)


def _pictures(file: File, rooms: Collection[TextRoom]) -> Iterator[PagePicture]:
    for page in dict.fromkeys(room.page for room in rooms):
        yield PagePicture(page, page_png(file.data, page, PPI, file.moved))
