"""The claim of PDF/UA-1 in the metadata of a tagged file, and how it is taken back."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from brochures.engine.typesetter import Typesetter
from brochures.pdf.access_claim import without_claim
from tests.preflight.small_file import SmallFile, small_file


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, typesetter: Typesetter) -> SmallFile:
    return small_file(tmp_path_factory.mktemp("claim"), typesetter)


def _packet(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return bytes(pdf.Root.Metadata.read_bytes())


def _said(packet: bytes) -> set[str]:
    """Return the names of all that a packet says, attributes and elements."""
    nodes = list(ET.fromstring(packet).iter())  # noqa: S314 made by this test
    return {name.rpartition("}")[2] for node in nodes for name in (node.tag, *node.attrib)}


def test_a_tagged_file_claims_pdf_ua_and_loses_nothing_but_the_claim(small: SmallFile) -> None:
    assert small.made.claims_access
    before, after = _packet(small.made.data), without_claim(small.made)
    assert b'pdfuaid:part="1"' in before
    assert b"pdfuaid:part" not in _packet(after.data)
    assert _said(before) - _said(_packet(after.data)) == {"part"}
    assert not after.claims_access
    assert replace(small, made=after).found() == ()


def test_taking_it_back_twice_gives_the_same_bytes(small: SmallFile) -> None:
    once = without_claim(small.made)
    assert without_claim(once).data == once.data


def test_a_claim_that_is_written_as_an_element_goes_too(small: SmallFile) -> None:
    def written(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        old = b'<rdf:Description rdf:about="" pdfuaid:part="1"/>'
        assert old in packet
        pdf.Root.Metadata.write(
            packet.replace(old, b'<rdf:Description rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>')
        )

    assert b"pdfuaid:part" not in _packet(without_claim(small.damaged(written)).data)


def test_a_file_that_cannot_be_opened_keeps_its_bytes(small: SmallFile) -> None:
    cut = replace(small.made, data=small.made.data[:200])
    assert without_claim(cut) == replace(cut, claims_access=False)
