"""How the examples of rules about citations and references are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def citing(example: Example) -> Workspace:
    count, _, words = example.words.partition(": ")
    references = tuple(sample.reference(f"Дала сулары, {number}.") for number in range(1, int(count) + 1))
    entry = sample.entry(body=sample.body(words), references=references)
    return sample.workspace(entry, template=sample.template(citations=sample.with_comma()))


def cited(example: Example) -> Workspace:
    """Text alone; its language is the example's."""
    entry = sample.in_language(language_of(example), example.words)
    references = (*sample.entry().references, sample.reference("Дала құстары. – 2018."))
    return sample.workspace(replace(entry, references=references), template=_comma())


def language_of(example: Example) -> Language:
    return next((known for known in LANGUAGES if known == example.language), "kk")


def listed(example: Example) -> Workspace:
    """Items of the reference list parted by “¶”."""
    references = tuple(sample.reference(words) for words in example.words.split(" ¶ "))
    return sample.workspace(sample.entry(language=language_of(example), references=references), template=_comma())


def _comma() -> Template:
    return sample.template(citations=sample.with_comma())


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "CITE001": citing,
    "CITE002": citing,
    "CITE003": citing,
    "CITE004": citing,
    "CITE005": cited,
    "CITE006": cited,
    "REF001": listed,
    "REF002": listed,
    "REF003": listed,
    "REF004": listed,
    "REF005": listed,
    "REF006": listed,
    "REF007": listed,
    "REF008": listed,
    "REF009": cited,
}
