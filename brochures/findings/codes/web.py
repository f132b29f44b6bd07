"""PRE-12x: the finished page of the edition ``web``."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

WEB_ACTIVE = code(
    "PRE-121",
    ERROR,
    "a web page that loads, runs or sends something",
    "The page must show the same wherever it lies, keep nothing and tell nobody who reads it. So it holds its styles, faces and pictures itself, has no script, "
    "no field and no frame, and its first lines forbid a browser all of them (Content Security Policy Level 3).",
    mend="Take it out of the template, or let the page hold it.",
    bad='<script src="https://example.org/count.js"></script>',
    good='<img src="data:image/png;base64,…" alt="A bridge">',
)
WEB_WORDS = code(
    "PRE-122",
    ERROR,
    "words of a web page that are not those of the piece",
    "The page has every word that was composed for reading, once, in the order of reading, and no other: it says what the brochure says.",
    mend="Look at what 'compose/web_page.py' takes out as paper only, or report it.",
)
WEB_LINKS = code(
    "PRE-123",
    ERROR,
    "a link or a name of a web page that leads nowhere or is there twice",
    "Each name on the page is there once, each link within the page leads to one of them, and each link to elsewhere is one that was composed, with words.",
    mend="Write the link in a template with 'links', and each name once.",
    bad='<a href="#reference-40">40</a>',
    good='<a href="#reference-4">4</a>',
)
WEB_ROLES = code(
    "PRE-124",
    ERROR,
    "a web page that somebody who does not see it cannot follow",
    "A screen reader is told the language and title of the page, one main part, headings that skip no level, what each picture shows, and which heading a cell of "
    "a table stands under (WCAG 2.2, 1.1.1, 1.3.1, 2.4.2, 3.1.1).",
    mend="Mend the template: a heading of the next level, a title in the drawing, a scope in the heading cell.",
    bad="<h2>Risks</h2><h4>Common</h4>",
    good="<h2>Risks</h2><h3>Common</h3>",
)
WEB_STYLE = code(
    "PRE-125",
    ERROR,
    "a style of a web page that asks for a token that there is not",
    "A browser leaves out in silence what asks for a variable that nothing defines: a colour, a face or a distance is lost.",
    mend="Define it in styles/tokens/ or styles/web/, or correct its name.",
    bad="color: var(--ink-stron);",
    good="color: var(--ink-strong);",
)
