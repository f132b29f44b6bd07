"""Package: names, sums and zip of what a print shop gets. The same files give the same bytes, in whatever folder and on whatever day."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from brochures.compose.html import Composition
from brochures.design.print_shop import PrintShop

PROOF = "PROOF-not-for-print"
"""What the name of every file says whose piece waits for facts or signatures."""

SUMS = "SHA256SUMS"
"""The file that ``sha256sum -c`` reads."""

OLDEST = date(1980, 1, 1)
"""The first day that a zip can hold (PKWARE APPNOTE, 4.4.6)."""

LONGEST = 120
"""Letters with which the name of a file begins; what it is and its ending follow, and most file systems take 255 in all."""

DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that no file can have on Windows (learn.microsoft.com, Naming Files, Paths, and Namespaces)."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_ODD = re.compile(r"[^\w.-]+", re.ASCII)


@dataclass(frozen=True)
class Parcel:
    """What one job is called: ``stem`` begins the name of each file. ``dated`` is the day of all that stands in the zip."""

    stem: str
    stem_of_archive: str
    dated: date
    proof: bool

    @classmethod
    def of(cls, composition: Composition, print_shop: PrintShop) -> Parcel:
        """Return the parcel of ``composition``, named as ``print_shop`` wants its files named."""
        job = composition.job
        fields = {
            "slug": job.slug, "title": job.title, "version": job.version, "format": job.format.name,
            "edition": composition.medium, "printer": print_shop.name,
        }  # fmt: skip
        stem = _FIELD.sub(lambda field: fields[field[1]], print_shop.printer.file_name)
        return cls(_plain(stem), f"{job.slug}_{print_shop.name}", job.dated, composition.proof)

    @property
    def archive(self) -> str:
        """The name of the zip."""
        return f"{self.stem_of_archive}{self._mark}.zip"

    @property
    def archives(self) -> tuple[str, str]:
        """The names of the zip as a final and as a proof: only one of them may lie there."""
        return f"{self.stem_of_archive}.zip", f"{self.stem_of_archive}_{PROOF}.zip"

    @property
    def _mark(self) -> str:
        return f"_{PROOF}" if self.proof else ""

    def name(self, ending: str, what: str | None = None) -> str:
        """Return the name of the file that is ``what`` of the job; None: the job itself."""
        return f"{self.stem}{'' if what is None else f'_{what}'}{self._mark}.{ending}"

    def summed(self, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return ``contents`` by name, with the file of their sums last."""
        sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(contents.items()))
        return {**dict(sorted(contents.items())), SUMS: sums.encode()}

    def zipped(self, contents: Mapping[str, bytes]) -> bytes:
        """Return the zip of ``contents`` in one folder. Nothing is packed tighter: PDF and PNG are, and packers differ by version."""
        written = io.BytesIO()
        day = max(self.dated, OLDEST)
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
            for name, data in contents.items():
                entry = zipfile.ZipInfo(f"{self.stem}{self._mark}/{name}", (day.year, day.month, day.day, 0, 0, 0))
                entry.create_system = 3
                entry.external_attr = 0o100644 << 16
                archive.writestr(entry, data)
        return written.getvalue()


def _plain(name: str) -> str:
    """Return ``name`` with nothing in it that a file system or a web form stumbles over, and not as long as one would refuse."""
    plain = _ODD.sub("-", name)[:LONGEST].strip(".-") or "job"
    return f"job-{plain}" if DEVICE.fullmatch(plain) else plain
