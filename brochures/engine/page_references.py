"""Page references that follow what they lead to: ``target-counter(attr(href), page)`` names the page on which its target lies in the end.

WeasyPrint 70 keeps a list of what each reference leads to, so that a page is set again when a target moves. Of a target that is named by
an attribute it knows no name when it writes that list. So such a reference is read again only where its page is set again for another
reason, and a target that moves in the last round leaves it wrong. Here the list gets the names.
"""

from __future__ import annotations

from typing import Any

from brochures.engine.private_api import target_collector, target_name

_collect = target_collector.collect_missing_counters


def install() -> None:
    """Put the named references in the engine's place. Doing so twice changes nothing."""
    target_collector.collect_missing_counters = _with_names


def _with_names(  # noqa: PLR0917 the engine's own signature
    collector: Any, box: Any, kind: str, again: Any, own: Any, of_targets: dict[str | None, list[str]]
) -> None:
    """Let ``collector`` know by name what the content of ``box`` leads to; ``of_targets`` holds the counters wanted of each target."""
    unnamed = of_targets.pop(None, []) if kind == "content" else []
    named: dict[str | None, list[str]] = dict.fromkeys(_named_by_attribute(box), unnamed) if unnamed else {}
    _collect(collector, box, kind, again, own, {**of_targets, **named})


def _named_by_attribute(box: Any) -> list[str]:
    """Return the targets of ``box`` whose addresses its element holds in an attribute."""
    tokens = [value[0] for name, value in box.style["content"] if name.startswith("target-counter")]
    return [name for token in tokens if token[0] == "attr()" and (name := target_name(box, token))]
