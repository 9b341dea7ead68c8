"""A rule's manual: its module's docstring, taken apart and translatable.

The docstring has a title of one line and sections, each a line with a colon and indented text:

    What:       what is looked at
    Why:        why it matters
    How to fix: what a person does, and what the fix does
    Options:    one paragraph per option, "name: meaning"; only where the rule has options
    Examples:   one line each: language (kk, ru, en, or any), ✓ or ✗, the example

Title and paragraphs are keys of the catalogues like any sentence; examples are never translated.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from proceedings_editor.texts import Text, text

WHAT, WHY, FIX, OPTIONS, EXAMPLES = "What", "Why", "How to fix", "Options", "Examples"
SECTIONS: Final[Mapping[str, Text]] = {
    WHAT: text("What is checked"),
    WHY: text("Why"),
    FIX: text("How to fix"),
    OPTIONS: text("Options"),
    EXAMPLES: text("Examples"),
}
"""Name in the docstring -> printed title, in order."""

LIST_TITLE: Final = text("Rules")
LIST_HEADS: Final = (text("Code"), text("Severity"), text("Rule"))
SEVERITY_LINE: Final = text("Severity: {severity}")
"""Words of the printed manual around the rules' own."""

RIGHT: Final = "✓"
WRONG: Final = "✗"

_SECTION: Final = re.compile(rf"^({'|'.join(SECTIONS)}):\n((?:(?: .*)?\n)*)", re.MULTILINE)
_EXAMPLE: Final = re.compile(rf"(kk|ru|en|any) ([{RIGHT}{WRONG}]) (.+)")


@dataclass(frozen=True, slots=True)
class Example:
    """One example; `language` is "any" for what is the same in every language."""

    language: str
    right: bool
    words: str


@dataclass(frozen=True, slots=True)
class Manual:
    """A manual taken apart; `sections` maps the names above to paragraphs, without the examples."""

    title: Text
    sections: Mapping[str, tuple[Text, ...]]
    examples: tuple[Example, ...]

    def sentences(self) -> Iterator[Text]:
        """Yield everything that is translated."""
        yield self.title
        for paragraphs in self.sections.values():
            yield from paragraphs


def title_of(docstring: str) -> Text:
    """Return the title alone: one sentence that says what is wrong."""
    return Text(docstring.split("\n", 1)[0])


def manual_of(docstring: str) -> Manual:
    """Take a rule's docstring apart.

    Raises:
        ValueError: A section is missing or empty, or an example has another form; a mistake in the rule's file.
    """
    found = {name: textwrap.dedent(body).strip() for name, body in _SECTION.findall(docstring.rstrip() + "\n")}
    missing = [name for name in SECTIONS if not found.get(name) and name != OPTIONS]
    if missing:
        raise ValueError(f"the manual “{docstring[:40]}…” lacks {missing}")
    sections = {name: _paragraphs(found[name]) for name in SECTIONS if name in found and name != EXAMPLES}
    examples = tuple(_example(line) for line in found[EXAMPLES].splitlines() if line.strip())
    return Manual(title_of(docstring), sections, examples)


def _paragraphs(body: str) -> tuple[Text, ...]:
    return tuple(Text(" ".join(paragraph.split())) for paragraph in re.split(r"\n\s*\n", body))


def _example(line: str) -> Example:
    found = _EXAMPLE.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"no example: {line}")
    return Example(found[1], found[2] == RIGHT, found[3])
