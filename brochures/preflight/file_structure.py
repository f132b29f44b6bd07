"""The file itself: page sizes, tags, ways in, nothing active, fonts. Each check gets the opened file and the composition that was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from brochures.compose.html import Composition
from brochures.compose.passage_numbers import place_of
from brochures.design.formats import Format
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.geometry.passages import origins
from brochures.geometry.passages import read as stretches
from brochures.preflight.declared import attached, fillable
from brochures.preflight.finished_file import STAMP, FinishedFile
from brochures.preflight.text_subject import elements

_HEADING = re.compile(r"/H([1-6])")

TRIM_TOLERANCE = 0.5
"""How far a trim box may differ from the format, in pt (docs/print.md, Sheets and panels)."""


@check(
    codes.UNREADABLE,
    looks_for="a file that a second program cannot read",
    source="docs/engine.md, pypdf, pikepdf and PDFium",
)
def unreadable(wrong: Exception) -> Iterator[Finding]:
    """Yield the file itself, which could not be read because of ``wrong``."""
    yield codes.UNREADABLE.at(
        Place(), f"{type(wrong).__name__}: {wrong}", "build again with --force; if it stays, report it"
    )


@check(
    codes.PAGE_SIZE,
    looks_for="pages that are turned, or not of the size of their format",
    source="docs/print.md, Sheets and panels",
)
def page_size(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield each page whose trim is not the format's, or that is turned. As many as a brochure has that is shown as it is have its format."""
    form = composition.format
    shown = [section.facsimile.format for section in composition.job.sections if section.facsimile]
    left = [other for other in shown for _ in other.sides]
    for number, page in enumerate(file.pages, 1):
        trim = page.trimbox
        width, height = float(trim.width), float(trim.height)
        other = next((one for one in left if _is_of_size(one, width, height)), None)
        if other is not None and not _is_of_size(form, width, height) and not page.get("/Rotate"):
            left.remove(other)
        elif not _is_of_size(form, width, height) or page.get("/Rotate"):
            yield codes.PAGE_SIZE.at(
                Place(f"styles/formats/{form.name}.css"),
                f"the page is {width:g} x {height:g} pt, the format {form.width:g} x {form.height:g} pt",
                "let @page take its size from the format's tokens",
            ).about(page=number)


def _is_of_size(form: Format, width: float, height: float) -> bool:
    return abs(width - form.width) <= TRIM_TOLERANCE and abs(height - form.height) <= TRIM_TOLERANCE


@check(
    codes.PAGE_SIZE,
    looks_for="pages too many or too few, boxes that are not the sheet's, pages that are measured in a unit of their own",
    source="ISO 32000-1, 7.7.3.3 and 14.11.2",
)
def frame(opened: FinishedFile) -> Iterator[Finding]:
    """Yield a file with another number of pages than was laid out and, but for the press, pages whose boxes are not those of the whole sheet."""
    count, laid_out = len(opened.file.pages), opened.made.pages
    if count != laid_out:
        said = f"the file has {count} pages, and {laid_out} were laid out"
        yield codes.PAGE_SIZE.at(Place(), said, "build again with --force; if it stays, report it")
    if opened.composition.print_shop is not None:
        return
    job = opened.composition.job
    forms = [opened.composition.format, *(one.facsimile.format for one in job.sections if one.facsimile)]
    for number, page in enumerate(opened.file.pages, 1):
        trim = page.trimbox
        if not any(_is_of_size(form, float(trim.width), float(trim.height)) for form in forms):
            continue  # told as a page of the wrong size
        for said in _out_of_frame(page):
            mend = "build again with --force: no style scales or crops a page; if it stays, report it"
            yield codes.PAGE_SIZE.at(Place(), said, mend).about(page=number)


def _out_of_frame(page: PageObject) -> Iterator[str]:
    """Yield what makes ``page`` another than the sheet that was laid out."""
    if page.get("/UserUnit", 1) != 1:
        yield f"the page is measured in a unit of its own ({page['/UserUnit']})"
    trim = page.trimbox
    for name in ("/MediaBox", "/CropBox", "/BleedBox", "/ArtBox"):
        box = _box(page, name)
        if box is not None and any(
            abs(one - float(other)) > TRIM_TOLERANCE for one, other in zip(box, trim, strict=True)
        ):
            yield f"the {name} of the page is not its trim: it shows another part of the sheet"
    if max(abs(float(trim.left)), abs(float(trim.bottom))) > TRIM_TOLERANCE:
        yield "the trim of the page does not begin at its corner"


def _box(page: PageObject, name: str) -> tuple[float, ...] | None:
    """Return a box of ``page``, also one that it has from the pages around it; None where it has none."""
    held: Any = page.mediabox if name == "/MediaBox" else page.get(name)
    return None if held is None else tuple(float(side) for side in held.get_object())


@check(
    codes.TAGS,
    looks_for="a screen file without tags, language or title, headings that skip a level, and pictures without alternative text",
    source="ISO 14289-1, 7.1 to 7.4",
)
def tags(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield what a screen edition lacks for assistive technology."""
    if not composition.tagged:
        return
    root = file.root_object
    wanted = {
        "a structure tree": "/StructTreeRoot" in root,
        "the mark of a tagged file": _is_true(root, "/MarkInfo", "/Marked"),
        f"the language '{composition.job.language}'": root.get("/Lang") == composition.job.language,
        f"the title '{composition.job.title}'": bool(file.metadata) and file.metadata.title == composition.job.title,  # type: ignore[union-attr]
        "a title that is shown": _is_true(root, "/ViewerPreferences", "/DisplayDocTitle"),
    }
    for what, there in wanted.items():
        if not there:
            yield codes.TAGS.at(
                Place("templates/base.html"), f"the file lacks {what}", "give base.html its language and title"
            )
    level = 0
    for element in elements(root.get("/StructTreeRoot", {})):
        heading = _HEADING.fullmatch(str(element.get("/S")))
        if heading and int(heading[1]) > level + 1:
            yield codes.TAGS.at(
                _place_of_heading(composition, level, int(heading[1])),
                f"a heading of level {heading[1]} follows one of level {level} (ISO 14289-1, 7.4.2)",
                "write 'heading:' where a 'subheading:' has no heading above it",
            )
        level = int(heading[1]) if heading else level
        if element.get("/S") == "/Figure" and not element.get("/Alt"):
            yield codes.TAGS.at(
                Place(),
                "a picture has no alternative text",
                "give the drawing a <title>, or mark it aria-hidden when it only decorates",
            )


def _place_of_heading(composition: Composition, before: int, level: int) -> Place:
    """Return where the words of the first heading of ``level`` are written that was composed after one of the level ``before``; nowhere where none was."""
    if not composition.html:
        return Place()
    last = 0
    for one in lxml.html.document_fromstring(composition.html).iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if (last, int(one.tag[1])) == (before, level):
            stamps = (inner.get(STAMP) for inner in one.iter() if isinstance(inner.tag, str) and inner.get(STAMP))
            first = next((origin for stamp in stamps for origin in origins(stretches(stamp))), None)
            return Place() if first is None else place_of(first, composition.passages)
        last = int(one.tag[1])
    return Place()


@check(
    codes.NAVIGATION,
    looks_for="missing page labels and bookmarks, and links that lead nowhere",
    source="ISO 32000-1, 12.3 and 12.4.2",
)
def navigation(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield missing page labels and bookmarks, and links that lead nowhere."""
    if "/PageLabels" not in file.root_object:
        yield codes.NAVIGATION.at(Place(), "the pages have no labels", "write them in the pdf stage")
    if not composition.job.format.sides and not file.outline:
        yield codes.NAVIGATION.at(Place(), "the file has no bookmarks", "set bookmark-level on the headings")
    known = set(file.named_destinations)
    for number, page in enumerate(file.pages, 1):
        for annotation in page.get("/Annots", ()):
            target = annotation.get_object().get("/Dest")
            if isinstance(target, str) and target not in known:
                yield codes.NAVIGATION.at(
                    Place(), f"a link leads to '{target}', which is not in the file", "give the target its id"
                ).about(page=number)


@check(
    codes.ACTIVE,
    looks_for="scripts, attached files and passwords",
    source="ISO 32000-1, 7.6, 7.11.4, 12.6 and 12.7",
)
def active(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield what runs, is attached or is locked. Fields of forms have a check of their own where there may be any."""
    root = file.root_object
    held = [name for name in ("/OpenAction", "/AA", "/Collection") if name in root]
    held += ["/AcroForm"] * ("/AcroForm" in root and not fillable(composition))
    barred = ("/JavaScript", *(() if attached(composition) else ("/EmbeddedFiles",)))
    held += [name for name in barred if name in root.get("/Names", DictionaryObject()).get_object()]
    if file.is_encrypted:
        held.append("/Encrypt")
    for name in held:
        yield codes.ACTIVE.at(Place(), f"the file holds {name}", "take it out of the template")


@check(
    codes.FONTS,
    looks_for="fonts that are not in the file, or that are not of the clinic",
    source="docs/engine.md, Fonts",
)
def fonts(file: PdfReader, families: frozenset[str]) -> Iterator[Finding]:
    """Yield fonts that are not embedded or not of our ``families``."""
    for name, embedded in sorted(_font_programs(file).items()):
        plain = name.partition("+")[2] or name
        if not embedded:
            yield codes.FONTS.at(Place(), f"the font '{plain}' is not embedded", "use a font of styles/fonts/")
        elif not any(plain.startswith(family.replace(" ", "-")) for family in families):
            yield codes.FONTS.at(Place(), f"the font '{plain}' is not one of ours", "use a font of styles/fonts/")


def _font_programs(file: PdfReader) -> dict[str, bool]:
    found: dict[str, bool] = {}
    forms: Any = file.root_object.get("/AcroForm", DictionaryObject()).get_object()
    resources = [page["/Resources"].get_object() for page in file.pages] + [
        forms.get("/DR", DictionaryObject()).get_object()
    ]
    for held in resources:
        fonts: Any = held.get("/Font", DictionaryObject()).get_object()
        for reference in fonts.values():
            font = reference.get_object()
            inner = font.get("/DescendantFonts", [font])[0].get_object()
            descriptor = inner.get("/FontDescriptor", DictionaryObject()).get_object()
            name = str(descriptor.get("/FontName", font.get("/BaseFont", "?"))).removeprefix("/")
            found[name] = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    return found


def _is_true(root: DictionaryObject, name: str, key: str) -> bool:
    """Whether ``key`` of the dictionary ``name`` is true; pypdf's own false counts as true in Python."""
    return bool(root.get(name, DictionaryObject()).get_object().get(key, False) == True)  # noqa: E712 its value, not whether it is there
