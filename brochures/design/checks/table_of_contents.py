"""The table of contents, ``styles/index.css``: each style sheet stands in it once, in its layer, for an edition that there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from brochures.design.checks.subject import StyleSheets
from brochures.design.sheets import INDEX, Rule, Sheet
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.findings.suggest import near
from brochures.project.edition import Edition

MEDIA = ("all", *(str(edition) for edition in Edition if edition.paged))
"""For what a style sheet may be: the editions are the media of CSS here."""


@dataclass(frozen=True)
class _Import:
    """A line that reads another style sheet: the name of that, the layer that it goes to, and for which editions."""

    name: str
    layer: str
    media: tuple[str, ...]
    place: Place


@check(
    codes.UNREAD_SHEET,
    looks_for="style sheets that the table of contents does not name, names twice or puts into another layer",
    source="docs/designers.md, The cascade",
)
def contents(styles: StyleSheets) -> Iterator[Finding]:
    """Find each style sheet that is never read, and each line that reads one that is not there, or at the wrong place."""
    sheets = {sheet.name: sheet for sheet in styles.sheets}
    if INDEX not in sheets:
        yield codes.UNREAD_SHEET.at(
            Place(f"styles/{INDEX}"),
            "there is no table of contents: no style sheet is read",
            "restore it from version control",
        )
        return
    imports = [*_imports(sheets)]
    layers = _layers(sheets[INDEX])
    yield from _lines(imports, sheets, layers)
    read = {INDEX, *(one.name for one in imports)}
    close = {one.name for one in imports if one.name not in sheets}
    for name, sheet in sheets.items():
        if not sheet.rules:
            mend = "restore it from version control, or take it out"
            yield codes.UNREAD_SHEET.at(Place(sheet.file, 1, 1), "this style sheet holds no rule", mend)
        elif name not in read and not close:
            said = f"styles/{INDEX} does not name this file, and it is never read"
            mend = f"write '@import url(\"{name}\");' into styles/{INDEX}, with its layer"
            yield codes.UNREAD_SHEET.at(Place(sheet.file, 1, 1), said, mend)


def _lines(imports: Sequence[_Import], sheets: dict[str, Sheet], layers: tuple[str, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for one in imports:
        if one.name not in sheets:
            yield codes.UNREAD_SHEET.at(
                one.place, f"there is no style sheet 'styles/{one.name}'", near(one.name, tuple(sheets))
            )
        elif one.name in seen:
            yield codes.UNREAD_SHEET.at(
                one.place,
                f"'{one.name}' is read twice: the second time it wins over what lies between",
                "take one of the two lines out",
            )
        else:
            yield from _layer(one, layers)
        yield from (_medium(one, medium) for medium in one.media if medium not in MEDIA)
        seen.add(one.name)


def _layer(one: _Import, layers: tuple[str, ...]) -> Iterator[Finding]:
    folder = one.name.partition("/")[0] if "/" in one.name else ""
    if one.layer and layers and one.layer not in layers:
        yield codes.UNREAD_SHEET.at(
            one.place, f"there is no layer '{one.layer}' for '{one.name}'", near(one.layer, layers)
        )
    elif folder in layers and one.layer != folder:
        where = f"stands in the layer '{one.layer}'" if one.layer else "stands in no layer, and wins over all others"
        yield codes.UNREAD_SHEET.at(one.place, f"'{one.name}' {where}", f"write 'layer({folder})' behind its name")


def _medium(one: _Import, medium: str) -> Finding:
    said = f"'{one.name}' is for '{medium}', which is no edition: it is never read"
    return codes.UNREAD_SHEET.at(one.place, said, near(medium, MEDIA))


def _layers(index: Sheet) -> tuple[str, ...]:
    """Return the layers in their order, as the table of contents gives them."""
    rules = [rule for rule in index.rules if rule.keyword == "layer" and not rule.has_block]
    return tuple(str(token.value) for rule in rules for token in rule.prelude if token.type == "ident")


def _imports(sheets: dict[str, Sheet]) -> Iterator[_Import]:
    for sheet in sheets.values():
        for rule in sheet.rules:
            if rule.keyword == "import":
                name = _named(rule)
                if name and "://" not in name:
                    yield _Import(normpath(join(dirname(sheet.name), name)), _in_layer(rule), _for(rule), rule.place)


def _words(rule: Rule) -> list[Any]:
    return [token for token in rule.prelude if token.type not in {"whitespace", "comment"}]


def _named(rule: Rule) -> str:
    words = _words(rule)
    if not words:
        return ""
    first = words[0].arguments[0] if words[0].type == "function" and words[0].arguments else words[0]
    return str(first.value) if first.type in {"url", "string"} else ""


def _in_layer(rule: Rule) -> str:
    functions = [word for word in _words(rule)[1:] if word.type == "function" and word.lower_name == "layer"]
    return "".join(
        str(token.value) for word in functions for token in word.arguments if token.type in {"ident", "literal"}
    )


def _for(rule: Rule) -> tuple[str, ...]:
    return tuple(
        str(word.lower_value) for word in _words(rule)[1:] if word.type == "ident" and word.lower_value != "layer"
    )
