"""Faces: those that styles ask for are there, in the weights and slopes that they ask for, and their files are whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat

from brochures.design.checks.subject import StyleSheets
from brochures.design.font_file import FontFileError, read_font
from brochures.design.sheets import Declaration, Rule, Sheet, asked
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.findings.suggest import near

FONTS_CONF = Path("fonts") / "fonts.conf"
NORMAL, BOLD = 400, 700
_WEIGHTS = {"normal": NORMAL, "bold": BOLD}
_SLOPES = {"italic": True, "oblique": True, "normal": False}
_NO_FAMILY = frozenset({"inherit", "initial", "unset", "revert"})


@dataclass(frozen=True)
class _Face:
    """A face as an ``@font-face`` rule declares it."""

    family: str
    weight: int
    italic: bool
    source: str
    sheet: Sheet
    place: Place


@dataclass(frozen=True)
class _Wish:
    """What a rule asks for: a family (empty: that of the text), a weight and a slope (None: not said)."""

    family: str
    weight: int | None
    italic: bool | None
    place: Place
    written: str


def _faces(styles: StyleSheets) -> list[_Face]:
    return [_face(rule, sheet) for sheet in styles.sheets for rule in sheet.all_rules() if rule.keyword == "font-face"]


def _face(rule: Rule, sheet: Sheet) -> _Face:
    said = {one.name: one for one in rule.declarations}
    family = said["font-family"].text.strip("\"'") if "font-family" in said else ""
    weight = said["font-weight"].text if "font-weight" in said else "400"
    slope = said["font-style"].text if "font-style" in said else "normal"
    return _Face(family, _weight(weight) or NORMAL, slope != "normal", _source(said.get("src")), sheet, rule.place)


def _weight(text: str) -> int | None:
    return int(text) if text.isdecimal() else _WEIGHTS.get(text)


def _source(one: Declaration | None) -> str:
    for token in one.value if one else ():
        if token.type == "url":
            return str(token.value)
        if token.type == "function" and token.lower_name == "url":
            return next((str(word.value) for word in token.arguments if word.type == "string"), "")
    return ""


@check(
    codes.BAD_FONT_FILE,
    looks_for="font files that are missing, broken, or of another weight or slope than is said",
    source="docs/engine.md, Fonts",
)
def files(styles: StyleSheets) -> Iterator[Finding]:
    """Find each face whose file is not there, is not whole, or is another face than the rule says."""
    for face in _faces(styles):
        if not face.source:
            yield codes.BAD_FONT_FILE.at(
                face.place, f"the face '{face.family}' names no file", 'write src: url("../fonts/FILE.ttf");'
            )
            continue
        path = (styles.styles.folder / face.sheet.name).parent / face.source
        try:
            font = read_font(path)
        except FontFileError as wrong:
            mend = "restore it from version control, or correct its name"
            yield codes.BAD_FONT_FILE.at(face.place, f"the font file '{face.source}' {wrong}", mend)
            continue
        if (font.weight, font.italic) != (face.weight, face.italic):
            said = f"'{face.source}' is {_cut(font.weight, italic=font.italic)}, and the face is said to be {_cut(face.weight, italic=face.italic)}"
            yield codes.BAD_FONT_FILE.at(
                face.place, said, "correct the weight and the style here, or name another file"
            )


def _cut(weight: int, *, italic: bool) -> str:
    return f"{weight} {'italic' if italic else 'upright'}"


@check(
    codes.UNKNOWN_FACE,
    looks_for="faces that styles ask for and that there are not",
    source="docs/engine.md, Fonts",
)
def unknown(styles: StyleSheets) -> Iterator[Finding]:
    """Find each family that is asked for and that no file gives."""
    families = tuple(dict.fromkeys(face.family for face in _faces(styles)))
    for one in (one for rule in styles.rules for one in rule.declarations):
        for family in _families(one):
            if family not in families:
                said = f"'{one}': there is no face '{family}', and another is taken in silence"
                yield codes.UNKNOWN_FACE.at(one.place, said, near(family, families))


def _families(one: Declaration) -> Iterator[str]:
    """Yield the families that ``one`` names: in quotation marks, or in words between commas."""
    named = _behind_the_size(one.value) if one.name == "font" else one.value
    if one.name not in {"font", "font-family"} and not (one.is_variable and one.name.endswith("-face")):
        return
    words: list[str] = []
    for token in (*named, None):
        if token is None or (token.type == "literal" and token.value == ","):
            if words and words[0].lower() not in _NO_FAMILY:
                yield " ".join(words)
            words = []
        elif token.type in {"string", "ident"}:
            words.append(str(token.value).strip())


def _behind_the_size(tokens: Sequence[Any]) -> Sequence[Any]:
    """Return what of a value of ``font`` stands behind the size and the leading: the families (CSS Fonts Level 4, 2.8)."""
    said = [token for token in tokens if token.type not in {"whitespace", "comment"}]
    at = next((number for number, token in enumerate(said, 1) if token.type in {"dimension", "percentage"}), None)
    if at is None:
        return [token for token in said if token.type == "string" or (token.type == "literal" and token.value == ",")]
    leaded = at < len(said) and said[at].type == "literal" and said[at].value == "/"
    return said[at + 2 if leaded else at :]


@check(
    codes.MISSING_CUT,
    looks_for="weights and slopes that styles ask for and that a face lacks",
    source="docs/engine.md, Fonts",
)
def cuts(styles: StyleSheets) -> Iterator[Finding]:
    """Find each weight and slope that a face lacks, once, with the first place that asks for it."""
    faces = _faces(styles)
    families = {face.family for face in faces}
    text = _text_family(styles)
    missing: dict[tuple[str, int | None, bool | None], list[_Wish]] = {}
    for wish in _wishes(styles):
        family = wish.family or text
        among = [face for face in faces if face.family == family]
        if family in families and not any(_fits(face, wish) for face in among):
            missing.setdefault((family, wish.weight, wish.italic), []).append(wish)
    for (family, weight, italic), wishes in missing.items():
        yield _missing(family, weight, italic, wishes)


def _fits(face: _Face, wish: _Wish) -> bool:
    return wish.weight in {None, face.weight} and (wish.italic is None or wish.italic == face.italic)


def _missing(family: str, weight: int | None, italic: bool | None, wishes: list[_Wish]) -> Finding:  # noqa: FBT001 of a face
    cut = f"{weight or ''} {'' if italic is None else 'italic' if italic else 'upright'}".strip()
    more = f" and {len(wishes) - 1} more ask for it" if len(wishes) > 1 else ""
    said = f"'{wishes[0].written}': the face '{family}' has no {cut}{more}; another is taken in silence"
    return codes.MISSING_CUT.at(
        wishes[0].place, said, "ask for one that there is, or add its file to styles/fonts/ and styles/tokens/faces.css"
    )


def _text_family(styles: StyleSheets) -> str:
    """Return the family of the text: what a rule means that names none; empty where the styles do not say it."""
    given = {one.text.strip("\"'") for one in styles.variables.get("--text-face", ())}
    if len(given) == 1:
        return given.pop()
    whole = (
        rule for sheet in styles.sheets for rule in sheet.all_rules() if rule.selector in {"html", "body", ":root"}
    )
    named = (family for rule in whole for one in rule.declarations for family in _families(one))
    return next(named, "")


def _wishes(styles: StyleSheets) -> Iterator[_Wish]:
    """Yield what each rule asks for. Where it names no family, that of the text is meant, or of whatever it stands in."""
    for rule in styles.rules:
        wish = _wish(rule, styles)
        if wish is not None:
            yield wish


def _wish(rule: Rule, styles: StyleSheets) -> _Wish | None:
    family, weight, italic = "", None, None
    written: Declaration | None = None
    for one in rule.declarations:
        if one.name in {"font", "font-family"}:
            family = _first_family(one, styles)
        if one.name in {"font", "font-weight"}:
            weight = _asked_weight(one.value) or weight
            written = one if weight else written
        if one.name in {"font", "font-style"}:
            slopes = [
                _SLOPES[token.lower_value]
                for token in one.value
                if token.type == "ident" and token.lower_value in _SLOPES
            ]
            italic = slopes[0] if slopes and one.name == "font-style" else (True if any(slopes) else italic)
            written = one if slopes and any(slopes) else written
    if written is None:
        return None
    return _Wish(
        family, weight, (False if italic is None else italic) if weight else italic, written.place, str(written)
    )


def _asked_weight(tokens: tuple[Any, ...]) -> int | None:
    """Return the weight that a value names; of ``font`` it is the number before the size."""
    for token in tokens:
        if token.type == "number" and token.int_value and token.int_value >= 100:  # noqa: PLR2004 the least weight in use
            return int(token.int_value)
        if token.type == "ident" and token.lower_value == "bold":
            return BOLD
    return None


def _first_family(one: Declaration, styles: StyleSheets) -> str:
    """Return the family that ``one`` names, or that the last variable in it has; empty where it has several."""
    named = [*_families(one)]
    if named:
        return named[0]
    names = [name for name, _, _ in asked(one.value)]
    given = {each.text.strip("\"'") for each in styles.variables.get(names[-1], ())} if names else set()
    return next(iter(given)) if len(given) == 1 and not next(iter(given)).startswith("var(") else ""


@check(
    codes.BAD_FONT_LIST,
    looks_for="a list of font folders that cannot be read",
    source="docs/engine.md, Fonts",
)
def font_list(styles: StyleSheets) -> Iterator[Finding]:
    """Find a list of font folders that is broken, or that lets fonts of the machine in."""
    path = styles.styles.folder / FONTS_CONF
    if not path.is_file():
        return  # who opens the engine tells of it
    place = f"styles/{FONTS_CONF.as_posix()}"
    seen: list[str] = []
    reader = expat.ParserCreate()
    reader.StartElementHandler = lambda name, _: seen.append(name)
    mend = "restore it from version control"
    try:
        reader.Parse(path.read_bytes(), True)  # noqa: FBT003 it is all there is
    except expat.ExpatError as wrong:
        reason = expat.ErrorString(wrong.code)
        yield codes.BAD_FONT_LIST.at(
            Place(place, wrong.lineno, wrong.offset + 1), f"this list cannot be read: {reason}", mend
        )
        return
    lacks = [name for name in ("fontconfig", "reset-dirs", "dir") if name not in seen]
    if lacks:
        yield codes.BAD_FONT_LIST.at(
            Place(place), f"this list lacks '<{lacks[0]}>', which keeps the fonts of the machine away", mend
        )
