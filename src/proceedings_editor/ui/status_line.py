"""The line at the foot of the window: what is saved, pages, how much is wrong, the language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from proceedings_editor.app.length import LengthCounter
from proceedings_editor.app.session import Session
from proceedings_editor.model.entry import STATE_NAMES, STATES, Entry
from proceedings_editor.model.finding import Severity
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.form.choice import LANGUAGE_NAMES
from proceedings_editor.ui.problem.filter_bar import count_text
from proceedings_editor.ui.words import Words

_MOST_STATES: Final = 2
"""States told in the line itself: it has to leave room for the help of fields."""

_GIVE_WAY: Final = ("length", "states", "pages", "language")
"""What makes room in a narrow window and while the line helps or tells news, the least important first."""

_REST_MS: Final = 150
"""While somebody types, the line waits for a pause so long: nobody reads it between two keys."""

_GAP: Final = 16
"""Pixels that Qt puts around each part."""


class StatusLine(QObject):
    """Fills a status bar; it asks the session what is so whenever it is told to look."""

    def __init__(self, bar: QStatusBar, session: Session, words: Words) -> None:
        super().__init__(bar)
        self._bar, self._session, self._words = bar, session, words
        self._saved_at: datetime | None = None
        self._counter = LengthCounter()
        self._pages: dict[str, int] = {}
        self._labels = {name: QLabel(bar) for name in ("saved", "states", "pages", "length", "counts", "language")}
        for name, label in self._labels.items():
            label.setObjectName(f"{name}Label")
            bar.addPermanentWidget(label)
        self._shown: set[str] = set()
        self._about: tuple[str, Callable[[], Mapping[Severity, int] | None], str] | None = None
        self._rest = QTimer(bar, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show)
        bar.messageChanged.connect(self._make_room)
        bar.installEventFilter(self)

    def end(self) -> None:
        """Leave the bar."""
        self._rest.stop()
        self._bar.messageChanged.disconnect(self._make_room)
        self._bar.removeEventFilter(self)
        self.deleteLater()
        for label in self._labels.values():
            self._bar.removeWidget(label)
            label.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        if event.type() == QEvent.Type.Resize:
            self._make_room(self._bar.currentMessage())
        return super().eventFilter(watched, event)

    def note_saved(self) -> None:
        """Remember that everything was saved now."""
        self._saved_at = datetime.now()

    def note_pages(self, entry_id: str, pages: int) -> None:
        """Remember how many pages an article takes."""
        self._pages[entry_id] = pages

    def show(self, entry_id: str, counts: Callable[[], Mapping[Severity, int] | None]) -> None:
        """Show what is so now, soon.

        Args:
            entry_id: The entry at hand.
            counts: Tells how many findings there are of each severity, None while they are looked for.
        """
        before, self._about = self._about, (entry_id, counts, self._words.language)
        if before and (before[0], before[2]) == (entry_id, self._words.language):
            self._rest.start()
        else:
            self._show()

    def _show(self) -> None:
        if self._about is None:
            return
        entry_id, ask, _ = self._about
        entry, counts = self._session.entry(entry_id), ask()
        shown: dict[str, Text | None] = {
            "saved": self._saved(),
            "states": self._state_words(),
            "pages": self._page_words(entry) if entry else None,
            "length": self._length_words(entry) if entry else None,
            "counts": _count_words(counts),
            "language": LANGUAGE_NAMES[self._words.language],
        }
        for name, sentence in shown.items():
            self._labels[name].setText(self._words(sentence) if sentence else "")
        self._shown = {name for name, sentence in shown.items() if sentence}
        self._make_room(self._bar.currentMessage())

    def _make_room(self, message: str) -> None:
        """Hide parts where there is no room for all of them beside what the bar says."""
        widths = {name: self._labels[name].sizeHint().width() + _GAP for name in self._shown}
        room = self._bar.width() - self._bar.fontMetrics().horizontalAdvance(message) - 2 * _GAP
        hidden = set()
        for name in _GIVE_WAY:
            if name in widths and sum(widths.values()) > room:
                del widths[name]
                hidden.add(name)
        for name, label in self._labels.items():
            label.setVisible(name in self._shown - hidden)

    def _state_words(self) -> Text | None:
        """How many entries there are, and how many in the states most of them have; the tip tells of all states."""
        entries = self._session.workspace.entries
        if not entries:
            return None
        counted = Counter(entry.state for entry in entries)
        there = [state for state in STATES if counted[state]]
        said = [f"{self._words(STATE_NAMES[state])} {counted[state]}" for state in there]
        most = [said[there.index(state)] for state in sorted(there, key=lambda state: -counted[state])[:_MOST_STATES]]
        self._labels["states"].setToolTip("\n".join(said))
        self._labels["states"].setAccessibleDescription(", ".join(said))
        counted_words = plural("{count} entry", "{count} entries", len(entries))
        rest = ", ".join(most) + (", …" if len(counted) > _MOST_STATES else "")
        return text("{entries}: {states}", entries=counted_words, states=rest)

    def _saved(self) -> Text | None:
        if self._session.is_dirty:
            return text("Not saved")
        return text("Saved at {time}", time=f"{self._saved_at:%H:%M}") if self._saved_at else text("Saved")

    def _length_words(self, entry: Entry) -> Text:
        length = self._counter.count(entry.body)
        return text(
            "{words}, {characters}",
            words=plural("{count} word", "{count} words", length.words),
            characters=plural("{count} character", "{count} characters", length.characters),
        )

    def _page_words(self, entry: Entry) -> Text | None:
        pages = self._pages.get(entry.id)
        if pages is None:
            return None
        counted = plural("{count} page", "{count} pages", pages)
        if entry.first_page is None or entry.last_page is None:
            return counted
        return text("{pages} of {first}–{last}", pages=counted, first=entry.first_page, last=entry.last_page)


def _count_words(counts: Mapping[Severity, int] | None) -> Text:
    if counts is None:
        return text("Checking…")
    return text(
        "{errors}, {warnings}",
        errors=count_text("error", counts.get("error", 0)),
        warnings=count_text("warning", counts.get("warning", 0)),
    )
