"""Everything can be reached with the keyboard and has a name for those who hear the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.ui.export_dialog import ExportDialog
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.new_collection_dialog import NewCollectionDialog
from proceedings_editor.ui.problem.rule_dialog import RuleDialog
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.window import child, trigger

USED = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QTabWidget,
)  # fmt: skip
"""What a person does something with."""


def used(window: QWidget) -> Iterator[QWidget]:
    """What a person can do something with now, without the inner parts of Qt's own widgets."""
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget, QHeaderView) or isinstance(widget.parent(), QComboBox | QTabBar | QLineEdit)
        inner |= widget.objectName().startswith("qt_")
        if isinstance(widget, USED) and widget.isVisible() and widget.isEnabled() and not inner:
            yield widget


def nameless(window: QWidget) -> list[QWidget]:
    return [one for one in used(window) if not (name_of(one) and is_known(one))]


def name_of(widget: QWidget) -> str:
    """What is heard. A choice must have a name of its own: what is chosen is no name."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_known(widget: QWidget) -> bool:
    """Whether programs know it; Qt itself knows the buttons of its button box."""
    return bool(widget.objectName()) or isinstance(widget.parent(), QDialogButtonBox)


@pytest.mark.parametrize("tab", [0, 1, 2, 3])
def test_every_part_of_an_entry_has_a_name(window: MainWindow, bench: Workbench, tab: int) -> None:
    bench.show_tab(tab)
    QApplication.processEvents()
    assert len(list(used(window))) > 20
    assert not nameless(window)


def test_start_page_and_settings_have_names(window: MainWindow, bench: Workbench) -> None:
    trigger(window, "collection")
    QApplication.processEvents()
    assert not nameless(window)
    trigger(window, "start")
    QApplication.processEvents()
    assert not nameless(window)


Make = Callable[[Workbench, Words, MainWindow], QDialog]
DIALOGS: dict[str, Make] = {
    "export": lambda bench, words, window: ExportDialog(bench.session, words, bench.jobs, [bench.entry_id], window),
    "new": lambda bench, words, window: NewCollectionDialog(words, bench.session.folder / "x", window),
    "rules": lambda bench, words, window: RuleDialog(bench.session, words, window),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_have_names_and_can_be_walked_through(
    window: MainWindow, bench: Workbench, words: Words, name: str, qtbot: QtBot
) -> None:
    dialog = DIALOGS[name](bench, words, window)
    dialog.open()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QApplication.processEvents()
    assert not nameless(dialog)
    assert not unreached(dialog, qtbot)
    dialog.reject()
    dialog.deleteLater()


@pytest.mark.parametrize("tab", [0, 2, 3])
def test_tab_leads_to_everything_and_never_stays(window: MainWindow, bench: Workbench, tab: int, qtbot: QtBot) -> None:
    bench.show_tab(tab)
    with qtbot.waitActive(window):
        window.activateWindow()
    QApplication.processEvents()
    assert not unreached(window, qtbot)


def unreached(window: QWidget, qtbot: QtBot) -> list[QWidget]:
    """Press Tab until it comes round; return what takes part in work but was never reached.

    What has a shortcut or stands in a menu, as the buttons of a toolbar, need not be.
    """
    stops = (one for one in used(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    wanted = [one for one in stops if not isinstance(one, QRadioButton) or one.isChecked()]  # arrows lead to the others
    reached: list[QWidget] = []
    for _ in range(3 * len(wanted) + 20):
        here = QApplication.focusWidget()
        if here is not None:
            reached.append(here)
        qtbot.keyClick(here or window, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not here or len(wanted) < 2, f"Tab stays in {here}"
    return [one for one in wanted if not any(one is it or one.isAncestorOf(it) for it in reached)]


def test_every_button_is_for_the_keyboard_too(window: MainWindow, bench: Workbench) -> None:
    """A button the Tab key passes by must be an action with a place in a menu or a key of its own."""
    for tab in range(4):
        bench.show_tab(tab)
        QApplication.processEvents()
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and not button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert is_inner(button) or has_action(window, button), button.objectName()


def is_inner(button: QAbstractButton) -> bool:
    """Arrows of tabs and bars, the cross in a line, and the corner of a table: keys do what they do."""
    return button.objectName().startswith(("qt_", "Scroll")) or isinstance(
        button.parent(), QTabBar | QLineEdit | QScrollBar | QAbstractItemView
    )


def has_action(window: MainWindow, button: QAbstractButton) -> bool:
    actions = getattr(button, "actions", list)() or [getattr(button, "defaultAction", lambda: None)()]
    return any(action and (action.shortcuts() or action.menu() or action.associatedObjects()) for action in actions)


def test_each_tab_and_panel_has_a_key(window: MainWindow, bench: Workbench) -> None:
    for name in ("information", "article", "references", "history", "collection", "filter", "preview", "problems"):
        action = window.findChild(QAction, f"{name}Action")
        assert action and action.shortcuts(), name


def test_the_tab_key_reads_a_list_from_its_head_to_its_end(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    """What was made later than its neighbours stands between them all the same."""
    with qtbot.waitActive(window):
        window.activateWindow()
    count = len(bench.session.workspace.entries[0].authors)
    child(bench.form, QAbstractButton, "add_authors").click()
    child(bench.references, QAbstractButton, "addReference").click()
    last = child(bench.form, QWidget, f"field_authors_{count}_corresponding")
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is child(bench.form, QWidget, "add_authors")
    bench.show_tab(2)
    index = len(bench.session.workspace.entries[0].references) - 1
    gone = child(bench.references, QWidget, f"remove_{index}")
    gone.setFocus()
    qtbot.keyClick(gone, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is child(bench.references, QWidget, "addReference")
