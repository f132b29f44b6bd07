"""The pattern book shows what the project is made of, and what it prints is what the files say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from brochures.compose.drawings.poses import POSES
from brochures.compose.html import compose
from brochures.compose.templates import Templates
from brochures.design.pattern_book import Patterns, contrast
from brochures.design.styles import Styles
from brochures.design.tokens import Tokens
from brochures.load.catalogue import load
from brochures.load.model.components import Block
from brochures.load.model.figures import FramePicture, Icon, PanoramaPicture, Vignette
from brochures.load.model.forms import FieldType
from brochures.load.model.scenes import Build, Coat, Hair, Pose, SceneKind
from brochures.project.edition import Edition
from brochures.project.paths import ROOT, component_file
from brochures.resolve.ticket import resolve
from tests.facts import squeezed
from tests.miniature import Miniature
from tests.real import DAY, RealDocuments

BOOK = "pattern-book"


def test_the_book_is_built_with_no_error_and_as_it_is_designed(real: RealDocuments) -> None:
    told = [one for one in real.findings(BOOK) if one.is_error or one.code.startswith("LAY")]
    assert told == []


@pytest.fixture(scope="module")
def words(real: RealDocuments) -> str:
    """All that the book prints, without spaces."""
    return squeezed(" ".join(real.facts(f"{BOOK}.screen").texts))


def test_every_private_colour_stands_there_with_its_srgb_and_its_inks(words: str) -> None:
    tokens = Tokens.read(ROOT / "styles" / "tokens" / "palette.css").shared
    colours = {name: value for name, value in tokens.items() if re.fullmatch(r"#[0-9a-f]{6}", value)}
    assert len(colours) > 10
    for name, value in colours.items():
        inks = tokens[f"{name}-inks"].split()
        assert squeezed(f"{name}{value}{' '.join(inks)}{sum(map(int, inks))}%") in words


def test_a_swatch_is_drawn_in_the_colour_that_its_token_says(real: RealDocuments) -> None:
    tokens = Tokens.read(ROOT / "styles" / "tokens" / "palette.css").shared
    wanted = {
        tuple(int(value[at : at + 2], 16) for at in (1, 3, 5))
        for value in tokens.values()
        if re.fullmatch(r"#[0-9a-f]{6}", value)
    }
    with pikepdf.open(real.path(f"{BOOK}.screen")) as pdf:
        numbers = [number for number, page in enumerate(pdf.pages) if wanted <= set(_filled(page))]
    assert numbers == [1]


def _filled(page: pikepdf.Page) -> Iterator[tuple[int, ...]]:
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "rg":
            yield tuple(round(float(part) * 255) for part in instruction.operands)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#767676", "#ffffff") == 4.54  # the darkest grey of which everybody knows that it passes
    assert contrast("#0e4a58", "#f6f0e4") == contrast("#f6f0e4", "#0e4a58")


def test_every_component_has_an_entry_with_the_files_that_make_it(real: RealDocuments, words: str) -> None:
    blocks = [block for section in real.job(BOOK).sections for block in section.blocks]
    shown = {sheet.component for block in blocks if block.component == "specimen" for sheet in block.content}
    told = {block.content["component"] for block in blocks if block.component == "unshown"}
    assert shown | told == set(Block.model_fields)
    assert not shown & told
    patterns = Patterns(ROOT, Styles.read(ROOT / "styles"))
    for name in Block.model_fields:
        assert f"{component_file(name)}.html" in patterns.file_names(name)
        assert squeezed(" · ".join(patterns.file_names(name))) in words


def test_the_list_of_names_leads_to_the_page_where_each_component_stands(real: RealDocuments) -> None:
    facts = real.facts(f"{BOOK}.screen")
    rows = [row.text.split() for row in facts.tree.all("TOCI")]
    named = [row for row in rows if len(row) == 2 and not row[0].startswith("--")]
    listed = {name: int(page) for name, page in named if page.isdigit()}
    assert set(listed) == set(Block.model_fields)
    for name, page in listed.items():
        files = rf"(?<![\w-]){component_file(name)}\.html"
        assert re.search(files, facts.texts[page - 1]), f"{name} does not stand on page {page}"


def test_988_and_911_stand_level_in_their_specimen(real: RealDocuments) -> None:
    facts = real.facts(f"{BOOK}.screen")
    page = 1 + next(at for at, text in enumerate(facts.texts) if "crisis.html" in text)
    assert facts.places(page, "988")[0][1] == pytest.approx(facts.places(page, "911")[0][1], abs=0.1)


def test_a_size_stands_below_its_name(real: RealDocuments) -> None:
    facts = real.facts(f"{BOOK}.screen")
    page = 1 + next(at for at, text in enumerate(facts.texts) if "Titles and posters: size, line height" in text)
    name, size = (facts.places(page, words)[0] for words in ("--part-size", "26pt, 28pt"))
    assert size[0] == pytest.approx(name[0], abs=2)
    assert abs(size[1] - name[1]) > 6


def test_every_picture_that_yaml_can_ask_for_stands_there_by_its_name(real: RealDocuments, words: str) -> None:
    captions = {squeezed(item.text) for item in real.facts(f"{BOOK}.screen").tree.all("LI")}
    for kind, names in (
        ("kind", SceneKind), ("hair", Hair), ("build", Build), ("coat", Coat), ("picture", FramePicture), ("picture", Vignette), ("picture", PanoramaPicture),
    ):  # fmt: skip
        assert [name for name in names if f"{kind}:{name}" not in words] == []
    assert set(Pose) < set(POSES)
    assert [pose for pose in POSES if pose not in captions] == [], "a bare name: some stand in frames only"
    assert [sign for sign in Icon if sign not in words] == []
    assert [field for field in FieldType if squeezed(field) not in words] == []


def test_a_component_names_the_files_that_a_designer_opens_and_no_module() -> None:
    patterns = Patterns(ROOT, Styles.read(ROOT / "styles"))
    assert patterns.files("forest_plot") == (
        "templates/components/forest-plot.html",
        "styles/components/forest-plot.css",
        "content/specimens/forest-plot.yaml",
    )
    for name in Block.model_fields:
        assert all((ROOT / file).is_file() for file in patterns.files(name))
        assert not [file for file in patterns.files(name) if file.endswith(".py")]


def test_every_format_stands_there_with_its_panels(words: str) -> None:
    for path in (ROOT / "styles" / "formats").glob("*.css"):
        assert path.stem in words
    assert (
        squeezed("outside: 3 flap 3.625 in (92.08 mm), 6 back 3.6875 in (93.66 mm), 1 front 3.6875 in (93.66 mm)")
        in words
    )
    assert squeezed("outside: 3 flap 97 mm (3.82 in), 6 back 100 mm (3.94 in), 1 front 100 mm (3.94 in)") in words


def test_what_is_as_wide_on_every_panel_is_told_once(words: str) -> None:
    assert squeezed("Each panel or page: 5.5 in (139.7 mm)") in words
    assert squeezed("8 back 5.5 in") not in words


def test_what_a_designer_adds_is_in_the_next_book(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, root / name)
    more = Miniature(root, DAY)
    more.replace(
        "styles/tokens/palette.css",
        "  --palette-clay:",
        "  --palette-moss: #556b2f;\n  --palette-moss-inks: 60 30 90 30;\n  --palette-clay:",
    )
    more.replace("styles/tokens/roles.css", "  --accent:", "  --growth: var(--palette-moss);\n  --accent:")
    more.write(
        "styles/formats/square.css",
        '/* A square. */\n:root[data-format="square"] {\n  --sheet-width: 5in;\n  --sheet-height: 5in;\n'
        "  --front: front 5in;\n  --back: back 5in;\n  --reading-order: front back;\n}\n",
    )
    job = resolve(more.project, load(more.project), BOOK)
    (composition,) = compose(Templates.read(more.project), job, Edition.SCREEN, proof=True)
    assert "#556b2f" in composition.html
    assert "60 30 90 30" in composition.html
    assert "210%" in composition.html
    assert "--growth" in composition.html
    assert "A square." in composition.html
