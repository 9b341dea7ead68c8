"""Printing from a click to paper: the entries are laid out, the person is asked for a printer, the pages go there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from proceedings_editor.app.checking import shown_name
from proceedings_editor.app.preview import Preview, make_preview
from proceedings_editor.app.session import Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.preview.printing import leaves_of, print_leaves, set_up
from proceedings_editor.ui.progress_dialog import work_under_bar
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from proceedings_editor.model.entry import Entry
    from proceedings_editor.model.workspace import Workspace

T = TypeVar("T")

_KIND: Final = "print"
_LONGEST_NAME: Final = 80
"""Characters of a job's name."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """What can be printed, and by entry why the rest cannot."""

    previews: list[Preview] = field(default_factory=list)
    problems: list[tuple[Entry, Text]] = field(default_factory=list)


class PrintDesk(QObject):
    """Prints entries.

    Signals:
        failed: A sentence: why something could not be printed.
        said: News for the status line.
    """

    failed = Signal(object)
    said = Signal(object)

    def __init__(self, session: Session, words: Words, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._words, self._jobs, self._window = session, words, jobs, window

    def print_entries(self, entries: Sequence[Entry]) -> None:
        """Lay entries out, ask for a printer and print them."""
        if entries and not self._jobs.is_busy(_KIND):
            work = partial(_ready, self._session.folder, self._session.workspace, tuple(entries))
            self._under_bar(text("The pages are being made …"), work, self._ask)

    def _ask(self, ready: _Ready) -> None:
        for entry, reason in ready.problems:
            name = shown_name(entry, self._words.language)
            sentence = text("{entry} cannot be printed: {reason}", entry=name, reason=reason)
            self.failed.emit(sentence)
        if not ready.previews:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(", ".join(preview.entry for preview in ready.previews)[:_LONGEST_NAME])
        set_up(printer, ready.previews[0].sizes[0])
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("printDialog")
        dialog.setWindowTitle(self._words(text("Print")))
        for label in dialog.findChildren(QLabel, "pageSetLabel"):
            label.setText(self._words(text("Pages to print:")))  # Qt's own dialog does not translate it
        dialog.setMinMax(1, len(leaves_of(ready.previews)))
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._print(printer, ready.previews)

    def _print(self, printer: QPrinter, previews: Sequence[Preview]) -> None:
        leaves = leaves_of(previews, printer.fromPage(), printer.toPage())
        if not leaves:
            return

        def work(progress: Progress, cancel: CancelToken) -> int:
            print_leaves(printer, leaves, progress, cancel)
            return len(leaves)

        self._under_bar(text("Printing"), work, self._say_printed)

    def _say_printed(self, count: int) -> None:
        self.said.emit(plural("{count} page was printed.", "{count} pages were printed.", count))

    def _under_bar(self, label: Text, work: Callable[[Progress, CancelToken], T], done: Callable[[T], None]) -> None:
        work_under_bar(self._window, self._words, self._jobs, _KIND, label, work, done, self._fail)

    def _fail(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error.sentence)


def _ready(
    folder: Path, workspace: Workspace, entries: Sequence[Entry], progress: Progress, cancel: CancelToken
) -> _Ready:
    ready = _Ready()
    for number, entry in enumerate(entries):
        progress.step(number, len(entries), text("Printing"))
        try:
            ready.previews.append(make_preview(folder, workspace, entry.id, cancel))
        except Cancelled:
            raise
        except ProceedingsError as error:
            ready.problems.append((entry, error.sentence))
    return ready
