"""Which language the command line speaks."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from proceedings_editor.errors import UsageError
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.texts import text

OPTION = "--lang"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The environment's own order of precedence (POSIX, "Internationalization Variables")."""


def take_language(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Language, list[str]]:
    """Return the language asked for and the arguments without the option, which may stand anywhere.

    Raises:
        UsageError: the option names no language the program speaks.
    """
    rest: list[str] = []
    asked: Language | None = None
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if name == OPTION:
            asked = _named(value if equals else next(words, ""))
        elif word == "--":
            rest += [word, *words]
        else:
            rest.append(word)
    return asked or _language_of(environment), rest


def _named(value: str) -> Language:
    for language in LANGUAGES:
        if value == language:
            return language
    raise UsageError(text("“{value}” is no language of the program; --lang takes kk, ru or en.", value=value))


def _language_of(environment: Mapping[str, str]) -> Language:
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "") or _language_of_windows()
    return next((language for language in LANGUAGES if locale.startswith(language)), "en")


def _language_of_windows() -> str:
    """Windows names its language by a number and not in the environment."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    number: int = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return locale.windows_locale.get(number, "")
