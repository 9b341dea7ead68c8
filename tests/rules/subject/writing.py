"""How the examples of rules about characters, typography and language are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here. What cannot be
seen stands in an example as its number: [U+00AD].
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from proceedings_editor.model.local import LANGUAGES, LocalText
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
    *("LANG002", "LANG003"),
)


def drawn(example: Example) -> tuple[Workspace, Facts]:
    """With fonts that have neither pictures nor ligatures."""
    return prose(example), Facts(glyphs=frozenset(map(chr, range(0x20, 0x2600))))


def title(example: Example) -> Workspace:
    """In the field of its language."""
    return sample.workspace(sample.entry(title=LocalText(**{example.language: example.words})))


def looked_up(example: Example) -> tuple[Workspace, Facts]:
    """With a small dictionary, in a template that wants it used."""
    known = frozenset(("дала", "өзендері", "көктемде", "тасиды", "степная", "река", "steppe", "river"))
    written = prose(example)
    entries = tuple(replace(entry, title=LocalText()) for entry in written.entries)
    where = replace(written, entries=entries, template=sample.with_rule("LANG004", "information"))
    return where, Facts(is_word=lambda word, _: word in known)


SUBJECTS: dict[str, Callable[[Example], Workspace | tuple[Workspace, Facts]]] = {
    **dict.fromkeys(_PROSE, prose),
    "TYPO006": no_breaks,
    "CHAR007": drawn,
    "LANG001": title,
    "LANG004": looked_up,
}
