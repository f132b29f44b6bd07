"""Pictures of what is shown, as PNG. PDFium draws them, one at a time, whoever asks; those that were asked for last are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from brochures.production import page_png, page_thumbnail, plate_pngs

KEPT = 96
"""How many pictures are kept."""


class Pictures:
    """Draws pages, and keeps the pictures that were drawn last."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = Lock()
        self._kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._plates: tuple[tuple[object, ...], tuple[bytes, ...]] = ((), ())

    def page(
        self, key: tuple[object, ...], data: bytes, number: int, ppi: float, moved: tuple[float, float], *, grey: bool
    ) -> bytes:
        """Return page ``number`` of ``data``, which ``key`` tells from all others, at ``ppi`` pixels to the inch."""
        return self._once((*key, number, ppi, grey), lambda: page_png(data, number, ppi, moved, grey=grey))

    def plate(self, key: tuple[object, ...], data: bytes, number: int, ppi: float, plate: str) -> bytes | None:
        """Return the printing plate ``plate`` of page ``number``; None where there is none. All pages are made at once, and kept."""
        with self._lock:
            whole = (*key, plate, ppi)
            if self._plates[0] != whole:
                self._plates = (whole, plate_pngs(data, plate, ppi))
            made = self._plates[1]
        return made[number - 1] if number <= len(made) else None

    def thumbnail(self, key: tuple[object, ...], data: bytes, longest: int) -> bytes:
        """Return the first page of ``data``, its longer side ``longest`` px."""
        return self._once((*key, "thumbnail", longest), lambda: page_thumbnail(data, longest))

    def _once(self, key: tuple[object, ...], draw: Callable[[], bytes]) -> bytes:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = draw()
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]
