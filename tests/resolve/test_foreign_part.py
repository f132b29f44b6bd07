"""A part that is somebody else's PDF: what is wrong with it is told at its line before a page is set, all at once."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from brochures.editorial import editorial
from brochures.findings import BrochureError, Finding
from brochures.resolve.foreign_file import LEAST, ForeignFile
from brochures.resolve.foreign_part import HUGE
from brochures.resolve.job import Job, Role
from brochures.resolve.own_words import own_words
from brochures.resolve.passages import printed
from brochures.resolve.ticket import resolve
from tests.foreign import LETTER, LINE, PACK, foreign_pdf, with_part
from tests.miniature import TODAY, Miniature

WORDS = ["We keep your", "records private."]
FRAME = (504.0, 650.0)
"""The room that the miniature's page has: 612 x 792 pt less 54 pt around and 34 pt for the title."""


def _job(mini: Miniature) -> Job:
    return resolve(mini.project, mini.load(), "pack")


def _refused(mini: Miniature) -> list[Finding]:
    with pytest.raises(BrochureError) as refused:
        _job(mini)
    return [*refused.value.findings]


def _told(mini: Miniature) -> list[tuple[str, str]]:
    found = [one for one in editorial(_job(mini), TODAY) if one.code.startswith("RES-7")]
    assert {(one.place.file, one.place.line, one.severity) for one in found} == {(PACK, LINE, "note")}
    return [(one.code, one.message) for one in found]


UNTAGGED = (
    "RES-709",
    "a screen reader hears only the words of each page of 'notice.pdf' as they are read from it: it has no tags",
)
SMALL = (306.0, 396.0)


def test_a_file_that_is_as_it_should_be_is_a_block_of_its_pages(mini: Miniature) -> None:
    job = _job(with_part(mini, foreign_pdf(WORDS, ["Page two."], size=SMALL)))
    (block,) = job.sections[1].blocks
    file = block.content
    assert (block.component, block.file, block.route) == ("foreign", PACK, ("parts", 1, "pdf"))
    assert [(one.number, one.width, one.height, one.words) for one in file.pages] == [
        (1, 306, 396, "We keep your records private."),
        (2, 306, 396, "Page two."),
    ]
    assert (file.name, file.frame, [file.scale(one) for one in file.pages]) == ("notice.pdf", FRAME, [1, 1])
    assert job.sections[1].goes_out_alone
    assert _told(mini) == [UNTAGGED]


def test_a_dash_at_the_end_of_a_line_stays_between_two_numbers(mini: Miniature) -> None:
    (file,) = _job(with_part(mini, foreign_pdf(["Allow 5-", "10 days for a well-", "made answer."]))).things(
        ForeignFile
    )
    assert file.pages[0].words == "Allow 5- 10 days for a well-made answer."


def test_the_signature_under_the_piece_holds_the_bytes_of_the_file(mini: Miniature) -> None:
    job = _job(with_part(mini, foreign_pdf(WORDS)))
    (file,) = job.things(ForeignFile)
    assert f"[notice.pdf, SHA-256 {file.digest}]" in list(own_words(job))


MISSING = {
    "a name that is nearly right": ("notise.pdf", "there is no file 'notise.pdf' in content/foreign/", "did you mean 'notice.pdf'?"),
    "other capitals": ("Notice.pdf", "there is no file 'Notice.pdf' in content/foreign/", "did you mean 'notice.pdf'?"),
    "another folder": ("../images/leaf.svg", "'../images/leaf.svg' leads out of content/foreign/", "put a copy into content/foreign/ and write its name only"),
    "the top of the disk": ("/etc/hosts", "'/etc/hosts' leads out of content/foreign/", "put a copy into content/foreign/ and write its name only"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "message", "mend"), MISSING.values(), ids=MISSING)
def test_a_file_that_is_not_there_is_refused(mini: Miniature, name: str, message: str, mend: str) -> None:
    (found,) = _refused(with_part(mini, foreign_pdf(WORDS), name))
    assert (found.code, found.place.file, found.place.line, found.place.column) == ("RES-701", PACK, LINE, 10)
    assert (found.message, found.help) == (message, mend)


def test_a_link_out_of_the_folder_is_refused(mini: Miniature) -> None:
    with_part(mini, foreign_pdf(WORDS), "away.pdf")
    (mini.root / "content/foreign/away.pdf").symlink_to(mini.root / "content/images/leaf.svg")
    assert [one.code for one in _refused(mini)] == ["RES-701"]


def _no_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[:]


UNREADABLE = {
    "no PDF file": (b"<svg/>", "'notice.pdf' is no PDF file: it does not begin as one"),
    "nothing": (b"", "'notice.pdf' is no PDF file: it does not begin as one"),
    "only a head": (b"%PDF-1.7\nnothing", "'notice.pdf' is damaged, and cannot be repaired"),
    "no pages": (foreign_pdf(WORDS, change=_no_pages), "'notice.pdf' has no pages"),
    "a password": (foreign_pdf(WORDS, encryption=pikepdf.Encryption(user="a", owner="b")), "'notice.pdf' is encrypted: it opens with a password only"),
    "restrictions": (foreign_pdf(WORDS, encryption=pikepdf.Encryption(user="", owner="b")), "'notice.pdf' is encrypted: who made it does not want it copied or changed"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_printed_is_refused(mini: Miniature, data: bytes, message: str) -> None:
    (found,) = _refused(with_part(mini, data))
    assert (found.code, found.place.line, found.message) == ("RES-702", LINE, message)


def test_a_damaged_file_is_repaired_and_that_is_told(mini: Miniature) -> None:
    data = foreign_pdf(WORDS, size=SMALL)
    cut = data[: data.rindex(b"startxref")]
    told = _told(with_part(mini, cut))
    assert told[0][0] == "RES-703"
    assert "was repaired in" in told[0][1]
    (file,) = _job(mini).things(ForeignFile)
    assert [page.words for page in file.pages] == ["We keep your records private."]


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"words"


def _link(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([72, 300, 200, 320]),
        A=Dictionary(S=Name.URI, URI=String("https://example.org")),
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def _form(pdf: pikepdf.Pdf) -> None:
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Typed before"), Rect=Array([72, 200, 272, 220]), F=4,
            DA=String("/F 12 Tf 0 g"),
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([field])
    fonts = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([field]), DR=fonts, DA=String("/F 12 Tf 0 g")))


LEFT = {
    "a script": (_script, "what runs in it (scripts, actions)"),
    "an attached file": (_attached, "the files that are attached to it"),
    "a link": (_link, "1 link: nothing on its pages can be touched"),
    "a form": (_form, "its form: 1 field, printed and not filled in on the screen"),
}


@pytest.mark.parametrize(("change", "what"), LEFT.values(), ids=LEFT)
def test_what_stays_behind_is_told(mini: Miniature, change: Callable[[pikepdf.Pdf], None], what: str) -> None:
    told = _told(with_part(mini, foreign_pdf(WORDS, size=SMALL, change=change)))
    assert told[0] == ("RES-704", f"of 'notice.pdf' stays behind: {what}")


def test_what_a_field_shows_is_printed(mini: Miniature) -> None:
    with_part(mini, foreign_pdf(WORDS, size=SMALL, change=_form))
    (file,) = _job(mini).things(ForeignFile)
    assert file.pages[0].words == "We keep your records private. Typed before"


SIZES = {
    "as large as the room": (FRAME, None),
    "wider than the room": ((FRAME[0] + 1, 100), ("RES-705", "page 1 of 'notice.pdf': 505 x 100 pt, printed at 99.8% of its size to stand in 504 x 650 pt")),
    "Letter": (LETTER, ("RES-705", "page 1 of 'notice.pdf': 612 x 792 pt, printed at 82.1% of its size to stand in 504 x 650 pt")),
    "the largest": ((FRAME[0] / LEAST, 200), ("RES-705", "page 1 of 'notice.pdf': 840 x 200 pt, printed at 60.0% of its size to stand in 504 x 650 pt")),
}  # fmt: skip


@pytest.mark.parametrize(("size", "said"), SIZES.values(), ids=SIZES)
def test_how_small_a_page_is_printed_is_told(
    mini: Miniature, size: tuple[float, float], said: tuple[str, str] | None
) -> None:
    told = _told(with_part(mini, foreign_pdf(["Words."], size=size)))
    assert told == ([said, UNTAGGED] if said else [UNTAGGED])


def test_a_page_that_would_be_too_small_is_refused(mini: Miniature) -> None:
    (found,) = _refused(with_part(mini, foreign_pdf(["Words."], size=(FRAME[0] / LEAST + 2, 200))))
    assert (found.code, found.place.line) == ("RES-706", LINE)
    assert (
        found.message == "page 1 of 'notice.pdf': 842 x 200 pt, printed at 59.9% of its size to stand in 504 x 650 pt"
    )


def test_a_turned_page_is_set_upright(mini: Miniature) -> None:
    def turned(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Rotate = 90

    told = _told(with_part(mini, foreign_pdf(["One."], ["Two."], size=SMALL, change=turned)))
    assert told[0] == ("RES-705", "page 2 of 'notice.pdf': stored turned, printed upright")
    (file,) = _job(mini).things(ForeignFile)
    assert [(one.width, one.height) for one in file.pages] == [(306, 396), (396, 306)]


def test_fonts_that_are_not_embedded_are_refused(mini: Miniature) -> None:
    def bare(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)

    (found,) = _refused(with_part(mini, foreign_pdf(WORDS, change=bare)))
    said = "'notice.pdf' has fonts that cannot be printed as they are: Helvetica (not embedded)"
    assert (found.code, found.place.line, found.message) == ("RES-707", LINE, said)


def test_a_font_that_does_not_say_its_letters_is_refused(mini: Miniature) -> None:
    def mute(pdf: pikepdf.Pdf) -> None:
        simple = pdf.pages[0].obj.Resources.Font.F
        inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=simple.FontDescriptor)
        pdf.pages[0].obj.Resources.Font.F = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Mute"), Encoding=Name("/Identity-H"), DescendantFonts=Array([inner])
        )  # fmt: skip

    found = _refused(with_part(mini, foreign_pdf(WORDS, change=mute)))
    assert "Mute (does not say which letters it sets)" in found[0].message


def test_hidden_layers_are_refused(mini: Miniature) -> None:
    def layered(off: bool) -> Callable[[pikepdf.Pdf], None]:  # noqa: FBT001 which of the two it is
        def change(pdf: pikepdf.Pdf) -> None:
            layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
            pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer] if off else [])))

        return change

    (found,) = _refused(with_part(mini, foreign_pdf(WORDS, change=layered(off=True))))
    assert (found.code, found.message) == (
        "RES-712",
        "'notice.pdf' has layers that are switched off and would be printed: 'Draft'",
    )
    mini.write("content/foreign/notice.pdf", foreign_pdf(WORDS, size=SMALL, change=layered(off=False)))
    assert _told(mini) == [UNTAGGED]


WORDLESS = {
    "a scan": ("", LINE, "page 2 of 'notice.pdf' has no words: a scan or a drawing"),
    "too much": ("    says: [One., Two.]\n", LINE + 1, "page 2 of 'notice.pdf' has no words: a scan or a drawing; 'says' has 2 texts for 1"),
}  # fmt: skip


@pytest.mark.parametrize(("more", "line", "message"), WORDLESS.values(), ids=WORDLESS)
def test_pages_without_words_are_refused(mini: Miniature, more: str, line: int, message: str) -> None:
    (found,) = _refused(with_part(mini, foreign_pdf(WORDS, []), more=more))
    assert (found.code, found.place.line, found.message) == ("RES-708", line, message)


def test_words_that_are_said_of_pages_with_words_are_refused(mini: Miniature) -> None:
    (found,) = _refused(with_part(mini, foreign_pdf(WORDS), more="    says: [One.]\n"))
    assert (found.code, found.place.line, found.message) == (
        "RES-708",
        LINE + 1,
        "every page of 'notice.pdf' has words of its own",
    )


def test_a_page_without_words_is_what_the_part_says_of_it(mini: Miniature) -> None:
    with_part(mini, foreign_pdf(WORDS, [], size=SMALL), more="    says: [The license with its number.]\n")
    job = _job(mini)
    (file,) = job.things(ForeignFile)
    assert [page.spoken for page in file.pages] == ["We keep your records private.", "The license with its number."]
    said = [one for one in job.passages if one.role is Role.PICTURE and one.section == 1]
    assert [(printed(one.words), one.writing.place(0).line) for one in said] == [
        ("The license with its number.", LINE + 1)
    ]


def test_a_large_file_is_told(mini: Miniature) -> None:
    small = foreign_pdf(WORDS, size=SMALL)
    with_part(mini, small + b"\n%" + b"x" * (HUGE - len(small) - 2))
    assert "RES-710" not in [code for code, _ in _told(mini)]
    mini.write("content/foreign/notice.pdf", small + b"\n%" + b"x" * (HUGE - len(small) - 1))
    assert ("RES-710", "'notice.pdf' has 5.0 MB, more than 5") in _told(mini)


@pytest.mark.parametrize("edition", ["press", "web"])
def test_an_edition_that_cannot_hold_it_is_refused(mini: Miniature, edition: str) -> None:
    with_part(mini, foreign_pdf(WORDS))
    mini.replace(PACK, "editions: [screen]", f"editions: [screen, {edition}]")
    found = [one for one in _refused(mini) if one.code == "RES-711"]
    assert [(one.place.line, one.help) for one in found] == [
        (LINE, f"take '{edition}' out of the editions, or this part out")
    ]


def test_all_faults_are_told_at_once(mini: Miniature) -> None:
    def bare(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)

    with_part(mini, foreign_pdf(WORDS, [], size=(900, 200), change=bare))
    mini.replace(PACK, "editions: [screen]", "editions: [screen, web]")
    assert [one.code for one in _refused(mini)] == ["RES-711", "RES-707", "RES-708", "RES-706"]


def test_styles_without_room_for_such_pages_are_told(mini: Miniature) -> None:
    with_part(mini, foreign_pdf(WORDS))
    mini.replace("styles/tokens/type.css", "--foreign-side: 54pt; ", "")
    (found,) = _refused(mini)
    assert (found.place.line, found.message.partition(":")[0]) == (
        LINE,
        "the styles have no room for pages of somebody else",
    )


def test_a_packet_without_such_a_part_tells_nothing_of_it(mini: Miniature) -> None:
    assert not [one for one in editorial(_job(mini), TODAY) if one.code.startswith("RES-7")]


def test_a_file_that_no_packet_prints_is_told(mini: Miniature) -> None:
    with_part(mini, foreign_pdf(WORDS))
    mini.write("content/foreign/README.md", "Files of your own.")
    assert mini.mistakes() == []
    mini.write("content/foreign/old.pdf", foreign_pdf(WORDS))
    assert mini.mistakes() == [("RES-713", "content/foreign/old.pdf", "no part of a packet prints 'old.pdf'")]
