"""The ZIP package of a DOCX: its parts bear one fixed time, so that the same document is the same file."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Final

_NO_TIME: Final = struct.pack("<HH", 0, 1 << 5 | 1)
"""Midnight of 1 January 1980 in MS-DOS form, the first moment a ZIP file can tell (APPNOTE, 4.4.6)."""
_LOCAL: Final = 10
"""Where the time stands in the header before each part (APPNOTE, 4.3.7)."""
_CENTRAL: Final = 12
"""The same in the list at the end (APPNOTE, 4.3.12)."""
_LENGTHS: Final = slice(28, 34)
_FIXED: Final = 46


def without_times(package: bytes) -> bytes:
    """Return a ZIP file whose parts bear no moment of writing; nothing is packed again."""
    content = bytearray(package)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts, place = archive.infolist(), archive.start_dir
    for part in parts:
        for start in (part.header_offset + _LOCAL, place + _CENTRAL):
            content[start : start + len(_NO_TIME)] = _NO_TIME
        lengths = content[place + _LENGTHS.start : place + _LENGTHS.stop]
        place += _FIXED + sum(struct.unpack("<HHH", lengths))
    return bytes(content)
