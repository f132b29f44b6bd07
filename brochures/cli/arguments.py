"""Arguments: what click does not do by itself. Commands that refuse in our words, pieces for the tab key, the nearest word."""

from __future__ import annotations

import re
from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from brochures.findings import UsageError
from brochures.findings.suggest import closest
from brochures.project.paths import Project

HELP, VERSION = ("-h", "--help"), ("-v", "-V", "--version")


class Command(click.Command):
    """A command whose order may ask for what there is not: that is wrong usage."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; tell wrong usage as click tells its own."""
        try:
            return super().invoke(ctx)
        except UsageError as wrong:
            raise click.UsageError(str(wrong), ctx) from wrong


class CommandShelf(UserDict[str, click.Command]):
    """Commands by name. Those that live in a module of their own are imported when they are asked for, and not before."""

    def __init__(self, homes: Mapping[str, str]) -> None:
        """Know where commands live: ``module:name``, by the name that is typed."""
        super().__init__(dict.fromkeys(homes, click.Command("elsewhere")))
        self._homes = dict(homes)

    def __getitem__(self, name: str) -> click.Command:
        """Return the command; import it where that has not happened."""
        module, _, attribute = self._homes.pop(name, "").partition(":")
        if module:
            self.data[name] = getattr(import_module(module), attribute)
        return self.data[name]


class Refusing(click.Group):
    """A group of commands that refuse in our words."""

    command_class = Command


class BuildByDefault(click.Group):
    """A group whose first word may be left out: then it is ``build``."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``build`` before anything that is neither a command nor a wish for help."""
        if args[:1] == ["help"]:
            args = [*args[1:2], "--help"]
        if not {*args[:1]} & {*self.commands, *HELP, *VERSION} and (args or not ctx.resilient_parsing):
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer pieces beside the commands."""
        return [*super().shell_complete(ctx, incomplete), *map(CompletionItem, pieces(ctx, self, incomplete))]


def pieces(ctx: click.Context, _: object, incomplete: str) -> list[str]:
    """Return the slugs that begin as what was typed, for the tab key."""
    try:
        return [slug for slug in Project.open(ctx.params.get("root")).slugs() if slug.startswith(incomplete)]
    except UsageError:
        return []


_ENTRY = re.compile(r"^  ([a-z0-9][a-z0-9.-]*):", re.MULTILINE)
"""How a named thing begins in a file of many."""


def things(ctx: click.Context, _: object, incomplete: str) -> list[str]:
    """Return the names of statements, sources, studies and forms that begin as what was typed, read off the lines of their files."""
    try:
        files = sorted(Project.open(ctx.params.get("root")).content.glob("*.yaml"))
        found = [name for file in files if file.stem in _SHELVES for name in _ENTRY.findall(file.read_text("utf-8"))]
    except (UsageError, OSError, ValueError):
        return []
    return [name for name in dict.fromkeys(found) if name.startswith(incomplete)]


_SHELVES = frozenset({"program", "ketamine", "studies", "sources", "forms"})


def code_names(_: click.Context, __: object, incomplete: str) -> list[str]:
    """Return the codes of findings that begin as what was typed, in any capitals."""
    from brochures.findings import codes

    return [name for name in sorted(codes.ALL) if name.startswith(incomplete.upper())]


_NAMED = {"roles": "house/roles.yaml", "printers": "printers.yaml"}


def named_in(kind: str) -> Any:
    """Return what offers the names of the roles or the printers that begin as what was typed, read off the lines of their file."""

    def offered(ctx: click.Context, _: object, incomplete: str) -> list[str]:
        try:
            text = (Project.open(ctx.params.get("root")).content / _NAMED[kind]).read_text("utf-8")
        except (UsageError, OSError, ValueError):
            return []
        below = re.split(rf"^{kind}:", text, maxsplit=1, flags=re.MULTILINE)[1:]
        return [name for part in below for name in _ENTRY.findall(part) if name.startswith(incomplete)]

    return offered


class OneOf(click.Choice[str]):
    """One of some words; of another it says which was probably meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the word."""
        close = closest(str(value), map(str, self.choices))
        if close and value not in self.choices:
            self.fail(f"'{value}' is not one of {', '.join(self.choices)}: did you mean '{close}'?", param, ctx)
        return super().convert(value, param, ctx)


class Folder(click.Path):
    """A folder. An empty name, as of a shell's variable that was never set, is none."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return its path."""
        if not str(value).strip():
            self.fail("the name of the folder is empty", param, ctx)
        path = Path(value)
        try:
            return path.expanduser()  # not every shell does it behind an equals sign
        except RuntimeError:
            return path


def examples(*orders: str) -> str:
    """Return what closes the help of a command: orders as they are typed."""
    return "\n".join(["\b", "Examples:", *(f"  ./build.py {order}" for order in orders)])


ROOT = click.option("--root", type=Folder(), help="Another folder with content/, templates/ and styles/.")
OUT = click.option("--out", type=Folder(), help="Where finished files go (out/ in the root).")
