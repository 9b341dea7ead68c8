"""What a context menu offers for a word: what may be meant, and the dictionary of the collection."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from proceedings_editor.app.vocabulary import spelled_alone
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.spelling import Unknown
from proceedings_editor.texts import text
from proceedings_editor.ui.spelling import Spelling
from proceedings_editor.ui.words import Words

Replace = Callable[[str], object]
"""Puts other words in the place of the unknown one."""


def offer_words(
    menu: QMenu, words: Words, spelling: Spelling, passage: Passage, word: Unknown, replace: Replace | None
) -> None:
    """Put what can be done with an unknown word into a menu; it takes a moment.

    Args:
        menu: The menu, empty yet.
        words: The window's language.
        spelling: The dictionaries.
        passage: The text the word stands in.
        word: The word.
        replace: None where the text can only be read.
    """
    if replace:
        found = spelling.suggestions(word)
        for proposal in found:
            action = menu.addAction(proposal)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(replace, proposal))
        if not found:
            menu.addAction(words(text("No suggestion"))).setEnabled(False)
        menu.addSeparator()
    adding = menu.addAction(words(text("Add to the dictionary")))
    adding.triggered.connect(partial(spelling.add, spelled_alone(passage, word)))
    menu.addSeparator()


def offer_removal(menu: QMenu, words: Words, spelling: Spelling, own: str) -> None:
    """Put the way out of the collection's own words into a menu, where a word is one of them."""
    if own:
        menu.addAction(words(text("Take out of the dictionary"))).triggered.connect(partial(spelling.remove, own))
        menu.addSeparator()
