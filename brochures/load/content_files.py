"""Content files: which files a project has, and which model each is read by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from brochures.load.model.base import Model
from brochures.load.model.clinic import Clinic
from brochures.load.model.forms import FormsFile, ImagesFile
from brochures.load.model.house_facts import FactsFile
from brochures.load.model.labels import LabelsFile
from brochures.load.model.languages import LanguagesFile
from brochures.load.model.law import LawFile
from brochures.load.model.names import NamesFile
from brochures.load.model.notes import NotesFile
from brochures.load.model.parts import PartsFile
from brochures.load.model.piece import Brochure, Packet
from brochures.load.model.printed import PrintedFile
from brochures.load.model.printers import PrintersFile
from brochures.load.model.reviews import ReviewsFile
from brochures.load.model.roles import RolesFile
from brochures.load.model.sources import SourcesFile
from brochures.load.model.specimens import Specimen
from brochures.load.model.statements import StatementsFile
from brochures.load.model.studies import StudiesFile
from brochures.load.model.waivers import WaiversFile
from brochures.load.model.watch import WatchFile
from brochures.load.model.words import WordsFile
from brochures.project.paths import Project, yaml_files

SHELF: Mapping[str, type[Model]] = {
    "clinic.yaml": Clinic,
    "program.yaml": StatementsFile,
    "ketamine.yaml": StatementsFile,
    "studies.yaml": StudiesFile,
    "sources.yaml": SourcesFile,
    "editorial-notes.yaml": NotesFile,
    "labels.yaml": LabelsFile,
    "forms.yaml": FormsFile,
    "images/images.yaml": ImagesFile,
    "house/words.yaml": WordsFile,
    "house/parts.yaml": PartsFile,
    "house/names.yaml": NamesFile,
    "house/languages.yaml": LanguagesFile,
    "house/facts.yaml": FactsFile,
    "waivers.yaml": WaiversFile,
    "watch.yaml": WatchFile,
    "printers.yaml": PrintersFile,
    "house/roles.yaml": RolesFile,
    "reviews.yaml": ReviewsFile,
    "printed.yaml": PrintedFile,
}
"""The content files of a project, and the model of each."""

OPTIONAL = frozenset({
    "editorial-notes.yaml", "labels.yaml", "forms.yaml", "images/images.yaml", "house/words.yaml", "house/parts.yaml",
    "house/names.yaml", "house/languages.yaml", "house/facts.yaml", "waivers.yaml", "watch.yaml", "printers.yaml", "house/roles.yaml", "reviews.yaml",
    "printed.yaml",
})  # fmt: skip
"""Those that a project may do without."""

PIECES: Mapping[str, type[Brochure | Packet]] = {"brochures": Brochure, "packets": Packet}
"""The folders of pieces, and the model of each."""

SPECIMENS = "specimens"
"""The folder of specimens, one file each, named by their component."""

LAW = "law"
"""The folder of words of law and of consents."""

FOLDERS: Mapping[str, type[Model]] = {**PIECES, SPECIMENS: Specimen, LAW: LawFile}
"""The folders of which every file is read by the same model."""


def content_files(
    project: Project, unread: Collection[str], meant: Collection[str]
) -> Iterator[tuple[str, type[Model]]]:
    """Yield the files to be read, by their names below ``content/``, with the model of each, those of the shelf first.

    ``unread`` are names of files and folders that must not be read; ``meant`` those of files that lie there under another name, and are
    not missing for that.
    """
    for name, model in _named(project):
        if name not in meant and not any(name == one or name.startswith(f"{one}/") for one in unread):
            yield name, model


def _named(project: Project) -> Iterator[tuple[str, type[Model]]]:
    for name, model in SHELF.items():
        if name not in OPTIONAL or (project.content / name).exists():
            yield name, model
    for folder, model in FOLDERS.items():
        for path in yaml_files(project.content / folder):
            yield f"{folder}/{path.name}", model
