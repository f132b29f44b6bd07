"""Balance: a picture of results is refused wherever it could show one side only."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from brochures.findings import BrochureError
from brochures.load.model.figures import IconArray
from brochures.resolve.passages import printed
from brochures.resolve.ticket import resolve
from tests.miniature import Miniature

RELAPSE = "          - {arm: ketamine, count: 8, of: 20}\n        direction: no difference shown\n"
FAIR = """\
          - {arm: ketamine, count: 8, of: 20}
          - {arm: placebo, percent: 50}
        direction: no difference shown
        follow_up: 4 weeks
      - id: sick
        measure: felt sick
        comparison: ketamine against placebo
        effect: {measure: direction only}
        rates: [{arm: ketamine, count: 9, of: 20}, {arm: placebo, count: 2, of: 20}]
        direction: no difference shown
        follow_up: 1 day
        harm: true
        note: Told afterward.
      - id: better
        measure: felt better
        comparison: ketamine against placebo
        effect: {measure: direction only}
        rates: [{arm: ketamine, count: 9, of: 20}, {arm: placebo, count: 2, of: 20}]
        direction: favors ketamine
        follow_up: 6 weeks
"""
ARRAY = """\
      - icon_array:
          title: A picture
          found: [{study: mini-trial, outcome: better}]
          found_no_difference: [{study: mini-trial, outcome: relapse}]
          harms: [{study: mini-trial, outcome: sick}]
"""
PLOT = "      - forest_plot: {title: A plot, studies: [mini-trial]}\n"


def _shop(mini: Miniature, block: str, **changes: str) -> Miniature:
    text = FAIR
    for old, new in changes.items():
        assert text.count(old) >= 1
        text = text.replace(old, new)
    mini.replace("content/studies.yaml", RELAPSE, text)
    mini.replace("content/packets/pack.yaml", "      - statement: ketamine.effects\n", block)
    return mini


def _findings(mini: Miniature) -> list[tuple[str, str]]:
    try:
        resolve(mini.project, mini.load(), "pack")
    except BrochureError as refused:
        return [(finding.code, finding.message) for finding in refused.findings]
    return []


def test_a_fair_picture_is_let_through(mini: Miniature) -> None:
    assert _findings(_shop(mini, ARRAY)) == []


@pytest.mark.parametrize("missing", ["found", "found_no_difference", "harms"])
def test_no_picture_can_be_written_without_any_of_its_three_sides(missing: str) -> None:
    pick = ({"study": "mini-trial", "outcome": "better"},)
    whole: dict[str, Any] = {"title": "A", "found": pick, "found_no_difference": pick, "harms": pick}
    with pytest.raises(ValidationError, match=missing):
        IconArray.model_validate({key: value for key, value in whole.items() if key != missing})
    with pytest.raises(ValidationError, match=missing):
        IconArray.model_validate({**whole, missing: ()})


def test_no_picture_can_be_asked_for_one_group() -> None:
    fields = {name for model in (IconArray, *_models(IconArray)) for name in model.model_fields}
    assert fields == {"title", "found", "found_no_difference", "harms", "study", "outcome"}


def _models(model: Any) -> list[Any]:
    return [field.annotation.__args__[0] for name, field in model.model_fields.items() if name != "title"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (", {arm: placebo, count: 2, of: 20}]\n        direction: favors", "]\n        direction: favors", "no rate for the group 'placebo'"),
        ("        follow_up: 6 weeks\n", "", "has no time at which it was measured"),
        ("count: 9, of: 20}, {arm: placebo, count: 2, of: 20}]\n        direction: favors", "count: 9}, {arm: placebo, percent: 2}]\n        direction: favors", "no rate for the group 'ketamine'"),
    ],
)  # fmt: skip
def test_a_result_without_all_its_numbers_is_not_drawn(mini: Miniature, old: str, new: str, message: str) -> None:
    ((code, said),) = _findings(_shop(mini, ARRAY, **{old: new}))
    assert code == "RES-201"
    assert message in said


def test_a_rate_without_its_number_of_people_is_not_drawn(mini: Miniature) -> None:
    _shop(mini, ARRAY, **{"count: 9, of: 20}, {arm: placebo, count: 2, of: 20}]\n        direction: favors": "percent: 9}, {arm: placebo, percent: 2}]\n        direction: favors"})  # fmt: skip
    mini.replace(
        "content/studies.yaml", "    arms:\n      - {name: ketamine, n: 20}\n      - {name: placebo, n: 20}\n", ""
    )
    found = _findings(mini)
    assert {code for code, _ in found} == {"RES-201"}
    assert "'better' of 'mini-trial' has no number of people for the group 'ketamine'" in [said for _, said in found]


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("outcome: sick", "outcome: relapse", "RES-202", "'relapse' of 'mini-trial' is no harm"),
        ("outcome: sick", "outcome: sickness", "RES-101", "'mini-trial' has no outcome 'sickness'"),
        ("study: mini-trial, outcome: sick", "study: mini-tral, outcome: sick", "RES-101", "there is no study 'mini-tral'"),
    ],
)  # fmt: skip
def test_what_stands_in_its_place_must_be_what_it_is_called(
    mini: Miniature, old: str, new: str, code: str, message: str
) -> None:
    assert _findings(_shop(mini, ARRAY.replace(old, new))) == [(code, message)]


def test_a_plot_needs_two_named_groups(mini: Miniature) -> None:
    mini.replace("content/studies.yaml", "high: 2.10}\n", "high: 2.10}\n        better: lower\n")
    mini.replace("content/studies.yaml", "comparison: ketamine against placebo", "comparison: ketamine, placebo")
    mini.replace("content/packets/pack.yaml", "      - statement: ketamine.effects\n", PLOT)
    ((code, said),) = _findings(mini)
    assert code == "RES-201"
    assert "'one group against another'" in said


def test_a_plot_of_what_worked_alone_is_refused_while_other_trials_are_on_record(mini: Miniature) -> None:
    record = mini.root.joinpath("content/studies.yaml").read_text(encoding="utf-8")
    other = record[record.index("  mini-trial:") :].replace("mini-trial", "other-trial").replace("no difference shown", "favors ketamine")  # fmt: skip
    other = other.replace(
        "value: 0.80, low: 0.31, high: 2.10}", "value: 0.5, low: 0.31, high: 0.9}\n        better: lower"
    )
    mini.append("content/studies.yaml", other)
    mini.replace("content/packets/pack.yaml", "      - statement: ketamine.effects\n", PLOT.replace("mini", "other"))
    ((code, said),) = _findings(mini)
    assert code == "RES-202"
    assert "none of these trials has an outcome without a difference" in said


@pytest.mark.parametrize(("block", "component"), [(ARRAY, "icon_array"), (PLOT, "forest_plot")])
def test_every_word_of_a_picture_reaches_the_gate(mini: Miniature, block: str, component: str) -> None:
    _shop(mini, block)
    mini.replace("content/studies.yaml", "high: 2.10}\n", "high: 2.10}\n        better: lower\n")
    job = resolve(mini.project, mini.load(), "pack")
    words = {printed(passage.words) for passage in job.passages if passage.component == component}
    title = "A picture" if component == "icon_array" else "A plot"
    assert words >= {title, "felt better", "felt sick", "relapse", "1 day", "6 weeks", "Told afterward."}
    assert ("ketamine" if component == "icon_array" else "ketamine against placebo") in words


DRAW = "draw an outcome whose record gives rate, number of people and time for every group; where there is none, draw nothing"
REVIEW = "\n  mini-review: {kind: review, short: R, cite: {type: book, title: R}, verification: primary, design: D, covers: C, conclusion: C, limits: [L]}\n"
PICTURE = "content/packets/pack.yaml"


def _whole(mini: Miniature) -> list[tuple[str, str, str, str]]:
    with pytest.raises(BrochureError) as refused:
        resolve(mini.project, mini.load(), "pack")
    return [(one.code, str(one.place), one.message, one.help) for one in refused.value.findings]


ARRAYS = [
    pytest.param(
        {"found: [{study: mini-trial": "found: [{study: mini-review"}, {},
        ("RES-201", f"{PICTURE}:18:27", "'mini-review' is not a trial", DRAW), id="no trial",
    ),
    pytest.param(
        {"outcome: sick": "outcome: sck"}, {},
        ("RES-101", f"{PICTURE}:20:48", "'mini-trial' has no outcome 'sck'", "did you mean 'sick'?"), id="no outcome",
    ),
    pytest.param(
        {"outcome: sick": "outcome: better"}, {},
        ("RES-202", f"{PICTURE}:20:48", "'better' of 'mini-trial' is no harm", "name an outcome whose record says 'harm: true'"), id="no harm",
    ),
    pytest.param(
        {"outcome: relapse": "outcome: better"}, {},
        ("RES-202", f"{PICTURE}:19:62", "'better' of 'mini-trial' is no result without a difference: its record says 'favors ketamine'", "name an outcome whose record says 'no difference shown'"), id="a difference",
    ),
    pytest.param(
        {"outcome: relapse": "outcome: better"}, {},
        ("RES-202", f"{PICTURE}:19:32", "'relapse' of 'mini-trial' found no difference, can be drawn, and is left out", "add {study: mini-trial, outcome: relapse} here"), id="left out",
    ),
    pytest.param(
        {}, {"follow_up: 6 weeks\n": "note: x\n"},
        ("RES-201", f"{PICTURE}:18:48", "'better' of 'mini-trial' has no time at which it was measured (follow_up)", DRAW), id="no time",
    ),
    pytest.param(
        {}, {"follow_up: 6 weeks\n": "follow_up: 6 weeks\n        groups: [ketamine]\n", "{arm: ketamine, count: 9, of: 20}, {arm: placebo, count: 2, of: 20}]\n        direction: favors": "{arm: ketamine, count: 9, of: 20}]\n        direction: favors"},
        ("RES-201", f"{PICTURE}:18:48", "'better' of 'mini-trial' has no rate for a second group", DRAW), id="one group",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("block", "record", "found"), ARRAYS)
def test_each_fault_of_an_array_is_told_at_its_own_place(
    mini: Miniature, block: dict[str, str], record: dict[str, str], found: tuple[str, str, str, str]
) -> None:
    written = ARRAY
    for old, new in block.items():
        assert old in written
        written = written.replace(old, new, 1)
    _shop(mini, written, **record)
    mini.append("content/studies.yaml", REVIEW)
    assert found in _whole(mini)


def test_a_harm_and_what_cannot_be_drawn_may_be_left_out(mini: Miniature) -> None:
    _shop(mini, ARRAY, **{"        follow_up: 4 weeks\n": ""})
    assert [one[0] for one in _whole(mini)] == ["RES-201"]


PLOTS = [
    pytest.param(
        "studies: [mini-review]", ("RES-201", f"{PICTURE}:16:48", "'mini-review' is not a trial", "leave it out: only trials have outcomes"), id="no trial",
    ),
    pytest.param(
        "studies: [mini-trial]",
        (
            "RES-201", f"{PICTURE}:16:48", "'relapse' of 'mini-trial' has an interval, but not 'better: higher' or 'better: lower'",
            "add it to the record, so that both sides of the plot can be labelled",
        ), id="no better side",
    ),
    pytest.param(
        "studies: [mini-review]",
        (
            "RES-202", f"{PICTURE}:16:47", "none of these trials has an outcome without a difference, but the records have such trials",
            "add one that belongs here: mini-trial",
        ), id="one side only",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("studies", "found"), PLOTS)
def test_each_fault_of_a_plot_is_told_at_its_own_place(
    mini: Miniature, studies: str, found: tuple[str, str, str, str]
) -> None:
    mini.append("content/studies.yaml", REVIEW)
    plot = PLOT.replace("studies: [mini-trial]", studies)
    mini.replace("content/packets/pack.yaml", "      - statement: ketamine.effects\n", plot)
    assert found in _whole(mini)


@pytest.mark.parametrize("numbers", ["low: 0.31", "high: 2.10"])
def test_a_result_without_a_whole_interval_needs_no_sides(mini: Miniature, numbers: str) -> None:
    mini.replace("content/studies.yaml", "low: 0.31, high: 2.10", numbers)
    mini.replace("content/packets/pack.yaml", "      - statement: ketamine.effects\n", PLOT)
    assert _findings(mini) == []


def test_a_plot_is_not_for_patients(mini: Miniature) -> None:
    mini.replace("content/studies.yaml", "high: 2.10}\n", "high: 2.10}\n        better: lower\n")
    mini.replace("content/brochures/fold.yaml", "    - heading: Flap\n", PLOT.replace("      -", "    -"))
    with pytest.raises(BrochureError) as refused:
        resolve(mini.project, mini.load(), "fold")
    assert [(one.code, str(one.place), one.message, one.help) for one in refused.value.findings] == [
        (
            "RES-203",
            "content/brochures/fold.yaml:20:20",
            "a forest plot stands among words for patients",
            "say in words what the trials found, or use a table",
        )
    ]


RECENT = "    limits: [Small.]\n    recent: true\n    in_short: {en: {name: Sleep, found: in sleep}}\n"
EVERYONE = "      - people_in_trials: {studies: [mini-trial]}\n"


def _recent(mini: Miniature, block: str, record: str = RECENT, others: int = 0) -> Miniature:
    path = mini.root / "content/studies.yaml"
    text = path.read_text(encoding="utf-8").replace("    limits: [Small.]\n", record, 1)
    one = text[text.index("  mini-trial:") :].split("\n\n", maxsplit=1)[0].rstrip() + "\n"
    copies = "".join("\n" + one.replace("mini-trial", f"other-{number}") for number in range(others))
    path.write_text(text.rstrip() + "\n" + copies, encoding="utf-8")
    mini.replace("content/packets/pack.yaml", "      - statement: ketamine.effects\n", block)
    return mini


def test_a_picture_of_everyone_in_the_recent_trials_is_let_through(mini: Miniature) -> None:
    assert _findings(_recent(mini, EVERYONE)) == []


def test_a_recent_trial_that_is_left_out_is_named(mini: Miniature) -> None:
    assert _findings(_recent(mini, EVERYONE, others=1)) == [
        ("RES-202", "'other-0' is a recent trial and is left out: this would not be everyone")
    ]


@pytest.mark.parametrize(
    ("record", "named", "message"),
    [
        (RECENT.replace("    recent: true\n", ""), "mini-trial", "'mini-trial' is none of the recent trials that compare ketamine with something else"),
        (RECENT, "mini-trial, mini-trial", "'mini-trial' is named twice: its people would be counted twice"),
        (RECENT.replace("en: {name: Sleep, found: in sleep}", "es: {name: Sueno, found: en sueno}"), "mini-trial", "'mini-trial' has no plain words for a picture in 'en'"),
    ],
)  # fmt: skip
def test_what_would_count_or_say_something_else_is_not_drawn(
    mini: Miniature, record: str, named: str, message: str
) -> None:
    block = EVERYONE.replace("mini-trial", named)
    assert _findings(_recent(mini, block, record)) == [("RES-201", message)]


STRIP = "      - trial_strip: {title: Trials, studies: [mini-trial]}\n"


def test_a_strip_needs_no_plain_words(mini: Miniature) -> None:
    assert _findings(_recent(mini, STRIP, RECENT[: RECENT.index("    in_short")])) == []


def test_a_strip_holds_all_recent_trials_too(mini: Miniature) -> None:
    ((code, message),) = _findings(_recent(mini, STRIP, others=1))
    assert (code, message) == ("RES-202", "'other-0' is a recent trial and is left out: this would not be everyone")
