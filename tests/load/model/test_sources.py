"""Citations without a title: what their model takes, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from brochures.load.model.sources import Citation

FOUND = {"author": [{"family": "Small"}], "container_title": "Journal"}


def _cite(**fields: Any) -> Citation:
    return Citation.model_validate({"type": "report", **fields})


@pytest.mark.parametrize("where", [{"container_title": "Journal"}, {"publisher": "House"}, {"DOI": "10.1000/x.1"}, {"URL": "https://example.org/a"}])  # fmt: skip
def test_a_citation_without_a_title_is_found_by_its_author_and_one_thing_more(where: dict[str, str]) -> None:
    assert _cite(working_title="What it is about", author=[{"family": "Small"}], **where).title is None


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (FOUND, "either a 'title'"),
        ({**FOUND, "title": "A", "working_title": "A"}, "either a 'title'"),
        ({"working_title": "A", "container_title": "Journal"}, "nobody can find it"),
        ({"working_title": "A", "author": [{"family": "Small"}]}, "nobody can find it"),
        (
            {"type": "webpage", "working_title": "A", "author": [{"family": "Small"}], "publisher": "House"},
            "nobody can find it",
        ),
    ],
)
def test_a_citation_has_one_title_or_enough_to_be_found_without(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        _cite(**fields)
