"""How the examples of rules about facts are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here.
"""

from __future__ import annotations

from collections.abc import Callable

from proceedings_editor.model.local import LANGUAGES, LocalText
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def versions(example: Example) -> Workspace:
    title = LocalText(**dict(part.split(": ") for part in example.words.split("; ")))
    required = tuple(f"title.{language}" for language in LANGUAGES)
    return sample.workspace(sample.entry(title=title), template=sample.template(required=required))


def section(example: Example) -> Workspace:
    return sample.workspace(sample.entry(readings=(sample.reading("section", example.words),)))


def numbers(example: Example) -> Workspace:
    """What stands in manuscripts: number after number."""
    entries = (
        sample.entry(
            id=f"e{index}",
            number=int(word),
            first_page=None,
            last_page=None,
            readings=(sample.reading("number", word, "table row 6"),),
        )
        for index, word in enumerate(example.words.split())
    )
    return sample.workspace(*entries)


def pages(example: Example) -> Workspace:
    ranges = [map(int, word.split("–")) for word in example.words.split()]
    entries = (
        sample.entry(id=f"e{number}", number=number, first_page=first, last_page=last)
        for number, (first, last) in enumerate(ranges, 1)
    )
    return sample.workspace(*entries)


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "META001": versions,
    "COLL001": numbers,
    "COLL002": pages,
    "SEC001": section,
}
