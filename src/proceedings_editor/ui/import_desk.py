"""Bringing manuscripts in, one or many: a worker reads them under a bar, and each that did not come in is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from proceedings_editor.app.importing_many import Brought, bring_in, bring_in_anew, is_manuscript, refusal_of
from proceedings_editor.app.session import Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.model.edit import Together
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.message import show_sentence
from proceedings_editor.ui.progress_dialog import work_under_bar
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_KIND: Final = "import"
WHERE: Final = text(
    "The manuscripts become entries of a collection. Where does it lie? A folder that does not exist yet is made."
)
_IMPORTING: Final = text("Importing")


class ImportDesk:
    """Brings manuscripts into a collection.

    Args:
        window: What bars and sentences stand over.
        words: Its language.
        jobs: Read the files.
    """

    def __init__(self, window: QWidget, words: Words, jobs: Jobs) -> None:
        self._window, self._words, self._jobs = window, words, jobs

    def bring(self, files: Sequence[Path], session: Session, done: Callable[[str], None]) -> None:
        """Bring manuscripts into the open collection as one step; `done` gets the id of the first new entry."""

        def work(progress: Progress, cancel: CancelToken) -> Brought:
            return bring_in(wanted, session.folder, session.workspace, progress, cancel)

        def finish(brought: Brought) -> None:
            if brought.edits and self._apply(session, brought):
                done(brought.entries[0])
            self._tell(brought, len(wanted))

        if wanted := self._wanted(files):
            self._work(work, finish)

    def bring_anew(self, files: Sequence[Path], folder: Path, done: Callable[[Path], object]) -> None:
        """Bring manuscripts into a folder that becomes a collection where it is none; `done` gets the folder."""

        def work(progress: Progress, cancel: CancelToken) -> Brought:
            return bring_in_anew(wanted, folder, progress, cancel)

        def finish(brought: Brought) -> None:
            if brought.entries:
                done(folder)
            self._tell(brought, len(wanted))

        if wanted := self._wanted(files):
            self._work(work, finish)

    def _wanted(self, files: Sequence[Path]) -> list[Path]:
        """Return the files that can be read here; of the others one sentence is told."""
        if refusal := refusal_of(files):
            show_sentence(self._window, self._words, refusal)
        return [file for file in files if is_manuscript(file)]

    def _work(self, work: Callable[[Progress, CancelToken], Brought], finish: Callable[[Brought], None]) -> None:
        work_under_bar(self._window, self._words, self._jobs, _KIND, _IMPORTING, work, finish, self._fail)

    def _apply(self, session: Session, brought: Brought) -> bool:
        count = len(brought.edits)
        label = plural("Import {count} manuscript", "Import {count} manuscripts", count)
        session.close_step()
        return session.apply(brought.edits[0] if count == 1 else Together(tuple(brought.edits), label))

    def _tell(self, brought: Brought, count: int) -> None:
        if len(brought.told) == 1 and count == 1:
            show_sentence(self._window, self._words, brought.told[0][1])
        elif brought.told:
            dialog = ImportResult(brought, count, self._words, self._window)
            dialog.exec()
            dialog.deleteLater()

    def _fail(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            show_sentence(self._window, self._words, error.sentence)


class ImportResult(Dialog):
    """Tells how many manuscripts came in, and of each file what a person has to know."""

    def __init__(self, brought: Brought, count: int, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importResult")
        speaker = Speaker(words, self)
        head, close = WrappedLabel(self), QPushButton(self)
        told = QPlainTextEdit(self)
        told.setReadOnly(True)
        told.setTabChangesFocus(True)
        told.setPlainText("\n\n".join(f"{file}: {words(sentence)}" for file, sentence in brought.told))
        speaker.name(told, "importTold", text("What to know about the files"))
        speaker.say(self.setWindowTitle, text("Import"))
        speaker.say(head.setText, _summary(len(brought.entries), count))
        speaker.say(close.setText, text("Close"))
        speaker.name(close, "closeButton", text("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(told, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        resize_within_screen(self, 720, 320)
        close.setFocus()


def _summary(came: int, count: int) -> Text:
    return plural("{came} of {count} manuscript came in.", "{came} of {count} manuscripts came in.", count, came=came)


def bring_chosen(
    window: QWidget, words: Words, jobs: Jobs, files: Sequence[Path], start: Path, done: Callable[[Path], object]
) -> None:
    """Ask for the folder of the collection, where none is open, and bring manuscripts into it.

    Args:
        window: What dialogs stand over.
        words: Its language.
        jobs: Read the files.
        files: The manuscripts.
        start: The folder to propose.
        done: Gets the folder when something came in.
    """
    from proceedings_editor.ui.folder_dialog import ask_any_folder

    desk = ImportDesk(window, words, jobs)
    if any(map(is_manuscript, files)):
        folder = ask_any_folder(window, words, WHERE, start)
        if folder is None:
            return
        desk.bring_anew(files, folder, done)
    else:
        desk.bring_anew(files, start, done)
