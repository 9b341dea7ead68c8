"""Ties a panel to a session for as long as the panel lives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from proceedings_editor.app.session import Change, Session


def listen(panel: QObject, session: Session, listener: Callable[[Change], None]) -> None:
    """Call `listener` after every change of the session until the panel is gone."""

    def tell(change: Change) -> None:
        if isValid(panel):
            listener(change)

    end = session.listen(tell)
    panel.destroyed.connect(lambda: end())
