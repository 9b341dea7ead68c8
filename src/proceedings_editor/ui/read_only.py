"""Makes a panel one that can be read and copied from, and nothing else, while somebody else edits what it shows."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

_OFF: Final = "offWhileReadOnly"


def set_read_only(panel: QWidget, read_only: bool) -> None:
    """Let nothing in a panel be changed, or let it again; what was of no use before stays so."""
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setReadOnly(read_only)
        elif isinstance(widget, QAbstractButton | QComboBox):
            if read_only and widget.isEnabledTo(panel):
                widget.setProperty(_OFF, True)
                widget.setEnabled(False)
            elif not read_only and widget.property(_OFF):
                widget.setProperty(_OFF, False)
                widget.setEnabled(True)
