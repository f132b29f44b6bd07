"""Drafts: an e-mail to one partner with the packet attached, as a file that a mail program opens unsent (RFC 5322). Nothing is sent from here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from brochures.findings import BrochureError, Place, codes
from brochures.load.model.labels import said
from brochures.partners.partner import Partner

ENDING = ".eml"

SIGNED_WITH = ("phone", "fax", "email")
"""The clinic's facts that stand below a draft; one that nobody has given stays a placeholder."""


@dataclass(frozen=True)
class DraftWords:
    """What every draft of a run says, all of it from the content. ``sender`` is the clinic's own address, empty where nobody has given it."""

    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    signature: tuple[str, ...]
    sender: str

    @classmethod
    def of(cls, labels: Mapping[str, str], clinic: Mapping[str, str | None], *, title: str, version: str, dated: date, lead: str, proof: bool) -> DraftWords:  # fmt: skip
        """Return the words for a packet: its ``title``, ``version``, day and ``lead``. Raise ``BrochureError`` where a label is missing."""
        name = clinic.get("name") or "[name]"
        try:
            attached = labels["mail.attached"].format(title=title, version=version, date=said(dated, labels))
            facts = tuple(f"{labels[f'contact.{fact}']}: {clinic.get(fact) or f'[{fact}]'}" for fact in SIGNED_WITH)
            told = f"{attached} {labels['mail.proof']}" if proof else attached
            return cls(
                labels["mail.subject"].format(title=title, clinic=name),
                labels["mail.greeting"],
                (told, lead, labels["mail.secure"]),
                (name, *facts),
                clinic.get("email") or "",
            )
        except KeyError as missing:
            message = f"there is no label {missing} in the packet's language"
            raise BrochureError(codes.LACKING_WORDS.at(Place("content/labels.yaml"), message, "write it there")) from missing  # fmt: skip


def draft(partner: Partner, words: DraftWords, file: str, packet: bytes) -> bytes:
    """Return the e-mail to ``partner`` with ``packet`` attached as ``file``. It names no day and no sender but the clinic's own address.

    Raise ``ValueError`` where the partner has no e-mail address.
    """
    if not partner.email:
        msg = "a partner without an e-mail address gets no draft"
        raise ValueError(msg)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    user, _, host = partner.email.rpartition("@")
    message["To"] = Address(partner.name or partner.organisation, user, host)
    if words.sender:
        message["From"] = words.sender
    message["Subject"] = words.subject
    body = "\n\n".join([partner.salutation or words.greeting, *words.paragraphs, "\n".join(words.signature)])
    message.set_content(f"{body}\n", charset="utf-8", cte="quoted-printable")
    message.add_attachment(packet, maintype="application", subtype="pdf", filename=file)
    message.set_boundary(f"=_{hashlib.sha256(packet + partner.key.encode()).hexdigest()[:40]}")  # the same in every run
    return message.as_bytes()
