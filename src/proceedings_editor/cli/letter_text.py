"""Letters to authors as lines to be copied, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from proceedings_editor.cli.console import Console
from proceedings_editor.texts import plural, text

if TYPE_CHECKING:
    from proceedings_editor.app.letter import EntryLetter
    from proceedings_editor.model.workspace import Workspace

_LINE: Final = "─" * 60


def print_letters(letters: Sequence[EntryLetter], workspace: Workspace, console: Console) -> None:
    """Print letters one below the other: to whom, subject, text."""
    from proceedings_editor.app.report_words import entry_heading

    for one in letters:
        console.result(_LINE)
        console.result(entry_heading(one.entry, workspace))
        to = ", ".join(one.addresses) or console.words(text("no e-mail address"))
        console.result(console.words(text("To: {addresses}", addresses=to)))
        console.result(console.words(text("Subject: {subject}", subject=one.letter.subject)))
        console.result(_LINE)
        console.result(one.letter.body)
        console.result("")
    console.say(plural("{count} letter.", "{count} letters.", len(letters)))


def letter_as_json(one: EntryLetter, language: str) -> dict[str, object]:
    """Return a letter."""
    return {
        "entry": one.entry.id,
        "language": language,
        "to": list(one.addresses),
        "subject": one.letter.subject,
        "body": one.letter.body,
        "faults": one.faults,
    }
