"""A partner: who gets a packet with their name on it, as one row of a list has it."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from brochures.findings import NOWHERE, Place


@dataclass(frozen=True, repr=False)
class Partner:
    """A physician, therapist or treatment center. Empty: the list does not say. ``parts`` empty: the whole packet. ``row`` is where it stands.

    ``address`` are the lines below name and organization; ``postcode`` is what labels are sorted by.
    """

    name: str = ""
    credential: str = ""
    organisation: str = ""
    address: tuple[str, ...] = ()
    salutation: str = ""
    fax: str = ""
    email: str = ""
    phone: str = ""
    npi: str = ""
    language: str = ""
    parts: tuple[str, ...] = ()
    postcode: str = ""
    row: Place = NOWHERE

    def __repr__(self) -> str:
        """Return where the partner stands, and nothing of what stands there: logs and traces hold what this says."""
        return f"Partner({str(self.row)!r})"

    @cached_property
    def key(self) -> str:
        """Which recipient this is: a digest of name and organization, whatever their capitals, spaces and the width of their letters."""
        return recipient_key(self.name, self.organisation)

    @property
    def addressee(self) -> str:
        """The name with the credential behind it, or the organization where the list names nobody."""
        if not self.name:
            return self.organisation
        return f"{self.name}, {self.credential}" if self.credential else self.name

    def printed(self) -> dict[str, str | tuple[str, ...]]:
        """Return what of a partner may be printed in a packet; what decides whether a packet would be another one."""
        return {
            "name": self.name,
            "credential": self.credential,
            "organisation": self.organisation,
            "address": self.address,
            "salutation": self.salutation,
            "fax": self.fax,
            "email": self.email,
            "phone": self.phone,
            "npi": self.npi,
        }


def recipient_key(name: str, organisation: str) -> str:
    """Return the digest of name and organization by which two rows are one recipient."""
    plain = "\0".join(" ".join(unicodedata.normalize("NFKC", text).casefold().split()) for text in (name, organisation))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:32]
