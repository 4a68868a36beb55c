"""The answers of opening_hours.js that are kept: of which expressions they are, and that it still gives them."""

import shutil
from collections import Counter
from subprocess import CalledProcessError

import pytest

from tests.standard.answers import VERSION, WINDOWS, ask, clock_offsets, kept, kept_changes, respelt
from tests.standard.disagreements import REASONS
from tests.standard.expressions import COUNT, expressions
from tests.standard.reading import refused, taken
from tests.standard.refusals import REFUSALS
from tests.support import ROOT

zones = pytest.mark.parametrize("zone", WINDOWS)


def test_the_expressions_are_those_that_the_seed_makes():
    assert expressions() == kept().expressions
    assert len(set(expressions())) == COUNT == 5000
    assert kept().version == VERSION


@zones
def test_the_clock_is_that_of_opening_hours_js(zone):
    assert clock_offsets(zone) == kept().offsets[zone]


def test_each_reason_explains_something_that_we_read_rightly():
    assert [reason.name for reason in REASONS if not any(reason.differ.values())] == []
    assert [reason.name for reason in REASONS if reason.right != "ours"] == []


@zones
def test_opening_hours_js_reads_what_a_book_takes(zone):
    assert [each for each in taken() if each not in kept_changes(zone)] == []


def test_opening_hours_js_reads_some_expressions_in_another_spelling_alone(record_property):
    otherwise = [each for each in taken() if each in kept().errors]
    assert [each for each in otherwise if respelt(each) == each] == []
    record_property(
        "figures",
        f"{len(otherwise)} of {COUNT:,} expressions are read by opening_hours.js in another spelling alone",
    )


def test_each_refusal_is_explained(record_property):
    found = {}
    problems = refused()
    assert set(problems) == set(kept().expressions) - set(taken())
    for expression, problem in problems.items():
        found[expression] = next(
            (each for each in REFUSALS if problem.message.startswith(each.says) and each.holds(expression)),
            None,
        )
    assert [expression for expression, refusal in found.items() if refusal is None] == []
    counted = Counter(found.values())
    assert [(each.says, each.example, counted[each]) for each in REFUSALS] == [
        (each.says, each.example, each.found) for each in REFUSALS
    ]
    by_example = ", ".join(f"{each.found} as {each.example}" for each in REFUSALS)
    record_property("figures", f"{len(found)} of {COUNT:,} expressions are refused: {by_example}")


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda each: each.example)
def test_each_refusal_is_in_the_readme(refusal):
    section = (ROOT / "README.md").read_text("utf-8").partition("These are refused")[2].partition("### ")[0]
    assert refusal.example in section


@zones
@pytest.mark.parametrize(
    ("every", "step"), [pytest.param(50, 60, id="every hour"), pytest.param(1000, 1, id="every minute")]
)
def test_opening_hours_js_still_gives_these_answers(zone, every, step):
    if shutil.which("node") is None:
        pytest.skip("there is no node")
    some = [each for each in kept_changes(zone) if each not in kept().errors][::every]
    try:
        found = ask(zone, some, step=step)
    except CalledProcessError as error:
        pytest.skip(f"node finds no opening_hours in NODE_PATH: {error.stderr[:300]}")
    if found["version"] != kept().version:
        pytest.skip(f"opening_hours is {found['version']}")
    assert found["offsets"] == kept().offsets[zone]
    for expression, answer in zip(some, found["answers"], strict=True):
        assert [[tuple(change) for change in each] for each in answer["changes"]] == kept_changes(zone)[
            expression
        ]
        assert answer["warnings"] == kept().warnings.get(expression, [])
