"""What can be done with the chosen entries: a table of acts, shown as the list's menu and in the window's menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from proceedings_editor.app.arranging import duplicate, move_to_section, remove, renumbered, set_state
from proceedings_editor.app.session import Session
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.entry import STATE_NAMES, STATES, Entry, State
from proceedings_editor.texts import plural, text
from proceedings_editor.ui.form.choice import sections
from proceedings_editor.ui.message import ask
from proceedings_editor.ui.words import Words


class EntryActs(QObject):
    """Carries acts out on entries.

    Signals:
        done: The entry to go to.
        failed, said: A sentence: why an act was not carried out, or what it did.
        send_wanted: Entries that a letter shall go out about.
        check_wanted, report_wanted: Entries to be checked; that a report shall be written about.
    """

    done = Signal(str)
    send_wanted = Signal(object)
    check_wanted = Signal(object)
    report_wanted = Signal(object)
    failed = Signal(object)
    said = Signal(object)

    def __init__(self, session: Session, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._words, self._window = session, words, window

    # ------------------------------------------------------------------------------------------------------- doors

    def show_menu(self, entries: Sequence[Entry], place: QPoint) -> None:
        """Show the menu of the chosen entries at a place of the screen."""
        menu = QMenu(self._window)
        menu.setObjectName("entryMenu")
        say = self._words
        menu.addAction(say(text("Duplicate")), partial(self.duplicate, entries))
        menu.addAction(say(text("Delete…")), partial(self.remove, entries))
        self._fill(menu.addMenu(say(text("State"))), self._states(entries))
        self._fill(menu.addMenu(say(text("Move to section"))), self._sections(entries))
        menu.addSeparator()
        menu.addAction(say(text("Check")), partial(self.check_wanted.emit, entries))
        menu.addAction(say(text("Report of the check…")), partial(self.report_wanted.emit, entries))
        menu.addSeparator()
        menu.addAction(say(text("Send…")), partial(self.send_wanted.emit, entries))
        menu.addAction(say(text("Zip for a colleague…")), partial(self.write_zip, entries))
        menu.addAction(say(text("List of these entries…")), partial(self.write_list, entries))
        for action in menu.actions():
            action.setEnabled(bool(entries))
        menu.exec(place)
        menu.deleteLater()

    def duplicate(self, entries: Sequence[Entry]) -> None:
        """Add copies of the entries."""
        for entry in entries:
            try:
                edit = duplicate(self._session, entry)
            except ProceedingsError as error:
                self.failed.emit(error.sentence)
                return
            self._apply(edit)
            self.done.emit(edit.entry)

    def remove(self, entries: Sequence[Entry]) -> None:
        """Take the entries out after a question."""
        question = plural(
            "Delete {count} entry? Its file goes to the collection's trash when you save; undo brings it back.",
            "Delete {count} entries? Their files go to the collection's trash when you save; undo brings them back.",
            len(entries),
        )
        if entries and ask(self._window, self._words, question):
            self._apply(remove(entries))

    def renumber(self, order: Sequence[str]) -> None:
        """Number all entries in an order, beginning with a number a person gives."""
        dialog = QInputDialog(self._window)
        dialog.setObjectName("renumberDialog")
        dialog.setWindowTitle(self._words(text("Renumber")))
        dialog.setLabelText(self._words(text("The entries get numbers in the order of the list. The first number:")))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, 9999)
        dialog.setIntValue(1)
        dialog.setOkButtonText(self._words(text("Renumber")))
        dialog.setCancelButtonText(self._words(text("Cancel")))
        accepted, first = dialog.exec(), dialog.intValue()
        dialog.deleteLater()
        if accepted:
            self._apply(renumbered(self._session.workspace, order, first))

    def write_list(self, entries: Sequence[Entry]) -> None:
        """Write the list of entries for a spreadsheet program."""
        from proceedings_editor.app.register import write_register
        from proceedings_editor.ui.file_dialog import ask_new_file

        kinds = text("Spreadsheets (*.xlsx);;Comma-separated values (*.csv)")
        name = f"{self._session.folder.name}.xlsx"
        path = ask_new_file(self._window, self._words, text("List of entries"), kinds, name)
        if path is None:
            return
        try:
            write_register(self._session.workspace, entries, path, self._words.language)
        except ProceedingsError as error:
            self.failed.emit(error.sentence)
        else:
            self.said.emit(text("The list of entries is in {file}.", file=path))

    def write_zip(self, entries: Sequence[Entry]) -> None:
        """Write entries with all that belongs to them as a zip, which a colleague opens as a collection."""
        from proceedings_editor.app.bundle import write_bundle
        from proceedings_editor.ui.file_dialog import ask_new_file

        if not entries:
            return
        name, kinds = f"{self._session.folder.name}.zip", text("Zip files (*.zip)")
        path = ask_new_file(self._window, self._words, text("Zip for a colleague"), kinds, name)
        if path is None:
            return
        try:
            write_bundle(self._session, entries, path)
        except ProceedingsError as error:
            self.failed.emit(error.sentence)
        else:
            count = len(entries)
            self.said.emit(plural("{count} entry is in {file}.", "{count} entries are in {file}.", count, file=path))

    # ------------------------------------------------------------------------------------------------------ inside

    def _states(self, entries: Sequence[Entry]) -> list[tuple[str, Callable[[], None]]]:
        def act(state: State) -> Callable[[], None]:
            return lambda: self._apply(set_state(entries, state))

        return [(self._words(STATE_NAMES[state]), act(state)) for state in STATES]

    def _sections(self, entries: Sequence[Entry]) -> list[tuple[str, Callable[[], None]]]:
        def act(section: str) -> Callable[[], None]:
            return lambda: self._apply(move_to_section(entries, section))

        return [(label, act(section)) for section, label in sections(self._session.workspace, self._words)]

    def _fill(self, menu: QMenu, acts: Sequence[tuple[str, Callable[[], None]]]) -> None:
        for label, do in acts:
            menu.addAction(label.replace("&", "&&"), do)

    def _apply(self, edit: Edit | None) -> None:
        if edit is not None:
            self._session.close_step()
            self._session.apply(edit)
