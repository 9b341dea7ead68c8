"""Where things lie in a collection's folder."""

from __future__ import annotations

from typing import Final

COLLECTION: Final = "collection.yaml"
TEMPLATE: Final = "template.yaml"
ENTRIES: Final = "entries"
FIGURES: Final = "figures"
MANUSCRIPTS: Final = "manuscripts"
LETTERS: Final = "letters"
PRIVATE: Final = ".proceedings"
"""The program's own: versions, journal, locks and trash will lie here."""

ENTRY_ENDING: Final = ".yaml"
