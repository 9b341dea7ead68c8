"""Acts on a reference list: items come, go and move, and what cites them follows in the same step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.referencing import (
    added,
    filled_and_added,
    linked,
    links_of,
    moved,
    numbered_anew,
    removed,
    use_of,
)
from proceedings_editor.model.body import Paragraph, RichText, Span, plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Engine
from proceedings_editor.templates.reader import shipped_template

CONFERENCE = shipped_template("kz-conference")
JOURNAL = shipped_template("kz-journal")


def rich(words: str) -> RichText:
    return (Span(words),)


def entry_of(items: str, body: str = "") -> Entry:
    return Entry("e1", references=tuple(Reference(rich(item)) for item in items.split()), body=(Paragraph(rich(body)),))


def after(edit: Edit | None, entry: Entry, template: Template = CONFERENCE) -> tuple[str, str]:
    """Return the items and the text behind an edit."""
    assert edit
    (now,) = edit.apply(Workspace(Collection(), template, (entry,))).entries
    (block,) = now.body
    assert isinstance(block, Paragraph)
    return " ".join(plain_text(one.text) for one in now.references), plain_text(block.text)


def test_what_nobody_cites_and_what_is_cited_and_missing() -> None:
    use = use_of(entry_of("a b c d", "Мәтін [2;5], [4–6] және [9]."), CONFERENCE)
    assert (use.count, use.uncited) == (4, (1, 3))
    assert use.missing == {5: place(13, 18), 6: place(13, 18), 9: place(24, 27)}


def place(start: int, end: int) -> Place:
    return Place(block=(0,), start=start, end=end)


@given(st.integers(0, 5), st.lists(st.text("[]0123456789;,– ", max_size=12), max_size=5))
def test_the_rules_say_the_same(count: int, pieces: list[str]) -> None:
    entry = replace(entry_of("өзен " * count, "Мәтін ".join(pieces)), language="kk")
    use = use_of(entry, CONFERENCE)
    found = Engine(Workspace(Collection(), CONFERENCE, (entry,)), families=("CITE",)).check_alone(entry).findings
    told = [one.place.field for one in found if one.code == "CITE002"]
    if told == ["references"]:  # one finding says it of all
        assert use.uncited == tuple(range(1, count + 1))
    else:
        assert {int(field.split(".")[1]) + 1 for field in told} == set(use.uncited)
    missing = [one for one in found if one.code == "CITE001" and "[?" not in one.text]
    assert bool(use.missing) == any("deleted" not in one.message.key for one in missing)


def test_sources_are_numbered_by_first_use_and_the_rest_comes_last() -> None:
    entry = entry_of("a b c d", "Бір [3], екі [1;3] және үш [4].")
    assert after(numbered_anew(entry, CONFERENCE), entry) == ("c a d b", "Бір [1], екі [2;3] және үш [3].")


def test_a_list_in_order_is_not_numbered_anew() -> None:
    assert numbered_anew(entry_of("a b c", "Бір [1], екі [2]."), CONFERENCE) is None
    assert numbered_anew(entry_of(""), CONFERENCE) is None


def test_where_the_template_wants_the_alphabet_the_list_follows_it() -> None:
    entry = entry_of("Ярослав Әлем Atlas", "Бір [1], [2, 5 б.] және [3].")
    words = ("Әлем Ярослав Atlas", "Бір [2], [1, 5 б.] және [3].")
    assert after(numbered_anew(entry, JOURNAL), entry, JOURNAL) == words


def test_items_are_added_where_they_are_wanted() -> None:
    entry = entry_of("a b c", "Бір [1], екі [2], үш [3].")
    assert after(added(entry, 1, [rich("x"), rich("y")]), entry) == ("a x y b c", "Бір [1], екі [4], үш [5].")
    assert after(added(entry, 3, [rich("x")]), entry)[0] == "a b c x"


def test_an_empty_item_is_filled_first() -> None:
    entry = entry_of("a c", "Бір [1], үш [3].")
    entry = replace(entry, references=(entry.references[0], Reference(()), entry.references[1]))
    edit = filled_and_added(entry, 1, [rich("x"), rich("y")])
    assert after(edit, entry) == ("a x y c", "Бір [1], үш [4].")
    assert after(filled_and_added(entry, 1, [rich("x")]), entry) == ("a x c", "Бір [1], үш [3].")


@pytest.mark.parametrize(
    ("chosen", "to", "items"),
    [
        ([0], 2, "b a c d"),
        ([0, 2], 4, "b d a c"),
        ([3, 1], 0, "b d a c"),
        ([1, 2], 0, "b c a d"),
        ([0, 3], 2, "b a d c"),
    ],
)
def test_items_are_moved_together(chosen: list[int], to: int, items: str) -> None:
    entry = entry_of("a b c d", "[1] [2] [3] [4]")
    words, body = after(moved(entry, chosen, to), entry)
    assert words == items
    assert [words.split()[int(number[1]) - 1] for number in body.split()] == list("abcd")


@pytest.mark.parametrize(("chosen", "to"), [([1], 1), ([1], 2), ([1, 2], 1), ([1, 2], 3), ([1, 2], 2), ([0, 1, 2], 0)])
def test_a_move_to_the_same_place_is_none(chosen: list[int], to: int) -> None:
    assert moved(entry_of("a b c"), chosen, to) is None


@given(st.integers(1, 8), st.data())
def test_a_move_keeps_every_item_and_every_citation(count: int, data: st.DataObject) -> None:
    names = [chr(ord("a") + index) for index in range(count)]
    entry = entry_of(" ".join(names), " ".join(f"[{number}]" for number in range(1, count + 1)))
    chosen = data.draw(st.lists(st.integers(0, count - 1), min_size=1, unique=True))
    to = data.draw(st.integers(0, count))
    edit = moved(entry, chosen, to)
    if edit is None:
        return
    words, body = after(edit, entry)
    items = words.split()
    assert sorted(items) == names
    assert [items[int(number[1:-1]) - 1] for number in body.split()] == names
    together = [items.index(names[index]) for index in sorted(chosen)]
    assert together == list(range(together[0], together[0] + len(chosen)))


def test_several_items_are_taken_out_in_one_step() -> None:
    entry = entry_of("a b c d", "[1] [2] [3] [4]")
    assert after(removed(entry, [1, 3]), entry) == ("a c", "[1] [?] [2] [?]")


def test_only_web_pages_are_links() -> None:
    words = (
        Span("Су", href="https://dala.example/1"),
        Span(" www.dala.example. http://dala.example/2 "),
        Span("файл", href="file:///etc/passwd"),
        Span("хат", href="mailto:a@dala.example"),
        Span("https://dala.example/1"),
    )
    assert links_of(words) == ("https://dala.example/1", "https://www.dala.example", "http://dala.example/2")


def test_a_new_reference_leads_to_its_address() -> None:
    assert linked("Су. – URL: https://dala.example/1 (қаралған күні: 07.04.2025).") == (
        Span("Су. – URL: "),
        Span("https://dala.example/1", href="https://dala.example/1"),
        Span(" (қаралған күні: 07.04.2025)."),
    )
    assert linked("Су.") == (Span("Су."),)
    assert linked("") == ()
