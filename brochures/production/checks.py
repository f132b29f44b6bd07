"""The checks on the way from a composition to a judged file: of its pages, and of its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brochures import layout, preflight
from brochures.findings.check import Check

CHECKS: Sequence[Check[Any]] = (*layout.CHECKS, *preflight.CHECKS)
"""Every one, in the order of the stages."""
