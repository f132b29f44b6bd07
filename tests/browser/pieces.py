"""The pieces that have a page for the web."""

from __future__ import annotations

SLUGS = (
    "crisis-card", "family-guide", "ketamine-facts", "patient-guide", "program-overview", "program-trifold", "treatment-day-card",
)  # fmt: skip
