"""Pictures of pages: sharp, bounded, and never more than asked for."""

from __future__ import annotations

from PySide6.QtGui import QImage

from proceedings_editor.app.preview import Preview, make_preview
from proceedings_editor.app.session import Session
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.ui.preview.picture import MOST_PIXELS, PictureCache, draw_pages, sharp_scale
from tests.ui.preview.conftest import SHORT

A4 = (595.28, 841.89)


class Stopped:
    cancelled = True


def picture(pixels: int) -> QImage:
    return QImage(pixels, 10, QImage.Format.Format_RGB32)


def preview_of(session: Session) -> Preview:
    return make_preview(session.folder, session.workspace, SHORT, NeverCancelled())


def test_a_picture_has_a_pixel_for_each_of_the_screen_up_to_a_bound() -> None:
    assert sharp_scale(4 / 3, 2, A4) == 2.6667
    huge = sharp_scale(16, 3, A4)
    assert A4[0] * A4[1] * huge**2 <= MOST_PIXELS * 1.001


def test_pages_are_drawn_as_asked_and_missing_ones_left_out(session: Session) -> None:
    drawn = draw_pages(preview_of(session), [(0, 1.0), (2, 0.5), (99, 1.0)], NeverCancelled())
    assert {key: (image.width(), image.height()) for key, image in drawn.items()} == {
        (0, 1.0): (596, 842),
        (2, 0.5): (298, 421),
    }


def test_drawing_stops_when_asked(session: Session) -> None:
    assert draw_pages(preview_of(session), [(0, 1.0)], Stopped()) == {}


def test_what_was_not_used_for_longest_goes_first() -> None:
    cache = PictureCache(most_bytes=3 * 4000)
    for page in range(3):
        cache.put((page, 1.0), picture(100), ())
    cache.get((0, 1.0))
    cache.put((3, 1.0), picture(100), ())
    assert [cache.has((page, 1.0)) for page in range(4)] == [True, False, True, True]
    assert cache.size == 3 * 4000


def test_what_shows_stays_whatever_it_weighs() -> None:
    cache = PictureCache(most_bytes=4000)
    keep = {(0, 1.0), (1, 1.0)}
    for key in sorted(keep):
        cache.put(key, picture(100), keep)
    assert all(cache.has(key) for key in keep)
    assert not cache.has_room(1, keep)


def test_another_size_of_the_page_stands_in() -> None:
    cache = PictureCache()
    cache.put((0, 1.0), picture(100), ())
    cache.put((0, 0.5), picture(50), ())
    found = cache.get((0, 2.0))
    assert found is not None and found.width() == 100
    assert cache.get((1, 1.0)) is None
