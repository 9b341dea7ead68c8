"""The clipboard: parts of a body as themselves, as HTML and as plain text.

Our own form is the text of an entry's file, which has a strict reader: whatever another program claims to be ours is
read like a file and refused with its mistakes.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from proceedings_editor.errors import ProceedingsError, ReadError
from proceedings_editor.model.body import OBJECT, Body, ListBlock, Listing, Paragraph, Quotation, Span, plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import text_of, walk
from proceedings_editor.storage.entry_file import entry_from_text, entry_text
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.rich_copy import html_of

MIME: Final = "application/x-proceedings-editor-body"
_SVG: Final = "image/svg+xml"
_PICTURE: Final = "data:image"
_MOST: Final = 5_000_000
"""Characters of our own form or of plain text; more is no paste but a mistake."""
_AT_ONCE: Final = 20_000
"""Characters that are read while the key is still down; more is read by a worker."""
MOST_BLOCKS: Final = 2000
"""Paragraphs, items and cells pasted at once: no article of a conference has so many."""
_MOST_HTML: Final = 80_000_000
"""Characters of HTML, which may hold whole pictures."""


@dataclass(frozen=True, slots=True)
class Pasting:
    """What is pasted into one entry.

    Attributes:
        body: The blocks; () for nothing of use.
        sentence: What a person should know about it, None for nothing.
        brings: Its pictures were just copied into the entry's folder.
    """

    body: Body
    sentence: Text | None = None
    brings: bool = False


Run = Callable[[Callable[[], Pasting]], Pasting]


def _at_once(work: Callable[[], Pasting]) -> Pasting:
    return work()


def mime_of(body: Body, picture: Callable[[str], Path | None] = lambda file: None, entry_id: str = "clip") -> QMimeData:
    """Return a part of a body in the three forms.

    Args:
        body: The blocks.
        picture: Finds the file of a figure.
        entry_id: The entry they come from, where the files of their figures are.
    """
    data = QMimeData()
    with suppress(ProceedingsError):  # half a character or endless nesting cannot be written; the other forms can
        data.setData(MIME, entry_text(Entry(id=entry_id, language="kk", body=body)).encode())
    data.setText(plain_of(body))
    data.setHtml(html_of(body, picture))
    return data


def is_of_use(data: QMimeData) -> bool:
    """Say whether there is anything that could be pasted."""
    own = data.hasFormat(MIME) or data.hasFormat(_SVG)
    return own or data.hasText() or data.hasHtml() or data.hasImage() or data.hasUrls()


@dataclass(frozen=True, slots=True)
class Clip:
    """What another program put on the clipboard, kept until it is read: the clipboard may change meanwhile."""

    html: str
    words: str
    svg: bytes
    image: QImage | None

    @property
    def is_long(self) -> bool:
        """Whether reading it takes longer than a person would not notice."""
        return len(self.html) > _AT_ONCE or len(self.words) > _AT_ONCE

    @property
    def has_picture(self) -> bool:
        """Whether a picture is to be kept, which takes its time."""
        return bool(self.svg) or self.image is not None or _PICTURE in self.html


def pasting_of(data: QMimeData, folder: Path, entry_id: str, run: Run = _at_once) -> Pasting:
    """Return what is on the clipboard: our own form, else files, HTML, a picture or plain text.

    Args:
        data: What is on the clipboard.
        folder: The collection's folder.
        entry_id: The entry it is pasted into.
        run: Does work that takes long, as with pictures, and returns what it returned.

    Raises:
        ReadError: A file is no picture that can be printed.
        WriteError: A picture could not be kept.
    """
    own = own_pasting_of(data, folder, entry_id, run)
    if own:
        return own
    clip = clip_of(data)
    return (run if clip.has_picture else _at_once)(lambda: read_clip(clip, folder, entry_id))


def own_pasting_of(data: QMimeData, folder: Path, entry_id: str, run: Run = _at_once) -> Pasting | None:
    """Return our own form or files as blocks; None where there is neither.

    Raises:
        ReadError: A file is no picture that can be printed.
        WriteError: A picture could not be kept.
    """
    # The libraries for pictures are loaded when something is pasted.
    from proceedings_editor.app.figure import add_figure, bring_figures

    if data.hasFormat(MIME):
        with suppress(ReadError):
            clip = entry_from_text(bytes(data.data(MIME).data())[:_MOST], "clipboard")
            return Pasting(bring_figures(folder, clip.id, entry_id, clip.body))
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not files:
        return None
    return run(lambda: Pasting(tuple(add_figure(folder, entry_id, file) for file in files), brings=True))


def clip_of(data: QMimeData) -> Clip:
    """Return what another program put on the clipboard."""
    image = data.imageData() if data.hasImage() else None
    html = data.html()[:_MOST_HTML] if data.hasHtml() else ""
    svg = bytes(data.data(_SVG).data()) if data.hasFormat(_SVG) else b""
    return Clip(html, data.text()[:_MOST], svg, image if isinstance(image, QImage) and not image.isNull() else None)


def read_clip(clip: Clip, folder: Path, entry_id: str) -> Pasting:
    """Return HTML as blocks, else a picture or plain text; touches no widget, so that a worker can do it.

    Raises:
        WriteError: A picture could not be kept.
    """
    # The libraries for pages and pictures are loaded when something is pasted.
    from proceedings_editor.app.clipping import clipping_of, sentence_of
    from proceedings_editor.app.figure import add_picture

    taken = clipping_of(clip.html, folder, entry_id) if clip.html else None
    if taken and taken.body:
        return _bounded(Pasting(taken.body, sentence_of(taken.lost), brings=True))
    if clip.svg:  # what programs for drawing offer beside a picture
        return Pasting((add_picture(folder, entry_id, clip.svg, "svg"),), brings=True)
    if clip.image:
        return Pasting((add_picture(folder, entry_id, _png(clip.image), "png"),), brings=True)
    return _bounded(Pasting(body_from_text(clip.words), sentence_of(taken.lost) if taken else None))


def read_words(words: str) -> Pasting:
    """Return plain text as blocks."""
    return _bounded(Pasting(body_from_text(words[:_MOST])))


def _bounded(found: Pasting) -> Pasting:
    """Refuse what would make the window stand still, and be more than anybody reads through afterwards."""
    count = sum(1 for _ in walk(found.body))
    return found if count <= MOST_BLOCKS else Pasting((), _too_much(count))


def _too_much(count: int) -> Text:
    return text(
        "The clipboard holds {count} paragraphs, and at most {most} can be pasted at once; paste them in parts.",
        count=count,
        most=MOST_BLOCKS,
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, which PySide takes for a path
    return bytes(buffer.data().data())


def body_from_text(words: str) -> Body:
    """Return plain text as paragraphs, one for each line that says something."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    filled = [line for line in (_clean(line) for line in lines) if line.strip()]
    return tuple(Paragraph((Span(line),)) for line in filled)


def plain_of(body: Body) -> str:
    """Return the words of a body, a line for each block."""
    return "\n".join(
        block.text if isinstance(block, Listing) else plain_text(text_of(block)).replace(OBJECT, "")
        for _, block in walk(body)
        if not isinstance(block, ListBlock | Quotation)
    )


def _clean(words: str) -> str:
    return "".join(char for char in words if char == "\t" or char.isprintable() or char.isspace()).replace(OBJECT, "")
