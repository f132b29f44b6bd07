"""Slugs: what a piece may be called, which is the name of its file, of its folder in ``out/`` and of its argument on the command line."""

from __future__ import annotations

from collections.abc import Iterator

from brochures.findings import Finding, Place, codes
from brochures.load.model.base import DEVICES, NAME

RESERVED = frozenset({
    "approve", "build", "calibrate", "check", "clean", "diff", "doctor", "explain", "fax", "handoff", "help", "impose", "list", "new", "notes",
    "outline", "packets", "preview", "proof", "read-form", "reviews", "schema", "sent", "stale", "text", "where",
})  # fmt: skip
"""The commands, those to come included: ``./build.py list`` must not mean a piece."""

LONGEST_SLUG = 60
"""Letters of a slug, which stands in a path three times: those of Windows have 260 letters (learn.microsoft.com, Maximum Path Length)."""


def slug_of(name: str) -> str:
    """Return the slug of the piece whose file is called ``name``."""
    return name.rsplit("/", 1)[-1].removesuffix(".yaml")


def bad_slug(name: str) -> Iterator[Finding]:
    """Yield that the file ``name`` below ``content/`` cannot be called so."""
    slug = slug_of(name)
    if not NAME.fullmatch(slug) or slug in RESERVED:
        why = "use lower-case letters and digits joined by '-', and no command's name"
    elif DEVICES.fullmatch(slug):
        why = "Windows keeps it for a device, and makes no file or folder of it"
    elif len(slug) > LONGEST_SLUG:
        why = f"it has {len(slug)} letters, and with more than {LONGEST_SLUG} paths in out/ grow too long for some systems"
    else:
        return
    yield codes.BAD_VALUE.at(
        Place(f"content/{name}"), f"'{slug}' cannot be the name of a piece: {why}", "rename the file"
    )
