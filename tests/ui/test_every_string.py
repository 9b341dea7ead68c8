"""No window, menu or dialog leaves a word in another language than the program speaks, and none is forgotten here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from babel.messages.pofile import read_po
from gallery import every_scene, is_of_qt, widget_classes
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QLabel, QWidget
from stage import PEOPLE, Stage, wait

from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.ui.reference.drop_line import DropLine
from proceedings_editor.ui.words import Words
from tests.conftest import ROOT
from tests.ui.message import with_next_dialog
from tests.ui.said import foreign, words_said

_OF_QT = ("sidebar", "treeView", "listView", "fileNameEdit", "lookInCombo")
"""Parts of Qt's own file dialog that show files and places of this computer."""

_SETTLE_MS = 20
_REST = 25
"""So many times nobody waits longer for what is not yet as it will be."""
T = TypeVar("T")
_ROOM = QSize(837, 485)
"""What a screen of 1280 by 800 has for a dialog at one and a half of its size, without the frame."""

_SCREEN = QSize(853, 533)
"""The whole of such a screen."""


class Walk:
    """Goes through all there is to see and notes what was met and what was left in another language."""

    def __init__(self, stage: Stage, known: str) -> None:
        self._stage, self._known = stage, known
        self.classes: set[type[QWidget]] = set()
        self.dialogs: set[str] = set()
        self.left: list[tuple[str, str, str]] = []
        self.large: list[tuple[str, QSize]] = []
        self.cut: set[tuple[str, str, str]] = set()

    def go(self) -> None:
        for scene in every_scene(self._stage):
            for name, said in scene.look(self._stage, self._read, _SETTLE_MS):
                self.left.append((scene.name, name, said))
            self.cut.update((scene.name, name, said) for name, said in self._cut)

    def _read(self, widget: QWidget) -> list[tuple[str, str]]:
        inside = [one for one in (widget, *widget.findChildren(QWidget)) if one.isVisibleTo(widget)]
        self.classes.update(kind for one in inside for kind in type(one).__mro__ if issubclass(kind, QWidget))
        self.dialogs.update(one.objectName() for one in inside if isinstance(one, QDialog))
        least = widget.minimumSizeHint()
        if isinstance(widget, QDialog) and (least.width() > _ROOM.width() or least.height() > _ROOM.height()):
            self.large.append((widget.objectName(), least))
        self._cut = [] if is_of_qt(widget) else at_rest(lambda: list(cut(inside)))
        said = foreign(words_said(widget), self._known, self._stage.words.language)
        return [one for one in said if not (is_of_qt(widget) and one[0] in _OF_QT)]


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is in the collection may be in any language."""
    sample = ROOT / "resources" / "examples" / "steppe-2026"
    words = "".join(path.read_text(encoding="utf-8") for path in sample.rglob("*.yaml"))
    scenes = "".join((ROOT / "packaging" / name).read_text(encoding="utf-8") for name in ("stage.py", "gallery.py"))
    return words + PEOPLE + re.sub(r"[A-Za-z]", "", scenes) + str(Path.home()) + str(tmp_path_factory.getbasetemp())


@pytest.fixture(params=LANGUAGES)
def walk(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, known: str) -> Iterator[Walk]:
    language: Language = request.param
    stage = Stage(qapp, tmp_path, Words(language, qapp))
    stage.window.resize(_SCREEN)
    walk = Walk(stage, known + english() if language == "en" else known)
    walk.go()
    yield walk
    with_next_dialog(lambda box: box.button(box.StandardButton.Discard).click())  # type: ignore[attr-defined]
    stage.window.close()
    stage.window.deleteLater()
    stage.own.deleteLater()


def test_every_window_menu_and_dialog_speaks_one_language(walk: Walk) -> None:
    assert walk.left == []
    assert walk.large == []
    assert walk.cut == set()
    unseen = widget_classes() - walk.classes - {DropLine}  # which shows for as long as something is dragged
    assert unseen == set(), "show them in packaging/gallery.py"
    assert dialogs_in_the_source() - walk.dialogs == set()


def at_rest(find: Callable[[], list[T]]) -> list[T]:
    """Return what is still found when the layouts have come to rest."""
    found = find()
    for _ in range(_REST):
        if not found:
            break
        wait(_SETTLE_MS)
        found = find()
    return found


def cut(widgets: Sequence[QWidget]) -> Iterator[tuple[str, str]]:
    """Name what has no room for its words, and lists that must be pushed aside to be read."""
    for widget in widgets:
        words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if words and not wraps and widget.width() < widget.sizeHint().width():
            yield widget.objectName(), words
        if isinstance(widget, QAbstractItemView) and widget.horizontalScrollBar().maximum() > 0:
            yield widget.objectName(), "moves sideways"


def dialogs_in_the_source() -> set[str]:
    """Names of all dialogs, also of those that are Qt's own kinds."""
    source = ROOT / "src" / "proceedings_editor" / "ui"
    words = "".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    return set(re.findall(r'setObjectName\("(\w+Dialog)"\)', words))


def english() -> str:
    """Every sentence of the program in English: some name words of documents in other letters."""
    with (ROOT / "resources" / "i18n" / "kk" / "proceedings_editor.po").open("rb") as file:
        return "\n".join(str(message.id) for message in read_po(file))
