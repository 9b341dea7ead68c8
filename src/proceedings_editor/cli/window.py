"""Which calls of the program open the window: none or one folder, with or without `--lang`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from proceedings_editor.cli.language import OPTION, take_language
from proceedings_editor.model.local import Language

COMMANDS: Final = frozenset(
    ("new", "import", "check", "fix", "export", "mail", "register", "rules", "template", "guide"),
)
"""Words that are commands even where a folder of the same name exists."""


class WindowCall(NamedTuple):
    """A call that opens the window.

    Attributes:
        folder: The collection to open, None for the start page.
        language: What the environment or the option says.
        asked: The language was asked for by the option and wins over what is remembered.
    """

    folder: Path | None
    language: Language
    asked: bool


def window_call(arguments: Sequence[str], environment: Mapping[str, str]) -> WindowCall | None:
    """Return what to open, or None where the arguments are a command's.

    Raises:
        UsageError: `--lang` names no language the program speaks.
    """
    language, rest = take_language(arguments, environment)
    words = rest[1:] if rest[:1] == ["--"] else rest
    asked = any(word == OPTION or word.startswith(f"{OPTION}=") for word in arguments)
    if not words:
        return WindowCall(None, language, asked)
    if len(words) > 1 or words[0] in COMMANDS or words[0].startswith("-") or not _names_folder(words[0]):
        return None
    return WindowCall(Path(words[0]), language, asked)


def _names_folder(word: str) -> bool:
    """A path, or a word that is a folder; any other word is a command written wrongly."""
    try:
        return "/" in word or "\\" in word or Path(word).is_dir()
    except (OSError, ValueError):
        return False
