"""Every example of a manual is true: ✓ is silent, ✗ is found."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import pytest

from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.manual import Example, manual_of
from proceedings_editor.rules.registry import RULES
from tests.rules import sample, subject

Subject = Callable[[Example], Workspace | tuple[Workspace, Facts]]
"""What puts an example into a collection, with the facts from outside it needs."""


def _subjects() -> dict[str, Subject]:
    found: dict[str, Subject] = {}
    for module in iter_modules(subject.__path__):
        found |= import_module(f"tests.rules.subject.{module.name}").SUBJECTS
    return found


SUBJECTS = _subjects()
EXAMPLES = [(rule.code, example) for rule in RULES for example in manual_of(rule.manual).examples]


def test_the_collection_the_examples_are_put_into_has_no_faults() -> None:
    assert not [finding for rule in RULES for finding in sample.found(rule.code, sample.workspace())]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "words", value))
def test_an_example_is_true(rule: str, example: Example) -> None:
    put = SUBJECTS[rule](example)
    findings = sample.found(rule, *(put if isinstance(put, tuple) else (put,)))
    assert bool(findings) != example.right, findings


def test_every_rule_shows_both_sides() -> None:
    for rule in RULES:
        assert {example.right for example in manual_of(rule.manual).examples} == {True, False}, rule.code
