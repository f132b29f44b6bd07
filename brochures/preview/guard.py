"""The guard: it stands before every route. Only who knows the token, calls this very host and comes from this very page is let in."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import compare_digest, token_urlsafe
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
"""The one address that is listened on."""

READING = frozenset({"GET", "HEAD"})
WRITING = frozenset({"POST"})
"""The methods of routes that change something; they need an Origin."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing but what is served here (Content Security Policy Level 3)."""

SAFE = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
"""What every answer says, whatever it is, unless a route says it itself."""


@dataclass(frozen=True)
class Door:
    """Where the page is: the port, and the secret word in its address."""

    port: int
    token: str

    @classmethod
    def at(cls, port: int) -> Door:
        """Return a door at ``port`` with a token that nobody can guess."""
        return cls(port, token_urlsafe(24))

    @property
    def address(self) -> str:
        """What is opened in a browser."""
        return f"http://{LOOPBACK}:{self.port}/{self.token}/"

    @property
    def hosts(self) -> frozenset[str]:
        """What a browser may call this host."""
        return frozenset({f"{LOOPBACK}:{self.port}", f"localhost:{self.port}"})

    def refuses(self, method: str, path: str, headers: Headers) -> PlainTextResponse | None:
        """Return the answer for who may not come in, None for who may.

        A foreign name for this host is refused, since a page elsewhere can let its own name lead here (DNS rebinding).
        """
        if headers.get("host", "") not in self.hosts:
            return PlainTextResponse("this page is for this computer alone", 403)
        if not compare_digest(path.split("/")[1].encode() if path.startswith("/") else b"", self.token.encode()):
            return PlainTextResponse("there is nothing here", 404)
        origin = headers.get("origin")
        if origin is None and method in WRITING:
            return PlainTextResponse("only the page itself may ask for this", 403)
        if origin is not None and origin not in {f"http://{host}" for host in self.hosts}:
            return PlainTextResponse("another page may not ask here", 403)
        if method not in READING | WRITING:
            return PlainTextResponse("this cannot be asked for", 405, {"allow": "GET, HEAD, POST"})
        return None


class Guard:
    """Stands before ``app`` at ``door``, and says on every answer what keeps it safe."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        """Guard ``app``."""
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in who may come in."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # no sockets are spoken here
            await send({"type": "websocket.close", "code": 1008})
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFE.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal: Any = self.door.refuses(scope["method"], scope["path"], Headers(scope=scope))
        await (refusal or self.app)(scope, receive, answer)
