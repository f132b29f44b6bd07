"""Attached files: those that the piece declares, byte for byte, each with what it is to the document, and no other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from brochures.compose.html import Composition
from brochures.findings import Finding, Place, codes
from brochures.findings.check import check
from brochures.preflight.declared import attached

RELATION = "/Supplement"
"""What the files are to the document: more about it, which it does not need (ISO 32000-2, table 43)."""

_MEND = "build again with --force; if it stays, report it"


@check(
    codes.ATTACHED_FILES,
    looks_for="attached files that the piece does not declare, or with other bytes, and those that are missing",
    source="ISO 32000-1, 7.11.4; ISO 32000-2, 14.13; ISO 14289-1, 7.11",
)
def attached_files(file: PdfReader, composition: Composition) -> Iterator[Finding]:
    """Yield what is wrong with the files that ``file`` carries, where it may carry any; where it may not, each is told of as what acts."""
    meant = attached(composition)
    if not meant:
        return
    root: Any = file.root_object
    held = [one.get_object() for one in _named(root)]
    associated = [one.get_object() for one in root.get("/AF", ())]
    for one in held:
        name = str(one.get("/UF", ""))
        said = _wrong(one, meant.get(name), associated)
        if said:
            yield codes.ATTACHED_FILES.at(Place(), f"the attached file '{name}' {said}", _MEND)
    names = [str(one.get("/UF", "")) for one in held]
    for name in meant:
        if names.count(name) != 1:
            said = f"the file '{name}' is attached {names.count(name)} times, and once is meant"
            yield codes.ATTACHED_FILES.at(Place(), said, _MEND)
    if len(associated) != len(held):
        said = f"the document names {len(associated)} files as its own, and {len(held)} are attached"
        yield codes.ATTACHED_FILES.at(Place(), said, _MEND)


def _named(root: Any) -> list[Any]:
    """Return the specifications in the tree of attached files (7.9.6): ours has one node."""
    names = root.get("/Names", DictionaryObject()).get_object()
    tree = names.get("/EmbeddedFiles", DictionaryObject()).get_object()
    nodes = [tree, *(kid.get_object() for kid in tree.get("/Kids", ()))]
    return [one for node in nodes for one in list(node.get("/Names", ()))[1::2]]


def _wrong(one: Any, digest: str | None, associated: list[Any]) -> str:
    """Return what is wrong with one specification; empty where nothing is."""
    if digest is None:
        return "is none of the piece"
    streams = list(one.get("/EF", DictionaryObject()).get_object().values())
    if not streams or any(hashlib.sha256(stream.get_object().get_data()).hexdigest() != digest for stream in streams):
        return "has other bytes than those that were composed"
    if one.get("/AFRelationship") != RELATION or one not in associated:
        return f"does not say that it is {RELATION} to the document"
    if one.get("/F") != one.get("/UF"):
        return "has another name for old readers"
    return ""
