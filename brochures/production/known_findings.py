"""Known findings: what was found in style sheets and templates that did not change since an earlier run."""

from __future__ import annotations

import json
from collections.abc import Callable

from brochures.design.checks.subject import StyleSheets
from brochures.findings import Finding
from brochures.project.kept_copies import KeptCopies


def known_findings(
    copies: KeptCopies | None, sheets: StyleSheets, check: str, find: Callable[[StyleSheets], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """Return what ``find``, called ``check``, finds in ``sheets``, or found in an earlier run. The program and the styles are what ``copies`` depend on."""
    if copies is None:
        return find(sheets)
    key = check, repr(sorted(sheets.templates.items()))
    kept = copies.find(*key)
    if kept is not None:
        return tuple(map(Finding.from_dict, json.loads(kept)))
    found = find(sheets)
    copies.keep(json.dumps([one.as_dict() for one in found], ensure_ascii=False).encode(), *key)
    return found
