"""Setter: what templates call to set words, statements with their reference marks, and blocks by their component."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

import jinja2
from markupsafe import Markup, escape

from brochures.compose.filters import with_whole_end
from brochures.compose.links import Links
from brochures.compose.typography import JOINER
from brochures.project.paths import component_file
from brochures.resolve.inline_text import Call, ClinicFact, LawWords, Plain, Words
from brochures.resolve.job import PrintedStatement, ResolvedBlock

SVG = "http://www.w3.org/2000/svg"

RANGE = 3
"""From so many numbers in a row on, the first and last are printed with an en dash (AMA Manual of Style, 11th edition, 3.6)."""


class Setter:
    """What templates call to set words: runs into HTML, statements with their reference marks, blocks by their component."""

    def __init__(
        self, environment: jinja2.Environment, context: Mapping[str, Any], *, linked: bool, paged: bool = True
    ) -> None:
        self.environment = environment
        self.context = context
        self.keys: Mapping[int, str] = {
            id(inner): f"{number}-{position}"
            for number, section in enumerate(context["job"].sections)
            for position, block in enumerate(section.blocks)
            for inner in (block, *block.things(ResolvedBlock))
        }
        self.numbers = {reference.name: reference.number for reference in context["listed"]}
        self.shorts = {reference.number: reference.short for reference in context["listed"]}
        self.links = Links(context["job"].labels, linked, paged)
        self._modules: dict[tuple[str, float], Any] = {}

    def block(self, block: ResolvedBlock, width: float = 0.0) -> Markup:
        """Return ``block`` set by the macro of its component, marked with its place in the job, ``section-block``.

        ``width`` in pt sets it as it would be set on a sheet of that width.
        """
        macro = getattr(self._module(block.component, width), block.component, None)
        if macro is None:
            name = f"components/{component_file(block.component)}.html"
            raise jinja2.TemplateRuntimeError(f"'{name}' has no macro '{block.component}'")
        html = Markup(macro(block.content))  # noqa: S704 a macro's own, escaped output
        return Markup("<div {}>{}</div>").format(self.key(block), html)

    def _module(self, component: str, width: float) -> Any:
        """Return the macros of ``component``, for the format of the piece or for one of another ``width``."""
        if (component, width) not in self._modules:
            form: Any = self.context["form"]
            narrowed = {**self.context, "form": replace(form, width=width)} if width else self.context
            template = self.environment.get_template(f"components/{component_file(component)}.html")
            self._modules[component, width] = template.make_module(dict(narrowed))
        return self._modules[component, width]

    def key(self, block: ResolvedBlock) -> Markup:
        """Return the attribute that tells the checks of layout which block of the job words belong to."""
        return Markup('data-block="{}"').format(self.keys[id(block)])

    def words(self, runs: Words) -> Markup:
        """Return runs as HTML: numbers that may be called linked, clinic facts that are missing as ruled blanks."""
        if runs and isinstance(runs[-1], Plain):
            runs = (*runs[:-1], Plain(with_whole_end(runs[-1].text)))
        return Markup("").join(self._run(run) for run in runs)

    def wording(self, statement: PrintedStatement) -> Markup:
        """Return a statement's lead with its reference marks."""
        lead, *more = statement.wording.parts
        return self.words(lead) if more else self.ended(lead, statement)

    def ended(self, runs: Words, thing: Any) -> Markup:
        """Return runs with the reference marks of ``thing`` after them, never alone on a new line."""
        return self.words(runs) + self.marks(thing, tied=True)

    def marks(self, thing: Any, *, tied: bool = False) -> Markup:
        """Return the reference marks of a statement or study, such as ``1,3-5``, as a superscript; ``tied`` to the word before, on one line with it."""
        if not thing.sources:
            return Markup("")
        runs = [self._linked(run) for run in self._runs(thing)] if self.links.active else [escape(self.cite(thing))]
        label = Markup(",").join(runs)
        if self.context["reflowed"]:  # not raised, so brackets tell it from a number of the text
            label = Markup("[{}]").format(label)
        return Markup('{}<sup class="reference-mark">{}</sup>').format(JOINER if tied else "", label)

    def cite(self, thing: Any) -> str:
        """Return the reference numbers of a statement or study, runs of three and more joined by an en dash."""
        return ",".join(
            f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) >= RANGE else ",".join(map(str, run))
            for run in self._runs(thing)
        )

    def _runs(self, thing: Any) -> list[list[int]]:
        """Return the reference numbers of a statement or study, those that follow each other together."""
        numbers = sorted({self.numbers[source.name] for source in thing.sources})
        groups = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
        return [[number for _, number in group] for _, group in groups]

    def _linked(self, run: list[int]) -> Markup:
        """Return the numbers of ``run``, each leading to its source; the dash of a range to those that it leaves out."""
        printed = {number: self.links.source(number, self.shorts[number], escape(number)) for number in run}
        if len(run) < RANGE:
            return Markup(",").join(printed.values())
        _, *between, _ = run
        dash = Markup("\N{EN DASH}")
        if len(between) == 1:
            dash = self.links.source(between[0], self.shorts[between[0]], dash)
        else:
            dash = self.links.between(between[0], between[-1], dash)
        return printed[run[0]] + dash + printed[run[-1]]

    def _blank(self) -> Markup:
        """Return what says to a listener that a fact is missing: a picture of nothing, with its words. On paper the rule says it."""
        says = self.links.labels.get("blank", "")
        if not self.links.active or not says:
            return Markup("")
        return Markup(
            '<svg class="blank__says" xmlns="{}" viewBox="0 0 1 1" role="img"><title>{}</title></svg>'
        ).format(SVG, says)

    def _run(self, run: Any) -> Markup:
        match run:
            case Call(text):
                return self.links.number(text)
            case ClinicFact(name, None) | LawWords(_, "", _, name):
                return Markup('<span class="blank blank--{}">{}</span>').format(name, self._blank())
            case ClinicFact(name, str() as value):
                return self.links.fact(name, value)
        return self.links.prose(run.text)
