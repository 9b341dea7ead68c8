"""Finds the files that ship with the program: templates, fonts, catalogues, word lists, examples."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import proceedings_editor


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder, whether or not it exists.

    Args:
        parts: The path below `resources/`, as in `shipped("fonts", "Tinos-Regular.ttf")`.
    """
    return _root().joinpath(*parts)


@lru_cache(maxsize=1)
def _root() -> Path:
    """An installed or frozen program carries the files inside the package; a checkout has them beside `src/`."""
    package = Path(proceedings_editor.__file__).resolve().parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parents[1] / "resources"
