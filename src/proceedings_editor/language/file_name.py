"""Names of files the program makes: the same on every system, whatever the person is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from proceedings_editor.errors import UsageError
from proceedings_editor.language.transliteration import ascii_latin
from proceedings_editor.texts import text

LIMIT: Final = 60
FALLBACK: Final = "file"

RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(10)))
)
"""Names Windows gives to devices; no file may bear one, whatever its extension."""

_SHORTEST_LIMIT: Final = 8
_FOREIGN: Final = re.compile(r"[^a-z0-9_-]+")
_DASHES: Final = re.compile(r"-{2,}")
_LOOSE_DASH: Final = re.compile(r"-*_-*")
_INITIAL_STOP: Final = re.compile(r"\.\s*")
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")


def safe_stem(source: str, limit: int = LIMIT) -> str:
    """Return a file name without extension: only a-z 0-9 _ -, not reserved, not empty, at most `limit` long.

    Args:
        source: Any text, in any language.
        limit: Largest length in characters; below 8 it counts as 8.
    """
    latin = _FOREIGN.sub("-", ascii_latin(source[: 4 * LIMIT + limit]).lower())
    stem = _cut(_LOOSE_DASH.sub("_", _DASHES.sub("-", latin)), max(limit, _SHORTEST_LIMIT))
    if not stem:
        return FALLBACK
    return f"{stem}-{FALLBACK}" if stem in RESERVED else stem


def numbered(stem: str, taken: Iterable[str], limit: int = LIMIT) -> str:
    """Return `stem`, or `stem-2`, `stem-3` … when it is among `taken`, case not counting; at most `limit` long."""
    used = {name.casefold() for name in taken}
    candidate, number = stem, 1
    while candidate.casefold() in used:
        number += 1
        tail = f"-{number}"
        candidate = _cut(stem, max(limit, _SHORTEST_LIMIT) - len(tail)) + tail
    return candidate


def file_stem(pattern: str, values: Mapping[str, str], limit: int = LIMIT) -> str:
    """Fill a template's file-name pattern, as in `{number}_{surname}_{initials}[_{lang}]`.

    A part in square brackets is left out when one of its values is empty. Each value is made safe by itself, so
    that "Ж. Н." becomes "zhn".

    Args:
        pattern: Placeholders in braces, optional parts in brackets, plain text between.
        values: The placeholders' values, in any language.
        limit: Largest length in characters.

    Raises:
        UsageError: The pattern names a placeholder that `values` does not have.
    """
    ready = {name: _value(value) for name, value in values.items()}
    unknown = sorted(set(placeholders(pattern)) - set(ready))
    if unknown:
        raise UsageError(
            text(
                "The file name pattern {pattern} uses {{{name}}}, which is not known. Use {known}.",
                pattern=pattern,
                name=unknown[0],
                known=", ".join(f"{{{name}}}" for name in sorted(ready)),
            )
        )

    def optional(found: re.Match[str]) -> str:
        complete = all(ready[name] for name in placeholders(found[1]))
        return found[1] if complete else ""

    filled = _PLACEHOLDER.sub(lambda found: ready[found[1]], _OPTIONAL.sub(optional, pattern))
    return safe_stem(filled, limit)


def placeholders(pattern: str) -> tuple[str, ...]:
    """Return the names in braces in a file-name pattern, in order, so that a template can check its own."""
    return tuple(_PLACEHOLDER.findall(pattern))


def _value(value: str) -> str:
    latin = _INITIAL_STOP.sub("", ascii_latin(value[: 4 * LIMIT]).lower())
    return _FOREIGN.sub("-", latin).strip("-_")


def _cut(stem: str, limit: int) -> str:
    return stem.strip("-_")[:limit].rstrip("-_")
