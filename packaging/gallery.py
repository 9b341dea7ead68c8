"""Everything the window can show, as one list: it is photographed, and read for words left in another language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from time import sleep
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from stage import MISTAKE, READINGS, Stage, wait, wait_until

from proceedings_editor import ui
from proceedings_editor.texts import text
from proceedings_editor.ui.action import ACTIONS, MENUS
from proceedings_editor.ui.message import ask, ask_failed, ask_smaller, ask_unsaved, show_sentence
from proceedings_editor.ui.progress_dialog import wait_for

SETTLE_MS = 250
_LOOK_MS = 50
_SENTENCE = text("There is no file {file}.", file="070.md")
_TOO_LARGE = text(
    "The picture {file} is {width} dots wide; {enough} are enough for print. Make it smaller?",
    file="дала.jpg",
    width=6000,
    enough=2008,
)
_WAITED_FOR = text("The pages are being made …")
_QUESTION = text("Some changes are not saved yet. Save them?")
T = TypeVar("T")


@dataclass(frozen=True)
class Scene:
    """One thing to see.

    Attributes:
        name: Of its picture.
        open: Comes to it and returns what is to be looked at; None for a dialog that waits for its answer.
        leave: Puts things back.
    """

    name: str
    open: Callable[[Stage], QWidget | None]
    leave: Callable[[Stage], object] = lambda stage: None
    is_question: bool = False

    def look(self, stage: Stage, do: Callable[[QWidget], T], settle: int = SETTLE_MS) -> T:
        """Open it, do something with what is seen, close it again.

        Args:
            stage: The window.
            do: What to do.
            settle: Milliseconds until it looks as it will.

        Raises:
            TimeoutError: Nothing came.
        """
        seen: list[T] = []

        def meet(widget: QWidget) -> None:
            wait(settle)
            seen.append(do(widget))
            if widget is not stage.window:
                widget.close()

        if self.is_question:
            watch = _Watch(meet)
            self.open(stage)
            wait_until(lambda: bool(seen))
            watch.end()
        else:
            widget = self.open(stage)
            assert widget, self.name
            meet(widget)
        self.leave(stage)
        wait(_LOOK_MS)
        return seen[0]


def question(name: str, act: Callable[[Stage], object], leave: Callable[[Stage], object] = lambda stage: None) -> Scene:
    """Return a scene for an act that opens a dialog, whether or not it waits for the answer."""

    def start(stage: Stage) -> None:
        act(stage)

    return Scene(name, start, leave, is_question=True)


class _Watch:
    """Meets every dialog and menu that shows until it is ended, so that none waits for ever for its answer."""

    def __init__(self, meet: Callable[[QWidget], None]) -> None:
        self._meet, self._there = meet, _open_widgets()
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def end(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def _look(self) -> None:
        new = [one for one in _open_widgets() if one not in self._there]
        if new:
            self._there.append(new[-1])
            self._meet(new[-1])


def _open_widgets() -> list[QWidget]:
    popup = QApplication.activePopupWidget()
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return [*dialogs, *([popup] if popup else [])]


def _act(action: str) -> Scene:
    return question(f"act-{action}", partial(Stage.trigger, action=action))


FIRST = (
    Scene("first-start", lambda stage: stage.window),
    *(
        question(f"act-{row.id}", partial(Stage.trigger, action=row.id))
        for row in ACTIONS
        if row.id in ("open", "sample")
    ),
)
"""Without a collection."""

EMPTY = (Scene("empty", lambda stage: stage.window),)
"""With a collection that has no entries."""

_SHOWN_FULLER = ("new", "open", "sample", "export", "send", "find", "replace")
"""Acts whose dialogs other scenes show with something in them."""

OPEN = (
    Scene("information", lambda stage: stage.tab(0)),
    Scene("people", lambda stage: stage.tab(0, 430)),
    Scene("affiliation", lambda stage: stage.tab(0, 830)),
    Scene("publication", lambda stage: stage.tab(0, 99999)),
    Scene("article", lambda stage: stage.body(0)),
    Scene("article-middle", lambda stage: stage.body(45)),
    Scene("article-end", lambda stage: stage.body(85)),
    Scene("references", lambda stage: stage.tab(2)),
    Scene("history", Stage.past),
    Scene("collection", lambda stage: stage.settings()),
    Scene("programme", lambda stage: stage.settings(99999)),
    Scene("settings-history", lambda stage: stage.settings(tab=1)),
    Scene("shared", Stage.shared, lambda stage: stage.banner(None)),
    Scene("start", Stage.start, Stage.leave_start),
    *(Scene(f"menu-{key}", partial(Stage.menu, name=f"{key}Menu")) for key in MENUS),
    Scene("menu-table", Stage.table_menu),
    Scene("calendar", Stage.calendar),
    Scene("new", Stage.new_dialog),
    Scene("export", Stage.export_dialog),
    Scene("send", Stage.send_dialog),
    Scene("letters", Stage.letters),
    Scene("mail-log", Stage.mail_log),
    Scene("find", Stage.finder),
    Scene("note", lambda stage: stage.ask("note")),
    Scene("formula", Stage.formula),
    Scene("symbols", Stage.symbols),
    Scene("link", lambda stage: stage.ask("link")),
    Scene("citation", lambda stage: stage.ask("citation", "citingDialog")),
    Scene("table", lambda stage: stage.ask("table", "tableDialog")),
    Scene("figure", Stage.figure),
    Scene("paste-references", Stage.paste_references),
    Scene("compose", Stage.compose),
    Scene("paste-people", Stage.paste_dialog),
    Scene("folder", Stage.folder_dialog),
    Scene("import-result", Stage.import_result),
    Scene("merge", Stage.merge_dialog),
    Scene("recovery", Stage.recovery_dialog),
    Scene("conflict", Stage.conflict_dialog),
    Scene("explanation", Stage.explanation),
    Scene("progress", Stage.progress, Stage.end_progress),
    question("fix-all", lambda stage: stage.press_problem("fixAllButton")),
    question("ignore", lambda stage: stage.press_problem("ignoreButton")),
    question("remove-section", Stage.remove_section),
    question("message", lambda stage: show_sentence(stage.window, stage.words, _SENTENCE)),
    question(
        "question", lambda stage: ask(stage.window, stage.words, text("Some changes are not saved yet. Save them?"))
    ),
    question("smaller", lambda stage: ask_smaller(stage.window, stage.words, _TOO_LARGE)),
    question("waiting", lambda stage: wait_for(stage.window, stage.words, _WAITED_FOR, lambda: sleep(1))),
    question("unsaved", lambda stage: ask_unsaved(stage.window, stage.words)),
    question("not-saved", lambda stage: ask_failed(stage.window, stage.words, _SENTENCE)),
    *map(_act, ("guide", "rule_manuals", "keyboard", "about")),
    *(_act(row.id) for row in ACTIONS if row.label.key.endswith("…") and row.id not in _SHOWN_FULLER),
)
"""With the sample and one problem in it; an act with three dots is there by itself."""

READ = (Scene("readings", lambda stage: stage.tab(0)),)
"""With what a manuscript says otherwise."""

IGNORED = (question("ignored", lambda stage: stage.press_problem("ignoredButton")),)
"""With a problem that was left as it is."""


def every_scene(stage: Stage) -> Iterator[Scene]:
    """Yield every scene when the stage is ready for it."""
    yield from FIRST
    stage.open_empty()
    yield from EMPTY
    stage.open_sample()
    yield from OPEN
    stage.set("readings", READINGS)
    wait(SETTLE_MS)
    yield from READ
    stage.set("title.kk", MISTAKE)
    stage.ignore()
    yield from IGNORED


def widget_classes() -> set[type[QWidget]]:
    """Return every kind of widget the program has of its own."""
    found: set[type[QWidget]] = set()
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and issubclass(one, QWidget) and one.__module__ == module.name:
                found.add(one)
    return found


def is_of_qt(widget: QWidget) -> bool:
    """Whether a widget is Qt's own dialog for files, which looks alike wherever it comes."""
    return isinstance(widget, QFileDialog)
