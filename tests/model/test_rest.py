"""A value at rest is the same value: whoever reads, compares, copies or replaces it sees no difference."""

from __future__ import annotations

import copy
import pickle
import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.rest import MOST_AWAKE, keep_awake, packed
from proceedings_editor.storage.packing import at_rest, new_shelf

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def article(number: int, lines: list[str]) -> Entry:
    body = tuple(Paragraph((Span(line),)) for line in lines)
    return Entry(id=f"e{number}", number=number, body=body, references=(Reference((Span("Еңбек"),)),))


@given(st.lists(words, max_size=5), st.integers(0, 9))
def test_an_entry_at_rest_is_equal_and_can_be_changed_and_copied(lines: list[str], number: int) -> None:
    entry = article(number, lines)
    assert at_rest(new_shelf(), entry) == entry
    assert at_rest(new_shelf(), entry).body == entry.body
    assert replace(at_rest(new_shelf(), entry), number=7) == replace(entry, number=7)
    assert replace(at_rest(new_shelf(), entry), body=()) == replace(entry, body=())
    assert copy.copy(at_rest(new_shelf(), entry)) == entry
    assert pickle.loads(pickle.dumps(at_rest(new_shelf(), entry))) == entry
    assert repr(at_rest(new_shelf(), entry)) == repr(entry)


def test_what_is_changed_or_kept_awake_rests_no_more() -> None:
    entry = at_rest(new_shelf(), article(1, ["Дала"]))
    assert packed(entry)
    assert packed(replace(entry, number=2)) is None
    keep_awake(entry)
    assert packed(entry) is None
    assert entry.body is entry.body
    assert entry == article(1, ["Дала"])
    keep_awake(entry)  # a second time it is awake already


def test_only_a_few_stay_awake_and_those_are_the_last() -> None:
    shelf = new_shelf()
    entries = [at_rest(shelf, article(number, ["Дала"])) for number in range(3 * MOST_AWAKE)]
    before = [entry.body for entry in entries]
    assert entries[-1].body is before[-1]
    assert entries[0].body == before[0]
    assert entries[0].body is not before[0]


def test_what_is_kept_awake_stays_itself_whatever_others_do() -> None:
    shelf = new_shelf()
    entries = [at_rest(shelf, article(number, ["Дала"])) for number in range(3 * MOST_AWAKE)]
    keep_awake(entries[0])
    body = entries[0].body
    assert all(entry.body for entry in entries)
    assert entries[0].body is body


def test_threads_that_look_at_once_all_see_the_whole() -> None:
    shelf = new_shelf()
    entries = [at_rest(shelf, article(number, [f"Дала {number}"])) for number in range(2 * MOST_AWAKE)]
    wrong: list[int] = []

    def look() -> None:
        for _ in range(20):
            wrong.extend(one.number or 0 for one in entries if one != article(one.number or 0, [f"Дала {one.number}"]))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for entry in entries:
        keep_awake(entry)
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_misspelt_attribute_is_still_a_mistake() -> None:
    with pytest.raises(AttributeError, match="boddy"):
        at_rest(new_shelf(), article(1, [])).boddy  # type: ignore[attr-defined]  # noqa: B018
