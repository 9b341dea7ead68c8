"""What is wrong with a formula's source, as one sentence that names the source."""

from __future__ import annotations

from typing import Final

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.texts import Text, text

QUOTED_LENGTH: Final = 60


class FormulaError(ProceedingsError):
    """A formula cannot be read or drawn; the sentence quotes its beginning and says what is wrong."""

    exit_code = 3


def quoted(source: str) -> str:
    """Return the beginning of `source` on one line, without control characters, for an error's sentence."""
    line = " ".join("".join(c if c.isprintable() else " " for c in source[: 4 * QUOTED_LENGTH]).split())
    return line if len(line) <= QUOTED_LENGTH else line[: QUOTED_LENGTH - 1] + "…"


def broken(source: str, why: Text) -> FormulaError:
    """Return the error for `source`; `why` is a clause without a full stop that says what is wrong and what to do."""
    return FormulaError(text("The formula “{formula}” cannot be used: {why}.", formula=quoted(source), why=why))
