"""Editing: the routes by which words are tried, saved, put back and signed. Each that changes something is a POST of JSON, behind the guard."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from threading import Lock
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from brochures.cli.editing import answers, ticking
from brochures.cli.editing.desk import ChangedMeanwhileError, RefusedWordsError, WordsDesk
from brochures.cli.editing.refusals import BrochureError, Place, UsageError, is_held
from brochures.cli.editing.room_trials import RoomAsked, RoomPress, RoomTrial
from brochures.cli.editing.texts import found_by, text_at
from brochures.cli.previewing.shown import Shown

LARGEST = 64_000
"""Bytes: a question is no longer; a statement has a few hundred letters."""

MOST_FOUND = 40
"""A search answers with so many texts at most."""

KEPT_TRIALS = 6
"""The pictures of so many trials are kept."""

REFUSED, CHANGED, HELD, TOO_LONG, NO_JSON = 422, 409, 423, 413, 415
"""How an answer says why nothing was done (RFC 9110, 15.5; RFC 4918, 11.3)."""


class EditingService:
    """What the routes for editing work with: one desk, one press for trials, and the pictures of the last trials."""

    def __init__(self, shown: Shown, called: str) -> None:
        """Work on the project that is ``shown``; ``called`` is what others are told who want to edit."""
        self.shown = shown
        self.desk = WordsDesk(shown.project, called)
        self.press = RoomPress(shown.project)
        self._trials: OrderedDict[int, RoomTrial] = OrderedDict()
        self._count = 0
        self._one = Lock()

    def keep(self, trial: RoomTrial) -> int:
        """Keep the pictures of ``trial``; return the number by which they are asked for."""
        with self._one:
            self._count += 1
            self._trials[self._count] = trial
            while len(self._trials) > KEPT_TRIALS:
                self._trials.popitem(last=False)
            return self._count

    def picture(self, number: int, page: int) -> bytes | None:
        """Return a page of a trial as PNG; None where it is kept no more."""
        trial = self._trials.get(number)
        return next((one.png for one in trial.pictures if one.page == page), None) if trial else None

    def end(self) -> None:
        """Let other programs edit, and the process end that sets trials."""
        self.desk.close()
        self.press.end()


Asked = dict[str, Any]
Answerer = Callable[[EditingService, Asked], Any]


def service(request: Request) -> EditingService:
    """Return what the routes work with; it begins with the first question."""
    state = request.app.state
    if not hasattr(state, "editing"):
        host = request.headers.get("host", "")
        state.editing = EditingService(state.served.shown, f"the preview at {host}")
    found: EditingService = state.editing
    return found


def end_editing(app: Starlette) -> None:
    """Let other programs edit, where somebody edited in ``app``."""
    if hasattr(app.state, "editing"):
        app.state.editing.end()


def search(given: EditingService, asked: Asked) -> Any:
    """Answer with the texts that have all words of ``q``."""
    found = found_by(given.desk.content().catalogue, asked["q"])
    return {
        "texts": [answers.of_text(one, given.shown) for one in found[:MOST_FOUND]],
        "more": max(0, len(found) - MOST_FOUND),
    }


def at(given: EditingService, asked: Asked) -> Any:
    """Answer with the text that begins at a line and column of a file; where the form does not edit it, with why."""
    place = Place(asked["file"], _number(asked["line"]), _number(asked["column"]))
    try:
        return answers.of_text(text_at(given.desk.content().catalogue, place), given.shown)
    except BrochureError as refused:
        return {"findings": [*map(given.shown.finding, refused.findings)]}


def open_text(given: EditingService, asked: Asked) -> Any:
    """Answer with a text whose ``form`` is opened, and hold the words for this preview; ``held`` says who else does."""
    text = given.desk.text(asked["key"])
    held = ""
    try:
        given.desk.open(asked["form"])
    except BrochureError as refused:
        held = refused.findings[0].message
    opened = answers.of_opened(text, given.desk.beside(text), given.desk.last(text.key), given.shown)
    return {**opened, "held": held}


def close_text(given: EditingService, asked: Asked) -> Any:
    """Let other programs edit, where this ``form`` was the last that was open."""
    given.desk.close_form(asked["form"])
    return {}


def try_words(given: EditingService, asked: Asked) -> Any:
    """Answer with what words would do, read by the gate in one piece."""
    given.desk.worked()
    return answers.of_trial(given.desk.try_words(asked["key"], asked["words"], asked["piece"]), given.shown)


def try_room(given: EditingService, asked: Asked) -> Any:
    """Answer with how much room words take in an edition of a piece, which is set for it."""
    slug, edition = asked["piece"], asked["edition"]
    if not any(piece.slug == slug and edition in piece.editions for piece in given.shown.pieces):
        raise UsageError(f"there is no edition '{edition}' of a piece '{slug}'")
    text, data = given.desk.written(asked["key"], asked["words"])
    trial = given.press.set(RoomAsked(slug, edition, text.key, text.file.removeprefix("content/"), data))
    return answers.of_room(trial, given.keep(trial), given.shown)


def save(given: EditingService, asked: Asked) -> Any:
    """Save words, and answer with what that did."""
    return answers.of_saved(given.desk.save(asked["key"], asked["words"], asked["digest"]), given.shown)


def put_back(given: EditingService, asked: Asked) -> Any:
    """Put the last version back, and answer with what that did."""
    return answers.of_saved(given.desk.put_back(asked["key"], asked["digest"]), given.shown)


def roles(given: EditingService, _: Asked) -> Any:
    """Answer with the roles that may sign."""
    return {"roles": ticking.signing_roles(given.shown.project)}


def to_tick(given: EditingService, asked: Asked) -> Any:
    """Answer with what a role has before it in a piece."""
    return answers.of_ticks(ticking.tick_list(given.shown.project, asked["piece"], asked["role"]), given.shown)


def sign(given: EditingService, asked: Asked) -> Any:
    """Sign what was ticked, and answer with what was signed."""
    ticked = asked["ticked"]
    if not isinstance(ticked, dict) or not all(isinstance(one, str) for one in ticked.values()):
        raise HTTPException(400)
    done = ticking.sign_ticked(given.shown.project, asked["piece"], ticked, asked["by"], asked["role"], asked["until"])
    return {"said": done.said, "called": done.called}


async def room_picture(request: Request) -> Response:
    """Answer with a page of a trial as PNG."""
    found = service(request).picture(request.path_params["number"], request.path_params["page"])
    if found is None:
        raise HTTPException(404)
    return Response(found, media_type="image/png")


def _reading(answerer: Answerer, *names: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        asked = {name: request.query_params.get(name, "") for name in names}
        return await _answered(request, answerer, asked)

    return answer


def _writing(answerer: Answerer, *names: str) -> Callable[[Request], Awaitable[Response]]:
    """Return a handler of a question in JSON; every one of ``names`` is a text in it, but what ``answerer`` checks itself."""

    async def answer(request: Request) -> Response:
        asked = await _json(request)
        if any(not isinstance(asked.get(name), str) for name in names):
            raise HTTPException(400)
        return await _answered(request, answerer, asked)

    return answer


async def _json(request: Request) -> Asked:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(NO_JSON)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(TOO_LONG)
    try:
        asked = json.loads(body)
        json.dumps(
            asked, ensure_ascii=False
        ).encode()  # JSON can name half a letter (RFC 8259, 8.2), which no file can hold
    except (ValueError, RecursionError) as wrong:
        raise HTTPException(400) from wrong
    if not isinstance(asked, dict):
        raise HTTPException(400)
    return asked


async def _answered(request: Request, answerer: Answerer, asked: Asked) -> Response:
    given = service(request)
    links = given.shown
    try:
        return JSONResponse(await run_in_threadpool(answerer, given, asked))
    except ChangedMeanwhileError as changed:
        theirs = answers.of_text(changed.theirs, links)
        return JSONResponse(
            {"findings": [*map(links.finding, changed.findings)], "theirs": theirs, "yours": changed.yours}, CHANGED
        )
    except RefusedWordsError as refused:
        said = {"findings": [*map(links.finding, refused.findings)], "trial": answers.of_trial(refused.trial, links)}
        return JSONResponse(said, REFUSED)
    except BrochureError as refused:
        return JSONResponse(
            {"findings": [*map(links.finding, refused.findings)]}, HELD if is_held(refused) else REFUSED
        )
    except UsageError as unknown:
        return JSONResponse({"findings": [], "said": str(unknown)}, REFUSED)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


ROUTES: tuple[BaseRoute, ...] = (
    Route("/words", _reading(search, "q")),
    Route("/words/at", _reading(at, "file", "line", "column")),
    Route("/words/open", _writing(open_text, "key", "form"), methods=["POST"]),
    Route("/words/close", _writing(close_text, "form"), methods=["POST"]),
    Route("/words/try", _writing(try_words, "key", "words", "piece"), methods=["POST"]),
    Route("/words/room", _writing(try_room, "key", "words", "piece", "edition"), methods=["POST"]),
    Route("/words/room/{number:int}/{page:int}.png", room_picture),
    Route("/words/save", _writing(save, "key", "words", "digest"), methods=["POST"]),
    Route("/words/back", _writing(put_back, "key", "digest"), methods=["POST"]),
    Route("/signing/roles", _reading(roles)),
    Route("/signing/texts", _reading(to_tick, "piece", "role")),
    Route("/signing", _writing(sign, "piece", "by", "role", "until"), methods=["POST"]),
)
"""The routes for editing and signing."""
