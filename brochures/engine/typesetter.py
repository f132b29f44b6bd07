"""The typesetter: one font configuration and one style sheet for all the pages of a run (about 30 ms less a document)."""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from typing import Any, BinaryIO
from weakref import finalize

import pydyf
import weasyprint
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from brochures.design.css import FACES, font_files
from brochures.engine import (
    balanced_lines,
    character_sets,
    current_box,
    drawings,
    drawn_letters,
    line_spaces,
    link_areas,
    page_references,
    picture_names,
    private_api,
    rounds,
    split_elements,
    subset_tags,
    tag_attributes,
    whole_floats,
)
from brochures.engine.boxes import sheets
from brochures.engine.fetcher import ProjectFetcher
from brochures.engine.log import heard
from brochures.engine.messages import Message
from brochures.engine.missing_glyphs import messages
from brochures.engine.shared_rules import Rules, shared
from brochures.engine.style_values import refusal
from brochures.geometry.pages import MeasuredPages
from brochures.project.edition import Edition
from brochures.project.lock import LOCK, hold, is_held

UA = "pdf/ua-1"

LINKED = frozenset(str(edition) for edition in Edition if edition.linked)
"""The media whose links lead somewhere; on paper an address of a page only gives its number."""

FOLDER = "press-room-"
"""How the names of our folders in the system's temporary folder begin; the number of the process follows."""


class Typesetter:
    """Sets HTML into pages and pages into bytes, and returns what the engine said while it did."""

    def __init__(self, root: Path, manifest: Path, blank: Collection[Path] = ()) -> None:
        """Work below ``root`` with the style sheet ``manifest``; those that it imports and that are ``blank`` count as empty."""
        character_sets.install()
        current_box.install()
        drawn_letters.install()
        subset_tags.install()
        picture_names.install()
        tag_attributes.install()
        line_spaces.install()
        balanced_lines.install()
        whole_floats.install()
        page_references.install()
        rounds.install()
        drawings.install()
        self.root = root
        self._fonts = FontConfiguration()
        _sweep_abandoned()
        self._folder = Path(mkdtemp(prefix=f"{FOLDER}{os.getpid()}-"))
        finalize(self, _sweep, self._folder, os.getpid(), hold(self._folder))
        self._fetcher = ProjectFetcher(root, font_files(manifest.parent / FACES), frozenset(blank))
        self._media: set[str] = set()
        self._manifest = manifest
        self._rules = Rules()
        self._styles = cache(self._read_styles)

    def _read_styles(self, medium: str) -> tuple[CSS, tuple[Message, ...]]:
        # The engine forgets the folder with its copies of the fonts when a process ends before its last page is collected, and
        # two processes that were forked must not write into one. So each has its own, in a folder that is removed at the end.
        self._media.add(medium)
        folder = self._folder / str(os.getpid())
        folder.mkdir(exist_ok=True)
        private_api.fonts_folder(self._fonts, folder)
        with heard(self.root) as found, shared(self._rules):
            styles = CSS(
                filename=str(self._manifest),
                media_type=medium,
                font_config=self._fonts,
                url_fetcher=self._fetcher,
                base_url=str(self._manifest),
            )
        return styles, tuple(Message(one.finding, resource=one.resource) for one in found)

    def reopened(self, blank: Collection[Path] = ()) -> Typesetter:
        """Return a typesetter of the same project that reads styles and fonts anew; style sheets that are ``blank`` count as empty."""
        return Typesetter(self.root, self._manifest, blank)

    def has_read(self, medium: str) -> bool:
        """Whether it has read the styles for the edition ``medium``, which takes longer than to set a short piece."""
        return medium in self._media

    @property
    def styles(self) -> Path:
        """The folder of the styles, which declare the fonts that the project brings along."""
        return self._manifest.parent

    @property
    def properties(self) -> tuple[str, ...]:
        """The name of every property that the engine knows."""
        return private_api.property_names()

    def refused(self, declarations: Sequence[tuple[str, str]]) -> list[str | None]:
        """Return of each property with its value why the engine leaves it out, None where it takes it."""
        answers = {one: refusal(*one) for one in dict.fromkeys(declarations)}
        return [answers[one] for one in declarations]

    def about_styles(self, medium: str) -> tuple[Message, ...]:
        """Return what the engine says while it reads the style sheets for the edition ``medium``, but of what is in font files."""
        with heard(self.root) as found, shared(self._rules):
            CSS(
                filename=str(self._manifest), media_type=medium, url_fetcher=self._fetcher, base_url=str(self._manifest)
            )
        return tuple(Message(one.finding, resource=one.resource) for one in found)

    def set(self, html: str, medium: str, *, tagged: bool, trial: bool = False) -> tuple[Document, tuple[Message, ...]]:
        """Return the pages of ``html`` in the edition ``medium``; of a ``trial`` the page numbers that its words name may be wrong."""
        styles, about_styles = self._styles(medium)
        spaces = line_spaces.kept(wanted=tagged and medium in LINKED)
        with heard(self.root) as found, spaces, rounds.limited(to_one=trial):
            document = HTML(
                string=html, base_url=self.root.as_uri() + "/", media_type=medium, url_fetcher=self._fetcher
            ).render(stylesheets=[styles], font_config=self._fonts, pdf_variant=UA if tagged else None)
        tag_attributes.one_link_each(document)
        link_areas.enlarge(document, linked=medium in LINKED)
        return document, (*about_styles, *(Message(one.finding, resource=one.resource) for one in found))

    def versions(self) -> dict[str, str]:
        """Return the versions of all that decides what a page looks like."""
        return {
            "pango": private_api.pango_version(),
            "pydyf": pydyf.__version__,
            "weasyprint": weasyprint.__version__,
        }

    def sheets(self, document: Document) -> MeasuredPages:
        """Return the pages of ``document``, measured."""
        return sheets(document)

    def write(
        self, document: Document, catalog: Mapping[str, Any], *, tagged: bool
    ) -> tuple[bytes, tuple[Message, ...]]:
        """Return the bytes of ``document`` with page ``labels`` (none: 1, 2, 3) and viewer ``preferences`` in its catalog."""
        target = io.BytesIO()

        def finish(_: Document, pdf: Any) -> None:
            pdf.catalog["PageLabels"] = _page_labels(catalog["labels"])
            pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
                {name: _written(value) for name, value in catalog["preferences"].items()}
            )

        if tagged:
            split_elements.number_parts(document)
        drawn_letters.taken()
        with heard(self.root) as found:
            document.write_pdf(target, finisher=finish, pdf_variant=UA if tagged else None)
        return target.getvalue(), tuple(messages(document, found, drawn_letters.taken()))


def _sweep(folder: Path, owner: int, lock: BinaryIO) -> None:
    """Remove ``folder``, but not from a process that was forked from its owner."""
    if os.getpid() == owner:
        lock.close()
        rmtree(folder, ignore_errors=True)


def _sweep_abandoned() -> None:
    """Remove the folders of processes that were killed: nobody holds them."""
    for folder in Path(gettempdir()).glob(f"{FOLDER}*-*"):
        mine = folder.name.startswith(f"{FOLDER}{os.getpid()}-")
        if not mine and (folder / LOCK).is_file() and not is_held(folder):
            rmtree(folder, ignore_errors=True)


def _page_labels(labels: Sequence[str]) -> pydyf.Dictionary:
    ranges = [
        item for number, label in enumerate(labels) for item in (number, pydyf.Dictionary({"P": pydyf.String(label)}))
    ]
    return pydyf.Dictionary({"Nums": pydyf.Array(ranges or [0, pydyf.Dictionary({"S": "/D"})])})


def _written(value: str | bool) -> str:  # noqa: FBT001 the value of a preference
    return str(value).lower() if isinstance(value, bool) else value
