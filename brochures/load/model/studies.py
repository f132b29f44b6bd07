"""``studies.yaml``: structured records, from which tables, plots, plain-words lines and references are all drawn."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import Language, Model, Name, StudyName, Text, Words
from brochures.load.model.sources import Citation, NotCarried, PaperStatus, Verification
from brochures.load.model.words import Phrase


class Measure(StrEnum):
    """What kind of number an effect is."""

    ODDS_RATIO = "odds ratio"
    HAZARD_RATIO = "hazard ratio"
    RISK_RATIO = "risk ratio"
    MEAN_DIFFERENCE = "mean difference"
    DIRECTION_ONLY = "direction only"


PAIR = 2
"""So many outcomes, at least, are told together."""

RATIOS = frozenset({Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RISK_RATIO})
"""Measures that are 1 where groups do not differ; the others are 0 there."""


class Better(StrEnum):
    """Which way of an effect's number is good for the people in the group that is named first."""

    HIGHER = "higher"
    LOWER = "lower"


class Direction(StrEnum):
    """Which way an outcome points, in the words of the trial's own test."""

    FAVORS_KETAMINE = "favors ketamine"
    FAVORS_HIGHER_DOSE = "favors higher dose"
    FAVORS_MORE_SESSIONS = "favors more sessions"
    NO_DIFFERENCE_SHOWN = "no difference shown"


class TrialVerdict(StrEnum):
    """What a trial says of ketamine at a clinic, worked out from all of its main outcomes together."""

    BETTER = "better"
    MIXED = "mixed"
    NO_DIFFERENCE = "no-difference"
    OTHER_DOSE = "other-dose"


COMPARES_DOSES = frozenset({Direction.FAVORS_HIGHER_DOSE, Direction.FAVORS_MORE_SESSIONS})
"""Directions of trials in which every group had ketamine."""


class InShort(Model):
    """A trial in the plain words of a picture: ``name`` is what it was about, ``found`` goes on after the word of its verdict."""

    name: Text
    found: Text


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
        if self.measure in RATIOS and any(number <= 0 for number in known):
            raise PydanticCustomError("effect_ratio", "a ratio is above 0: {number}", {"number": str(min(known))})
        if known != sorted(known):
            raise PydanticCustomError(
                "effect_interval",
                "low, value and high are not in order: {numbers}",
                {"numbers": str([str(n) for n in known])},
            )
        return self


class Outcome(Model):
    """One tested outcome of a trial. ``comparison`` says which groups were compared: ``ketamine against placebo``.

    ``better`` says which way of the number is good, ``groups`` which arms were compared where it was not all of them;
    ``harm`` marks an outcome that nobody wants, ``note`` says what must be known of this one result. ``second_hand`` marks numbers
    that were read in a report on the trial, and not in its own paper, abstract or posted results; ``note`` says where.
    """

    id: Name
    measure: Text
    comparison: Text
    primary: bool = True
    effect: Effect
    better: Better | None = None
    rates: tuple[Rate, ...] = ()
    groups: tuple[Text, ...] = ()
    harm: bool = False
    direction: Direction
    follow_up: Text | None = None
    note: Text | None = None
    second_hand: bool = False

    @model_validator(mode="after")
    def _says_where_it_was_read(self) -> Outcome:
        if self.second_hand and self.note is None:
            raise PydanticCustomError(
                "second_hand", "numbers at second hand need a 'note' that says where they were read"
            )
        return self

    @property
    def sides(self) -> tuple[str, str] | None:
        """The groups that were compared, the one named first at first; nothing where ``comparison`` does not say it."""
        first, against, second = self.comparison.partition(" against ")
        return (first, second) if against else None

    @model_validator(mode="after")
    def _the_good_side_is_the_one_found(self) -> Outcome:
        value = self.effect.value
        if self.better is not None and value is not None and self.direction is not Direction.NO_DIFFERENCE_SHOWN:
            level = 1 if self.effect.measure in RATIOS else 0
            if (value > level) is not (self.better is Better.HIGHER):
                raise PydanticCustomError(
                    "better_side",
                    "the effect {value} does not agree with direction '{direction}' and better '{better}'",
                    {"value": str(value), "direction": str(self.direction), "better": str(self.better)},
                )
        return self


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
    does_not_carry: tuple[NotCarried, ...] = ()
    certainty: Text | None = None
    plain: Words | None = None
    status: PaperStatus | None = None


class Trial(_Study):
    """A study in which people were given ketamine. ``safety`` is its harms as they were read; empty where none were.

    ``together`` names, by language, the outcomes that are told together or not at all, each with the words that name it.
    ``recent`` marks the trials that the rule in the statement ``evidence.selection`` has chosen; ``in_short`` is what a picture of
    them says, by language.
    """

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
    recent: Annotated[bool, Field(strict=False)] = False
    in_short: dict[Language, InShort] = Field(default={})
    together: dict[Language, dict[Name, Annotated[tuple[Phrase, ...], Field(min_length=1)]]] = Field(default={})

    @model_validator(mode="after")
    def _names_are_known(self) -> Trial:
        arms = {arm.name for arm in self.arms}
        for outcome in self.outcomes:
            for rate in outcome.rates:
                if arms and rate.arm not in arms:
                    raise PydanticCustomError("rate_arm", "no arm is called '{arm}'", {"arm": rate.arm})
            for group in outcome.groups:
                if group not in arms:
                    raise PydanticCustomError("rate_arm", "no arm is called '{arm}'", {"arm": group})
        ids = [outcome.id for outcome in self.outcomes]
        if len(ids) != len(set(ids)):
            raise PydanticCustomError("outcome_twice", "two outcomes have the same id")
        return self

    @model_validator(mode="after")
    def _told_together(self) -> Trial:
        for named in self.together.values():
            if len(named) < PAIR:
                raise PydanticCustomError("together_alone", "'together' names two outcomes or more")
            for name in named:
                if self.outcome(name) is None:
                    raise PydanticCustomError("together_outcome", "no outcome has the id '{name}'", {"name": name})
        return self

    @property
    def verdict(self) -> TrialVerdict:
        """What the main outcomes found, all of them: one that favors ketamine beside one without a difference is ``mixed``."""
        found = {one.direction for one in self.outcomes if one.primary} or {one.direction for one in self.outcomes}
        if found & COMPARES_DOSES:
            return TrialVerdict.OTHER_DOSE
        if len(found) > 1:
            return TrialVerdict.MIXED
        return TrialVerdict.BETTER if Direction.FAVORS_KETAMINE in found else TrialVerdict.NO_DIFFERENCE

    @property
    def results(self) -> tuple[tuple[Outcome, ...], ...]:
        """Outcomes of one measure in one kind of number together, in the order in which they are first named."""
        groups: dict[object, list[Outcome]] = {}
        for one in self.outcomes:
            groups.setdefault((one.measure, one.effect.measure, one.effect.unit), []).append(one)
        return tuple(tuple(group) for group in groups.values())

    def outcome(self, name: str) -> Outcome | None:
        """Return the outcome with the id ``name``."""
        return next((outcome for outcome in self.outcomes if outcome.id == name), None)

    def people(self, outcome: Outcome) -> int:
        """Return how many people were in the groups that ``outcome`` compares, as they were randomized."""
        return sum(arm.n for arm in self.arms if arm.name in outcome.groups) if outcome.groups else self.n

    def group(self, rate: Rate) -> int | None:
        """Return how many people ``rate`` is about."""
        return rate.of or next((arm.n for arm in self.arms if arm.name == rate.arm), None)


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
