"""Compose: a job and an edition into one HTML text. Pure: the same job gives the same text, to the letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from brochures import codes
from brochures.drawings import TOOLS
from brochures.findings import BrochureError, Finding, Place
from brochures.formats import Format
from brochures.job import Block, Call, ClinicFact, Job, Plain, Statement, Words
from brochures.mistakes import near
from brochures.references import Reference, number_sources, references
from brochures.shop import Shop
from brochures.stylebook import custom_properties
from brochures.typography import JOINER, keep_end, signed, typeset

TAGGED = frozenset({"screen"})
"""Editions that carry a structure tree."""


@dataclass(frozen=True)
class Composition:
    """One file of an edition as HTML. ``name`` is the edition's, or that of a sheet beside it; ``pages`` 0 means: it flows."""

    slug: str
    edition: str
    name: str
    html: str
    job: Job
    format: Format
    proof: bool
    pages: int

    @property
    def tagged(self) -> bool:
        """Whether the finished file carries a structure tree."""
        return self.edition in TAGGED


def compose(shop: Shop, job: Job, edition: str, *, proof: bool) -> tuple[Composition, ...]:
    """Return every file of ``edition``: the piece and, for a folded one at the desk, a sheet on how to print and fold it.

    Raise ``BrochureError`` at the template's line where a template cannot be filled.
    """
    listed = references(number_sources(job), shop.styles)
    piece = _composition(shop, job, edition, edition, job.document, job.format, listed, proof=proof)
    if edition != "desk" or not job.format.sides:
        return (piece,)
    return (
        piece,
        _composition(
            shop, job, edition, "desk-instructions", "desk-instructions", job.format.portrait, (), proof=False
        ),
    )


def _composition(  # noqa: PLR0917 the parts of a composition
    shop: Shop,
    job: Job,
    edition: str,
    name: str,
    document: str,
    form: Format,
    listed: Sequence[Reference],
    *,
    proof: bool,
) -> Composition:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(shop.templates),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    setter = _Setter(environment, {reference.name: reference.number for reference in listed}, linked=edition in TAGGED)
    environment.filters.update(typeset=typeset, keep_end=keep_end)
    environment.globals.update(TOOLS)
    environment.globals.update(
        job=job,
        edition=edition,
        form=form,
        proof=proof,
        listed=listed,
        linked=setter.linked,
        token=_named("token", custom_properties(*sorted((shop.styles / "tokens").glob("*.css")))),
        set=setter.block,
        label=_named("label", job.labels),
        words=setter.words,
        wording=setter.wording,
        marks=setter.marks,
        ended=setter.ended,
        cite=setter.cite,
        signed=signed,
        spoken_day=_spoken_day,
    )
    try:
        html = environment.get_template(f"documents/{document}.html").render()
    except Exception as wrong:
        raise BrochureError(_template_finding(wrong, shop).about(job.slug, edition)) from wrong
    return Composition(job.slug, edition, name, html, job, form, proof, form.pages)


class _Setter:
    """What templates call to set words: runs into HTML, statements with their reference marks, blocks by their component."""

    def __init__(self, environment: jinja2.Environment, numbers: Mapping[str, int], *, linked: bool) -> None:
        self.environment = environment
        self.numbers = numbers
        self.linked = linked

    def block(self, block: Block) -> Markup:
        """Return ``block`` set by the macro of its component."""
        name = f"components/{block.component}.html"
        macro = getattr(self.environment.get_template(name).module, block.component, None)
        if macro is None:
            raise jinja2.TemplateRuntimeError(f"'{name}' has no macro '{block.component}'")
        return Markup(macro(block.content))  # noqa: S704 a macro's own, escaped output

    def words(self, runs: Words) -> Markup:
        """Return runs as HTML: numbers that may be called linked, clinic facts that are missing as ruled blanks."""
        if runs and isinstance(runs[-1], Plain):
            runs = (*runs[:-1], Plain(keep_end(runs[-1].text)))
        return Markup("").join(self._run(run) for run in runs)

    def wording(self, statement: Statement) -> Markup:
        """Return a statement's lead with its reference marks."""
        if statement.wording.items:
            return self.words(statement.wording.lead)
        return self.ended(statement.wording.lead, statement)

    def ended(self, runs: Words, thing: Any) -> Markup:
        """Return runs with the reference marks of ``thing`` after them, never alone on a new line."""
        marks = self.marks(thing)
        return self.words(runs) + (JOINER + marks if marks else "")

    def marks(self, thing: Any) -> Markup:
        """Return the reference marks of a statement or study, such as ``1,3-5``, as a superscript."""
        if not thing.sources:
            return Markup("")
        numbers = self.cite(thing)
        label = escape(numbers)
        if self.linked:
            first = min(self.numbers[source.name] for source in thing.sources)
            label = Markup('<a href="#reference-{}">{}</a>').format(first, label)
        return Markup('<sup class="reference-mark">{}</sup>').format(label)

    def cite(self, thing: Any) -> str:
        """Return the reference numbers of a statement or study, runs of three and more joined by an en dash."""
        numbers = sorted({self.numbers[source.name] for source in thing.sources})
        runs = []
        for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
            run = [number for _, number in group]
            runs.append(f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) > 2 else ",".join(map(str, run)))  # noqa: PLR2004 AMA 3.6
        return ",".join(runs)

    def _run(self, run: Any) -> Markup:
        match run:
            case Call(text):
                number = Markup('<span class="number">{}</span>').format(text)
                return Markup('<a href="{}">{}</a>').format(run.href, number) if self.linked else number
            case ClinicFact(name, None):
                return Markup('<span class="blank blank--{}"></span>').format(name)
            case ClinicFact(_, value):
                return escape(value)
        return escape(typeset(run.text))


class _UnknownError(Exception):
    """A template asked for a token or label that is not defined."""


def _named(kind: str, things: Mapping[str, str]) -> Callable[[str], str]:
    def get(name: str) -> str:
        if name not in things:
            msg = f"there is no {kind} '{name}'; {near(name, things)}"
            raise _UnknownError(msg)
        return things[name]

    return get


def _spoken_day(day: Any) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _template_finding(wrong: Exception, shop: Shop) -> Finding:
    """Return the finding for a template's mistake, at the last line of a template that the error passed through."""
    place = Place("templates")
    if isinstance(wrong, jinja2.TemplateSyntaxError) and wrong.filename:
        place = Place(shop.relative(Path(wrong.filename)), wrong.lineno)
    trace = wrong.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix == ".html":
            place = Place(shop.relative(file), trace.tb_lineno)
        trace = trace.tb_next
    if isinstance(wrong, _UnknownError):
        return codes.NO_TOKEN.at(
            place, str(wrong), "define it in styles/tokens/ or content/labels.yaml, or correct its name"
        )
    if isinstance(wrong, jinja2.TemplateNotFound):
        return codes.TEMPLATE.at(
            place, f"there is no template '{wrong.name}'", "add the file, or correct the name that asks for it"
        )
    said = str(wrong) if isinstance(wrong, jinja2.TemplateError) else f"{type(wrong).__name__}: {wrong}"
    message = re.sub(r"'brochures\.[\w.]+ object'|'jinja2\.[\w.]+ object'", "this value", said)
    return codes.TEMPLATE.at(place, message, "correct the field's name, or the syntax, on this line")
