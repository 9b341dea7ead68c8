"""Every example of a manual is true: ✓ is silent, ✗ is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from proceedings_editor.model.local import LANGUAGES, LocalText
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example, manual_of
from proceedings_editor.rules.registry import RULES
from tests.rules import sample


def prose(example: Example) -> Workspace:
    language = next(known for known in LANGUAGES if known == example.language)
    return sample.workspace(sample.in_language(language, example.words))


def udc(example: Example) -> Workspace:
    return sample.workspace(sample.entry(udc=(example.words,)))


def isbn(example: Example) -> Workspace:
    return sample.workspace(collection=replace(sample.COLLECTION, isbn=example.words))


def code(example: Example) -> Workspace:
    kind, _, value = example.words.partition(" ")
    if kind == "EDN":
        return sample.workspace(sample.entry(edn=value))
    return sample.workspace(sample.entry(authors=(sample.author(**{kind.lower(): value}),)))


def email(example: Example) -> Workspace:
    return sample.workspace(sample.entry(authors=(sample.author(email=example.words),)))


def citing(example: Example) -> Workspace:
    count, _, words = example.words.partition(": ")
    references = tuple(sample.reference(f"Дала сулары, {number}.") for number in range(1, int(count) + 1))
    entry = sample.entry(body=sample.body(words), references=references)
    return sample.workspace(entry, template=sample.template(citations=sample.with_comma()))


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
    "CHAR001": prose,
    "META001": versions,
    "COLL001": numbers,
    "COLL002": pages,
    "SEC001": section,
    "UDC001": udc,
    "UDC002": udc,
    "IDN001": isbn,
    "IDN005": code,
    "MAIL001": email,
    "CITE001": citing,
    "CITE002": citing,
}
EXAMPLES = [(rule.code, example) for rule in RULES for example in manual_of(rule.manual).examples]


def test_the_collection_the_examples_are_put_into_has_no_faults() -> None:
    assert not [finding for rule in RULES for finding in sample.found(rule.code, sample.workspace())]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "words", value))
def test_an_example_is_true(rule: str, example: Example) -> None:
    findings = sample.found(rule, SUBJECTS[rule](example))
    assert bool(findings) != example.right, findings


def test_every_rule_shows_both_sides() -> None:
    for rule in RULES:
        assert {example.right for example in manual_of(rule.manual).examples} == {True, False}, rule.code
