"""The text of a letter with fields in it: read from a file that a secretary may change, filled for one entry.

The form is as plain as can be. Lines that begin with "#" are notes to the secretary, the first other line is the
subject, the rest is the text. A field in braces becomes a fact; a line with a field that nothing is known for is left
out. Whatever a fact holds, it stays on its line, so that no title can add a line to the subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from proceedings_editor.errors import TemplateError
from proceedings_editor.templates.node import Source
from proceedings_editor.templates.typed_yaml import unknown_word
from proceedings_editor.texts import text

FAULTS: Final = "faults"
FIELDS: Final = ("name", "author", "title", "number", "conference", "pages", "count", FAULTS, "deadline", "day")
"""The facts a letter may ask for."""

_FIELD: Final = re.compile(r"\{(\w+)\}")
_NOTE: Final = "#"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be sent."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter whose fields are still to be filled."""

    subject: str
    lines: tuple[str, ...]

    def filled(self, facts: Mapping[str, str]) -> Letter:
        """Return the letter; `facts` may lack any of `FIELDS`."""
        found = (_filled(line, facts) for line in self.lines)
        body = "\n".join(line for line in found if line is not None)
        return Letter(_filled(self.subject, facts, keep=True) or "", re.sub(r"\n{3,}", "\n\n", body).strip("\n"))

    def lacking(self, facts: Mapping[str, str]) -> tuple[str, ...]:
        """Return the fields the letter asks for and `facts` do not know, in the order of `FIELDS`."""
        asked = {field for line in (self.subject, *self.lines) for field in _FIELD.findall(line)}
        return tuple(field for field in FIELDS if field in asked and not facts.get(field, "").strip())


def read_letter(words: str, file: str) -> LetterText:
    """Return the letter that a file holds.

    Raises:
        TemplateError: It asks for a field there is not, or there is nothing in it; the sentence names file and line.
    """
    source = Source(file, TemplateError)
    numbered = [(number, line.rstrip()) for number, line in enumerate(words.splitlines(), start=1)]
    lines = [(number, line) for number, line in numbered if not line.startswith(_NOTE)]
    for number, line in lines:
        for field in _FIELD.findall(line):
            if field not in FIELDS:
                raise unknown_word(number, f"{{{field}}}", [f"{{{name}}}" for name in FIELDS], source)
    first = next((index for index, (_, line) in enumerate(lines) if line), None)
    if first is None:
        raise source.fault(1, text("the letter is empty; its first line is the subject, the rest the text."))
    if f"{{{FAULTS}}}" in lines[first][1]:
        raise source.fault(lines[first][0], text("the list {faults} does not fit the subject.", faults="{faults}"))
    return LetterText(lines[first][1], tuple(line for _, line in lines[first + 1 :]))


def _filled(line: str, facts: Mapping[str, str], *, keep: bool = False) -> str | None:
    """Return a line with its facts, None where one is missing; with `keep` only what is missing goes."""
    fields = _FIELD.findall(line)
    if not fields:
        return line
    values = {name: facts.get(name, "") if name == FAULTS else " ".join(facts.get(name, "").split()) for name in fields}
    if not keep and not all(values.values()):
        return None
    filled = _FIELD.sub(lambda found: values[found[1]], line)
    return " ".join(filled.split()) if keep else filled
