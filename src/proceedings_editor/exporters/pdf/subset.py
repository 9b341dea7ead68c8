"""The embedded part of each face: which character has which code, and the font objects of a file.

A simple TrueType font has one-byte codes, so a face becomes one PDF font per 249 characters used. ASCII and the usual
Cyrillic letters have fixed codes, others take the next free one. No code has to be escaped in a string, and 32 is
always the space, because the operator Tw stretches code 32 only. reportlab cuts the font program; the font objects are
made here, since its own give readers false text: unused codes read as U+0000, characters beyond U+FFFF come out wrong,
and blocks of more than 100 entries break the rule for CMaps.
"""

from __future__ import annotations

import hashlib
import zlib
from codecs import charmap_build, charmap_encode
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from threading import Lock
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from proceedings_editor.errors import WriteError
from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.font import load_face
from proceedings_editor.exporters.pdf.syntax import array, dictionary, name, real, rectangle, reference
from proceedings_editor.texts import text

_SPACE: Final = " "
_NO_BREAK_SPACE: Final = "\xa0"
_UNUSED: Final = "\ufffe"  # what the codec takes for "no character has this code"
_ESCAPED: Final = frozenset({0, 10, 13, ord("("), ord(")"), ord("\\")})
_ASCII: Final = tuple(code for code in range(32, 127) if code not in _ESCAPED)
_OTHER: Final = tuple(code for code in (*range(127, 256), *range(32)) if code not in _ESCAPED)
_USUAL: Final = "()\\АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁёӘәҒғҚқҢңӨөҰұҮүҺһІі«»“”„’–—…№•"
_ENTRIES_PER_BLOCK: Final = 100
_CUTTING: Final = Lock()  # reportlab's faces read with a cursor of their own; preview and export may meet


class _Font:
    """One font of a face: character of each code, and the codes that text has used."""

    def __init__(self, free: Iterable[int]) -> None:
        self.characters = ["\0", *[_UNUSED] * 255]  # the codec wants U+0000 first to be fast
        self.characters[ord(_SPACE)] = _SPACE
        self.free = iter(free)
        self.used: set[int] = set()

    def stated(self) -> tuple[int, ...]:
        """Return the code point of each code up to the last, 0 where a code is not used."""
        last = max(self.used)
        return tuple(ord(self.characters[code]) if code in self.used else 0 for code in range(last + 1))


class Subset:
    """The codes of one face in one document; it grows as text comes."""

    def __init__(self, face: str, key: str) -> None:
        """Begin with the usual characters.

        Args:
            face: Name of a shipped face.
            key: Begins the names of its fonts in the pages' resources.
        """
        self._face = face
        self._key = key
        self._known = load_face(face).widths
        self._places: dict[str, tuple[int, int]] = {_SPACE: (0, ord(_SPACE))}
        self._fonts = [_Font(_OTHER)]
        for code in _ASCII:
            self._fonts[0].characters[code] = chr(code)
            self._places[chr(code)] = (0, code)
        self._learn(character for character in _USUAL if ord(character) in self._known)

    def pieces(self, words: str) -> Iterator[tuple[str, str]]:
        """Cut `words` where another font of the face begins; yield name of the font and the codes as characters.

        Raises:
            WriteError: The face lacks a character.
        """
        plain = words.replace(_NO_BREAK_SPACE, _SPACE)
        try:
            codes, _ = charmap_encode(plain, "strict", self._first)
        except UnicodeEncodeError:
            self._learn(plain)
            yield from self._spelled(plain)
            return
        self._fonts[0].used.update(codes)
        yield f"{self._key}a", codes.decode("latin-1")

    def write(self, file: PdfFile) -> Iterator[tuple[str, int]]:
        """Add the fonts to `file`; yield name and object number of each."""
        for index, font in enumerate(self._fonts):
            if font.used:
                yield f"{self._key}{_letters(index)}", _write_font(file, self._face, font.stated())

    def _spelled(self, words: str) -> Iterator[tuple[str, str]]:
        """Do what `pieces` does, letter by letter: for new characters and for those in further fonts."""
        for font, group in groupby(words, lambda character: self._places[character][0]):
            codes = bytes(self._places[character][1] for character in group)
            self._fonts[font].used.update(codes)
            yield f"{self._key}{_letters(font)}", codes.decode("latin-1")

    def _learn(self, words: Iterable[str]) -> None:
        """Give every new character a code."""
        for character in words:
            if character not in self._places:
                self._places[character] = self._place(character)
        self._first = charmap_build("".join(self._fonts[0].characters))

    def _place(self, character: str) -> tuple[int, int]:
        if ord(character) not in self._known:
            raise _missing(self._face, character)
        code = next(self._fonts[-1].free, None)
        if code is None:
            self._fonts.append(_Font((*_ASCII[1:], *_OTHER)))
            code = next(self._fonts[-1].free)
        self._fonts[-1].characters[code] = character
        return len(self._fonts) - 1, code


def _missing(face: str, character: str) -> WriteError:
    return WriteError(
        text(
            "The font {face} has no character {character} (U+{code}), so the PDF was not written; "
            "replace the character.",
            face=face,
            character=character,
            code=f"{ord(character):04X}",
        )
    )


class Subsets:
    """The faces of one document, in the order they come."""

    def __init__(self) -> None:
        self._subsets: dict[str, Subset] = {}

    def subset(self, face: str) -> Subset:
        """Return the subset of the face registered by this name."""
        found = self._subsets.get(face)
        if found is None:
            found = self._subsets[face] = Subset(face, f"F{len(self._subsets) + 1}")
        return found

    def write(self, file: PdfFile) -> dict[str, int]:
        """Add every font to `file` and return their object numbers by name."""
        return {key: number for subset in self._subsets.values() for key, number in subset.write(file)}


@cache
def _program_of(face: str) -> TTFontFace:
    """Return reportlab's reading of a face, with one mistake mended.

    In a face whose last glyphs share one advance width (every fixed-width face), reportlab scales that width to
    thousandths and later writes it as if it were font units.
    """
    load_face(face)
    font = pdfmetrics.getFont(face)
    if not isinstance(font, TTFont):
        raise TypeError(face)
    program: TTFontFace = font.face
    units = program.unitsPerEm / 1000
    program.hmetrics = [
        (round(width * units) if isinstance(width, float) else width, bearing) for width, bearing in program.hmetrics
    ]
    return program


def _letters(font: int) -> str:
    return chr(ord("a") + font % 26) * (font // 26 + 1)


def _write_font(file: PdfFile, face: str, characters: tuple[int, ...]) -> int:
    """Add one font; `characters` are the code points by code, 0 where a code is unused (ISO 32000-1, 9.6.3)."""
    metrics = _program_of(face)
    title = name(f"{_tag(characters)}+{metrics.name.decode('ascii')}")
    length, program = _program(face, characters)
    stated = load_face(face).widths
    font = {
        "Type": "/Font",
        "Subtype": "/TrueType",
        "BaseFont": title,
        "FirstChar": "0",
        "LastChar": str(len(characters) - 1),
        "Widths": array(str(stated[c]) if c else "0" for c in characters),
        "FontDescriptor": reference(_write_descriptor(file, face, title, length, program)),
        "ToUnicode": reference(file.add_stream({}, _to_unicode(characters))),
    }
    return file.add(dictionary(font))


def _write_descriptor(file: PdfFile, face: str, title: str, length: int, program: bytes) -> int:
    metrics = _program_of(face)
    entries = {"Filter": "/FlateDecode", "Length1": str(length)}
    descriptor = {
        "Type": "/FontDescriptor",
        "FontName": title,
        "Flags": str(metrics.flags),
        "FontBBox": rectangle(metrics.bbox),
        "ItalicAngle": real(metrics.italicAngle),
        "Ascent": real(metrics.ascent),
        "Descent": real(metrics.descent),
        "CapHeight": real(metrics.capHeight),
        "StemV": real(metrics.stemV),
        "FontFile2": reference(file.add_stream(entries, program, filtered=True)),
    }
    return file.add(dictionary(descriptor))


@lru_cache(maxsize=16)
def _program(face: str, characters: tuple[int, ...]) -> tuple[int, bytes]:
    """Cut and deflate a font program; return its plain length too. The preview asks for the same ones over and over."""
    whole = _program_of(face)
    with _CUTTING:
        program = whole.makeSubset(list(characters))
    return len(program), zlib.compress(program)


def _tag(characters: tuple[int, ...]) -> str:
    """Six capitals that name a subset by its content (ISO 32000-1, 9.6.4)."""
    digest = hashlib.md5(repr(characters).encode(), usedforsecurity=False).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(characters: tuple[int, ...]) -> bytes:
    """Write the CMap that gives text back to readers (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters)
        if character
    ]
    blocks = [entries[i : i + _ENTRIES_PER_BLOCK] for i in range(0, len(entries), _ENTRIES_PER_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
