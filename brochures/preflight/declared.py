"""What a finished file is meant to hold beside its pages: attachments and form fields. Whatever is not declared here is told of as found."""

from __future__ import annotations

from collections.abc import Collection

from brochures.compose.html import Composition


def attached(_: Composition) -> Collection[str]:
    """Return the names of the files that are meant to be attached: none."""
    return ()


def widgets(_: Composition) -> Collection[str]:
    """Return the names of the form fields that are meant to be in the file: none."""
    return ()
