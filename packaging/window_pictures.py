"""Takes pictures of the real window on the sample collection, to look at them and to show one in the README.

    python packaging/window_pictures.py --readme docs/pictures   window-kk.png, for the README
    python packaging/window_pictures.py build/pictures           every page, dialog and menu in three languages, light
                                                                 and dark, at 1280x800; then the same at 150 %

Without a screen it starts itself again under a virtual one (xvfb-run).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QAction, QCursor, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from proceedings_editor.app.bundle import Bundle, Received
from proceedings_editor.app.comparison import FieldDifference
from proceedings_editor.app.recovery import Difference, Recovery
from proceedings_editor.model.body import Figure
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.walk import walk
from proceedings_editor.resources import shipped
from proceedings_editor.storage.folder import Opened
from proceedings_editor.storage.journal import LeftBehind, Unsaved
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.appearance import DARK, LIGHT, Appearance
from proceedings_editor.ui.application import QtWords, furnish, make_application
from proceedings_editor.ui.export_dialog import ExportDialog
from proceedings_editor.ui.form.paste_dialog import PasteDialog
from proceedings_editor.ui.mail.dialog import SendDialog
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.merge_dialog import MergeDialog
from proceedings_editor.ui.message import ask_smaller, ask_unsaved, show_sentence
from proceedings_editor.ui.new_collection_dialog import NewCollectionDialog
from proceedings_editor.ui.recovery_dialog import RecoveryDialog
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench

SCREEN = (1280, 800)
SCALES = {"100": "1", "150": "1.5"}
TONES = {"light": LIGHT, "dark": DARK}
ENTRY = "tynaigan"
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
W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True)
class Shot:
    """One picture: its name, and how to come to what it shows."""

    name: str
    go: Callable[[Stage], QWidget | QPixmap]


class Stage:
    """The real window on a copy of the sample, with something in it to see."""

    def __init__(self, application: QApplication, work: Path) -> None:
        self.words = Words("kk", application)
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

    def tab(self, index: int, scroll: int = 0) -> QWidget:
        """Show a tab of the entry."""
        self.window.findChild(QAction, "informationAction").trigger()  # type: ignore[union-attr]
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

    def menu(self, name: str) -> QWidget:
        """Open a menu."""
        menu = self.window.findChild(QMenu, name)
        assert menu
        menu.popup(self.window.mapToGlobal(QPoint(40, 40)))
        return menu

    def ask(self, name: str) -> QWidget:
        """Open a dialog of the article editor."""
        self.tab(1)
        self.bench.body.asker.ask(name)
        return self.dialog("textDialog")

    def formula(self) -> QWidget:
        """Open the dialog of a formula, with one in it."""
        self.tab(1)
        self.bench.body.asker.ask("formula")
        dialog = self.dialog("formulaDialog")
        field = dialog.findChild(QPlainTextEdit, "formulaField")
        assert field
        field.setPlainText(r"NDVI = \frac{\rho_{NIR} - \rho_{R}}{\rho_{NIR} + \rho_{R}}")
        button = dialog.findChild(QRadioButton, "formulaDisplay")
        assert button
        button.click()
        wait(1200)
        return dialog

    def figure(self) -> QWidget:
        """Open the dialog of the sample's first figure."""
        self.tab(1)
        path = next(path for path, block in walk(self.bench.body.sync.body) if isinstance(block, Figure))
        self.bench.body.asker.figures.edit(path)
        return self.dialog("figureDialog")

    def symbols(self) -> QWidget:
        """Open the palette of symbols."""
        self.tab(1)
        self.bench.show_symbols()
        return self.dialog("symbolPalette")

    def start(self) -> QPixmap:
        """Show the start page, and go back."""
        self.window.show_start()
        wait(100)
        picture = self.window.grab()
        self.window.show_start()
        return picture

    def explanation(self) -> QWidget:
        """Open the manual of the rule that was broken."""
        self.bench.problems.explain()
        return self.dialog("explanationDialog")

    def calendar(self) -> QWidget:
        """Open the calendar of a date."""
        self.tab(0)
        button = self.window.findChild(QToolButton, "calendar_received")
        assert button
        button.click()
        popup = QApplication.activePopupWidget()
        assert popup
        return popup

    def dialog(self, name: str) -> QDialog:
        """Return the dialog with this name that shows."""
        found = [one for one in self.window.findChildren(QDialog, name) if one.isVisible()]
        return found[-1]

    def message(self, ask: Callable[[], object]) -> QPixmap:
        """Take the picture of a message box, which waits for its answer."""
        taken: list[QPixmap] = []

        def take() -> None:
            box = self.dialog("messageBox")
            taken.append(box.grab())
            box.reject()

        QTimer.singleShot(200, take)
        ask()
        return taken[0]

    def new_dialog(self) -> QWidget:
        """Open the dialog for a new collection."""
        dialog = NewCollectionDialog(self.words, Path("/home/aliya/proceedings"), self.window)
        dialog.show()
        return dialog

    def export_dialog(self) -> QWidget:
        """Open the export dialog."""
        dialog = ExportDialog(self.bench.session, self.words, self.bench.jobs, [ENTRY], self.window)
        dialog.show()
        return dialog

    def send_dialog(self) -> QWidget:
        """Open the dialog of mails, with what would go out."""
        session = self.bench.session
        ids = [entry.id for entry in session.workspace.entries]
        dialog = SendDialog(session, self.words, self.bench.jobs, ids, self.window)
        letter = dialog.findChild(QComboBox, "letterChoice")
        assert letter
        letter.setCurrentIndex(letter.findData("returned"))
        dialog.show()
        shown = dialog.findChild(QListWidget, "attachmentList")
        wait_until(lambda: shown is not None and shown.count() > 0)
        return dialog

    def paste_dialog(self) -> QWidget:
        """Open the dialog that takes pasted people apart."""
        QApplication.clipboard().setText(PEOPLE)
        dialog = PasteDialog(self.words, "authors", "kk", self.window)
        dialog.show()
        return dialog

    def merge_dialog(self) -> QWidget:
        """Open the comparison with a colleague's zip."""
        fields = (
            FieldDifference(text("Article title"), TITLE, MISTAKE, "kk"),
            FieldDifference(text("UDC"), "581", "582"),
        )
        received = (Received(ENTRY, TITLE, "changed", fields), Received("new", "Дала көлдері", "new"))
        opened = Opened(self.bench.session.workspace)
        dialog = MergeDialog(Bundle(Path(), opened, received), "steppe-2026.zip", self.words, self.window)
        dialog.show()
        return dialog

    def recovery_dialog(self) -> QWidget:
        """Open the question after a crash."""
        fields = (
            FieldDifference(text("Article title"), TITLE, MISTAKE, "kk"),
            FieldDifference(text("UDC"), "581.526.53:528.88", "581.9"),
        )
        found = (Difference(ENTRY, TITLE, fields), Difference("new", "Дала көлдері", (), is_new=True))
        when = datetime(2026, 2, 3, 9, 41, tzinfo=UTC)
        dialog = RecoveryDialog(Recovery(LeftBehind(Path(), when, Unsaved()), found), self.words, self.window)
        dialog.show()
        return dialog


OPEN_SHOTS = (
    Shot("01-information", lambda stage: stage.tab(0)),
    Shot("02-people", lambda stage: stage.tab(0, 430)),
    Shot("03-affiliation", lambda stage: stage.tab(0, 830)),
    Shot("04-publication", lambda stage: stage.tab(0, 99999)),
    Shot("05-article", lambda stage: stage.body(0)),
    Shot("06-article-middle", lambda stage: stage.body(45)),
    Shot("07-article-end", lambda stage: stage.body(85)),
    Shot("08-references", lambda stage: stage.tab(2)),
    Shot("09-calendar", Stage.calendar),
    Shot("10-note", lambda stage: stage.ask("note")),
    Shot("11-formula", Stage.formula),
    Shot("12-link", lambda stage: stage.ask("link")),
    Shot("13-export", Stage.export_dialog),
    Shot("14-new", Stage.new_dialog),
    Shot("15-recovery", Stage.recovery_dialog),
    Shot("16-unsaved", lambda stage: stage.message(lambda: ask_unsaved(stage.window, stage.words))),
    Shot("17-message", lambda stage: stage.message(lambda: show_sentence(stage.window, stage.words, _SENTENCE))),
    Shot("18-menu-file", lambda stage: stage.menu("fileMenu")),
    Shot("19-menu-edit", lambda stage: stage.menu("editMenu")),
    Shot("20-menu-entry", lambda stage: stage.menu("entryMenu")),
    Shot("21-menu-view", lambda stage: stage.menu("viewMenu")),
    Shot("22-menu-table", lambda stage: _popped(stage.bench.body.toolbar.table_menu)),
    Shot("23-collection", lambda stage: _shown(stage, stage.bench.show_collection)),
    Shot("24-programme", lambda stage: _shown(stage, stage.bench.show_collection, 99999)),
    Shot("25-start", Stage.start),
    Shot("28-history", lambda stage: stage.tab(3)),
    Shot("29-menu-insert", lambda stage: stage.menu("insertMenu")),
    Shot("30-explanation", Stage.explanation),
    Shot("40-paste", Stage.paste_dialog),
    Shot("41-merge", Stage.merge_dialog),
    Shot("31-send", Stage.send_dialog),
    Shot("42-symbols", Stage.symbols),
    Shot("43-figure", Stage.figure),
    Shot("44-smaller", lambda stage: stage.message(lambda: ask_smaller(stage.window, stage.words, _TOO_LARGE))),
)
_TOO_LARGE: Text = text(
    "The picture {file} is {width} dots wide; {enough} are enough for print. Make it smaller?",
    file="дала.jpg",
    width=6000,
    enough=2008,
)
_SENTENCE: Text = text("There is no file {file}.", file="070.md")


def main(arguments: list[str]) -> int:
    """Take the pictures; return the exit code."""
    under_a_screen(__file__, arguments)
    out = Path(arguments[-1])
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    if "--readme" not in arguments and "QT_SCALE_FACTOR" not in os.environ:
        for name, factor in SCALES.items():
            command = [sys.executable, __file__, str(out / name)]
            subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": factor}, check=True)
        return 0
    out.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    with tempfile.TemporaryDirectory() as work:
        stage = Stage(application, Path(work))
        taken = readme_picture(stage) if "--readme" in arguments else every_picture(application, stage)
        for name, picture in taken:
            path = out / f"{name}.png"
            picture.save(str(path))
            if "--readme" in arguments:
                _make_small(path)
        stage.bench.session.save()
        stage.window.close()
    print(f"{out}: {scale} x")
    return 0


def under_a_screen(script: str, arguments: list[str]) -> None:
    """Start a script again under a virtual screen where there is none."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        size = f"-screen 0 {SCREEN[0]}x{SCREEN[1]}x24"
        screen = ["xvfb-run", "-a", "-s", size, sys.executable, script, *arguments]
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.execvp(screen[0], screen)


def readme_picture(stage: Stage) -> Iterator[tuple[str, QPixmap]]:
    """Yield the picture of the README."""
    stage.open_sample()
    yield "window-kk", stage.window.grab()


def every_picture(application: QApplication, stage: Stage) -> Iterator[tuple[str, QPixmap]]:
    """Yield every picture, first without a collection, then with an empty one, then with the sample."""
    yield from _in_all_looks(application, stage, (Shot("00-first-start", lambda stage: stage.window),))
    dialog = NewCollectionDialog(stage.words, stage.work / "empty", stage.window)
    dialog.show()
    dialog.findChild(QPushButton, "makeButton").click()  # type: ignore[union-attr]
    stage.window.open_folder(stage.work / "empty")
    wait(300)
    yield from _in_all_looks(application, stage, (Shot("26-empty", lambda stage: stage.window),))
    stage.open_sample()
    yield from _in_all_looks(application, stage, OPEN_SHOTS)
    stage.set("readings", READINGS)
    yield from _in_all_looks(application, stage, (Shot("27-readings", lambda stage: stage.tab(0)),))


def _make_small(path: Path) -> None:
    """Write a picture again with 256 colours of its own: a third of the bytes, and nobody sees it."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def _in_all_looks(application: QApplication, stage: Stage, shots: tuple[Shot, ...]) -> Iterator[tuple[str, QPixmap]]:
    appearance = application.findChild(Appearance)
    assert appearance
    for tone_name, tone in TONES.items():
        appearance.show_tone(tone)
        for language in ("kk", "ru", "en"):
            stage.words.set_language(language)
            for shot in shots:
                shown = shot.go(stage)
                wait(250)
                picture = shown if isinstance(shown, QPixmap) else shown.grab()
                yield f"{shot.name}-{language}-{tone_name}", picture
                if isinstance(shown, QWidget) and shown is not stage.window:
                    shown.close()
                wait(30)
    appearance.show_tone(LIGHT)
    stage.words.set_language("kk")


def _popped(menu: QMenu) -> QMenu:
    menu.popup(QPoint(100, 100))
    return menu


def _shown(stage: Stage, show: Callable[[], object], scroll: int = 0) -> QWidget:
    show()
    wait(100)
    stage.bench.collection.verticalScrollBar().setValue(scroll)
    return stage.window


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
    for _ in range(LONGEST_MS // 100):
        if ready():
            return
        wait(100)
    raise TimeoutError


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
