from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from brochures.cli.previewing.messages import Changed, Told, Wish
from brochures.cli.previewing.run import PreviewRun
from brochures.cli.previewing.shown import Shown
from brochures.preview.guard import Door
from brochures.preview.served import Served
from brochures.preview.server import application
from tests.miniature import Miniature
from tests.signing import sign_all

DOOR = Door(4321, "a-word-that-is-long-enough")


@dataclass
class SetsHere:
    """Sets pages in this process, at once: what the worker does in its own."""

    run: PreviewRun
    wishes: list[Wish] = field(default_factory=list)

    def wish(self, wish: Wish) -> None:
        self.wishes.append(wish)
        self.run.wish(wish)


@dataclass
class Preview:
    """A preview of the miniature project without a socket, a watcher and a process."""

    mini: Miniature
    client: TestClient
    setter: SetsHere
    served: Served
    told: list[Told]

    def look(self, slug: str, edition: str) -> None:
        self.client.get(f"files/{slug}/{edition}?look")
        self.settle()

    def change(self, file: str, old: str, new: str) -> list[Told]:
        """Edit a file; return what the worker tells of it."""
        self.mini.replace(file, old, new)
        self.setter.wish(Changed((file,)))
        return self.settle()

    def settle(self) -> list[Told]:
        before = len(self.told)
        self.setter.run.settle()
        return self.told[before:]


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview in which the folded piece was looked at."""
    mini = Miniature.copied_to(tmp_path_factory.mktemp("preview") / "project")
    sign_all(mini.project)
    told: list[Told] = []
    hear: list[Callable[[Told], None]] = [told.append]

    def tell(one: Told) -> None:
        for each in hear:
            each(one)

    run = PreviewRun(mini.project, tell)
    setter = SetsHere(run)
    served = Served(Shown(mini.project), setter)
    hear.append(served.hear)
    with TestClient(application(served, DOOR), base_url=f"{DOOR.address}") as client:
        shown = Preview(mini, client, setter, served, told)
        shown.settle()
        shown.look("fold", "screen")
        yield shown


@pytest.fixture
def written(preview: Preview) -> Iterator[Path]:
    """The files of the project, which are as they were when the test is over."""
    root = preview.mini.root
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    yield root
    changed = [path for path, data in before.items() if not path.is_file() or path.read_bytes() != data]
    for path in changed:
        path.write_bytes(before[path])
    if changed:
        preview.setter.wish(Changed())
        preview.settle()
