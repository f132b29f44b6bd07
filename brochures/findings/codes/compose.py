"""Codes of composing: templates that cannot be filled."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, code

TEMPLATE = code(
    "CMP-101",
    ERROR,
    "a template cannot be filled",
    "A template asks for a field that does not exist, or its syntax is wrong. Jinja's silence is switched off: nothing is left out unseen.",
)
NO_TOKEN = code(
    "CMP-102",
    ERROR,
    "a style token or label that a template asks for is not there",
    "A drawing takes its colours from styles/tokens/, and a page its small words from content/labels.yaml. This one is defined in neither.",
)
