"""``house/names.yaml``: what belongs to a name and is never spelled out, and how words call the clinic itself."""

from __future__ import annotations

from typing import Literal

from brochures.load.model.base import Model, Text

NameList = Literal["legal-forms", "credentials", "clinic"]
"""``legal-forms`` stand behind the name of a body, ``credentials`` behind that of a person; ``clinic`` are short names of the clinic."""


class NamesFile(Model):
    """The lists of words that belong to names, for every language alike."""

    names: dict[NameList, tuple[Text, ...]]
