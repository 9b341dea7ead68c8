"""From a key to painted text in a long article, with the rules on the touched block at every key: CPU time."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from bench.subject import ROOT
from bench.timing import report
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Change, Session
from proceedings_editor.model.body import Body, Cell, ListBlock, ListItem, Paragraph, Span, Table
from proceedings_editor.model.walk import texts
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.passage import block_passage
from proceedings_editor.storage.folder import Opened
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.body.position import line_of
from proceedings_editor.ui.words import Words

CHARACTERS = 150_000
KEYS = 300
LIMIT = 8.0
EXAMPLES = ROOT / "resources" / "examples" / "steppe-2026"


def main() -> None:
    """Measure typing at several places and print the figures."""
    app = QApplication.instance() or QApplication(sys.argv)
    session, editor = _editor()
    app.processEvents()
    print(f"{_size(session)} characters in {editor.sync.document.blockCount()} lines of the text")
    engine = Engine(session.workspace)
    session.listen(lambda change: _check(engine, change))
    for name, line in _places(editor).items():
        times = _type(editor, line, lambda text: _send(editor.text, text))
        report(f"key to painted text, {name}, p95", _p95(times), "ms", LIMIT, f"median {statistics.median(times):.2f}")
    line = _places(editor)["paragraph"]
    editor.sync.document.contentsChange.disconnect()  # the same widget, its changes not read
    editor.sync.document.contentsChanged.disconnect(editor.sync._on_contents_changed)
    times = _type(editor, line, lambda text: _send(editor.text, text))
    print(f"the same without reading the change: median {statistics.median(times):.2f}, p95 {_p95(times):.2f} ms")
    bare = _bare(editor)
    times = [_timed(lambda: _send(bare, "ә")) for _ in range(KEYS)]
    print(f"a bare QTextEdit with the same plain text: median {statistics.median(times):.2f}, p95 {_p95(times):.2f} ms")


def _editor() -> tuple[Session, BodyEditor]:
    opened = open_collection(EXAMPLES)
    first, *others = opened.workspace.entries
    entry = replace(first, body=_long_body(opened))
    session = Session(Path("absent"), replace(opened, workspace=replace(opened.workspace, entries=(entry, *others))))
    editor = BodyEditor(session, Words("en"))
    editor.resize(800, 900)
    editor.show()
    editor.show_entry(entry.id)
    end = time.monotonic() + 3  # formulas are drawn while nothing else happens
    while time.monotonic() < end:
        QApplication.processEvents()
    return session, editor


def _long_body(opened: Opened) -> Body:
    """The bodies of the examples until there are enough characters, with six tables and one long list."""
    paragraphs = [
        block for entry in opened.workspace.entries for block in entry.body if not isinstance(block, Table | ListBlock)
    ]
    cell = Cell((Paragraph((Span("өлшем 12,5"),)),))
    table = Table(((cell,) * 4,) * 10, header_rows=1, caption=(Span("Кесте"),))
    items = ListBlock(
        tuple(ListItem((Paragraph((Span(f"тармақ {n}"),)),)) for n in range(30)), ordered=True, marker="1."
    )
    found: list[object] = []
    size = 0
    while size < CHARACTERS:
        block = paragraphs[len(found) % len(paragraphs)]
        found.append(block)
        size += sum(len(run.text) for _, text in texts((block,)) for run in text if isinstance(run, Span))
    for number in range(6):
        found.insert((number + 1) * len(found) // 7, table)
    found.insert(len(found) // 2, items)
    return tuple(found)  # type: ignore[arg-type]


def _size(session: Session) -> int:
    body = session.workspace.entries[0].body
    return sum(len(run.text) for _, text in texts(body) for run in text if isinstance(run, Span))


def _places(editor: BodyEditor) -> dict[str, int]:
    body = editor.sync.body
    middle = len(body) // 2
    at = {
        "paragraph": next(i for i in range(middle, 0, -1) if isinstance(body[i], Paragraph)),
        "list item": next(i for i, block in enumerate(body) if isinstance(block, ListBlock)),
        "table cell": next(i for i in range(middle, 0, -1) if isinstance(body[i], Table)),
    }
    lines = {name: line_of(editor.sync, (index,), wants_text=False) or 0 for name, index in at.items()}
    return lines | {"list item": lines["list item"] + 15, "table cell": lines["table cell"] + 18}


def _type(editor: BodyEditor, line: int, send: Callable[[str], None]) -> list[float]:
    position = editor.sync.document.findBlockByNumber(line).position() + 3
    editor.desk.place_caret(position, position)
    editor.text.ensureCursorVisible()
    QApplication.processEvents()
    for letter in "әлем":
        send(letter)
    letters = "дала өзен құс "
    return [_timed(partial(send, letters[key % len(letters)])) for key in range(KEYS)]


def _send(target: QTextEdit, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


def _timed(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    return (time.process_time() - begin) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _check(engine: Engine, change: Change) -> None:
    """The rules on the block that changed, as the window does after each key."""
    if change.step is None or not change.step.place.block:
        return
    entry = change.after.entries[0]
    index = change.step.place.block[0]
    for path, text in texts((entry.body[index],)):
        if path[1:] != change.step.place.block[1:]:
            continue
        engine.check_passage(entry, block_passage((index, *path[1:]), text, entry.language))


def _bare(editor: BodyEditor) -> QTextEdit:
    bare = QTextEdit()
    bare.setUndoRedoEnabled(False)
    bare.resize(800, 900)
    bare.setPlainText(editor.text.toPlainText())
    bare.show()
    QApplication.processEvents()
    cursor = bare.textCursor()
    cursor.setPosition(bare.document().characterCount() // 2)
    bare.setTextCursor(cursor)
    QApplication.processEvents()
    return bare


if __name__ == "__main__":
    main()
