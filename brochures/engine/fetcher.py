"""The fetcher: reads inside the project only, never the network, and gives the engine pictures of pixels in plain colours."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from brochures.design.drawing.lettering import Faces
from brochures.design.drawing.outlines import outlined
from brochures.engine.plain_pictures import DamagedError, KeptPart, plain

MAX_BYTES = 40 * 2**20
TYPES = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}


PIXELS = frozenset({".png", ".jpg", ".jpeg"})
"""The types of pictures that are made plain."""

KEPT = 8
"""How many plain pictures are kept: a page is set several times, until its words fit."""


class RefusedError(ValueError):
    """The address may not be read; the engine logs it and the log becomes an error finding."""


class ProjectFetcher(URLFetcher):  # type: ignore[misc]
    """Gives the engine files below ``root``, of known types and bounded size, and nothing else.

    A subclass of the engine's own fetcher, because its core reads a private field of it (docs/engine.md, Files that it may read).
    """

    def __init__(self, root: Path, faces: Faces, blank: Container[Path] = ()) -> None:
        """Remember the folder, symbolic links followed, the faces that words of drawings are set in, and the style sheets that are given as ``blank`` ones."""
        super().__init__(allowed_protocols={"file"}, allow_redirects=False, timeout=1)
        self.root = root.resolve(strict=True)
        self.faces = faces
        self.blank = blank

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 the engine's signature
        """Return the file at ``url``, words of a drawing as outlines. Raise ``RefusedError`` for anything else than a known file below the root."""
        path = self._path(url)
        kind = path.suffix.lower()
        about = {"Content-Type": TYPES[kind]}
        if path in self.blank:
            return URLFetcherResponse(url, b"", about)
        if kind not in PIXELS:
            data = path.read_bytes()
            return URLFetcherResponse(url, outlined(data, self.faces) if kind == ".svg" else data, about)
        try:
            data = _plain(path, path.stat().st_mtime_ns, urlsplit(url).query)
        except DamagedError as wrong:
            raise RefusedError(str(wrong)) from wrong
        return _Made(url, data, about)

    def _path(self, url: str) -> Path:
        parts = urlsplit(url)
        if parts.scheme.lower() != "file" or parts.netloc not in {"", "localhost"}:
            raise RefusedError("only files of the project are read, never the network")
        try:
            path = Path(url2pathname(parts.path)).resolve(strict=True)
        except (OSError, ValueError) as wrong:
            raise RefusedError("there is no such file") from wrong
        if not path.is_relative_to(self.root):
            raise RefusedError("the file is outside the project")
        if not path.is_file():
            raise RefusedError("this is not a file")
        if path.suffix.lower() not in TYPES:
            raise RefusedError(f"files of type '{path.suffix}' are not read")
        if path.stat().st_size > MAX_BYTES:
            raise RefusedError(f"the file has {path.stat().st_size:,} bytes, more than {MAX_BYTES:,}")
        return path


class _Made(URLFetcherResponse):  # type: ignore[misc]
    """Bytes that are not those of the file: where the engine knows a path, it reads the file once more when it writes the page."""

    path = None


@lru_cache(maxsize=KEPT)
def _plain(path: Path, _changed: int, crop: str) -> bytes:
    return plain(path.read_bytes(), KeptPart.read(crop) if crop else None)
