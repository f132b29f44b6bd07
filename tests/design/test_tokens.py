"""Tokens are asked for with an audience; what differs is refused where nobody says for whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.design.inks import read_inks
from brochures.design.pattern_book import Patterns
from brochures.design.styles import Styles
from brochures.design.tokens import AUDIENCES, TokenError, Tokens
from brochures.findings import BrochureError
from brochures.project.edition import Edition
from brochures.project.paths import ROOT
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

SIZES = """
:root { --full: 12pt; --small: 10pt; --rule: 1pt }
:root, [data-audience="patient"] { --size: var(--full); --same: 3pt; --title: 34pt }
[data-audience=clinician] { --size: var(--small); --same: 3pt }
"""


def _tokens(tmp_path: Path, text: str, name: str = "type") -> Tokens:
    folder = tmp_path / "styles" / "tokens"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.css").write_text(text, encoding="utf-8")
    return Tokens.of(tmp_path / "styles")


@pytest.mark.parametrize(
    ("name", "patient", "clinician"),
    [
        ("--rule", "1pt", "1pt"),
        ("--size", "12pt", "10pt"),
        ("--same", "3pt", "3pt"),
        ("--title", "34pt", "34pt"),
    ],
)
def test_each_audience_gets_its_own_value(tmp_path: Path, name: str, patient: str, clinician: str) -> None:
    tokens = _tokens(tmp_path, SIZES)
    assert [tokens.value(name, audience) for audience in AUDIENCES] == [patient, clinician]


def test_what_is_the_same_for_both_may_be_asked_for_without_one(tmp_path: Path) -> None:
    tokens = _tokens(tmp_path, SIZES)
    assert [tokens.value(name) for name in ("--rule", "--same", "--title")] == ["1pt", "3pt", "34pt"]
    assert set(tokens.shared) == {"--full", "--small", "--rule", "--same", "--title"}


def test_what_differs_is_refused_where_nobody_says_for_whom(tmp_path: Path) -> None:
    with pytest.raises(TokenError, match="'--size' is 12pt for a patient and 10pt for a clinician"):
        _tokens(tmp_path, SIZES).value("--size")


def test_what_hangs_on_a_token_that_differs_is_refused_too(tmp_path: Path) -> None:
    tokens = _tokens(tmp_path, SIZES + ":root, [data-audience], [data-fit] { --half: calc(var(--size) / 2) }")
    assert tokens.value("--half", "clinician") == "calc(10pt / 2)"
    with pytest.raises(TokenError, match="for a patient"):
        tokens.value("--half")


@pytest.mark.parametrize(
    ("rule", "selector"),
    [
        (".cover { --rule: 2pt }", "'.cover'"),
        (":root .cover { --rule: 2pt }", "':root .cover'"),
        ("@media print { :root { --rule: 2pt } }", "'@media print :root'"),
        ("[data-edition='desk'] { --rule: 2pt }", "data-edition"),
    ],
)
def test_a_value_of_a_part_of_the_page_or_of_a_medium_is_not_everybody_s(
    tmp_path: Path, rule: str, selector: str
) -> None:
    tokens = _tokens(tmp_path, SIZES + rule)
    with pytest.raises(TokenError, match="has another value for") as refused:
        tokens.value("--rule")
    assert selector in str(refused.value)
    assert tokens.value("--rule", "patient") == "1pt"


def test_a_token_for_one_audience_only_is_no_token_of_the_other(tmp_path: Path) -> None:
    tokens = _tokens(tmp_path, '[data-audience="clinician"] { --dose: 1pt }')
    assert tokens.value("--dose", "clinician") == "1pt"
    with pytest.raises(TokenError, match="not for a patient"):
        tokens.value("--dose")


def test_an_unknown_token_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(TokenError, match="there is no token '--sise'; did you mean '--size'"):
        _tokens(tmp_path, SIZES).value("--sise", "patient")


def test_a_page_of_a_document_type_or_format_is_a_whole_page(tmp_path: Path) -> None:
    tokens = _tokens(tmp_path, ":root { --rule: 1pt } :root[data-document='card'] { --rule: 2pt }")
    assert tokens.value("--rule") == "2pt"


def test_the_place_of_a_token_is_where_its_name_begins(tmp_path: Path) -> None:
    place = _tokens(tmp_path, ":root {\n  --rule: 1pt;\n}\n").place("--rule")
    assert str(place) == "styles/tokens/type.css:2:3"


def test_the_size_of_text_in_the_house_is_refused_without_an_audience() -> None:
    tokens = Styles.read(ROOT / "styles").tokens
    assert [tokens.value("--text-size", audience) for audience in AUDIENCES] == ["12pt", "10pt"]
    with pytest.raises(TokenError):
        tokens.value("--text-size")


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        ("--size", "CMP-102", "'--size' is 12pt for a patient and 10pt for a clinician"),
        ("--rule", "", ""),
    ],
)
def test_a_template_that_asks_for_what_differs_is_told_at_its_line(
    mini: Miniature, asked: str, code: str, told: str
) -> None:
    mini.write("styles/tokens/type.css", SIZES)
    path = "templates/components/references.html"
    mini.write(
        path, (mini.root / path).read_text().replace("\n", f"\n<i title=\"{{{{ token('{asked}') }}}}\"></i>\n", 1)
    )
    job = resolve(mini.project, mini.load(), "pack")
    if not code:
        assert 'title="1pt"' in compose(Templates.read(mini.project), job, Edition.SCREEN, proof=False)[0].html
        return
    with pytest.raises(BrochureError) as refused:
        compose(Templates.read(mini.project), job, Edition.SCREEN, proof=False)
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.file, finding.place.line) == (code, path, 2)
    assert told in finding.message
    assert finding.help == "ask for it with an audience: token('--size', job.audience)"


def test_a_template_gets_the_value_for_the_audience_that_it_names(mini: Miniature) -> None:
    mini.write("styles/tokens/type.css", SIZES)
    path = "templates/components/references.html"
    asked = "{{ token('--size', 'clinician') }} {{ token('--size', 'patient') }}"
    mini.write(path, (mini.root / path).read_text().replace("\n", f'\n<i title="{asked}"></i>\n', 1))
    job = resolve(mini.project, mini.load(), "pack")
    assert 'title="10pt 12pt"' in compose(Templates.read(mini.project), job, Edition.SCREEN, proof=False)[0].html


def test_a_colour_in_other_inks_for_one_audience_cannot_be_printed(tmp_path: Path) -> None:
    text = ":root { --palette-river: #0e4a58; --palette-river-inks: 64 0 0 76 }"
    assert read_inks(_tokens(tmp_path, text, "palette"), 300).build((0x0E, 0x4A, 0x58)) == (0.64, 0.0, 0.0, 0.76)
    other = f'{text}\n[data-audience="clinician"] {{ --palette-river-inks: 60 0 0 76 }}'
    with pytest.raises(BrochureError) as refused:
        read_inks(_tokens(tmp_path, other, "palette"), 300)
    assert {finding.code for finding in refused.value.findings} == {"PRS-101"}
    assert any("60 0 0 76 for a clinician" in finding.message for finding in refused.value.findings)


def test_the_pattern_book_reads_sizes_for_both_audiences_by_the_same_reader() -> None:
    styles = Styles.read(ROOT / "styles")
    sizes = {size.name: size for size in Patterns(ROOT, styles).sizes("type")}
    assert (sizes["--text-size"].patient, sizes["--text-size"].clinician) == ("12pt", "10pt")
    for name, size in sizes.items():
        assert size.patient == styles.tokens.value(name, "patient")
        assert size.clinician == styles.tokens.value(name, "clinician")
