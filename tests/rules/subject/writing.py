"""How the examples of rules about characters, typography and language are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here. What cannot be
seen stands in an example as its number: [U+00AD].
"""

from __future__ import annotations

import re
from collections.abc import Callable

from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def prose(example: Example) -> Workspace:
    """The example alone, so that what it finds is its own."""
    language = next((known for known in LANGUAGES if known == example.language), "kk")
    words = re.sub(r"\[U\+([0-9A-F]{4})\]", lambda found: chr(int(found[1], 16)), example.words)
    return sample.workspace(sample.entry(language=language, body=sample.body(words)))


def no_breaks(example: Example) -> Workspace:
    """In a right example every space but the one before a word of its own is a no-break space."""
    words = example.words
    if example.right:
        words = re.sub(r"(?<=[№\d.]) (?=[\w])| (?=–)", "\u00a0", words)
    return sample.workspace(sample.entry(language="kk", body=sample.body(words)))


_PROSE = (
    *("CHAR002", "CHAR003", "CHAR004", "CHAR005", "CHAR006"),
    *("TYPO001", "TYPO002", "TYPO003", "TYPO004", "TYPO005", "TYPO007", "TYPO008"),
)


def drawn(example: Example) -> tuple[Workspace, Facts]:
    """With fonts that have neither pictures nor ligatures."""
    return prose(example), Facts(glyphs=frozenset(map(chr, range(0x20, 0x2600))))


SUBJECTS: dict[str, Callable[[Example], Workspace | tuple[Workspace, Facts]]] = {
    **dict.fromkeys(_PROSE, prose),
    "TYPO006": no_breaks,
    "CHAR007": drawn,
}
