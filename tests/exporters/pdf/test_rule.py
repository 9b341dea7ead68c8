"""Rules of neighbouring cells are drawn once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.exporters.pdf.placed import ARTIFACT, RuleMark
from proceedings_editor.exporters.pdf.rule import merged

PLACES = st.integers(0, 12).map(float)


def upright(x: float, y: float, y2: float) -> RuleMark:
    return RuleMark(ARTIFACT, x, y, x, y2)


def level(y: float, x: float, x2: float) -> RuleMark:
    return RuleMark(ARTIFACT, x, y, x2, y)


def test_edges_of_a_spanning_cell_and_of_its_neighbours_become_one_line() -> None:
    assert list(merged([upright(5, 10, 0), upright(5, 10, 4), upright(5, 4, 0)])) == [upright(5, 0, 10)]


def test_a_gap_stays_a_gap_and_other_lines_stay_apart() -> None:
    rules = [level(3, 0, 4), level(3, 5, 9), level(4, 0, 9)]
    assert list(merged(rules)) == rules


def test_a_slanting_rule_and_another_thickness_are_left_alone() -> None:
    slanting, thick = RuleMark(ARTIFACT, 0, 0, 5, 5), RuleMark(ARTIFACT, 0, 1, 5, 1, 2)
    assert list(merged([slanting, thick, level(1, 0, 5)])) == [slanting, thick, level(1, 0, 5)]


@given(st.lists(st.tuples(st.booleans(), PLACES, PLACES, PLACES), max_size=30))
def test_the_same_points_are_inked_and_none_twice(drawn: list[tuple[bool, float, float, float]]) -> None:
    rules = [upright(a, b, c) if stands else level(a, b, c) for stands, a, b, c in drawn if b != c]
    once = list(merged(rules))

    def inked(of: list[RuleMark]) -> list[tuple[bool, float, float]]:
        return [
            (rule.x == rule.x2, rule.x if rule.x == rule.x2 else rule.y, step)
            for rule in of
            for low, high in [sorted((rule.y, rule.y2) if rule.x == rule.x2 else (rule.x, rule.x2))]
            for step in range(int(low), int(high))
        ]

    assert set(inked(once)) == set(inked(rules))
    assert len(inked(once)) == len(set(inked(once)))
