"""What a person does with an open collection in a window or dialog of its own; each is made when it is wanted first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from proceedings_editor.model.place import Place
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.symbol.last_field import LastField
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.model.entry import Entry
    from proceedings_editor.ui.check_desk import CheckDesk
    from proceedings_editor.ui.find_dialog import FindDialog
    from proceedings_editor.ui.preview.print_desk import PrintDesk
    from proceedings_editor.ui.symbol.palette import SymbolPalette
    from proceedings_editor.ui.workbench import Workbench


class BenchDesk(QObject):
    """Finds, exports, sends, checks, prints and brings in, for one workbench.

    Attributes:
        recent_symbols: The symbols that were written last, the newest first.

    Signals:
        pages_counted: Entry id and the number of pages of its article, found by a check.
        failed, said: A sentence: why something was not done, or what was done.
    """

    pages_counted = Signal(str, int)
    failed = Signal(object)
    said = Signal(object)

    def __init__(self, bench: Workbench, words: Words, jobs: Jobs) -> None:
        super().__init__(bench)
        self._bench, self._words, self._jobs = bench, words, jobs
        self._last_field = LastField(bench)
        self._finder: FindDialog | None = None
        self._symbols: SymbolPalette | None = None
        self._printer: PrintDesk | None = None
        self._checks: CheckDesk | None = None
        self.recent_symbols: tuple[str, ...] = ()

    def find_words(self, *, replacing: bool = False) -> None:
        """Look for words in the entry or in all, beginning with what is chosen in the article."""
        from proceedings_editor.ui.find_dialog import FindDialog

        bench = self._bench
        if self._finder is None:
            self._finder = FindDialog(bench.session, self._words, self._jobs, bench)
            self._finder.place_chosen.connect(bench.go_to)
            bench.entries.entry_chosen.connect(self._finder.show_entry)
        self._finder.seek(bench.entry_id, bench.body.chosen_words(), replacing=replacing)

    def show_symbols(self) -> None:
        """Show the symbols; they are written into the field that was used last."""
        from proceedings_editor.ui.symbol.palette import SymbolPalette

        if self._symbols is None:
            self._symbols = SymbolPalette(self._words, self._last_field, self.recent_symbols, self._bench)
            self._symbols.used.connect(self._note_symbols)
        self._symbols.seek()

    def export(self) -> None:
        """Ask what to export and do it."""
        from proceedings_editor.ui.export_dialog import ExportDialog

        bench = self._bench
        dialog = ExportDialog(bench.session, self._words, self._jobs, bench.chosen_ids, bench.window())
        dialog.refused.connect(bench.problems.show)
        dialog.exec()
        dialog.deleteLater()

    def send(self, entries: Sequence[Entry]) -> None:
        """Ask which letter goes out about some entries, and make its drafts."""
        from proceedings_editor.ui.mail.dialog import SendDialog

        ids = [entry.id for entry in entries]
        dialog = SendDialog(self._bench.session, self._words, self._jobs, ids, self._bench)
        dialog.exec()
        dialog.deleteLater()

    def check(self, entries: Sequence[Entry] | None = None) -> None:
        """Check some entries, else the chosen ones or the one at hand, and show their problems together."""
        self._check_desk().check(self._chosen() if entries is None else entries)

    def report(self, entries: Sequence[Entry] | None = None) -> None:
        """Write a report about some entries, else the chosen ones or the one at hand."""
        self._check_desk().report(self._chosen() if entries is None else entries)

    def print_entries(self) -> None:
        """Print the chosen entries, or the one at hand."""
        from proceedings_editor.ui.preview.print_desk import PrintDesk

        if self._printer is None:
            self._printer = PrintDesk(self._bench.session, self._words, self._jobs, self._bench)
            self._printer.failed.connect(self.failed)
            self._printer.said.connect(self.said)
        self._printer.print_entries(self._chosen())

    def copy_parts(self) -> None:
        """Ask for another entry and take parts of it over into the one at hand."""
        from proceedings_editor.ui.parts_dialog import copy_parts

        bench = self._bench
        if bench.entry_id:
            copy_parts(bench.session, self._words, bench.entry_id, bench.window())

    def import_files(self, files: Sequence[Path]) -> None:
        """Bring manuscripts in as new entries and go to the first; what is doubtful stands under its fields."""
        from proceedings_editor.ui.import_desk import ImportDesk

        bench = self._bench
        ImportDesk(bench.window(), self._words, self._jobs).bring(files, bench.session, self._go_to_title)

    def _go_to_title(self, entry_id: str) -> None:
        if entry := self._bench.session.entry(entry_id):
            self._bench.go_to(entry.id, Place(field=f"title.{entry.language}"))

    def _note_symbols(self) -> None:
        if self._symbols:
            self.recent_symbols = self._symbols.recent

    def _chosen(self) -> list[Entry]:
        found = map(self._bench.session.entry, self._bench.chosen_ids)
        return [entry for entry in found if entry]

    def _check_desk(self) -> CheckDesk:
        from proceedings_editor.ui.check_desk import CheckDesk

        if self._checks is None:
            self._checks = CheckDesk(self._bench.session, self._words, self._jobs, self._bench)
            self._checks.checked.connect(self._bench.problems.show_entries)
            self._checks.pages_counted.connect(self.pages_counted)
            self._checks.failed.connect(self.failed)
            self._checks.said.connect(self.said)
        return self._checks
