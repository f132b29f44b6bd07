"""Forms filled in with pdf.js: as a program does in Node, and with keys and clicks in its viewer in the browser; saved, and read by others."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from brochures.partners.bodies import PartnerBody
from brochures.partners.making import packet_for
from brochures.partners.partner import Partner
from tests.addressed import addressed_body, addressed_file
from tests.fillable import drawn_by_pdfium, values

pytestmark = pytest.mark.slow

NAME, PRACTICE, URGENCY, STAY = (
    "referral.name",
    "referral.practice",
    "referral.urgency",
    "referral.will-you-stay-the-treating-clinician",
)
TYPED = {NAME: "Nguyễn Văn Ánh", PRACTICE: "Łukasz Čapek Clinic"}


def _ran(script: str, job: Mapping[str, Any]) -> Any:
    node, browser = shutil.which("node"), shutil.which("chromium")
    installed = (Path(__file__).parent / "node_modules" / "pdfjs-dist").is_dir()
    assert node and browser and installed, "these tests need a browser: .ci/setup readers installs it"  # noqa: PT018
    ran = subprocess.run(  # noqa: S603 a program of ours
        [node, str(Path(__file__).parent / script)], input=json.dumps(job), text=True, capture_output=True, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": "/tmp", "BROWSER_FOR_TESTS": browser}, timeout=240,  # noqa: S108 it writes nothing there that stays
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def body(shared: Path) -> PartnerBody:
    return addressed_body(shared)


@pytest.fixture(scope="module")
def form(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdfjs") / "form.pdf"
    path.write_bytes(addressed_file(shared).data)
    return path


def test_a_program_fills_in_saves_and_reads_again(form: Path) -> None:
    saved = form.with_name("saved.pdf")
    said = _ran(
        "fill-in-node.mjs", {"file": str(form), "typed": TYPED, "checked": {URGENCY: "soon"}, "saved": str(saved)}
    )
    assert {name: said["values"][name] for name in TYPED} == {name: [words] for name, words in TYPED.items()}
    assert "soon" in said["values"][URGENCY]
    assert said["scripts"] == 0
    read = values(saved.read_bytes())
    assert {name: read[name] for name in TYPED} == TYPED
    assert read[URGENCY] == "soon"


def test_somebody_types_and_clicks_in_the_viewer_and_saves(form: Path, body: PartnerBody) -> None:
    saved, page = form.with_name("typed.pdf"), body.body.fields[NAME].page
    said = _ran(
        "fill-in-viewer.mjs",
        {"file": str(form), "page": page + 1, "typed": TYPED, "clicked": [STAY], "saved": str(saved)},
    )
    assert said["shown"] == [*TYPED.values()]
    assert said["said"] == []
    assert all("must be filled in" in label for label in said["labels"])
    read = values(saved.read_bytes())
    assert {name: read[name] for name in TYPED} == TYPED
    assert read[STAY] in {"yes", "no", "unknown"}
    empty, filled = drawn_by_pdfium(form.read_bytes(), page), drawn_by_pdfium(saved.read_bytes(), page)
    assert _changed(empty, filled) > 500


def _changed(one: Image.Image, other: Image.Image) -> int:
    """Return how many pixels are darker or lighter by a third."""
    return sum(ImageChops.difference(one, other).histogram()[85:])


def test_a_packet_for_a_partner_shows_what_is_known_and_takes_another_name(form: Path, body: PartnerBody) -> None:
    partner = Partner(name="Sample Person", organisation="Sample Practice")
    path, saved = form.with_name("partner.pdf"), form.with_name("changed.pdf")
    path.write_bytes(body.body.data + packet_for(body, partner).appended)
    assert {name: values(path.read_bytes())[name] for name in TYPED} == {
        NAME: "Sample Person",
        PRACTICE: "Sample Practice",
    }
    _ran("fill-in-node.mjs", {"file": str(path), "typed": {NAME: "Another Person"}, "checked": {}, "saved": str(saved)})
    assert {name: values(saved.read_bytes())[name] for name in TYPED} == {
        NAME: "Another Person",
        PRACTICE: "Sample Practice",
    }
    assert len(PdfReader(io.BytesIO(saved.read_bytes())).pages) == body.body.pages
