"""Beginning: the commands new statement, new brochure and new study. What is there keeps every byte, and nothing is overwritten or made up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from brochures.cli import requests
from brochures.cli.arguments import ROOT, Command, OneOf, Refusing, examples, pieces
from brochures.cli.editing.writing_alone import writer
from brochures.cli.telling import refusing, writing
from brochures.findings import Place, UsageError
from brochures.project.paths import Project

if TYPE_CHECKING:
    from brochures.load.catalogue import Catalogue
    from brochures.load.citation_exports import Export

KINDS = ("fact", "program", "advice", "notice")
AUDIENCES = ("patient", "clinician")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(cls=Refusing)
def new() -> None:
    """Begin a statement, a brochure or a study: 'new statement', 'new brochure', 'new study'.

    Each writes into content/, keeps what stands there byte by byte, and overwrites nothing. Each takes --root DIR.
    """


@new.command(
    cls=Command,
    epilog=examples(
        "new statement program.parking",
        'new statement program.parking --kind program --words "Park behind the house."',
    ),
)
@click.argument("name", metavar="ID")
@click.option("--kind", type=OneOf(KINDS), default="program", help="What stands behind it (program).")
@click.option("--for", "audience", type=OneOf(AUDIENCES), default="patient", help="Whom the words speak to (patient).")
@click.option("--language", default="en", metavar="CODE", help="Of the words (en).")
@click.option("--words", metavar="TEXT", help="What it says; without them a line waits for them as a comment.")
@ROOT
def statement(name: str, kind: str, audience: str, language: str, *, words: str | None, root: Path | None) -> None:
    """Add a statement at the end of a file of statements.

    It goes where most statements of its kin stand: ketamine.* and risk.* into content/ketamine.yaml, others into content/program.yaml. A
    fact needs a source before anything prints it. Nobody has signed it: './build.py approve ID' comes when it has been read.
    """
    from brochures.load.additions import add_entry
    from brochures.load.catalogue import load
    from brochures.load.list_files import scalar
    from brochures.load.model.statements import StatementsFile

    project = Project.open(root, None)
    catalogue = load(project)
    _free(catalogue, "statement", name)
    lines = [f"kind: {kind}"]
    if words:
        lines += [f"{audience}:", f"  {scalar(language)}: {scalar(words)}"]
    else:
        lines += [f"# {audience}:", f"#   {language}: … (write the words, and take the three signs # away)"]
    if kind == "fact":
        lines += ["# sources:", "#   - {id: …, at: …, says: …, read: …} (docs/writers.md, Sources)"]
    with refusing(), writing(project), writer(project, "./build.py new"):
        place = add_entry(project, _home(catalogue, name), StatementsFile, name, lines)
    _written(place)


@new.command(cls=Command, epilog=examples("new brochure spring-flyer --like program-trifold"))
@click.argument("slug")
@click.option(
    "--like", required=True, metavar="SLUG", shell_complete=pieces, help="The piece that it begins as a copy of."
)
@ROOT
def brochure(slug: str, like: str, root: Path | None) -> None:
    """Begin a piece as a copy of another: its whole file, comments included, as version 0.1 of today.

    It builds at once, as a proof: nobody has signed it. Then change title, subject and what stands on each panel. Waivers of the other
    piece do not go along.
    """
    from brochures.load.additions import add_file, edited
    from brochures.load.slugs import bad_slug
    from brochures.load.yaml_source import read

    project = Project.open(root, None)
    requests.known(project, (like,))
    _name(slug)
    wrong = next(iter(bad_slug(f"brochures/{slug}.yaml")), None)
    if wrong:
        raise UsageError(wrong.message)
    if slug in project.slugs():
        raise UsageError(f"there is a piece '{slug}' already: nothing is overwritten")
    (source,) = (
        path for folder in ("brochures", "packets") if (path := project.content / folder / f"{like}.yaml").exists()
    )
    with refusing(), writing(project):
        manuscript, _ = read(source, project.relative(source))
        changes: dict[tuple[str | int, ...], str] = {
            ("version", "number"): '"0.1"',
            ("version", "date"): str(project.today),
        }
        there = {route: value for route, value in changes.items() if route in manuscript.spots}
        data = edited(source.read_bytes(), manuscript, there)
        head, newline, rest = data.partition(b"\n")
        note = f"# Begun on {project.today} as a copy of '{like}': change title, subject and words; then take this line out."
        schema = head.lstrip(b"\xef\xbb\xbf").startswith(b"# yaml-language-server")
        begun = [head, note.encode(), rest] if schema else [note.encode(), data]
        place = add_file(project, source.with_name(f"{slug}.yaml"), (newline or b"\n").join(begun))
    _written(place)


@new.command(
    cls=Command,
    epilog=examples("new study --pubmed-xml 35282987.xml", "new study --ris export.ris --id lee-2024-sleep"),
)
@click.option("--pubmed-xml", "pubmed", type=_FILE, metavar="FILE", help="One citation, saved from PubMed as XML.")
@click.option("--ris", type=_FILE, metavar="FILE", help="One citation, as nearly every other place exports it.")
@click.option("--id", "name", metavar="NAME", help="What the record is called (family and year of the first author).")
@ROOT
def study(pubmed: Path | None, ris: Path | None, name: str | None, root: Path | None) -> None:
    """Add a study's record from a citation export, marked unverified until somebody has read the paper.

    Only what the export says is written: bibliography, and that the paper was corrected or retracted. The title is a working title, which
    is never printed. Design, limits and what was found wait for a reader, and are refused in print until then.
    """
    from brochures.load.additions import add_entry
    from brochures.load.catalogue import load
    from brochures.load.citation_exports import name_of, record_lines
    from brochures.load.model.studies import StudiesFile
    from brochures.load.pubmed_xml import pubmed_export
    from brochures.load.ris import ris_export

    file = pubmed or ris
    if file is None or (pubmed and ris):
        raise UsageError("name one file: --pubmed-xml FILE or --ris FILE")
    project = Project.open(root, None)
    catalogue = load(project)
    with refusing():
        export = (pubmed_export if pubmed else ris_export)(file.read_bytes(), str(file))
        known = name or name_of(export)
        _unknown_paper(catalogue, export)
        _free(catalogue, "study", known)
        with writing(project), writer(project, "./build.py new"):
            lines = [*record_lines(export, file.name, project.today)]
            place = add_entry(project, "studies.yaml", StudiesFile, known, lines)
    _written(place)


def _free(catalogue: Catalogue, kind: str, name: str) -> None:
    """Refuse a name that cannot be one, or that a ``kind`` has already."""
    _name(name)
    for one in {kind, "source"} if kind == "study" else {kind}:
        if name in catalogue.shelf(one):
            entry = catalogue.shelf(one)[name]
            at = entry.manuscript.place(entry.route, key=True)
            more = ": choose another name with --id" if kind == "study" else ""
            raise UsageError(f"there is a {one} '{name}' already, at {at}{more}")
        if (one, name) in catalogue.spoiled:
            raise UsageError(
                f"a file with mistakes may hold the {one} '{name}': './build.py check' lists them; mend them first"
            )


def _name(name: str) -> None:
    """Refuse a name that cannot be one."""
    from brochures.load.model.base import NAME

    if not NAME.fullmatch(name):
        raise UsageError(f"'{name}' is no name: use lower-case letters and digits joined by '-' or '.'")


def _unknown_paper(catalogue: Catalogue, export: Export) -> None:
    """Refuse a paper that the content cites already."""
    from brochures.load.citation_exports import same_paper

    for kind in ("study", "source"):
        for name, entry in catalogue.shelf(kind).items():
            if same_paper(export, entry.thing):
                at = entry.manuscript.place(entry.route, key=True)
                raise UsageError(f"the paper is there already as the {kind} '{name}', at {at}")


def _home(catalogue: Catalogue, name: str) -> str:
    """Return the file below ``content/`` where most statements stand that begin as ``name`` does; ``program.yaml`` for the first of its kind."""
    kin = Counter(
        entry.manuscript.file.removeprefix("content/")
        for other, entry in catalogue.shelf("statement").items()
        if other.partition(".")[0] == name.partition(".")[0]
    )
    return kin.most_common(1)[0][0] if kin else "program.yaml"


def _written(place: Place) -> None:
    click.echo(str(place))
