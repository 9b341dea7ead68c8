"""What is underlined in the text: findings in the colour of their severity, and words no dictionary knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from proceedings_editor.model.finding import SEVERITIES, Finding, Severity
from proceedings_editor.ui.body.position import stretch_of
from proceedings_editor.ui.body.sync import BodySync
from proceedings_editor.ui.colour import severity_colour, unknown_colour
from proceedings_editor.ui.underline import wave


class FindingMarks:
    """The marks of one text view; they move with the text until the next findings come."""

    def __init__(self, edit: QTextEdit, sync: BodySync) -> None:
        self._edit = edit
        self._sync = sync
        self._marks: list[tuple[Finding, QTextEdit.ExtraSelection, QTextCursor]] = []
        self._words: list[QTextEdit.ExtraSelection] = []

    def show(self, findings: Sequence[Finding]) -> None:
        """Mark these findings instead of those before; graver ones lie above."""
        before = {id(mark[0]): mark for mark in self._marks}
        forms = self._forms()
        self._marks = []
        for finding in sorted(findings, key=lambda found: -SEVERITIES.index(found.severity)):
            known = before.get(id(finding))
            if known and known[2].hasSelection():  # the same finding as at the last key: its mark moved with the text
                self._marks.append(known)
            elif (stretch := stretch_of(self._sync, finding.place)) is not None:
                mark, cursor = QTextEdit.ExtraSelection(), self._cursor(*stretch)
                mark.format, mark.cursor = forms[finding.severity], cursor
                self._marks.append((finding, mark, mark.cursor))
        self._hand_over()

    def show_words(self, stretches: Sequence[tuple[int, int]]) -> None:
        """Mark the words between these positions instead of those before; findings lie above them."""
        if [(word.cursor.selectionStart(), word.cursor.selectionEnd()) for word in self._words] == [*stretches]:
            return  # they moved with the text
        form, self._words = wave(unknown_colour(self._edit.palette())), []
        for stretch in stretches:
            mark = QTextEdit.ExtraSelection()
            mark.format, mark.cursor = form, self._cursor(*stretch)
            self._words.append(mark)
        self._hand_over()

    def paint(self) -> None:
        """Paint the marks anew, as after a change of palette."""
        forms = self._forms()
        for word in self._words:
            word.format = wave(unknown_colour(self._edit.palette()))
        for finding, mark, _ in self._marks:
            mark.format = forms[finding.severity]
        self._hand_over()

    def _hand_over(self) -> None:
        """Give Qt what is seen: it tells marks apart by where they are, and paints anew all that share a stretch."""
        above: dict[tuple[int, int], QTextEdit.ExtraSelection] = {}
        for mark in reversed([*self._words, *(mark for _, mark, _ in self._marks)]):
            above.setdefault((mark.cursor.anchor(), mark.cursor.position()), mark)
        self._edit.setExtraSelections([*reversed(above.values())])

    def _forms(self) -> dict[Severity, QTextCharFormat]:
        return {severity: self._form(severity) for severity in SEVERITIES}

    def at(self, position: int) -> list[Finding]:
        """Return the findings at a position, gravest first."""
        return [
            finding
            for finding, _, cursor in reversed(self._marks)
            if cursor.selectionStart() <= position <= cursor.selectionEnd() and cursor.hasSelection()
        ]

    def _form(self, severity: Severity) -> QTextCharFormat:
        return wave(severity_colour(severity, self._edit.palette()))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._sync.document)
        most = self._sync.document.characterCount() - 1
        cursor.setPosition(min(start, most))
        cursor.setPosition(min(end if end > start else start + 1, most), QTextCursor.MoveMode.KeepAnchor)
        return cursor
