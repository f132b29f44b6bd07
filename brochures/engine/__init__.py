"""All that touches WeasyPrint. Its private parts are used in this folder only, so that an upgrade breaks here or nowhere.

``typesetter``        one open engine: HTML into pages, pages into bytes
``shared_rules``      style sheets, taken apart once for all editions
``style_values``      properties and values that it leaves out
``character_sets``    what the reader of HTML reads up to, kept
``fetcher``           what it may read: the project, never the network
``plain_pictures``    pictures of pixels as it sets them right: in sRGB or grey, upright
``system_libraries``  what it needs of the operating system
``log``               everything that it says
``interruption``      a way to stop it between two steps
``messages``          one thing that it said, as a finding without a place
``current_box``       what it was at work on when it said so
``missing_glyphs``    where in the passages a character stands that no font has
``drawn_letters``     in which face each letter was drawn, and whether its marks sit on it
``data_attributes``   what the HTML says of its boxes
``boxes``             its box tree, measured
``fill_boxes``        boxes that are filled in on a screen
``box_edges``         one box: edges in px, box in pt
``tag_attributes``    what the structure tree must be told of its elements
``split_elements``    which elements were broken over pages or columns
``subset_tags``       names of fonts that are made of the letters in them
``picture_names``     names of pictures that are made of their bytes
``balanced_lines``    headlines in lines of one length
``line_breaks``       which texts break alike, and what is known of their lines
``whole_floats``      floats that no page's end breaks
``line_spaces``       the space at the end of a line, for who reads by the tree
``link_areas``        where links are touched
``rounds``            how often pages are laid out until their numbers are right
``page_references``   page numbers that follow what they lead to
``drawings``          drawings (SVG), mended where it draws them wrong
``private_api``       every part of it that it does not promise

``start()`` is the door: it isolates the fonts, looks for the libraries and only then imports the engine, because the import
costs more than a run with nothing to do may cost. It raises ``EngineMissingError``.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from brochures.engine import system_libraries
from brochures.findings import BrochureError, Place, codes

if TYPE_CHECKING:
    from brochures.engine.typesetter import Typesetter
    from brochures.project.paths import Project


class EngineMissingError(Exception):
    """A system library that the engine needs is not installed; the text says what installs it, by system."""

    def __init__(self, missing: list[str]) -> None:
        """Keep what is missing."""
        lines = "".join(f"\n  {system}: {line}" for system, line in system_libraries.install_lines().items())
        super().__init__(f"missing system libraries: {', '.join(missing)}. Install them with:{lines}")
        self.missing = missing


def start(project: Project) -> Typesetter:
    """Return a typesetter for ``project`` that sees no font but the project's own. Raise ``EngineMissingError`` without Pango."""
    missing = system_libraries.missing()
    if missing:
        raise EngineMissingError(missing)
    isolation = project.styles / "fonts" / "fonts.conf"
    if not isolation.is_file():
        raise BrochureError(
            codes.MISSING_RESOURCE.at(
                Place(project.relative(isolation)),
                "without this file the engine would use the fonts of the machine",
                "restore it from version control",
            )
        )
    _read_whole(isolation, project)
    os.environ["FONTCONFIG_FILE"] = str(isolation)
    with system_libraries.found_by_name():
        from brochures.engine.typesetter import Typesetter  # noqa: PLC0415 half a second, paid only when a page is set

    gc.freeze()  # nothing that was imported is garbage: looking through it costs a tenth of a build
    return Typesetter(project.root, project.styles / "index.css")


def _read_whole(isolation: Path, project: Project) -> None:
    """Raise ``BrochureError`` where the list of fonts is broken: Fontconfig would say so to nobody and take what it likes."""
    reader = ParserCreate()
    try:
        reader.Parse(isolation.read_bytes(), True)  # noqa: FBT003 the reader's own order
    except (ExpatError, OSError, ValueError) as wrong:
        place = Place(project.relative(isolation), reader.ErrorLineNumber, reader.ErrorColumnNumber + 1)
        raise BrochureError(
            codes.MISSING_RESOURCE.at(
                place,
                f"the list of fonts cannot be read: {str(wrong).partition(':')[0]}",
                "restore it from version control",
            )
        ) from wrong
