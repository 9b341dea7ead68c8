"""The real window on a copy of the sample, and the ways to what it can show."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from proceedings_editor.app.bundle import Bundle, Received
from proceedings_editor.app.comparison import FieldDifference
from proceedings_editor.app.ignoring import ignore
from proceedings_editor.app.importing_many import Brought
from proceedings_editor.app.outside import Conflict
from proceedings_editor.app.recovery import Difference, Recovery
from proceedings_editor.model.body import Figure
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.walk import walk
from proceedings_editor.resources import shipped
from proceedings_editor.storage.folder import Opened
from proceedings_editor.storage.journal import LeftBehind, Unsaved
from proceedings_editor.storage.outbox import Record, add_to_log
from proceedings_editor.texts import text
from proceedings_editor.ui.application import QtWords, furnish
from proceedings_editor.ui.banner import Banner
from proceedings_editor.ui.conflict_dialog import ConflictDialog
from proceedings_editor.ui.export_dialog import ExportDialog
from proceedings_editor.ui.folder_dialog import FolderDialog
from proceedings_editor.ui.form.paste_dialog import PasteDialog
from proceedings_editor.ui.import_desk import WHERE, ImportResult
from proceedings_editor.ui.mail.dialog import SendDialog
from proceedings_editor.ui.mail.letter_dialog import LetterDialog
from proceedings_editor.ui.mail.log_dialog import MailLog
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.merge_dialog import MergeDialog
from proceedings_editor.ui.new_collection_dialog import NewCollectionDialog
from proceedings_editor.ui.progress_dialog import ProgressDialog
from proceedings_editor.ui.recovery_dialog import RecoveryDialog
from proceedings_editor.ui.reference.compose_dialog import ComposeDialog
from proceedings_editor.ui.reference.paste_dialog import PasteListDialog
from proceedings_editor.ui.sharing import State
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench

SCREEN = (1280, 800)
ENTRY = "tynaigan"
FAULTY = "ozera"
"""The entry that goes back to its author."""
TITLE = "Тыңайған жерлердегі дала өсімдіктерінің қалпына келуін спутниктік деректер бойынша бағалау"
MISTAKE = TITLE.replace("\u0430", "\u0061", 1)
"""The sample is clean; one Latin letter shows what a problem looks like."""
READINGS = (
    Reading("authors.0.surname", "Жолдыбаева", "table row 10", 21),
    Reading("udc", "581.9", "head", 34),
    Reading("title.ru", "Восстановление степной растительности на залежных землях", "head", 36),
)
PEOPLE = (
    "магистрант Смаилова Әсем Қайратқызы, Сарыдала университеті, Қостанай қ., a.smailova@example.kz\n"
    "Ахметов А. Б., к.б.н., доцент, Сарыдалинский университет, г. Костанай, ауыл шаруашылығы"
)
LONGEST_MS = 30_000
W = TypeVar("W", bound=QObject)
D = TypeVar("D", bound=QDialog)
SOURCE = {
    "authors": "Сандыбек Р. О.; Мырзаліұлы Қ. Б.",
    "title": "Құрғақ даланың топырақ көміртегі",
    "journal": "Дала экологиясы",
    "year": "2018",
    "number": "2",
    "pages": "11-24",
    "accessed": "07.04.2025",
}
"""An article as it is described, in parts."""


class Stage:
    """The window with something in it to see."""

    def __init__(self, application: QApplication, work: Path, words: Words | None = None) -> None:
        self.words = words or Words("kk", application)
        self.own = QtWords(self.words, application)
        self.work = work
        self.memory = Memory(work / "preferences.json")
        self.window = MainWindow(self.words, self.memory, work)
        furnish(self.window)
        self.window.show_start()
        ratio = application.devicePixelRatio()
        self.window.resize(round(SCREEN[0] / ratio), round(SCREEN[1] / ratio))
        self.window.show()
        QCursor.setPos(QPoint(SCREEN[0] - 1, SCREEN[1] - 1))  # or what lies under the mouse would look chosen

    def child(self, kind: type[W], name: str) -> W:
        """Return the widget of this name."""
        found = self.window.findChild(kind, name)
        assert found, name
        return found

    @property
    def bench(self) -> Workbench:
        """The panels of the sample."""
        bench = self.window.bench
        assert bench
        return bench

    def shown(self, dialog: D) -> D:
        """Show a dialog that goes when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    # ------------------------------------------------------------------------------------------------- collections

    def open_empty(self) -> None:
        """Make a collection without entries and open it."""
        dialog = NewCollectionDialog(self.words, self.work / "empty", self.window)
        dialog.findChild(QPushButton, "makeButton").click()  # type: ignore[union-attr]
        dialog.deleteLater()
        self.window.open_folder(self.work / "empty")

    def open_sample(self) -> None:
        """Open the copy, break one word and wait for its finding and the pages."""
        folder = self.work / "steppe-2026"
        shutil.copytree(shipped("examples", "steppe-2026"), folder)
        self.window.open_folder(folder)
        self.set("title.kk", MISTAKE)
        wait_until(lambda: bool(self.bench.problems.shown) and self.bench.preview.pages.page_count > 0)
        self.bench.problems.go_next()
        wait(500)

    def set(self, field: str, value: object) -> None:
        """Change a field of the entry."""
        self.bench.session.apply(SetField(ENTRY, field, value, text("Article title")))

    # ------------------------------------------------------------------------------------------ parts of the window

    def trigger(self, action: str) -> None:
        """Do what a menu does."""
        self.child(QAction, f"{action}Action").trigger()

    def tab(self, index: int, scroll: int = 0) -> QWidget:
        """Show a tab of the entry."""
        self.trigger("information")
        self.bench.show_tab(index)
        self.bench.form.verticalScrollBar().setValue(scroll)
        return self.window

    def body(self, scroll: int) -> QWidget:
        """Show the article from `scroll` hundredths on."""
        self.tab(1)
        wait(100)
        bar = self.bench.body.text.verticalScrollBar()
        bar.setValue(bar.maximum() * scroll // 100)
        return self.window

    def settings(self, scroll: int = 0, tab: int = 0) -> QWidget:
        """Show the collection's settings."""
        self.bench.navigator.show_collection()
        wait(100)
        self.bench.collection.verticalScrollBar().setValue(scroll)
        if tab:
            self.bench.show_tab(3)
        return self.window

    def start(self) -> QWidget:
        """Show the start page beside the open collection."""
        self.window.show_start()
        wait(100)
        return self.window

    def leave_start(self) -> None:
        """Go back from the start page to the collection."""
        self.window.show_start()

    def shared(self) -> QWidget:
        """Show the line about a colleague who holds the entry."""
        self.tab(0)
        sentence = text("{who} is editing this entry since {time}.", who="Динара (DINARA-PC)", time="10:42")
        self.banner(State(sentence, is_locked=True, may_take_over=True, has_conflict=True))
        return self.window

    def banner(self, state: State | None) -> None:
        """Show a line about others, or none."""
        self.child(Banner, "banner").show_state(state)

    def past(self) -> QWidget:
        """Show the history with an earlier state chosen."""
        self.bench.session.save()
        self.set("title.kk", TITLE)
        self.bench.session.save()
        self.set("title.kk", MISTAKE)
        self.tab(3)
        versions = self.bench.history.findChild(QListWidget, "versionList")
        wait_until(lambda: versions is not None and versions.count() > 0)
        assert versions
        versions.setCurrentRow(versions.count() - 1)
        return self.window

    # ------------------------------------------------------------------------------------------------------- menus

    def menu(self, name: str) -> QWidget:
        """Open a menu of the window."""
        menu = self.child(QMenu, name)
        menu.popup(self.window.mapToGlobal(QPoint(40, 40)))
        return menu

    def table_menu(self) -> QWidget:
        """Open the menu of tables over the article."""
        self.tab(1)
        menu = self.bench.body.toolbar.table_menu
        menu.popup(self.window.mapToGlobal(QPoint(100, 100)))
        return menu

    def calendar(self) -> QWidget:
        """Open the calendar of a date."""
        self.tab(0)
        self.child(QToolButton, "calendar_received").click()
        popup = QApplication.activePopupWidget()
        assert popup
        return popup

    # ----------------------------------------------------------------------------------------------------- dialogs

    def dialog(self, name: str) -> QDialog:
        """Return the dialog with this name that shows."""
        found = [one for one in self.window.findChildren(QDialog, name) if one.isVisible()]
        return found[-1]

    def ask(self, name: str, dialog: str = "textDialog") -> QWidget:
        """Open a dialog of the article editor."""
        self.tab(1)
        self.bench.body.asker.ask(name)
        return self.dialog(dialog)

    def formula(self) -> QWidget:
        """Open the dialog of a formula, with one in it."""
        dialog = self.ask("formula", "formulaDialog")
        field = dialog.findChild(QPlainTextEdit, "formulaField")
        button = dialog.findChild(QRadioButton, "formulaDisplay")
        assert field and button
        field.setPlainText(r"NDVI = \frac{\rho_{NIR} - \rho_{R}}{\rho_{NIR} + \rho_{R}}")
        button.click()
        wait(1200)
        return dialog

    def symbols(self) -> QWidget:
        """Open the palette of symbols."""
        self.tab(1)
        self.bench.desk.show_symbols()
        return self.dialog("symbolPalette")

    def figure(self) -> QWidget:
        """Open the dialog of the sample's first figure."""
        self.tab(1)
        path = next(path for path, block in walk(self.bench.body.sync.body) if isinstance(block, Figure))
        self.bench.body.asker.figures.edit(path)
        return self.dialog("figureDialog")

    def paste_references(self) -> QWidget:
        """Open what takes a pasted block of references apart."""
        entry = self.bench.session.entry(ENTRY)
        assert entry
        items = [one.text for one in entry.references[:4]]
        return self.shown(PasteListDialog(self.words, items, self.window))

    def compose(self) -> QWidget:
        """Open what puts a reference together, with an article in it."""
        dialog = ComposeDialog(self.words, "kk", "gost-7.1", self.window)
        kind = dialog.findChild(QComboBox, "composeKind")
        assert kind
        kind.setCurrentIndex(kind.findData("article"))
        for key, words in SOURCE.items():
            line = dialog.findChild(QLineEdit, f"part_{key}")
            assert line
            line.setText(words)
        return self.shown(dialog)

    def explanation(self) -> QWidget:
        """Open the manual of the rule that was broken."""
        self.bench.problems.go_next()
        self.bench.problems.explain()
        return self.dialog("explanationDialog")

    def press_problem(self, name: str) -> None:
        """Press a button about the problem at hand."""
        self.bench.problems.go_next()
        wait_until(lambda: self.child(QPushButton, name).isEnabled())
        self.child(QPushButton, name).click()

    def new_dialog(self) -> QWidget:
        """Open the dialog for a new collection."""
        return self.shown(NewCollectionDialog(self.words, Path("/home/aliya/proceedings"), self.window))

    def export_dialog(self) -> QWidget:
        """Open the export dialog."""
        return self.shown(ExportDialog(self.bench.session, self.words, self.bench.jobs, [ENTRY], self.window))

    def finder(self) -> QWidget:
        """Open the search with places found."""
        self.tab(0)
        self.bench.desk.find_words(replacing=True)
        dialog = self.dialog("findDialog")
        dialog.findChild(QComboBox, "findWhere").setCurrentIndex(1)  # type: ignore[union-attr]
        dialog.findChild(QLineEdit, "findWords").setText("дала")  # type: ignore[union-attr]
        dialog.findChild(QLineEdit, "findReplacement").setText("жазық")  # type: ignore[union-attr]
        found = dialog.findChildren(QTreeWidget)
        wait_until(lambda: not found or any(one.topLevelItemCount() for one in found))
        return dialog

    def send_dialog(self) -> QWidget:
        """Open the dialog of mails, with what would go out."""
        session = self.bench.session
        ids = [entry.id for entry in session.workspace.entries]
        dialog = self.shown(SendDialog(session, self.words, self.bench.jobs, ids, self.window))
        letter = dialog.findChild(QComboBox, "letterChoice")
        assert letter
        letter.setCurrentIndex(letter.findData("returned"))
        shown = dialog.findChild(QListWidget, "attachmentList")
        wait_until(lambda: shown is not None and shown.count() > 0)
        return dialog

    def letters(self) -> QWidget:
        """Open the words of a letter."""
        language = self.words.language
        return self.shown(LetterDialog(self.bench.session.folder, self.words, "returned", language, self.window))

    def mail_log(self) -> QWidget:
        """Open the log of mails with two lines in it."""
        folder = self.bench.session.folder
        if not (folder / "outbox" / "log.csv").exists():
            first = datetime(2026, 4, 20, 6, 12, tzinfo=UTC)
            subject = "[Жинақ] 002 Ветлугина С. И. – түзетулер"
            entry = self.bench.session.entry(FAULTY)
            to = tuple(author.email for author in entry.authors[:1]) if entry else ()
            made = Record(first, "prepared", FAULTY, "returned", to, subject, "002", "0")
            add_to_log(folder, (made, replace(made, what="sent", when=first.replace(hour=7))))
        return self.shown(MailLog(self.bench.session, self.words, self.window))

    def paste_dialog(self) -> QWidget:
        """Open the dialog that takes pasted people apart."""
        QApplication.clipboard().setText(PEOPLE)
        return self.shown(PasteDialog(self.words, "authors", "kk", self.window))

    def merge_dialog(self) -> QWidget:
        """Open the comparison with a colleague's zip."""
        fields = (
            FieldDifference(text("Article title"), TITLE, MISTAKE, "kk"),
            FieldDifference(text("UDC"), "581", "582"),
        )
        received = (Received(ENTRY, TITLE, "changed", fields), Received("new", "Дала көлдері", "new"))
        opened = Opened(self.bench.session.workspace)
        bundle = Bundle(Path(), opened, received)
        return self.shown(MergeDialog(bundle, "steppe-2026.zip", self.words, self.window))

    def folder_dialog(self) -> QWidget:
        """Ask where a collection made of manuscripts shall lie."""
        return self.shown(FolderDialog(self.words, WHERE, Path("/home/aliya/proceedings"), self.window))

    def import_result(self) -> QWidget:
        """Open what is to be known of manuscripts that were brought in."""
        fault = text("There is no file {file}.", file="071.md")
        told = [("071.md", fault), ("072.md", text("There is no file {file}.", file="дала.png"))]
        return self.shown(ImportResult(Brought(entries=["new"], told=told), 2, self.words, self.window))

    def recovery_dialog(self) -> QWidget:
        """Open the question after a crash."""
        fields = (
            FieldDifference(text("Article title"), TITLE, MISTAKE, "kk"),
            FieldDifference(text("UDC"), "581.526.53:528.88", "581.9"),
        )
        found = (Difference(ENTRY, TITLE, fields), Difference("new", "Дала көлдері", (), is_new=True))
        when = datetime(2026, 2, 3, 9, 41, tzinfo=UTC)
        left = Recovery(LeftBehind(Path(), when, Unsaved()), found)
        return self.shown(RecoveryDialog(left, self.words, self.window))

    def conflict_dialog(self) -> QWidget:
        """Open the comparison with what a colleague saved meanwhile."""
        session = self.bench.session
        entry = session.entry(ENTRY)
        assert entry
        theirs = replace(entry, title=LocalText(kk=TITLE, ru=entry.title.ru, en=entry.title.en), udc=("581.9",))
        conflict = Conflict(ENTRY, theirs)
        return self.shown(ConflictDialog(self.bench.sharing, session, conflict, self.words, self.window))

    def ignore(self) -> None:
        """Leave the problem at hand as it is."""
        self.bench.problems.go_next()
        (finding,) = self.bench.problems.shown[:1]
        reason = "Атау солай"
        self.bench.session.apply(ignore(self.bench.session.workspace, finding, reason, date(2026, 2, 3)))
        wait_until(lambda: self.child(QPushButton, "ignoredButton").isVisible())

    def progress(self) -> QWidget:
        """Show the bar of long work."""
        dialog = ProgressDialog(self.words, text("The pages are being made …"), self.window)
        dialog.show_step(3, 7)
        dialog.show()
        return dialog

    def end_progress(self) -> None:
        """End that work; nothing else closes its bar."""
        dialog = self.dialog("progressDialog")
        assert isinstance(dialog, ProgressDialog)
        dialog.end()

    def remove_section(self) -> None:
        """Ask where the entries of a section go that is taken out."""
        self.settings(99999)
        buttons = [
            one
            for one in self.bench.collection.findChildren(QToolButton)
            if one.objectName().startswith("remove_sections") and one.isEnabled()
        ]
        buttons[0].click()


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(ready: Callable[[], bool]) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: It never was.
    """
    for _ in range(LONGEST_MS // 50):
        if ready():
            return
        wait(50)
    raise TimeoutError
