"""Pages of somebody else where their places were left free: in the real packet's styles, and in a packet with a partner's name on it."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pytest

from brochures.compose import compose
from brochures.compose.templates import Templates
from brochures.load.catalogue import load
from brochures.partners.bodies import partner_body
from brochures.pdf.file import File
from brochures.pdf.foreign_pages import with_foreign_pages
from brochures.pdf.marked_content import renumber
from brochures.pdf.partner_words import Words, appended_words
from brochures.preflight import examine
from brochures.preflight.partner_file import partner_file
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, Project
from brochures.resolve import resolve
from brochures.resolve.addressed import Addressed, Slot, held_place
from tests.facts import Facts
from tests.fillable import made, real_typesetter
from tests.foreign import foreign_pdf
from tests.real import DAY

pytestmark = pytest.mark.slow

PACKET = "content/packets/referral-packet.yaml"
PART = "  - id: their-notice\n    title: Their notice\n    pdf: notice.pdf\n"
LINES = ["What we do with records."], ["Whom you may ask."]


def _with_nothing(pdf: pikepdf.Pdf) -> None:
    """Let the first page draw a form without anything in it, as boxes of forms that are not ticked are."""
    page = pdf.pages[0]
    empty = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([0, 0, 9, 9]))
    page.obj.Resources.XObject = pikepdf.Dictionary(Nothing=empty)
    page.contents_add(b"/Nothing Do")


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> File:
    """Return a short packet for a partner, with a notice of two pages, set once."""
    root = tmp_path_factory.mktemp("foreign") / "project"
    shutil.copytree(ROOT / "content", root / "content")
    for folder in ("templates", "styles"):
        (root / folder).symlink_to(ROOT / folder)
    (root / "content/foreign/notice.pdf").write_bytes(foreign_pdf(*LINES, change=_with_nothing))
    text = (root / PACKET).read_text(encoding="utf-8")
    assert text.count("  - id: fax-cover\n") == 1
    (root / PACKET).write_text(text.replace("  - id: fax-cover\n", f"{PART}  - id: fax-cover\n"), encoding="utf-8")
    project = Project.open(root, root.parent / "out", DAY)
    parts = frozenset({"letter", "their-notice", "fax-cover"})
    job = resolve(project, load(project), "referral-packet", addressed=Addressed(parts))
    composed = compose(Templates.read(project), job, Edition.SCREEN, proof=True)[0]
    return made(real_typesetter(root.parent), composed)


def test_they_stand_in_the_real_packet_below_its_heads(addressed: File) -> None:
    facts = Facts(addressed.data)
    (at,) = [number for number, text in enumerate(facts.texts) if "What we do with records." in text]
    assert "Their notice" in facts.texts[at]
    assert "Their notice" in facts.texts[at + 1]
    assert "Whom you may ask." in facts.texts[at + 1]
    assert ("Their notice", at + 1) in [(title, page) for _, title, page in facts.outline]
    figures = [figure.alt for figure in facts.tree.all("Figure")]
    assert [alt for alt in figures if alt in {"What we do with records.", "Whom you may ask."}] == [
        "What we do with records.",
        "Whom you may ask.",
    ]
    found = [one for ran in examine(addressed, frozenset()) for one in ran.findings]
    assert [one for one in found if one.code.startswith("PRE-14") or one.code in {"PRE-201", "PRE-202"}] == []


def test_a_packet_for_a_partner_holds_them(addressed: File) -> None:
    body = partner_body(addressed, ROOT / "styles")
    words = Words({held_place(Slot.COVER, 0): "Sample Name"}, {})
    data = body.body.data + appended_words(body.body, words)
    assert list(partner_file(data, body.body.pages, body.wanted, words.lines, {})) == []
    said = " ".join(Facts(data).texts)
    assert said.index("Sample Name") < said.index("What we do with records.") < said.index("Whom you may ask.")


def test_a_file_without_any_stays_as_it_was(tmp_path: Path) -> None:
    data = foreign_pdf(["Ours."])
    assert with_foreign_pages(data, ()) is data
    assert not list(tmp_path.iterdir())


def test_no_stream_of_the_file_is_packed_and_empty(addressed: File) -> None:
    """MuPDF takes such a one for damaged."""
    with pikepdf.open(io.BytesIO(addressed.data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Filter" in one]
        assert streams
        assert all(one.read_raw_bytes() for one in streams)


def test_a_form_without_anything_in_it_stays_one_that_can_be_unpacked_when_marks_are_numbered_anew() -> None:
    with pikepdf.open(io.BytesIO(foreign_pdf(["Ours."], change=_with_nothing))) as pdf:
        renumber(pdf, pdf.pages[0], set(), set())
        assert pdf.pages[0].obj.Resources.XObject.Nothing.read_bytes() == b" "
