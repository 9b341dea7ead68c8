"""What the text view says about a block or a character: properties of Qt's text formats.

Looks are written from these facts and never read back. Marks are one property each, because merging formats over a
mixed selection would overwrite a combined one.
"""

from __future__ import annotations

import json
from enum import IntEnum
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QTextFormat

from proceedings_editor.model.body import Span
from proceedings_editor.model.body_edit.line import ItemStep, QuoteStep, Steps
from proceedings_editor.model.body_edit.text import MARKS

_FIRST: Final[int] = QTextFormat.Property.UserProperty.value
OBJECT_TYPE: Final[int] = QTextFormat.ObjectTypes.UserObject.value + 1
"""The kind of inline object that this package draws."""


class Fact(IntEnum):
    """Properties of block formats (STEPS to ALIGN), character formats (LOOK to WHOLE) and table formats (TABLE)."""

    STEPS = _FIRST + 1
    KIND = _FIRST + 2
    LEVEL = _FIRST + 3
    ALIGN = _FIRST + 4
    LOOK = _FIRST + 5
    HREF = _FIRST + 6
    LANGUAGE = _FIRST + 7
    VALUE = _FIRST + 8
    WHOLE = _FIRST + 9
    TABLE = _FIRST + 10
    MARK = _FIRST + 20


MARK_FACTS: Final[dict[str, int]] = {mark: Fact.MARK + index for index, mark in enumerate(MARKS)}


def steps_text(steps: Steps) -> str:
    """Return the containers of a line as one property; cells are told by the table itself."""
    return _encoded(steps) if steps else ""


@lru_cache(maxsize=4096)
def _encoded(steps: Steps) -> str:
    found: list[list[object]] = []
    for step in steps:
        match step:
            case QuoteStep(quote):
                found.append([quote])
            case ItemStep(list, item, ordered, marker, start, own):
                found.append([list, item, ordered, marker, start, own])
    return json.dumps(found, ensure_ascii=False) if found else ""


@lru_cache(maxsize=4096)
def steps_from(text: str) -> Steps:
    """Return the containers that a property says."""
    if not text:
        return ()
    return tuple(QuoteStep(*step) if len(step) == 1 else ItemStep(*step) for step in json.loads(text))


def span_of(form: QTextFormat) -> Span:
    """Return the marks of a character format as a span without text."""
    marks = {mark: form.boolProperty(number) for mark, number in MARK_FACTS.items()}
    return Span("", href=form.stringProperty(Fact.HREF), language=form.stringProperty(Fact.LANGUAGE), **marks)
