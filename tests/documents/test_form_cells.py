"""The boxed cells of the printed forms: black in every edition, in columns that hold over a page, and legible off a fax."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pypdfium2
import pytest
from PIL import ImageChops

from brochures.compose import compose
from brochures.compose.templates import Templates
from brochures.design.tokens import Tokens
from brochures.geometry.pages import Line
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.job import FormSheet
from tests.facts import Facts, squeezed
from tests.ocr import faxed, read
from tests.real import RealDocuments
from tests.trials.read_pages import FAX, words

PACKET = "referral-packet"
EVERY_SHEET = re.compile(r"sheet\s\d\sof\s\d")
LABEL = 10
"""The size of labels of cells and heads of columns, in pt."""

READ = 0.98
"""The share of words that a program reads off a fax, at least."""


@pytest.fixture(scope="module", params=["screen", "desk"])
def facts(real: RealDocuments, request: pytest.FixtureRequest) -> Facts:
    return real.facts(f"{PACKET}.{request.param}")


@pytest.fixture(scope="module")
def sheets(real: RealDocuments) -> Mapping[int, str]:
    """The words of each page of the screen edition that is a sheet of a form, or goes by fax."""
    texts = real.facts(f"{PACKET}.screen").texts
    return {page: text for page, text in enumerate(texts, 1) if _is_form(text)}


def _is_form(text: str) -> bool:
    return bool(EVERY_SHEET.search(text)) or "If this fax is not for you" in text or "Statement 1, quoted" in text


def test_forms_are_black_on_white_in_every_edition(facts: Facts) -> None:
    document = pypdfium2.PdfDocument(facts.data)
    looked_at = 0
    try:
        for page, text in zip(document, facts.texts, strict=True):
            if _is_form(text):
                red, green, blue = page.render(scale=0.5).to_pil().convert("RGB").split()
                assert ImageChops.difference(red, green).getbbox() is None
                assert ImageChops.difference(green, blue).getbbox() is None
                darkest = page.render(scale=2, grayscale=True).to_pil().getextrema()[0]
                assert darkest == 0
                looked_at += 1
    finally:
        document.close()
    assert looked_at == 20


def test_the_black_of_forms_is_one_ink() -> None:
    tokens = Tokens.of(ROOT / "styles")
    assert tokens.value("--form-ink") == tokens.value("--palette-fax-black") == "#000000"
    assert tokens.value("--palette-fax-black-inks") == "0 0 0 100"


def _lines(real: RealDocuments, page: int, *wanted: str) -> list[Line]:
    return [line for line in real.measured(PACKET).pages[page - 1].lines if line.text.strip() in wanted]


def test_answers_stand_in_three_columns_that_hold_over_the_pages_of_a_form(
    real: RealDocuments, sheets: Mapping[int, str]
) -> None:
    pages = [page for page, text in sheets.items() if re.search("(?:Referral form|Medical clearance), sheet", text)]
    assert len(pages) == 6
    columns = {
        answer: {
            round((line.box.left + line.box.right) / 2, 0)
            for page in pages
            for line in _lines(real, page, answer)
            if line.size == LABEL
        }
        for answer in ("Yes", "No", "Unknown")
    }
    middles = [sorted(found) for found in columns.values()]
    assert [pytest.approx(max(one) - min(one), abs=1) for one in middles] == [0, 0, 0]


def test_labels_of_cells_in_one_line_stand_on_one_baseline(real: RealDocuments, sheets: Mapping[int, str]) -> None:
    (page,) = [page for page, text in sheets.items() if "A. Referral" in text]
    labels = _lines(real, page, "Date of referral*", "Urgency*")
    assert len(labels) == 2
    assert labels[0].baseline == pytest.approx(labels[1].baseline, abs=0.05)


@pytest.mark.parametrize(
    ("form", "sheets_of_it"),
    [("Medical clearance, sheet", 2), ("Consent to share: people I name, sheet", 2), ("If this fax is not for you", 1)],
)
def test_a_form_is_read_off_a_fax_with_every_number(
    real: RealDocuments, sheets: Mapping[int, str], form: str, sheets_of_it: int
) -> None:
    sample = {page: text for page, text in sheets.items() if squeezed(form) in squeezed(text)}
    assert len(sample) == sheets_of_it
    held, lost = Counter[str](), Counter[str]()
    for page, picture in faxed(real.path(f"{PACKET}.screen").read_bytes(), set(sample)):
        on_page = words(sample[page].replace("\ufffe", "-"))
        held += on_page
        lost += on_page - words(read(picture, FAX))
    assert lost.total() <= (1 - READ) * held.total(), lost
    assert [word for word in lost if any(map(str.isdigit, word))] == []


def test_each_field_is_one_element_of_a_stable_name(real: RealDocuments) -> None:
    job = real.job(PACKET)
    (composition, *_) = compose(Templates.read(real.project), job, Edition.SCREEN, proof=True)
    named = re.findall(r'data-field="([^"]+)"', composition.html)
    fields = [field for form in job.things(FormSheet) for section in form.sections for field in section["fields"]]
    assert len(named) == len(set(named)) == len(fields)
    assert {"referral-suicidal-thoughts-now", "referral-telephone-of-therapist", "medicines-medicines"} <= set(named)
