"""A second language: a piece in Spanish, set with the project's own templates, holds no word of English from us."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from brochures.findings import Finding
from brochures.project.paths import ROOT
from brochures.resolve.inline_text import Figure
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature, errors_of

pytestmark = pytest.mark.slow

CONTENT = {
    "clinic.yaml": "name: Clínica Miniatura\nphone: 847-555-0200\nmedical_director: Dra. Ruiz\n",
    "program.yaml": """
statements:
  program.call:
    kind: advice
    patient: {es: 'Llame al {clinic:phone} o al {call:emergency-911}. Abrimos 24 horas, dijo la Dra. Ruiz.'}
    clinician: {es: 'Llame al {clinic:phone}.'}
  program.body: {kind: advice, patient: {es: Cuidamos su cuerpo.}, clinician: {es: Cuidamos el cuerpo.}}
  notice.not-advice: {kind: notice, patient: {es: Esto no es consejo médico.}, clinician: {es: No es consejo.}}
""",
    "ketamine.yaml": """
statements:
  ketamine.few:
    kind: fact
    patient:
      es: 'De {study:mini-trial:n} personas, unas {result:mini-trial.relapse:rate:ketamina|of 10} volvieron a beber en 4 semanas.'
    clinician: {es: Estudio pequeño.}
    sources: [mini-trial, mini-label]
""",
    "sources.yaml": """
sources:
  mini-label:
    kind: label
    short: Etiqueta, 2024
    cite: {type: webpage, title: Etiqueta en miniatura, URL: "https://ejemplo.es/etiqueta", issued: {year: 2024, month: 3, day: 5}, accessed: {year: 2026, month: 1, day: 7}}
    verification: primary
helplines:
  emergency-911: {name: Emergencias, call: "911", text: "911", for: peligro de muerte, hours: día y noche, verification: primary}
""",
    "studies.yaml": """
studies:
  mini-trial:
    kind: trial
    short: Estudio, 2020
    cite: {type: article-journal, title: Un estudio, author: [{family: Pequeño, given: A. B.}], issued: {year: 2020, month: 5}, container_title: Revista, volume: 1, page: 1-2, DOI: 10.1000/mini.1}
    verification: primary
    design: Aleatorizado
    population: Adultos
    n: 40
    arms: [{name: ketamina, n: 20}, {name: placebo, n: 20}]
    intervention: {drug: ketamina, dose: 0.5 mg/kg, route: vena, infusions: 1, therapy: charla}
    comparator: placebo
    follow_up: 4 semanas
    outcomes:
      - {id: relapse, measure: recaída, comparison: ketamina contra placebo, effect: {measure: odds ratio, value: 0.80, low: 0.31, high: 2.10}, rates: [{arm: ketamina, count: 8, of: 20}], direction: no difference shown}
    limits: [Pequeño.]
""",
    "house/words.yaml": """
words:
  es:
    abbreviations: [Dra.]
    chances: {form: "{count} de cada {whole}"}
    claims: [{find: [milagro*], instead: quítelo}]
    typography: {quotes: ["«", "»", "“", "”"], dash: "—", spaced_dash: true, units: [horas, personas, semanas], before_names: [Dra.]}
""",
    "house/parts.yaml": "parts: {}\ndocuments: {trifold: {}, packet: {}}\n",
    "brochures/plegable.yaml": """
title: Un plegable
subject: Qué es un plegable
document: trifold
format: letter-roll-fold
audience: patient
language: es
editions: [screen, desk]
version: {number: "1.0", date: 2026-03-05}
panels:
  front: [{cover: {title: Un plegable, support: 'Con "palabras" sencillas'}}]
  inside-left:
    - heading: Tres partes
    - three_sides: {caption: Cuidado, body: program.body, mind: program.body, life: program.body}
  flap: [{heading: Llame}, {statement: program.call}]
  inside-middle: [{heading: Resultados}, {statement: ketamine.few}]
  inside-right: [{notice: {tone: care, title: Cuidado, statements: [program.body]}}]
  back:
    - contact: {title: Hable, facts: [phone]}
    - crisis: {title: Ayuda, lines: [emergency-911]}
    - sources: {title: Fuentes}
    - version: {disclaimer: notice.not-advice}
""",
    "packets/paquete.yaml": """
title: Un paquete
subject: Qué es un paquete
document: packet
format: letter-packet
audience: clinician
language: es
editions: [screen]
version: {number: "1.0", date: 2026-03-05}
lead: Lo que hay dentro.
pages: 5
parts:
  - id: carta
    title: Carta
    blocks:
      - letter: {salutation: "Estimada colega:", statements: [program.call], closing: Atentamente, signatory: medical_director}
  - id: datos
    title: Datos
    blocks:
      - statement: ketamine.few
      - study_table: {caption: Estudios, studies: [mini-trial]}
      - screen: {title: Lista, items: [program.body]}
  - id: fuentes
    title: Fuentes
    blocks: [{references: {title: Fuentes}}]
""",
}
ENGLISH = {
    "the",
    "and",
    "of",
    "to",
    "in",
    "is",
    "are",
    "for",
    "with",
    "from",
    "page",
    "version",
    "published",
    "accessed",
    "updated",
    "available",
    "retrieved",
    "people",
    "about",
    "call",
    "print",
    "fold",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "result",
    "study",
    "limits",
    "yes",
    "no",
}
SAME = {"n", "no", "fax", "web", "tty", "placebo", "odds", "ratio", "ci", "body", "a", "y"}
"""Words that Spanish shares, and those of the records above."""


def _spanish(mini: Miniature) -> Miniature:
    shutil.rmtree(mini.root)
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, mini.root / name)
    for name, text in CONTENT.items():
        mini.write(f"content/{name}", text)
    labels = yaml.safe_load((ROOT / "content" / "labels.yaml").read_text(encoding="utf-8"))["labels"]
    spanish = {
        name: {"en": words["en"], "es": f"{_letters(number)} rótulo"}
        for number, (name, words) in enumerate(labels.items())
    }
    spanish["date.months"]["es"] = (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    )
    spanish["date.form"]["es"] = "{day} de {month} de {year}"
    mini.write("content/labels.yaml", yaml.safe_dump({"labels": spanish}, allow_unicode=True))
    return mini


def _letters(number: int) -> str:
    """Return ``number`` in letters that are no word of either language: figures would be taken for those of a list."""
    return "".join("bcdfghjklm"[int(figure)] for figure in f"{number:03}")


def _english() -> set[str]:
    labels = yaml.safe_load((ROOT / "content" / "labels.yaml").read_text(encoding="utf-8"))["labels"]
    words = {word.lower() for label in labels.values() for word in re.findall(r"[^\W\d_]+", label["en"])}
    return (words | ENGLISH) - SAME


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> tuple[Miniature, tuple[Finding, ...]]:
    mini = _spanish(Miniature.copied_to(Path(tmp_path_factory.mktemp("es")) / "project"))
    return mini, mini.build(force=True).findings


def test_a_piece_in_spanish_is_built(spanish: tuple[Miniature, tuple[Finding, ...]]) -> None:
    mini, findings = spanish
    assert errors_of(findings) == [], findings
    assert mini.facts("plegable.screen").language == "es"


@pytest.mark.parametrize("name", ["plegable.screen", "plegable.desk", "plegable.desk-instructions", "paquete.screen"])
def test_no_word_of_it_is_english(spanish: tuple[Miniature, tuple[Finding, ...]], name: str) -> None:
    text = " ".join(spanish[0].facts(name).texts)
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", text)}
    assert len(words) > 2
    assert words & _english() == set()


def test_days_shares_and_signs_are_those_of_the_language(spanish: tuple[Miniature, tuple[Finding, ...]]) -> None:
    text = " ".join(" ".join(spanish[0].facts("plegable.screen").texts).split())
    assert "5 de marzo de 2026" in text
    assert "4 de cada 10" in text
    assert "«palabras»" in text


def test_a_share_without_a_wording_of_the_language_is_printed_in_figures_alone(mini: Miniature) -> None:
    mini.replace("content/house/words.yaml", '      form: "{count} of {whole}"\n', "")
    mini.replace("content/ketamine.yaml", "relapse:value|exact", "relapse:rate:ketamine|of 10")
    job = resolve(mini.project, mini.load(), "pack")
    assert Figure("4/10") in list(job.things(Figure))


def test_the_gate_reads_spanish_with_its_own_lists(mini: Miniature) -> None:
    _spanish(mini)
    mini.replace("content/program.yaml", "Cuidamos su cuerpo", "Es un milagro")
    assert [(one.code, one.place.file) for one in mini.check("plegable") if one.is_error] == [
        ("EDT-301", "content/program.yaml")
    ]
