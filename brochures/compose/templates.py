"""The folder ``templates/`` as a value, read once a run: every template, and what all of them may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import jinja2

from brochures.compose import typography
from brochures.compose.columns import flowing, paired
from brochures.compose.drawings import TOOLS
from brochures.compose.filters import FILTERS
from brochures.compose.paragraphs import together
from brochures.compose.passage_numbers import signed
from brochures.compose.qr import code
from brochures.compose.template_errors import DEFINE, UnknownNameError
from brochures.design.checks.subject import StyleSheets
from brochures.design.imposition import mark_distance
from brochures.design.pattern_book import Patterns
from brochures.design.styles import Styles
from brochures.design.tokens import TokenError, Tokens
from brochures.findings import BrochureError, Finding, Place, codes
from brochures.load.normal_form import composed
from brochures.project.file_names import is_hidden
from brochures.project.paths import Project

RESTORE = "save it as UTF-8, or restore it from version control"


class Compiled(jinja2.BytecodeCache):
    """Templates as they were compiled, for the next time that they are read by this process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Give ``bucket`` what was kept of the very same text."""
        kept = self._kept.get((bucket.key, bucket.checksum))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep what is in ``bucket``."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = Compiled()


@dataclass(frozen=True)
class Templates:
    """The templates in one environment, and the styles that they and the copyfit ladders go by."""

    environment: jinja2.Environment
    styles: Styles
    texts: Mapping[str, tuple[str, bytes]]
    """The path that findings name and the bytes of each template, by name."""

    def text(self, name: str) -> tuple[str, str]:
        """Return the text of the template ``name`` and the path that findings name; empty where there is none."""
        path, text = self.texts.get(name, (f"templates/{name}", b""))
        return composed(text.decode(errors="replace")), path

    def token(self, medium: str) -> Callable[..., str]:
        """Return what a template calls to get the value of a token, as the edition ``medium`` has it."""
        return _token(self.styles.editions.get(medium, self.styles.tokens))

    @cached_property
    def sheets(self) -> StyleSheets:
        """The styles and templates as their checks look at them."""
        return StyleSheets(self.styles, {path: text.decode(errors="replace") for path, text in self.texts.values()})

    @classmethod
    def read(cls, project: Project) -> Templates:
        """Return the templates and styles of ``project``. Raise ``BrochureError`` where a template or a file of the styles cannot be read."""
        styles = Styles.read(project.styles)
        texts, findings = _texts(project)
        if findings:
            raise BrochureError(*findings)
        environment = jinja2.Environment(
            loader=_loader(texts),
            undefined=jinja2.StrictUndefined,
            bytecode_cache=_COMPILED,
            autoescape=True,
            finalize=signed,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(FILTERS)
        environment.globals.update(TOOLS)
        environment.globals.update(
            code=code,
            flowing=flowing,
            mark_distance=mark_distance,
            paired=paired,
            patterns=Patterns(project.root, styles),
            signed=typography.signed,
            together=together,
            token=_token(styles.tokens),
        )
        return cls(environment, styles, texts)


def _token(tokens: Tokens) -> Callable[..., str]:
    """Return what a template calls to get the value of a token: ``token('--ink')``, or ``token('--text-size', job.audience)``."""

    def get(name: str, audience: str = "") -> str:
        try:
            return tokens.value(name, audience)
        except TokenError as wrong:
            mend = f"ask for it with an audience: token('{name}', job.audience)" if name in tokens.names else DEFINE
            raise UnknownNameError(str(wrong), mend) from wrong

    return get


def _texts(project: Project) -> tuple[dict[str, tuple[str, bytes]], list[Finding]]:
    """Return the path and the bytes of each template by its name, and what cannot be read."""
    texts: dict[str, tuple[str, bytes]] = {}
    findings: list[Finding] = []
    for path in sorted(project.templates.rglob("*.html")):
        shown = project.relative(path)
        try:
            data = path.read_bytes()
            data.decode()
        except OSError as wrong:
            if not is_hidden(path.name):
                findings.append(codes.TEMPLATE.at(Place(shown), f"it cannot be read: {wrong.strerror}", RESTORE))
        except UnicodeDecodeError as wrong:
            if not is_hidden(path.name):
                place = Place(shown, data.count(b"\n", 0, wrong.start) + 1)
                findings.append(
                    codes.TEMPLATE.at(
                        place, "a byte here is no letter: the file is not in UTF-8, or is damaged", RESTORE
                    )
                )
        else:
            texts[path.relative_to(project.templates).as_posix()] = (shown, data)
    return texts, findings


def _loader(texts: Mapping[str, tuple[str, bytes]]) -> jinja2.FunctionLoader:
    """Return what finds templates by name in ``texts``, each the path that findings name and the bytes of its file."""

    def load(name: str) -> tuple[str, str, None] | None:
        if name not in texts:
            return None
        path, text = texts[name]
        return composed(text.decode()), path, None

    return jinja2.FunctionLoader(load)
