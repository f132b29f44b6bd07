"""Reads whole faxes as they come out at the other end, in both rasters, and says which words and numbers come out otherwise.

    .venv/bin/python -m tests.trials.read_faxes [FILE.fax.pdf ...]

Without files it reads the fax editions in ``out/``. A page takes some two seconds. Lines of the coarse raster are doubled before they are read.
"""

from __future__ import annotations

import sys
from pathlib import Path

from brochures.project.paths import ROOT
from tests.fax_reading import read_fax


def main(files: list[str]) -> None:
    """Read and tell."""
    for file in map(Path, files) if files else sorted((ROOT / "out").glob("*/*.fax.pdf")):
        for raster in ("fine", "standard"):
            held = lost = 0
            tif = file.with_name(file.name.replace(".fax.pdf", f".fax-{raster}.tif"))
            for page in read_fax(file, tif):
                held, lost = held + page.held, lost + page.lost.total()
                share = 100 * (1 - page.lost.total() / max(page.held, 1))
                sys.stdout.write(
                    f"{tif.name} page {page.number}: {share:.1f} % of {page.held} words; "
                    f"misread numbers: {', '.join(page.wrong) or 'none'}; words: {', '.join(page.lost) or 'none'}\n"
                )
                sys.stdout.flush()
            sys.stdout.write(f"{tif.name}: {100 * (1 - lost / max(held, 1)):.2f} % of {held} words\n")


if __name__ == "__main__":
    main(sys.argv[1:])
