"""Style sheets that are never read, or at the wrong place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.design.checks.gate import found

LAYERS = "@layer tokens, components, editions;\n"
INDEX = LAYERS + "".join(f'@import url("{name}") layer({name.partition("/")[0]}){medium};\n' for name, medium in (("tokens/faces.css", ""), ("components/a.css", ""), ("editions/press.css", " press")))  # fmt: skip
SHEETS = {"components/a.css": ".a { margin: 0 }", "editions/press.css": ".a { margin: 0 }"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", None),
        ('url("components/a.css")', '"components/../components/a.css"', None),
        ("components/a.css", "components/b.css", ("styles/index.css:3:1", "there is no style sheet 'styles/components/b.css'", "did you mean 'components/a.css'?")),
        ('@import url("components/a.css") layer(components);\n', "", ("styles/components/a.css:1:1", "styles/index.css does not name this file, and it is never read", "write '@import url(\"components/a.css\");' into styles/index.css, with its layer")),
        ("layer(components);", "layer(component);", ("styles/index.css:3:1", "there is no layer 'component' for 'components/a.css'", "did you mean 'components'?")),
        ("layer(components);", "layer(tokens);", ("styles/index.css:3:1", "'components/a.css' stands in the layer 'tokens'", "write 'layer(components)' behind its name")),
        (" layer(components);", ";", ("styles/index.css:3:1", "'components/a.css' stands in no layer, and wins over all others", "write 'layer(components)' behind its name")),
        (" press;", " pres;", ("styles/index.css:4:1", "'editions/press.css' is for 'pres', which is no edition: it is never read", "did you mean 'press'?")),
        (" press;", ' press;\n@import "components/a.css" layer(components);', ("styles/index.css:5:1", "'components/a.css' is read twice: the second time it wins over what lies between", "take one of the two lines out")),
    ],
)  # fmt: skip
def test_each_style_sheet_is_read_once_in_its_layer(
    tmp_path: Path, old: str, new: str, told: tuple[str, str, str] | None
) -> None:
    files = {"index.css": INDEX.replace(old, new) if old else INDEX, **SHEETS}
    assert found(tmp_path, files, "STY-106") == ([told] if told else [])


def test_a_style_sheet_without_a_rule_and_a_house_without_contents_are_told(tmp_path: Path) -> None:
    files = {"index.css": INDEX, **SHEETS, "components/a.css": "/* lost */"}
    assert found(tmp_path, files, "STY-106") == [
        (
            "styles/components/a.css:1:1",
            "this style sheet holds no rule",
            "restore it from version control, or take it out",
        )
    ]
    (tmp_path / "styles" / "index.css").unlink()
    assert found(tmp_path, SHEETS, "STY-106") == [
        ("styles/index.css", "there is no table of contents: no style sheet is read", "restore it from version control")
    ]
