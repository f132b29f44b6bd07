"""The packet by fax: a form alone behind its cover sheet, and every number of the packet read off both rasters of a fax machine."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from brochures.compose.html import Composition, compose
from brochures.compose.links import Links
from brochures.compose.qr import code
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from brochures.geometry.units import INCH
from brochures.pdf.file import File
from brochures.preflight.expected_text import composed
from brochures.press.fax_pages import ACROSS, fax_pages
from brochures.production.stages import Stages
from brochures.project.edition import Edition
from tests.documents.test_read_by_machines import TOLD
from tests.facts import Facts
from tests.fax_reading import PPI, pages, read_fax, squeezed
from tests.ocr import read
from tests.real import RealDocuments

PACKET = "referral-packet"


class Faxes:
    """The packet as it is faxed: all of it composed, one form of it made."""

    def __init__(self, real: RealDocuments, folder: Path) -> None:
        self.templates = Templates.read(real.project)
        self.typesetter: Typesetter = start(real.project)
        self.job = real.job(PACKET)
        (form,) = compose(self.templates, self.job, Edition.FAX, proof=True, only=("referral",))
        made = Stages(real.project, self.templates, self.typesetter).make(form)
        assert isinstance(made, File), made
        self.made = made
        self.folder = folder
        (folder / "form.pdf").write_bytes(made.data)
        for one in made.beside:
            (folder / f"{one.name}.tif").write_bytes(one.data)

    def whole(self) -> Composition:
        """Return all of it, composed."""
        (whole,) = compose(self.templates, self.job, Edition.FAX, proof=True)
        return whole


@pytest.fixture(scope="module")
def faxes(real: RealDocuments, tmp_path_factory: pytest.TempPathFactory) -> Faxes:
    return Faxes(real, tmp_path_factory.mktemp("faxes"))


def test_a_form_goes_alone_behind_its_cover_sheet_and_nothing_is_wrong_with_it(faxes: Faxes) -> None:
    facts = Facts(faxes.made.data)
    assert [one for one in faxes.made.findings if one.is_error] == []
    first, second, *others = facts.texts
    assert "Fax cover sheet" in first
    assert "If this fax is not for you" in first
    assert "Referral form" in second
    assert not any(
        word in " ".join((first, second, *others)) for word in ("Reply to the referring", "Contents", "Dear colleague")
    )
    assert "Date of birth" not in first
    for number, text in enumerate(facts.texts, 1):
        assert f"Page {number} of {len(facts.texts)}" in text
        assert "Riverwoods Behavioral Health" in text


def test_its_pages_are_small_and_of_one_bit(faxes: Faxes) -> None:
    for one in faxes.made.beside:
        assert len(one.sizes) == faxes.made.pages
        assert max(one.sizes) < 30_000
        with Image.open(io.BytesIO(one.data)) as file:
            assert file.mode == "1"


@pytest.mark.parametrize(("raster", "share"), [("fax-fine", 0.98), ("fax-standard", 0.97)])
def test_the_cover_sheet_and_the_form_are_read_at_the_other_end(faxes: Faxes, raster: str, share: float) -> None:
    read_pages = [*read_fax(faxes.folder / "form.pdf", faxes.folder / f"{raster}.tif", {1, 2})]
    assert [one.wrong for one in read_pages] == [(), ()]
    held, lost = sum(one.held for one in read_pages), sum(one.lost.total() for one in read_pages)
    assert 1 - lost / held >= share


def test_every_telephone_number_dose_and_date_of_the_packet_is_read_in_both_rasters(faxes: Faxes) -> None:
    whole = faxes.whole()
    told = {
        squeezed(one.group()): one.group() for text in composed(whole.html).texts for one in TOLD.finditer(text.shown)
    }
    assert len(told) > 20
    words = "".join(f"<p>It says {one} in the packet.</p>" for one in told.values())
    head, _, _ = whole.html.partition("<body>")
    document, _ = faxes.typesetter.set(f'{head}<body><div class="fax">{words}</div></body></html>', "fax", tagged=False)
    data, _ = faxes.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    for one in fax_pages(data):
        seen = squeezed(" ".join(read(page, PPI) for _, page in pages(one.data)))
        assert [text for plain, text in told.items() if plain not in seen] == [], one.name


def test_a_code_is_read_off_the_coarse_raster(faxes: Faxes) -> None:
    html = faxes.whole().html
    start_of, end = html.index('<div class="qr">'), html.index("</div>\n</div>", html.index('<div class="qr">'))
    head, _, _ = html.partition("<body>")
    body = f'{head}<body><div class="fax">{html[start_of:end]}</div></div></div></body></html>'
    document, _ = faxes.typesetter.set(body, "fax", tagged=False)
    data, _ = faxes.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    codes = [zxingcpp.read_barcodes(page.convert("L")) for one in fax_pages(data) for _, page in pages(one.data)]
    assert [len(found) for found in codes] == [1, 1]
    assert all(found[0].text.startswith("https://") for found in codes)
    assert ACROSS / INCH > 2


@pytest.mark.parametrize(("modules", "printed"), [(45, True), (49, False)], ids=["three lines a dot", "fewer"])
def test_the_largest_code_that_a_fax_prints_is_read_off_both_rasters(faxes: Faxes, modules: int, printed: bool) -> None:  # noqa: FBT001 a value of the table
    address = next(
        one for one in (f"https://example.org/{'a' * length}" for length in range(200)) if code(one).modules == modules
    )
    module: Any = faxes.templates.environment.get_template("components/qr.html").make_module(
        {
            "code": code, "edition": Edition.FAX, "label": str, "token": lambda name: {"--paper": "#fff"}.get(name, "#000"), "marks": lambda _: "",
            "links": Links({}, active=False),
        }
    )  # fmt: skip
    words = module.qr({"to": {"address": address}, "title": "A trial"})
    head, _, _ = faxes.whole().html.partition("<body>")
    document, _ = faxes.typesetter.set(f'{head}<body><div class="fax">{words}</div></body></html>', "fax", tagged=False)
    data, _ = faxes.typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    assert "example.org" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    for one in fax_pages(data):
        found = [seen.text for _, page in pages(one.data) for seen in zxingcpp.read_barcodes(page.convert("L"))]
        assert found == ([address] if printed else [])
