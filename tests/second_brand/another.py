"""Another brand: tokens, faces and a motif of its own, laid over a copy of the real project. Nothing else of the project differs."""

from __future__ import annotations

import shutil
from pathlib import Path

from brochures.project.paths import ROOT

BRANDS = {"house": ROOT, "meadow": Path(__file__).parent}
"""The folder of each brand, with its ``styles/tokens/``, its ``styles/fonts/`` and its ``templates/motif.html``."""


def tokens_of(brand: str) -> dict[str, Path]:
    """Return the files of the tokens of ``brand`` by name; one that it does not change is the project's."""
    folders = [folder / "styles" / "tokens" for folder in (ROOT, BRANDS[brand])]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.css"))}


def dressed(root: Path, brand: str) -> Path:
    """Return a copy of the real project at ``root`` with the tokens, the fonts and the motif of ``brand`` in the place of its own."""
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, root / name)
    for folder in (root / "styles" / "fonts").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    for name in ("templates", "styles"):
        shutil.copytree(BRANDS[brand] / name, root / name, dirs_exist_ok=True)
    return root
