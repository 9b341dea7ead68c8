"""The window's actions as one table: menus, toolbar and shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from proceedings_editor.model.local import Language
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.app.session import Session


class ActionRow(NamedTuple):
    """One action.

    Attributes:
        id: Names the action and what carries it out.
        label: In the menu, with "…" where a dialog follows.
        shortcut: As `QKeySequence` reads it, "" without one; several are apart by "; ".
        menu: Id of its menu; a row with the id "-" is a line between actions.
        toolbar: Words of its button in the toolbar, None where it has none.
        icon: Of its button, see `icon.py`.
        always: Of use without an open collection.
        also: Id of a second menu that has it.
    """

    id: str
    label: Text
    shortcut: str = ""
    menu: str = "file"
    toolbar: Text | None = None
    icon: str = ""
    always: bool = False
    also: str = ""


MENUS: Final[Mapping[str, Text]] = {
    "file": text("&File"),
    "edit": text("&Edit"),
    "insert": text("&Insert"),
    "format": text("F&ormat"),
    "entry": text("E&ntry"),
    "view": text("&View"),
    "language": text("&Language"),
    "help": text("&Help"),
}

LANGUAGE_BUTTONS: Final[Mapping[Language, str]] = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
"""Each language in itself, so that whoever lost their way finds back."""

_STEPS: Final[Mapping[str, Text]] = {"undo": text("Undo"), "redo": text("Redo")}
_LINE: Final = Text("")  # not `text`: the empty key is the header of a catalogue

ACTIONS: Final[tuple[ActionRow, ...]] = (
    ActionRow("new", text("New collection…"), "Ctrl+Shift+N", always=True),
    ActionRow("open", text("Open collection…"), "Ctrl+O", always=True),
    ActionRow("start", text("Recent collections"), always=True),
    ActionRow("sample", text("Try the sample…"), always=True),
    ActionRow("-", _LINE),
    ActionRow("collection", text("Collection settings"), "Ctrl+0", also="view"),
    ActionRow("save", text("Save"), "Ctrl+S", toolbar=text("Save"), icon="save"),
    ActionRow("copy", text("Save a copy elsewhere…")),
    ActionRow("merge", text("Take over from a zip…")),
    ActionRow("export", text("Export…"), "Ctrl+E", toolbar=text("Export…"), icon="file-down"),
    ActionRow("print", text("Print…"), "Ctrl+P"),
    ActionRow("send", text("Send…"), "Ctrl+Shift+E", toolbar=text("Send…"), icon="send"),
    ActionRow("-", _LINE),
    ActionRow("quit", text("Quit"), "Ctrl+Q", always=True),
    ActionRow("undo", text("Undo"), "Ctrl+Z", "edit", text("Undo"), "undo-2"),
    ActionRow("redo", text("Redo"), "Ctrl+Shift+Z; Ctrl+Y", "edit", text("Redo"), "redo-2"),
    ActionRow("-", _LINE, menu="edit"),
    ActionRow("find", text("Find…"), "Ctrl+F", "edit"),
    ActionRow("replace", text("Replace…"), "Ctrl+H", "edit"),
    ActionRow("insert_table", text("Table…"), "Ctrl+F12", "insert"),
    ActionRow("insert_figure", text("Figure…"), "Ctrl+Alt+P", "insert"),
    ActionRow("insert_formula", text("Formula…"), "Alt+=", menu="insert"),
    ActionRow("insert_note", text("Footnote…"), "Ctrl+Alt+F", menu="insert"),
    ActionRow("insert_citation", text("Citation…"), "Ctrl+Alt+C", menu="insert"),
    ActionRow("insert_link", text("Link…"), "Ctrl+K", menu="insert"),
    ActionRow("insert_symbol", text("Symbols…"), "Ctrl+Alt+S", "insert"),
    ActionRow("paragraph", text("Normal text"), "Ctrl+Alt+0", "format"),
    ActionRow("heading1", text("Heading 1"), "Ctrl+Alt+1", "format"),
    ActionRow("heading2", text("Heading 2"), "Ctrl+Alt+2", "format"),
    ActionRow("heading3", text("Heading 3"), "Ctrl+Alt+3", "format"),
    ActionRow("heading4", text("Heading 4"), "Ctrl+Alt+4", "format"),
    ActionRow("-", _LINE, menu="format"),
    ActionRow("bullets", text("Bulleted list"), "Ctrl+Shift+L", "format"),
    ActionRow("numbers", text("Numbered list"), "Ctrl+Shift+7", "format"),
    ActionRow("new_entry", text("New entry"), "Ctrl+N", "entry", text("New entry"), "file-plus-2"),
    ActionRow("import", text("Import manuscripts…"), "Ctrl+I", "entry", text("Import…"), "file-input", always=True),
    ActionRow("-", _LINE, menu="entry"),
    ActionRow("duplicate", text("Duplicate"), "Ctrl+D", "entry"),
    ActionRow("delete_entry", text("Delete…"), "", "entry"),
    ActionRow("renumber", text("Renumber…"), "", "entry"),
    ActionRow("check_chosen", text("Check"), "Shift+F8", "entry"),
    ActionRow("check_report", text("Report of the check…"), "", "entry"),
    ActionRow("zip", text("Zip for a colleague…"), "", "entry"),
    ActionRow("list", text("List of entries…"), "", "entry"),
    ActionRow("-", _LINE, menu="entry"),
    ActionRow("copy_parts", text("Copy from another entry…"), "", "entry"),
    ActionRow("compose_reference", text("Put a reference together…"), "", "entry"),
    ActionRow("renumber_references", text("Number references anew"), "", "entry"),
    ActionRow("-", _LINE, menu="entry"),
    ActionRow("previous_entry", text("Previous entry"), "Ctrl+PgUp", "entry"),
    ActionRow("next_entry", text("Next entry"), "Ctrl+PgDown", "entry"),
    ActionRow("filter", text("Find an entry"), "Ctrl+L", "entry"),
    ActionRow("rules", text("Rules of this collection…"), "", "view"),
    ActionRow("-", _LINE, menu="view"),
    ActionRow("information", text("Information"), "Ctrl+1", "view"),
    ActionRow("article", text("Article"), "Ctrl+2", "view"),
    ActionRow("references", text("References"), "Ctrl+3", "view"),
    ActionRow("history", text("History"), "Ctrl+6", "view"),
    ActionRow("-", _LINE, menu="view"),
    ActionRow("preview", text("Show or hide the preview"), "Ctrl+4", "view"),
    ActionRow("information_page", text("Pages: information page"), "", "view"),
    ActionRow("article_pages", text("Pages: article"), "", "view"),
    ActionRow("marks", text("Show or hide problems on the pages"), "", "view"),
    ActionRow("-", _LINE, menu="view"),
    ActionRow("problems", text("Show or hide the problems"), "Ctrl+5", "view"),
    ActionRow("check", text("Next problem"), "F8", "view", text("Next problem"), "skip-forward"),
    ActionRow("fix", text("Fix this problem"), "Ctrl+F8", "view"),
    ActionRow("guide", text("Guide"), "F1", "help", always=True),
    ActionRow("rule_manuals", text("Rule manuals"), menu="help", always=True),
    ActionRow("keyboard", text("Keyboard"), menu="help", always=True),
    ActionRow("-", _LINE, menu="help"),
    ActionRow("report", text("Report a problem…"), menu="help", always=True),
    ActionRow("about", text("About proceedings-editor"), menu="help", always=True),
)


def keys_of(row: ActionRow) -> tuple[str, ...]:
    """Return every shortcut of an action."""
    return tuple(filter(None, row.shortcut.split("; ")))


def make_actions(
    window: QMainWindow, speaker: Speaker, doers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make every action of the table with its menu; return the actions by id."""
    menus = {key: _menu(window, speaker, key, label) for key, label in MENUS.items()}
    actions: dict[str, QAction] = {}
    for row in ACTIONS:
        if row.id == "-":
            menus[row.menu].addSeparator()
            continue
        action = menus[row.menu].addAction("")
        action.setObjectName(f"{row.id}Action")
        speaker.say(action.setText, row.label)
        speaker.say(action.setIconText, row.toolbar or row.label)
        action.setShortcuts([QKeySequence(one) for one in keys_of(row)])
        action.triggered.connect(_without_state(doers[row.id]))
        if row.also:
            menus[row.also].addAction(action)
        actions[row.id] = action
    actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
    return actions


def menu_of(window: QMainWindow, key: str) -> QMenu:
    """Return a menu of `MENUS` that `make_actions` made."""
    menu = window.menuBar().findChild(QMenu, f"{key}Menu")
    assert isinstance(menu, QMenu)
    return menu


class ActionUse:
    """Shows which actions are of use now, and what undo and redo would do.

    An action that changes, were it there and back, makes its toolbar and with it the window lay out anew: so each is
    told only what is different, and after nearly every key nothing is.
    """

    def __init__(self, actions: Mapping[str, QAction], words: Words) -> None:
        self._actions, self._words = actions, words
        self._shown: object = None

    def show(self, session: Session | None) -> None:
        """Show what is so in a session; None without one."""
        undo, redo = (session.next_undo, session.next_redo) if session else (None, None)
        steps = {"undo": undo.label if undo else None, "redo": redo.label if redo else None}
        saves = session is not None and session.is_dirty
        now = self._words.language, session is not None, saves, *steps.values()
        if now == self._shown:
            return
        self._shown = now
        of_use = {row.id: row.always or session is not None for row in ACTIONS if row.id != "-"}
        of_use |= {"save": saves, **{key: step is not None for key, step in steps.items()}}
        for key, is_of_use in of_use.items():
            self._actions[key].setEnabled(is_of_use)
        for key, step in steps.items():
            label = text("{action}: {step}", action=_STEPS[key], step=step) if step else _STEPS[key]
            self._actions[key].setText(self._words(label))
            self._actions[key].setToolTip(self._words(label))


def language_actions(
    window: QMainWindow, toolbar: QToolBar, choose: Callable[[Language], object]
) -> dict[Language, QAction]:
    """Make one action per language of the window, in its menu and at the toolbar's end."""
    menu = window.menuBar().findChild(QMenu, "languageMenu")
    group = QActionGroup(window)
    actions: dict[Language, QAction] = {}
    for language, name in LANGUAGE_BUTTONS.items():
        action = group.addAction(name)
        action.setObjectName(f"language_{language}Action")
        action.setCheckable(True)
        action.triggered.connect(_without_state(partial(choose, language)))
        toolbar.addAction(action)
        toolbar.widgetForAction(action).setObjectName(f"language_{language}Button")
        if menu:
            menu.addAction(action)
        actions[language] = action
    return actions


def _menu(window: QMainWindow, speaker: Speaker, key: str, label: Text) -> QMenu:
    menu = window.menuBar().addMenu("")
    menu.setObjectName(f"{key}Menu")
    speaker.say(menu.setTitle, label)
    return menu


def _without_state(do: Callable[[], object]) -> Callable[[bool], None]:
    """`triggered` says whether the action is checked, which no doer wants to know."""

    def run(_checked: bool) -> None:
        do()

    return run
