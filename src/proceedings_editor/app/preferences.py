"""What the program remembers of a person between two starts. A value that is passed in, never a global.

A file that is missing or damaged gives the defaults, and a value that makes no sense its default: nobody should be
kept from working by the place of a window.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.storage.preferences_file import preferences_path, read_preferences, write_preferences

MOST_RECENT: Final = 12
MOST_SYMBOLS: Final = 24


class Preferences(NamedTuple):
    """A person's preferences.

    Attributes:
        language: Language of the window; None to follow the system.
        recent: Folders opened before, the newest first; they may be gone meanwhile.
        layout: Name of a window or splitter -> the bytes it gave to remember its place.
        symbols: Characters written from the palette of symbols, the newest first.
        spelling: Languages whose words are looked up; the Kazakh dictionary lacks so many right words that it is asked
            for.
        marks: Whether problems are marked on the pages of the preview.
    """

    language: Language | None = None
    recent: tuple[Path, ...] = ()
    layout: Mapping[str, bytes] = MappingProxyType({})
    symbols: tuple[str, ...] = ()
    spelling: tuple[Language, ...] = ("ru", "en")
    marks: bool = True

    def with_recent(self, folder: Path) -> Preferences:
        """Return preferences in which `folder` is the newest."""
        others = (other for other in self.recent if other != folder)
        return self._replace(recent=(folder, *others)[:MOST_RECENT])

    def without_recent(self, folder: Path) -> Preferences:
        """Return preferences that forget a folder."""
        return self._replace(recent=tuple(other for other in self.recent if other != folder))

    def with_layout(self, name: str, place: bytes) -> Preferences:
        """Return preferences that remember the place of a window or splitter."""
        return self._replace(layout={**self.layout, name: place})


def load_preferences(path: Path | None = None) -> Preferences:
    """Read the preferences.

    Args:
        path: Another file than this person's own.
    """
    values = read_preferences(path or preferences_path())
    language = next((one for one in LANGUAGES if one == values.get("language")), None)
    return Preferences(
        language,
        _folders(values.get("recent")),
        _layout(values.get("layout")),
        _characters(values.get("symbols")),
        _languages(values.get("spelling")),
        values.get("marks") is not False,
    )


def save_preferences(preferences: Preferences, path: Path | None = None) -> None:
    """Write the preferences.

    Raises:
        WriteError: They could not be written; what was there before is untouched.
    """
    write_preferences(
        path or preferences_path(),
        {
            "language": preferences.language,
            "recent": [str(folder) for folder in preferences.recent],
            "spelling": list(preferences.spelling),
            "layout": {name: base64.b64encode(place).decode() for name, place in preferences.layout.items()},
            "symbols": list(preferences.symbols),
            "marks": preferences.marks,
        },
    )


def _folders(value: object) -> tuple[Path, ...]:
    names = value if isinstance(value, list) else []
    folders = (Path(name) for name in names if isinstance(name, str) and name and "\0" not in name)
    return tuple(dict.fromkeys(folders))[:MOST_RECENT]


def _characters(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, list) else []
    chars = (one for one in found if isinstance(one, str) and len(one) == 1 and not "\ud800" <= one <= "\udfff")
    return tuple(dict.fromkeys(chars))[:MOST_SYMBOLS]


def _languages(value: object) -> tuple[Language, ...]:
    if not isinstance(value, list):
        return Preferences().spelling
    return tuple(language for language in LANGUAGES if language in value)


def _layout(value: object) -> Mapping[str, bytes]:
    places = value if isinstance(value, dict) else {}
    decoded = ((name, _bytes(place)) for name, place in places.items())
    return {name: place for name, place in decoded if place}


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except (binascii.Error, ValueError):
        return b""
