"""What is asked for held against what there is, and what became of it in words: in-process, nothing is built."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from brochures.cli import requests
from brochures.findings import Finding, Severity, UsageError
from brochures.project.edition import Edition
from brochures.project.manifest import OnRecord
from brochures.project.paths import Project
from tests.miniature import TODAY, Miniature

pytestmark = pytest.mark.slow


@pytest.fixture
def project(mini: Miniature) -> Project:
    return mini.project


def test_a_piece_whose_file_is_not_read_is_told_by_that_file(mini: Miniature) -> None:
    mini.write("content/brochures/spring.yml", "title: Spring")
    mini.write("content/brochure/winter.yaml", "title: Winter")
    for word, file in (("spring", "brochures/spring.yml"), ("winter", "brochure/winter.yaml")):
        with pytest.raises(UsageError) as refused:
            requests.known(mini.project, (word,))
        assert str(refused.value) == (
            f"there is no piece '{word}': content/{file} is not read; it belongs into content/brochures/ or content/packets/ as "
            f"'{word}.yaml'. The pieces are: fold, pack"
        )


def test_a_piece_that_there_is_may_be_asked_for(project: Project) -> None:
    requests.known(project, ())
    requests.known(project, ("fold", "pack"))
    with pytest.raises(UsageError) as refused:
        requests.known(project, ("fold", "flod"))
    assert str(refused.value) == "there is no piece 'flod': did you mean 'fold'? The pieces are: fold, pack"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("FOLD", ": did you mean 'fold'?"),
        ("biuld", ": did you mean the command 'build'?"),
        ("foldd.yaml", ": did you mean 'fold'?"),
        ("content/brochures/fold.yaml", ": say 'fold', without folder and ending."),
        ("content\\brochures\\fold.yaml", ": say 'fold', without folder and ending."),
        ("fold.screen.pdf", ": say 'fold', without folder and ending."),
        ("out/fold/", ": say 'fold', without folder and ending."),
        ("zzz", "."),
    ],
)
def test_what_a_mistyped_word_probably_means_is_asked(project: Project, word: str, meant: str) -> None:
    with pytest.raises(UsageError) as refused:
        requests.known(project, (word,), ("build", "check"))
    assert str(refused.value) == f"there is no piece '{word}'{meant} The pieces are: fold, pack"


OFFERS = {"fold": ("screen", "desk"), "pack": ("screen",)}


@pytest.mark.parametrize(
    ("slugs", "editions"),
    [
        ((), ("press",)),
        (("fold",), ()),
        (("fold",), ("desk",)),
        (("fold",), ("press", "desk")),
        (("other",), ("press",)),
        (("fold", "pack"), ("screen",)),
    ],
)
def test_an_edition_is_offered_where_a_piece_has_one_of_those_asked_for(
    slugs: tuple[str, ...], editions: tuple[str, ...]
) -> None:
    requests.offered(slugs, editions, OFFERS)


@pytest.mark.parametrize(
    ("slugs", "editions", "message"),
    [
        (("fold",), ("press",), "'fold' has no edition press. Its editions are: screen, desk"),
        (("fold", "pack"), ("desk",), "'pack' has no edition desk. Its editions are: screen"),
        (("pack",), ("desk", "press"), "'pack' has no edition desk or press. Its editions are: screen"),
    ],
)
def test_an_edition_that_a_piece_lacks_is_wrong_usage(
    slugs: tuple[str, ...], editions: tuple[str, ...], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        requests.offered(slugs, editions, OFFERS)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("slug", "sheet", "editions"),
    [("fold", None, ()), ("fold", None, ("desk",)), (None, "a.png", ()), (None, "a.PNG", ()), (None, "", ())],
)
def test_a_proof_is_of_one_piece_or_of_all(
    project: Project, slug: str | None, sheet: str | None, editions: tuple[str, ...]
) -> None:
    requests.one_proof(project, slug, sheet, editions)


@pytest.mark.parametrize(
    ("slug", "sheet", "editions", "message"),
    [
        (None, None, (), "name a piece (SLUG), or ask for all of them in one picture with --contact-sheet"),
        ("fold", "a.png", (), "a proof is of one piece (SLUG) or of all of them (--contact-sheet): leave one out"),
        ("fold", "", (), "a proof is of one piece (SLUG) or of all of them (--contact-sheet): leave one out"),
        ("flod", None, (), "there is no piece 'flod': did you mean 'fold'? The pieces are: fold, pack"),
        (None, "a.png", ("desk",), "--contact-sheet shows each piece in its screen edition: leave out --for"),
        (None, "a.pdf", (), "--contact-sheet makes a PNG picture, and 'a.pdf' does not end in .png"),
    ],
)
def test_a_proof_of_neither_or_both_is_wrong_usage(
    project: Project, slug: str | None, sheet: str | None, editions: tuple[str, ...], message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        requests.one_proof(project, slug, sheet, editions)
    assert str(refused.value) == message


def _printers(**impose: object) -> dict[str, Any]:
    return {name: SimpleNamespace(thing=SimpleNamespace(impose=value)) for name, value in impose.items()}


def test_files_for_a_printer_that_imposes_go_to_a_folder_of_its_own(project: Project) -> None:
    other = requests.imposes(project, _printers(cards=1, pages=None), "cards")
    assert other.out == project.out / "printers" / "cards"
    assert (other.root, other.today) == (project.root, TODAY)
    assert requests.imposes(project, {}, "any").out == project.out / "printers" / "any"


@pytest.mark.parametrize(
    ("impose", "printer", "message"),
    [
        ({"cards": 1, "pages": None}, "pages", "the printer 'pages' takes single pages. Those with 'impose' in content/printers.yaml: cards"),
        ({"cards": 1, "more": 2}, "card", "there is no printer 'card': did you mean 'cards'? Those with 'impose' in content/printers.yaml: cards, more"),
        ({"pages": None}, "none", "there is no printer 'none'. Those with 'impose' in content/printers.yaml: none"),
        ({"cards": 1, "more": 2}, "none", "there is no printer 'none'. Those with 'impose' in content/printers.yaml: cards, more"),
        ({"pages": None}, "pages", "the printer 'pages' takes single pages. Those with 'impose' in content/printers.yaml: none"),
    ],
)  # fmt: skip
def test_a_printer_that_takes_single_pages_is_wrong_usage(
    project: Project, impose: dict[str, Any], printer: str, message: str
) -> None:
    with pytest.raises(UsageError) as refused:
        requests.imposes(project, _printers(**impose), printer)
    assert str(refused.value) == message


@dataclass
class _File:
    piece: str
    name: str
    record: dict[str, Any] = field(default_factory=dict)
    fresh: bool = True


@pytest.mark.parametrize(
    ("files", "card"),
    [
        ([("card", "press"), ("card", "press-imposed")], True),
        ([("card", "press")], False),
        ([("other", "press")], True),
        ([("other", "press-imposed"), ("card", "press")], False),
        ([], True),
    ],
)
def test_only_a_card_is_imposed(files: list[tuple[str, str]], *, card: bool) -> None:
    made: Any = SimpleNamespace(published=[_File(*one) for one in files])
    if card:
        requests.imposed("card", "us", made)
        return
    with pytest.raises(UsageError) as refused:
        requests.imposed("card", "us", made)
    assert str(refused.value) == (
        "'card' is no card: print shops get its single pages, in reading order, and impose them. They are made for 'us'"
    )


def test_each_file_is_listed_with_its_pages_its_size_and_what_it_is(project: Project) -> None:
    record = {"path": "fold/fold.pdf", "pages": 2, "bytes": 2600, "proof": False}
    files = (_File("fold", "screen", record), _File("fold", "desk", {**record, "proof": True}, fresh=False))
    made: Any = SimpleNamespace(published=files)
    assert list(requests.listed(project, made)) == [
        f"{project.out}/fold/fold.pdf  2 pages  3 kB  final",
        f"{project.out}/fold/fold.pdf  2 pages  3 kB  proof  (unchanged)",
    ]


@pytest.mark.parametrize(("length", "told"), [(1535, "1 kB"), (1537, "2 kB"), (1024, "1 kB")])
def test_a_file_s_size_is_told_in_kb_of_1024_bytes(project: Project, length: int, told: str) -> None:
    files = (_File("fold", "screen", {"path": "a.pdf", "pages": 1, "bytes": length, "proof": False}),)
    made: Any = SimpleNamespace(published=files)
    assert f"  {told}  " in next(requests.listed(project, made))


def test_a_print_shop_that_there_is_not_is_wrong_usage() -> None:
    requests.print_shop("us", ("us", "eu"))
    requests.print_shop("us", ())
    with pytest.raises(UsageError) as refused:
        requests.print_shop("uk", ("us", "eu"))
    assert str(refused.value) == "there is no printer 'uk'. The printers are: us, eu"
    with pytest.raises(UsageError) as refused:
        requests.print_shop("usa", ("us", "eu"))
    assert str(refused.value) == "there is no printer 'usa': did you mean 'us'? The printers are: us, eu"


def test_a_language_without_a_label_is_wrong_usage() -> None:
    labels: Any = {name: SimpleNamespace(thing=dict.fromkeys(codes)) for name, codes in {"a": "x", "b": "xy"}.items()}
    requests.language("y", labels)
    requests.language("fr", {})
    with pytest.raises(UsageError) as refused:
        requests.language("fr", labels)
    assert str(refused.value) == "there is no language 'fr'. The languages of content/labels.yaml are: x, y"


def test_what_was_handed_over_is_listed_file_by_file_and_the_zip_last() -> None:
    parcel = SimpleNamespace(folder=Path("out/a"), names=("a.pdf", "SHA256SUMS"), archive=Path("out/a.zip"), proof=True)
    made: Any = SimpleNamespace(handed=parcel)
    assert list(requests.handed(made)) == ["out/a/a.pdf", "out/a/SHA256SUMS", "out/a.zip  PROOF, not for print"]
    parcel.proof = False
    assert list(requests.handed(made))[-1] == "out/a.zip  final"
    made.handed = None
    assert list(requests.handed(made)) == []


KNOWN: Any = {
    "LAY-201": SimpleNamespace(as_text=lambda: "near"),
    "LAY-101": SimpleNamespace(as_text=lambda: "pages"),
    "LOD-101": SimpleNamespace(as_text=lambda: "read"),
}


@pytest.mark.parametrize("name", ["LAY-201", "lay-201", "LAY201", "lay 201", " Lay_201 "])
def test_a_code_is_explained_however_it_is_written(name: str) -> None:
    assert requests.explain(name, KNOWN) == "near"


def test_what_is_no_code_is_wrong_usage_and_says_what_a_code_looks_like() -> None:
    with pytest.raises(UsageError) as refused:
        requests.explain("lay-999", KNOWN)
    assert str(refused.value) == "there is no code 'lay-999'. Those of its kind are: LAY-201, LAY-101"
    for name in ("STATEMENT", "XXX-101", "LAY-2011", "LA-201"):
        with pytest.raises(UsageError) as refused:
            requests.explain(name.removeprefix("LAY"), KNOWN)
        assert "A code looks like LOD-104" in str(refused.value)
        assert "REL (what only people can supply)" in str(refused.value)


@pytest.mark.parametrize(
    ("weights", "code"),
    [((), 0), (("note", "warning"), 0), (("error",), 1), (("warning", "error", "note"), 1)],
)
def test_an_error_is_told_by_the_exit_code(weights: tuple[str, ...], code: int) -> None:
    found = [Finding("EDT-101", Severity(weight), "m") for weight in weights]
    assert requests.exit_code(found) == code


def test_what_is_still_true_is_told_again_and_what_is_not_is_work(mini: Miniature) -> None:
    assert requests.still_true(mini.project, OnRecord.read(mini.project), (), (), release=False) is None
    mini.build()
    for slugs in ((), ("fold",), ("fold", "pack")):
        assert requests.still_true(mini.project, OnRecord.read(mini.project), slugs, (), release=False) == ()
    assert (
        requests.still_true(mini.project, OnRecord.read(mini.project), ("fold",), (Edition.DESK,), release=False) == ()
    )
    assert requests.still_true(mini.project, OnRecord.read(mini.project), (), (), release=True) is None
    with pytest.raises(UsageError, match=r"'pack' has no edition desk\. Its editions are: screen"):
        requests.still_true(mini.project, OnRecord.read(mini.project), ("pack",), (Edition.DESK,), release=False)
    (mini.out / "fold" / "fold.screen.pdf").unlink()
    assert requests.still_true(mini.project, OnRecord.read(mini.project), (), (), release=False) is None
    assert requests.still_true(mini.project, OnRecord.read(mini.project), ("pack",), (), release=False) == ()


def test_links_are_counted_where_there_are_any() -> None:
    assert list(requests.links(0, 0)) == []
    assert list(requests.links(7, 2)) == [
        "links to sources in statements and forms: 7; waiting for somebody who reads the source: 2"
    ]
