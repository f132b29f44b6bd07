"""The fax of some forms alone: which there are, where it goes, and what becomes of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from brochures.cli import requests
from brochures.findings import UsageError
from brochures.load.catalogue import Catalogue, load
from brochures.project.leftovers import FAXES, MadeOf, leftovers
from brochures.project.manifest import FORM, write
from brochures.project.paths import ROOT, Project
from tests.miniature import Miniature
from tests.real import DAY


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Project(ROOT, DAY, ROOT / "out"))


def test_forms_go_to_a_folder_of_their_own(catalogue: Catalogue) -> None:
    project = Project(ROOT, DAY, ROOT / "out")
    chosen = requests.faxes(project, catalogue, "referral-packet", ("clearance", "referral"))
    assert chosen.out == ROOT / "out" / "faxes" / "clearance+referral"


def test_a_form_that_the_piece_does_not_have_is_refused_with_those_that_it_has(catalogue: Catalogue) -> None:
    project = Project(ROOT, DAY, ROOT / "out")
    with pytest.raises(
        UsageError, match=r"no form 'referal': did you mean 'referral'\? The forms of 'referral-packet' are: fax-cover,"
    ):
        requests.faxes(project, catalogue, "referral-packet", ("referal",))
    with pytest.raises(UsageError, match="The forms of 'crisis-card' are: none"):
        requests.faxes(project, catalogue, "crisis-card", ("referral",))


@pytest.mark.parametrize(("editions", "left"), [(("screen", "fax"), 0), (("screen",), 1)])
def test_a_fax_is_left_over_when_its_piece_is_faxed_no_more(
    mini: Miniature, editions: tuple[str, ...], left: int
) -> None:
    folder = mini.project.out / FAXES / "referral"
    tif = folder / "pack" / "pack.fax-fine.tif"
    tif.parent.mkdir(parents=True)
    tif.write_bytes(b"dots")
    output = {
        "edition": "fax", "path": "pack/pack.fax-fine.tif", "sha256": _sum(b"dots"), "pages": 1, "bytes": 4, "proof": True, "digest": "", "state": "",
        "findings": [],
    }  # fmt: skip
    piece = {
        "title": "A packet", "format": "", "audience": "clinician", "editions": ["fax"], "true_until": None, "findings": [],
        "outputs": {"fax-fine": output},
    }  # fmt: skip
    manifest = replace(mini.project, out=folder).manifest
    write(manifest, {"form": FORM, "engine": {}, "pieces": {"pack": piece}, "left": {}})
    found = leftovers(mini.project, MadeOf({"pack": editions, "fold": ("screen",)}, ()))
    assert [one.path for one in found] == [Path(tif)] * left
    assert all(one.ours for one in found)


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
