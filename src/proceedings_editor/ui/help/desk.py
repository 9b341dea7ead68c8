"""What the Help menu does; the windows it opens are made when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from proceedings_editor.texts import text
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.ui.help.reader import Reader
    from proceedings_editor.ui.main_window import MainWindow

CHAPTER_OF: Final[Mapping[str, str]] = {
    "StartPage": "start",
    "NewCollectionDialog": "start",
    "CollectionForm": "start",
    "MetadataForm": "entry",
    "BodyEditor": "entry",
    "ReferenceList": "entry",
    "PasteListDialog": "entry",
    "ComposeDialog": "entry",
    "PartsDialog": "entry",
    "PasteDialog": "entry",
    "TextDialog": "entry",
    "TableDialog": "entry",
    "CitingDialog": "entry",
    "FormulaDialog": "insert",
    "FigureDialog": "insert",
    "SymbolPalette": "insert",
    "ImportResult": "import",
    "FolderDialog": "import",
    "ProblemPanel": "check",
    "RuleDialog": "check",
    "FixDialog": "check",
    "IgnoredDialog": "check",
    "ExplanationDialog": "check",
    "SendDialog": "return",
    "LetterDialog": "return",
    "MailLog": "return",
    "PreviewPanel": "export",
    "ExportDialog": "export",
    "Banner": "sharing",
    "ConflictDialog": "sharing",
    "MergeDialog": "sharing",
    "HistoryPanel": "history",
    "SettingsHistory": "history",
    "FindDialog": "find",
    "EntryList": "list",
    "RecoveryDialog": "trouble",
    "ReportDialog": "trouble",
}
"""Class of a panel or dialog -> the chapter of the guide about it."""

_KEY: Final = "guideKey"


class HelpDesk(QObject):
    """Answers the Help menu of one window."""

    def __init__(self, window: MainWindow, words: Words) -> None:
        super().__init__(window)
        self._window, self._words = window, words
        self._readers: dict[str, Reader] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._serve)

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action of the menu does, by its id."""
        return {
            "guide": self.show_guide,
            "rule_manuals": self.show_rules,
            "keyboard": self.show_keyboard,
            "report": self.report,
            "about": self.show_about,
        }

    def show_guide(self) -> None:
        """Open the guide at the chapter of the panel in use."""
        self._reader("guideWindow").show_page(chapter_for(QApplication.focusWidget()))

    def show_rules(self) -> None:
        """Open the manuals of all rules."""
        self._reader("rulesWindow").show_page()

    def show_keyboard(self) -> None:
        """Show every key."""
        from proceedings_editor.ui.help.sheet import Sheet, keyboard_html

        self._show(Sheet(self._words, "keyboardSheet", text("Keyboard"), keyboard_html, self._window))

    def show_about(self) -> None:
        """Show version and licences."""
        from proceedings_editor.ui.help.sheet import Sheet, about_html

        self._show(Sheet(self._words, "aboutSheet", text("About proceedings-editor"), about_html, self._window))

    def report(self) -> None:
        """Make a report of a problem."""
        from proceedings_editor.app.log import log_folder
        from proceedings_editor.ui.help.report_dialog import ReportDialog

        session, bench = self._window.session, self._window.bench
        entry = session.entry(bench.entry_id) if session and bench else None
        dialog = ReportDialog(self._words, log_folder(), session.folder if session else None, entry, self._window)
        dialog.exec()
        if dialog.saved:
            self._window.say(text("The report is in {file}. Attach it to your message.", file=dialog.saved))
        dialog.deleteLater()

    def _serve(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Let F1 open the guide over a dialog too that lets nothing else be used, where the menu's key is dead."""
        dialog = new.window() if new else None
        if isinstance(dialog, QDialog) and dialog.isModal() and dialog.findChild(QShortcut, _KEY) is None:
            QShortcut(QKeySequence("F1"), dialog, lambda: self._show_over(dialog)).setObjectName(_KEY)

    def _reader(self, name: str) -> Reader:
        if name not in self._readers:
            self._readers[name] = self._new_reader(name, self._window)
        return self._readers[name]

    def _new_reader(self, name: str, parent: QWidget) -> Reader:
        from proceedings_editor.ui.help.page import guide_pages, rule_pages
        from proceedings_editor.ui.help.reader import Reader

        title, pages = {
            "guideWindow": (text("Guide"), guide_pages),
            "rulesWindow": (text("Rule manuals"), rule_pages),
        }[name]
        return Reader(self._words, name, title, pages, parent)

    def _show_over(self, dialog: QDialog) -> None:
        """A modal dialog lets only its own children be used."""
        reader = self._new_reader("guideWindow", dialog)
        reader.finished.connect(reader.deleteLater)
        reader.show_page(chapter_for(dialog))

    def _show(self, dialog: QDialog) -> None:
        """Show a window that goes when it is closed."""
        old = self._window.findChild(QDialog, dialog.objectName())
        if old is not None and old is not dialog:
            old.deleteLater()
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()


def chapter_for(widget: QWidget | None) -> str:
    """Return the chapter about the nearest panel around a widget, "" for none."""
    while widget is not None:
        if chapter := CHAPTER_OF.get(type(widget).__name__):
            return chapter
        widget = widget.parentWidget()
    return ""
