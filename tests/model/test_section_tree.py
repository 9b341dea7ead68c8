"""The section tree: what moves stays whole, ids are neither lost nor doubled, and there are never three levels."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.collection import Section
from proceedings_editor.model.section_tree import ids_in, indented, numbered, outdented, section_in, without

TREE = (Section("a", sections=(Section("b"), Section("c"))), Section("d"), Section("e"))


@st.composite
def trees(draw: st.DrawFn) -> tuple[Section, ...]:
    sizes = draw(st.lists(st.integers(0, 4), max_size=6))
    return tuple(
        Section(f"s{top}", sections=tuple(Section(f"s{top}-{below}") for below in range(size)))
        for top, size in enumerate(sizes)
    )


def shape(tree: tuple[Section, ...]) -> list[object]:
    return [(top.id, [one.id for one in top.sections]) for top in tree]


def test_a_section_becomes_the_last_subsection_of_the_one_above() -> None:
    assert shape(indented(TREE, "d") or ()) == [("a", ["b", "c", "d"]), ("e", [])]


def test_the_first_section_and_one_with_subsections_stay_where_they_are() -> None:
    assert indented(TREE, "a") is None
    assert indented((Section("x"), *TREE), "a") is None


def test_a_subsection_becomes_a_section_behind_the_one_it_was_in() -> None:
    assert shape(outdented(TREE, "b") or ()) == [("a", ["c"]), ("b", []), ("d", []), ("e", [])]
    assert outdented(TREE, "d") is None


def test_each_level_is_numbered_anew() -> None:
    first, second, third = numbered(TREE)
    assert (first.number, second.number, third.number) == ("I", "II", "III")
    assert [one.number for one in first.sections] == ["I", "II"]


def test_a_section_goes_with_all_below_it() -> None:
    assert list(ids_in(without(TREE, "a"))) == ["d", "e"]
    assert list(ids_in(without(TREE, "c"))) == ["a", "b", "d", "e"]


@given(trees(), st.data())
def test_no_move_loses_or_doubles_a_section_or_makes_a_third_level(
    tree: tuple[Section, ...], data: st.DataObject
) -> None:
    for _ in range(4):
        ids = sorted(ids_in(tree))
        if not ids:
            return
        chosen = data.draw(st.sampled_from(ids))
        after = data.draw(st.sampled_from((indented, outdented)))(tree, chosen)
        if after is None:
            continue
        assert sorted(ids_in(after)) == ids
        assert all(not below.sections for top in after for below in top.sections)
        assert section_in(after, chosen)
        tree = after


@given(trees(), st.data())
def test_what_was_made_a_subsection_can_be_made_a_section_again(tree: tuple[Section, ...], data: st.DataObject) -> None:
    tops = [top.id for top in tree]
    if not tops:
        return
    chosen = data.draw(st.sampled_from(tops))
    inside = indented(tree, chosen)
    if inside is not None:
        assert outdented(inside, chosen) == tree
