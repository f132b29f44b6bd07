"""Web file: a composition as one page of HTML that holds all it needs: styles, faces, drawings and pictures, and nothing that runs.

What may be loaded is said in the page itself (Content Security Policy Level 3): nothing from anywhere, and the one style by its sum.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from brochures.compose.html import Composition
from brochures.compose.template_errors import Labels
from brochures.compose.web_page import flowing_page, serialized
from brochures.design.css import FACES, FaceFile, faces
from brochures.design.sheets import INDEX, WEB
from brochures.design.styles import Styles
from brochures.findings import BrochureError, Place, codes
from brochures.pdf.file import File
from brochures.production.web_fonts import font_rules
from brochures.project.paths import Project

POLICY = "default-src 'none'; style-src 'sha256-{}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

REGULAR = 400
"""The weight of a face that is not bold."""

KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}

TEXT, TITLE = "--text-face", "--title-face"
"""The tokens that name the face of text and that of headings."""

_ASKED = re.compile(r"var\((--[\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s+")


def web_file(project: Project, styles: Styles, composition: Composition) -> File:
    """Return the finished page of ``composition``. Raise ``BrochureError`` where a style, a face or a picture cannot be read."""
    (skip,) = Labels(composition.job).needed("web.skip")
    page = flowing_page(composition.html, skip)
    for picture in page.iter("img"):
        picture.set("src", _embedded(project, picture.get("src") or ""))
    css = _css(styles, page)
    total = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    _fill_head(page.find("head"), css, POLICY.format(total))
    return File(composition, serialized(page).encode(), 1, ())


def _embedded(project: Project, source: str) -> str:
    """Return the picture at ``source`` as an address that holds it."""
    path = Path(source) if Path(source).is_absolute() else project.root / source
    try:
        data = base64.b64encode(path.read_bytes()).decode()
    except OSError as wrong:
        said = f"this picture cannot be read: {wrong.strerror}"
        raise BrochureError(codes.TEMPLATE.at(Place(source), said, "restore it")) from wrong
    return f"data:{KINDS.get(path.suffix.lower(), 'image/png')};base64,{data}"


def _css(styles: Styles, page: Any) -> str:
    """Return the one style of ``page``: its faces, the tokens that are asked for, and the files of the folder for the web."""
    rules = _rules(styles.folder / WEB)
    tokens = {one.name: one.value for one in styles.tokens.declared if one.selector.startswith(":root")}
    characters = "".join(page.itertext()) + " " + "".join(one.get("data-head") or "" for one in page.iter("td"))
    chosen = [*_faces(styles, tokens, italic=next(page.iter("i", "em"), None) is not None)]
    asked = "".join(f"{name}: {tokens[name]}; " for name in _needed(rules, tokens))
    return "\n".join(["", *font_rules(chosen, characters), f"@layer tokens {{ :root {{ {asked}}} }}", rules, ""])


def _rules(folder: Path) -> str:
    """Return the text of all style sheets in ``folder``, the one that orders the layers first, without comments."""
    try:
        paths = sorted(folder.glob("*.css"), key=lambda path: (path.name != INDEX, path.name))
        texts = [path.read_text(encoding="utf-8") for path in paths]
    except (OSError, UnicodeDecodeError) as wrong:
        said = f"the styles for the web cannot be read: {wrong}"
        raise BrochureError(codes.UNREAD_SHEET.at(Place(f"styles/{WEB}"), said, "restore them")) from wrong
    if not texts:
        said = "there are no styles for the edition 'web'"
        raise BrochureError(codes.UNREAD_SHEET.at(Place(f"styles/{WEB}"), said, f"write styles/{WEB}/{INDEX}"))
    return "\n".join(_BLANK.sub(" ", _COMMENT.sub("", text)).strip() for text in texts)


def _needed(rules: str, tokens: Mapping[str, str]) -> list[str]:
    """Return the tokens that ``rules`` ask for, and those that these ask for in turn."""
    found: dict[str, None] = {}
    waiting = _ASKED.findall(rules)
    while waiting:
        name = waiting.pop()
        if name in tokens and name not in found:
            found[name] = None
            waiting += _ASKED.findall(tokens[name])
    return sorted(found)


def _faces(styles: Styles, tokens: Mapping[str, str], *, italic: bool) -> Iterator[FaceFile]:
    """Yield the faces of a page: text in two weights, sloping where a word is, and the one of headings."""
    text, title = (tokens.get(name, "").strip("\"'") for name in (TEXT, TITLE))
    for face in faces(styles.folder / FACES):
        cut = (face.weight > REGULAR, face.italic)
        if (face.family, cut) in _cuts(text, title, italic=italic):
            yield face


def _cuts(text: str, title: str, *, italic: bool) -> set[tuple[str, tuple[bool, bool]]]:
    """Return the cuts that a page has, as family and whether it is bold and slopes."""
    upright = {(text, (False, False)), (text, (True, False)), (title, (True, False))}
    return upright | ({(text, (False, True))} if italic else set())


def _fill_head(head: Any, css: str, policy: str) -> None:
    """Put into ``head`` what a browser must know first: what may be loaded, how wide the page is, both modes, the style."""
    told = (
        {"http-equiv": "Content-Security-Policy", "content": policy},
        {"name": "viewport", "content": "width=device-width, initial-scale=1"},
        {"name": "color-scheme", "content": "light dark"},
        {"name": "referrer", "content": "no-referrer"},
    )
    style = head.makeelement("style")
    style.text = css
    at = next((number for number, one in enumerate(head, 1) if one.get("charset")), 0)
    head[at:at] = [head.makeelement("meta", attributes) for attributes in told]
    head.append(style)
