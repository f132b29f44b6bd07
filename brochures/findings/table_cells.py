"""Table cells: what a table program would take for a formula and work out (OWASP, CSV Injection), and how it is kept from that."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that a table program would work out, in wide letters, too."""

SHIELD = "'"
"""What is put before such a cell."""


def is_formula(cell: str) -> bool:
    """Return whether a table program would work ``cell`` out."""
    return cell.startswith(FORMULA) or cell.lstrip().startswith(FORMULA)


def defused(cell: str) -> str:
    """Return ``cell`` so that no table program works it out."""
    return f"{SHIELD}{cell}" if is_formula(cell) else cell
