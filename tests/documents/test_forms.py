"""The printed forms: each fit for its purpose, a consent whole, a fax cover without a patient, the federal notice word for word."""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise, takewhile

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from brochures.load.catalogue import Catalogue
from brochures.load.model.forms import Element, Form, FormKind
from brochures.project.paths import ROOT, Project
from brochures.resolve.ticket import resolve
from tests.facts import Facts, squeezed
from tests.miniature import Miniature
from tests.real import DAY, RealDocuments

PACKET = "referral-packet"
FAX_LINES = 98
"""Lines an inch of a fax in its standard resolution."""

STATEMENT_1 = (
    (
        "This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules "
        "prohibit you from using or disclosing this record, or testimony that describes the information contained in this "
        "record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, "
        "against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as "
        "authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making "
        "any other use or disclosure of this record unless at least one of the following applies:"
    ),
    (
        "(i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is "
        "being disclosed in this record or as otherwise permitted by 42 CFR part 2."
    ),
    (
        "(ii) You are a covered entity or business associate and have received the record for treatment, payment, or health "
        "care operations, or"
    ),
    (
        "(iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, "
        "subparts A and E."
    ),
    (
        "A general authorization for the release of medical or other information is NOT sufficient to meet the required "
        "elements of written consent to further use or redisclose the record (see 42 CFR 2.31)."
    ),
)
"""42 CFR 2.32(a)(1) as amended in 2024, word for word."""

STATEMENT_2 = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
"""42 CFR 2.32(a)(2)."""


@pytest.fixture(scope="module")
def facts(real: RealDocuments) -> Facts:
    return real.facts(f"{PACKET}.screen")


@pytest.fixture(scope="module")
def pages(facts: Facts) -> dict[str, range]:
    """The pages (from 1) of each part, by its title."""
    parts = [(title, page) for depth, title, page in facts.outline if depth == 0]
    ends = [page for _, page in parts[1:]] + [len(facts.texts) + 1]
    return {title: range(page, end) for (title, page), end in zip(parts, ends, strict=True)}


def _forms(catalogue: Catalogue, *kinds: FormKind) -> dict[str, Form]:
    forms = {name: entry.thing for name, entry in catalogue.shelf("form").items()}
    return {name: form for name, form in forms.items() if form.kind in (kinds or tuple(FormKind))}


def _quoted(catalogue: Catalogue, words: str) -> str:
    """Return ``words`` with each text of law that they quote."""
    law = catalogue.shelf("text of law")
    return re.sub(r"\{law:([^}]+)\}", lambda name: " ".join(law[name[1]].thing.words), words)


def _words(facts: Facts, pages: dict[str, range], title: str) -> str:
    return squeezed(" ".join(facts.texts[page - 1] for page in pages[title]))


def _sizes(facts: Facts, page: int) -> list[float]:
    """Return the size in pt of every run of text on ``page`` that stands between its head and its foot."""
    document = pypdfium2.PdfDocument(facts.data)
    try:
        found, size = [], ctypes.c_float()
        for item in document[page - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=6):
            pdfium.FPDFTextObj_GetFontSize(item, ctypes.byref(size))
            bottom = item.get_bounds()[1]
            if 66 < bottom < 720:
                found.append(round(size.value * abs(item.get_matrix().d), 1))
        return found
    finally:
        document.close()


def test_every_form_is_printed_in_the_packet(catalogue: Catalogue, facts: Facts, pages: dict[str, range]) -> None:
    every = squeezed(" ".join(facts.texts))
    for form in _forms(catalogue).values():
        assert squeezed(form.title) in every
        for section in form.sections:
            assert squeezed(section.title) in every
            for field in section.fields:
                for words in (field.label, *field.options, field.write_in or ""):
                    assert squeezed(_quoted(catalogue, words)) in every, f"{form.title}: {words}"
    assert pages


def test_a_consent_shows_every_element_that_the_law_asks_for(
    catalogue: Catalogue, facts: Facts, pages: dict[str, range]
) -> None:
    consents = _forms(catalogue, FormKind.CONSENT)
    assert len(consents) == 3
    headings = [squeezed(heading.text) for heading in facts.tree.all("H2")]
    for form in consents.values():
        words = _words(facts, pages, form.title)
        for section in form.sections:
            if section.elements:
                assert squeezed(f"{section.title} 42 CFR 2.31{', '.join(section.elements)}") in headings
        for wanted in (
            "Signature",
            "Date signed",
            "If I sign for the patient",
            "Taken back on",
            "revoke this consent in writing",
        ):
            assert squeezed(wanted) in words


def test_a_consent_is_set_for_a_patient_on_two_pages_and_names_nobody_in_its_head(
    catalogue: Catalogue, facts: Facts, pages: dict[str, range]
) -> None:
    for form in _forms(catalogue, FormKind.CONSENT).values():
        assert len(pages[form.title]) == 2
        for page in pages[form.title]:
            sizes = _sizes(facts, page)
            assert set(sizes) - {9.0} <= {12.0, 26.0}
            assert sizes.count(9.0) < sizes.count(12.0)
            assert "Born" not in facts.texts[page - 1]


def test_a_consent_says_that_it_is_not_in_use_until_it_is_signed(
    catalogue: Catalogue, facts: Facts, pages: dict[str, range]
) -> None:
    assert not catalogue.shelf("signature"), "somebody has signed: say here which consent"
    for form in _forms(catalogue, FormKind.CONSENT).values():
        assert form.before_use
        assert squeezed(form.before_use) in _words(facts, pages, form.title)


def _lines(facts: Facts, page: int) -> list[tuple[float, float, float]]:
    """Return the lines to write on of ``page``, each with the room above it: left, foot and top, in pt."""
    document = pypdfium2.PdfDocument(facts.data)
    try:
        paths = document[page - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=6)
        boxes = [item.get_bounds() for item in paths]
        return [(left, bottom, top) for left, bottom, right, top in boxes if right - left > 40 and top - bottom < 40]
    finally:
        document.close()


def _places(facts: Facts, page: int, words: str) -> list[tuple[float, float, float, float]]:
    """Return where ``words`` stand on ``page``: left, bottom, right and top of each, in pt."""
    document = pypdfium2.PdfDocument(facts.data)
    try:
        text = document[page - 1].get_textpage()
        search, found = text.search(words, match_case=True), []
        while match := search.get_next():
            boxes = [text.get_charbox(number) for number in range(match[0], sum(match))]
            found.append((boxes[0][0], min(box[1] for box in boxes), boxes[-1][2], max(box[3] for box in boxes)))
        return found
    finally:
        document.close()


def test_a_pen_has_room_on_every_line_of_the_referral_form(
    catalogue: Catalogue, facts: Facts, pages: dict[str, range]
) -> None:
    form = catalogue.shelf("form")["referral"].thing
    lined = {"text", "long text", "date", "phone", "number", "signature"}
    measured = 0
    for field in (field for section in form.sections for field in section.fields if field.type in lined):
        wanted = 24 if field.type == "long text" or (field.type == "text" and field.width == 12) else 18
        for page in pages[form.title]:
            for left, bottom, _, _ in _places(facts, page, field.label):
                rooms = [
                    top - foot
                    for start, foot, top in _lines(facts, page)
                    if abs(start - left) < 2 and 0 <= bottom - top < 6
                ]
                measured += len(rooms)
                assert all(room >= wanted for room in rooms), f"{field.label}: {rooms}"
    assert measured >= 30


@pytest.mark.parametrize(
    ("title", "form", "sheets"),
    [
        ("Referral form", "Referral form", 4),
        ("Medical clearance", "Medical clearance", 2),
        ("Medicines and interactions", "Medicine list", 2),
        ("Consent to share: care and payment", "Consent to share: care and payment", 2),
        ("Consent to share: counseling notes", "Consent to share: counseling notes", 2),
    ],
)
def test_each_sheet_of_a_form_says_which_of_how_many_it_is(
    facts: Facts, pages: dict[str, range], title: str, form: str, sheets: int
) -> None:
    own = list(pages[title])[-sheets:]
    said = [f"{form}, sheet {number} of {sheets}" in facts.texts[page - 1] for number, page in enumerate(own, 1)]
    assert said == [True] * sheets


def test_every_sheet_of_a_form_for_professionals_names_the_patient_and_no_other_page_does(
    facts: Facts, pages: dict[str, range]
) -> None:
    named = {page for page, text in enumerate(facts.texts, 1) if "Born" in text}
    assert named == {
        *pages["Referral form"],
        *pages["Medical clearance"],
        *list(pages["Medicines and interactions"])[-2:],
    }


def test_the_law_stands_at_the_right_end_of_each_title_of_a_consent(facts: Facts, pages: dict[str, range]) -> None:
    page = pages["Consent to share: care and payment"][0]
    elements = ("(a)(1)", "(a)(2)", "(a)(3)", "(a)(4)(iii)", "(a)(5)")
    ends = [max(right for _, _, right, _ in _places(facts, page, element)) for element in elements]
    assert ends == [pytest.approx(558, abs=1)] * 5


def test_a_fax_cover_names_no_patient(catalogue: Catalogue, facts: Facts, pages: dict[str, range]) -> None:
    (form,) = _forms(catalogue, FormKind.COVER).values()
    labels = [field.label.lower() for section in form.sections for field in section.fields]
    assert not [label for label in labels if "patient" in label or "birth" in label or "diagnos" in label]
    assert {"name", "organization", "fax", "telephone", "date", "time"} <= set(labels)
    assert any("pages" in label for label in labels)
    words = _words(facts, pages, form.title)
    assert "Born" not in words
    assert squeezed(STATEMENT_2) in words
    assert squeezed("If this fax is not for you") in words


def test_the_notice_stands_word_for_word_on_the_page_that_travels(facts: Facts, pages: dict[str, range]) -> None:
    (page,) = pages["Notice that travels with each disclosure"]
    words = squeezed(facts.texts[page - 1])
    for paragraph in (*STATEMENT_1, STATEMENT_2):
        assert squeezed(paragraph) in words


def test_the_numbers_of_the_law_have_no_marks_beside_them(facts: Facts, pages: dict[str, range]) -> None:
    (page,) = pages["Notice that travels with each disclosure"]
    document = pypdfium2.PdfDocument(facts.data)
    try:
        drawn = [item.get_bounds() for item in document[page - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    finally:
        document.close()
    for number in ("(i)", "(ii)", "(iii)"):
        ((left, bottom, _, top),) = _places(facts, page, number)
        assert not [box for box in drawn if left - 20 < box[0] < left and bottom - 2 < box[1] < box[3] < top + 2]


@pytest.mark.parametrize(
    "title", ["Fax cover sheet", "Reply to the referring clinician", "Notice that travels with each disclosure"]
)
def test_what_is_faxed_is_one_page_of_large_black_text_on_white(
    facts: Facts, pages: dict[str, range], title: str
) -> None:
    (page,) = pages[title]
    assert min(size for size in _sizes(facts, page) if size > 8) >= 12
    pixels = facts.picture(page, 1)
    assert sum(value > 250 for value in pixels) > 0.85 * len(pixels)


@pytest.mark.parametrize(("title", "rules"), [("Fax cover sheet", 14), ("Reply to the referring clinician", 12)])
def test_the_rules_of_a_faxed_form_outlast_a_coarse_fax(
    facts: Facts, pages: dict[str, range], title: str, rules: int
) -> None:
    (page,) = pages[title]
    document = pypdfium2.PdfDocument(facts.data)
    try:
        picture = document[page - 1].render(scale=FAX_LINES / 72, grayscale=True)
        width, rows = picture.width, bytes(picture.buffer)
    finally:
        document.close()
    lines = [rows[at : at + width] for at in range(0, len(rows) - width, picture.stride)]
    ruled = [_longest(line) > width / 6 for line in lines]
    assert sum(now and not before for before, now in pairwise([False, *ruled])) >= rules


def _longest(line: bytes) -> int:
    """Return the length of the longest run of pixels that a fax would send as black."""
    return max(
        (len(list(takewhile(lambda value: value < 128, line[at:]))) for at in range(0, len(line), 20)), default=0
    )


def test_every_form_waits_for_a_signature_of_its_own(catalogue: Catalogue) -> None:
    job = resolve(Project(ROOT, DAY, ROOT / "out"), catalogue, PACKET)
    names = [words.name for words in job.signed if words.thing[0] == "form"]
    assert set(_forms(catalogue)) <= set(names)
    assert len(names) == len(set(names))


FORM = """forms:
  yes:
    kind: consent
    title: Consent
    intro: To sign.
    opening: all
    sections:
      - title: All
        elements: {{{elements}}}
        note: Read this.
"""


def test_a_consent_that_lacks_an_element_is_refused(mini: Miniature) -> None:
    every = [f'"{element}": all' for element in Element]
    mini.write("content/forms.yaml", FORM.format(elements=", ".join(every)))
    assert [code for code, _, _ in mini.mistakes() if code.startswith("LOD")] == []
    mini.write("content/forms.yaml", FORM.format(elements=", ".join(every[:-1])))
    ((code, place, message),) = [told for told in mini.mistakes() if told[0].startswith("LOD")]
    assert (code[:3], place.split(":")[0]) == ("LOD", "content/forms.yaml")
    assert "(a)(10)(ii)" in message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: consent", "kind: cover", "only a form of kind 'consent'"),
        ("        note: Read this.\n", "", "has neither"),
        ("note: Read this.", "fields: [{label: A, type: text, write_in: B}]", "'write_in' is one more of the options"),
    ],
)
def test_a_form_that_contradicts_itself_is_refused(mini: Miniature, old: str, new: str, message: str) -> None:
    text = FORM.format(elements=", ".join(f'"{element}": all' for element in Element))
    mini.write("content/forms.yaml", text.replace(old, new))
    assert message in " ".join(said for _, _, said in mini.mistakes())


def test_at_the_desk_what_goes_out_begins_on_a_front_and_backs_that_stay_blank_say_nothing(real: RealDocuments) -> None:
    facts = real.facts(f"{PACKET}.desk")
    heads = [
        "Dear",
        "Fax cover sheet",
        "Referral form, sheet 1",
        "Medical clearance, sheet 1",
        "Medicine list, sheet 1",
    ]
    heads += ["Consent to share: care and payment, sheet 1", "Notice that travels", "Reply to the referring clinician"]
    for head in heads:
        found = [number for number, text in enumerate(facts.texts, 1) if head in text and number > 1]
        assert found, head
        assert found[0] % 2 == 1, head
    blanks = [number for number, text in enumerate(facts.texts, 1) if len(text) < 60]
    assert blanks
    assert all(number % 2 == 0 and "Page" not in facts.texts[number - 1] for number in blanks)
