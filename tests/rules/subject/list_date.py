"""How the examples of rules about lists and dates are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from proceedings_editor.model.body import ListBlock, ListItem
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample
from tests.rules.subject.front import language_of

_ITEM = re.compile(r"(?:^|\s)([–•-])\s(.+?)(?=\s[–•-]\s|$)")


def typed_list(words: str) -> ListBlock:
    """A list as typed in one line: `– one; – two.`."""
    items = [(found[1], found[2]) for found in _ITEM.finditer(words)]
    marker = items[0][0]
    return ListBlock(
        tuple(ListItem((sample.paragraph(words),), "" if typed == marker else typed) for typed, words in items),
        marker=marker,
    )


def listed(example: Example) -> Workspace:
    body = (*sample.entry().body, typed_list(example.words))
    return sample.workspace(sample.entry(language=language_of(example), body=body))


def prose(example: Example) -> Workspace:
    return sample.workspace(sample.in_language(language_of(example), example.words))


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "DATE001": prose,
    "DATE002": prose,
    "DATE003": prose,
    "DATE004": prose,
    "LIST001": listed,
    "LIST002": listed,
    "LIST003": prose,
}
