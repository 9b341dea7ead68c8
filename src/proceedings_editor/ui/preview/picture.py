"""Pictures of pages: made from rasters in the worker, kept within a bound in the window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable
from math import sqrt
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from proceedings_editor.progress import CancelToken

if TYPE_CHECKING:
    from proceedings_editor.app.preview import Preview

CACHE_BYTES: Final = 40_000_000
MOST_PIXELS: Final = 16_000_000
"""Of one picture: A4 at 200 % on a screen with double pixels is still sharp, beyond that it is stretched."""

PageSize = tuple[int, float]
"""Index of a page, and the pixels per point it is drawn at."""

Pictures = dict[PageSize, QImage]


def sharp_scale(scale: float, pixel_ratio: float, size: tuple[float, float]) -> float:
    """Return the pixels per point to draw a page at, so that each of its pixels is one of the screen.

    Args:
        scale: Logical pixels per point.
        pixel_ratio: Pixels of the screen per logical pixel.
        size: Width and height of the page in points.
    """
    return round(min(scale * pixel_ratio, sqrt(MOST_PIXELS / (size[0] * size[1]))), 4)


def draw_pages(preview: Preview, wanted: Iterable[PageSize], cancel: CancelToken) -> Pictures:
    """Draw pages; for the worker. Pages the document does not have are left out, and what is left when stopped.

    Args:
        preview: The document.
        wanted: Index and pixels per point of each page.
        cancel: Asked between the pages.

    Raises:
        ReadError: A page cannot be drawn.
    """
    pictures: Pictures = {}
    for page, scale in wanted:
        if cancel.cancelled:
            break
        if page < len(preview.sizes):
            raster = preview.picture(page, scale)
            form = QImage.Format.Format_RGB32
            # The image borrows the bytes; the copy owns its own.
            pictures[page, scale] = QImage(raster.data, raster.width, raster.height, raster.stride, form).copy()
    return pictures


class PictureCache:
    """Pictures of one document's pages, at several sizes; what was not used for longest goes first."""

    def __init__(self, most_bytes: int = CACHE_BYTES) -> None:
        self._most = most_bytes
        self._pictures: OrderedDict[PageSize, QImage] = OrderedDict()

    @property
    def size(self) -> int:
        """Bytes of all pictures."""
        return sum(picture.sizeInBytes() for picture in self._pictures.values())

    def has_room(self, more: int, keep: Collection[PageSize]) -> bool:
        """Say whether `more` bytes fit beside those pictures of `keep` that are there."""
        kept = sum(picture.sizeInBytes() for key, picture in self._pictures.items() if key in keep)
        return kept + more <= self._most

    def has(self, key: PageSize) -> bool:
        """Say whether a page is there at this size."""
        return key in self._pictures

    def get(self, key: PageSize) -> QImage | None:
        """Return the picture of a page at this size, else its largest at another size, None without any."""
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        others = [picture for (page, _), picture in self._pictures.items() if page == key[0]]
        return max(others, key=lambda picture: picture.width(), default=None)

    def put(self, key: PageSize, picture: QImage, keep: Collection[PageSize]) -> None:
        """Take a picture; where it is too much, others go, but none of `keep` whatever they weigh."""
        self._pictures[key] = picture
        self._pictures.move_to_end(key)
        size = self.size
        for old in list(self._pictures):
            if size <= self._most:
                return
            if old not in keep:
                size -= self._pictures.pop(old).sizeInBytes()

    def clear(self) -> None:
        """Forget everything: another document is shown."""
        self._pictures.clear()
