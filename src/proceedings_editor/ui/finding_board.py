"""Puts what is wrong where a person meets it: under the fields, in the article, on the pages and in the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from proceedings_editor.app.settling import COLLECTION
from proceedings_editor.model.finding import Finding
from proceedings_editor.ui.checker import Checker

if TYPE_CHECKING:
    from proceedings_editor.ui.workbench import Workbench

_MANY: Final = 50
"""Findings of an entry that take so long to show that nobody should wait for them and for the entry in one step."""


class FindingBoard(QObject):
    """Shows the findings of a checker in the panels of a workbench; `shown` tells that all of them are."""

    shown = Signal()

    def __init__(self, bench: Workbench, checker: Checker) -> None:
        super().__init__(bench)
        self._bench, self._checker = bench, checker
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.show)

    def show(self) -> None:
        """Show everything everywhere."""
        bench, report = self._bench, self._checker.report
        self.show_here()
        bench.collection.show_findings([one for one in report.shared if one.place.field.startswith(COLLECTION)])
        bench.problems.show_findings(self._checker.findings, bench.entry_id, self._checker.ignored)
        bench.preview.show_findings(self._here())
        bench.entries.show_severities(report.gravest())
        self.shown.emit()

    def turn(self) -> None:
        """Show those of the entry that is shown now."""
        if len(self._checker.report.about(self._bench.entry_id)) > _MANY:
            self._say_here([])  # the old entry's go at once, the new ones come in a step of their own
            self._late.start()
        else:
            self.show()

    def show_here(self) -> None:
        """Show the findings of the entry where they are: this happens at every key."""
        self._say_here(self._here())

    def _say_here(self, here: list[Finding]) -> None:
        bench = self._bench
        bench.form.show_findings(here)
        bench.body.show_findings([one for one in here if one.place.block])
        bench.references.show_findings([one for one in here if one.place.field.startswith("references")])

    def _here(self) -> list[Finding]:
        entry_id = self._bench.entry_id
        return [one for one in self._checker.report.about(entry_id) if one.entry == entry_id]
