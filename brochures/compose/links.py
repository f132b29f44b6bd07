"""Links: what is called, written to or opened when it is touched, each described in words (ISO 14289-1, 7.18.5), in the language of the piece.

On paper the same words stand without a link. Telephone numbers and addresses are printed as they are typed; what a link names is
written as a phone or a browser needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from brochures.compose.filters import set_words, whole
from brochures.compose.passage_numbers import part_of, signed
from brochures.load.model.addresses import link_of, shown, typed
from brochures.load.model.telephone import Telephone, in_prose, telephones

PAGE = "{page}"
"""In the description of a link inside the file: stands for the page that it leads to, which is known when the file is finished."""

LABEL = "aria-label"
"""The attribute of HTML that describes a link."""

DESCRIPTIONS = "link."
"""How the names of the labels begin that describe links. In a language without them the words of a link describe it."""

CITED = "cited-"
"""How the name of the first place begins that cites a source; its number follows."""

THROUGH = "data-through"
"""The attribute of a link to several sources that follow each other: the number of the last."""

NUMBERS = frozenset({"phone", "after_hours_phone", "fax", "tty", "interpreter_phone"})
"""The clinic's facts that are one telephone number."""

_EXTENSION = re.compile(r"\s(?=(?:ext|x|#)\D*\d+$)", re.IGNORECASE)
"""The space before the extension of a number."""

NEVER_CALLED = "fax"
"""The fact whose number is answered by a machine."""


@dataclass(frozen=True)
class LinkSpan:
    """A stretch of a text that can be reached: from ``start`` to ``end``, at ``address`` (none: nobody answers), described in words."""

    start: int
    end: int
    address: str
    description: str
    is_number: bool = False


@dataclass(frozen=True)
class Links:
    """Sets links with their descriptions from ``labels``; ``active`` is whether the edition has any."""

    labels: Mapping[str, str]
    active: bool
    paged: bool = True
    """Whether what a link leads to has the number of a page."""

    def to(self, address: str, content: Markup, description: str) -> Markup:
        """Return ``content`` as a link to ``address``, or as it is where the edition has no links."""
        if not self.active or not address:
            return content
        says = Markup(' {}="{}"').format(LABEL, description) if description else ""
        return Markup('<a href="{}"{}>{}</a>').format(address, says, content)

    def says(self, label: str, **words: object) -> str:
        """Return the description called ``label``, filled in; where the language has none, the words of the link describe it."""
        return str(self.labels.get(f"{DESCRIPTIONS}{label}", "")).format(**words)

    def number(self, text: str) -> Markup:
        """Return ``text``, a number that may be called with whatever stands beside it."""
        return self._set(text, [self._call(one) for one in telephones(text)[:1]])

    def fact(self, name: str, value: str) -> Markup:
        """Return ``value``, what the clinic says of itself under ``name``, with all in it that can be reached."""
        if name == NEVER_CALLED:
            return self._set(
                value, [LinkSpan(one.start, one.end, "", "", is_number=True) for one in telephones(value)[:1]]
            )
        if name in NUMBERS:
            return self.number(value)
        if name == "website":
            return self._set(part_of(value, len(value) - len(shown(value)), len(value)), [self._open(value, 0)])
        return self._set(value, list(self._mentions(value)))

    def prose(self, text: str) -> Markup:
        """Return ``text``, a writer's words, as typography sets it, with all that was typed in it and can be reached."""
        return self._typeset(text, self._mentions(text))

    def options(self, text: str, call: str) -> Markup:
        """Return ``text``, what else a help line offers: a short code in it is written to, any other number called.

        The line's own number, ``call``, is a link where it stands first; here it may be to call or to write to, and is none.
        """
        own = {one.dialled for one in telephones(call)}
        return self._typeset(text, (self._option(one, own) for one in telephones(text)))

    def _option(self, one: Telephone, own: set[str]) -> LinkSpan:
        if one.dialled in own:
            return LinkSpan(one.start, one.end, "", "", is_number=True)
        return self._write(one) if one.is_short else self._call(one)

    def _typeset(self, text: str, reaches: Iterable[LinkSpan]) -> Markup:
        html, end = Markup(""), 0
        for one in reaches:
            printed = part_of(text, one.start, one.end)
            content = _number(printed) if one.is_number else _printed(set_words(printed))
            html += _printed(set_words(part_of(text, end, one.start)))
            html += self.to(one.address, content, one.description)
            end = one.end
        return html + _printed(set_words(part_of(text, end, len(text))))

    def written(self, phrase: str, text: str) -> Markup:
        """Return ``phrase``, which tells to write a text message, as a link to the number in ``text``."""
        number = telephones(text)[0]
        return self.to(number.message, _printed(phrase), self.says("text", number=number.text))

    def opened(self, address: str) -> Markup:
        """Return the web address ``address`` as it is printed, leading there."""
        return self.to(link_of(address), _printed(whole(address)), self.says("open", address=shown(address)))

    def source(self, number: int, short: str, content: Markup) -> Markup:
        """Return the mark ``content`` as a link to the source ``number`` of the list, which is called ``short``."""
        return self.to(f"#reference-{number}", content, self.says("source", number=number, title=short))

    def between(self, first: int, last: int, content: Markup) -> Markup:
        """Return the dash ``content`` of a range as a link to the sources ``first`` to ``last``, which it leaves out: to the first of them."""
        link = self.to(f"#reference-{first}", content, self.says("sources", first=first, last=last))
        return Markup('<a {}="{}" {}').format(THROUGH, last, Markup(link.removeprefix("<a ")))  # noqa: S704 it is markup

    def back(self, number: int, printed: str) -> Markup:
        """Return ``printed``, the number of a source in the list, as a link to the first place that cites it (``cited_places.py``)."""
        return self.to(f"#{CITED}{number}", _printed(printed), self.says(f"back{self._here}", page=PAGE, number=number))

    def section(self, title: str) -> str:
        """Return the description of a link to the part called ``title``."""
        return self.says(f"page{self._here}", page=PAGE, title=title)

    @property
    def _here(self) -> str:
        """What the names of descriptions end with that name no page."""
        return "" if self.paged else ".none"

    def _call(self, one: Telephone) -> LinkSpan:
        address = "" if one.is_fax else one.call
        return LinkSpan(one.start, one.end, address, self.says("call", number=one.text), is_number=True)

    def _write(self, one: Telephone) -> LinkSpan:
        return LinkSpan(one.start, one.end, one.message, self.says("text", number=one.text), is_number=True)

    def _open(self, address: str, start: int) -> LinkSpan:
        printed = shown(address)
        return LinkSpan(start, start + len(printed), link_of(address), self.says("open", address=printed))

    def _mentions(self, text: str) -> Iterator[LinkSpan]:
        """Yield every telephone number, mail and web address in ``text``, in their order."""
        found = [self._call(one) for one in in_prose(text)]
        for start, end in typed(text):
            address = text[start:end]
            link, label = link_of(address), "write" if "@" in address else "open"
            if link and not any(one.start < end and start < one.end for one in found):
                found.append(LinkSpan(start, end, link, self.says(label, address=shown(address))))
        yield from sorted(found, key=lambda one: one.start)

    def _set(self, text: str, reaches: list[LinkSpan]) -> Markup:
        """Return ``text`` with what can be reached in it."""
        html, end = Markup(""), 0
        for one in reaches:
            html += _plain(text, end, one.start) + self._one(text, one)
            end = one.end
        return html + _plain(text, end, len(text))

    def _one(self, text: str, one: LinkSpan) -> Markup:
        printed = part_of(text, one.start, one.end)
        if one.is_number:
            return self.to(one.address, _number(printed), one.description)
        return self.to(one.address, _printed(whole(printed)), one.description)


def _number(text: str) -> Markup:
    """Return a telephone number that no line's end breaks; its extension may stand on the next line."""
    parts = _EXTENSION.search(text)
    spans = [(0, parts.start()), (parts.end(), len(text))] if parts else [(0, len(text))]
    set_apart = [Markup('<span class="number">{}</span>').format(signed(part_of(text, *span))) for span in spans]
    return Markup(" ").join(set_apart)


def _plain(text: str, start: int, end: int) -> Markup:
    return _printed(part_of(text, start, end))


def _printed(text: str) -> Markup:
    """Return ``text`` as HTML between the signs that say where it comes from."""
    return Markup("{}").format(signed(text))
