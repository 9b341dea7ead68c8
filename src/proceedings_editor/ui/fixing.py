"""Making the fix of a finding, or of all findings of its kind, from the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from proceedings_editor.app.session import Session
from proceedings_editor.app.visible import told
from proceedings_editor.model.edit import EditError
from proceedings_editor.model.finding import Finding, Fix
from proceedings_editor.texts import text
from proceedings_editor.ui.message import ask
from proceedings_editor.ui.words import Words


def fix_words(fix: Fix, words: Words) -> tuple[str, str]:
    """Return the words of a fix's button and of its help; "…" says that a question follows."""
    help = words(
        text(
            "{label}: “{before}” → “{after}”",
            label=fix.edit.label,
            before=told(fix.before, words.language),
            after=told(fix.after, words.language),
        )
    )
    return words(text("Fix") if fix.safe else text("Fix…")), help


def apply_fix(window: QWidget, session: Session, words: Words, finding: Finding) -> bool:
    """Make the fix of a finding; a proposal only when the person agrees."""
    fix = finding.fix
    if fix is None:
        return False
    before, after = told(fix.before, words.language), told(fix.after, words.language)
    question = text("{label}?\n\nNow: {before}\nThen: {after}", label=fix.edit.label, before=before, after=after)
    if not fix.safe and not ask(window, words, question):
        return False
    session.close_step()
    try:
        return session.apply(fix.edit)
    except EditError:  # the text has changed since the finding was made; the next check finds it again
        return False
