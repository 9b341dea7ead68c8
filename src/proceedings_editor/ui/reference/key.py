"""The keys of the reference list as one table: shortcuts and the sheet of keys are made from it."""

from __future__ import annotations

from typing import Final, NamedTuple

from proceedings_editor.texts import Text, text


class KeyRow(NamedTuple):
    """One act on the item at hand, or on all that are chosen; `keys` as `QKeySequence` reads them."""

    id: str
    label: Text
    keys: str


KEYS: Final[tuple[KeyRow, ...]] = (
    KeyRow("up", text("Move up"), "Alt+Up"),
    KeyRow("down", text("Move down"), "Alt+Down"),
    KeyRow("choose", text("Choose the reference for moving"), "Ctrl+Space"),
    KeyRow("open", text("Open the link"), "Ctrl+Return"),
)
