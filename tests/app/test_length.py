"""Words and characters of an article, whatever way it came to be."""

from __future__ import annotations

from hypothesis import given

from proceedings_editor.app.length import Length, LengthCounter
from proceedings_editor.model.body import Body, Heading, Paragraph, Span
from tests.strategies import bodies


def test_words_and_characters_of_plain_paragraphs() -> None:
    body: Body = (Heading((Span("Кіріспе"),), 1), Paragraph((Span("Дала "), Span("мен көл", bold=True))))
    assert LengthCounter().count(body) == Length(words=4, characters=7 + 12)


@given(bodies(), bodies())
def test_what_was_counted_before_changes_no_count(before: Body, after: Body) -> None:
    counter = LengthCounter()
    counter.count(before)
    counter.count((*before, *after))
    assert counter.count(after) == LengthCounter().count(after)
    assert counter.count((*after, *after)).words == 2 * counter.count(after).words
