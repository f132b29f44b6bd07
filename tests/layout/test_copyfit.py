"""Copyfit: bounded, mild, alike in a group, and never below the floors."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import jinja2
import pytest

from brochures.compose.html import Composition, compose, compose_again
from brochures.compose.templates import Templates
from brochures.design.copyfit_ladder import Fit, Ladder, read_ladder
from brochures.design.styles import Styles
from brochures.engine import start
from brochures.engine.typesetter import Typesetter
from brochures.findings import BrochureError
from brochures.layout import Layout
from brochures.layout.checks.overset import oversets
from brochures.layout.copyfit import _report, copyfit
from brochures.load.catalogue import load
from brochures.pdf.write import pdf
from brochures.project.edition import Edition
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

pytestmark = pytest.mark.slow

LONG = "leading 16pt 15pt 0.25pt, tracking 0em -0.01em 0.0025em, space 1 0.25 0.25, size 14pt 12pt 0.5pt"  # 4 + 4 + 3 + 4 steps
STYLE = """
[data-fit] p { letter-spacing: var(--fit-tracking, 0em); font-size: var(--text-size, 12pt);
  line-height: var(--leading, 16pt); margin-bottom: calc(8pt * var(--fit-space, 1)); }
[data-panel] p { font-size: 14pt }
"""
BELOW = "The quick brown fox jumps over the lazy dog, and again. "


@dataclass
class Bench:
    """A copy of the project with a ladder, and how often a page was set."""

    mini: Miniature
    templates: Templates
    typesetter: Typesetter
    composition: Composition
    sets: list[bool] = field(default_factory=list)

    def fit(self) -> Layout:
        """Lay out with copyfit, and count."""
        self.sets.clear()
        return copyfit(self.templates, self.typesetter, self.composition)

    @property
    def ladder(self) -> Ladder:
        """The ladder of the piece."""
        return self.composition.fit.ladder

    def overset(self, steps: Mapping[int, int]) -> set[str]:
        """Return the panels that are overset at the bottom with ``steps``, each of them tried by itself and on its own."""
        again = compose_again(self.templates, self.composition, Fit(self.ladder, steps))
        document, _ = self.typesetter.set(again.html, again.medium, tagged=False)
        panels = self.typesetter.sheets(document).panels
        return {region.name for region in panels if any(over.side == "bottom" for over in oversets(region))}

    def mildest(self, group: int) -> int:
        """Return the first setting of the ladder that fits the panels of ``group``, each tried in turn; the last where none does."""
        panels = set(self.ladder.groups[group])
        for step in range(len(self.ladder.settings)):
            if not self.overset({group: step}) & panels:
                return step
        return len(self.ladder.settings) - 1


@pytest.fixture
def bench(mini: Miniature, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Bench]:
    def made(
        ladder: str = LONG, repeats: Mapping[str, int] | None = None, heights: Mapping[str, float] | None = None
    ) -> Bench:
        style = STYLE + "".join(
            f"[data-panel={name}] {{ height: {high}pt }}\n" for name, high in (heights or {}).items()
        )
        mini.append("styles/documents/fold.css", style)
        mini.replace("styles/documents/fold.css", "leading 16pt 15pt 0.5pt", ladder)
        for old, count in (repeats or {}).items():
            mini.replace("content/program.yaml", old, old + " " + BELOW * count)
        project = mini.project
        typesetter = start(project)
        templates = Templates.read(project)
        composition, *_ = compose(templates, resolve(project, load(project), "fold"), Edition.SCREEN, proof=False)
        one = Bench(mini, templates, typesetter, composition)
        really = typesetter.set

        def counted(*args: Any, **how: Any) -> Any:
            one.sets.append(how["tagged"])
            return really(*args, **how)

        monkeypatch.setattr(typesetter, "set", counted)
        return one

    return made


def test_where_nothing_is_overset_there_is_no_second_layout(bench: Callable[..., Bench]) -> None:
    one = bench()
    assert one.fit().findings == ()
    assert one.sets == [True]


@pytest.mark.parametrize("height", [*range(116, 142, 2)])
def test_the_mildest_setting_is_found_in_six_layouts(bench: Callable[..., Bench], height: float) -> None:
    one = bench(repeats={"Call us at": 1}, heights={"flap": height})
    made = one.fit()
    assert len(one.sets) <= 7
    group = next(number for number, panels in enumerate(one.ladder.groups) if "flap" in panels)
    expected = one.mildest(group)
    assert made.composition.fit.steps.get(group, 0) == expected
    spent = bool(one.overset({group: expected}) & {"flap"})
    codes = {finding.code for finding in made.findings if finding.code in {"FIT-101", "FIT-102", "OVR-201"}}
    assert codes == ({"FIT-102", "OVR-201"} if spent else {"FIT-101"} if expected else set())


def test_panels_of_a_group_share_one_setting_and_the_others_stay_as_designed(bench: Callable[..., Bench]) -> None:
    one = bench(heights={"inside-middle": 127})
    made = one.fit()
    ((panels, setting, step),) = made.composition.fit.used()
    assert panels == ("inside-left", "inside-middle", "inside-right")
    assert step == one.mildest(0)
    css = {made.composition.fit.css(panel) for panel in panels}
    assert css == {"; ".join(f"{name}: {value}" for name, value in setting.items())}
    assert [made.composition.fit.css(panel) for panel in ("flap", "back", "front")] == ["", "", ""]
    assert made.composition.html.count("data-fit style") == 3


def test_two_groups_go_down_each_by_itself_in_the_same_layouts(bench: Callable[..., Bench]) -> None:
    one = bench(repeats={"Call us at": 1}, heights={"flap": 130, "inside-middle": 127})
    made = one.fit()
    assert len(one.sets) <= 7
    flap = next(number for number, panels in enumerate(one.ladder.groups) if "flap" in panels)
    assert made.composition.fit.steps == {0: one.mildest(0), flap: one.mildest(flap)}
    assert len(set(made.composition.fit.steps.values())) == 2


def test_only_the_overset_groups_pages_are_tried(bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[list[int]] = []
    really = compose_again

    def again(templates: Templates, composition: Composition, fit: Fit, pages: Any = ()) -> Composition:
        tried.append(list(pages))
        return really(templates, composition, fit, pages)

    monkeypatch.setattr("brochures.layout.copyfit.compose_again", again)
    bench(heights={"inside-middle": 127}).fit()
    assert tried[-1] == []
    assert {tuple(pages) for pages in tried[:-1]} == {(2,)}


def test_a_spent_ladder_tells_what_is_over_at_its_last_setting(bench: Callable[..., Bench]) -> None:
    one = bench(repeats={"Call us at": 12}, heights={"flap": 160})
    made = one.fit()
    assert len(one.sets) <= 7
    (spent,) = (finding for finding in made.findings if finding.code == "FIT-102")
    assert "15 of 15 steps taken" in spent.message
    assert "words are still overset" in spent.message
    (over,) = (finding for finding in made.findings if finding.code == "OVR-201")
    group = next(number for number, panels in enumerate(one.ladder.groups) if "flap" in panels)
    again = compose_again(one.templates, one.composition, Fit(one.ladder, {group: 15}))
    document, _ = one.typesetter.set(again.html, again.medium, tagged=True)
    (flap,) = (region for region in one.typesetter.sheets(document).panels if region.name == "flap")
    (measured,) = oversets(flap)
    assert f"overset by {measured.by:g} pt at the bottom" in over.message
    assert f"{len(measured.lines)} lines, {measured.words} words" in over.message


def test_the_same_words_make_the_same_bytes(bench: Callable[..., Bench]) -> None:
    one = bench(repeats={"Call us at": 1}, heights={"flap": 130})
    first, second = (pdf(one.typesetter, one.fit()).data for _ in range(2))
    assert first == second


def _refused(mini: Miniature, ladder: str, groups: str = "flap", audience: str = "patient") -> str:
    mini.write("styles/documents/fold.css", f":root {{ --copyfit: {ladder}; --copyfit-groups: {groups}; }}")
    panels = ("flap", "back", "front", "inside-left", "inside-middle", "inside-right")
    with pytest.raises(BrochureError) as refused:
        read_ladder(Styles.read(mini.root / "styles"), "fold", audience, panels)
    (finding,) = refused.value.findings
    assert finding.code == "FIT-103"
    assert str(finding.place) == "styles/documents/fold.css"
    assert "NAME FROM TO STEP" in finding.help
    return finding.message


@pytest.mark.parametrize(
    ("ladder", "message"),
    [
        ("leading 17pt 15pt 0.1pt", "the ladder has 20 steps, more than 16"),
        ("leading 16pt 15pt 0.1pt, space 1 0 0.125", "the ladder has 18 steps, more than 16"),
        ("space 1 0 0.000000001", "the ladder has 1000000000 steps, more than 16"),
        ("leading 16 15 0.5", "'16' is not a number in pt"),
        ("leading 16px 15px 0.5px", "'16px' is not a number in pt"),
        ("tracking 0pt -0.01pt 0.005pt", "'0pt' is not a number in em"),
        ("space 1pt 0 0.5", "'1pt' is not a number without a unit"),
        ("size 14pt 12pt half", "'half' is not a number in pt"),
        ("size nanpt 12pt 1pt", "'nanpt' is not a number in pt"),
        ("leading 16pt 15pt 0.5pt, leading 15pt 15pt 0.5pt", "the rung 'leading 15pt 15pt 0.5pt' has no step"),
        ("leading 16pt 15pt 0.5pt, leading 17pt 15pt 1pt", "the rung 'leading' stands twice"),
        ("leading 15pt 16pt 0.5pt", "the rung 'leading 15pt 16pt 0.5pt' goes up"),
        ("tracking 0em 0.01em 0.005em", "goes up"),
        ("leading 16pt 15pt -0.5pt", "has no step"),
        ("leading 16pt 15pt 0pt", "has no step"),
        ("leading 16pt 15pt 2pt", "has no step"),
        ("leading 16pt 15pt 0.3pt", "does not come to 15 in steps of 0.3"),
        ("leading 16pt 15pt", "needs three numbers: from, to and step"),
        ("leading", "needs three numbers"),
        ("leading 16pt 15pt 0.5pt 1pt", "needs three numbers"),
        ("leeding 16pt 15pt 0.5pt", "there is no rung 'leeding'; did you mean 'leading'?"),
        ("leading 16pt 14pt 0.5pt", "goes below the floor of 15 pt"),
        ("size 13pt 11.5pt 0.5pt", "goes below the floor of 12 pt"),
        ("tracking 0em -0.02em 0.005em", "goes beyond 10/1000 em"),
        ("tracking 0.02em 0em 0.005em", "goes beyond 10/1000 em"),
        ("space 1 -0.5 0.5", "would lay blocks over each other"),
    ],
)
def test_a_ladder_that_cannot_be_used_says_why(mini: Miniature, ladder: str, message: str) -> None:
    assert message in _refused(mini, ladder)


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ("flap, flap", "the panel 'flap' is in two groups"),
        ("flap back, back front", "the panel 'back' is in two groups"),
        ("flap flap", "the panel 'flap' is in its group twice"),
        ("flop", "no format has a panel 'flop'; did you mean 'flap'?"),
        ("", "no groups of panels"),
    ],
)
def test_groups_that_cannot_be_used_say_why(mini: Miniature, groups: str, message: str) -> None:
    assert message in _refused(mini, "leading 16pt 15pt 0.5pt", groups)


def test_clinicians_have_floors_of_their_own(mini: Miniature) -> None:
    assert "below the floor of 13 pt" in _refused(mini, "leading 14pt 12.5pt 0.5pt", audience="clinician")
    assert "below the floor of 10 pt" in _refused(mini, "size 11pt 9.5pt 0.5pt", audience="clinician")


def test_no_setting_of_a_ladder_lies_below_a_floor(bench: Callable[..., Bench]) -> None:
    for setting in bench().ladder.settings:
        assert float(setting.get("--leading", "15pt").removesuffix("pt")) >= 15
        assert float(setting.get("--text-size", "12pt").removesuffix("pt")) >= 12
        assert abs(float(setting.get("--fit-tracking", "0em").removesuffix("em"))) <= 0.01
        assert float(setting.get("--fit-space", "1")) >= 0


def test_the_words_of_a_refused_ladder_stop_its_piece_and_no_other(mini: Miniature) -> None:
    mini.replace("styles/documents/fold.css", "16pt 15pt 0.5pt", "15pt 16pt 0.5pt")
    assert {finding.code for finding in mini.build("fold").findings if finding.is_error} == {"FIT-103"}
    assert not (mini.out / "fold").exists()
    assert mini.build("pack").findings == ()
    assert mini.path("pack.screen").is_file()


def test_a_trial_reads_no_file_and_builds_no_environment(
    bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench(repeats={"Call us at": 2}, heights={"flap": 130})
    shutil.rmtree(one.mini.root / "templates")
    (one.mini.root / "styles").rename(one.mini.root / "styles-as-they-were")
    opened: list[str] = []
    watching = [True]
    sys.addaudithook(lambda event, what: opened.append(str(what[0])) if event == "open" and watching else None)

    def refused(*_: Any, **__: Any) -> None:
        pytest.fail("a trial builds an environment")

    monkeypatch.setattr(jinja2.Environment, "__init__", refused)
    again = compose_again(one.templates, one.composition, Fit(one.ladder, {0: 1}), (2,))
    watching.clear()
    assert opened == []
    assert "data-fit" in again.html


def test_what_was_used_is_told_for_each_group_with_its_steps_and_values(bench: Callable[..., Bench]) -> None:
    one = bench()
    groups = one.ladder.groups
    fitted = replace(one.composition, fit=Fit(one.ladder, {0: 5, 1: 0, 2: 15}))
    first, second = _report(fitted, {2})
    assert (first.code, first.piece, first.edition, str(first.place)) == (
        "FIT-101",
        "fold",
        "screen",
        f"styles/documents/{one.composition.document}.css",
    )
    inside = ", ".join(f"'{panel}'" for panel in groups[0])
    assert first.message == f"{inside}: 5 of 15 steps taken (leading 15pt, fit-tracking -0.0025em)"
    assert first.help == "nothing to do; to set it as designed, cut words"
    assert (second.code, second.piece, second.edition, second.place) == ("FIT-102", "fold", "screen", first.place)
    assert second.message == (
        f"'{groups[2][0]}': 15 of 15 steps taken (leading 15pt, fit-tracking -0.01em, fit-space 0.25, text-size 12pt), "
        "and words are still overset"
    )
    assert second.help == "cut the words that the finding of the overset panel names"
