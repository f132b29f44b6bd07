"""How a finished file is taken hold of: its pages, links, tags and fonts, and the ways of damaging one that many damages share."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

Surgery = Callable[[Pdf], object]


class NothingToDamageError(Exception):
    """The file has nothing that this damage could be done to."""


def operated(data: bytes, surgery: Surgery) -> bytes:
    """Return the file ``data`` with a damage done to it."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        surgery(pdf)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def some(things: list[Any], number: int = 1) -> list[Any]:
    """Return ``things``, of which there must be ``number`` at least."""
    if len(things) < number:
        raise NothingToDamageError
    return things


def elements(pdf: Pdf, *roles: str) -> list[Any]:
    """Return the elements of the tags in the order of reading; with ``roles`` those alone."""
    found: list[Any] = []
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += reversed(list(one))
        elif isinstance(one, Dictionary) and "/S" in one:
            if not roles or str(one.S)[1:] in roles:
                found.append(one)
            waiting.append(one.get("/K", Array()))
    return found


def made(*roles: str, into: str) -> Surgery:
    """Return the damage that makes every element of ``roles`` one of another role."""

    def surgery(pdf: Pdf) -> None:
        for one in some(elements(pdf, *roles)):
            one.S = Name(f"/{into}")

    return surgery


def first_made(role: str, into: str) -> Surgery:
    """Return the damage that makes the last element of ``role`` one of another role."""
    return lambda pdf: some(elements(pdf, role))[-1].__setitem__("/S", Name(f"/{into}"))


def links(pdf: Pdf, scheme: str = "") -> list[Any]:
    """Return the links; with a ``scheme`` those whose address begins so, ``#`` for those inside of the file."""
    found = [one for page in pdf.pages for one in page.obj.get("/Annots", Array()) if one.get("/Subtype") == Name.Link]
    return [one for one in found if address(one).startswith(scheme)]


def address(link: Any) -> str:
    """Return where a link leads."""
    return f"#{link.Dest}" if "/Dest" in link else str(link.get("/A", Dictionary()).get("/URI", ""))


def each_link(change: Callable[[Any], object], scheme: str = "") -> Surgery:
    """Return the damage that does ``change`` to every link."""

    def surgery(pdf: Pdf) -> None:
        for one in some(links(pdf, scheme)):
            change(one)

    return surgery


def one_link(change: Callable[[Any], object], scheme: str = "") -> Surgery:
    """Return the damage that does ``change`` to the first link."""
    return lambda pdf: change(some(links(pdf, scheme))[0])


def exchanged(things: list[Any], key: str) -> None:
    """Exchange what the first two of ``things`` that differ in it have under ``key``."""
    first = some(things, 2)[0]
    other = some([one for one in things if str(one[key]) != str(first[key])])[-1]
    kept = first[key]
    first[key] = other[key]
    other[key] = kept


def rewritten(change: Callable[[bytes], bytes], page: int | None = None) -> Surgery:
    """Return the damage that changes the content of each page, or of one."""

    def surgery(pdf: Pdf) -> None:
        for number, one in enumerate(pdf.pages):
            if page in {None, number}:
                one.contents_coalesce()
                one.obj.Contents = pdf.make_stream(change(one.obj.Contents.read_bytes()))

    return surgery


def over(content: bytes, page: int | None = None) -> Surgery:
    """Return the damage that paints ``content`` over every page, or over one."""
    return rewritten(lambda data: b"q\n" + data + b"\nQ\n" + content, page)


def fresh(value: Any) -> Any:
    """Return a copy of ``value`` that belongs to no file yet; what refers to others was made for the file at hand, and is itself."""
    if not isinstance(value, Object) or isinstance(value, Stream):
        return value
    try:
        return Object.parse(value.unparse(resolved=True))
    except RuntimeError:
        return value


def on_link(**entries: Any) -> Surgery:
    """Return the damage that gives the first link other entries."""

    def surgery(pdf: Pdf) -> None:
        link = some(links(pdf))[0]
        for name, value in entries.items():
            link[f"/{name}"] = pdf.make_indirect(fresh(value)) if isinstance(value, Dictionary) else value

    return surgery


def annotation(kind: str, **entries: Any) -> Surgery:
    """Return the damage that puts an annotation on the first page."""

    def surgery(pdf: Pdf) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([90, 90, 120, 120]))
        for name, value in entries.items():
            one[f"/{name}"] = fresh(value)
        page = pdf.pages[0].obj
        page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(one)])

    return surgery


def in_catalog(name: str, value: Any) -> Surgery:
    """Return the damage that writes an entry into the catalog."""
    return lambda pdf: pdf.Root.__setitem__(name, fresh(value))


def out_of_catalog(name: str) -> Surgery:
    """Return the damage that takes an entry out of the catalog."""

    def surgery(pdf: Pdf) -> None:
        if name not in pdf.Root:
            raise NothingToDamageError
        del pdf.Root[name]

    return surgery


def on_page(name: str, value: Any) -> Surgery:
    """Return the damage that writes an entry into the first page."""
    return lambda pdf: pdf.pages[0].obj.__setitem__(name, fresh(value))


def script() -> Dictionary:
    """Return an action that runs a script."""
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def fonts(pdf: Pdf) -> list[Any]:
    """Return the fonts that words are set in, the largest first."""
    found = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Subtype") == Name.Type0]
    return some(sorted(found, key=lambda one: -len(one.ToUnicode.read_bytes())))


def program(font: Any) -> Any:
    """Return the stream that holds the outlines of a font."""
    return font.DescendantFonts[0].FontDescriptor.FontFile2


def glyph_of(font: Any, character: str) -> int:
    """Return the number of the glyph that a font shows ``character`` by."""
    found = re.search(rb"<([0-9a-f]{4})> <%04x>" % ord(character), font.ToUnicode.read_bytes())
    if found is None:
        raise NothingToDamageError
    return int(found[1], 16)


def with_glyph(pdf: Pdf, characters: str) -> Any:
    """Return a font that shows each of ``characters``."""
    for font in fonts(pdf):
        try:
            _ = [glyph_of(font, one) for one in characters]
        except NothingToDamageError:
            continue
        return font
    raise NothingToDamageError


def redrawn(characters: str, change: Callable[[Any, list[str]], object]) -> Surgery:
    """Return the damage that changes the outlines of ``characters`` in a font that has them."""

    def surgery(pdf: Pdf) -> None:
        font = with_glyph(pdf, characters)
        opened = TTFont(io.BytesIO(program(font).read_bytes()))
        change(opened["glyf"], [opened.getGlyphName(glyph_of(font, one)) for one in characters])
        written = io.BytesIO()
        opened.save(written)
        program(font).write(written.getvalue())

    return surgery


def swapped_outlines(table: Any, names: list[str]) -> None:
    """Exchange the outlines of two glyphs."""
    table[names[0]], table[names[1]] = table[names[1]], table[names[0]]


def emptied_outline(table: Any, names: list[str]) -> None:
    """Leave a glyph without outlines."""
    table[names[0]] = type(table[names[0]])()


def moved_point(table: Any, names: list[str]) -> None:
    """Move one point of a glyph."""
    glyph = table[names[0]]
    glyph.expand(table)
    glyph.coordinates[0] = (glyph.coordinates[0][0] + 40, glyph.coordinates[0][1])


def outline_items(pdf: Pdf) -> Iterator[Any]:
    """Yield each bookmark."""
    waiting = [pdf.Root.Outlines.get("/First")] if "/Outlines" in pdf.Root else []
    while waiting:
        one = waiting.pop()
        if one is not None:
            yield one
            waiting += [one.get("/Next"), one.get("/First")]


def mapped(font: Any, change: Callable[[bytes], bytes]) -> None:
    """Change what the file says that the codes of a font are."""
    font.ToUnicode.write(change(font.ToUnicode.read_bytes()))


def streams(pdf: Pdf) -> Iterator[Any]:
    """Yield every stream."""
    return (one for one in pdf.objects if isinstance(one, Stream))
