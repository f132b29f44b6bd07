"""Foreign part: a part of a packet that is somebody else's PDF, as a block of its pages, and what is to be said of it, all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from brochures.design.css import points
from brochures.design.formats import Format
from brochures.design.tokens import TokenError, Tokens
from brochures.findings import Finding, Place, codes
from brochures.findings.suggest import near
from brochures.load.model.piece import Packet, PacketPart
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.foreign_file import LEAST, ForeignFile, ForeignPage, fitting
from brochures.resolve.foreign_reading import ForeignReading, UnreadableError, read_foreign

COMPONENT = "foreign"
"""The component that sets such a part."""

FOLDER = "foreign"
"""The folder of such files in the content."""

HUGE = 5 * 2**20
"""In bytes: a packet with two such files is larger than many mailboxes take."""

SIZES = ("--foreign-side", "--foreign-top", "--foreign-foot", "--foreign-title")
"""The tokens that say what of a page of ours is left around one of theirs: left and right, above, below, and for the title of the part."""

Put = Callable[..., Place]
"""What says where a key of the part is written."""


@dataclass(frozen=True)
class Found:
    """The file of a part, None where it cannot be printed, and what keeps it from that."""

    file: ForeignFile | None
    wrong: tuple[Finding, ...] = ()


def foreign_part(project: Project, piece: Packet, part: PacketPart, form: Format | None, put: Put) -> Found:
    """Return the file that ``part`` of ``piece`` prints on pages of ``form``. ``put`` says where a key of the part is written."""
    name, place = part.pdf or "", put("pdf")
    wrong = [*_unfit_editions(piece, place)]
    path, missing = _path(project, name, place)
    if path is None:
        return Found(None, (*wrong, *missing))
    try:
        data = path.read_bytes()
        reading = read_foreign(data)
    except UnreadableError as why:
        return Found(None, (*wrong, codes.FOREIGN_UNREADABLE.at(place, f"'{name}' {why}", why.mend)))
    except OSError as why:
        message = f"'{name}' cannot be opened: {why.strerror}"
        return Found(None, (*wrong, codes.FOREIGN_UNREADABLE.at(place, message, "give yourself the right to read it")))
    frame, unset = _frame(project, form, place)
    pages, unsaid = _spoken(part, reading.pages, name, put)
    wrong += [*unset, *_unprintable(reading, name, place), *unsaid]
    if form is None or frame is None:
        return Found(None, tuple(wrong))
    said = (*_sizes(reading, frame, name, place), *_told(reading, len(data), name, place))
    wrong += [finding for finding in said if finding.is_error]
    file = ForeignFile(name, hashlib.sha256(data).hexdigest(), pages, reading.data, frame, said)
    return Found(None if wrong else file, tuple(wrong))


def _unfit_editions(piece: Packet, place: Place) -> Iterator[Finding]:
    for edition in piece.editions:
        if edition in {Edition.PRESS, Edition.WEB}:
            message = (
                f"the packet is made for {edition.for_whom} too ('{edition}'), and pages of somebody else cannot be"
            )
            yield codes.FOREIGN_EDITION.at(place, message, f"take '{edition}' out of the editions, or this part out")


def _path(project: Project, name: str, place: Place) -> tuple[Path | None, tuple[Finding, ...]]:
    """Return the file called ``name``, or that it is not where such files are. It is found as it is spelled, on every system."""
    folder = project.content / FOLDER
    shown = project.relative(folder)
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        inside = False
    if not inside:
        message = f"'{name}' leads out of {shown}/"
        return None, (codes.FOREIGN_MISSING.at(place, message, f"put a copy into {shown}/ and write its name only"),)
    there = [one.relative_to(folder).as_posix() for one in sorted(folder.rglob("*")) if one.is_file()]
    if name in there:
        return path, ()
    mend = near(name, [one for one in there if one.lower().endswith(".pdf")])
    return None, (codes.FOREIGN_MISSING.at(place, f"there is no file '{name}' in {shown}/", mend or "put it there"),)


def _frame(
    project: Project, form: Format | None, place: Place
) -> tuple[tuple[float, float] | None, tuple[Finding, ...]]:
    """Return the room that a page of ``form`` has for one of theirs, in pt; that the styles do not say so."""
    if form is None:
        return None, ()
    try:
        tokens = Tokens.of(project.styles)
        side, top, foot, title = (points(tokens.value(name)) for name in SIZES)
    except (TokenError, ValueError) as wrong:
        mend = "say it in styles/tokens/ in pt, as styles/tokens/space.css of the program does"
        return None, (codes.BAD_FORMAT.at(place, f"the styles have no room for pages of somebody else: {wrong}", mend),)
    return (form.width - 2 * side, form.height - top - foot - title), ()


def _spoken(
    part: PacketPart, pages: Sequence[ForeignPage], name: str, put: Put
) -> tuple[tuple[ForeignPage, ...], tuple[Finding, ...]]:
    """Return ``pages``, those without words with what ``part`` says of them, and that it says too little or too much."""
    silent = [page.number for page in pages if not page.words]
    told = dict(zip(silent, part.says, strict=False))
    found = tuple(replace(page, says=told.get(page.number, "")) for page in pages)
    if len(silent) == len(part.says):
        return found, ()
    if not silent:
        mend = "take 'says' out: the words of its pages are read out"
        return found, (codes.FOREIGN_WORDLESS.at(put("says"), f"every page of '{name}' has words of its own", mend),)
    what = f"{_named(silent)} of '{name}' {'has' if len(silent) == 1 else 'have'} no words: a scan or a drawing"
    if part.says:
        what += f"; 'says' has {len(part.says)} {'text' if len(part.says) == 1 else 'texts'} for {len(silent)}"
    mend = "write 'says' with one text for each of them, in order; or let a program for scans read the file (OCR)"
    return found, (codes.FOREIGN_WORDLESS.at(put("says" if part.says else "pdf"), what, mend),)


def _unprintable(reading: ForeignReading, name: str, place: Place) -> Iterator[Finding]:
    if reading.faces:
        message = f"'{name}' has fonts that cannot be printed as they are: {', '.join(reading.faces)}"
        yield codes.FOREIGN_FACES.at(place, message, "save it once more with all fonts embedded, as PDF/A for one")
    if reading.layers:
        layers = ", ".join(f"'{one}'" for one in reading.layers)
        message = f"'{name}' has layers that are switched off and would be printed: {layers}"
        yield codes.FOREIGN_LAYERS.at(place, message, "delete what is hidden, and save it as PDF once more")


def _sizes(reading: ForeignReading, frame: tuple[float, float], name: str, place: Place) -> Iterator[Finding]:
    """Yield how large pages are printed: once for all that are as large as each other."""
    alike: dict[tuple[float, float], list[int]] = {}
    for page in reading.pages:
        alike.setdefault((page.width, page.height), []).append(page.number)
    for (width, height), numbers in alike.items():
        scale = fitting(width, height, frame)
        code = codes.FOREIGN_SMALL if scale < LEAST else codes.FOREIGN_SIZE
        if scale < 1:
            message = (
                f"{_named(numbers)} of '{name}': {width:g} x {height:g} pt, printed at {scale:.1%} of its size "
                f"to stand in {frame[0]:g} x {frame[1]:g} pt"
            )
            mend = "" if code is codes.FOREIGN_SIZE else f"ask for it on smaller paper: {LEAST:.0%} is the least"
            yield code.at(place, message, mend)
    if reading.turned:
        yield codes.FOREIGN_SIZE.at(place, f"{_named(reading.turned)} of '{name}': stored turned, printed upright")


def _told(reading: ForeignReading, size: int, name: str, place: Place) -> Iterator[Finding]:
    if reading.repaired:
        message = f"'{name}' is damaged, and was repaired in {reading.repaired} places before it was printed; the file stays as it is"
        yield codes.FOREIGN_REPAIRED.at(place, message, "look at its pages; better, save it as PDF once more")
    if reading.left:
        yield codes.FOREIGN_LEFT.at(place, f"of '{name}' stays behind: {'; '.join(reading.left)}")
    tags = "its tags are not taken over" if reading.tagged else "it has no tags"
    yield codes.FOREIGN_UNTAGGED.at(
        place, f"a screen reader hears only the words of each page of '{name}' as they are read from it: {tags}"
    )
    if size > HUGE:
        message = f"'{name}' has {size / 2**20:.1f} MB, more than {HUGE // 2**20}"
        yield codes.FOREIGN_HUGE.at(
            place, message, "save it for the screen, with pictures of 150 to 200 pixels an inch"
        )


def _named(numbers: Sequence[int]) -> str:
    """Return pages by their ``numbers``, those that follow each other as a range."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    ranges = ", ".join(f"{one[0]}-{one[-1]}" if len(one) > 1 else str(one[0]) for one in parts)
    return f"page{'' if len(numbers) == 1 else 's'} {ranges}"
