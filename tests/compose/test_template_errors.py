"""What a template asked for and did not get: code, line, words and mend."""

from __future__ import annotations

import pytest

from brochures.compose.template_errors import UnknownNameError, named
from brochures.compose.templates import RESTORE, Templates
from brochures.findings import BrochureError
from tests.miniature import Miniature

CORRECT = "correct the field's name, or the syntax, on this line"
DEFINE = "define it in styles/tokens/ or content/labels.yaml, or correct its name"
PACK_CLASSES = '\n<p class="part contents"></p>'
FOLD_CLASSES = '\n<p class="sheet panel"></p>'
"""What keeps the classes of the styles in use where a test puts its own words in the place of a whole template."""


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("documents/pack.html", '\n{% extends "bse.html" %}', ("CMP-101", "templates/documents/pack.html:2", "there is no template 'bse.html'", "add the file, or correct the name that asks for it")),
        ("documents/pack.html", "\n\n{{ job.titel }}", ("CMP-101", "templates/documents/pack.html:3", "this value has no field 'titel'", CORRECT)),
        ("documents/pack.html", "{{ 1 / 0 }}", ("CMP-101", "templates/documents/pack.html:1", "division by zero", CORRECT)),
        ("documents/pack.html", "{% if %}", ("CMP-101", "templates/documents/pack.html:1", "Expected an expression, got 'end of statement block'", CORRECT)),
        ("documents/pack.html", "{{ label('pgae') }}", ("CMP-102", "templates/documents/pack.html:1", "there is no label 'pgae'; did you mean 'page'?", DEFINE)),
    ],
)  # fmt: skip
def test_a_template_s_mistake_is_told_whole(mini: Miniature, file: str, text: str, told: tuple[str, ...]) -> None:
    mini.write("content/labels.yaml", "labels: {page: {en: Page}}\n")
    mini.write(f"templates/{file}", text + PACK_CLASSES)
    assert [(one.code, str(one.place), one.message, one.help) for one in mini.check("pack")] == [told]


def test_a_name_gives_its_thing_or_says_what_there_is() -> None:
    get = named("label", {"page": "Page", "part": "Part"})
    assert get("page") == "Page"
    with pytest.raises(UnknownNameError) as refused:
        get("xyz")
    assert str(refused.value) == "there is no label 'xyz'; known here: page, part"
    assert refused.value.mend == DEFINE


def test_templates_that_cannot_be_read_are_told_once_and_hidden_ones_are_none(mini: Miniature) -> None:
    mini.write("templates/documents/fold.html", b"<p>\n\xff")
    (mini.root / "templates/components/statement.html").unlink()
    (mini.root / "templates/components/statement.html").symlink_to("nowhere")
    mini.write("templates/documents/._pack.html", b"\xff")
    with pytest.raises(BrochureError) as refused:
        Templates.read(mini.project)
    assert [(one.code, str(one.place), one.message, one.help) for one in refused.value.findings] == [
        ("CMP-101", "templates/components/statement.html", "it cannot be read: No such file or directory", RESTORE),
        ("CMP-101", "templates/documents/fold.html:2", "a byte here is no letter: the file is not in UTF-8, or is damaged", RESTORE),
    ]  # fmt: skip


LABELS = "labels:\n  page: {en: Page}\n  date.form: {es: '{day}'}\n  to: {es: a}\n  of: {es: de}\n  part: {es: Parte}\n"


def _lacking(mini: Miniature, *files: str) -> list[tuple[str, str, str, str]]:
    """Return what is told where each of ``files`` asks for labels that English lacks."""
    mini.write("content/labels.yaml", LABELS)
    for file in files:
        mini.write(
            f"templates/documents/{file}",
            "{{ label('to') }}{{ label('page') }}{{ label('of') }}{{ label('to') }}" + FOLD_CLASSES,
        )
    return [(one.code, str(one.place), one.message, one.edition) for one in mini.check("fold")]


def test_labels_that_the_language_lacks_are_told_at_once_and_not_once_an_edition_or_file(mini: Miniature) -> None:
    assert _lacking(mini, "fold.html", "desk-instructions.html") == [
        ("CMP-103", "content/labels.yaml:4:3", "no English for 'to' ('a')", ""),
        ("CMP-103", "content/labels.yaml:5:3", "no English for 'of' ('de')", ""),
    ]


def test_what_only_one_file_of_a_piece_lacks_is_told_with_the_rest(mini: Miniature) -> None:
    mini.write("templates/documents/desk-instructions.html", "{{ label('part') }}" + FOLD_CLASSES)
    assert [message for _, _, message, _ in _lacking(mini, "fold.html")] == [
        "no English for 'to' ('a')",
        "no English for 'of' ('de')",
        "no English for 'part' ('Parte')",
    ]


def test_a_day_that_the_language_cannot_say_is_a_label_that_it_lacks(mini: Miniature) -> None:
    mini.write("content/labels.yaml", LABELS)
    mini.write("templates/documents/pack.html", "{{ spoken_day(job.dated) }}" + PACK_CLASSES)
    assert [one.message for one in mini.check("pack")] == ["no English for 'date.form' ('{day}')"]


def test_a_language_that_nobody_named_is_called_by_its_letters(mini: Miniature) -> None:
    mini.remove("content/house/languages.yaml")
    mini.write("content/labels.yaml", LABELS)
    mini.write("templates/documents/pack.html", "{{ label('to') }}")
    assert [one.message for one in mini.check("pack") if one.is_error] == ["no words in 'en' for 'to' ('a')"]


@pytest.mark.parametrize("text", ["", " \n", "{# nothing #}"])
def test_a_template_that_writes_nothing_is_told(mini: Miniature, text: str) -> None:
    mini.write("templates/documents/pack.html", text)
    told = [one for one in mini.check("pack") if one.code == "CMP-101"]
    assert [(one.message, one.help, str(one.place)) for one in told] == [
        (
            "it writes nothing",
            "restore it, or begin it with '{% extends \"base.html\" %}'",
            "templates/documents/pack.html",
        )
    ]


@pytest.mark.parametrize("kind", ["include", "extends", "import"])
def test_a_template_that_leads_back_to_itself_is_told_with_the_line_to_take_out(mini: Miniature, kind: str) -> None:
    name = " as x" if kind == "import" else ""
    mini.write("templates/documents/pack.html", f'\n{{% {kind} "documents/pack.html"{name} %}}' + PACK_CLASSES)
    (told,) = mini.check("pack")
    assert (told.code, str(told.place), told.message) == (
        "CMP-101",
        "templates/documents/pack.html:2",
        "it leads back to itself without end",
    )
    assert told.help == "take out the 'include', 'extends', 'import' or call that leads back to its own file or macro"
