"""``clinic.yaml``: who we are. What the clinic has not supplied stays empty and is never invented."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from brochures.load.model.base import Model, Text
from brochures.load.model.checked_text import Contact, MailAddress, PhoneNumber, Url
from brochures.load.model.office import NO_WORD, Office


class ClinicFacts(Model):
    """The facts about the clinic that pieces print; an empty one becomes a ruled blank on a proof."""

    name: Text
    legal_name: Text | None = None
    address: Text | None = None
    phone: PhoneNumber | None = None
    after_hours_phone: PhoneNumber | None = None
    fax: PhoneNumber | None = None
    tty: PhoneNumber | None = None
    email: MailAddress | None = None
    website: Url | None = None
    hours: Text | None = None
    intake_contact: Contact | None = None
    medical_director: Contact | None = None
    interpreter_phone: PhoneNumber | None = None
    privacy_contact: Contact | None = None
    refusal_policy: Text | None = None
    substances_treated: Text | None = None
    level_of_care: Text | None = None
    visits: Text | None = None
    prescribers: Text | None = None
    therapists: Text | None = None
    approved_medicines: Text | None = None
    insurers: Text | None = None
    first_answer: Text | None = None
    missed_visits: Text | None = None
    reports_sent: Text | None = None
    shared_care: Text | None = None


class Switch(StrEnum):
    """What is so of the clinic or not, and decides what pieces print; nothing of it is printed itself."""

    RECEIVES_HHS_FUNDS = "receives_hhs_funds"
    GIVES_AMINO_ACIDS = "gives_amino_acids"


class Clinic(ClinicFacts):
    """The clinic: its facts, what is so of it or not (None: nobody has said), and what its own paper and printer are like."""

    receives_hhs_funds: Annotated[bool, Field(strict=False)] | None = None
    gives_amino_acids: Annotated[bool, Field(strict=False)] | None = None
    office: Office = NO_WORD
