"""Which characters the shipped fonts have, read from the fonts' own tables: no font library has to be loaded for it."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from proceedings_editor.resources import shipped

SUBSTITUTES: Final = {"\u2011": "-", "\u2010": "-", "\u1680": " ", "\u3000": "\u2003"}
"""Characters that are drawn as another one where a font lacks them."""

_UNICODE: Final = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))
"""Platform and encoding of the tables that map Unicode, the fullest first."""


@cache
def drawable() -> frozenset[str]:
    """Return every character that is printed or, being invisible, need not be; worked out once per process.

    Raises:
        OSError, struct.error, LookupError: A shipped font is missing or damaged.
    """
    fonts = sorted(shipped("fonts").glob("*.ttf"))
    drawn = frozenset(chr(code) for font in fonts for code in _codes(font))
    return drawn | SUBSTITUTES.keys() | _invisible()


def is_invisible(character: str) -> bool:
    """Whether a character is never drawn: a control, a soft hyphen, a joiner, a variation selector."""
    return unicodedata.category(character) in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f"


def _invisible() -> frozenset[str]:
    """Those of the first two planes and the tags; a search through all of Unicode would take a third of a second."""
    return frozenset(filter(is_invisible, map(chr, (*range(0x20000), *range(0xE0000, 0xE0080)))))


def _codes(font: Path) -> Iterator[int]:
    data = font.read_bytes()
    table = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, table + 2)
    kinds = {}
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", data, table + 4 + 8 * index)
        kinds[platform, encoding] = table + offset
    start = next(kinds[kind] for kind in _UNICODE if kind in kinds)
    (form,) = struct.unpack_from(">H", data, start)
    return {4: _segments, 12: _groups}[form](data, start)


def _table(data: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    offsets = {}
    for index in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        offsets[name] = offset
    place: int = offsets[tag]
    return place


def _groups(data: bytes, start: int) -> Iterator[int]:
    """Format 12: ranges of characters, each with the glyph of its first one; glyph 0 stands for nothing."""
    (count,) = struct.unpack_from(">I", data, start + 12)
    for index in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * index)
        yield from range(first + (glyph == 0), last + 1)


def _segments(data: bytes, start: int) -> Iterator[int]:
    """Format 4: segments whose glyphs follow by adding a number, or stand in a list."""
    (double,) = struct.unpack_from(">H", data, start + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    starts = struct.unpack_from(f">{count}H", data, start + 16 + double)
    deltas = struct.unpack_from(f">{count}H", data, start + 16 + 2 * double)
    ranges = start + 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", data, ranges)
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", data, ranges + 2 * index + offset + 2 * (code - first))
            if (glyph + (delta if glyph or not offset else 0)) & 0xFFFF:
                yield code
