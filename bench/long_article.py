"""An article of 150 000 characters, as long as a small book."""

from __future__ import annotations

from collections.abc import Sequence

from proceedings_editor.model.body import Body, Cell, ListBlock, ListItem, Paragraph, Span, Table
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import texts

CHARACTERS = 150_000


def long_article(entries: Sequence[Entry]) -> Body:
    """Return the bodies of these entries again and again, with six tables and one long list."""
    blocks = [block for entry in entries for block in entry.body if not isinstance(block, Table | ListBlock)]
    cell = Cell((Paragraph((Span("өлшем 12,5"),)),))
    table = Table(((cell,) * 4,) * 10, header_rows=1, caption=(Span("Кесте"),))
    items = ListBlock(
        tuple(ListItem((Paragraph((Span(f"тармақ {n}"),)),)) for n in range(30)), ordered=True, marker="1."
    )
    found: Body = ()
    while length(found) < CHARACTERS:
        found = (*found, blocks[len(found) % len(blocks)])
    for number in range(6):
        place = (number + 1) * len(found) // 7
        found = (*found[:place], table, *found[place:])
    middle = len(found) // 2
    return (*found[:middle], items, *found[middle:])


def length(body: Body) -> int:
    """Return the number of characters in an article."""
    return sum(len(run.text) for _, text in texts(body) for run in text if isinstance(run, Span))
