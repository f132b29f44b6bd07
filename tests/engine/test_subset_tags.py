"""The letters before a font's name say which letters are in it: alike where they are alike, in one file and in two."""

from __future__ import annotations

import io
import re
from types import SimpleNamespace
from typing import Any

import pikepdf
import pydyf
import pytest

from brochures.engine import private_api, subset_tags
from brochures.engine.typesetter import Typesetter

PAGE = '<html lang="en"><title>t</title><body style="font-family: Atkinson Hyperlegible">{}'


def _names(data: bytes) -> list[set[str]]:
    """Return, for each font of a file, the names that it goes by."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = []
        for font in (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)):
            if font.get("/Subtype") == "/Type0":
                inner = font.DescendantFonts[0]
                found.append({str(font.BaseFont), str(inner.BaseFont), str(inner.FontDescriptor.FontName)})
        return found


def _written(typesetter: Typesetter, words: str) -> bytes:
    document, said = typesetter.set(PAGE.format(words), "screen", tagged=False)
    assert said == ()
    data, _ = typesetter.write(document, {"labels": (), "preferences": {}}, tagged=False)
    return data


@pytest.mark.slow
def test_the_name_of_a_subset_is_made_of_its_letters(typesetter: Typesetter) -> None:
    river, other, again = (_names(_written(typesetter, words)) for words in ("river", "other", "river vive"))
    assert [len(names) for names in (*river, *other, *again)] == [1, 1, 1]
    assert river != other
    assert river != again
    assert _names(_written(typesetter, "verir")) == river, "the same letters, the same bytes, the same name"
    ((name,),) = river
    assert re.fullmatch(r"/[A-Z]{6}\+Atkinson-Hyperlegible", name)


@pytest.mark.slow
def test_each_face_of_a_file_is_named_by_itself(typesetter: Typesetter) -> None:
    names = _names(_written(typesetter, "river <b>river</b>"))
    assert sorted(name.partition("+")[2] for (name,) in names) == [
        "Atkinson-Hyperlegible",
        "Atkinson-Hyperlegible-Bold",
    ]
    assert len({name.partition("+")[0] for (name,) in names}) == 2


def test_a_tag_is_six_capital_letters_that_the_bytes_decide() -> None:
    assert [subset_tags.tag(data) for data in (b"", b"a", b"b")] == ["TUOOWS", "UVZSUB", "KJYWAF"]


def test_fonts_of_one_face_are_named_by_the_one_that_was_cut_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def built(pdf: Any, fonts: Any, *_rest: Any, **_named: Any) -> str:
        fonts["a"].file_content = b"cut"
        for font in fonts.values():
            pdf.objects.append(pydyf.Dictionary({"BaseFont": font.name}))
        pdf.objects.append(pydyf.Dictionary({"FontName": b"/OTHERS+Name"}))
        return "made"

    monkeypatch.setattr(subset_tags, "_build", built)
    fonts = {key: SimpleNamespace(hash="AAAAAA", name=b"/AAAAAA+Face", file_content=b"whole") for key in ("a", "b")}
    before = pydyf.Dictionary({"BaseFont": b"/AAAAAA+Face"})
    pdf = SimpleNamespace(objects=[before])
    assert subset_tags._tagging(pdf, fonts, True, subset=True) == "made"  # noqa: FBT003 as the engine calls it
    tagged = b"/" + subset_tags.tag(b"cut").encode() + b"+Face"
    assert [thing.get("BaseFont", thing.get("FontName")) for thing in pdf.objects] == [
        b"/AAAAAA+Face", tagged, tagged, b"/OTHERS+Name",
    ]  # fmt: skip


def test_the_wrapper_is_put_in_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_api.pdf_writer, "build_fonts_dictionary", None)
    subset_tags.install()
    subset_tags.install()
    assert private_api.pdf_writer.build_fonts_dictionary is subset_tags._tagging
