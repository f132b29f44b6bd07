"""Preflight judges the bytes: a good file made wrong in one way gives the one finding for it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.layout import layout
from brochures.load.catalogue import load
from brochures.pdf.file import File
from brochures.pdf.write import pdf
from brochures.preflight import preflight
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

FAMILIES = frozenset({"Atkinson Hyperlegible"})
Change = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="session")
def good(built: Miniature) -> dict[str, File]:
    """Each piece's screen edition and the brochure's desk edition, as the pdf stage hands them on."""
    from brochures.engine import start  # noqa: PLC0415 half a second, for those tests only that need it

    typesetter = start(built.project)
    catalogue = load(built.project)
    made = {}
    for slug, edition in (("fold", Edition.SCREEN), ("fold", Edition.DESK), ("pack", Edition.SCREEN)):
        composition: Composition
        composition, *_ = compose(
            Templates.read(built.project), resolve(built.project, catalogue, slug), edition, proof=False
        )
        made[f"{slug}.{edition}"] = pdf(typesetter, layout(typesetter, composition))
    return made


def _changed(made: File, change: Change, **how: object) -> File:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(made.data)) as file:
        change(file)
        file.save(buffer, **how)  # type: ignore[arg-type]
    return replace(made, data=buffer.getvalue())


def _found(made: File) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in preflight(made, FAMILIES)]


def _first_figure(file: pikepdf.Pdf) -> pikepdf.Object:
    return next(item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure")


def _without_fonts(file: pikepdf.Pdf) -> None:
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            for name in ("/FontFile", "/FontFile2", "/FontFile3"):
                if name in item:
                    del item[name]


def _heading(level: int) -> Change:
    """Return the change that makes the headings of level 2 into those of another."""

    def change(file: pikepdf.Pdf) -> None:
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H2":
                item.S = pikepdf.Name(f"/H{level}")

    return change


def _set(name: str, value: object) -> Change:
    return lambda file: file.Root.__setitem__(name, value)


def _drop(name: str) -> Change:
    return lambda file: file.Root.__delitem__(name)


WORDS = {"PRE-111", "PRE-112", "PRE-201", "PRE-202", "PRE-203", "PRE-204", "PRE-206", "PRE-145"}
"""What the readers of words and pictures say too when a file is damaged as a whole: turned, without its structure or an alternative text."""


@pytest.mark.parametrize("name", ["fold.screen", "fold.desk", "pack.screen"])
def test_a_good_file_has_nothing_against_it(good: dict[str, File], name: str) -> None:
    assert _found(good[name]) == []


@pytest.mark.parametrize("name", ["fold.screen", "fold.desk", "pack.screen"])
def test_a_good_file_written_again_by_another_program_is_still_good(good: dict[str, File], name: str) -> None:
    assert _found(_changed(good[name], lambda _: None)) == []


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        pytest.param(lambda file: file.pages[0].__setattr__("trimbox", [0, 0, 792, 611]), "PRE-101", "611", id="trim"),
        pytest.param(lambda file: file.pages[1].__setitem__("/Rotate", 90), "PRE-101", "792 x 612", id="rotated"),
        pytest.param(_without_fonts, "PRE-102", "is not embedded", id="font not embedded"),
        pytest.param(_drop("/StructTreeRoot"), "PRE-103", "a structure tree", id="no structure"),
        pytest.param(_drop("/MarkInfo"), "PRE-103", "the mark of a tagged file", id="not marked"),
        pytest.param(_drop("/Lang"), "PRE-103", "the language 'en'", id="no language"),
        pytest.param(_set("/Lang", "fr"), "PRE-103", "the language 'en'", id="another language"),
        pytest.param(_drop("/ViewerPreferences"), "PRE-103", "a title that is shown", id="title not shown"),
        pytest.param(
            lambda file: _first_figure(file).__delitem__("/Alt"), "PRE-103", "no alternative text", id="no alt"
        ),
        pytest.param(
            _heading(3), "PRE-103", "a heading of level 3 follows one of level 1", id="one heading level skipped"
        ),
        pytest.param(
            _heading(4), "PRE-103", "a heading of level 4 follows one of level 1", id="heading levels skipped"
        ),
        pytest.param(_drop("/PageLabels"), "PRE-104", "no labels", id="no labels"),
        pytest.param(lambda file: file.Root.Names.__delitem__("/Dests"), "PRE-104", "'reference-1'", id="no targets"),
        pytest.param(
            _set("/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")),
            "PRE-105",
            "/OpenAction",
            id="opens",
        ),
        pytest.param(_set("/AA", pikepdf.Dictionary()), "PRE-105", "/AA", id="acts"),
        pytest.param(_set("/AcroForm", pikepdf.Dictionary()), "PRE-105", "/AcroForm", id="form"),
        pytest.param(
            lambda file: file.Root.Names.__setitem__("/JavaScript", pikepdf.Dictionary()),
            "PRE-105",
            "/JavaScript",
            id="script",
        ),
        pytest.param(
            lambda file: file.Root.Names.__setitem__("/EmbeddedFiles", pikepdf.Dictionary()),
            "PRE-105",
            "/EmbeddedFiles",
            id="attachment",
        ),
    ],
)
def test_one_thing_made_wrong_gives_its_finding(good: dict[str, File], change: Change, code: str, words: str) -> None:
    found = _found(_changed(good["fold.screen"], change))
    assert {one for one, _ in found} - WORDS == {code}
    assert any(words in message for _, message in found)


def test_a_title_that_is_lost_is_told_of_the_tags_and_of_what_the_file_says_it_is(good: dict[str, File]) -> None:
    found = _found(_changed(good["fold.screen"], lambda file: file.docinfo.__delitem__("/Title")))
    assert {code for code, _ in found} == {"PRE-103", "PRE-113"}
    assert any("the title" in message for _, message in found)


@pytest.mark.parametrize(("more", "found"), [(0.5, 0), (-0.5, 0), (0.51, 1), (-0.51, 1)])
@pytest.mark.parametrize("side", [2, 3])
def test_a_page_has_the_size_of_its_format_to_within_half_a_pt(
    good: dict[str, File], side: int, more: float, found: int
) -> None:
    def change(file: pikepdf.Pdf) -> None:
        box = [0.0, 0.0, 792.0, 612.0]
        box[side] += more
        file.pages[0].trimbox = pikepdf.Array(box)

    assert len([one for one in _found(_changed(good["fold.desk"], change)) if one[0] == "PRE-101"]) == found


def test_a_packet_without_bookmarks_cannot_be_found_one_s_way_in(good: dict[str, File]) -> None:
    assert _found(_changed(good["pack.screen"], _drop("/Outlines"))) == [("PRE-104", "the file has no bookmarks")]


def test_a_font_of_another_family_is_told_by_name(good: dict[str, File]) -> None:
    found = preflight(good["fold.desk"], frozenset({"Source Serif 4"}))
    assert {finding.code for finding in found} == {"PRE-102"}
    assert "the font 'Atkinson-Hyperlegible' is not one of ours" in [finding.message for finding in found]


def test_a_desk_edition_needs_no_tags(good: dict[str, File]) -> None:
    assert "/StructTreeRoot" not in pikepdf.open(io.BytesIO(good["fold.desk"].data)).Root


@pytest.mark.parametrize("harm", ["empty", "no pdf", "cut", "no end", "locked"])
def test_bytes_that_cannot_be_read_back_are_told_and_never_a_traceback(good: dict[str, File], harm: str) -> None:
    data = good["fold.screen"].data
    if harm == "locked":
        made = _changed(good["fold.screen"], lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b"))
    else:
        made = replace(
            good["fold.screen"],
            data={"empty": b"", "no pdf": b"<html>", "cut": data[: len(data) // 2], "no end": data[:-60]}[harm],
        )
    codes = {code for code, _ in _found(made)}
    assert codes
    assert codes <= {"PRE-105", "PRE-106"}


def test_every_finding_says_which_file_it_speaks_of(good: dict[str, File]) -> None:
    (finding,) = preflight(_changed(good["fold.screen"], _drop("/PageLabels")), FAMILIES)
    assert (finding.piece, finding.edition) == ("fold", "screen")
