"""Routes: what can be asked for. Each is below the token, behind the guard, and answers from ``Served``.

To add routes, write them in a module of their own as ``Route(...)`` and put them into ``EDITING``: those are the ones that change something
(POST). A handler gets what is served by ``served(request)``.
"""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from brochures.cli.previewing.messages import LookAt
from brochures.cli.previewing.values import SeenFile
from brochures.preview import editing
from brochures.preview.served import Served

PAGE = Path(__file__).parent / "page"

LEAST, MOST = 10, 400
"""The fineness of a picture that may be asked for, in pixels to the inch."""

SHUT_IN = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; sandbox"
)
"""What a page of a piece may do: show its own styles, pictures and faces."""

THUMBNAIL = 200
"""The longer side of a thumbnail, in px."""


def served(request: Request) -> Served:
    """Return what the running server answers from."""
    found: Served = request.app.state.served
    return found


async def page(_: Request) -> Response:
    """Answer with the page."""
    return Response((PAGE / "index.html").read_bytes(), media_type="text/html; charset=utf-8")


async def pieces(request: Request) -> Response:
    """Answer with all pieces, and what is wrong with the project as a whole."""
    return JSONResponse(served(request).shown.list())


async def one_file(request: Request) -> Response:
    """Answer with one edition of a piece, and have it set from now on whenever it changes."""
    slug, edition = _known(request)
    if "look" in request.query_params:
        served(request).setter.wish(LookAt(slug, edition))
    return JSONResponse(served(request).shown.file(slug, edition))


async def sheet(request: Request) -> Response:
    """Answer with a page as PNG, at ``ppi`` pixels to the inch, in colour or ``grey``."""
    slug, edition = _known(request)
    file, number = _file(request, slug, edition), request.path_params["number"]
    page = served(request).shown.files[slug, edition].page(number)
    if page is None:
        raise HTTPException(404)
    ppi = min(max(_number(request, "ppi", 110), LEAST), MOST)
    grey = "grey" in request.query_params
    key = (slug, edition, page[0])
    plate = request.query_params.get("plate", "")
    if plate:
        return await _plate(request, (key, file, number, ppi, plate))
    drawn = await run_in_threadpool(
        served(request).pictures.page, key, page[1], page[2], ppi, file.moved, grey=grey
    )  # fmt: skip
    return Response(drawn, media_type="image/png")


async def _plate(request: Request, wanted: tuple[tuple[str, str, str], SeenFile, int, int, str]) -> Response:
    key, file, number, ppi, plate = wanted
    drawn = None
    if plate in file.plates:
        drawn = await run_in_threadpool(served(request).pictures.plate, key, file.data, number, ppi, plate)
    if drawn is None:
        raise HTTPException(404)
    return Response(drawn, media_type="image/png")


async def web_page(request: Request) -> Response:
    """Answer with an edition that is a page of HTML, shut in: it may show what it holds, and do nothing."""
    slug, edition = _known(request)
    file = _file(request, slug, edition)
    if not file.is_page:
        raise HTTPException(404)
    return Response(file.data, media_type="text/html; charset=utf-8", headers={"content-security-policy": SHUT_IN})


async def search(request: Request) -> Response:
    """Answer with where the words ``q`` stand in what the pieces print."""
    return JSONResponse(served(request).shown.search(request.query_params.get("q", "")[:200]))


async def passage_at(request: Request) -> Response:
    """Answer with the number of the passage of an edition that is written at ``file``, ``line`` and ``column``."""
    slug, edition = _known(request)
    file, line, column = (
        request.query_params.get("file", ""),
        _number(request, "line", 0),
        _number(request, "column", 0),
    )
    return JSONResponse(served(request).shown.passage_at(slug, edition, file, line, column))


async def thumbnail(request: Request) -> Response:
    """Answer with the first page of a piece, small: as it was set last, or as an earlier build left it."""
    slug = request.path_params["slug"]
    found = served(request).shown.first(slug)
    if found is None:
        raise HTTPException(404)
    drawn = await run_in_threadpool(served(request).pictures.thumbnail, (slug, hash(found)), found, THUMBNAIL)
    return Response(drawn, media_type="image/png")


async def passage(request: Request) -> Response:
    """Answer with what is known of a passage of an edition: its words, where they are written, and the statement that they are of."""
    slug, edition = _known(request)
    found = served(request).shown.passage(slug, edition, request.path_params["number"], _number(request, "letter", 0))
    if found is None:
        raise HTTPException(404)
    return JSONResponse(found)


async def events(request: Request) -> Response:
    """Answer with what happens from now on, for as long as the page is open."""
    return StreamingResponse(served(request).events.listen(), media_type="text/event-stream")


def _known(request: Request) -> tuple[str, str]:
    """Return the piece and edition that are asked for; a piece that there is not is nothing here."""
    slug, edition = request.path_params["slug"], request.path_params["edition"]
    for piece in served(request).shown.pieces:
        if piece.slug == slug and (edition in piece.files or (slug, edition) in served(request).shown.files):
            return slug, edition
    raise HTTPException(404)


def _file(request: Request, slug: str, edition: str) -> SeenFile:
    shown = served(request).shown.files.get((slug, edition))
    if shown is None or shown.file is None:
        raise HTTPException(404)
    return shown.file


def _number(request: Request, name: str, otherwise: int) -> int:
    try:
        return int(request.query_params.get(name, otherwise))
    except ValueError:
        return otherwise


READING: tuple[BaseRoute, ...] = (
    Route("/", page),
    Route("/pieces", pieces),
    Route("/files/{slug}/{edition}", one_file),
    Route("/files/{slug}/{edition}/sheets/{number:int}.png", sheet),
    Route("/files/{slug}/{edition}/passages/{number:int}", passage),
    Route("/files/{slug}/{edition}/passage", passage_at),
    Route("/files/{slug}/{edition}/page", web_page),
    Route("/search", search),
    Route("/pieces/{slug}.png", thumbnail),
    Route("/events", events),
    Mount("/page", StaticFiles(directory=PAGE)),
)
"""What shows something."""

EDITING: tuple[BaseRoute, ...] = editing.ROUTES
"""What changes something."""
