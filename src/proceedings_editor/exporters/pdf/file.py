"""A PDF file as numbered objects, written in one go: object streams and a cross-reference stream.

Written by hand because eight pages make some six hundred small objects, nearly all of them structure elements: putting
them through a general library takes longer than laying the article out. The syntax is ISO 32000-1,
7.5; the bytes depend on nothing but what was put in.
"""

from __future__ import annotations

import hashlib
import zlib
from itertools import islice
from struct import Struct

from proceedings_editor.exporters.pdf.syntax import array, byte_string, dictionary, reference

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # the second line says "binary" to programs that guess (PDF/A wants it)
_OBJECTS_PER_STREAM = 200  # a reader unpacks a whole stream to find one object
_CROSS_REFERENCE = Struct(">BIH")  # kind, offset or stream, generation or index
_DEFLATE_LEVEL = 6


class PdfFile:
    """Objects under construction. Numbers begin at 1; a number may be handed out before its object is known."""

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}
        self._last = 0

    def reserve(self, count: int = 1) -> int:
        """Hand out `count` numbers in a row and return the first."""
        first = self._last + 1
        self._last += count
        return first

    def put(self, number: int, body: str) -> None:
        """Give a reserved number its object, spelled by `syntax`."""
        self._plain[number] = body

    def add(self, body: str) -> int:
        """Take in one more object and return its number."""
        number = self.reserve()
        self._plain[number] = body
        return number

    def add_stream(self, entries: dict[str, str], data: bytes, *, filtered: bool = False) -> int:
        """Take in a stream and return its number.

        Args:
            entries: Its dictionary without Length.
            data: Its bytes.
            filtered: The bytes are as `entries` say; otherwise they are deflated here.
        """
        if not filtered:
            entries = {**entries, "Filter": "/FlateDecode"}
            data = zlib.compress(data, _DEFLATE_LEVEL)
        number = self.reserve()
        self._streams[number] = _stream(entries, data)
        return number

    def to_bytes(self, catalogue: int, information: int) -> bytes:
        """Write the file.

        Args:
            catalogue: Number of the document catalogue.
            information: Number of the information dictionary.
        """
        places = {number: (2, *place) for number, place in self._pack().items()}
        pieces = [_HEADER]
        offset = len(_HEADER)
        digest = hashlib.md5(usedforsecurity=False)
        for number, body in sorted(self._streams.items()):
            places[number] = (1, offset, 0)
            piece = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            digest.update(piece)
            pieces.append(piece)
            offset += len(piece)
        last = {"Root": reference(catalogue), "Info": reference(information)}
        last["ID"] = array([byte_string(digest.digest())] * 2)
        pieces.append(self._cross_reference(places, offset, last))
        return b"".join(pieces)

    def _pack(self) -> dict[int, tuple[int, int]]:
        """Put the plain objects into object streams and return where each went: (stream, index)."""
        places = {}
        waiting = iter(sorted(self._plain.items()))
        while chunk := list(islice(waiting, _OBJECTS_PER_STREAM)):
            head, body, offset = [], [], 0
            for number, value in chunk:
                head.append(f"{number} {offset}")
                body.append(value)
                offset += len(value) + 1
            first = " ".join(head) + "\n"
            entries = {"Type": "/ObjStm", "N": str(len(chunk)), "First": str(len(first))}
            stream = self.add_stream(entries, (first + "\n".join(body)).encode("ascii"))
            places.update({number: (stream, index) for index, (number, _) in enumerate(chunk)})
        return places

    def _cross_reference(self, places: dict[int, tuple[int, int, int]], offset: int, last: dict[str, str]) -> bytes:
        number = self.reserve()
        places[number] = (1, offset, 0)
        rows = b"".join(_CROSS_REFERENCE.pack(*places[n]) for n in range(1, number + 1))
        entries = {
            "Type": "/XRef",
            "Size": str(number + 1),
            "W": "[1 4 2]",
            "Filter": "/FlateDecode",
            **last,
        }
        table = zlib.compress(_CROSS_REFERENCE.pack(0, 0, 0xFFFF) + rows, _DEFLATE_LEVEL)
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, table), offset)


def _stream(entries: dict[str, str], data: bytes) -> bytes:
    head = dictionary({**entries, "Length": str(len(data))}).encode("ascii")
    return b"%b\nstream\n%b\r\nendstream" % (head, data)
