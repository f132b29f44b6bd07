from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from httpx2 import Response

from brochures.cli.editing import desk
from brochures.cli.editing.room_trials import RoomSetter
from brochures.findings import BrochureError
from brochures.preview import editing
from brochures.project.one_at_a_time import take
from tests.miniature import Miniature
from tests.preview.conftest import DOOR, Preview
from tests.signing import sign_all

OFF_LABEL = "statement/ketamine.off-label/patient/en"
HONEST = "Ketamine is not approved for addiction. To use it so is called “off-label”."
ORIGIN = {"origin": f"http://127.0.0.1:{DOOR.port}"}


@pytest.fixture
def page(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """The preview with a desk of its own, and content as it was once the test is over."""
    root = preview.mini.root
    before = {path: path.read_bytes() for path in (root / "content").rglob("*.yaml")}
    monkeypatch.setattr(editing, "RoomPress", lambda project: _Here(RoomSetter(project)))
    yield preview
    app = preview.client.app.app  # type: ignore[attr-defined]
    editing.end_editing(app)
    del app.state.editing
    for path, data in before.items():
        path.write_bytes(data)
    for path in (root / "before").glob("*.json"):
        path.unlink()


class _Here:
    """Sets trials in this process."""

    def __init__(self, setter: RoomSetter) -> None:
        self.set = setter.set

    def end(self) -> None:
        """Nothing runs."""


def _post(page: Preview, path: str, **value: Any) -> Response:
    return page.client.post(path, json=value, headers=ORIGIN)


def _digest(page: Preview) -> str:
    answer = _post(page, "words/open", form="a", key=OFF_LABEL)
    assert answer.status_code == 200
    return str(answer.json()["digest"])


def _written(mini: Miniature) -> str:
    return (mini.root / "content/ketamine.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"origin": "http://127.0.0.1:4322"}, 403),
        ({"origin": "null"}, 403),
        ({**ORIGIN, "host": "example.org"}, 403),
        ({**ORIGIN, "content-type": "text/plain"}, 415),
        ({**ORIGIN, "content-type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_only_the_page_itself_changes_something_and_says_it_in_json(
    page: Preview, headers: dict[str, str], status: int
) -> None:
    body = json.dumps({"key": OFF_LABEL, "words": HONEST, "digest": _digest(page)})
    before = _written(page.mini)
    sent = {"content-type": "application/json", **headers}
    assert page.client.post("words/save", content=body, headers=sent).status_code == status
    assert _written(page.mini) == before


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b'{"key": 1, "words": "x", "digest": ""}', 400),
        (b'{"key": "x"}', 400),
        (b"[" * 30_000, 400),
        (b'{"key": "x", "words": "\\ud800", "digest": ""}', 400),
        (b'{"key": "' + b"x" * editing.LARGEST + b'"}', 413),
    ],
)
def test_what_is_no_question_is_refused(page: Preview, body: bytes, status: int) -> None:
    sent = {"content-type": "application/json", **ORIGIN}
    _digest(page)
    assert page.client.post("words/save", content=body, headers=sent).status_code == status


def test_nothing_is_saved_by_reading(page: Preview) -> None:
    _digest(page)
    assert page.client.get("words/save").status_code == 405


def test_words_are_searched_and_found_by_their_place(page: Preview) -> None:
    found = page.client.get("words?q=off-label addiction").json()
    assert [one["key"] for one in found["texts"]] == [OFF_LABEL]
    place = found["texts"][0]["place"]
    assert place["link"].startswith("vscode://file/")
    assert (
        page.client.get(f"words/at?file={place['file']}&line={place['line']}&column={place['column']}").json()["key"]
        == OFF_LABEL
    )
    elsewhere = page.client.get("words/at?file=content/clinic.yaml&line=1&column=7")
    assert elsewhere.status_code == 200
    assert elsewhere.json()["findings"][0]["code"] == "TOO-233"


def test_a_form_shows_words_sources_and_what_new_words_would_do(page: Preview) -> None:
    opened = _post(page, "words/open", form="a", key=OFF_LABEL).json()
    assert opened["words"].startswith("Ketamine is not approved")
    assert opened["held"] == ""
    assert opened["pieces"] == ["fold", "pack"]
    assert opened["last"] is None
    assert [(one["by"], one["role"]) for one in opened["signed"]] == [("B. Writer", "Medical director")]
    assert [(one["name"], one["waits"]) for one in opened["sources"]] == [("mini-label", "")]
    trial = _post(page, "words/try", key=OFF_LABEL, words=f"{HONEST} It works.", piece="fold").json()
    assert trial["refused"]
    assert [(one["finding"]["code"], one["new"], one["pieces"]) for one in trial["gate"]] == [
        ("EDT-301", True, ["fold"])
    ]
    assert [one["by"] for one in trial["voids"]] == ["B. Writer"]
    assert trial["pieces"] == ["fold", "pack"]


def test_the_room_that_words_take_is_told_with_a_picture(page: Preview) -> None:
    room = _post(page, "words/room", key=OFF_LABEL, words=HONEST, piece="fold", edition="screen").json()
    assert room["fits"]
    ((name, page_number),) = {(one["name"], one["page"]) for one in room["rooms"]}
    assert name == "front"
    picture = page.client.get(room["pictures"][str(page_number)])
    assert picture.headers["content-type"] == "image/png"
    long = _post(page, "words/room", key=OFF_LABEL, words=f"{HONEST} " * 40, piece="fold", edition="screen").json()
    assert not long["fits"]
    assert long["rooms"][0]["lines_over"] > 1
    assert any(one["code"] == "OVR-201" for one in long["findings"])
    broken = _post(page, "words/room", key=OFF_LABEL, words="{clinic:nothing}", piece="fold", edition="screen").json()
    assert not broken["fits"]
    assert broken["refused"]
    elsewhere = _post(page, "words/room", key=OFF_LABEL, words=HONEST, piece="fold", edition="press")
    assert (elsewhere.status_code, elsewhere.json()["said"]) == (422, "there is no edition 'press' of a piece 'fold'")


def test_words_are_saved_put_back_and_refused(page: Preview) -> None:
    before, digest = _written(page.mini), _digest(page)
    refused = _post(page, "words/save", key=OFF_LABEL, words=f"{HONEST} It works.", digest=digest)
    assert refused.status_code == 422
    assert refused.json()["findings"][0]["code"] == "EDT-301"
    assert _written(page.mini) == before
    saved = _post(page, "words/save", key=OFF_LABEL, words=HONEST, digest=digest).json()
    assert saved["said"].startswith("Saved: statement 'ketamine.off-label' (patient, en)")
    assert [one["by"] for one in saved["voids"]] == ["B. Writer"]
    assert _written(page.mini).count(HONEST) == 1
    again = _post(page, "words/save", key=OFF_LABEL, words="Another wording, not approved, “off-label”.", digest=digest)
    assert again.status_code == 409
    assert (again.json()["theirs"]["words"], again.json()["yours"]) == (
        HONEST,
        "Another wording, not approved, “off-label”.",
    )
    back = _post(page, "words/back", key=OFF_LABEL, digest=saved["text"]["digest"]).json()
    assert [one["by"] for one in back["revives"]] == ["B. Writer"]
    assert _written(page.mini) == before


ODD = ["\0", "a\0b", "\u202eabc", "\ufeffx", "a\u2028b", "a\x85b", "{clinic:", "{{", "}", "<script>x</script>", "*", "- a", "\t", "a\tb", "' \"", "\ufffe", "\U000e0001x",
       "x" * 30_000, "e\u0301" * 50, "# no", "? a", "!tag", "%a", "@", "| a", "> a", "\u200b"]  # fmt: skip
"""Words that somebody pastes by accident, or to see what happens."""


@pytest.mark.slow
def test_odd_words_are_answered_in_words_and_never_lose_the_file(page: Preview) -> None:
    digest, before = _digest(page), _written(page.mini)
    for words in ODD:
        tried = _post(page, "words/try", key=OFF_LABEL, words=words, piece="fold")
        assert tried.status_code in {200, 422}, words
        saved = _post(page, "words/save", key=OFF_LABEL, words=words, digest=digest)
        assert saved.status_code in {200, 422}, words
        assert page.mini.load().findings == (), words
        if saved.status_code == 200:
            digest = saved.json()["text"]["digest"]
            _post(page, "words/back", key=OFF_LABEL, digest=digest)
            digest = _digest(page)
        assert _written(page.mini) == before, words


def test_who_else_writes_is_told(page: Preview) -> None:
    digest, before = _digest(page), _written(page.mini)
    held = take(page.mini.project.before / ".writer", "./build.py approve")
    try:
        answer = _post(page, "words/save", key=OFF_LABEL, words=HONEST, digest=digest)
    finally:
        held.release()
    assert answer.status_code == 423
    assert answer.json()["findings"][0]["message"].startswith("./build.py approve (process ")
    assert _written(page.mini) == before


def test_who_edits_is_named_to_others_by_the_address_of_the_page(page: Preview) -> None:
    _digest(page)
    with pytest.raises(BrochureError) as refused:
        take(page.mini.project.before / ".editor", "another preview")
    assert f"the preview at 127.0.0.1:{DOOR.port} (process " in refused.value.findings[0].message


def test_so_many_texts_are_listed_and_the_others_counted(page: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = page.client.get("words?q=e").json()
    assert everything["more"] == 0
    monkeypatch.setattr(editing, "MOST_FOUND", 3)
    first = page.client.get("words?q=e").json()
    assert first == {"texts": everything["texts"][:3], "more": len(everything["texts"]) - 3}
    few = page.client.get("words?q=off-label addiction").json()
    assert (len(few["texts"]), few["more"]) == (1, 0)


def test_a_form_that_is_closed_lets_others_edit(page: Preview) -> None:
    _digest(page)
    editor = page.mini.project.before / ".editor"
    assert editor.exists()
    assert _post(page, "words/close", form="a").json() == {}
    other = take(editor, "another preview")
    opened = _post(page, "words/open", form="a", key=OFF_LABEL).json()
    assert opened["held"].startswith("another preview (process ")
    other.release()


def test_another_form_of_the_same_preview_keeps_the_words(page: Preview) -> None:
    editor = page.mini.project.before / ".editor"
    for form in ("a", "b"):
        assert _post(page, "words/open", form=form, key=OFF_LABEL).json()["held"] == ""
    _post(page, "words/close", form="a")
    assert editor.exists()
    _post(page, "words/close", form="b")
    assert not editor.exists()


def test_a_form_in_which_nobody_works_lets_others_edit(page: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting: list[Callable[[], None]] = []

    class Later:
        """A timer that the test lets go off."""

        def __init__(self, seconds: float, act: Callable[[], None]) -> None:
            assert seconds == desk.IDLE
            self.act = act

        def start(self) -> None:
            waiting.append(self.act)

        def cancel(self) -> None:
            waiting.remove(self.act)

    _post(page, "words/close", form="a")
    monkeypatch.setattr(desk, "Timer", Later)
    editor = page.mini.project.before / ".editor"
    digest = _digest(page)
    _post(page, "words/try", key=OFF_LABEL, words=HONEST, piece="fold")
    assert len(waiting) == 1
    assert editor.exists()
    waiting[0]()
    assert not editor.exists()
    other = take(editor, "another preview")
    refused = _post(page, "words/save", key=OFF_LABEL, words=HONEST, digest=digest)
    assert refused.status_code == 423
    assert refused.json()["findings"][0]["message"].startswith("another preview (process ")
    other.release()
    monkeypatch.undo()
    _post(page, "words/close", form="a")


def test_what_there_is_not_is_said(page: Preview) -> None:
    answer = _post(page, "words/open", form="a", key="statement/program.cal/patient/en")
    assert answer.status_code == 422
    assert "did you mean 'program.call'?" in answer.json()["said"]


def test_texts_are_ticked_and_signed(page: Preview) -> None:
    page.mini.replace("content/ketamine.yaml", "Using it this way", "Using it so")
    assert page.client.get("signing/roles").json()["roles"]["medical-director"] == "Medical director"
    found = page.client.get("signing/texts?piece=fold&role=medical-director").json()
    (text,) = found["texts"]
    assert text["called"] == "statement 'ketamine.off-label' (patient, en)"
    assert "this way" in text["changed"]
    ticked = {text["key"]: text["digest"]}
    nobody = _post(page, "signing", piece="fold", role="medical-director", by="", until="", ticked=ticked)
    assert nobody.status_code == 422
    assert "is no person's name" in nobody.json()["said"]
    old = _post(
        page, "signing", piece="fold", role="medical-director", by="Ada Reader, MD", until="", ticked={text["key"]: "0"}
    )
    assert old.json()["findings"][0]["code"] == "TOO-235"
    odd = _post(
        page, "signing", piece="fold", role="medical-director", by="Ada Reader, MD", until="", ticked=[text["key"]]
    )
    assert odd.status_code == 400
    done = _post(
        page, "signing", piece="fold", role="medical-director", by="Ada Reader, MD", until="", ticked=ticked
    ).json()
    assert done["said"].startswith("Signed 1 text as Ada Reader, MD (Medical director)")
    assert page.client.get("signing/texts?piece=fold&role=medical-director").json()["texts"] == []
    sign_all(page.mini.project)
