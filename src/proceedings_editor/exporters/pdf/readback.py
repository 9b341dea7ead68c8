"""Reads a finished PDF back with two foreign programs' eyes and compares it with what was to be written.

PDFium must find on every page the words that were laid out, in their order; the layout must hold every word of the
composition; pikepdf must find a sound file in which each font is embedded. White space, hyphens and characters that are
never drawn do not count: where lines end is the layout's business.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate
from typing import Final, Literal

import pikepdf

from proceedings_editor.errors import ReadBackError, ReadError
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.composition.words import notes_of, texts_of
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout, Node, Page, TextMark
from proceedings_editor.exporters.pdf.raster import drawn_text, page_texts
from proceedings_editor.exporters.pdf.writer import Pdf
from proceedings_editor.texts import text

_IGNORED: Final = re.compile(
    "[\x00-\x20\\-\x7f-\xa0\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u2011"
    "\u2028-\u202f\u205f-\u206f\u2800\u3000\ufe00-\ufe0f\ufeff\ufff9-\uffff\U000e0000-\U000e01ef]+"
)
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_SHOWN: Final = 4  # words on either side

_INLINE: Final = frozenset({"Link", "Span", "Reference", "Code", "Formula"})

_Stream = Literal["text", "note", ""]


def check_pdf(pdf: Pdf, composition: Composition) -> None:
    """Read a PDF back.

    Args:
        pdf: The bytes to check (as read from disk, say) and the layout they were painted from.
        composition: What was to be written.

    Raises:
        ReadBackError: Words are missing, changed or out of order, a page is missing, a font is not embedded, or the
            file is damaged.
    """
    _check_file(pdf)
    _check_pages(pdf)
    _check_words(pdf.layout, composition)


# -------------------------------------------------------------------------------------------- the file


def _check_file(pdf: Pdf) -> None:
    try:
        with pikepdf.open(io.BytesIO(pdf.data)) as opened:
            loose = _not_embedded(opened)
            sound = not opened.get_warnings()
    except (pikepdf.PdfError, KeyError, AttributeError) as error:
        raise _damaged() from error
    if not sound:
        raise _damaged()
    if loose:
        raise ReadBackError(
            text("The font {font} is not embedded in the PDF; it was not saved. Please report this.", font=loose[0])
        )


def _not_embedded(opened: pikepdf.Pdf) -> list[str]:
    fonts = {
        font.objgen: font
        for page in opened.pages
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values()
    }
    return [str(font.BaseFont)[1:] for font in fonts.values() if "/FontFile2" not in font.get("/FontDescriptor", {})]


def _damaged() -> ReadBackError:
    return ReadBackError(text("The PDF is damaged after writing; it was not saved. Try again on another disk."))


# ------------------------------------------------------------------------------------------- the pages


def _check_pages(pdf: Pdf) -> None:
    try:
        found = page_texts(pdf.data)
    except ReadError as error:
        raise _damaged() from error
    pages = pdf.layout.pages
    if len(found) != len(pages):
        raise ReadBackError(
            text(
                "The PDF has {found} pages instead of {expected}; it was not saved. Please report this.",
                found=len(found),
                expected=len(pages),
            )
        )
    for number, (page, words) in enumerate(zip(pages, found, strict=True), 1):
        painted = _painted(page)
        # PDFium's lines are sorted by place, now and then wrongly: a line under one that ends in a hyphen may come
        # first. Then the order in which the page is drawn decides.
        if _difference(painted, words) and (near := _difference(painted, drawn_text(pdf.data, number - 1))):
            raise ReadBackError(
                text(
                    "Page {page} of the PDF does not read back as written near “{words}”; it was not saved. "
                    "Please report this.",
                    page=number,
                    words=near,
                )
            )


def _painted(page: Page) -> str:
    return "".join([mark.text for mark in page.marks if type(mark) is TextMark])


# ------------------------------------------------------------------------------------------- the words


def _check_words(layout: Layout, composition: Composition) -> None:
    elements = [element for part in composition.parts for element in part.elements]
    notes = [element for note in notes_of(elements) for element in note.elements]
    laid_out = _laid_out(layout)
    for stream, wanted in (("text", texts_of(elements)), ("note", texts_of(notes))):
        near = _difference(" ".join(wanted), laid_out[stream])
        if near:
            raise ReadBackError(
                text(
                    "The PDF lacks words of the article near “{words}”; it was not saved. Please report this.",
                    words=near,
                )
            )


def _laid_out(layout: Layout) -> dict[str, str]:
    """Collect the words of the running text and of the notes, without labels and marks that composition counts.

    They come in the order of the structure: where a row goes over a page end, each of its cells does, side by side.
    """
    streams, blocks = _streams(layout.nodes), _blocks(layout.nodes)
    marks = [m for page in layout.pages for m in page.marks if type(m) is TextMark and m.node != ARTIFACT]
    words: dict[str, list[str]] = {"text": [], "note": [], "": []}
    for mark in sorted(marks, key=lambda mark: blocks[mark.node]):
        words[streams[mark.node]].append(mark.text)
    return {stream: "".join(found) for stream, found in words.items()}


def _blocks(nodes: Iterable[Node]) -> list[int]:
    """Return for every node the paragraph or the like it stands in or is; these are numbered in reading order."""
    found: list[int] = []
    for index, node in enumerate(nodes):
        found.append(found[node.parent] if node.role in _INLINE and node.parent >= 0 else index)
    return found


def _streams(nodes: Iterable[Node]) -> list[_Stream]:
    found: list[_Stream] = []
    for node in nodes:
        above: _Stream = found[node.parent] if node.parent >= 0 else "text"
        if node.role == "Lbl" or (node.role == "Reference" and node.note):
            found.append("")
        elif node.role == "Note":
            found.append("note")
        else:
            found.append(above)
    return found


# -------------------------------------------------------------------------------------- the comparison


def _difference(expected: str, found: str) -> str:
    """Return the words around the first difference that counts, "" where there is none."""
    if "".join(expected.split()) == "".join(found.split()):
        return ""
    wanted, seen = _essence(expected), _essence(found)
    if wanted == seen or (_RIGHT_TO_LEFT.search(wanted) and _unordered(wanted) == _unordered(seen)):
        return ""  # readers turn Hebrew and Arabic words round, each by rules of its own
    same = next((i for i, (a, b) in enumerate(zip(wanted, seen, strict=False)) if a != b), None)
    return _words_at(expected or found, min(len(wanted), len(seen)) if same is None else same)


def _essence(words: str) -> str:
    """Return what must not change: the characters one sees, ligatures and the like taken apart."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", _IGNORED.sub("", words)))


def _unordered(words: str) -> list[str]:
    """Return the characters without order, and without brackets and the like, which are mirrored in turned words."""
    return sorted([character for character in words if not unicodedata.mirrored(character)])


def _words_at(words: str, place: int) -> str:
    """Return the words around the character at `place` of their essence."""
    pieces = words.split()
    ends = accumulate(len(_essence(piece)) for piece in pieces)
    word = next((index for index, end in enumerate(ends) if end > place), len(pieces))
    return " ".join(pieces[max(0, word - _SHOWN) : word + _SHOWN]) or "…"
