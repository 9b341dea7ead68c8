"""The choices of fields that have a list, in the window's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from proceedings_editor.language.person_word import STATUS, words_of
from proceedings_editor.model.entry import STATE_NAMES, STATES
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.words import Words

Choices = Sequence[tuple[str, str]]

LANGUAGE_TAGS: Final[Mapping[Language, Text]] = {
    "kk": text("in Kazakh"),
    "ru": text("in Russian"),
    "en": text("in English"),
}
LANGUAGE_MARKS: Final[Mapping[str, str]] = {"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}
"""Each language's own short name, as web sites of Kazakhstan write them; not translated."""
LANGUAGE_NAMES: Final[Mapping[Language, Text]] = {
    "kk": text("Kazakh"),
    "ru": text("Russian"),
    "en": text("English"),
}


def languages(words: Words) -> Choices:
    """Return the languages an article can be in."""
    return [(language, words(LANGUAGE_NAMES[language])) for language in LANGUAGES]


def states(words: Words) -> Choices:
    """Return the states of an entry."""
    return [(state, words(STATE_NAMES[state])) for state in STATES]


def statuses(words: Words) -> Choices:
    """Return the list of statuses."""
    return [(word.id, getattr(word, words.language)) for word in words_of(STATUS)]


def sections(workspace: Workspace, words: Words) -> Choices:
    """Return the section tree, subsections under their section, and none at all."""
    rows = [("", words(text("No section")))]
    for path in workspace.collection.section_paths():
        section = path[-1]
        numbers = ".".join(above.number for above in path if above.number)
        name = section.name.best(words.language) or section.id
        rows.append((section.id, "    " * (len(path) - 1) + " ".join(filter(None, (numbers, name)))))
    return rows
