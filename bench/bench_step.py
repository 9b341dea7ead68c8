"""The longest step of the window's own thread while everything goes on: no key should wait longer than a blink.

A collection of 300 entries with some 44 000 findings is opened and checked as a whole; all problems are listed and
checked anew; an article of 150 000 characters is typed in; a large page is pasted from a browser.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QCheckBox

from bench.bench_typing import LETTERS, _let_pass, _places, _send, _until, _write
from bench.timing import report
from bench.watch import Watch
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.application import furnish
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench

LIMIT = 100.0
KEYS = 150
REST = 25
PASTED = 180_000
"""Characters of HTML."""


def main() -> None:
    """Measure and print; with a word as argument only the parts that begin with it."""
    app = QApplication.instance() or QApplication(sys.argv)
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        _write(folder)
        window = MainWindow(Words("kk"), Memory(Path(work) / "preferences.json"), Path(work))
        window.show()
        furnish(window)
        window.open_folder(folder)
        bench = window.bench
        assert bench
        wanted = sys.argv[1] if len(sys.argv) > 1 else ""
        for name, act in PARTS.items():
            if name.startswith(("the whole check", wanted)):
                _watched(name, act, bench)
        bench.session.save()
        window.close()
    app.quit()


def _watched(name: str, act: Callable[[Workbench], object], bench: Workbench) -> None:
    watch = Watch()
    watch.start()
    act(bench)
    watch.stop()
    longest, clock = watch.longest, watch.longest_on_the_clock
    late = sum(step.own > LIMIT for step in watch.steps)
    note = f"{late} steps over it; longest on the clock {clock.clock:.0f} ms"
    report(f"longest step: {name}", longest.own, "ms", LIMIT, note)
    if os.environ.get("SEEN"):
        for step in sorted(watch.steps, reverse=True)[:4]:
            print(
                f"    {step.own:.0f} ms own, {step.clock:.0f} on the clock, {step.search:.0f} search",
                *dict.fromkeys(step.seen),
                sep="\n      ",
            )


def _check(bench: Workbench) -> None:
    _until(lambda: bench.is_checked, 300)
    _let_pass(1)


def _list_all(bench: Workbench) -> None:
    only = bench.problems.findChild(QCheckBox, "onlyHere")
    assert only
    only.setChecked(False)
    _let_pass(1)


def _check_again(bench: Workbench) -> None:
    collection = bench.session.workspace.collection
    name = replace(collection.name, en=collection.name.en + " x")
    bench.session.apply(SetField("", "name", name, text("Change")))
    _until(lambda: not bench.is_checked, 5)
    _check(bench)


def _go_on(bench: Workbench) -> None:
    for _ in range(20):
        bench.problems.go_next()
        _let_pass(0.05)


def _type(bench: Workbench) -> None:
    bench.go_to(bench.session.workspace.entries[0].id, Place(field="body"))
    bench.show_tab(1)
    _let_pass(4)
    editor = bench.body
    position = editor.sync.document.findBlockByNumber(_places(editor)["paragraph"]).position() + 3
    editor.desk.place_caret(position, position)
    for key in range(KEYS):
        if key % REST == 0:
            _let_pass(0.35)
        _send(editor.text, LETTERS[key % len(LETTERS)])
    _let_pass(2)
    _until(lambda: bench.is_checked, 60)


def _paste(bench: Workbench) -> None:
    bench.go_to(bench.session.workspace.entries[1].id, Place(field="body"))
    bench.show_tab(1)
    _let_pass(2)
    line = "<p class=MsoNormal><b>Дала</b> өзендерінің <i>суы</i> көктемде <span lang=KZ>тасиды</span>.</p>\n"
    data = QMimeData()
    data.setHtml(f"<html><body>{line * (PASTED // len(line))}</body></html>")
    bench.body.text.insertFromMimeData(data)
    _let_pass(3)


PARTS: dict[str, Callable[[Workbench], object]] = {
    "the whole check": _check,
    "typing": _type,
    "pasting": _paste,
    "listing all": _list_all,
    "going on": _go_on,
    "again, all listed": _check_again,
    "typing, all listed": _type,
}

if __name__ == "__main__":
    main()
