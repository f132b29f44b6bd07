"""Refusals: what editing raises, for whoever answers with it and may know no other room."""

from __future__ import annotations

from brochures.findings import BrochureError, Place, UsageError, codes

__all__ = ["BrochureError", "Place", "UsageError", "is_held"]


def is_held(refused: BrochureError) -> bool:
    """Whether ``refused`` says that another program writes just now."""
    return any(finding.code == codes.BEING_EDITED.name for finding in refused.findings)
