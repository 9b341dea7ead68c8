"""Takes pictures of the real window on the sample collection, as the README shows it.

    python packaging/window_pictures.py docs/pictures          window-kk.png, for the README
    python packaging/window_pictures.py --all build/pictures   every page, three languages, light and dark, to look at

Without a screen it starts itself again under a virtual one (xvfb-run).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from proceedings_editor.model.edit import SetField
from proceedings_editor.resources import shipped
from proceedings_editor.texts import text
from proceedings_editor.ui.application import QtWords, make_application, register_fonts
from proceedings_editor.ui.export_dialog import ExportDialog
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.new_collection_dialog import NewCollectionDialog
from proceedings_editor.ui.words import Words

ENTRY = "tynaigan"
MISTAKE = "Тың\u0061йған жерлердегі дала өсімдіктерінің қалпына келуін спутниктік деректер бойынша бағалау"
"""The sample is clean; one Latin letter shows what a problem looks like."""
LONGEST_MS = 30_000


@dataclass(frozen=True)
class Page:
    """One picture: its name and how to come there."""

    name: str
    go: Callable[[MainWindow], object]


def main(arguments: list[str]) -> int:
    """Take the pictures; return the exit code."""
    every = "--all" in arguments
    (out,) = [Path(word) for word in arguments if word != "--all"]
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", sys.executable, __file__, *arguments]
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.execvp(screen[0], screen)
    out.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    application.setStyle("Fusion")
    register_fonts()
    with tempfile.TemporaryDirectory() as work:
        for name, picture in pictures(application, Path(work), every=every):
            picture.save(str(out / name))
            print(out / name)
    return 0


def pictures(application: QApplication, work: Path, *, every: bool) -> Iterator[tuple[str, object]]:
    """Yield names and pictures."""
    folder = work / "steppe-2026"
    shutil.copytree(shipped("examples", "steppe-2026"), folder)
    words = Words("kk", application)
    own = QtWords(words, application)
    window = MainWindow(words, Memory(work / "preferences.json"), work)
    window.resize(1280, 800)
    window.show()
    if every:
        yield "start.png", window.grab()
    window.open_folder(folder)
    bench = window.bench
    assert bench
    bench.session.apply(SetField(ENTRY, "title.kk", MISTAKE, text("Article title")))
    wait_until(lambda: bool(bench.problems.shown) and bench.preview.pages.page_count > 0)
    bench.problems.go_next()
    wait(500)
    yield "window-kk.png", window.grab()
    if every:
        yield from all_pictures(application, window, words)
    bench.session.undo()
    window.close()
    own.deleteLater()


def all_pictures(application: QApplication, window: MainWindow, words: Words) -> Iterator[tuple[str, object]]:
    """Yield every page in three languages, light and dark."""
    bench = window.bench
    assert bench
    light = application.palette()
    pages = (
        Page("information", lambda _: bench.show_tab(0)),
        Page("people", lambda _: bench.form.verticalScrollBar().setValue(420)),
        Page("publication", lambda _: bench.form.verticalScrollBar().setValue(9999)),
        Page("article", lambda _: bench.show_tab(1)),
        Page("references", lambda _: bench.show_tab(2)),
        Page("collection", lambda _: bench.show_collection()),
    )
    for name, palette in (("light", light), ("dark", dark_palette())):
        application.setPalette(palette)
        for language in ("kk", "ru", "en"):
            words.set_language(language)
            bench.show_tab(0)
            for page in pages:
                page.go(window)
                wait(300)
                yield f"{page.name}-{language}-{name}.png", window.grab()
            for kind, dialog in (
                ("export", ExportDialog(bench.session, words, bench.jobs, ENTRY, window)),
                ("new", NewCollectionDialog(words, Path("/home/aliya/proceedings"), window)),
            ):
                dialog.show()
                wait(100)
                yield f"{kind}-{language}-{name}.png", dialog.grab()
                dialog.close()
                dialog.deleteLater()
    application.setPalette(light)


def dark_palette() -> QPalette:
    """Return a dark palette, as dark desktops give one."""
    palette = QPalette(QColor("#3a3a3a"), QColor("#2b2b2b"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#9a9a9a"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#2f6fb3"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(Qt.GlobalColor.white))
    return palette


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
