"""The preflight report gets another page only where much was found: it is set on one page first, and again on as many as it took."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from brochures import handoff
from brochures.pdf.file import File
from brochures.project.edition import FileKind

Asked = tuple[FileKind, int]


@dataclass
class Setter:
    """Sets nothing: a sheet that is asked for comes back as a file, the report with ``needed`` pages."""

    needed: int
    templates: object = None
    asked: list[list[Asked]] = field(default_factory=list)

    def make(self, sheets: list[Asked], jobs: int) -> list[File]:
        """Return a file for each of ``sheets``, one at a time."""
        assert jobs == 1
        self.asked.append(sheets)
        pages = {FileKind.SPEC_SHEET: 3, FileKind.PREFLIGHT_REPORT: self.needed}
        return [File(cast("Any", kind), b"", pages[kind], ()) for kind, _ in sheets]


@pytest.mark.parametrize(
    ("needed", "again"), [(1, []), (2, [[(FileKind.PREFLIGHT_REPORT, 2)]]), (4, [[(FileKind.PREFLIGHT_REPORT, 4)]])]
)
def test_a_report_is_set_again_on_as_many_pages_as_it_took(
    monkeypatch: pytest.MonkeyPatch, needed: int, again: list[list[Asked]]
) -> None:
    monkeypatch.setattr(handoff, "sheet", lambda _templates, _printed, kind, _told, pages=1: (kind, pages))
    setter = Setter(needed)
    printed = File(cast("Any", None), b"", 2, ())
    spec_sheet, report = handoff._sheets(printed, cast("Any", setter), cast("Any", None), cast("Any", None))
    assert setter.asked == [[(FileKind.SPEC_SHEET, 1), (FileKind.PREFLIGHT_REPORT, 1)], *again]
    assert (spec_sheet.pages, report.pages) == (3, needed)
