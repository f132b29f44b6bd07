"""Draw the picture of the live preview in ``docs/preview.png``, with the browser that the tests use.

python docs/draw_preview.py
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
COLOURS = 160
"""So many colours are enough for the eye, and make the file small."""


def main() -> None:
    """Run a preview, let the browser draw it, and pack the picture."""
    target = HERE / "preview.png"
    order = [sys.executable, str(HERE.parent / "build.py"), "preview", "--no-open"]
    with subprocess.Popen(order, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 our own program
        try:
            address = "" if server.stdout is None else server.stdout.readline().strip()
            node = shutil.which("node") or "node"
            subprocess.run([node, str(HERE / "preview-picture.mjs"), address, str(target)], check=True)  # noqa: S603 our own program
        finally:
            server.send_signal(signal.SIGINT)
    Image.open(target).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
