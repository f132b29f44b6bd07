from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from brochures.preview.guard import SAFE, Door, Guard

DOOR = Door(4321, "a-word-that-is-long-enough")
HOME = f"/{DOOR.token}/"


async def _said(_: Request) -> Response:
    return PlainTextResponse("in")


@pytest.fixture
def client() -> TestClient:
    route = Route("/", _said, methods=["GET", "POST"])
    app = Guard(Starlette(routes=[Mount(f"/{DOOR.token}", routes=[route])]), DOOR)
    return TestClient(app, base_url="http://127.0.0.1:4321")


def test_who_knows_the_token_is_let_in(client: TestClient) -> None:
    assert client.get(HOME).text == "in"
    assert client.get(HOME, headers={"host": "localhost:4321"}).text == "in"
    assert client.get(HOME, headers={"origin": "http://localhost:4321"}).text == "in"


@pytest.mark.parametrize(
    "path", ["/", "/x/", "/a-word-that-is-long-enougH/", f"/{DOOR.token}x/", f"//{DOOR.token}/", "/%00/"]
)
def test_another_token_finds_nothing(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("host", ["evil.test", "evil.test:4321", "127.0.0.1", "127.0.0.1:4322", "[::1]:4321", ""])
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get(HOME, headers={"host": host}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "https://127.0.0.1:4321", "http://127.0.0.1:1", ""])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused(client: TestClient, origin: str, method: str) -> None:
    assert client.request(method, HOME, headers={"origin": origin}).status_code == 403


def test_what_changes_something_needs_an_origin(client: TestClient) -> None:
    assert client.post(HOME).status_code == 403
    assert client.post(HOME, headers={"origin": "http://127.0.0.1:4321"}).text == "in"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_not_spoken(client: TestClient, method: str) -> None:
    assert client.request(method, HOME).status_code == 405


@pytest.mark.parametrize("path", [HOME, "/x", f"{HOME}nothing"])
def test_every_answer_says_what_keeps_it_safe(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert {name: headers[name] for name in SAFE} == dict(SAFE)
    assert "unsafe" not in headers["content-security-policy"]


def test_no_sockets_are_spoken(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect(HOME):
        pass
    assert refused.value.code == 1008


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {Door.at(1).token for _ in range(50)}
    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 32
