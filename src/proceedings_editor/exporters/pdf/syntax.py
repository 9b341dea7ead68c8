"""How PDF spells values (ISO 32000-1, 7.3): strings, names, references, numbers, dates. Everything returns ASCII."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping

_PRINTABLE = frozenset(map(chr, range(32, 127)))
_PLAIN = _PRINTABLE - frozenset("()\\")
_REGULAR = frozenset(map(chr, range(33, 127))) - frozenset("()<>[]{}/%#")


def text_string(words: str) -> str:
    """Spell a text string: as it is where plain ASCII will do, else in hexadecimal."""
    return f"({words})" if _PLAIN.issuperset(words) else byte_string(_text_bytes(words))


def _text_bytes(words: str) -> bytes:
    """Encode words as a text string means them: printable ASCII, else UTF-16BE with its mark."""
    if _PRINTABLE.issuperset(words):
        return words.encode("ascii")
    return codecs.BOM_UTF16_BE + words.encode("utf-16-be", "replace")


def byte_string(data: bytes) -> str:
    """Spell a byte string in hexadecimal."""
    return f"<{data.hex().upper()}>"


def name(word: str) -> str:
    """Spell a name with its slash; what is not a regular character becomes #xx."""
    if _REGULAR.issuperset(word):
        return f"/{word}"
    return "/" + "".join(chr(b) if chr(b) in _REGULAR else f"#{b:02X}" for b in word.encode())


def reference(number: int) -> str:
    """Spell a reference to the indirect object `number`."""
    return f"{number} 0 R"


def real(value: float) -> str:
    """Spell a length in points, to a hundredth: finer than any printer, and the right edge stays straight."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def array(items: Iterable[str]) -> str:
    """Spell an array of values that are spelled already."""
    return f"[{' '.join(items)}]"


def rectangle(box: Iterable[float]) -> str:
    """Spell (left, bottom, right, top)."""
    return array(map(real, box))


def dictionary(entries: Mapping[str, str]) -> str:
    """Spell a dictionary; keys come without slash, values are spelled already, and "" leaves the key out."""
    return f"<<{''.join(f'/{key} {value}' for key, value in entries.items() if value)}>>"


def name_tree(entries: Mapping[str, str]) -> str:
    """Spell a name tree of one node, its keys in the order of their bytes (ISO 32000-1, 7.9.6)."""
    keys = sorted(entries, key=_text_bytes)
    return dictionary({"Names": array(f"{text_string(key)} {entries[key]}" for key in keys)})


def moment(day: str) -> str:
    """Spell an ISO day ("2025-04-07") as the date string of its midnight in UTC."""
    return f"(D:{day.replace('-', '')}000000Z)"
