"""Picture names: the name under which a file keeps a picture of pixels, made of the bytes of the picture.

The engine makes it of the address, the folder of the project included, so that the same words in another folder give other bytes. Made of
the bytes of the picture, the name is the same wherever the project lies, and a picture that lies there under two addresses is kept once.

``images.RasterImage.__init__`` is wrapped: of it is relied on that it is given, behind the opened picture, its name and its bytes.
"""

from __future__ import annotations

import hashlib
from typing import Any

from brochures.engine.private_api import images

_init = images.RasterImage.__init__


def install() -> None:
    """Put the wrapper in the engine's place. Doing so twice changes nothing."""
    images.RasterImage.__init__ = _named


def _named(image: Any, opened: Any, _of_address: str, data: bytes, *rest: Any, **named: Any) -> None:
    """Let the engine begin ``image`` with the name that ``data`` decides."""
    _init(image, opened, hashlib.sha256(data).hexdigest(), data, *rest, **named)
