"""A sentence in another language is told; names, quotations and what is printed on purpose are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brochures.editorial.galley import Galley
from brochures.editorial.languages import foreign_words
from brochures.load.model.words import WordList
from brochures.resolve.job import Job
from tests.editorial.gate import codes_of, house_job, passage

SPANISH = WordList.model_validate({"foreign": ["press 2 for spanish"]})


@pytest.mark.parametrize(
    "text",
    [
        "Conozca los riesgos",
        "La ketamina no está aprobada para la adicción.",
        "LLAME A LA CLÍNICA",
        "Call us. Llame a la clínica si no puede respirar.",
        "We say it: la ketamina es una medicina que puede dañar su cuerpo.",
        "Vous avez le droit de dire non dans cette clinique.",
        "Nie jest to porada lekarska dla pani.",
    ],
)
def test_another_language_is_told_in_an_english_piece(text: str) -> None:
    assert [code for code, _ in codes_of(text) if code == "EDT-507"] == ["EDT-507"]


@pytest.mark.parametrize(
    "text",
    [
        "Know the risks",
        "Emergency",
        "Los riesgos",
        "Los Angeles County",
        "El Paso Recovery Center",
        "See Dakwar et al.",
        "Ketamine, 0.5 mg/kg",
        "For Spanish, press 2",
        "We say “Conozca los riesgos” in class.",
        "Un “no” is a no.",
        "I agree that I may be called.",
        "Take it with food, or not at all; a la carte",
    ],
)
def test_english_with_names_and_quotations_is_english(text: str) -> None:
    assert [code for code, _ in codes_of(text) if code == "EDT-507"] == []


def _in_spanish(*texts: str) -> list[tuple[str, str]]:
    job: Job = house_job()
    rules = replace(job.rules, words=SPANISH)
    laid_out = Galley.of(replace(job, language="es-MX", rules=rules, passages=tuple(map(passage, texts))))
    return [(str(one.place), one.message) for one in foreign_words(laid_out)]


def test_english_that_was_left_in_a_spanish_piece_is_told_at_its_sentence() -> None:
    assert _in_spanish("Know the risks") == [("words:1:1", "'Know the risks' is English, and the piece is in Spanish")]
    assert _in_spanish("Llame al 911. Overdose, cannot wake or breathe") == [
        ("words:1:15", "'Overdose, cannot wake or breathe' is English, and the piece is in Spanish")
    ]
    assert _in_spanish("Conozca los riesgos", "Para hablar con nosotros, press 2 for Spanish") == []
    long = "This is what you should know of the drug before you come to see us at the clinic"
    ((_, message),) = _in_spanish(long)
    assert message.startswith("'This is what you should know of the drug before you come to …' is English")


def test_a_sentence_of_both_is_told_where_the_other_language_outweighs() -> None:
    assert _in_spanish("La clínica dice: you may call or visit") != []
    assert _in_spanish("La clínica de los Lagos, que es de todos, and you may call") == []
    assert _in_spanish("La clínica dice: call or visit you") == []


def test_a_language_that_nobody_described_is_compared_with_nothing() -> None:
    job = replace(house_job(), language="de", passages=(passage("Know the risks"),))
    assert [*foreign_words(Galley.of(job))] == []


def test_no_small_word_is_listed_twice() -> None:
    for language in house_job().rules.languages.values():
        assert len(set(language.words)) == len(language.words), language.name
