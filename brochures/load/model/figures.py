"""Pictures and tables that explain, as blocks: what each is about, and never what it looks like. Figures are drawn from records.

A picture of results always holds what speaks against it: the model has no way to leave that out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import ClinicFactName, HelplineName, Model, Name, StatementName, StudyName, Text
from brochures.load.model.pictures import RoomPhotograph

Statements = Annotated[tuple[StatementName, ...], Field(min_length=1)]


class DecidingAnswer(StrEnum):
    """Which answer to a criterion is enough: it weighs the words, so it is signed with them."""

    YES = "yes"
    NO = "no"


class Icon(StrEnum):
    """The small signs of the project (``templates/components/icon.html``)."""

    PHONE = "phone"
    CLOCK = "clock"
    NO_DRIVING = "no-driving"
    CALENDAR = "calendar"
    MEDICINE_LIST = "medicine-list"
    COMPANION = "companion"
    VITAL_SIGNS = "vital-signs"
    QUESTION = "question"
    WARNING = "warning"
    RIVER = "river"
    FOOD = "food"
    NO_FOOD = "no-food"
    ARRIVE = "arrive"
    LEAVE = "leave"
    INFUSION = "infusion"
    HOME = "home"
    TALK = "talk"
    BREATH = "breath"
    HEART = "heart"
    MIND = "mind"
    BLADDER = "bladder"
    LIVER = "liver"
    PREGNANCY = "pregnancy"
    PEN = "pen"


class Vignette(StrEnum):
    """The small scenes that stand beside headings (``templates/vignettes.html``)."""

    DOOR = "door"
    ROOTS = "roots"
    TALK = "talk"
    TOGETHER = "together"
    FORK = "fork"
    DRIP = "drip"
    LIST = "list"
    READING = "reading"


class Topic(Model):
    """A main heading of a long piece and, beside it, the statement that says the matter in short; below it a picture or a sign, where it has one.

    A ``photograph`` of the clinic's own rooms takes the place of the picture; without one the scene stands there.
    """

    title: Text
    picture: Vignette | None = None
    sign: Icon | None = None
    photograph: RoomPhotograph | None = None
    lead: StatementName | None = None

    @model_validator(mode="after")
    def _picture_or_sign(self) -> Topic:
        if self.sign is not None and (self.picture is not None or self.photograph is not None):
            raise PydanticCustomError("topic_picture", "a topic has either a 'picture' or a 'sign', not both")
        return self


class IconRow(Model):
    """A statement with a sign."""

    icon: Icon
    statement: StatementName


class IconList(Model):
    """Statements, each with a sign that shows what it is about."""

    rows: Annotated[tuple[IconRow, ...], Field(min_length=2, max_length=7)]


class RiskRow(Model):
    """A statement about a risk, with the signs of what is harmed and, where it helps to find it, a bold word or two before it."""

    label: Text | None = None
    signs: Annotated[tuple[Icon, ...], Field(min_length=1, max_length=3)]
    statement: StatementName


RiskRows = Annotated[tuple[RiskRow, ...], Field(min_length=1)]


class RiskSteps(Model):
    """Risks in three steps, the gravest first: what can kill, what is serious, what is common. None of the three may be left out."""

    can_kill: RiskRows
    serious: RiskRows
    common: RiskRows


class FramePicture(StrEnum):
    """What a frame of a storyboard can show (``templates/frames.html``)."""

    PACKING = "packing"
    ARRIVING = "arriving"
    TALKING = "talking"
    INFUSION = "infusion"
    RESTING = "resting"
    LEAVING = "leaving"


class StoryboardFrame(Model):
    """One frame of a storyboard: its picture, what it is about, and the statements that stand below it."""

    picture: FramePicture
    caption: Text
    statements: tuple[StatementName, ...] = ()


class Storyboard(Model):
    """A treatment day in pictures, frame by frame: down a card, in two columns of a panel, across a page or over a fold.

    It needs no ``title`` where a heading just above it says what it shows.
    """

    title: Text | None = None
    frames: Annotated[tuple[StoryboardFrame, ...], Field(min_length=1, max_length=6)]


class PanoramaPicture(StrEnum):
    """What a wide picture can show (``templates/panoramas.html``)."""

    THERAPY = "therapy"
    WAYS = "ways"
    ALTERED = "altered"
    LISTENING = "listening"
    CALLING = "calling"


class Panorama(Model):
    """A wide picture of what the words tell: at the head of a panel where it is its first block, else at its foot."""

    picture: PanoramaPicture


class CallStep(Model):
    """A question that is answered yes or no, and the help line for a yes."""

    ask: Text
    statement: StatementName | None = None
    line: HelplineName


class CallUs(Model):
    """The end of the path: what to call the clinic about, and how; ``facts`` are left out where the piece has them elsewhere, and ``ask`` says where."""

    ask: Text
    facts: Annotated[tuple[ClinicFactName, ...], Field(min_length=1)] = ()


class CallPath(Model):
    """Whom to call, as a path of questions, the most urgent first. Verified help lines and clinic facts only."""

    title: Text
    steps: Annotated[tuple[CallStep, ...], Field(min_length=2, max_length=5)]
    otherwise: CallUs

    @model_validator(mode="after")
    def _a_line_once(self) -> CallPath:
        lines = [step.line for step in self.steps]
        if len(lines) != len(set(lines)):
            raise PydanticCustomError("line_twice", "two questions lead to the same help line")
        return self


class Synapse(Model):
    """How signals pass between two nerve cells, and what ketamine blocks. The statements say it in words, with sources."""

    title: Text
    statements: Statements


class OutcomeOf(Model):
    """One outcome of a study, by the id that it has in the study's record."""

    study: StudyName
    outcome: Name


Outcomes = Annotated[tuple[OutcomeOf, ...], Field(min_length=1)]


class IconArray(Model):
    """Results as pictures of 100 people, each group of a trial on the same grid.

    Trials that found no difference, and harms, stand in the same block at the same size; none of the three may be left out.
    """

    title: Text
    found: Outcomes
    found_no_difference: Outcomes
    harms: Outcomes


class PeopleInTrials(Model):
    """Everyone who took part in the recent trials, a circle for each person. It holds all of those trials, whatever they found."""

    studies: Annotated[tuple[StudyName, ...], Field(min_length=1)]


class ForestPlot(Model):
    """Every outcome of the studies, for clinicians: one plot for each outcome and measure, with intervals, nothing pooled.

    ``before_harms`` opens what the trials report of harms: what they could not show.
    """

    title: Text
    studies: Annotated[tuple[StudyName, ...], Field(min_length=1)]
    before_harms: StatementName | None = None


class TrialsApart(Model):
    """Trials that must not be compared with the others of a table, under a title that says why."""

    title: Text
    studies: tuple[StudyName, ...] = Field(min_length=1)


class StudyTable(Model):
    """Trials side by side, drawn from their records; those that differ too much from the others stand ``apart``."""

    caption: Text
    studies: tuple[StudyName, ...] = Field(min_length=1)
    apart: TrialsApart | None = None


class TrialStrip(Model):
    """Trials one below the other, for clinicians: name, a dot for each person and which way the result points."""

    title: Text
    studies: Annotated[tuple[StudyName, ...], Field(min_length=1)]
    apart: TrialsApart | None = None
