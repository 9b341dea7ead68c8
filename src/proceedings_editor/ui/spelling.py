"""The spelling of the open collection: which words are right, in which languages the person wants them looked up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from proceedings_editor.app.session import Session
from proceedings_editor.app.vocabulary import Vocabulary, read_vocabulary, words_to_mark
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.language import spelling
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.progress import CancelToken
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.spelling import Unknown, languages_of
from proceedings_editor.storage.dictionary_file import write_word
from proceedings_editor.storage.file_state import NO_STAMP, Stamp, stamp_of
from proceedings_editor.storage.layout import DICTIONARY
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.job import Jobs

PAUSE = 250
"""Milliseconds from a key to the underlines."""

CYCLE = 3000
"""Milliseconds between two looks at the file of words, which others write too."""

_LOADING = "dictionary of "
_LOOKING = "own words"

_Seen = tuple[Stamp, Vocabulary, Text | None] | None


class Spelling(QObject):
    """Keeps the words of one collection; dictionaries are read in a worker when a text first needs them.

    Signals:
        changed: Other words are right now, or other languages are looked up.
        words_changed: The collection's own words are others.
        said: A sentence for the person.
    """

    changed = Signal()
    words_changed = Signal(object)
    said = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._languages: tuple[Language, ...] = ()
        self._asked: set[str] = set()
        self._loaded: frozenset[str] = frozenset()
        self._vocabulary = Vocabulary()
        self._stamp: Stamp = NO_STAMP
        self._fault: Text | None = None
        self._timer = QTimer(self, interval=CYCLE)
        self._timer.timeout.connect(self.look)

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that are right."""
        return self._vocabulary

    def start(self) -> None:
        """Read the collection's own words now and whenever their file changes."""
        self._timer.start()
        self.look()

    def choose(self, languages: tuple[Language, ...]) -> None:
        """Look up words of these languages from now on."""
        self._languages = languages
        self.changed.emit()

    def unknown(self, passage: Passage, entry: Entry) -> tuple[Unknown, ...]:
        """Return the words of a passage that no dictionary knows; `changed` tells when those of more languages do."""
        wanted = languages_of(passage).intersection(self._languages)
        for language in wanted - self._asked:
            self._load(language)
        ready = tuple(language for language in LANGUAGES if language in wanted & self._loaded)
        return words_to_mark(passage, entry, self._vocabulary, ready) if ready else ()

    def suggestions(self, word: Unknown) -> tuple[str, ...]:
        """Return what may be meant by a word; it takes a moment."""
        return spelling.suggestions(word.word, word.language)

    def add(self, word: str) -> None:
        """Count a word as right in this collection."""
        self._write(word, wanted=True)

    def remove(self, word: str) -> None:
        """Take a word out of the collection's own."""
        self._write(word, wanted=False)

    def look(self) -> None:
        """Look at the file of words, in a worker."""
        path, folder, known = self._session.folder / DICTIONARY, self._session.folder, self._stamp

        def work(_: CancelToken) -> _Seen:
            stamp = stamp_of(path)
            return None if stamp == known else (stamp, *read_vocabulary(folder))

        if not self._jobs.is_busy(_LOOKING):
            self._jobs.start(_LOOKING, work, self._take, self._fail)

    # ------------------------------------------------------------------------------------------------------ inside

    def _load(self, language: str) -> None:
        self._asked.add(language)
        self._jobs.start(_LOADING + language, _loading(language), partial(self._note_loaded, language), self._fail)

    def _note_loaded(self, language: str, _: None) -> None:
        self._loaded |= {language}
        self.changed.emit()

    def _write(self, word: str, *, wanted: bool) -> None:
        try:
            found = write_word(self._session.folder, word, wanted=wanted)
        except ProceedingsError as error:
            self.said.emit(error.sentence)
            return
        self._take((stamp_of(self._session.folder / DICTIONARY), Vocabulary(found.words), found.fault))
        sentence = text("“{word}” is in the dictionary of this collection now.", word=word)
        gone = text("“{word}” is not in the dictionary of this collection any more.", word=word)
        self.said.emit(sentence if wanted else gone)

    def _take(self, seen: _Seen) -> None:
        if seen is None:
            return
        before = self._vocabulary
        self._stamp, self._vocabulary, fault = seen
        if fault and fault != self._fault:
            self.said.emit(fault)
        self._fault = fault
        if self._vocabulary != before:
            self.words_changed.emit(self._vocabulary)
            self.changed.emit()

    def _fail(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled) and error.sentence != self._fault:
            self._fault = error.sentence
            self.said.emit(error.sentence)


def _loading(language: str) -> Callable[[CancelToken], None]:
    return lambda _: spelling.load(language)
