"""Pages as pictures and as text, for preview, read-back and cutting.

PDFium may be entered by one thread at a time, so everything that touches it is in this file and behind one lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, cast, create_string_buffer
from dataclasses import dataclass
from threading import Lock
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from proceedings_editor.errors import ReadError
from proceedings_editor.texts import text

_LOCK: Final = Lock()
_MOST_PIXELS: Final = 100_000_000
"""400 megabytes; a page of A4 has so many at 850 dpi, and no screen shows more."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as pixels.

    Attributes:
        width, height: In pixels.
        stride: Bytes per row.
        data: Rows from the top, four bytes a pixel: blue, green, red, unused.
    """

    width: int
    height: int
    stride: int
    data: bytes


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF.

    Raises:
        ReadError: The bytes are no PDF, are damaged, or need a password.
    """
    with _opened(data) as document:
        return len(document)


def page_text(data: bytes, page: int) -> str:
    """Return the text of one page, counted from 0.

    Raises:
        ReadError: The file or this page cannot be read.
    """
    with _opened(data) as document:
        return _text_of(document, page)


def page_texts(data: bytes) -> tuple[str, ...]:
    """Return the text of every page; opening the file once is what makes it faster than `page_text`.

    Raises:
        ReadError: The file or one of its pages cannot be read.
    """
    with _opened(data) as document:
        return tuple(_text_of(document, page) for page in range(len(document)))


def drawn_text(data: bytes, page: int) -> str:
    """Return the text of one page in the order it is drawn; `page_text` puts it in the order of lines.

    Args:
        data: The file.
        page: Index of the page, from 0.

    Raises:
        ReadError: The file or this page cannot be read.
    """
    with _opened(data) as document:
        opened = _page_of(document, page)
        words = opened.get_textpage()
        try:
            drawn = opened.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])
            return "".join([_text_of_object(one, words) for one in drawn])
        finally:
            words.close()
            opened.close()


def render_page(data: bytes, page: int, scale: float) -> Raster:
    """Draw one page on white.

    Args:
        data: The file.
        page: Index of the page, from 0.
        scale: Pixels per point (96 dpi = 4/3).

    Raises:
        ReadError: The file or this page cannot be read, or the picture would be enormous.
    """
    with _opened(data) as document:
        opened = _page_of(document, page)
        try:
            if opened.get_width() * opened.get_height() * scale**2 > _MOST_PIXELS:
                raise ReadError(text("Page {page} is too large to draw at this size.", page=page + 1))
            bitmap = opened.render(scale=scale, force_bitmap_format=pdfium.FPDFBitmap_BGRx)
            try:
                return Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()  # by itself it would go behind the lock
        finally:
            opened.close()


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Hold PDFium and a document; its errors become sentences."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _unreadable(error) from error
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise _unreadable(error) from error
        finally:
            document.close()


def _unreadable(error: pypdfium2.PdfiumError) -> ReadError:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return ReadError(text("The PDF needs a password; save it without one and try again."))
    return ReadError(text("The file is not a PDF or is damaged; get it again from where it came from."))


def _page_of(document: pypdfium2.PdfDocument, page: int) -> pypdfium2.PdfPage:
    if not 0 <= page < len(document):
        raise ReadError(text("The PDF has {count} pages, there is no page {page}.", count=len(document), page=page + 1))
    return document[page]


def _text_of(document: pypdfium2.PdfDocument, page: int) -> str:
    opened = _page_of(document, page)
    try:
        words = opened.get_textpage()
        try:
            return str(words.get_text_range())
        finally:
            words.close()
    finally:
        opened.close()


def _text_of_object(drawn: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(drawn.raw, words.raw, None, 0)
    buffer = create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(drawn.raw, words.raw, cast(buffer, POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
