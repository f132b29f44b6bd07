"""What a finished file is meant to hold beside its pages: attachments and form fields. Whatever is not declared here is told of as found."""

from __future__ import annotations

from collections.abc import Mapping

from brochures.compose.html import Composition
from brochures.preflight.form_fields import is_meant


def attached(composition: Composition) -> Mapping[str, str]:
    """Return the names of the files that are meant to be attached, with the SHA-256 of the bytes of each: those of its citations."""
    return {one.name: one.digest for one in composition.attached}


def fillable(composition: Composition) -> bool:
    """Return whether forms of the file are meant to be filled in; which fields that takes, ``form_fields`` holds it against."""
    return is_meant(composition)
