"""The faces that ship with the program: which one draws a character, how wide, how high.

Templates name the font the conference asks for; the PDF embeds its metric twin, so that lines break where
they break in the DOCX. What the twin lacks comes from a fallback face, character by character; a character
that no face has is an error, because a PDF would lose it silently.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.exporters.pdf.coverage import SUBSTITUTES, is_invisible
from proceedings_editor.resources import shipped
from proceedings_editor.texts import text

TWINS: Final[Mapping[str, str]] = {
    "times new roman": "Tinos",
    "times": "Tinos",
    "tinos": "Tinos",
    "liberation serif": "Tinos",
    "courier new": "Mono",
    "dejavu sans mono": "Mono",
}
"""Family a template may name, in small letters -> the shipped family with the same widths."""

_FILES: Final[Mapping[str, tuple[str, str, str, str]]] = {  # regular, bold, italic, bold italic
    "Tinos": ("Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"),
    "Serif": ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic"),
    "Mono": ("DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSansMono", "DejaVuSansMono-Bold"),
}
_CHAINS: Final[Mapping[str, tuple[str, ...]]] = {
    "Tinos": ("Tinos", "Serif", "Mono"),
    "Mono": ("Mono", "Tinos", "Serif"),
}
_CODE_SIZE: Final = 0.86  # DejaVu's small letters are a fifth higher than Times' at the same size
_CONTEXT: Final = 40


class FontError(ProceedingsError):
    """A character that no face has, a family without a twin, or a font file that is missing or damaged."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One registered font file.

    Attributes:
        name: Its name with reportlab, and in `TextMark.face`.
        widths: Advance of every character it has, in thousandths of the size; whole numbers, because PDFium (which
            draws the preview and every page in Chrome) cuts fractions off the widths a file states.
        ascent, descent: Above and below the baseline as shares of the size, both positive.
        leading: Height of a single-spaced line as a share of the size (ascent + descent + gap, as in Word).
    """

    name: str
    widths: Mapping[int, float]
    ascent: float
    descent: float
    leading: float

    def width_of(self, characters: str, size: float) -> float:
        """Return the advance of characters the face has."""
        widths = self.widths
        return sum([widths[ord(c)] for c in characters]) * size / 1000


@cache
def load_face(name: str) -> Face:
    """Return a shipped face by name, read and registered with reportlab once per process.

    Raises:
        FontError: The file is missing or damaged.
    """
    try:
        font = TTFont(name, str(shipped("fonts", f"{name}.ttf")))
        units, ascent, descent, gap = _vertical_metrics(font)
    except (TTFError, OSError, struct.error) as error:
        raise FontError(
            text(
                "The font file {name}.ttf of the program cannot be read; install the program again.",
                name=name,
            )
        ) from error
    pdfmetrics.registerFont(font)
    leading = (ascent + descent + gap) / units
    widths = {character: round(width) for character, width in font.face.charWidths.items()}
    return Face(name, widths, ascent / units, descent / units, leading)


def _vertical_metrics(font: TTFont) -> tuple[int, int, int, int]:
    """Units per em, ascent, descent and line gap as Word reads them; reportlab offers the typographic ones."""
    table = font.face.get_table
    (units,) = struct.unpack_from(">H", table("head"), 18)  # type: ignore[no-untyped-call]
    ascent, descent, gap = struct.unpack_from(">hhh", table("hhea"), 4)  # type: ignore[no-untyped-call]
    return units, ascent, -descent, gap


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces in which one style of one family draws, the first that has a character wins.

    Attributes:
        names: Names of the primary face and its fallbacks; these are read when a character first needs them.
        scale: What a nominal size is multiplied with: code among text would look too large.
    """

    names: tuple[str, ...]
    scale: float = 1

    @property
    def primary(self) -> Face:
        """The face that draws what it has."""
        return load_face(self.names[0])

    def split(self, characters: str) -> list[tuple[Face, str]]:
        """Split text into stretches of one face; invisible characters are left out.

        Raises:
            FontError: No face has one of the characters; the sentence names it and the words around it.
        """
        pieces: list[tuple[Face, list[str]]] = []
        for place, character in enumerate(characters):
            found = self._find(character)
            if found is None:
                raise _missing(characters, place)
            face, drawn = found
            if pieces and (pieces[-1][0] is face or not drawn):
                pieces[-1][1].append(drawn)
            elif drawn:
                pieces.append((face, [drawn]))
        return [(face, "".join(drawn)) for face, drawn in pieces]

    def uncovered(self, characters: str) -> str:
        """Return the characters of a text that no face has, each once, in order."""
        return "".join(c for c in dict.fromkeys(characters) if self._find(c) is None)

    def _find(self, character: str) -> tuple[Face, str] | None:
        if is_invisible(character):
            return self.primary, ""
        if character in SUBSTITUTES and ord(character) not in self.primary.widths:
            character = SUBSTITUTES[character]
        for name in self.names:
            face = load_face(name)
            if ord(character) in face.widths:
                return face, character
        return None


def require_twin(family: str) -> str:
    """Return the shipped family with the widths of a family that a template names.

    Raises:
        FontError: There is none.
    """
    twin = TWINS.get(family.strip().casefold())
    if twin is None:
        raise FontError(
            text(
                "The program has no font with the widths of “{family}” to embed in a PDF; "
                "name “Times New Roman” in the template.",
                family=family,
            )
        )
    return twin


def find_faces(family: str, *, bold: bool = False, italic: bool = False, code: bool = False) -> Faces:
    """Return the faces that draw a style.

    Args:
        family: Family as the template names it.
        bold: Heavy letters.
        italic: Slanted letters, where the family has them.
        code: A fixed-width face, whatever the family.

    Raises:
        FontError: The family has no twin.
    """
    twin = require_twin(family)
    wanted = bold + 2 * italic
    styles = (wanted, *(style for style in range(4) if style != wanted))
    chain = _CHAINS["Mono" if code else twin]
    # A letter in another style is better than none: some faces have a sign that their bold or italic ones lack.
    names = tuple(dict.fromkeys(_FILES[name][style] for style in styles for name in chain))
    return Faces(names, _CODE_SIZE if code and twin != "Mono" else 1)


def _missing(characters: str, place: int) -> FontError:
    character = characters[place]
    around = characters[max(0, place - _CONTEXT) : place + _CONTEXT]
    shown = " ".join("".join(c for c in around if c == " " or c.isprintable()).split())
    return FontError(
        text(
            "No font of the program has the character {code} ({name}) near “{words}”; replace it in the text.",
            code=f"U+{ord(character):04X}",
            name=unicodedata.name(character, "?"),
            words=shown,
        )
    )
