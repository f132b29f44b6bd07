"""``labels.yaml``: the small words that the pages themselves need, in each language."""

from __future__ import annotations

from brochures.load.model.base import LabelName, Model, Words


class LabelsFile(Model):
    """All labels, by name."""

    labels: dict[LabelName, Words]
