from __future__ import annotations

import io
import re
from collections.abc import Sequence

import pytest
from PIL import Image

from brochures.cli.previewing.messages import FileRefused, FileSeen, FileUntouched, LookAt, PartSeen
from brochures.preview.routes import PAGE
from brochures.preview.server import application
from tests.preview.conftest import DOOR, Preview

pytestmark = pytest.mark.slow


def _seen(told: Sequence[object]) -> list[tuple[str, str]]:
    return [(one.file.slug, one.file.edition) for one in told if isinstance(one, FileSeen)]


def test_the_list_says_how_things_stand(preview: Preview) -> None:
    found = preview.client.get("pieces").json()
    assert [(one["slug"], one["state"], one["packet"]) for one in found["pieces"]] == [
        ("fold", "signed", False),
        ("pack", "signed", True),
    ]
    assert found["findings"] == []


def test_a_file_tells_of_sheets_panels_and_words(preview: Preview) -> None:
    found = preview.client.get("files/fold/screen").json()
    assert (found["state"], found["judged"], found["findings"]) == ("good", True, [])
    assert [one["name"] for one in found["sheets"]] == ["outside", "inside"]
    sheet = found["sheets"][0]
    assert len(sheet["folds"]) == len(sheet["panels"]) - 1
    assert {one["name"] for one in sheet["regions"] if "words" in one} <= {one["name"] for one in sheet["panels"]}
    assert all(len(one["box"]) == 4 for one in sheet["lines"])


def test_a_sheet_is_a_picture_at_its_true_proportions(preview: Preview) -> None:
    sheet = preview.client.get("files/fold/screen").json()["sheets"][0]
    for ppi in (72, 144):
        answer = preview.client.get(f"files/fold/screen/sheets/1.png?ppi={ppi}")
        assert answer.headers["content-type"] == "image/png"
        drawn = Image.open(io.BytesIO(answer.content))
        assert drawn.size == (round(sheet["width"] * ppi / 72), round(sheet["height"] * ppi / 72))
    assert Image.open(io.BytesIO(preview.client.get("files/fold/screen/sheets/1.png?grey").content)).mode == "L"


def test_a_word_leads_to_its_line_its_statement_and_who_signed_it(preview: Preview) -> None:
    found = preview.client.get("files/fold/screen").json()
    lines = [line for sheet in found["sheets"] for line in sheet["lines"] if line["parts"]]
    abouts = [
        preview.client.get(f"files/fold/screen/passages/{line['parts'][0][1]}?letter=0").json()
        for line in lines
        if line["parts"][0][1] >= 0
    ]
    about = next(one["about"] for one in abouts if one["thing"] == "program.outpatient")
    written = (preview.mini.root / about["place"]["file"]).read_text(encoding="utf-8").splitlines()
    assert about["name"] in written[about["place"]["line"] - 1]
    assert about["place"]["link"].startswith("vscode://file/")
    assert {one["signer"] for one in about["signatures"]} == {"B. Writer"}
    assert {one["piece"] for one in about["printed_in"]} == {"fold", "pack"}


def test_what_there_is_not_is_not_found(preview: Preview) -> None:
    for path in (
        "files/none/screen",
        "files/fold/fax",
        "files/fold/screen/sheets/9.png",
        "files/fold/screen/passages/9999",
        "pieces/none.png",
        "page/../routes.py",
    ):
        assert preview.client.get(path).status_code == 404, path


@pytest.mark.usefixtures("written")
def test_a_change_sets_again_what_it_touches_and_nothing_else(preview: Preview) -> None:
    before = preview.client.get("files/fold/screen").json()["version"]
    told = preview.change("content/brochures/fold.yaml", "title: A folded", "title: A newly folded")
    assert set(_seen(told)) == {("fold", "screen")}
    assert preview.client.get("files/fold/screen").json()["version"] != before
    told = preview.change("content/packets/pack.yaml", "title: Facts", "title: Other facts")
    assert _seen(told) in ([], [("pack", "screen")])
    assert any(isinstance(one, FileUntouched) and one.slug == "fold" for one in told)


@pytest.mark.usefixtures("written")
def test_a_style_sets_again_what_it_may_touch_and_nothing_else(preview: Preview) -> None:
    told = preview.change("styles/formats/mini-page.css", "11in", "10.9in")
    assert ("fold", "screen") not in _seen(told)
    assert any(isinstance(one, FileUntouched) and one.slug == "fold" for one in told)
    before = preview.client.get("files/fold/screen/sheets/2.png").content
    told = preview.change("styles/base.css", "padding: 0.3in;", "padding: 0.31in;")
    assert ("fold", "screen") in _seen(told)
    first = preview.client.get("files/fold/screen/sheets/2.png").content
    preview.change("styles/base.css", "padding: 0.31in;", "padding: 0.33in;")
    second = preview.client.get("files/fold/screen/sheets/2.png").content
    assert len({before, first, second}) == 3


@pytest.mark.usefixtures("written")
def test_a_mistake_is_told_over_the_last_good_sheet_and_mending_it_ends_that(preview: Preview) -> None:
    before = preview.client.get("files/fold/screen").json()
    told = preview.change("content/brochures/fold.yaml", "title: A folded", "titel: A folded")
    assert any(isinstance(one, FileRefused) for one in told)
    broken = preview.client.get("files/fold/screen").json()
    assert (broken["state"], broken["version"], broken["sheets"]) == ("refused", before["version"], before["sheets"])
    finding = broken["findings"][0]
    assert finding["place"]["file"] == "content/brochures/fold.yaml"
    assert finding["help"]
    preview.change("content/brochures/fold.yaml", "titel: A folded", "title: A folded")
    assert preview.client.get("files/fold/screen").json()["state"] == "good"


@pytest.mark.usefixtures("written")
def test_of_a_packet_the_touched_part_is_seen_first(preview: Preview) -> None:
    preview.look("pack", "screen")
    told = preview.change("content/program.yaml", "en: Outpatient program.", "en: Outpatient care.")
    order = [
        type(one)
        for one in told
        if isinstance(one, PartSeen | FileSeen)
        and "pack" in {getattr(one, "slug", ""), getattr(getattr(one, "file", None), "slug", "")}
    ]
    assert order[:2] == [PartSeen, FileSeen]
    (part,) = (one for one in told if isinstance(one, PartSeen))
    words = [line.text for sheet in part.sheets for line in sheet.lines]
    assert any("Outpatient care." in text for text in words)
    whole = preview.served.shown.files["pack", "screen"].file
    assert whole is not None
    shown = [line.text for sheet in whole.sheets if sheet.number in part.pages for line in sheet.lines]
    assert any("Outpatient care." in text for text in shown)
    preview.look("fold", "screen")


def test_nothing_is_written(preview: Preview) -> None:
    assert not (preview.mini.root / "out").exists()


def test_looking_at_an_edition_has_it_set(preview: Preview) -> None:
    preview.client.get("files/fold/desk?look")
    assert preview.setter.wishes[-1] == LookAt("fold", "desk")


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    for path in PAGE.iterdir():
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//cdn|@import|\bon\w+=\"|style=\"|<style|javascript:|innerHTML|eval\(", text), (
            path.name
        )
        assert len(text.splitlines()) <= 300, path.name


def test_an_application_without_life_begins(preview: Preview) -> None:
    assert application(preview.served, DOOR).door is DOOR


def test_the_sheet_on_folding_is_shown_beside_the_desk_edition(preview: Preview) -> None:
    found = {one["slug"]: one["beside"] for one in preview.client.get("pieces").json()["pieces"]}
    assert found == {"fold": ["desk-instructions"], "pack": []}
    preview.look("fold", "desk-instructions")
    file = preview.client.get("files/fold/desk-instructions").json()
    assert (file["state"], [one["name"] for one in file["sheets"]]) == ("good", [""])
    assert file["sheets"][0]["lines"][0]["text"] == "How to print A folded piece"
    answer = preview.client.get("files/fold/desk-instructions/sheets/1.png?ppi=72")
    assert Image.open(io.BytesIO(answer.content)).size == (612, 792)
    preview.look("fold", "screen")
