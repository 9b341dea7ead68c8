"""How the examples of rules about citations and references are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here.
"""

from __future__ import annotations

from collections.abc import Callable

from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def citing(example: Example) -> Workspace:
    count, _, words = example.words.partition(": ")
    references = tuple(sample.reference(f"Дала сулары, {number}.") for number in range(1, int(count) + 1))
    entry = sample.entry(body=sample.body(words), references=references)
    return sample.workspace(entry, template=sample.template(citations=sample.with_comma()))


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "CITE001": citing,
    "CITE002": citing,
}
