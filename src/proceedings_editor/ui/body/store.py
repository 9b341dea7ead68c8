"""The model's values that stand in the text as one sign: notes, formulas, figures, characters Qt cannot hold."""

from __future__ import annotations

from dataclasses import dataclass

from proceedings_editor.model.body import Block, InlineFormula, Note


@dataclass(frozen=True, slots=True)
class Sign:
    """A character that Qt's documents would take for structure (a paragraph separator, an object sign)."""

    char: str


Value = Block | InlineFormula | Note | Sign


class ValueStore:
    """Numbers values so that a text format can name them. Values are frozen: two signs may share one number."""

    def __init__(self) -> None:
        self._values: list[Value] = []
        self._numbers: dict[int, int] = {}
        self._signs: dict[str, Sign] = {}

    def number(self, value: Value) -> int:
        """Return the number of a value; the same for the same object."""
        found = self._numbers.get(id(value))
        if found is None:
            self._values.append(value)
            found = self._numbers[id(value)] = len(self._values)  # the list keeps it alive, so its id stays its own
        return found

    def sign(self, char: str) -> int:
        """Return the number of the sign for a character."""
        found = self._signs.get(char)
        if found is None:
            found = self._signs[char] = Sign(char)
        return self.number(found)

    def value(self, number: int) -> Value | None:
        """Return the value with this number, None where there is none."""
        return self._values[number - 1] if 0 < number <= len(self._values) else None
