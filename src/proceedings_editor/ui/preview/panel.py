"""The preview panel: follows the shown entry, lays it out in a worker, shows its pages and leads back to the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from proceedings_editor.app.collection import largest_number
from proceedings_editor.app.session import Change, Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.model.place import Place
from proceedings_editor.progress import CancelToken
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.preview.page_view import PageView
from proceedings_editor.ui.preview.picture import PageSize, Pictures, draw_pages
from proceedings_editor.ui.preview.sheet import START, Fit, ScrollPlace
from proceedings_editor.ui.preview.spot import SpotMap
from proceedings_editor.ui.preview.zoom_box import ZoomBox, page_of
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from proceedings_editor.app.preview import Preview
    from proceedings_editor.model.entry import Entry
    from proceedings_editor.model.finding import Finding
    from proceedings_editor.model.workspace import Workspace

PAUSE: Final = 300
"""Milliseconds after the last key until the pages are made anew."""

_LAYOUT: Final = "preview"
_SWAP: Final = "preview swap"
_PICTURES: Final = "preview pictures"
_GONE: Final = "preview gone"

_LOADING: Final = text("The pages are being made …")
_NO_ENTRY: Final = text("Choose an entry to see its pages.")


@dataclass(frozen=True, slots=True)
class _Made:
    """What a worker brings: the how-manieth document, what stands where, and pictures of the pages that will show."""

    number: int
    preview: Preview
    spots: SpotMap
    pictures: Pictures


class PreviewPanel(QWidget):
    """Shows the pages of one entry and keeps them up to date.

    It begins to work when it is shown for the first time, so that the window stands before any PDF library is loaded.

    Signals:
        place_clicked: The `Place` of what stands nearest to a click on a page.
        finding_clicked: The finding whose mark on a page was clicked.
        print_wanted: The pages shall be printed.
        page_count_found: The entry's id and the number of pages of its article.
    """

    place_clicked = Signal(object)
    finding_clicked = Signal(object)
    print_wanted = Signal()
    page_count_found = Signal(str, int)

    def __init__(self, session: Session, words: Words, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPanel")
        self._session, self._words, self._jobs = session, words, jobs
        self._entry = ""
        self._places: dict[str, ScrollPlace] = {}
        self._wanted_place: Place | None = None
        self._error: Text | None = None
        self._is_ready = False
        self._begun = self._shown = 0
        self._findings: Sequence[Finding] = ()
        self._undrawable: Preview | None = None
        self._waiting: _Made | None = None
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._make)
        words.changed.connect(self.retranslate)
        listen(self, session, self._note_change)
        self.retranslate()

    def _build(self) -> None:
        self._zoom_box = ZoomBox(self._words, self)
        self._message = QLabel(self, wordWrap=True)
        self._message.setObjectName("previewMessage")
        self._message.hide()
        self._message.setContentsMargins(8, 4, 8, 4)
        self._view = PageView(self)
        self._view.setObjectName("previewPages")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._zoom_box, self._message, self._view):
            column.addWidget(part)
        self._zoom_box.stepped.connect(self._view.change_zoom)
        self._zoom_box.chosen.connect(self.set_fit)
        self._zoom_box.part_chosen.connect(self.go_to_part)
        self._zoom_box.findings_toggled.connect(self.set_shows_findings)
        self._zoom_box.print_wanted.connect(self.print_wanted)
        self._view.tip_of = self._tip_of
        self._view.finding_clicked.connect(self._pass_finding)
        self._view.place_clicked.connect(self._pass_click)
        self._view.pictures_wanted.connect(self._draw)
        self._view.scrolled.connect(self._show_page)
        self._view.zoomed.connect(self._show_size)
        self._view.painted.connect(self._begin)

    # ------------------------------------------------------------------------------------------------ for the window

    def show_entry(self, entry_id: str) -> None:
        """Show the pages of an entry, at the place they were left at; "" shows none."""
        if entry_id == self._entry:
            return
        self._leave()
        self._entry, self._waiting = entry_id, None
        if not entry_id:
            self._view.clear()
        self._say_hint()
        self._pause.stop()
        self._jobs.cancel(_LAYOUT)
        self._make()

    def go_to(self, place: Place) -> None:
        """Scroll to a place of the shown entry and let it flash; waits for the pages that are being made."""
        is_shown = self._shows_entry() and self._view.go_to(place)
        self._wanted_place = None if is_shown else place

    def go_to_part(self, part: str) -> None:
        """Go to the first page of a part of the document, "information" or "article"."""
        page = self._view.preview.first_page(part) if self._view.preview else None
        if page is not None:
            self._view.go_to_page(page)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the findings of the shown entry on its pages.

        While newer pages are being made the old marks stay: what is known is about a text that is not printed yet.
        """
        self._findings = findings
        if self._shows_entry() and not self._is_behind():
            self._view.show_findings(findings)
            self._show_page()

    @property
    def shows_findings(self) -> bool:
        """Whether problems are marked on the pages."""
        return self._view.shows_findings

    def set_shows_findings(self, is_shown: bool) -> None:
        """Mark problems on the pages, or leave the pages as they will be printed."""
        self._zoom_box.show_findings_shown(is_shown)
        self._view.set_shows_findings(is_shown)
        self._show_page()

    def set_fit(self, fit: Fit, zoom: float = 1.0) -> None:
        """Choose how large the pages are: as wide as the panel, whole, or a fixed zoom (1 is as on paper)."""
        self._view.set_fit(fit, zoom)

    @property
    def pages(self) -> PageView:
        """The view of the pages."""
        return self._view

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setAccessibleName(self._words(text("Preview")))
        self._view.setAccessibleName(self._words(text("Pages as they will be printed")))
        self._say_hint()
        self._show_page()
        if self._error:
            self._message.setText(self._words(self._error))

    # ------------------------------------------------------------------------------------------------ making pages

    def _begin(self) -> None:
        self._is_ready = True
        self._make()

    def _note_change(self, change: Change) -> None:
        if self._entry and _concerns(change, self._entry):
            self._pause.start()

    def _make(self) -> None:
        if not (self._entry and self._is_ready):
            return
        if self._waiting:
            self._swap(self._waiting)
        showing = self._view.preview
        needed = self._view.needed(showing, self._place()) if showing else []
        self._begun += 1
        work = partial(_made, self._begun, self._session.folder, self._session.workspace, self._entry, needed)
        self._jobs.start(_LAYOUT, work, self._take, partial(self._fail, self._entry))

    def _take(self, made: _Made) -> None:
        """Show new pages, or first have those drawn that the worker could not foresee."""
        if made.preview.entry != self._entry or made.number < self._shown:
            return
        lacking = [key for key in self._view.needed(made.preview, self._place()) if key not in made.pictures]
        if lacking:
            work = partial(_drawn, made, lacking)
            self._jobs.start(_SWAP, work, self._take, partial(self._fail, self._entry))
        elif self._pause.isActive():  # somebody writes: no key waits for pages that are old already
            self._waiting = made
        else:
            self._swap(made)

    def _swap(self, made: _Made) -> None:
        """Show new pages instead of those before."""
        self._shown, self._waiting = made.number, None
        gone = [self._view.preview]
        self._view.show_preview(made.preview, made.spots, made.pictures, self._place())
        self._jobs.start(_GONE, partial(_let_go, gone), _nothing, _nothing)
        self._view.show_findings(self._findings)
        self._show_page()
        self._say(None)
        self.page_count_found.emit(self._entry, made.preview.article_pages)
        if self._wanted_place:
            self.go_to(self._wanted_place)
            self._wanted_place = None

    def _fail(self, entry_id: str, error: ProceedingsError) -> None:
        if entry_id != self._entry or isinstance(error, Cancelled):
            return
        if not self._shows_entry():
            # The pages of another entry must not stand under this one's name.
            self._view.clear()
        self._say(error.sentence)

    def _draw(self) -> None:
        preview, wanted = self._view.preview, self._view.wanted()
        if preview and wanted and preview is not self._undrawable:
            take = partial(self._view.add_pictures, preview)
            self._jobs.start(
                _PICTURES, partial(draw_pages, preview, wanted), take, partial(self._fail_to_draw, preview)
            )

    def _fail_to_draw(self, preview: Preview, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self._undrawable = preview  # not asked again and again with every paint
            self._say(error.sentence)

    # ------------------------------------------------------------------------------------------------ what is said

    def _leave(self) -> None:
        if self._shows_entry():
            self._places[self._entry] = self._view.scroll_place
        self._wanted_place = None
        self._say(None)

    def _shows_entry(self) -> bool:
        return self._view.preview is not None and self._view.preview.entry == self._entry

    def _place(self) -> ScrollPlace:
        return self._view.scroll_place if self._shows_entry() else self._places.get(self._entry, START)

    def _pass_click(self, place: Place) -> None:
        if self._shows_entry():
            self.place_clicked.emit(place)

    def _pass_finding(self, finding: Finding) -> None:
        if self._shows_entry():
            self.finding_clicked.emit(finding)

    def _is_behind(self) -> bool:
        return self._pause.isActive() or self._jobs.is_busy(_LAYOUT) or self._jobs.is_busy(_SWAP)

    def _tip_of(self, findings: Sequence[Finding]) -> str:
        return "\n".join(self._words(finding.message) for finding in findings)

    def _say(self, error: Text | None) -> None:
        self._error = error
        self._message.setText(self._words(error) if error else "")
        self._message.setVisible(error is not None)
        if error:
            QAccessible.updateAccessibility(QAccessibleEvent(self._message, QAccessible.Event.Alert))
        self._say_hint()

    def _say_hint(self) -> None:
        hint = _LOADING if self._entry else _NO_ENTRY
        self._view.set_hint("" if self._error else self._words(hint))

    def _show_page(self) -> None:
        count = self._view.page_count
        page = self._view.current_page + 1
        self._zoom_box.show_page(page, count)
        description = self._words(self._page_told(page, count)) if count else ""
        if description != self._view.accessibleDescription():
            self._view.setAccessibleDescription(description)
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged))

    def _page_told(self, page: int, count: int) -> Text:
        """Return which page is shown and how many problems are marked on it: not everybody sees the marks."""
        marked = len({id(mark.finding) for mark in self._view.marks_on(page - 1)})
        if not marked:
            return page_of(page, count)
        problems = plural("{count} problem is marked", "{count} problems are marked", marked)
        return text("{page}, {problems}", page=page_of(page, count), problems=problems)

    def _show_size(self) -> None:
        self._zoom_box.show_size(self._view.fit, self._view.zoom)


def _concerns(change: Change, entry_id: str) -> bool:
    """Say whether a change can alter the pages of an entry."""
    before, after = change.before, change.after
    if before is after:
        return False
    if before.collection is not after.collection or before.template is not after.template:
        return True
    return _entry(before, entry_id) is not _entry(after, entry_id) or _digits(before) != _digits(after)


def _entry(workspace: Workspace, entry_id: str) -> Entry | None:
    return next((entry for entry in workspace.entries if entry.id == entry_id), None)


def _digits(workspace: Workspace) -> int:
    """Every number is printed with as many digits as the largest."""
    return len(str(largest_number(workspace.entries)))


def _made(
    number: int, folder: Path, workspace: Workspace, entry_id: str, needed: list[PageSize], cancel: CancelToken
) -> _Made:
    # Loads the PDF libraries: never before the window is painted.
    from proceedings_editor.app.preview import make_preview

    preview = make_preview(folder, workspace, entry_id, cancel)
    return _Made(number, preview, SpotMap(preview.spots), draw_pages(preview, needed, cancel))


def _let_go(gone: list[Preview | None], cancel: CancelToken) -> None:
    """Free what was shown, in a thread and piece by piece: tens of thousands of objects at once would hold up a key."""
    del cancel
    preview = gone.pop()
    pieces: list[object] = [*preview.layout.pages, *preview.layout.spots, *preview.layout.nodes] if preview else []
    del preview
    while pieces:
        pieces.pop()


def _nothing(_: object) -> None:
    """Nobody waits for it."""


def _drawn(made: _Made, lacking: list[PageSize], cancel: CancelToken) -> _Made:
    return replace(made, pictures=made.pictures | draw_pages(made.preview, lacking, cancel))
