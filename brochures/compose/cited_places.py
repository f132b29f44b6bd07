"""The way back from a source in the list to the words that rest on it: the first link to each source is named as the place that cites it.

Which link is the first is known only when all are set, and a page that goes out by fax has none (``filters.unmarked``). So this is done
in the whole text, and a number whose source no link cites leads nowhere.
"""

from __future__ import annotations

import re

from brochures.compose.links import CITED, THROUGH

_CITES = re.compile(rf'<a (?:{THROUGH}="(\d+)" )?href="#reference-(\d+)"')
_BACK = re.compile(rf'<a href="#{CITED}(\d+)"([^>]*)>(.*?)</a>', re.DOTALL)


def with_ways_back(html: str) -> str:
    """Return ``html`` with a name for the first link to each source, and without links back that lead nowhere."""
    places: dict[int, str] = {}

    def name(link: re.Match[str]) -> str:
        first = int(link[2])
        new = [number for number in range(first, int(link[1] or first) + 1) if number not in places]
        places.update((number, f"{CITED}{new[0]}") for number in new)
        named = f' id="{CITED}{new[0]}"' if new else ""
        return f'<a{named} href="#reference-{first}"'

    def back(link: re.Match[str]) -> str:
        place = places.get(int(link[1]))
        return f'<a href="#{place}"{link[2]}>{link[3]}</a>' if place else link[3]

    return _BACK.sub(back, _CITES.sub(name, html))
