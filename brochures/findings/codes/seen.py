"""PRE-126 to PRE-129: what no validator of tags sees, and a reader does."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

LOW_CONTRAST = code(
    "PRE-126",
    ERROR,
    "words, or the edge of a field, that hardly stand out",
    "Each run of words of a screen edition is held against the ground that the finished page paints behind it: 4.5 to 1, or 3 to 1 for type of 18 pt and bold type of 14 pt. "
    "Something within 4 pt of each field stands out 3 to 1, so that its box or line is found (WCAG 2.2, 1.4.3 and 1.4.11).",
    mend="Take a darker role for the words, or a lighter ground.",
    bad="color: var(--rule);",
    good="color: var(--ink-soft);",
)
PALE_PICTURE = code(
    "PRE-145",
    ERROR,
    "a picture of which nothing stands out",
    "The page is drawn, and what each picture with an alternative text is made of is held against what most of it is: something of it stands out 3 to 1 (WCAG 2.2, 1.4.11), or "
    "who sees little sees an even area. Parts that need no more than to be there, such as a sky, may be pale.",
    mend="Draw what it shows in a darker role.",
    bad="fill: var(--rule-soft)",
    good="fill: var(--ink-strong)",
)
IDLE_ALTERNATIVE = code(
    "PRE-127",
    ERROR,
    "an alternative text that tells nothing",
    "Who hears the name of a file, or the caption and the words beside a picture once more, is told nothing of what it shows (WCAG 2.2, 1.1.1). A picture that adds nothing "
    "to its words is an ornament, and says nothing.",
    mend="Say what the picture shows, or make it an ornament: aria-hidden for a drawing.",
    bad='<svg role="img"><title>bridge.svg</title>',
    good='<svg role="img"><title>Two people on a bridge</title>',
)
LOOKS_OTHERWISE = code(
    "PRE-128",
    ERROR,
    "words that look like something else than they are",
    "A paragraph of a few words in the face and size of a heading is a heading to the eye, and is passed over by whoever goes from heading to heading. A table without a heading "
    "cell only places words, and is read out as rows and columns of nothing (WCAG 2.2, 1.3.1).",
    mend='Make it a heading; or, where it is none, say so in the template with data-tag="P". Place words with a grid, and not with a table.',
    bad='<p class="heading">Risks</p>',
    good='<h2 class="heading">Risks</h2>',
)
COLOUR_ALONE = code(
    "PRE-129",
    ERROR,
    "things that are told apart by their colour alone",
    "About one man in twelve does not see some colours apart, and a photocopier none. Marks of one form and size in two colours say nothing to them: two kinds of things differ in form, "
    "in weight or in a word, too (WCAG 2.2, 1.4.1).",
    mend="Give each kind a form of its own: a square and a circle, filled and open.",
    bad='<circle r="3" fill="#2b7f8c"/> <circle r="3" fill="#a64f2c"/>',
    good='<circle r="3" fill="#2b7f8c"/> <rect width="6" height="6" fill="#a64f2c"/>',
)
