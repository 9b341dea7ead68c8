"""Where things lie in a collection's folder."""

from __future__ import annotations

from typing import Final

COLLECTION: Final = "collection.yaml"
TEMPLATE: Final = "template.yaml"
ENTRIES: Final = "entries"
FIGURES: Final = "figures"
MANUSCRIPTS: Final = "manuscripts"
LETTERS: Final = "letters"
OUTBOX: Final = "outbox"
DICTIONARY: Final = "dictionary.txt"
"""The collection's own words."""
PRIVATE: Final = ".proceedings"
"""The program's own: versions, journal, locks and trash lie here."""
TRASH: Final = "trash"
"""Below `PRIVATE`: what was deleted or not taken over; emptied by hand."""

ENTRY_ENDING: Final = ".yaml"
