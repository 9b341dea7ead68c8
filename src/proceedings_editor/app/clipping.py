"""What another program put on the clipboard becomes part of an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from proceedings_editor.app.figure import add_picture
from proceedings_editor.errors import ReadError
from proceedings_editor.importers.html.reader import read_html
from proceedings_editor.importers.html.result import Loss, Taken
from proceedings_editor.model.body import Figure
from proceedings_editor.texts import Text, plural, text

_ENDINGS: Final = {"jpeg": "jpg", "pjpeg": "jpg", "x-png": "png", "svg+xml": "svg"}
_KINDS: Final[tuple[tuple[Loss, Callable[[int], Text]], ...]] = (
    ("formula", lambda count: plural("{count} formula", "{count} formulas", count)),
    ("picture", lambda count: plural("{count} picture", "{count} pictures", count)),
    ("note", lambda count: plural("{count} footnote", "{count} footnotes", count)),
    ("comment", lambda count: plural("{count} comment", "{count} comments", count)),
    ("rest", lambda count: text("the end of the text, which is too long")),
)


def clipping_of(html: str, folder: Path, entry_id: str) -> Taken:
    """Return HTML of the clipboard as blocks; pictures inside it are kept with the entry's figures.

    Raises:
        WriteError: A picture could not be written.
    """

    def keep(data: bytes, ending: str) -> Figure | None:
        try:
            return add_picture(folder, entry_id, data, _ENDINGS.get(ending, ending))
        except ReadError:
            return None

    return read_html(html, keep)


def sentence_of(lost: Sequence[Loss]) -> Text | None:
    """Return the sentence that tells what could not be taken; None where everything was."""
    found = [words(lost.count(kind)) for kind, words in _KINDS if kind in lost]
    if not found:
        return None
    things = found[0]
    for following in found[1:]:
        things = text("{things}, {more}", things=things, more=following)
    return text("Not pasted: {things}. Insert what is missing with the buttons above the text.", things=things)
