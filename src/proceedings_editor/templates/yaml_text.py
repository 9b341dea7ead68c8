"""Writes canonical YAML: the same value is always the same characters, and what is written reads back equal.

Why not PyYAML's emitter: it wraps lines, chooses styles by the text's length and knows no rule for characters nobody
can see. Here a text is plain where nothing could be misread, a literal block where it has several lines, and
double-quoted otherwise; invisible characters are written as escapes. One paragraph is one line, however long.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, TypeGuard

from proceedings_editor.errors import WriteError
from proceedings_editor.templates.node import MAX_BYTES, MAX_DEPTH, shortened
from proceedings_editor.texts import text

_MAX_KEY: Final = 900
"""A key and its colon must stand within 1024 characters (YAML 1.1, simple keys)."""

_INVISIBLE: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001\U000e0020-\U000e007f"
)
"""Characters that nobody sees or that break lines; `str.isprintable` is False for each, in every Unicode version."""

_ESCAPED: Final = re.compile(rf'["\\\t\n{_INVISIBLE}]')
_NOT_LITERAL: Final = re.compile(f"[{_INVISIBLE}]")
_NOT_PLAIN: Final = re.compile(f"[\t\n{_INVISIBLE}]")
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_AMBIGUOUS: Final = re.compile(
    r"~|<<|=|y|n|yes|no|on|off|true|false|null|[-+]?\.(?:inf|nan)|[-+.]*[0-9][-+.,:0-9a-fxobtz_ ]*",
    re.IGNORECASE,
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_WORDS: Final[Mapping[bool | None, str]] = {True: "true", False: "false", None: "null"}
_SHORT_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


class Unquoted(str):
    """A plain scalar below `extra:` that YAML versions read differently (yes, 010, 12:30): written back as it stood."""

    __slots__ = ()


def is_ambiguous(words: str) -> bool:
    """Say whether some YAML reader takes these characters, unquoted, for something other than text."""
    return not words or _AMBIGUOUS.fullmatch(words) is not None


def rendered(tree: Mapping[str, object], comment: str = "") -> str:
    """Return a tree of mappings, sequences and scalars as YAML text with LF line ends.

    Args:
        tree: Values are str, int, float, bool, None, date, Decimal, or mappings and sequences of them.
        comment: Lines put before it, each after "# ".

    Raises:
        WriteError: A text holds half a character, or the result is too deep or too large to be read again.
    """
    lines = [f"# {line}" for line in comment.splitlines()]
    lines += _mapping_lines(tree, 0, 1)
    result = "\n".join(lines) + "\n"
    if half := _SURROGATE.search(result):
        near = shortened(_SURROGATE.sub("\ufffd", result[max(half.start() - 30, 0) : half.end() + 30]))
        raise WriteError(
            text("A text holds half a character near “{near}”; nothing was written. Type it again.", near=near)
        )
    if len(result) > MAX_BYTES // 4 and len(result.encode()) > MAX_BYTES:
        raise WriteError(text("The file would be larger than 16 MB; nothing was written. Split the text."))
    return result


def _mapping_lines(tree: Mapping[str, object], indent: int, depth: int) -> Iterator[str]:
    _check_depth(depth)
    space = " " * indent
    for key, value in tree.items():
        head = f"{space}{_key(key)}:"
        if isinstance(value, Mapping) and value:
            yield head
            yield from _mapping_lines(value, indent + 2, depth + 1)
        elif _is_sequence(value) and value:
            yield head
            yield from _sequence_lines(value, indent + 2, depth + 1)
        else:
            yield f"{head} {_scalar(value, indent)}"


def _sequence_lines(items: Sequence[object], indent: int, depth: int) -> Iterator[str]:
    _check_depth(depth)
    space = " " * indent
    for value in items:
        inner: Iterator[str]
        if isinstance(value, Mapping) and value:
            inner = _mapping_lines(value, indent + 2, depth + 1)
        elif _is_sequence(value) and value:
            inner = _sequence_lines(value, indent + 2, depth + 1)
        else:
            yield f"{space}- {_scalar(value, indent)}"
            continue
        yield f"{space}- {next(inner)[indent + 2 :]}"
        yield from inner


def _check_depth(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise WriteError(text("The text is nested too deeply to be saved; nothing was written."))


def _is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, (list, tuple))


def _key(key: str) -> str:
    written = key if isinstance(key, Unquoted) else _quoted(key) if _needs_quotes(key) else key
    if len(written) > _MAX_KEY:
        raise WriteError(text("The key “{word}” is too long; nothing was written.", word=shortened(key)))
    return written


def _scalar(value: object, indent: int) -> str:
    """The value of a key or an item whose parent stands at `indent`."""
    match value:
        case Unquoted():
            return value
        case str():
            return _string(value, indent)
        case bool() | None:
            return _WORDS[value]
        case int():
            return str(value)
        case float() | Decimal():
            return _number(value)
        case date():
            return value.isoformat()
        case Mapping():
            return "{}"
        case list() | tuple():
            return "[]"
        case _:
            raise TypeError(f"no YAML for {value!r}")


def _number(value: float | Decimal) -> str:
    if not math.isfinite(value):
        raise WriteError(text("“{number}” is not a number that can be saved; nothing was written.", number=str(value)))
    return repr(value) if isinstance(value, float) else str(value)


def _string(words: str, indent: int) -> str:
    if "\n" in words and _fits_literal(words):
        return _literal(words, " " * (indent + 2))
    return _quoted(words) if _needs_quotes(words) else words


def _needs_quotes(words: str) -> bool:
    if not words or words[0] in _INDICATORS or words[-1] in " :" or ": " in words or " #" in words:
        return True
    return (not words.isprintable() and _NOT_PLAIN.search(words) is not None) or is_ambiguous(words)


def _fits_literal(words: str) -> bool:
    return words.strip("\n") != "" and _NOT_LITERAL.search(words) is None


def _literal(words: str, space: str) -> str:
    """A literal block; the indentation is always told, so that leading spaces belong to the text."""
    body = words.rstrip("\n")
    tail = len(words) - len(body)
    keep = "-" if tail == 0 else "" if tail == 1 else "+"
    lines = [f"{space}{line}" if line else "" for line in body.split("\n")]
    return "\n".join([f"|2{keep}", *lines, *[""] * (tail - 1)])


def _quoted(words: str) -> str:
    if words.isprintable():
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f'"{_ESCAPED.sub(_escape, words)}"'


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    code = ord(char)
    if char in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[char]
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
