"""What a finished file is meant to hold beside its pages: attachments and form fields. Whatever is not declared here is told of as found."""

from __future__ import annotations

from collections.abc import Collection

from brochures.compose.html import Composition
from brochures.preflight.form_fields import is_meant


def attached(_: Composition) -> Collection[str]:
    """Return the names of the files that are meant to be attached: none."""
    return ()


def fillable(composition: Composition) -> bool:
    """Return whether forms of the file are meant to be filled in; which fields that takes, ``form_fields`` holds it against."""
    return is_meant(composition)
