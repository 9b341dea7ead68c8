"""Puts what is wrong where a person meets it: under the fields, in the article, on the pages and in the lists."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from proceedings_editor.app.found import is_of_settings
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
        self._said: list[Finding] | None = None
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.show)

    def show(self) -> None:
        """Show everything everywhere."""
        bench, report = self._bench, self._checker.report
        self.show_here()
        bench.collection.show_findings([one for one in report.shared.findings if is_of_settings(one)])
        bench.problems.show_found(self._checker.found, bench.entry_id, self._checker.ignored, report.entries.keys())
        bench.preview.show_findings(self._said or [])
        bench.entries.show_severities(report.gravest())
        self.shown.emit()

    def turn(self) -> None:
        """Show those of the entry that is shown now; where they are many, in a step of their own."""
        self._said = None
        if len(self._here()) > _MANY:
            self._bench.body.show_findings([])  # they stood in another article
            self._late.start()
        else:
            self.show()

    def show_here(self) -> None:
        """Show the findings of the entry where they are, unless they stand there: this happens at every key."""
        here, bench = self._here(), self._bench
        if self._said is not None and len(here) == len(self._said) and all(map(is_, here, self._said)):
            return
        self._said = here
        bench.form.show_findings(here)
        bench.body.show_findings([one for one in here if one.place.block])
        bench.references.show_findings([one for one in here if one.place.field.startswith("references")])

    def _here(self) -> list[Finding]:
        entry_id = self._bench.entry_id
        return [one for one in self._checker.report.about(entry_id) if one.entry == entry_id]
