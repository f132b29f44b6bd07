from __future__ import annotations

from pathlib import Path

from brochures.findings import Finding
from brochures.load.text_faults import text_faults
from brochures.load.yaml_source import read
from tests.miniature import Miniature


def _faults(tmp_path: Path, text: str) -> list[Finding]:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    manuscript, _ = read(path, "a.yaml")
    return list(text_faults(manuscript))


def _short(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.code, str(one.place)) for one in found]


def test_each_fault_of_a_text_is_told_once_at_its_first_place(tmp_path: Path) -> None:
    found = _faults(tmp_path, "a: >\n  Donâ€™t, donâ€™t,\n  InÃ©s â\u200b\nb: ['Ã©', “x“]\n")
    assert _short(found) == [
        ("LOD-302", "a.yaml:2:6"),
        ("LOD-302", "a.yaml:3:5"),
        ("LOD-303", "a.yaml:3:10"),
        ("LOD-302", "a.yaml:4:6"),
        ("LOD-306", "a.yaml:4:13"),
    ]
    assert found[0].message == "'â€™' stands for '’': these are letters that a program read in the wrong encoding"
    assert found[0].help == "type ’"


def test_what_belongs_to_misread_letters_is_told_with_them_alone(tmp_path: Path) -> None:
    (one,) = _faults(tmp_path, "a: ClÃ\xadnica\n")
    assert (one.code, one.message[:31]) == ("LOD-302", "'Ã[SOFT HYPHEN, U+00AD]' stands")
    (space,) = _faults(tmp_path, "a: xÂ\xa0y\n")
    assert "stands for NO-BREAK SPACE, U+00A0" in space.message
    assert space.help == "delete it, or type a plain space"


def test_an_escape_hides_nothing(tmp_path: Path) -> None:
    assert _short(_faults(tmp_path, 'a: "x\\u200by"\nb: "x\\ay"\n')) == [
        ("LOD-303", "a.yaml:1:6"),
        ("LOD-303", "a.yaml:2:6"),
    ]


def test_a_key_is_read_as_well(tmp_path: Path) -> None:
    found = _faults(tmp_path, "na\u200bme: x\n\xa0b: y\nlist:\n  - {ca\u200bt: z}\nf\xe9: 1\n")
    assert _short(found) == [("LOD-303", "a.yaml:1:1"), ("LOD-303", "a.yaml:2:1"), ("LOD-303", "a.yaml:4:6")]
    assert found[1].message == "a no-break space stands in this line where a plain one must"


def test_an_unseen_character_in_a_key_is_told_and_not_that_the_key_is_unknown(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "f\u200bax: 555-0101\n")
    assert [one.code for one in mini.load().findings] == ["LOD-303"]


def test_a_mark_that_faces_the_wrong_way_spoils_no_file(mini: Miniature) -> None:
    mini.append("content/clinic.yaml", "intake_contact: Ask “Ann“\n")
    catalogue = mini.load()
    assert [(one.code, one.is_error) for one in catalogue.findings] == [("LOD-306", False)]
    assert catalogue.clinic is not None


def test_a_name_in_a_wrong_encoding_is_not_used(mini: Miniature) -> None:
    mini.replace("content/clinic.yaml", "name: ", "name: ClÃ\xadnica ")
    catalogue = mini.load()
    assert [one.code for one in catalogue.findings] == ["LOD-302"]
    assert catalogue.clinic is None
