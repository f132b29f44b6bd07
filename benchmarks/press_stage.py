"""The press stage of a piece against its render, both in one process and in turn; with photographs, too, new and kept.

    .venv/bin/python -m benchmarks.press_stage [ROUNDS]

The press stage: profile read, every colour set in inks, images converted, boxes, intent, metadata, the bytes written; without
preflight. The render: set the pages and write the bytes. Photographs are those of a copy of the project: no piece of ours has any.
"""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from PIL import Image, ImageFilter

from benchmarks.timing import ROOT
from brochures.compose.html import Composition, compose
from brochures.compose.templates import Templates
from brochures.engine import start
from brochures.load.catalogue import load
from brochures.pdf.file import File
from brochures.pdf.structure_tags import mended
from brochures.production.stages import Stages, converted_images, unswept
from brochures.project.edition import Edition
from brochures.project.paths import Project
from brochures.resolve.ticket import resolve

CONVERTING, KEPT = 0.4, 0.2
PIECES = ("program-trifold", "ketamine-facts", "evidence-brief")
PHOTOS, PIXELS = 1, (1050, 700)
"""Photographs of a piece that has some, and their size: the width of a panel, 3.5 in, at 300 ppi."""


def copied(folder: Path) -> Project:
    """Return a copy of the project in ``folder``, with photographs among its images."""
    for part in ("content", "templates", "styles"):
        shutil.copytree(ROOT / part, folder / part)
    pictures = folder / "content" / "images"
    pictures.mkdir(exist_ok=True)
    for number in range(PHOTOS):
        bands = [
            Image.effect_noise(PIXELS, 90).filter(ImageFilter.GaussianBlur(2 + number + band)).convert("L")
            for band in range(3)
        ]
        Image.merge("RGB", bands).save(pictures / f"photo-{number}.jpg", quality=90)
    return Project.open(folder)


def with_photos(composition: Composition) -> Composition:
    """Return ``composition`` with the photographs on its first pages."""
    shown = "".join(
        f'<img src="content/images/photo-{number}.jpg" alt="" style="width: 60pt">' for number in range(PHOTOS)
    )
    return replace(composition, html=composition.html.replace("</section>", f"{shown}</section>", 1))


def one_round(stages: Stages, composition: Composition, *, keep: bool) -> tuple[float, float]:
    """Return the processor time of the render and of the press stage; ``keep`` what was converted before."""
    if not keep:
        shutil.rmtree(converted_images(stages.project), ignore_errors=True)
    gc.collect()
    job, typesetter = composition.job, stages.typesetter
    assert job.print_shop is not None  # noqa: S101 a press edition has one
    with unswept():
        begun = time.process_time()
        document, _ = typesetter.set(composition.html, Edition.PRESS, tagged=True)
        data, _ = typesetter.write(document, {"labels": (), "preferences": {}}, tagged=True)
        data = mended(data)
        rendered = time.process_time()
        stages.to_press(File(composition, data, len(document.pages), ()), job.print_shop)
        return rendered - begun, time.process_time() - rendered


def main(rounds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        project = copied(Path(folder))
        catalogue, templates = load(project), Templates.read(project)
        stages = Stages(project, templates, start(project))
        made = (compose(templates, resolve(project, catalogue, slug), Edition.PRESS, proof=True)[0] for slug in PIECES)
        compositions = [replace(one, marks=None) for one in made]
        pieces = [(one.slug, one, True, KEPT) for one in compositions]
        photos = with_photos(compositions[0])
        pieces += [
            (f"{photos.slug}, a photograph, new", photos, False, CONVERTING),
            (f"{photos.slug}, a photograph, kept", photos, True, KEPT),
        ]
        for name, composition, keep, goal in pieces:
            one_round(stages, composition, keep=keep)
            taken = [one_round(stages, composition, keep=keep) for _ in range(rounds)]
            render, stage = (median(times) for times in zip(*taken, strict=True))
            ratios = [stage / render for render, stage in taken]
            print(f"{name}")
            print(f"    {'render':38} {render:7.3f} s CPU (median of {rounds})")
            print(f"    {'press stage':38} {stage:7.3f} s CPU")
            spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
            print(f"    {'ratio':38} {median(ratios):7.2f}   (goal: at most {goal:g}; {spread})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
