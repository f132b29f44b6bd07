"""What may stand in a panel or a part: one model for each component. A block is a mapping with the component's name as its one key.

A component's name is also that of its macro; its template, style and specimen are called by it, with hyphens
(``project.paths.component_file``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brochures.load.model.base import (
    ClinicFactName,
    FormName,
    HelplineName,
    Model,
    SourceName,
    StatementName,
    Text,
)
from brochures.load.model.facts import Fact, Facts
from brochures.load.model.figures import (
    CallPath,
    DecidingAnswer,
    ForestPlot,
    IconArray,
    IconList,
    Panorama,
    PeopleInTrials,
    RiskSteps,
    Storyboard,
    StudyTable,
    Synapse,
    Topic,
    TrialStrip,
)
from brochures.load.model.for_signers import Dashboard, Notes, SignOff, SourceLinks, Unverified, Watch
from brochures.load.model.pattern_book import Pattern, Specimens, Unshown
from brochures.load.model.pictures import Picture
from brochures.load.model.scenes import Scene, SceneKind

Statements = Annotated[tuple[StatementName, ...], Field(min_length=1)]

Paragraph = Annotated[tuple[StatementName, ...], Field(min_length=2, max_length=5)]
"""Statements that are read in one go."""


class Tone(StrEnum):
    """What a notice wants of the reader."""

    NOTE = "note"
    CARE = "care"
    STOP = "stop"
    HELP = "help"


class Cover(Model):
    """The front of a piece: its promise, large, in the sky of a scene; without one, of the bank with nobody on it."""

    title: Text
    support: Text | None = None
    scene: Scene = Scene(kind=SceneKind.BANK)


class Masthead(Model):
    """The head of a piece for clinicians: the clinic's name, the title, and for whom it is, over a rule."""

    title: Text
    support: Text | None = None


class Notice(Model):
    """A box that must not be missed. It carries a rule, a sign and a word, never colour alone.

    ``to_check``: one of several, of which somebody checks one on paper.
    """

    tone: Tone
    title: Text
    statements: Statements
    to_check: Annotated[bool, Field(strict=False)] = False


class KeyMessage(Model):
    """The one statement of a panel that is read first."""

    statement: StatementName


class ThreeSides(Model):
    """The three-part model of the program, drawn: one source, three streams."""

    caption: Text
    body: StatementName
    mind: StatementName
    life: StatementName


class Steps(Model):
    """Numbered steps, each one action."""

    items: Annotated[tuple[StatementName, ...], Field(min_length=2, max_length=7)]


class Checklist(Model):
    """Statements to tick off on paper: under each ``lines`` ruled lines to write on, at the end ``own`` boxes for what is missing."""

    title: Text | None = None
    items: Statements
    lines: Annotated[int, Field(ge=0, le=4, strict=False)] = 0
    own: Annotated[int, Field(ge=0, le=6, strict=False)] = 0


class Term(Model):
    """A word that a reader may not know, and the statement that says what it means."""

    term: Text
    statement: StatementName


class Definition(Model):
    """Hard words and what they mean."""

    title: Text | None = None
    rows: tuple[Term, ...] = Field(min_length=1)


class Question(Model):
    """A question as the reader would ask it, and what there is to say."""

    ask: Text
    statements: Statements


class Contact(Model):
    """Who to call: facts from ``clinic.yaml``, a ruled blank for each that is missing."""

    title: Text | None = None
    facts: tuple[ClinicFactName, ...] = Field(min_length=1)


class CrisisSize(StrEnum):
    """How large a crisis block is: its numbers as areas of colour (a card's front, a panel, a page, a low strip), or in rows."""

    CARD = "card"
    PANEL = "panel"
    PAGE = "page"
    STRIP = "strip"
    BACK = "back"
    LIST = "list"
    NAMES = "names"


class Crisis(Model):
    """Whom to call in a crisis: verified help lines only, in the order of ``house/parts.yaml``.

    Lines with a question in their record stand on areas of colour in the sizes ``card``, ``panel`` and ``page``, the others in rows below
    them. Without areas: ``back`` is the back of a card, ``list`` says what each line is for, ``names`` only who answers.
    """

    title: Text | None = None
    lines: tuple[HelplineName, ...] = Field(min_length=1)
    size: CrisisSize = CrisisSize.PANEL


class Sources(Model):
    """The sources of this piece by short name, in the order of their numbers."""

    title: Text


class References(Model):
    """The sources of this piece as a full reference list in AMA style, in the order of their numbers."""

    title: Text


class Version(Model):
    """The version block: piece, version, date, review date."""

    disclaimer: StatementName | None = None


class Letter(Model):
    """A letter to the referring clinician: salutation, statements, closing, and who signs."""

    salutation: Text
    statements: Statements
    closing: Text
    signatory: ClinicFactName


class Screen(Model):
    """Criteria to be answered yes, no or not sure; ``decides`` is the answer of which one is enough, whose column is marked."""

    title: Text
    decides: DecidingAnswer | None = None
    items: Statements


class RunIn(Model):
    """Statements that each begin with a bold word or two on their own line, for panels that must be scanned."""

    rows: tuple[Fact, ...] = Field(min_length=2)


class Qr(Model):
    """A code that a phone reads, beside its address in words. It leads where a record says, never to an address typed here.

    Exactly one: a ``source`` or study (its DOI, or else its address), a ``helpline`` (its owner's page) or the ``clinic``'s website.
    """

    title: Text
    source: SourceName | None = None
    helpline: HelplineName | None = None
    clinic: Literal["website"] | None = None

    @model_validator(mode="after")
    def _one_destination(self) -> Qr:
        if len({"source", "helpline", "clinic"} & self.model_fields_set) != 1:
            raise PydanticCustomError("qr_destination", "a code leads to exactly one of 'source', 'helpline', 'clinic'")
        return self


class Block(Model):
    """One block: exactly one of these keys."""

    cover: Cover | None = None
    masthead: Masthead | None = None
    heading: Text | None = None
    subheading: Text | None = None
    lead: Text | None = None
    statement: StatementName | None = None
    paragraph: Paragraph | None = None
    topic: Topic | None = None
    points: Statements | None = None
    key_message: KeyMessage | None = None
    notice: Notice | None = None
    three_sides: ThreeSides | None = None
    steps: Steps | None = None
    checklist: Checklist | None = None
    definition: Definition | None = None
    question: Question | None = None
    contact: Contact | None = None
    crisis: Crisis | None = None
    picture: Picture | None = None
    sources: Sources | None = None
    references: References | None = None
    version: Version | None = None
    qr: Qr | None = None
    letter: Letter | None = None
    study_table: StudyTable | None = None
    screen: Screen | None = None
    facts: Facts | None = None
    run_in: RunIn | None = None
    form: FormName | None = None
    notes: Notes | None = None
    unverified: Unverified | None = None
    source_links: SourceLinks | None = None
    watch: Watch | None = None
    sign_off: SignOff | None = None
    dashboard: Dashboard | None = None
    icon_list: IconList | None = None
    storyboard: Storyboard | None = None
    panorama: Panorama | None = None
    call_path: CallPath | None = None
    synapse: Synapse | None = None
    scene: Scene | None = None
    icon_array: IconArray | None = None
    forest_plot: ForestPlot | None = None
    people_in_trials: PeopleInTrials | None = None
    trial_strip: TrialStrip | None = None
    risk_steps: RiskSteps | None = None
    pattern: Pattern | None = None
    specimen: Specimens | None = None
    unshown: Unshown | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Block:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError(
                "block_keys",
                "a block has exactly one key, this one has {count}",
                {"count": len(self.model_fields_set)},
            )
        if getattr(self, self.component) is None:
            raise PydanticCustomError("block_empty", "the block '{key}' is empty", {"key": self.component})
        return self

    @property
    def component(self) -> str:
        """The name of the component that sets this block."""
        return next(iter(self.model_fields_set))
