"""One mail of the dialog: what is planned, what was tried or made of it, and what the outbox has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from proceedings_editor.app.drafting import Prepared
from proceedings_editor.app.mailing import Mail
from proceedings_editor.model.finding import Severity
from proceedings_editor.model.local import Language
from proceedings_editor.storage.layout import OUTBOX
from proceedings_editor.storage.outbox import Record, draft_path
from proceedings_editor.texts import Text, decimal, text

Mark = Literal["ready", "done", "doubt", "stop"]

COLOURS: Final[dict[Mark, Severity | None]] = {"ready": None, "done": None, "doubt": "warning", "stop": "error"}
_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class ShownFile:
    """An attachment as it is shown: `path` is where it lies, None while it lies nowhere."""

    name: str
    pages: int
    size: int
    path: Path | None = None
    article_pages: int = 0


@dataclass(frozen=True, slots=True)
class MailRow:
    """One mail.

    Attributes:
        mail: What is planned, with a person's own words where she changed them.
        record: The draft in the outbox, None where there is none.
        made: What the files would be, or why they cannot.
        is_edited: The words were changed since the draft was made.
    """

    mail: Mail
    record: Record | None = None
    made: Prepared | None = None
    is_edited: bool = False

    @property
    def has_draft(self) -> bool:
        """Whether the outbox has what is shown."""
        return self.record is not None and not self.is_edited

    @property
    def may_go(self) -> bool:
        """Whether a draft can be made of it."""
        return not self.mail.obstacles

    @property
    def is_wanted(self) -> bool:
        """Whether its draft is to be made where nobody says otherwise."""
        return self.mail.is_ready and not self.has_draft

    @property
    def reasons(self) -> tuple[Text, ...]:
        """Everything that is to be said of it."""
        made = (self.made.problem or self.made.remark,) if self.made else ()
        return (*self.mail.obstacles, *(one for one in made if one), *self.mail.doubts, *self.mail.notes)

    @property
    def state(self) -> tuple[Mark, Text]:
        """What the list says of it."""
        if self.mail.obstacles:
            return "stop", self.mail.obstacles[0]
        if self.made and self.made.problem:
            return "stop", self.made.problem
        if self.is_edited:
            return "ready", text("Changed; prepare it.")
        if self.record:
            day = self.record.when.strftime("%d.%m.%Y")
            if self.record.what == "sent":
                return "done", text("Sent on {day}", day=day)
            return "done", text("Prepared on {day}", day=day)
        if self.mail.doubts:
            return "doubt", self.mail.doubts[0]
        return "ready", text("Ready")

    def files(self, folder: Path) -> tuple[ShownFile, ...]:
        """Return its attachments: those of the draft, else those that would go out."""
        if self.has_draft and self.record:
            home = folder / OUTBOX / self.record.folder
            return tuple(
                ShownFile(file.name, file.pages, _size(home / file.name), home / file.name)
                for file in self.record.files
            )
        made = self.made.files if self.made else ()
        return tuple(ShownFile(file.name, file.pages, file.size, article_pages=file.article_pages) for file in made)


def row_of(folder: Path, mail: Mail) -> MailRow:
    """Return the row of a planned mail; a draft that somebody deleted from the outbox counts as none."""
    there = mail.record is not None and draft_path(folder, mail.record) is not None
    return MailRow(mail, mail.record if there else None)


def megabytes(size: int, language: Language) -> str:
    """Return a size as the attachments' list says it."""
    return decimal(f"{size / _BYTES:.2f}", language)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
