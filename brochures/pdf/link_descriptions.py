"""What a link says of itself in the finished file: words, in the place of the address that the engine writes (PDF/UA-1, 7.18.5).

The words stand in the HTML as ``aria-label``. Which page a link inside the file leads to is known only here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Dictionary, NameTree, String

from brochures.compose.links import LABEL, PAGE


def describe(element: Any, carried: Mapping[str, str]) -> None:
    """Let the annotations of ``element`` say what its HTML said of the link."""
    if not carried.get(LABEL):
        return
    for kid in element.K:
        if isinstance(kid, Dictionary) and "/Obj" in kid:
            kid.Obj.Contents = String(carried[LABEL])


def number_pages(pdf: pikepdf.Pdf) -> None:
    """Write into each description that leaves it open which page its link leads to, counted from 1."""
    names = pdf.Root.get("/Names")
    if names is None or "/Dests" not in names:
        return
    pages = {page.obj.objgen: str(number) for number, page in enumerate(pdf.pages, 1)}
    targets = NameTree(names.Dests)
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            words = str(annotation.get("/Contents", ""))
            target = str(annotation.get("/Dest", ""))
            if PAGE in words and target in targets:
                annotation.Contents = String(words.replace(PAGE, pages[targets[target][0].objgen]))
