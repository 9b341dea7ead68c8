"""The file of a person's preferences: JSON in the person's own settings folder, never in a collection."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path, user_config_path

PROGRAM: Final = "proceedings-editor"
_FILE: Final = "preferences.json"
_MOST_BYTES: Final = 4_000_000


def preferences_path() -> Path:
    """Return where this person's preferences lie on this system; neither file nor folder need exist."""
    return user_config_path(PROGRAM, appauthor=False) / _FILE


def cache_folder() -> Path:
    """Return this person's folder for what may be lost; it need not exist."""
    return user_cache_path(PROGRAM, appauthor=False)


def read_preferences(path: Path) -> Mapping[str, object]:
    """Return what the file says; nothing where it is missing, damaged or no preferences."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_preferences(path: Path, values: Mapping[str, object]) -> None:
    """Write the file whole or not at all, and make its folder where it is missing.

    Raises:
        WriteError: It could not be written.
    """
    # Preferences are read before the window's first picture, and nothing that only writes should delay that.
    from proceedings_editor.storage.atomic import write_text, writing

    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
