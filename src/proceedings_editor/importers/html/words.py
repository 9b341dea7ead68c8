"""White space as HTML means it, and as an article needs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from proceedings_editor.model.body import LineBreak, RichText, Run, Span
from proceedings_editor.model.splice import joined

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN: Final = "\u00a0\u00ad\u202f\u2009"
"""Spaces and the soft hyphen, which are meant though they are not printable."""
_SPACES: Final = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_FILL: Final = re.compile("(?:[ \u00a0]* [ \u00a0]*)|\u00a0{2,}")
"""Spaces that no-break ones only make wider; a single no-break space keeps words together."""


def words_of(source: str) -> str:
    """Return words of a page with each run of white space made one space."""
    return _FILL.sub(" ", "".join(char for char in _SPACES.sub(" ", source) if char.isprintable() or char in _UNSEEN))


def inner_words(node: _Element) -> str:
    """Return every word inside an element."""
    return "".join(map(str, node.itertext()))


def trimmed(runs: Sequence[Run]) -> RichText:
    """Return runs with no space doubled or at an end of the text or of a line; () where nothing is said."""
    found: list[Run] = []
    spaced = True  # at the beginning a space says nothing
    for run in runs:
        if isinstance(run, Span):
            words = _FILL.sub(" ", run.text)
            words = words.lstrip(" ") if spaced else words
            if words:
                found.append(run if words == run.text else replace(run, text=words))
                spaced = words.endswith(" ")
        elif isinstance(run, LineBreak):
            found = _bare(found)
            if found:
                found.append(run)
            spaced = True
        else:
            found.append(run)
            spaced = False
    return joined(tuple(_bare(found, breaks=True)))


def _bare(runs: list[Run], *, breaks: bool = False) -> list[Run]:
    """Take spaces, and breaks where asked, from the end."""
    kept = list(runs)
    while kept:
        last = kept[-1]
        if isinstance(last, Span):
            words = last.text.rstrip(" \u00a0")
            if words:
                kept[-1] = last if words == last.text else replace(last, text=words)
                return kept
        elif not (breaks and isinstance(last, LineBreak)):
            return kept
        kept.pop()
    return kept
