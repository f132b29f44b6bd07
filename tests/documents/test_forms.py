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
    forms = {name: entry.thing for name, entry in catalogue.shelf("form").items() if name != "sample"}
    return {name: form for name, form in forms.items() if form.kind in (kinds or tuple(FormKind))}


def _quoted(catalogue: Catalogue, words: str) -> str:
    """Return ``words`` with each text of law that they quote."""
    law = catalogue.shelf("text of law")
    return re.sub(r"\{law:([^}]+)\}", lambda name: " ".join(law[name[1]].thing.words), words)


def _words(facts: Facts, pages: dict[str, range], title: str) -> str:
    return squeezed(" ".join(facts.texts[page - 1] for page in pages[title]))


def _sizes(facts: Facts, page: int) -> list[float]:
    """Return the size in pt of every run of text on ``page`` that stands between its head and its foot."""
    return [size for size, _ in _runs(facts, page)]


def _runs(facts: Facts, page: int) -> list[tuple[float, float]]:
    """Return size and left edge in pt of every run of text on ``page`` that stands between its head and its foot."""
    document = pypdfium2.PdfDocument(facts.data)
    try:
        found, size = [], ctypes.c_float()
        for item in document[page - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=6):
            pdfium.FPDFTextObj_GetFontSize(item, ctypes.byref(size))
            left, bottom, _, _ = item.get_bounds()
            if 66 < bottom < 720:
                found.append((round(size.value * abs(item.get_matrix().d), 1), left))
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


def test_a_consent_is_set_for_a_patient_on_two_pages_and_names_whose_the_second_is(
    catalogue: Catalogue, facts: Facts, pages: dict[str, range]
) -> None:
    for form in _forms(catalogue, FormKind.CONSENT).values():
        assert len(pages[form.title]) == 2
        for page in pages[form.title]:
            runs = _runs(facts, page)
            assert {size for size, _ in runs} <= {9.0, 10.0, 12.0, 14.0, 26.0}
            assert min(left for size, left in runs if size == 9) >= 503
        assert ["Born" in facts.texts[page - 1] for page in pages[form.title]] == [False, True]


def test_a_consent_says_that_it_is_not_in_use_until_it_is_signed(
    catalogue: Catalogue, facts: Facts, pages: dict[str, range]
) -> None:
    assert not catalogue.shelf("signature"), "somebody has signed: say here which consent"
    for form in _forms(catalogue, FormKind.CONSENT).values():
        assert form.before_use
        assert squeezed(form.before_use) in _words(facts, pages, form.title)


def _cells(facts: Facts, page: int) -> list[tuple[float, float, float]]:
    """Return the boxes of ``page`` that are higher than a line of type: left, foot and top of each, in pt."""
    document = pypdfium2.PdfDocument(facts.data)
    try:
        paths = document[page - 1].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=6)
        boxes = {item.get_bounds() for item in paths}
        return [
            (left, bottom, top) for left, bottom, right, top in boxes if right - left > 20 and 14 < top - bottom < 120
        ]
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


def test_a_pen_has_room_in_every_cell(catalogue: Catalogue, facts: Facts, pages: dict[str, range]) -> None:
    lined = {"text", "long text", "date", "phone", "number", "signature"}
    measured = 0
    for title, name in (
        ("Referral form", "referral"),
        ("Medical clearance", "clearance"),
        ("Progress note", "progress-note"),
    ):
        fields = [field for section in catalogue.shelf("form")[name].thing.sections for field in section.fields]
        for field in (one for one in fields if one.type in lined):
            wanted = 24 * field.lines if field.type == "long text" else 18
            for page in pages[title]:
                for left, bottom, _, top in _places(facts, page, field.label):
                    rooms = [
                        bottom - foot
                        for start, foot, high in _cells(facts, page)
                        if 2 < left - start < 14 and 0 < high - top < 5
                    ]
                    measured += len(rooms)
                    assert all(room >= wanted for room in rooms), f"{field.label}: {rooms}"
    assert measured >= 90


def test_a_row_to_fill_in_is_24_pt_high(facts: Facts, pages: dict[str, range]) -> None:
    (page,) = pages["Medicine list"]
    rows = {(foot, top) for _, foot, top in _cells(facts, page) if abs(top - foot - 24) < 0.25}
    assert len(rows) == 14


@pytest.mark.parametrize(
    ("title", "form", "sheets"),
    [
        ("Referral form", "Referral form", 4),
        ("Medical clearance", "Medical clearance", 2),
        ("Medicine list", "Medicine list", 1),
        ("Consent to share: care and payment", "Consent to share: care and payment", 2),
        ("Consent to share: counseling notes", "Consent to share: counseling notes", 2),
        ("Reply to the referring clinician", "Reply to the referring clinician", 1),
        ("Report after an infusion visit", "Report after an infusion visit", 1),
        ("Progress note", "Progress note", 1),
        ("Discharge summary", "Discharge summary", 2),
    ],
)
def test_each_sheet_of_a_form_says_which_of_how_many_it_is(
    facts: Facts, pages: dict[str, range], title: str, form: str, sheets: int
) -> None:
    own = list(pages[title])[-sheets:]
    said = [
        squeezed(f"{form}, sheet {number} of {sheets}") in squeezed(facts.texts[page - 1])
        for number, page in enumerate(own, 1)
    ]
    assert said == [True] * sheets
    assert len(pages[title]) == sheets


def test_every_sheet_that_may_be_lost_names_the_patient_and_no_other_page_does(
    catalogue: Catalogue, facts: Facts, pages: dict[str, range]
) -> None:
    named = {page for page, text in enumerate(facts.texts, 1) if "Born" in text}
    later = [pages[form.title][1:] for form in _forms(catalogue, FormKind.CONSENT, FormKind.REPLY).values()]
    assert named == {
        *pages["Referral form"],
        *pages["Medical clearance"],
        *pages["Medicine list"],
        *(page for sheets in later for page in sheets),
    }


def test_the_law_stands_in_the_margin_beside_each_title_of_a_consent(facts: Facts, pages: dict[str, range]) -> None:
    page = pages["Consent to share: care and payment"][0]
    cited = _places(facts, page, "42 CFR 2.31")
    titles = [
        _places(facts, page, title)[0]
        for title in ("1. Who I am", "2. Who may share", "3. What may", "4. Who may receive", "5. Why")
    ]
    assert [left for left, _, _, _ in cited] == [pytest.approx(504, abs=1)] * 5
    assert [abs(bottom - title[1]) < 5 for (_, bottom, _, _), title in zip(cited, titles, strict=True)] == [True] * 5
    assert max(right for _, _, right, _ in _places(facts, page, "iii")) <= 564


def test_suicide_and_psychosis_are_asked_on_the_first_sheet_of_a_referral(
    facts: Facts, pages: dict[str, range]
) -> None:
    first, *later = (squeezed(facts.texts[page - 1]) for page in pages["Referral form"])
    for asked in ("Suicidal thoughts now", "Suicide attempt ever", "Psychosis ever"):
        assert squeezed(f"Safety: {asked}") in first
        assert not [page for page in later if squeezed(asked) in page]


@pytest.mark.parametrize("title", ["Referral form", "Medical clearance", "Report after an infusion visit"])
def test_whom_to_call_stands_on_a_line_of_its_own_in_text_that_is_read(
    real: RealDocuments, pages: dict[str, range], title: str
) -> None:
    lines = real.measured(PACKET).pages[pages[title][0] - 1].lines
    (line,) = [one for one in lines if one.text.startswith("Intent:")]
    assert squeezed(line.text) == squeezed("Intent: call or text 988, or call 911, now.")
    assert line.size == 12


def test_a_progress_note_says_whom_to_call_beside_its_question_on_suicide(
    real: RealDocuments, pages: dict[str, range]
) -> None:
    lines = real.measured(PACKET).pages[pages["Progress note"][0] - 1].lines
    (line,) = [one for one in lines if "Intent:" in one.text]
    assert squeezed("Safety: Suicidal thoughts or other risk") in squeezed(line.text)
    assert squeezed(line.text).endswith(squeezed("Intent: call or text 988, or call 911, now."))


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
    assert set(_sizes(facts, page)) <= {10.0, 12.0, 14.0, 26.0}
    pixels = facts.picture(page, 1)
    assert sum(value > 250 for value in pixels) > 0.85 * len(pixels)


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("Fax cover sheet", 11),
        ("Reply to the referring clinician", 14),
        ("Report after an infusion visit", 20),
        ("Progress note", 19),
    ],
)
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
    foot = round(745 * FAX_LINES / 72) * picture.stride
    lines = [rows[at : at + width] for at in range(0, foot, picture.stride)]
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
