"""``studies.yaml``: structured records, from which tables, plots, plain-words lines and references are all drawn."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.model.base import Model, Name, StudyName, Text, Words
from brochures.model.sources import Citation, Standing, Verification


class Measure(StrEnum):
    """What kind of number an effect is."""

    ODDS_RATIO = "odds ratio"
    HAZARD_RATIO = "hazard ratio"
    MEAN_DIFFERENCE = "mean difference"
    DIRECTION_ONLY = "direction only"


class Direction(StrEnum):
    """Which way an outcome points, in the words of the trial's own test."""

    FAVORS_KETAMINE = "favors ketamine"
    FAVORS_HIGHER_DOSE = "favors higher dose"
    FAVORS_MORE_SESSIONS = "favors more sessions"
    NO_DIFFERENCE_SHOWN = "no difference shown"


class Arm(Model):
    """One group of a trial; ``n`` people were in it."""

    name: Text
    n: Annotated[int, Field(ge=1)]


class Rate(Model):
    """How many of a group had the outcome: a count, a percentage, or both, as printed by the trial."""

    arm: Text
    count: Annotated[int, Field(ge=0)] | None = None
    of: Annotated[int, Field(ge=1)] | None = None
    percent: Decimal | None = None


class Effect(Model):
    """A result with its 95 % confidence interval, exactly as printed in the source."""

    measure: Measure
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Text | None = None

    @model_validator(mode="after")
    def _interval_holds_the_value(self) -> Effect:
        numbers = (self.low, self.value, self.high)
        if self.measure is Measure.DIRECTION_ONLY and any(number is not None for number in numbers):
            raise PydanticCustomError("effect_direction", "an effect of 'direction only' has no numbers")
        if self.measure is not Measure.DIRECTION_ONLY and self.value is None:
            raise PydanticCustomError("effect_value", "an effect with a measure needs its value")
        known = [number for number in numbers if number is not None]
        if known != sorted(known):
            raise PydanticCustomError(
                "effect_interval",
                "low, value and high are not in order: {numbers}",
                {"numbers": str([str(n) for n in known])},
            )
        return self


class Outcome(Model):
    """One tested outcome of a trial. ``comparison`` says which groups were compared."""

    id: Name
    measure: Text
    comparison: Text
    primary: bool = True
    effect: Effect
    rates: tuple[Rate, ...] = ()
    direction: Direction
    follow_up: Text | None = None


class Intervention(Model):
    """What was given, how, how often and with which therapy."""

    drug: Text
    dose: Text
    route: Text
    infusions: Text
    therapy: Text


class _Study(Model):
    short: Text
    cite: Citation
    verification: Verification
    unverified: tuple[Text, ...] = ()
    do_not_print: tuple[Text, ...] = ()
    limits: tuple[Text, ...] = Field(min_length=1)
    certainty: Text | None = None
    plain: Words | None = None
    status: Standing | None = None


class Trial(_Study):
    """A study in which people were given ketamine."""

    kind: Literal["trial"]
    design: Text
    place: Text | None = None
    population: Text
    n: Annotated[int, Field(ge=1)]
    n_note: Text | None = None
    arms: tuple[Arm, ...] = ()
    intervention: Intervention
    comparator: Text
    follow_up: Text
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    safety: Text | None = None
    registration: Text | None = None

    @model_validator(mode="after")
    def _names_are_known(self) -> Trial:
        arms = {arm.name for arm in self.arms}
        for outcome in self.outcomes:
            for rate in outcome.rates:
                if arms and rate.arm not in arms:
                    raise PydanticCustomError("rate_arm", "no arm is called '{arm}'", {"arm": rate.arm})
        ids = [outcome.id for outcome in self.outcomes]
        if len(ids) != len(set(ids)):
            raise PydanticCustomError("outcome_twice", "two outcomes have the same id")
        return self


class ReviewArticle(_Study):
    """A paper that sums up studies of others."""

    kind: Literal["review"]
    design: Text
    covers: Text
    conclusion: Text


class Article(_Study):
    """A paper of another kind: a laboratory or interview study, a secondary analysis, an opinion."""

    kind: Literal["article"]
    design: Text
    summary: Text


class StudiesFile(Model):
    """All study records, by id."""

    studies: dict[StudyName, Annotated[Trial | ReviewArticle | Article, Field(discriminator="kind")]]
