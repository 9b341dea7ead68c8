"""Cutting, pasting and dropping: what comes from outside becomes blocks at the cursor, much of it in a worker."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QWidget

from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.model.body_edit.fragment import copied, pasted
from proceedings_editor.model.body_edit.spot import Spot
from proceedings_editor.progress import CancelToken, Progress, stop_if_cancelled
from proceedings_editor.texts import text
from proceedings_editor.ui.body.clipboard import (
    MIME,
    Clip,
    Pasting,
    clip_of,
    mime_of,
    pasting_of,
    read_clip,
    read_words,
)
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.figure_asking import FigureAsker
from proceedings_editor.ui.body.picture_shelf import PictureShelf
from proceedings_editor.ui.body.position import spot_at
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.message import show_sentence
from proceedings_editor.ui.progress_dialog import work_under_bar
from proceedings_editor.ui.words import Words

PASTE: Final = text("Paste")
CUT: Final = text("Cut")
_PASTING: Final = "paste"


class Paster(QObject):
    """Serves the clipboard and the drops of one editor."""

    def __init__(
        self,
        desk: BodyDesk,
        figures: FigureAsker,
        pictures: PictureShelf,
        jobs: Jobs,
        words: Words,
        panel: QWidget,
    ) -> None:
        """Make it.

        Args:
            desk: Does what was asked for to the article.
            figures: Takes pictures in and asks about them.
            pictures: Knows where the article's pictures lie.
            jobs: Read what is long.
            words: The window's language.
            panel: What sentences stand over.
        """
        super().__init__(panel)
        self._desk, self._figures, self._pictures = desk, figures, pictures
        self._jobs, self._words, self._panel = jobs, words, panel

    def copied(self) -> QMimeData:
        """Return what is selected, for the clipboard."""
        chosen = copied(self._desk.sync.body, *self._desk.selection())
        return mime_of(chosen, self._pictures.path, self._desk.entry_id or "clip")

    def cut(self) -> None:
        """Take the selection to the clipboard."""
        if self._desk.edit.textCursor().hasSelection():
            self._desk.edit.copy()
            self._desk.delete_selection(CUT)

    def put_in(self, source: QMimeData) -> None:
        """Insert what is on the clipboard at the cursor."""
        if not self._desk.edit.isReadOnly():
            self._paste(source)

    def paste_plain(self) -> None:
        """Paste the words of the clipboard without marks, lists and tables."""
        self._insert(read_words(QGuiApplication.clipboard().text()))

    def _insert(self, found: Pasting) -> None:
        if found.body:
            if self._desk.edit.textCursor().hasSelection():
                self._desk.delete_selection(PASTE)
            self._put(found, self._desk.spot())
        self._tell(found)

    def _put(self, found: Pasting, spot: Spot) -> None:
        new = self._figures.put_in if found.brings else partial(pasted, self._desk.sync.body)
        self._desk.take(new(spot, found.body), PASTE)

    def _paste(self, source: QMimeData) -> None:
        """Insert what is on the clipboard; much of it is read by a worker, and the cursor's place waits for it."""
        if not self._is_long(source):
            self._insert(self._pasting(source))
            return
        work = partial(_read_clip, clip_of(source), self._desk.session.folder, self._desk.entry_id)
        place = QTextCursor(self._desk.edit.textCursor())
        place.setKeepPositionOnInsert(not place.hasSelection())  # letters typed meanwhile come behind it
        done = partial(self._insert_at, self._desk.entry_id, place)
        work_under_bar(self._panel.window(), self._words, self._jobs, _PASTING, PASTE, work, done, self._fail_to_paste)

    def _is_long(self, source: QMimeData) -> bool:
        return not (source.hasFormat(MIME) or source.hasUrls()) and clip_of(source).is_long

    def _insert_at(self, entry_id: str, place: QTextCursor, found: Pasting) -> None:
        if entry_id != self._desk.entry_id:  # the person has gone elsewhere, and must not find it there
            self._tell(Pasting((), text("Nothing was pasted, because another entry is shown now; paste again there.")))
            return
        is_chosen = not place.keepPositionOnInsert()
        self._desk.place_caret(place.anchor() if is_chosen else place.position(), place.position())
        self._insert(self._brought(found))

    def _fail_to_paste(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self._tell(Pasting((), error.sentence))

    def _brought(self, found: Pasting) -> Pasting:
        return replace(found, body=self._figures.brought(found.body)) if found.brings else found

    def _pasting(self, source: QMimeData) -> Pasting:
        """Return what a person pastes or drops; what is of no use is told at once."""
        try:
            found = pasting_of(source, self._desk.session.folder, self._desk.entry_id, self._figures.run)
            return self._brought(found)
        except ProceedingsError as error:
            return Pasting((), error.sentence)

    def _tell(self, found: Pasting) -> None:
        if found.sentence is not None:
            show_sentence(self._panel, self._words, found.sentence)

    def drop(self, source: QMimeData, position: int, is_move: bool) -> None:
        """Insert what was dragged to a position of the document; a move within the article takes it away before."""
        chosen = self._desk.edit.textCursor()
        if is_move and chosen.selectionStart() <= position <= chosen.selectionEnd():
            return
        if not is_move and self._is_long(source):
            self._desk.place_caret(position, position)
            self._paste(source)
            return
        found = self._pasting(source)
        if found.body:
            target = QTextCursor(self._desk.sync.document)
            target.setPosition(position)
            if is_move:
                self._desk.delete_selection()
            spot = spot_at(self._desk.sync.document, target.position())
            self._put(found, spot)
        self._tell(found)


def _read_clip(clip: Clip, folder: Path, entry_id: str, progress: Progress, cancel: CancelToken) -> Pasting:
    del progress
    found = read_clip(clip, folder, entry_id)
    stop_if_cancelled(cancel)
    return found
