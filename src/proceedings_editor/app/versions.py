"""Which versions run here: the program, its libraries, the system; for “About” and for a report of a problem."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Final

from proceedings_editor import __version__
from proceedings_editor.storage.preferences_file import PROGRAM

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")


def program_versions() -> Mapping[str, str]:
    """Return the versions of program, Python and system."""
    return {PROGRAM: __version__, "Python": platform.python_version(), sys.platform: platform.platform()}


def library_versions() -> Mapping[str, str]:
    """Return the libraries the program asks for with the versions that are installed, by name."""
    names = (_NAME.match(line) for line in requires(PROGRAM) or ())
    found = {name[0]: _version_of(name[0]) for name in names if name}
    return {name: found[name] for name in sorted(found, key=str.casefold) if found[name]}


def _version_of(name: str) -> str:
    """Some are asked for on other systems only, or to be faster."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
