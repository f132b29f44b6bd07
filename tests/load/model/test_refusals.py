"""What each model of the content refuses: beside each refusal, in its own words, the nearest thing that it takes."""

from __future__ import annotations

from math import nextafter
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from brochures.geometry.units import MM, SAME_POINT
from brochures.load.model import base, office
from brochures.load.model.components import Block, Checklist, Qr, Steps
from brochures.load.model.facts import Facts
from brochures.load.model.figures import CallPath, IconList, Storyboard
from brochures.load.model.forms import Element, Form, FormField, FormSection, Image
from brochures.load.model.notes import EditorialNote, NotesFile
from brochures.load.model.pictures import Picture
from brochures.load.model.piece import Packet, PacketPart
from brochures.load.model.printers import Impose, PrintersFile, PrintingCondition, Resolution, SheetSize
from brochures.load.model.reviews import Signature
from brochures.load.model.roles import SigningRole
from brochures.load.model.sources import Citation, Issued
from brochures.load.model.studies import Effect, Outcome, Trial
from brochures.load.model.waivers import Waiver
from brochures.load.model.words import HardWords, Negation, Passive, Phrase, Typography

TICKET = {
    "title": "T", "subject": "S", "document": "d", "format": "f", "audience": "patient", "language": "en", "editions": ["screen", "desk"],
    "version": {"number": "1", "date": "2026-01-02"},
}  # fmt: skip
FACT = {"label": "L", "statement": "a.b"}
PACKET = {
    **TICKET,
    "pages": "4",
    "lead": "L",
    "parts": [{"id": "a", "title": "A", "reading": "x"}, {"id": "b", "title": "B", "reading": "x"}],
}
EFFECT = {"measure": "odds ratio", "value": "0.8", "low": "0.3", "high": "2.1"}
OUTCOME = {
    "id": "o",
    "measure": "m",
    "comparison": "a against b",
    "effect": EFFECT,
    "direction": "favors ketamine",
    "better": "lower",
}
TRIAL = {
    "kind": "trial", "short": "S", "cite": {"type": "book", "title": "T"}, "verification": "primary", "limits": ["L"], "design": "D", "population": "P",
    "n": "40", "arms": [{"name": "a", "n": "20"}, {"name": "b", "n": "20"}], "comparator": "C", "follow_up": "F", "outcomes": [OUTCOME],
    "intervention": {"drug": "k", "dose": "d", "route": "r", "infusions": "1", "therapy": "t"},
}  # fmt: skip
CONSENT = {
    "title": "T",
    "kind": "consent",
    "intro": "I",
    "opening": "o",
    "sections": [{"title": "S", "note": "N", "elements": {str(one): "w" for one in Element}}],
}
TABLE = {"label": "L", "type": "table", "columns": [{"label": "C", "width": "4"}], "rows": "14"}
PLAIN_FORM = {"title": "T", "intro": "I", "sections": [{"title": "S", "note": "N"}]}
NOTE = {
    "section": "S",
    "message": "M",
    "verdict": "contradicted",
    "finding": "F",
    "decision": "printed",
    "instead": "I",
    "printed": ["a"],
}
WAIVER = {"code": "EDT-101", "thing": "a", "reason": "R", "expires": "2026-01-02"}
CONDITION = {"identifier": "I", "text": "T", "info": "N", "profile": "P", "ink_limit": "300"}
RESOLUTION = {"least": "149", "wanted": "149", "line_art_least": "549", "line_art_wanted": "549"}
PRINTER = {
    "title": "T", "default": "true", "standard": "PDF/X-4", "condition": "c", "metric_condition": "c", "bleed": "0.125in", "metric_bleed": "3mm",
    "safe": "0.125in", "resolution": RESOLUTION, "smallest_reversed": "8pt", "file_name": "{slug}-{printer}",
    "impose": {"sheet": "8.5in x 11in", "gutter": "0.25in", "metric_gutter": "6mm"},
}  # fmt: skip
PRINTERS = {"conditions": {"c": CONDITION}, "printers": {"p": PRINTER}}
STEP = {"ask": "A", "line": "a"}
PATH = {"title": "T", "steps": [STEP, {**STEP, "line": "b"}], "otherwise": {"ask": "A", "facts": ["phone"]}}
FIELD = {"label": "L", "type": "text"}
CHOICE = {"label": "L", "type": "choice", "options": ["a"]}


def _printer(**wishes: Any) -> dict[str, Any]:
    return {**PRINTERS, "printers": {"p": {**PRINTER, **wishes}}}


def _trial(**more: Any) -> dict[str, Any]:
    return {**TRIAL, "outcomes": [{**OUTCOME, **more}]}


CASES = {
    "a name": (base.StatementName, "a-1.b", "a_1", "name_shape", "'a_1' is not a name: use lower-case letters and digits joined by '-' or '.'"),
    "a name of a device": (base.FolderName, "console", "con", "name_of_device", "Windows keeps the name 'con' for a device, and makes no folder of it"),
    "a name of a folder": (base.FolderName, "a-1.b", "a_1", "name_shape", "'a_1' is not a name: use lower-case letters and digits joined by '-' or '.'"),
    "a name in capitals": (base.StudyName, "a", "A", "name_shape", "'A' is not a name: use lower-case letters and digits joined by '-' or '.'"),
    "a date's form": (base.Day, "2026-02-28", "2026-2-28", "date_shape", "'2026-2-28' is not a date: write it as 2026-11-23"),
    "a day": (base.Day, "2028-02-29", "2026-02-29", "date_value", "'2026-02-29' is not a day of the calendar (day is out of range for month)"),
    "a text": (base.Text, "a", "", "blank", "the text is empty"),
    "a length": (base.Length, "9pt", "9", "length", "'9' is not a length: write 0.125in, 3mm or 9pt"),
    "a length in px": (base.Length, "0.5mm", "5px", "length", "'5px' is not a length: write 0.125in, 3mm or 9pt"),
    "an offset": (office.Offset, "-0.5mm", "-0.5", "offset", "'-0.5' is not an offset: write 1mm, -0.5mm or 0.02in"),
    "an offset of nothing": (office.Offset, "+0mm", "-", "offset", "'-' is not an offset: write 1mm, -0.5mm or 0.02in"),
    "an offset to the right": (office.Offset, "6mm", "6.1mm", "far", "'6.1mm' is more than 6 mm: no calibration sheet shows that much"),
    "an offset to the left": (office.Offset, "-6mm", "-6.1mm", "far", "'-6.1mm' is more than 6 mm: no calibration sheet shows that much"),
    "an offset in inches": (office.Offset, "0.236in", "0.237in", "far", "'0.237in' is more than 6 mm: no calibration sheet shows that much"),
    "thick paper": (office.Thickness, "0.03in", "0.031in", "thickness", "'0.031in' is not how thick a sheet of paper is: 20 lb bond has 0.004in"),
    "thin paper": (office.Thickness, "0.001in", "0in", "thickness", "'0in' is not how thick a sheet of paper is: 20 lb bond has 0.004in"),
    "a sheet": (SheetSize, "8.5in x 11in", "8.5in by 11in", "sheet", "'8.5in by 11in' is not a sheet: write its width and height, 8.5in x 11in or 210mm x 297mm"),
    "a sheet without units": (SheetSize, "210mm x 297mm", "210 x 297", "sheet", "'210 x 297' is not a sheet: write its width and height, 8.5in x 11in or 210mm x 297mm"),
    "a sheet of no width": (SheetSize, "1in x 1in", "0in x 1in", "sheet", "'0in x 1in' is not a sheet: write its width and height, 8.5in x 11in or 210mm x 297mm"),
    "a picture's resolution": (Resolution, RESOLUTION, {**RESOLUTION, "least": "150"}, "resolution", "the least that an image must have, 150, is more than what is wanted, 149"),
    "line art's resolution": (Resolution, RESOLUTION, {**RESOLUTION, "line_art_wanted": "548"}, "resolution", "the least that an image must have, 549, is more than what is wanted, 548"),
    "a gutter": (PrintersFile, PRINTERS, _printer(impose={"sheet": "8.5in x 11in", "gutter": "0.249in", "metric_gutter": "6mm"}), "gutter", "a gutter of 0.249in is narrower than twice the bleed of 0.125in: the neighbor's color would stand in it"),
    "a metric gutter": (PrintersFile, PRINTERS, _printer(impose={"sheet": "8.5in x 11in", "gutter": "0.25in", "metric_gutter": "5.9mm"}), "gutter", "a gutter of 5.9mm is narrower than twice the bleed of 3mm: the neighbor's color would stand in it"),
    "a gutter for both": (PrintersFile, _printer(impose={"sheet": "8.5in x 11in", "gutter": "0.25in"}), _printer(impose={"sheet": "8.5in x 11in", "gutter": "0.25in"}, metric_bleed="3.2mm"), "gutter", "a gutter of 0.25in is narrower than twice the bleed of 3.2mm: the neighbor's color would stand in it"),
    "a file's name": (PrintersFile, _printer(file_name="{slug}{title}{version}{format}{edition}{printer}"), _printer(file_name="{slug}{date}"), "file_field", "a file's name has no 'date'; it may have {slug}, {title}, {version}, {format}, {edition}, {printer}"),
    "a default": (PrintersFile, PRINTERS, _printer(default="false"), "one_default", "exactly one printer has 'default: true', not 0"),
    "two defaults": (PrintersFile, {**PRINTERS, "printers": {"p": PRINTER, "q": {**PRINTER, "default": "false"}}}, {**PRINTERS, "printers": {"p": PRINTER, "q": PRINTER}}, "one_default", "exactly one printer has 'default: true', not 2"),
    "a condition": (PrintersFile, PRINTERS, _printer(condition="d"), "no_condition", "there is no condition 'd'"),
    "a metric condition": (PrintersFile, PRINTERS, _printer(metric_condition="d"), "no_condition", "there is no condition 'd'"),
    "an ink limit": (PrintingCondition, {**CONDITION, "ink_limit": "400"}, {**CONDITION, "ink_limit": "401"}, "less_than_equal", "Input should be less than or equal to 400"),
    "an effect of a direction": (Effect, {"measure": "direction only"}, {"measure": "direction only", "high": "2"}, "effect_direction", "an effect of 'direction only' has no numbers"),
    "an effect's value": (Effect, {"measure": "odds ratio", "value": "1"}, {"measure": "odds ratio", "low": "1"}, "effect_value", "an effect with a measure needs its value"),
    "a ratio": (Effect, {**EFFECT, "low": "0.01"}, {**EFFECT, "low": "0"}, "effect_ratio", "a ratio is above 0: 0"),
    "a difference": (Effect, {"measure": "mean difference", "value": "0", "low": "-1"}, {"measure": "hazard ratio", "value": "-1"}, "effect_ratio", "a ratio is above 0: -1"),
    "an interval": (Effect, {**EFFECT, "low": "0.8", "high": "0.8"}, {**EFFECT, "low": "0.81"}, "effect_interval", "low, value and high are not in order: ['0.81', '0.8', '2.1']"),
    "the better side of a ratio": (Outcome, OUTCOME, {**OUTCOME, "better": "higher"}, "better_side", "the effect 0.8 does not agree with direction 'favors ketamine' and better 'higher'"),
    "the better side of a large ratio": (Outcome, {**OUTCOME, "better": "higher", "effect": {**EFFECT, "value": "1.1"}}, {**OUTCOME, "effect": {**EFFECT, "value": "1.1"}}, "better_side", "the effect 1.1 does not agree with direction 'favors ketamine' and better 'lower'"),
    "the better side of a difference": (Outcome, {**OUTCOME, "effect": {"measure": "mean difference", "value": "-0.5"}}, {**OUTCOME, "effect": {"measure": "mean difference", "value": "0.5"}}, "better_side", "the effect 0.5 does not agree with direction 'favors ketamine' and better 'lower'"),
    "no better side where none was found": (Outcome, {**OUTCOME, "direction": "no difference shown", "better": "higher"}, {**OUTCOME, "direction": "favors higher dose", "better": "higher"}, "better_side", "the effect 0.8 does not agree with direction 'favors higher dose' and better 'higher'"),
    "a number at second hand": (Outcome, {**OUTCOME, "second_hand": True, "note": "Read in a summary."}, {**OUTCOME, "second_hand": True}, "second_hand", "numbers at second hand need a 'note' that says where they were read"),
    "an arm of a rate": (Trial, _trial(rates=[{"arm": "a", "count": "1"}]), _trial(rates=[{"arm": "c", "count": "1"}]), "rate_arm", "no arm is called 'c'"),
    "a group": (Trial, _trial(groups=["a"]), _trial(groups=["a", "d"]), "rate_arm", "no arm is called 'd'"),
    "an outcome's id": (Trial, {**TRIAL, "outcomes": [OUTCOME, {**OUTCOME, "id": "p"}]}, {**TRIAL, "outcomes": [OUTCOME, OUTCOME]}, "outcome_twice", "two outcomes have the same id"),
    "editions": (Packet, PACKET, {**PACKET, "editions": ["screen", "desk", "screen"]}, "edition_twice", "the edition 'screen' stands twice"),
    "parts": (Packet, PACKET, {**PACKET, "parts": [{"id": "a", "title": "A", "reading": "x"}] * 2}, "part_twice", "two parts have the id 'a'"),
    "pages": (Packet, {**PACKET, "pages": "999"}, {**PACKET, "pages": "1000"}, "less_than_equal", "Input should be less than or equal to 999"),
    "pages on a screen": (Packet, {**PACKET, "editions": ["screen"], "pages": None}, {**PACKET, "editions": ["desk"], "pages": None}, "pages_unplanned", "nobody has planned its 'pages', and it is printed on paper"),
    "a page": (Packet, {**PACKET, "pages": "1"}, {**PACKET, "pages": "0"}, "greater_than_equal", "Input should be greater than or equal to 1"),
    "facts with a grade": (Facts, {"grade": "stop", "title": "T", "rows": [FACT]}, {"grade": "stop", "rows": [FACT]}, "facts_grade", "a 'grade' goes with a 'title', and a title with a grade"),
    "a title of facts": (Facts, {"rows": [FACT, FACT]}, {"title": "T", "rows": [FACT, FACT]}, "facts_grade", "a 'grade' goes with a 'title', and a title with a grade"),
    "a table of facts": (Facts, {"rows": [FACT, FACT]}, {"rows": [FACT]}, "facts_rows", "one fact is no table: write it as a statement"),
    "a part of blocks": (PacketPart, {"id": "a", "title": "A", "blocks": [{"heading": "H"}]}, {"id": "a", "title": "A"}, "part_content", "a part has either 'blocks', 'reading', 'facsimile' or 'pdf': one of them, and not none"),
    "a part of a file that is faxed": (PacketPart, {"id": "a", "title": "A", "pdf": "a.pdf"}, {"id": "a", "title": "A", "pdf": "a.pdf", "by_fax": True}, "part_of_pdf", "a part with 'pdf' has pages of its own, and 'by_fax' is for words that are set here"),
    "a part that says something of no file": (PacketPart, {"id": "a", "title": "A", "pdf": "a.pdf", "says": ["A scan."]}, {"id": "a", "title": "A", "reading": "x", "says": ["A scan."]}, "part_says", "'says' is for pages of a 'pdf', and the part has none"),
    "a part of both": (PacketPart, {"id": "a", "title": "A", "reading": "x"}, {"id": "a", "title": "A", "reading": "x", "blocks": [{"heading": "H"}]}, "part_content", "a part has either 'blocks', 'reading', 'facsimile' or 'pdf': one of them, and not none"),
    "a block of nothing": (Block, {"heading": "H"}, {}, "block_keys", "a block has exactly one key, this one has 0"),
    "a block of two": (Block, {"lead": "L"}, {"heading": "H", "lead": "L"}, "block_keys", "a block has exactly one key, this one has 2"),
    "an empty block": (Block, {"heading": "H"}, {"heading": None}, "block_empty", "the block 'heading' is empty"),
    "a code": (Qr, {"title": "T", "source": "a"}, {"title": "T"}, "qr_destination", "a code leads to exactly one of 'source', 'helpline', 'clinic'"),
    "a code to two": (Qr, {"title": "T", "clinic": "website"}, {"title": "T", "clinic": "website", "helpline": "a"}, "qr_destination", "a code leads to exactly one of 'source', 'helpline', 'clinic'"),
    "a part of a picture": (Picture, {"image": "a", "crop": "wide", "keep": "top"}, {"image": "a", "keep": "top"}, "keep_alone", "'keep' says which part stays of a picture that is cut: write 'crop' too"),
    "a place of a picture": (Picture, {"image": "a", "width": "half", "place": "right"}, {"image": "a", "place": "right"}, "place_alone", "'place' says where a picture stands that is narrower than the measure: write 'width' too"),
    "a path": (CallPath, PATH, {**PATH, "steps": [STEP, STEP]}, "line_twice", "two questions lead to the same help line"),
    "options": (FormField, CHOICE, {**CHOICE, "type": "text"}, "form_options", "options go with the types 'choice' and 'multi', and only with those"),
    "no options": (FormField, {**CHOICE, "type": "multi"}, {"label": "L", "type": "multi"}, "form_options", "options go with the types 'choice' and 'multi', and only with those"),
    "an option to write in": (FormField, {**CHOICE, "write_in": "W"}, {**FIELD, "write_in": "W"}, "form_write_in", "'write_in' is one more of the options, and there are none"),
    "a head of a choice": (FormField, {**FIELD, "heads": "patient"}, {**CHOICE, "heads": "patient"}, "form_heads", "'heads' goes with the types 'text' and 'date', and only with those"),
    "a number that is a date": (FormField, {**FIELD, "holds": "npi"}, {**CHOICE, "holds": "npi"}, "form_holds", "'holds' goes with the type 'text', and only with it"),
    "two heads of one form": (Form, {"title": "T", "intro": "I", "sections": [{"title": "S", "fields": [{**FIELD, "heads": "patient"}, {**FIELD, "heads": "born"}]}]}, {"title": "T", "intro": "I", "sections": [{"title": "S", "fields": [{**FIELD, "heads": "born"}, {**FIELD, "heads": "born"}]}]}, "form_heads_twice", "two fields say 'heads: born': one of them is enough"),
    "columns of no table": (FormField, TABLE, {**TABLE, "type": "text"}, "form_table", "'columns' and 'rows' go with the type 'table', and only with it"),
    "a table without rows": (FormField, TABLE, {"label": "L", "type": "table", "columns": [{"label": "C", "width": "4"}]}, "form_table", "'columns' and 'rows' go with the type 'table', and only with it"),
    "a narrow field": (FormField, {**FIELD, "width": "2"}, {**FIELD, "width": "1"}, "greater_than_equal", "Input should be greater than or equal to 2"),
    "a wide field": (FormField, {**FIELD, "width": "12"}, {**FIELD, "width": "13"}, "less_than_equal", "Input should be less than or equal to 12"),
    "a section": (FormSection, {"title": "T", "fields": [FIELD]}, {"title": "T"}, "form_section", "a section has a 'note', 'fields' or both, this one has neither"),
    "a consent": (Form, CONSENT, {**CONSENT, "sections": [{"title": "S", "note": "N", "elements": {str(one): "w" for one in [*Element][2:]}}]}, "consent_elements", "this consent lacks (a)(1), (a)(2) of 42 CFR 2.31"),
    "a consent's introduction": (Form, CONSENT, {name: value for name, value in CONSENT.items() if name != "opening"}, "consent_opening", "a consent names the wording of its introduction under 'opening'"),
    "no consent": (Form, PLAIN_FORM, {**CONSENT, "kind": "clinical"}, "form_elements", "only a form of kind 'consent' holds 'elements', 'besides', 'opening' or 'authorization'"),
    "no consent by its wordings": (Form, PLAIN_FORM, {**PLAIN_FORM, "sections": [{"title": "S", "note": "N", "besides": ["w"]}]}, "form_elements", "only a form of kind 'consent' holds 'elements', 'besides', 'opening' or 'authorization'"),
    "no authorization": (Form, PLAIN_FORM, {**PLAIN_FORM, "authorization": "true"}, "form_elements", "only a form of kind 'consent' holds 'elements', 'besides', 'opening' or 'authorization'"),
    "a picture called by its file": (Image, {"file": "a.png", "alt": {"en": "A leaf, a.png beside it"}, "rights": "R"}, {"file": "a.png", "alt": {"en": "a leaf.PNG"}, "rights": "R"}, "alternative_text", "'a leaf.PNG' is the name of a file: say what the picture shows"),
    "a picture called by its camera": (Image, {"file": "a.png", "alt": {"en": "Image of a leaf"}, "rights": "R"}, {"file": "a.png", "alt": {"en": "IMG_2034"}, "rights": "R"}, "alternative_text", "'IMG_2034' is the name of a file: say what the picture shows"),
    "a picture without a word": (Image, {"file": "a.png", "alt": {"en": "1 leaf"}, "rights": "R"}, {"file": "a.png", "alt": {"en": "(1) …"}, "rights": "R"}, "alternative_text", "'(1) …' is without a word: say what the picture shows"),
    "a title": (Packet, {**PACKET, "title": "T" * 120}, {**PACKET, "title": "T" * 121}, "long_title", "a title of 121 letters, and there is room for 120"),
    "a signature under nothing": (Signature, {"piece": "fold"}, {"by": "A. B."}, "signed_thing", "it names nothing that was signed, and a signature is under one of statement, form, helpline, study, piece"),
    "a signature under two things": (Signature, {"form": "a"}, {"form": "a", "piece": "b"}, "signed_thing", "it names form and piece, and a signature is under one of statement, form, helpline, study, piece"),
    "a signature under no wording": (Signature, {"statement": "a", "audience": "patient", "language": "en"}, {"statement": "a", "audience": "patient"}, "signed_wording", "a statement is signed in one wording: it needs 'audience' and 'language'"),
    "a signature with a language too many": (Signature, {"study": "a"}, {"study": "a", "language": "en"}, "signed_wording", "only a statement has wordings: what is signed here has no 'audience' and no 'language'"),
    "a role": (SigningRole, {"title": "T", "signs": ["consent form"]}, {"title": "T", "signs": ["fact", "consents"]}, "signed_kind", "'consents' is nothing that is signed: there are fact, program, advice, notice, clinical form, consent form, cover form, reply form, help line, study, piece"),
    "a signature's days": (Signature, {"piece": "a", "signed": "2026-01-02", "until": "2026-01-03"}, {"piece": "a", "signed": "2026-01-02", "until": "2026-01-02"}, "review_days", "it falls due on 2026-01-02, and was read on 2026-01-02"),
    "a picture": (Image, {"file": "a-b_c.1.JPG", "alt": {"en": "A"}, "rights": "R"}, {"file": "a.gif", "alt": {"en": "A"}, "rights": "R"}, "picture_file", "'a.gif' cannot be printed as a picture: save it as SVG (drawings and logos), PNG or JPEG, with letters, digits, - and _ in its name"),
    "a message that is printed": (EditorialNote, NOTE, {**NOTE, "printed": []}, "note_printed", "a message that is printed or corrected names its statements, one left out names none"),
    "a message that is left out": (EditorialNote, {**NOTE, "decision": "left out", "printed": []}, {**NOTE, "decision": "left out"}, "note_printed", "a message that is printed or corrected names its statements, one left out names none"),
    "a message that is corrected": (EditorialNote, {**NOTE, "decision": "corrected"}, {**NOTE, "decision": "corrected", "printed": []}, "note_printed", "a message that is printed or corrected names its statements, one left out names none"),
    "a waiver": (Waiver, WAIVER, {key: value for key, value in WAIVER.items() if key != "thing"}, "waiver_place", "a waiver names the 'file' or the 'thing' that it is about, not every place at once"),
    "a waiver's code": (Waiver, WAIVER, {**WAIVER, "code": "EDT-1011"}, "shape", "'EDT-1011' is not a code of a finding"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_be_is_refused_in_words_and_the_nearest_thing_is_taken(name: str) -> None:
    model, good, bad, kind, message = CASES[name]
    reads: TypeAdapter[Any] = TypeAdapter(model)
    reads.validate_python(good)
    with pytest.raises(ValidationError) as refused:
        reads.validate_python(bad)
    assert [(error["type"], error["msg"]) for error in refused.value.errors()] == [(kind, message)]


def _many(number: int, thing: Any) -> list[Any]:
    return [thing] * number


ROW, FRAME = {"icon": "phone", "statement": "a"}, {"picture": "leaving", "caption": "C"}

NUMBERS: list[tuple[Any, dict[str, Any], str, list[Any], list[Any]]] = [
    (base.Bullets, {"lead": "L"}, "items", [_many(2, "a"), _many(7, "a")], [_many(1, "a"), _many(8, "a")]),
    (Storyboard, {}, "frames", [_many(1, FRAME), _many(6, FRAME)], [[], _many(7, FRAME)]),
    (Steps, {}, "items", [_many(2, "a"), _many(7, "a")], [_many(1, "a"), _many(8, "a")]),
    (IconList, {}, "rows", [_many(2, ROW), _many(7, ROW)], [_many(1, ROW), _many(8, ROW)]),
    (Checklist, {"items": ["a"]}, "lines", ["0", "4"], ["-1", "5"]),
    (Checklist, {"items": ["a"]}, "own", ["0", "6"], ["-1", "7"]),
    (Issued, {}, "year", ["1900", "2100"], ["1899", "2101"]),
    (Issued, {"year": "2020"}, "month", ["1", "12"], ["0", "13"]),
    (Issued, {"year": "2020"}, "day", ["1", "31"], ["0", "32"]),
    (Citation, {"type": "book", "title": "T"}, "DOI", ["10.1000/a", "10.123456789/a"], ["10.100/a", "10.1234567890/a", "10.1000/"]),
    (Citation, {"type": "book", "title": "T"}, "PMID", ["1"], ["", "1a"]),
    (Citation, {"type": "book", "title": "T"}, "PMCID", ["PMC1"], ["PMC", "1"]),
    (Citation, {"type": "book", "title": "T"}, "URL", ["https://a.org"], ["http://a.org", "https://a b", "https://a", "a.org", "https://a.org, https://b.org"]),
    (NotesFile, {}, "notes", [{"S01": NOTE}, {"S100": NOTE}], [{"S1": NOTE}, {"S1000": NOTE}, {"T01": NOTE}]),
    (Negation, {}, "reach", [1, 20], [0, 21]),
    (Negation, {}, "near_reach", [1, 20], [0, 21]),
    (HardWords, {"weight": "1", "constant": "1"}, "sentences", [1], [0]),
    (Passive, {"be": ["is"]}, "share", [0, 100], [-1, 101]),
    (Typography, {}, "quotes", [_many(4, "a")], [_many(3, "a"), _many(5, "a")]),
    (Typography, {}, "dash", ["\u2013", "\u2014"], ["-", "\u2013\u2013"]),
    (Resolution, RESOLUTION, "wanted", ["4800"], ["4801"]),
]  # fmt: skip


@pytest.mark.parametrize(("model", "rest", "key", "good", "bad"), NUMBERS)
def test_a_number_is_taken_up_to_its_limits(
    model: Any, rest: dict[str, Any], key: str, good: list[Any], bad: list[Any]
) -> None:
    for value in good:
        model.model_validate({**rest, key: value})
    for value in bad:
        with pytest.raises(ValidationError) as refused:
            model.model_validate({**rest, key: value})
        assert {error["loc"][0] for error in refused.value.errors()} == {key}


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (base.Language, ["en", "es-MX"], ["EN", "eng", "es-mx", "en-"]),
        (Phrase, ["heal*", "a b", "%"], ["*a", " a", ".a", "-a", "a "]),
    ],
)
def test_a_text_has_the_form_that_is_looked_for(kind: Any, good: list[str], bad: list[str]) -> None:
    reads: TypeAdapter[str] = TypeAdapter(kind)
    assert [reads.validate_python(text) for text in good] == good
    for text in bad:
        with pytest.raises(ValidationError):
            reads.validate_python(text)


def test_an_arm_is_known_only_where_arms_are_named() -> None:
    Trial.model_validate({**_trial(rates=[{"arm": "c", "count": "1"}]), "arms": []})


def test_a_trial_tells_how_many_people_a_result_is_about() -> None:
    rates = [{"arm": "a", "count": "1"}, {"arm": "b", "count": "1", "of": "18"}]
    more = {**OUTCOME, "id": "p", "effect": {**EFFECT, "value": "0.9"}, "groups": ["a"]}
    other = {**more, "id": "q", "measure": "n"}
    trial = Trial.model_validate({**TRIAL, "outcomes": [{**OUTCOME, "rates": rates}, other, more]})
    first = trial.outcome("o")
    assert first is not None
    assert trial.outcome("x") is None
    assert [trial.people(one) for one in trial.outcomes] == [40, 20, 20]
    assert [trial.group(rate) for rate in first.rates] == [20, 18]
    assert [[str(one.id) for one in group] for group in trial.results] == [["o", "p"], ["q"]]
    assert first.sides == ("a", "b")
    assert Outcome.model_validate({**OUTCOME, "comparison": "a and b"}).sides is None


def test_a_code_of_a_digital_object_leads_to_its_address() -> None:
    cited = Citation(type="book", title="T", DOI="10.1000/a<b>(1)", URL="https://example.org")
    assert cited.address == "https://doi.org/10.1000/a%3Cb%3E(1)"
    assert Citation(type="book", title="T", URL="https://example.org").address == "https://example.org"
    assert Citation(type="book", title="T").address is None


@pytest.mark.parametrize(
    ("length", "pt"), [("1in", 72.0), ("25.4mm", 72.0), ("9pt", 9.0), ("0.5in", 36.0), ("-1in", None), ("1 in", None)]
)
def test_a_length_of_the_content_is_read_in_pt(length: str, pt: float | None) -> None:
    if pt is None:
        with pytest.raises(ValueError, match=f"'{length}' is not a length"):
            base.in_points(length)
    else:
        assert base.in_points(length) == pytest.approx(pt)


@pytest.mark.parametrize(("offset", "pt"), [("+1in", 72.0), ("1in", 72.0), ("-0.5in", -36.0)])
def test_an_offset_may_be_less_than_nothing(offset: str, pt: float) -> None:
    assert office.offset_in_points(offset) == pytest.approx(pt)


def test_what_is_no_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="'' is not an offset"):
        office.offset_in_points("")


def test_backs_are_moved_against_what_was_measured_on_the_edge_that_they_are_turned_on() -> None:
    clinic = office.Office.model_validate(
        {
            "paper_thickness": "0.01in",
            "back_offset": {"long_edge": {"right": "1pt", "up": "-2pt"}, "short_edge": {"up": "3pt"}},
        }
    )
    assert clinic.caliper == pytest.approx(0.72)
    assert (clinic.back_move(long_edge=True), clinic.back_move(long_edge=False)) == ((-1.0, 2.0), (0.0, -3.0))
    assert office.NO_WORD.caliper == pytest.approx(0.288)
    assert office.NO_WORD.back_move(long_edge=True) == (0.0, 0.0)


def test_a_parent_sheet_is_as_large_as_is_written_for_its_measure() -> None:
    impose = Impose.model_validate(
        {"sheet": "1in x 2in", "gutter": "3pt", "metric_sheet": "25.4mm x 72pt", "metric_gutter": "4pt"}
    )
    assert (impose.size(metric=False), impose.space(metric=False)) == ((72, 144), 3)
    assert impose.size(metric=True) == pytest.approx((72, 72))
    assert impose.space(metric=True) == 4
    plain = Impose.model_validate({"sheet": "1in x 2in", "gutter": "3pt"})
    assert (plain.size(metric=True), plain.space(metric=True)) == ((72, 144), 3)


@pytest.mark.parametrize("sign", ["", "-"])
def test_an_offset_may_be_six_mm_but_for_rounding(sign: str) -> None:
    most = office.MOST_OFFSET * MM + SAME_POINT
    adapter: TypeAdapter[str] = TypeAdapter(office.Offset)
    assert adapter.validate_python(f"{sign}{most!r}pt") == f"{sign}{most!r}pt"
    with pytest.raises(ValidationError, match="is more than 6 mm"):
        adapter.validate_python(f"{sign}{nextafter(most, 99)!r}pt")
