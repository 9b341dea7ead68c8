"""A secretary at work: the real window, typed into key by key, saved and exported now and then, until told or killed.

python -m tests.ui.secretary FOLDER CACHE NAME SEED SECONDS FIRST

Types words NAME(FIRST + 1) … into articles and fields, builds every kind of block, and prints a line for each thing
that happened: `typed WORD TIME` once the word is in the session (`time.monotonic`), `locked BANNER` where it could
only be read, `said SENTENCE` and `asked DIALOG` for what it answered, `built`, `saved` and `exported`. After SECONDS
it saves what is left, closes the window and ends with 0.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton

from proceedings_editor.app.exporting import ExportRequest, export_entries
from proceedings_editor.model.body import DisplayFormula, FormulaSource, InlineFormula, Note, Paragraph, Span
from proceedings_editor.model.body_edit.fragment import beside
from proceedings_editor.model.body_edit.spot import Result, Spot, Stretch
from proceedings_editor.model.body_edit.table import new_table
from proceedings_editor.model.body_edit.text import put_in
from proceedings_editor.progress import NoProgress
from proceedings_editor.storage.entry_file import entry_text
from proceedings_editor.storage.folder import Opened
from proceedings_editor.texts import text
from proceedings_editor.ui.application import LastChance, make_application
from proceedings_editor.ui.body.command import COMMANDS, insert_table, set_style
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.text_edit import BodyText
from proceedings_editor.ui.form.line import TextBox
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.keyboard import type_text

_FIELDS = ("field_title_kk", "field_title_ru", "field_abstract_kk")
_LISTS = [command.run for command in COMMANDS if command.run and command.id in ("bullets", "numbers", "quotation")]


def _put(desk: BodyDesk, run: Note | InlineFormula) -> None:
    spot = desk.spot()
    body = put_in(desk.sync.body, Stretch(spot.line, spot.offset, spot.offset), (run,))
    desk.take(Result(body, Spot(spot.line, spot.offset + 1)), text("Change"))


def _put_picture(desk: BodyDesk) -> None:
    """As from the clipboard: the figure's file is written at once."""
    image, data = QImage(40, 30, QImage.Format.Format_RGB32), QMimeData()
    image.fill(Qt.GlobalColor.darkGreen)
    data.setImageData(image)
    desk.edit.insertFromMimeData(data)


_BUILDING: tuple[Callable[[BodyDesk], object], ...] = (
    *_LISTS,
    partial(set_style, kind="heading2"),
    lambda desk: insert_table(desk, new_table(2, 2)),
    lambda desk: _put(desk, Note((Paragraph((Span("Ескерту"),)),))),
    lambda desk: _put(desk, InlineFormula(FormulaSource("x^2"))),
    lambda desk: desk.take(
        beside(desk.sync.body, desk.spot(), (DisplayFormula(FormulaSource(r"\frac{a}{b}")),)), text("Change")
    ),
    _put_picture,
)
_KEEPING = ("bothButton", "mineButton")
_EVERY_MS = 40


class Secretary:
    """Works in a window with chances of its own for each kind of work."""

    def __init__(self, window: MainWindow, name: str, chance: random.Random, seconds: float) -> None:
        self._window, self._name, self._chance = window, name, chance
        self._end = time.monotonic() + seconds
        self._number = 0
        self._has_recovered = False
        self._work = QTimer(window, interval=_EVERY_MS)
        self._work.timeout.connect(self._do_something)
        self._answer = QTimer(window, interval=20)
        self._answer.timeout.connect(self._answer_dialog)
        self._answer.start()

    def begin(self, folder: Path, first: int) -> None:
        """Open the collection and work."""
        self._number = first
        if not self._window.open_folder(folder):
            sys.exit(2)
        tell("opened")
        bench = self._bench
        bench.saver.saved.connect(lambda: tell("saved"))
        self._work.start()

    @property
    def _bench(self) -> Workbench:
        bench = self._window.bench
        assert bench
        return bench

    def _do_something(self) -> None:
        if QApplication.activeModalWidget():
            return
        if time.monotonic() > self._end:
            self._finish()
            return
        bench, kind = self._bench, self._chance.random()
        if kind < 0.04:
            bench.entries.go_to(self._chance.choice(bench.session.workspace.entries).id)
        elif kind < 0.06:
            self._window.save()
        elif kind < 0.07:
            self._export()
        elif kind < 0.12:
            bench.show_tab(1)
            self._build()
        elif kind < 0.25:
            bench.show_tab(0)
            self._type(self._find(TextBox, self._chance.choice(_FIELDS)))
        else:
            bench.show_tab(1)
            self._type(self._find(BodyText, "bodyText"))

    def _find(self, kind: type, name: str) -> BodyText | TextBox:
        found = self._window.findChild(kind, name)
        assert found
        return found  # type: ignore[no-any-return]

    def _type(self, editor: BodyText | TextBox) -> None:
        if editor.isReadOnly():
            banner = self._window.findChild(QLabel, "bannerLabel")
            tell(f"locked {banner.text() if banner else ''}")
            return
        self._number += 1
        word = f"{self._name}{self._number}"
        editor.moveCursor(QTextCursor.MoveOperation.End)
        type_text(editor, f" {word}")
        entry = self._bench.session.entry(self._bench.entry_id)
        if entry and word in entry_text(entry):
            tell(f"typed {word} {time.monotonic()}")

    def _build(self) -> None:
        """Put a block in or change one, sometimes take it back and make it again: no typed word goes with that."""
        bench = self._bench
        desk = bench.body.desk
        if desk.edit.isReadOnly():
            return
        desk.edit.moveCursor(QTextCursor.MoveOperation.End)
        words = desk.edit.toPlainText().count(self._name)
        self._chance.choice(_BUILDING)(desk)
        if self._chance.random() < 0.5:
            bench.undo()
            bench.redo()
        assert desk.edit.toPlainText().count(self._name) == words
        tell("built")

    def _export(self) -> None:
        session, entry = self._bench.session, self._bench.entry_id
        workspace = session.workspace
        opened = Opened(workspace, (), {one.id: f"{one.id}.yaml" for one in workspace.entries})
        request = ExportRequest(session.folder.with_name(f"out of {self._name}"), draft=True)
        self._bench.jobs.start(
            "export",
            lambda cancel: export_entries(session.folder, opened, (entry,), request, NoProgress(), cancel),
            lambda _: tell("exported"),
            lambda error: tell(f"failed {error.sentence}"),
        )

    def _answer_dialog(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            tell(f"said {dialog.text()}")
            dialog.defaultButton().click() if dialog.defaultButton() else dialog.accept()
        elif isinstance(dialog, QDialog):
            tell(f"asked {dialog.objectName()}")
            if dialog.objectName() == "recoveryDialog":
                self._recover(dialog)
            else:
                next(button for name in _KEEPING if (button := dialog.findChild(QPushButton, name))).click()

    def _recover(self, dialog: QDialog) -> None:
        """Take what the dialog proposes, of the newest crash only: it holds what older ones left."""
        buttons = [dialog.findChild(QPushButton, name) for name in ("recoverAll", "recoverTicked", "recoverNone")]
        proposed = next(button for button in buttons if button and button.isDefault())
        wanted = buttons[-1] if self._has_recovered else proposed
        assert wanted
        self._has_recovered = True
        wanted.click()

    def _finish(self) -> None:
        """Save until nothing is unsaved, as others may go on changing files meanwhile; then close."""
        self._work.stop()
        while self._bench.session.is_dirty:
            self._bench.saver.finish()
        self._answer.stop()
        self._window.close()


def tell(words: str) -> None:
    """Print a line that is out before anything else can happen."""
    sys.stdout.write(words.replace("\n", " ") + "\n")
    sys.stdout.flush()


def main() -> None:
    """Work."""
    folder, cache, name, seed, seconds, first = sys.argv[1:7]
    application = make_application(sys.argv[:1])
    window = MainWindow(Words("en", application), Memory(Path(cache) / "preferences.json"), Path(cache))
    window.furnish()
    LastChance(window).install()
    secretary = Secretary(window, name, random.Random(seed), float(seconds))
    window.show()
    QTimer.singleShot(0, lambda: secretary.begin(Path(folder), int(first)))
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
