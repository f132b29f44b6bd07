"""The nodes of a YAML text, built from one run of the parser, with its levels counted on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from yaml.composer import ComposerError

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class TooDeepError(Exception):
    """A text has too many levels; ``mark`` is where the first of them begins."""

    def __init__(self, mark: Any) -> None:
        """Keep the place."""
        super().__init__("too many levels")
        self.mark = mark


def events(text: str, deepest: int) -> list[Any]:
    """Return what the parser meets in ``text``, one thing after another.

    Raise ``yaml.YAMLError`` where it is not YAML, and ``TooDeepError`` where collections lie more than ``deepest`` deep: to build
    those would take more calls than Python allows.
    """
    met, depth = [], 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > deepest:
            raise TooDeepError(event.start_mark)
        met.append(event)
    return met


def documents(met: Iterable[Any]) -> list[yaml.Node]:
    """Return the root node of each document in ``met``, its aliases resolved. Raise ``yaml.YAMLError`` for one that names nothing."""
    return list(_documents(iter(met)))


def _documents(met: Iterator[Any]) -> Iterator[yaml.Node]:
    for event in met:
        if isinstance(event, yaml.DocumentStartEvent):
            yield _node(next(met), met, {})


def _node(event: Any, events: Iterator[Any], anchors: dict[str, yaml.Node]) -> yaml.Node:
    """Return the node that begins with ``event``; what belongs to it is taken from ``events``."""
    kind, name = type(event), event.anchor
    if kind is yaml.AliasEvent:
        if name not in anchors:
            raise ComposerError(None, None, "found undefined alias", event.start_mark)
        return anchors[name]
    if name is not None and name in anchors:
        first = anchors[name].start_mark
        raise ComposerError("found duplicate anchor; first occurrence", first, "second occurrence", event.start_mark)
    if kind is yaml.ScalarEvent:
        scalar = yaml.ScalarNode(event.tag, event.value, event.start_mark, event.end_mark, event.style)
        return _kept(scalar, name, anchors)
    listed = kind is yaml.SequenceStartEvent
    collection = yaml.SequenceNode if listed else yaml.MappingNode
    node = _kept(collection(event.tag, [], event.start_mark, None, event.flow_style), name, anchors)
    while not isinstance(inner := next(events), yaml.CollectionEndEvent):
        value = _node(inner, events, anchors)
        node.value.append(value if listed else (value, _node(next(events), events, anchors)))
    node.end_mark = inner.end_mark
    return node


def _kept(node: yaml.Node, name: str | None, anchors: dict[str, yaml.Node]) -> yaml.Node:
    if name is not None:
        anchors[name] = node
    return node
