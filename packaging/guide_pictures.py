"""Takes the pictures of the guide from the real window, one set per language; `./dev guide` runs it.

    python packaging/guide_pictures.py resources/guide/pictures

Without a screen it starts itself again under a virtual one.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QTabWidget, QWidget
from stage import ENTRY, FAULTY, MISTAKE, READINGS, TITLE, Stage, wait, wait_until
from window_pictures import under_a_screen

from proceedings_editor.model.edit import SetField
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.texts import text
from proceedings_editor.ui.application import make_application
from proceedings_editor.ui.banner import Banner
from proceedings_editor.ui.export_dialog import ExportDialog
from proceedings_editor.ui.help.report_dialog import ReportDialog
from proceedings_editor.ui.mail.dialog import SendDialog
from proceedings_editor.ui.sharing import State

SIZE = (1180, 740)
SMALL = (900, 460)
FOLDER = "/home/aliya/steppe-2026"
"""Where the reader's own collection might lie."""
COLOURS = 128


@dataclass(frozen=True)
class Shot:
    """One picture: its name, and how to come to what it shows."""

    name: str
    go: Callable[[Stage], QWidget | QPixmap]


def tabs(stage: Stage, index: int, scroll: int = 0, height: int = 0) -> QPixmap:
    """Take the picture of a tab of the entry, cut off below where the rest says nothing new."""
    stage.tab(index, scroll)
    wait(300)
    return cut(stage.child(QTabWidget, "entryTabs"), height)


def cut(widget: QWidget, height: int = 0) -> QPixmap:
    """Take the picture of a widget, or of its upper part."""
    return widget.grab(QRect(0, 0, widget.width(), min(height or widget.height(), widget.height())))


def settings(stage: Stage) -> QPixmap:
    """Take the picture of the collection's settings."""
    stage.bench.navigator.show_collection()
    wait(300)
    return cut(stage.child(QTabWidget, "settingsTabs"), 420)


def problems(stage: Stage) -> QPixmap:
    """Take the picture of the problems with one chosen."""
    stage.tab(0)
    stage.bench.problems.go_next()
    wait(300)
    return cut(stage.bench.problems)


def article(stage: Stage) -> QPixmap:
    """Take the picture of the article where it has a table or a figure."""
    stage.body(45)
    wait(500)
    return cut(stage.child(QTabWidget, "entryTabs"), 420)


def shared(stage: Stage) -> QPixmap:
    """Take the picture of the line about a colleague."""
    stage.tab(0)
    sentence = text("{who} is editing this entry since {time}.", who="Динара (DINARA-PC)", time="10:42")
    banner = stage.child(Banner, "banner")
    banner.show_state(State(sentence, is_locked=True))
    wait(300)
    center = banner.parentWidget()
    assert center
    picture = cut(center, 260)
    banner.show_state(None)
    return picture


def exporting(stage: Stage) -> QWidget:
    """Open the export dialog."""
    dialog = ExportDialog(stage.bench.session, stage.words, stage.bench.jobs, [ENTRY], stage.window)
    dialog.findChild(QLineEdit, "folderLine").setText(f"{FOLDER}/export")  # type: ignore[union-attr]
    dialog.show()
    return dialog


def sending(stage: Stage) -> QWidget:
    """Open the dialog for letters with one letter planned."""
    dialog = SendDialog(stage.bench.session, stage.words, stage.bench.jobs, [FAULTY], stage.window)
    dialog.show()
    letters = dialog.findChild(QComboBox, "letterChoice")
    letters.setCurrentIndex(letters.findData("returned"))  # type: ignore[union-attr]
    dialog.findChild(QLineEdit, "mailDeadline").setText("12.05.2026")  # type: ignore[union-attr]
    wait_until(lambda: bool(dialog.findChild(QLineEdit, "mailSubject").text()))  # type: ignore[union-attr]
    wait(800)
    return dialog


def finding(stage: Stage) -> QWidget:
    """Open the search with places found."""
    stage.tab(0)
    stage.bench.desk.find_words(replacing=True)
    dialog = stage.dialog("findDialog")
    dialog.findChild(QComboBox, "findWhere").setCurrentIndex(1)  # type: ignore[union-attr]
    dialog.findChild(QLineEdit, "findWords").setText("дала")  # type: ignore[union-attr]
    dialog.findChild(QLineEdit, "findReplacement").setText("жазық")  # type: ignore[union-attr]
    wait(1500)
    return dialog


def reporting(stage: Stage) -> QWidget:
    """Open the report of a problem."""
    entry = stage.bench.session.entry(ENTRY)
    dialog = ReportDialog(stage.words, stage.work, stage.bench.session.folder, entry, stage.window)
    dialog.show()
    return dialog


def history(stage: Stage) -> QPixmap:
    """Take the picture of the history with an earlier state chosen."""
    stage.tab(3)
    wait(800)
    versions = stage.bench.history.findChild(QListWidget, "versionList")
    assert versions
    versions.setCurrentRow(versions.count() - 1)
    wait(1000)
    return cut(stage.child(QTabWidget, "entryTabs"), 260)


BEFORE = (Shot("start", lambda stage: stage.window), Shot("new", Stage.new_dialog))
SHOTS = (
    Shot("window", lambda stage: stage.tab(0)),
    Shot("settings", settings),
    Shot("form", lambda stage: tabs(stage, 0, height=420)),
    Shot("article", article),
    Shot("figure", Stage.figure),
    Shot("formula", Stage.formula),
    Shot("symbols", Stage.symbols),
    Shot("references", lambda stage: tabs(stage, 2, height=330)),
    Shot("compose", Stage.compose),
    Shot("problems", problems),
    Shot("explain", Stage.explanation),
    Shot("send", sending),
    Shot("export", exporting),
    Shot("sharing", shared),
    Shot("history", history),
    Shot("find", finding),
    Shot("list", lambda stage: cut(stage.bench.entries, 300)),
    Shot("recovery", Stage.recovery_dialog),
    Shot("report", reporting),
)
AFTER = (Shot("readings", lambda stage: tabs(stage, 0, height=330)),)


def main(arguments: list[str]) -> int:
    """Take the pictures; return the exit code."""
    under_a_screen(__file__, arguments)
    application = make_application([])
    with tempfile.TemporaryDirectory() as work:
        stage = Stage(application, Path(work))
        for name, language, picture in pictures(stage):
            path = Path(arguments[-1]) / language / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            picture.save(str(path))
            make_small(path)
        stage.bench.session.save()
        stage.window.close()
    return 0


def pictures(stage: Stage) -> Iterator[tuple[str, str, QPixmap]]:
    """Yield name, language and picture of everything the guide shows."""
    stage.window.resize(*SMALL)
    yield from taken(stage, BEFORE)
    stage.window.resize(*SIZE)
    stage.open_sample()
    for title in ("Тыңайған жерлердегі дала өсімдіктері", TITLE, MISTAKE):
        stage.set("title.kk", title)
        stage.bench.session.save()
    stage.bench.session.apply(SetField(FAULTY, "udc", (), text("UDC")))
    wait(2500)
    yield from taken(stage, SHOTS)
    stage.set("readings", READINGS)
    wait(500)
    yield from taken(stage, AFTER)


def taken(stage: Stage, shots: tuple[Shot, ...]) -> Iterator[tuple[str, str, QPixmap]]:
    """Yield the pictures in every language."""
    for language in LANGUAGES:
        stage.words.set_language(language)
        for shot in shots:
            shown = shot.go(stage)
            wait(300)
            yield shot.name, language, shown if isinstance(shown, QPixmap) else shown.grab()
            if isinstance(shown, QDialog):
                shown.close()
            wait(50)


def make_small(path: Path) -> None:
    """Write a picture again with few colours of its own."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
