"""Links: relationships to addresses outside, bookmarks inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

_SAFE: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LONGEST_BOOKMARK: Final = 40
"""Word's own limit for a bookmark's name."""


class Links:
    """Gives out relationship ids and bookmark ids of one document."""

    def __init__(self, part: Part, bookmarks: frozenset[str], ids: Iterator[int] | None = None) -> None:
        self._part = part
        self._bookmarks = bookmarks
        self._ids = count(1) if ids is None else ids

    def of(self, part: Part) -> Links:
        """Return the links of another part of the same document (relationships belong to a part)."""
        return Links(part, self._bookmarks, self._ids)

    def outside(self, url: str) -> str:
        """Return the relationship id for an address, "" for one that is no absolute address."""
        if not _SAFE.match(url) or any(ord(char) < 33 for char in url):
            return ""
        return self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def anchor(self, target: str) -> str:
        """Return the bookmark name for a target, "" where the document has no such place."""
        return bookmark_name(target) if target in self._bookmarks else ""

    def marked(self, bookmark: str, content: str) -> str:
        """Return the content of a paragraph inside its bookmark."""
        if not bookmark:
            return content
        identity = next(self._ids)
        return (
            f'<w:bookmarkStart w:id="{identity}" w:name="{bookmark_name(bookmark)}"/>{content}'
            f'<w:bookmarkEnd w:id="{identity}"/>'
        )


def bookmark_name(bookmark: str) -> str:
    """Return a name Word accepts: letters, digits, underscores, at most 40 characters."""
    return ("_" + re.sub(r"\W", "_", bookmark))[:_LONGEST_BOOKMARK]
