"""Readings beside the field they were found for."""

from __future__ import annotations

from collections.abc import Callable

from proceedings_editor.model.path import value_at
from proceedings_editor.rules.passage import COLLECTION
from proceedings_editor.rules.scope import PassageScope


def says_the_same(scope: PassageScope, normal: Callable[[str], str]) -> bool:
    """Whether the passage is a reading whose field says the same in its normal form: then the field is judged alone."""
    passage = scope.passage
    if passage.kind != "reading":
        return False
    owner: object = scope.collection if passage.field.startswith(COLLECTION) else scope.entry
    try:
        value = value_at(owner, passage.field.removeprefix(COLLECTION))
    except (LookupError, ValueError):
        return False
    return isinstance(value, str) and normal(value) == normal(passage.text)
