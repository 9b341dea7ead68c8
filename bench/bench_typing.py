"""From a key to painted text in a long article of a large collection, in the whole window with everything it does.

The rules run on the touched text at every key, findings go to the text and to the list, and whenever the typist rests
the other rules, the preview and the journal work in their threads, as they do for a person. Each key is measured
twice: CPU time of the window's own thread, which other programs of the machine cannot spoil, and time on the clock.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from bench.bench_rules import FIRST
from bench.crowd import write_crowd
from bench.long_article import length, long_article
from bench.subject import EXAMPLES, subject
from bench.timing import report
from proceedings_editor.app.collection import open_collection
from proceedings_editor.model.body import ListBlock, Paragraph, Table
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.rules.registry import RULES
from proceedings_editor.storage.folder import save_entry
from proceedings_editor.storage.layout import TEMPLATE
from proceedings_editor.ui.application import furnish
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.body.position import line_of
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words

KEYS = 300
REST = 25
"""Keys typed until the typist rests."""
REST_SECONDS = 0.35
LIMIT = 8.0
LETTERS = "дала өзен құс бiр "
"""With a Latin letter among them, so that the findings change while the words are typed."""

Times = list[tuple[float, float]]


def main() -> None:
    """Measure typing at several places and print the figures."""
    app = QApplication.instance() or QApplication(sys.argv)
    off = tuple(rule.code for rule in RULES if rule.code not in FIRST)
    print("as this program was first measured, with twelve rules:")
    _in_window(off, ("ru", "en"))
    print(f"with all {len(RULES)} rules and unknown words underlined in Kazakh too, a fifth of all:")
    _in_window((), LANGUAGES)
    app.quit()


def _in_window(off: Sequence[str], spelled: Sequence[Language]) -> None:
    """Type into a collection in which some rules are off; unknown words of some languages are underlined."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        _write(folder)
        if off:
            with (folder / TEMPLATE).open("a", encoding="utf-8") as template:
                template.write("rules:\n" + "".join(f"  {code}: {{severity: off}}\n" for code in off))
        window = MainWindow(Words("kk"), Memory(Path(work) / "preferences.json"), Path(work))
        furnish(window)
        window.show()
        window.open_folder(folder)
        _measure(window, spelled)
        window.bench.session.save() if window.bench else None
        window.close()


def _write(folder: Path) -> None:
    write_crowd(subject(), folder)
    opened = open_collection(folder)
    first = opened.workspace.entries[0]
    example = open_collection(EXAMPLES / "steppe-2026").workspace.entries
    save_entry(folder, first, replace(first, body=long_article(example)), opened.sources[first.id])


def _measure(window: MainWindow, spelled: Sequence[Language]) -> None:
    bench = window.bench
    assert bench
    bench.show_tab(1)
    bench.spelling.choose(spelled)
    _until(lambda: bench.is_checked, 120)
    _let_pass(4)  # formulas are drawn and the first preview is made
    editor = bench.body
    body = editor.sync.body
    print(
        f"{length(body)} characters in {editor.sync.document.blockCount()} lines, {len(bench.findings)} findings,"
        f" {len(bench.session.workspace.entries)} entries"
    )
    for name, line in _places(editor).items():
        times = _type(editor, line)
        own, clock = zip(*times, strict=True)
        note = f"median {statistics.median(own):.2f}; on the clock p95 {_p95(clock):.2f}, longest {max(clock):.1f}"
        report(f"key to painted text, {name}, p95", _p95(own), "ms", LIMIT, note)
    bare = _bare(editor)
    times = [_timed(partial(_send, bare, "ә")) for _ in range(KEYS)]
    own, clock = zip(*times, strict=True)
    print(
        f"a bare QTextEdit with the same plain text: median {statistics.median(own):.2f}, p95 {_p95(own):.2f} ms,"
        f" on the clock p95 {_p95(clock):.2f}, longest {max(clock):.1f}"
    )


def _places(editor: BodyEditor) -> dict[str, int]:
    body = editor.sync.body
    middle = len(body) // 2
    paragraph = next(at for at in range(middle, 0, -1) if isinstance(body[at], Paragraph))
    items = next(at for at, block in enumerate(body) if isinstance(block, ListBlock))
    table = next(at for at in range(middle, 0, -1) if isinstance(body[at], Table))
    at = {"paragraph": (paragraph,), "list item": (items, 15, 0), "table cell": (table, 4, 1, 0)}
    lines: dict[str, int] = {}
    for name, path in at.items():
        line = line_of(editor.sync, path, wants_text=False)
        assert line is not None, name
        lines[name] = line
    return lines


def _type(editor: BodyEditor, line: int) -> Times:
    position = editor.sync.document.findBlockByNumber(line).position() + 3
    editor.desk.place_caret(position, position)
    editor.text.ensureCursorVisible()
    _focus(editor.text)
    for letter in "әлем":
        _send(editor.text, letter)
    times: Times = []
    for key in range(KEYS):
        if key % REST == 0:
            _let_pass(REST_SECONDS)
        times.append(_timed(partial(_send, editor.text, LETTERS[key % len(LETTERS)])))
    assert editor.text.textCursor().position() == position + len("әлем") + KEYS, "keys did not arrive"
    return times


def _send(target: QTextEdit, letter: str) -> None:
    """Send a key as the system does, to the window: what waits while somebody types hears of it there."""
    window = target.window().windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


def _focus(target: QTextEdit) -> None:
    target.activateWindow()
    target.setFocus()
    _until(target.hasFocus, 5)
    assert target.hasFocus()


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    own, clock = time.thread_time(), time.perf_counter()
    act()
    return (time.thread_time() - own) * 1000, (time.perf_counter() - clock) * 1000


def _p95(times: list[float] | tuple[float, ...]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _until(is_done: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not is_done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def _let_pass(seconds: float) -> None:
    _until(lambda: False, seconds)


def _bare(editor: BodyEditor) -> QTextEdit:
    bare = QTextEdit()
    bare.setUndoRedoEnabled(False)
    bare.resize(800, 900)
    bare.setPlainText(editor.text.toPlainText())
    bare.show()
    _focus(bare)
    cursor = bare.textCursor()
    cursor.setPosition(bare.document().characterCount() // 2)
    bare.setTextCursor(cursor)
    QApplication.processEvents()
    return bare


if __name__ == "__main__":
    main()
