"""Pictures: whether a file is what its name says it is."""

from __future__ import annotations

from pathlib import Path

_MAGIC = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".svg": (b"<svg", b"<?xml", b"<!--"),
}


def not_an_image(path: Path) -> str:
    """Return what is wrong with the picture file at ``path``, nothing where it is one."""
    if not path.is_file():
        return "is not there"
    with path.open("rb") as file:
        head = file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t")
    return (
        ""
        if head.startswith(_MAGIC[path.suffix.lower()])
        else f"is not a {path.suffix[1:].upper()} picture: its first bytes are not those of one"
    )
