"""References line by line against lines that were read on pages of libraries that teach the AMA style, 11th edition, and by rule where no line was found."""

from __future__ import annotations

from typing import Any

import pytest

from brochures.compose import reference_text
from brochures.compose.citations import references
from brochures.compose.passage_numbers import Stamped, unsigned
from brochures.design.styles import Styles
from brochures.geometry.passages import Stretch
from brochures.load.model.sources import Citation
from brochures.project.paths import ROOT
from brochures.resolve.job import CitedSource


@pytest.fixture(scope="module")
def styles() -> Styles:
    return Styles.read(ROOT / "styles")


def _persons(*names: str) -> list[dict[str, str]]:
    """Return persons written as ``Family|Given``, and groups without a bar."""
    return [
        dict(zip(("family", "given"), name.split("|"), strict=True)) if "|" in name else {"literal": name}
        for name in names
    ]


def _line(styles: Styles, **cite: Any) -> str:
    """Return the reference of ``cite`` as text, italic marked by underscores."""
    record = Citation.model_validate({"type": "article-journal"} | cite)
    (found,) = references({"one": CitedSource("one", "One", record)}, styles)
    return found.html.replace("\u2060", "")


READ: dict[str, tuple[dict[str, Any], str]] = {
    # rowanmed.libguides.com, AMA Publication Style: Reference Examples
    "a title that asks": (
        {
            "author": _persons("Duchin|Jeffrey S."), "title": "Can preparedness for biological terrorism save us from pertussis?",
            "container_title": "Arch Pediatr Adolesc Med", "issued": {"year": 2004}, "volume": "158", "issue": "2", "page": "106-107",
        },
        "Duchin JS. Can preparedness for biological terrorism save us from pertussis? <i>Arch Pediatr Adolesc Med</i>. 2004;158(2):106-107.",
    ),
    "three authors and a DOI": (
        {
            "author": _persons("Kitajima|Tomoya S.", "Kawashima|Shigehiro A.", "Watanabe|Yoshinori"),
            "title": "The conserved kinetochore protein shugoshin protects centromeric cohesion during meiosis",
            "container_title": "Nature", "issued": {"year": 2004}, "volume": "427", "issue": "6974", "page": "510-517", "DOI": "10.1038/nature02312",
        },
        ("Kitajima TS, Kawashima SA, Watanabe Y. The conserved kinetochore protein shugoshin protects centromeric cohesion during meiosis. "
        "<i>Nature</i>. 2004;427(6974):510-517. doi:10.1038/nature02312"),
    ),
    # medlib.belmont.edu/ama_citation/periodicals
    "more than six authors for a group": (
        {
            "author": _persons("Hacke|W", "Kaste|M", "Bluhmki|E", "A|A", "B|B", "C|C", "D|D", "ECASS Investigators"),
            "title": "Thrombolysis with alteplase 3 to 4.5 hours after acute ischemic stroke",
            "container_title": "N Engl J Med", "issued": {"year": 2008}, "volume": "359", "issue": "13", "page": "1317-1329", "DOI": "10.1056/NEJMoa0804656",
        },
        ("Hacke W, Kaste M, Bluhmki E, et al; ECASS Investigators. Thrombolysis with alteplase 3 to 4.5 hours after acute ischemic stroke. "
        "<i>N Engl J Med</i>. 2008;359(13):1317-1329. doi:10.1056/NEJMoa0804656"),
    ),
    "the first of many authors, typed so, for a group": (
        {"author": _persons("Hacke|W", "Kaste|M", "Bluhmki|E", "ECASS Investigators"), "et_al": True, "title": "Thrombolysis"},
        "Hacke W, Kaste M, Bluhmki E, et al; ECASS Investigators. Thrombolysis.",
    ),
    "a supplement": (
        {
            "author": _persons("Geerts|WH", "Pineo|GF", "Heit|JA"), "et_al": True,
            "title": "Prevention of venous thromboembolism: the seventh ACCP conference on antithrombotic and thrombolytic therapy",
            "container_title": "Chest", "issued": {"year": 2004}, "volume": "126", "issue": "3 Suppl", "page": "338S-400S",
            "DOI": "10.1378/chest.126.3_suppl.338S",
        },
        ("Geerts WH, Pineo GF, Heit JA, et al. Prevention of venous thromboembolism: the seventh ACCP conference on antithrombotic and "
        "thrombolytic therapy. <i>Chest</i>. 2004;126(3 Suppl):338S-400S. doi:10.1378/chest.126.3_suppl.338S"),
    ),
    "a number of the article instead of pages": (
        {
            "author": _persons("Sullivan|Helen W.", "Aikin|Kathryn J.", "Chung-Davies|Eunice", "Wade|Michael"),
            "title": "Prescription drug promotion from 2001-2014: data from the U.S. Food and Drug Administration",
            "container_title": "PLoS One", "issued": {"year": 2016}, "volume": "11", "issue": "5", "page": "e0155035",
            "DOI": "10.1371/journal.pone.0155035",
        },
        ("Sullivan HW, Aikin KJ, Chung-Davies E, Wade M. Prescription drug promotion from 2001-2014: data from the U.S. Food and Drug "
        "Administration. <i>PLoS One</i>. 2016;11(5):e0155035. doi:10.1371/journal.pone.0155035"),
    ),
    "online ahead of print": (
        {
            "author": _persons("Tse|J", "LaStella|D", "Chow|E"), "et_al": True,
            "title": "Telehealth acceptability and feasibility among people served in a community behavioral health system during the COVID-19 pandemic",
            "container_title": "Psychiatr Serv", "issued": {"year": 2021, "month": 5, "day": 7}, "DOI": "10.1176/appi",
        },
        ("Tse J, LaStella D, Chow E, et al. Telehealth acceptability and feasibility among people served in a community behavioral health "
        "system during the COVID-19 pandemic. <i>Psychiatr Serv</i>. Published online May 7, 2021. doi:10.1176/appi"),
    ),
    # libguides.unco.edu, AMA Style, Authors
    "no author": (
        {
            "title": "Incorrect percentages in the abstract", "container_title": "JAMA Oncol", "issued": {"year": 2017}, "volume": "3", "issue": "12",
            "page": "1742", "DOI": "10.1001/jamaoncol.2017.4368",
        },
        "Incorrect percentages in the abstract. <i>JAMA Oncol</i>. 2017;3(12):1742. doi:10.1001/jamaoncol.2017.4368",
    ),
    # library.south.edu, AMA Guide, Authors and Groups as Authors: the pattern "Lastname InIn; Group Name."
    "one author and a group": (
        {"author": _persons("Lastname|I N", "Group Name"), "title": "Title"}, "Lastname IN; Group Name. Title.",
    ),
    "a group alone": ({"author": _persons("Group Name"), "title": "Title"}, "Group Name. Title."),
}  # fmt: skip
"""Lines that were read, by what they show; of authors that a line does not name, the names are ours."""

BY_RULE: dict[str, tuple[dict[str, Any], str]] = {
    # Guide to AMA, 10th edition: 'Roman numerals and "Jr/Sr" follow the initials'; no line of the 11th was found
    "a junior": (
        {"author": [{"family": "Zarate", "given": "Carlos A.", "suffix": "Jr."}, {"family": "Smith", "given": "John", "suffix": "III"}], "title": "T"},
        "Zarate CA Jr, Smith J III. T.",
    ),
    # libguides.cedarville.edu, General guidelines: particles as the person writes them; hyphens are left out between initials (CSL styles #5675)
    "a particle, a hyphen and accents": (
        {"author": _persons("van der Berg|Jean-Paul", "de la Cruz|María José", "O’Brien|Éibhear"), "title": "T"},
        "van der Berg JP, de la Cruz MJ, O’Brien É. T.",
    ),
    "six authors": (
        {"author": _persons(*(f"{name}|X" for name in ("A", "B", "C", "D", "E", "F"))), "title": "T"},
        "A X, B X, C X, D X, E X, F X. T.",
    ),
    "seven authors": (
        {"author": _persons(*(f"{name}|X" for name in ("A", "B", "C", "D", "E", "F", "G"))), "title": "T"}, "A X, B X, C X, et al. T.",
    ),
    "six authors and a group": (
        {"author": _persons(*(f"{name}|X" for name in ("A", "B", "C", "D", "E", "F")), "Group"), "title": "T"},
        "A X, B X, C X, D X, E X, F X; Group. T.",
    ),
    "two groups behind a person": ({"author": _persons("A|X", "One & Co", "Two"), "title": "T"}, "A X; One &amp; Co; Two. T."),
    "a group before a person": ({"author": _persons("One", "A|X"), "title": "T"}, "One, A X. T."),
    "initials as PubMed has them": ({"author": _persons("Ives|CW", "Li|JO", "Ng|ABCD"), "title": "T"}, "Ives CW, Li JO, Ng ABCD. T."),
    # The full stop after a question or exclamation mark: AMA 3.9 as the reports of it say (pkp-lib #3854, pandoc #702)
    "a title that exclaims": ({"title": "Stop!", "author": _persons("A|X"), "container_title": "J"}, "A X. Stop! <i>J</i>."),
    "a question in quotation marks": ({"title": "Is it “safe?”", "author": _persons("A|X"), "container_title": "J"}, "A X. Is it “safe?” <i>J</i>."),
    "a question in italic": ({"title": "Is it <i>safe?</i>", "author": _persons("A|X"), "container_title": "J"}, "A X. Is it <i>safe?</i> <i>J</i>."),
    "a journal that asks": ({"title": "T", "author": _persons("A|X"), "container_title": "Why?"}, "A X. T. <i>Why?</i>"),
    "a question within a title": ({"title": "Safe? A review", "author": _persons("A|X")}, "A X. Safe? A review."),
    "a question without an author": ({"title": "Is it safe?", "container_title": "J"}, "Is it safe? <i>J</i>."),
    "mark-up": (
        {"title": "Ketamine and <i>N</i>-methyl-<scp>D</scp>-aspartate in CO<sub>2</sub>, <sup>13</sup>C and <b>B</b>", "author": _persons("A|X")},
        'A X. Ketamine and <i>N</i>-methyl-<span class="references__small-capitals">D</span>-aspartate in CO<sub>2</sub>, <sup>13</sup>C and <b>B</b>.',
    ),
    "signs of HTML that are none": ({"title": "a < b > c & <d", "author": _persons("A|X")}, "A X. a &lt; b &gt; c &amp; &lt;d."),
}  # fmt: skip
"""Lines for which a rule was read, or none: then the comment says so."""


@pytest.mark.parametrize("name", READ)
def test_a_reference_is_the_line_that_was_read(styles: Styles, name: str) -> None:
    cite, line = READ[name]
    assert _line(styles, **cite) == line


@pytest.mark.parametrize("name", BY_RULE)
def test_a_reference_follows_the_rule(styles: Styles, name: str) -> None:
    cite, line = BY_RULE[name]
    assert _line(styles, **cite) == line


def test_the_words_of_a_title_with_mark_up_know_their_letters() -> None:
    title = Stamped.of("On <i>N</i>-methyl", [Stretch(0, 4, 0)])
    html = reference_text.signed_title(title)
    assert unsigned(html) == "On <i>N</i>-methyl"
    # the tag's own letter counts in what is written: N is letter 3, behind o, n and i
    assert [
        one[1:].split("\ufdd1")[0] for one in html.split("\ufdd2") if "\ufdd0" in one and one.startswith("\ufdd0")
    ] == ["0:4:0"]
    assert "0:4:3" in html
    assert "0:4:5" in html


def test_a_title_is_found_in_a_reference_as_it_is_set() -> None:
    assert reference_text.shown("CO<sub>2</sub> & <x>") == "CO<sub>2</sub> &amp; &lt;x&gt;"
