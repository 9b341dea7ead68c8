"""The application: Qt's own words in the window's language, the main window, the last-chance handler."""

from __future__ import annotations

import gc
import logging
import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QSize, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from proceedings_editor import __version__
from proceedings_editor.app.log import start_log
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.local import Language
from proceedings_editor.resources import shipped
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.appearance import Appearance
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words

_LOG: Final = logging.getLogger(__name__)
_SMALL_SCREEN: Final = QSize(1440, 900)
_ICON_SIZES: Final = (16, 32, 48, 64, 128, 256)


def run_window(folder: Path | None, language: Language, *, asked: bool) -> int:
    """Show the window until it is closed; return the exit code.

    Args:
        folder: The collection to open, None for the start page.
        language: The window's language.
        asked: It was asked for and wins over the language remembered.
    """
    start_log()
    application = make_application(sys.argv)
    memory = Memory()
    words = Words(language if asked or not memory.language else memory.language, application)
    QtWords(words, application)
    window = MainWindow(words, memory)
    LastChance(window).install()
    _fit_to_screen(window)
    window.painted.connect(partial(_begin, window, folder))
    window.show()
    return application.exec()


def make_application(arguments: list[str]) -> QApplication:
    """Return the one application of this process, with its name and colours."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(arguments)
    application.setApplicationName("proceedings-editor")
    application.setDesktopFileName("proceedings-editor")
    if not application.findChild(Appearance):
        Appearance(application)
    return application


def furnish(window: MainWindow) -> None:
    """Give the application its fonts, icon and style, and the window what stands in it."""
    register_fonts()
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addFile(str(shipped("icons", f"proceedings-editor-{size}.png")))
    QApplication.setWindowIcon(icon)
    application = QApplication.instance()
    for appearance in application.findChildren(Appearance) if application else ():
        appearance.dress()
    window.furnish()


def register_fonts() -> None:
    """Make the shipped fonts known to Qt, so that the article looks the same on every machine."""
    for path in sorted(shipped("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


class QtWords(QObject):
    """Keeps Qt's own dialogs, menus and dates in the window's language."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._translator: QTranslator | None = None
        words.changed.connect(self._load)
        self._load()

    def _load(self) -> None:
        if self._translator:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._words.language}", folder):
            QCoreApplication.installTranslator(self._translator)
        QLocale.setDefault(QLocale(self._words.language))


class LastChance:
    """Meets what no part of the program expected: logs it, keeps the unsaved work, says one sentence."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_speaking = False

    def install(self) -> None:
        """Take the exceptions that nobody catches."""
        sys.excepthook = self.meet

    def meet(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Deal with one exception; a second one while the first is shown is only logged."""
        _LOG.critical("unexpected error", exc_info=(kind, error, trace))
        if self._is_speaking or issubclass(kind, KeyboardInterrupt):
            return
        self._is_speaking = True
        try:
            self._window.say(self._keep(kind, error))
        finally:
            self._is_speaking = False

    def _keep(self, kind: type[BaseException], error: BaseException) -> Text:
        try:
            self._window.keep_unsaved()
        except ProceedingsError as failure:
            return failure.sentence
        if isinstance(error, ProceedingsError):
            return error.sentence
        return text(
            "The program made a mistake ({reason}). Your text is kept; save it now, and report the mistake.",
            reason=kind.__name__,
        )


def _fit_to_screen(window: MainWindow) -> None:
    """Let the window fill a small screen; on a larger one it stays as it is, or as it was left."""
    room = window.screen().availableSize()
    if room.width() <= _SMALL_SCREEN.width() or room.height() <= _SMALL_SCREEN.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _begin(window: MainWindow, folder: Path | None) -> None:
    """What can wait until the first picture stands."""
    _LOG.info("started: version %s on %s", __version__, sys.platform)
    gc.freeze()  # what is loaded stays; from here on the window searches for what is unused
    from proceedings_editor.ui.interrupt import InterruptKey

    InterruptKey(window)
    furnish(window)
    if folder is None or not window.open_folder(folder):
        window.show_start()
