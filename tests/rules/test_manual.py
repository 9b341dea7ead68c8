from __future__ import annotations

import string
from dataclasses import fields

import pytest

from proceedings_editor.rules.manual import OPTIONS, SECTIONS, Example, manual_of
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.rule import Rule

DOCSTRING = """A thing is wrong.

What:
    The first
    paragraph.

    The second.

Why:
    Because.

How to fix:
    By hand.

Examples:
    kk ✓ дұрыс: сөз
    any ✗ 34:
"""


def test_a_docstring_is_taken_apart() -> None:
    manual = manual_of(DOCSTRING)
    assert str(manual.title) == "A thing is wrong."
    assert [str(paragraph) for paragraph in manual.sections["What"]] == ["The first paragraph.", "The second."]
    assert list(manual.sections) == ["What", "Why", "How to fix"]
    assert manual.examples == (Example("kk", True, "дұрыс: сөз"), Example("any", False, "34:"))


@pytest.mark.parametrize("section", ["What", "Why", "How to fix", "Examples"])
def test_a_section_may_not_be_missing(section: str) -> None:
    with pytest.raises(ValueError, match=section):
        manual_of(DOCSTRING.replace(f"{section}:", f"{section} else:"))


def test_an_example_has_one_form() -> None:
    with pytest.raises(ValueError, match="no example: de ✓ x"):
        manual_of(DOCSTRING.replace("any ✗ 34:", "de ✓ x"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_whole_manual(rule: Rule) -> None:
    manual = manual_of(rule.manual)
    names = {field.name for field in fields(rule.options)}  # type: ignore[arg-type]
    described = {str(paragraph).partition(":")[0] for paragraph in manual.sections.get(OPTIONS, ())}
    assert described == names
    for sentence in (*manual.sentences(), *SECTIONS.values()):
        assert not [name for _, name, _, _ in string.Formatter().parse(sentence.key) if name is not None]
