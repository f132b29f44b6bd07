"""The fields of a finished file: those of its forms pass, and each that is strange, lost, active or not whole is told."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from brochures.compose import Composition
from brochures.preflight import file_structure, form_fields
from brochures.project.edition import Edition
from tests.fillable import composition, made, real_typesetter
from tests.real import once

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:This document has")]

NAME, URGENCY = "referral.legal-name", "referral.urgency"
Damage = Callable[[pikepdf.Pdf], object]


@pytest.fixture(scope="module")
def composed(shared: Path) -> Composition:
    return composition(shared / "fillable")


@pytest.fixture(scope="module")
def short(shared: Path, composed: Composition) -> bytes:
    data: bytes = once(shared / "fillable.pdf", lambda: made(real_typesetter(shared / "fillable"), composed).data)
    return data


def _field(pdf: pikepdf.Pdf, name: str) -> Any:
    held = pdf.Root.AcroForm.Fields
    for part in name.split("."):
        found = next(one for one in held if str(one.T) == part)
        held = found.get("/Kids", Array())
    return found


def _set(name: str, key: str, value: Any, kid: int | None = None) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        field = _field(pdf, name)
        (field if kid is None else field.Kids[kid])[key] = value(pdf) if callable(value) else value

    return damage


def _without(name: str, key: str) -> Damage:
    return lambda pdf: _field(pdf, name).__delitem__(key)


def _form(key: str, value: Any) -> Damage:
    return lambda pdf: pdf.Root.AcroForm.__setitem__(key, value)


def _strange(pdf: pikepdf.Pdf) -> None:
    widget = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("card-number"), Rect=[9, 9, 90, 20], F=4)
    )
    pdf.pages[0].obj.Annots = Array([*pdf.pages[0].obj.get("/Annots", []), widget])
    pdf.Root.AcroForm.Fields.append(widget)


def _loose(pdf: pikepdf.Pdf) -> None:
    _strange(pdf)
    del pdf.Root.AcroForm.Fields[-1]


def _lost(pdf: pikepdf.Pdf) -> None:
    form = _field(pdf, "referral")
    form.Kids = Array([kid for kid in form.Kids if str(kid.T) != "gender"])


def _script(_: pikepdf.Pdf) -> Any:
    return Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


FAULTS: dict[str, tuple[Damage, str]] = {
    "a field of nobody's": (_strange, "the field 'card-number' is of no form of the piece"),
    "a widget of no field": (_loose, "a box to fill in belongs to no field of the file"),
    "a field that is lost": (_lost, "the field 'referral.gender' is not in the file"),
    "a script in a field": (_set(NAME, "/AA", _script), f"the field '{NAME}' has a script or another action"),
    "a script in a widget": (_set(URGENCY, "/AA", _script, 1), f"the field '{URGENCY}' has a script or another action"),
    "a script in what holds it": (
        _set("referral", "/AA", _script),
        f"the field '{NAME}' has a script or another action",
    ),
    "an action": (
        _set("referral.gender", "/A", lambda _: Dictionary(S=Name.URI, URI=String("https://example.org"))),
        "the field 'referral.gender' has an action",
    ),
    "another type": (
        _set("referral.gender", "/FT", Name.Ch),
        "the field 'referral.gender' is of the type Ch, and was to be Tx",
    ),
    "a font that is not there": (
        _set("referral.gender", "/DA", String("/Helv 10 Tf 0 g")),
        "the field 'referral.gender' is typed in a font that the form does not hold",
    ),
    "no words": (_without("referral.gender", "/TU"), "the field 'referral.gender' does not say what it is"),
    "other words": (_set("referral.gender", "/TU", String("x")), "the field 'referral.gender' does not say what it is"),
    "no picture": (_without("referral.gender", "/AP"), "the field 'referral.gender' does not say what it looks like"),
    "a state that is lost": (
        lambda pdf: _field(pdf, URGENCY).Kids[0].AP.N.__delitem__("/routine"),
        f"the field '{URGENCY}' has the states Off, soon, urgent, and was to have Off, routine, soon, urgent",
    ),
    "pictures left to the reader": (
        _form("/NeedAppearances", True),  # noqa: FBT003 as the file has it
        "the file leaves it to the reader what its fields look like",
    ),
    "a second form": (_form("/XFA", Array()), "the file holds a second form, in XFA"),
    "an order of working out": (_form("/CO", Array()), "the file holds fields that are worked out by a script"),
}


def _told(data: bytes, piece: Composition, damage: Damage | None = None) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if damage is not None:
            damage(pdf)
        written = io.BytesIO()
        pdf.save(written)
    found = form_fields.fields(PdfReader(written), piece)
    return [finding.message for finding in found if finding.code == "PRE-109"]


def test_the_fields_of_the_forms_pass(short: bytes, composed: Composition) -> None:
    assert _told(short, composed) == []
    assert not list(file_structure.active(PdfReader(io.BytesIO(short)), composed))


@pytest.mark.parametrize("name", FAULTS)
def test_each_other_is_refused(name: str, short: bytes, composed: Composition) -> None:
    damage, message = FAULTS[name]
    assert message in _told(short, composed, damage)


def test_a_file_without_its_fields_lacks_each_of_them(short: bytes, composed: Composition) -> None:
    told = _told(short, composed, lambda pdf: pdf.Root.__delitem__("/AcroForm"))
    assert f"the field '{NAME}' is not in the file" in told
    assert "the field 'referral._form' is not in the file" in told
    assert "a box to fill in belongs to no field of the file" in told


def test_an_edition_for_paper_has_no_fields_at_all(short: bytes, shared: Path) -> None:
    desk = composition(shared / "fillable", Edition.DESK)
    assert any("/AcroForm" in finding.message for finding in file_structure.active(PdfReader(io.BytesIO(short)), desk))
    assert any("is of no form of the piece" in message for message in _told(short, desk))
