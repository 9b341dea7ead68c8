"""The sample collection, to try the program on."""

from __future__ import annotations

import shutil
from itertools import chain, count
from pathlib import Path
from typing import Final

from proceedings_editor.resources import shipped
from proceedings_editor.storage.atomic import writing

_NAME: Final = "steppe-2026"


def copy_sample(into: Path) -> Path:
    """Copy the sample collection into a folder and return where it is; nothing that is there is touched.

    Raises:
        WriteError: The folder cannot be written.
    """
    names = chain([_NAME], (f"{_NAME}-{number}" for number in count(2)))
    target = next(into / name for name in names if not (into / name).exists())
    with writing(target):
        # Contents only: an installed program's files may be read-only, a person's copy must not be.
        shutil.copytree(shipped("examples", _NAME), target, copy_function=shutil.copyfile)
    return target
