"""Findings in the text: wavy underlines in the colour of their severity, and what they say at the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from proceedings_editor.model.finding import SEVERITIES, Finding
from proceedings_editor.ui.body.position import stretch_of
from proceedings_editor.ui.body.sync import BodySync
from proceedings_editor.ui.colour import severity_colour


class FindingMarks:
    """The marks of one text view; they move with the text until the next findings come."""

    def __init__(self, edit: QTextEdit, sync: BodySync) -> None:
        self._edit = edit
        self._sync = sync
        self._found: list[tuple[Finding, QTextCursor]] = []

    def show(self, findings: Sequence[Finding]) -> None:
        """Mark these findings instead of those before; graver ones lie above."""
        self._found.clear()
        for finding in sorted(findings, key=lambda found: -SEVERITIES.index(found.severity)):
            stretch = stretch_of(self._sync, finding.place)
            if stretch is not None:
                self._found.append((finding, self._cursor(*stretch)))
        self.paint()

    def paint(self) -> None:
        """Hand the marks to the text widget, as after a change of palette."""
        marks: list[QTextEdit.ExtraSelection] = []
        for finding, cursor in self._found:
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(severity_colour(finding.severity, self._edit.palette()))
            mark = QTextEdit.ExtraSelection()
            mark.format = form
            mark.cursor = cursor
            marks.append(mark)
        self._edit.setExtraSelections(marks)

    def at(self, position: int) -> list[Finding]:
        """Return the findings at a position, gravest first."""
        return [
            finding
            for finding, cursor in reversed(self._found)
            if cursor.selectionStart() <= position <= cursor.selectionEnd() and cursor.hasSelection()
        ]

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._sync.document)
        most = self._sync.document.characterCount() - 1
        cursor.setPosition(min(start, most))
        cursor.setPosition(min(end if end > start else start + 1, most), QTextCursor.MoveMode.KeepAnchor)
        return cursor
