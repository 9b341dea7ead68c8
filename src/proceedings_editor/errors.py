"""Every error a person can meet, as one tree.

    ProceedingsError          exit code 1
    |- UsageError             2   the command or a choice in the window cannot be carried out as given
    |- ReadError              3   a file or folder could not be read or understood
    |  `- TemplateError       3   a template has a mistake
    |- WriteError             4   a file could not be written
    |  |- FileChanged         4   somebody else changed the file since it was read; it was not written over
    |  `- ReadBackError       4   a finished file does not say what was meant, so it was not written
    |- Cancelled              5   the person stopped the work
    `- ExportRefused          1   a final export was refused because of open errors

Each carries one sentence: what happened and what to do. It is wrapped where the file is touched, logged once where it
is caught, shown once. Anything outside this tree is a mistake in the program.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import ClassVar, Final

from proceedings_editor.texts import Text, text


class ProceedingsError(Exception):
    """Root of the tree; `sentence` says what happened and what to do."""

    exit_code: ClassVar[int] = 1

    def __init__(self, sentence: Text) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence

    def __reduce__(self) -> tuple[type[ProceedingsError], tuple[Text]]:
        """Errors travel from worker processes, so they must survive pickling."""
        return type(self), (self.sentence,)


class UsageError(ProceedingsError):
    """The command, an option or a choice cannot be carried out as given."""

    exit_code = 2


class ReadError(ProceedingsError):
    """A file or folder could not be read, or does not say what it should."""

    exit_code = 3


class TemplateError(ReadError):
    """A template has a mistake; the sentence names file and line."""


class WriteError(ProceedingsError):
    """A file could not be written; what was there before is still there."""

    exit_code = 4


class FileChanged(WriteError):
    """Somebody else changed or removed the file since it was read; it was not written over."""


class ReadBackError(WriteError):
    """A finished file, read again, does not say what was meant; it was not written."""


class Cancelled(ProceedingsError):
    """The person stopped the work."""

    exit_code = 5

    def __init__(self, sentence: Text | None = None) -> None:
        super().__init__(sentence or text("The work was stopped; no file is half written."))


class ExportRefused(ProceedingsError):
    """A final export was refused because the entry has open errors; nothing was written."""


_REASONS: Final[Mapping[int, Text]] = {
    errno.ENOSPC: text("the disk is full"),
    errno.EDQUOT: text("the disk is full"),
    errno.EFBIG: text("the file is too large"),
    errno.ENAMETOOLONG: text("its name is too long"),
    errno.ELOOP: text("its links lead in a circle"),
    errno.ENOTDIR: text("a part of the path is no folder"),
    errno.EISDIR: text("it is a folder"),
    errno.EINVAL: text("its name is not allowed here"),
    errno.EBUSY: text("another program uses it"),
    errno.EMFILE: text("too many files are open"),
    errno.EIO: text("the disk reported an error"),
    errno.EACCES: text("you have no right to it"),
    errno.EPERM: text("you have no right to it"),
}


def system_reason(error: BaseException) -> Text:
    """Return in words of the program why the system refused; its own words are in the system's language."""
    number = getattr(error, "errno", None)
    if number is None:
        return text("error {number} of the system", number=type(error).__name__)
    return _REASONS.get(number, text("error {number} of the system", number=number))
