"""How many pages a file has, in words that tell its information page from the article's own."""

from __future__ import annotations

from proceedings_editor.texts import Text, plural


def pages_in_words(pages: int, article_pages: int = 0) -> Text:
    """Return the number of pages; `article_pages` are those of the article among them, 0 where nobody counted."""
    if 0 < article_pages < pages:
        return plural("information page + {count} page", "information page + {count} pages", article_pages)
    return plural("{count} page", "{count} pages", pages)
