from __future__ import annotations

import threading

import pytest

from brochures.cli.editing.room_trials import RoomAsked, RoomPress, RoomSetter, RoomTrial
from brochures.findings import UsageError
from brochures.production.own_process import OwnProcess
from tests.miniature import Miniature

KEY, FILE = "statement/ketamine.off-label/patient/en", "ketamine.yaml"


def _asked(mini: Miniature, old: str = "", new: str = "", key: str = KEY) -> RoomAsked:
    data = (mini.root / "content" / FILE).read_bytes()
    return RoomAsked("fold", "screen", key, FILE, data.replace(old.encode(), new.encode()) if old else data)


def test_a_trial_is_set_and_nothing_is_written(mini: Miniature) -> None:
    before = {path: path.read_bytes() for path in mini.root.rglob("*") if path.is_file()}
    trial = RoomSetter(mini.project).set(_asked(mini, "Using it this way", "To use it so"))
    assert [room.name for room in trial.rooms] == ["front"]
    assert (trial.fits, trial.refused) == (True, ())
    assert trial.pictures[0].png.startswith(b"\x89PNG")
    assert {path: path.read_bytes() for path in mini.root.rglob("*") if path.is_file()} == before


def test_a_style_that_changed_is_read_again(mini: Miniature) -> None:
    setter = RoomSetter(mini.project)
    first = setter.set(_asked(mini))
    mini.append("styles/documents/fold.css", "\np { font-size: 20pt !important; }\n")
    second = setter.set(_asked(mini))
    assert second.rooms[0].percent > first.rooms[0].percent


@pytest.mark.parametrize(
    ("old", "new"), [("kind: fact", "kind: fiction"), ("{study:mini-trial:n}", "{study:nothing:n}")]
)
def test_what_cannot_be_set_is_said(mini: Miniature, old: str, new: str) -> None:
    asked = _asked(mini, old, new)
    pack = RoomAsked("pack", asked.edition, asked.key, asked.name, asked.data)
    trial = RoomSetter(mini.project).set(pack)
    assert not trial.fits
    assert trial.refused


class _Apart:
    """A process that answers when it is let, or not at all."""

    def __init__(self, *answers: RoomTrial) -> None:
        self.connection, self.answers = self, [*answers]
        self.sent: list[RoomAsked] = []
        self.may, self.began = threading.Event(), threading.Event()

    def send(self, asked: RoomAsked) -> None:
        self.sent.append(asked)
        self.began.set()

    def recv(self) -> RoomTrial:
        self.may.wait(20)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)


def test_of_questions_that_wait_only_the_newest_is_answered(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    done = RoomTrial("fold", "screen")
    apart = _Apart(done, done)
    monkeypatch.setattr(OwnProcess, "start", lambda *_: apart)
    press, asked = RoomPress(mini.project), [_asked(mini) for _ in range(3)]
    answers: dict[int, RoomTrial] = {}

    def ask(number: int) -> None:
        answers[number] = press.set(asked[number])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
    threads[0].start()
    apart.began.wait(20)
    for number in (1, 2):
        threads[number].start()
        while press._newest is not asked[number]:
            pass
    apart.may.set()
    for thread in threads:
        thread.join(20)
    assert {number: answer.overtaken for number, answer in answers.items()} == {0: False, 1: True, 2: False}
    assert [one is asked[0] or one is asked[2] for one in apart.sent] == [True, True]


def test_a_process_that_died_is_begun_once_more(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = [_Apart(), _Apart(RoomTrial("fold", "screen"))]
    for one in begun:
        one.may.set()
    monkeypatch.setattr(OwnProcess, "start", lambda *_: begun.pop(0))
    press = RoomPress(mini.project)
    assert press.set(_asked(mini)) == RoomTrial("fold", "screen")
    begun += [_Apart(), _Apart()]
    for one in begun:
        one.may.set()
    with pytest.raises(UsageError, match="could not be set"):
        press.set(_asked(mini))
