"""Offers what a crashed session left behind, one crash after the other, when a collection is opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from proceedings_editor.app.journal import Journal
from proceedings_editor.app.recovery import Recovery, find_recoveries, settle
from proceedings_editor.app.session import Session
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.ui.message import show_sentence
from proceedings_editor.ui.recovery_dialog import RecoveryDialog
from proceedings_editor.ui.words import Words


def offer_recovery(window: QWidget, words: Words, session: Session, journal: Journal, cache: Path | None) -> None:
    """Ask about each crash in turn; what is not decided is asked again next time."""
    try:
        found = find_recoveries(session, cache)
    except ProceedingsError as error:
        show_sentence(window, words, error.sentence)
        return
    for recovery in found:
        dialog = RecoveryDialog(recovery, words, window)
        dialog.settled.connect(partial(_settle, window, words, session, journal, recovery))
        dialog.exec()


def _settle(
    window: QWidget, words: Words, session: Session, journal: Journal, recovery: Recovery, taken: frozenset[str]
) -> None:
    try:
        settle(session, journal, recovery, taken)
    except ProceedingsError as error:
        show_sentence(window, words, error.sentence)
