"""Replacing words keeps everything else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.body import (
    FormulaSource,
    InlineFormula,
    LineBreak,
    Note,
    Paragraph,
    RichText,
    Span,
    plain_text,
)
from proceedings_editor.model.splice import joined, reworded, spliced

SPANS = st.builds(Span, st.text("аәбў \U0001d400x", max_size=5), bold=st.booleans(), href=st.sampled_from(["", "a:b"]))
RUNS = st.one_of(
    SPANS,
    st.just(LineBreak()),
    st.just(InlineFormula(FormulaSource("x"))),
    st.just(Note((Paragraph((Span("ескертпе"),)),))),
)
TEXTS = st.lists(RUNS, max_size=6).map(tuple)


@given(TEXTS, st.data(), st.text("қө,", max_size=4))
def test_the_plain_text_changes_only_where_it_is_replaced(text: RichText, data: st.DataObject, words: str) -> None:
    plain = plain_text(text)
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    assert plain_text(spliced(text, start, end, words)) == plain[:start] + words + plain[end:]


@given(TEXTS)
def test_joining_changes_no_character_and_is_done_once(text: RichText) -> None:
    assert plain_text(joined(text)) == plain_text(text)
    assert joined(joined(text)) == joined(text)


def test_new_words_take_the_marks_of_what_they_replace() -> None:
    text = (Span("ҚХА", bold=True), Span(" туралы"))
    assert spliced(text, 0, 3, "Кеңес") == (Span("Кеңес", bold=True), Span(" туралы"))


def test_inserted_words_take_the_marks_before_them() -> None:
    assert spliced((Span("су", italic=True), Span(" мен")), 2, 2, "лар") == (
        Span("сулар", italic=True),
        Span(" мен"),
    )


def test_words_put_beside_a_link_stand_outside_it() -> None:
    link = Span("https://dala.kz/1", href="https://dala.kz/1")
    assert spliced((Span("Су: "), link), 21, 21, ".") == (Span("Су: "), link, Span("."))
    assert spliced((link, Span(" тағы")), 17, 17, ",") == (link, Span(", тағы"))
    assert spliced((link,), 0, 0, "URL: ") == (Span("URL: "), link)


def test_words_put_into_a_link_belong_to_it() -> None:
    assert spliced((Span("dala", href="a:b"),), 2, 2, "-") == (Span("da-la", href="a:b"),)
    assert spliced((Span("dala", href="a:b"),), 0, 4, "су") == (Span("су", href="a:b"),)


@given(TEXTS, st.text(max_size=12), st.data())
def test_other_words_are_what_they_are_and_what_stays_keeps_its_marks(
    text: RichText, words: str, data: st.DataObject
) -> None:
    plain = plain_text(text)
    start = data.draw(st.integers(0, len(plain)))
    wanted = plain[:start] + words.replace("\ufffc", "") + plain[start:]
    changed = reworded(text, wanted)
    assert plain_text(changed) == wanted
    assert reworded(text, plain) == text
    runs = [run for run in text if not isinstance(run, Span | LineBreak)]
    assert [run for run in changed if not isinstance(run, Span | LineBreak)] == runs


def test_words_between_objects_take_none_of_them_away() -> None:
    three = tuple(InlineFormula(FormulaSource(name)) for name in "xyz")
    assert reworded(three, "\ufffc0\ufffc\ufffc") == (three[0], Span("0"), *three[1:])


def test_a_word_in_italics_stays_in_italics() -> None:
    text = (Span("Су "), Span("деңгейі", italic=True), Span(" 2024"))
    assert reworded(text, "Көл деңгейі 2025") == (Span("Көл "), Span("деңгейі", italic=True), Span(" 2025"))
