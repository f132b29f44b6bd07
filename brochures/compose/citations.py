"""Citations: numbers in order of first mention, and the list in AMA style, set by a CSL processor (citeproc-py)."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from citeproc import LOCALES_PATH, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc import Citation as Cited
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup, escape

from brochures.compose import reference_text
from brochures.compose.links import LABEL
from brochures.compose.passage_numbers import Stamped
from brochures.compose.typography import JOINER, unbroken
from brochures.design.styles import CITATION_STYLE, Styles
from brochures.findings import BrochureError, Place, codes
from brochures.findings.plain_words import in_words
from brochures.load.model.addresses import link_of
from brochures.load.model.addresses import shown as printed
from brochures.load.model.sources import Citation, Issued
from brochures.load.normal_form import composed
from brochures.resolve.job import CitedSource, Job

_TWICE = re.compile(r"^((?:<i>)?(.+?)(?:</i>)?\. ?)(?:<i>)?\2(?:</i>)?\.(?: |$)", re.DOTALL)

LONGEST_ADDRESS = 50
"""Longer addresses may break over a line: no line of a list in two columns holds them. In characters."""

_ENDS = re.compile(r"[^\w](?=\w)")
"""Signs inside an address after which a line could end."""

_VEIL = {ord("<"): "\ue000", ord(">"): "\ue001", ord("&"): "\ue002"}
_UNVEIL = {0xE000: "&lt;", 0xE001: "&gt;", 0xE002: "&amp;"}


@dataclass(frozen=True)
class Reference:
    """One entry of a reference list: its number, its short name, its text as HTML, and that text with its address linked.

    ``untitled`` where its title was not read, so that none is printed.
    """

    number: int
    name: str
    short: str
    html: Markup
    linked: Markup
    untitled: bool = False


def number_sources(job: Job) -> dict[str, CitedSource]:
    """Return the sources that ``job`` cites, by name, in order of first mention."""
    return {source.name: source for source in job.things(CitedSource)}


def references(
    sources: Mapping[str, CitedSource], styles: Styles, language: str = "", opens: str = ""
) -> tuple[Reference, ...]:
    """Return the reference list of ``sources`` in their order; without a ``language`` in that of the style.

    ``opens`` is how a link to an address is described, with ``{address}`` in it; without it its own words describe it.

    The list of a piece is set once, whatever its editions. Raise ``BrochureError`` where the citation style cannot be read.
    """
    return _references(tuple(sources.values()), styles.citation_style, language, opens) if sources else ()


@lru_cache(maxsize=64)
def _references(
    sources: tuple[CitedSource, ...], style: bytes | None, language: str, opens: str
) -> tuple[Reference, ...]:
    try:
        texts = _formatted(sources, style or b"", language)
    except (OSError, ValueError, SyntaxError) as wrong:
        raise BrochureError(
            codes.MISSING_RESOURCE.at(
                Place(f"styles/{CITATION_STYLE.as_posix()}"),
                f"the citation style cannot be read: {in_words(wrong)}",
                "restore it from version control",
            )
        ) from wrong
    return tuple(
        Reference(
            number,
            source.name,
            source.short,
            *_both(text, source.cite, opens),
            source.cite.title is None,
        )
        for number, (source, text) in enumerate(zip(sources, texts, strict=True), 1)
    )


def _both(text: str, cite: Citation, opens: str) -> tuple[Markup, Markup]:
    html, linked = _addressed(text, cite, opens)
    return _told(html, cite), _told(linked, cite)


def _told(html: Markup, cite: Citation) -> Markup:
    """Return ``html`` with the passages of the record's words that the processor has put into it as they are written."""
    words = [cite.title, cite.container_title, cite.publisher]
    words += (name for author in cite.author for name in (author.family, author.literal))
    spots: list[tuple[int, int, Stamped]] = []
    for one in words:
        if isinstance(one, Stamped):
            shown = reference_text.shown(one)
            start = html.find(shown)
            end = start + len(shown)
            if start >= 0 and all(end <= first or last <= start for first, last, _ in spots):
                spots.append((start, end, one))
    for start, end, one in sorted(spots, reverse=True):
        html = html[:start] + reference_text.signed_title(one) + html[end:]
    return html


def _addressed(text: str, cite: Citation, opens: str) -> tuple[Markup, Markup]:
    """Return ``text`` with its DOI or address kept whole, and once more with that as a link, which ``opens`` describes."""
    for shown, address in ((f"doi:{cite.DOI}", cite.address), (cite.URL, cite.URL)):
        if shown and escape(shown) in text:
            kept = escape(_kept(shown))
            says = Markup(' {}="{}"').format(LABEL, opens.format(address=printed(address or ""))) if opens else ""
            link = Markup('<a href="{}"{}>{}</a>').format(link_of(address or ""), says, kept)
            return tuple(Markup(text.replace(escape(shown), one, 1)) for one in (kept, link))  # type: ignore[return-value]  # noqa: S704 only the processor's own tags are in it
    return Markup(text), Markup(text)  # noqa: S704 only the processor's own tags are in it


def _kept(address: str) -> str:
    """Return ``address`` so that no line ends inside it; one that no line can hold may break."""
    return _ENDS.sub(lambda sign: sign[0] + JOINER, address) if len(address) <= LONGEST_ADDRESS else unbroken(address)


def _formatted(sources: Sequence[CitedSource], style_text: bytes, language: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle(io.BytesIO(style_text), locale=_locale(language), validate=False)
        bibliography = CitationStylesBibliography(
            style, CiteProcJSON([_csl(source) for source in sources]), formatter.html
        )
        for source in sources:
            bibliography.register(Cited([CitationItem(source.name)]))
        entries = [_without_number(str(entry)).translate(_UNVEIL) for entry in bibliography.bibliography()]
    return [composed(reference_text.mended(reference_text.set_tags(_title_once(entry)))) for entry in entries]


def _locale(language: str) -> str | None:
    """Return the name of the processor's own words for ``language``: the first that there is, where a style does not name one."""
    names = sorted(path.stem.removeprefix("locales-") for path in Path(LOCALES_PATH).glob(f"locales-{language}*.xml"))
    return None if language in {"", "en"} or not names else names[0]


def _veiled(texts: Mapping[str, str]) -> dict[str, str]:
    """Return ``texts`` with the signs of HTML put out of the processor's sight: it takes them for its own, and escapes none."""
    return {key: text.translate(_VEIL) for key, text in texts.items()}


def _title_once(entry: str) -> str:
    """Return ``entry`` without its title in the author's place: the processor repeats it there when nobody is named."""
    return _TWICE.sub(r"\1", entry)


def _without_number(entry: str) -> str:
    number, _, rest = entry.partition(".")
    return rest.strip() if number.strip().isdigit() else entry.strip()


def _csl(source: CitedSource) -> dict[str, Any]:
    cite = source.cite
    plain = _veiled(
        cite.model_dump(exclude_none=True, exclude={"author", "issued", "accessed", "et_al", "working_title"})
    )
    data: dict[str, Any] = {key.replace("_", "-"): value for key, value in plain.items()}
    data["id"] = source.name
    if cite.type == "legislation":
        data["type"] = "webpage"  # the style prints the title of a law twice, as its own reporter
    if cite.author:
        data["author"] = [_veiled(author) for author in reference_text.authors(cite)]
    if cite.issued:
        data["issued"] = {"date-parts": [_parts(cite.issued)]}
    if cite.accessed:
        data["accessed"] = {"date-parts": [_parts(cite.accessed)]}
    return data


def _parts(day: Issued) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part is not None]
