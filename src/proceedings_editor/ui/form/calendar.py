"""A calendar beside a date's line."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from proceedings_editor.model.fields import Field
from proceedings_editor.texts import text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.icon import SMALL, Icons, drawing
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_AFTER: Final = {"last_day": ("first_day",), "returned": ("received",), "accepted": ("returned", "received")}
"""The days a day comes after: where it is not known yet, its calendar opens at the last one known of these."""
_ROOM: Final = QSize(280, 230)


class CalendarButton(QToolButton):
    """Opens a calendar and sets the day chosen in it."""

    def __init__(self, subject: Subject, path: str, field: Field, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._subject, self._path, self._field, self._words = subject, path, field, words
        self.setIconSize(QSize(SMALL, SMALL))
        Icons(self).give(self.setIcon, "calendar")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        speaker = Speaker(words, self)
        speaker.name(self, f"calendar_{path.replace('.', '_')}", text("Calendar"))
        speaker.say(self.setToolTip, text("Calendar"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        _colour(calendar)
        calendar.setMinimumSize(_ROOM)  # its own hint forgets the last week
        calendar.setLocale(QLocale(self._words.language))
        if day := self._day_to_begin_at():
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(self._set)
        calendar.clicked.connect(self._set)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _day_to_begin_at(self) -> date | None:
        days = map(self._subject.value, (self._path, *_AFTER.get(self._field.key, ())))
        return next((day for day in days if isinstance(day, date)), None)

    def _set(self, day: QDate) -> None:
        self._subject.set(self._path, date(day.year(), day.month(), day.day()), self._field.label)


def _colour(calendar: QCalendarWidget) -> None:
    """Give days off and arrows colours that are seen on light and on dark; Qt's own are red and black on both."""
    off = QTextCharFormat()
    off.setForeground(severity_colour("error", calendar.palette()))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, off)
    strong = calendar.palette().color(QPalette.ColorRole.HighlightedText)
    for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        if arrow := calendar.findChild(QToolButton, name):
            arrow.setIcon(QIcon(drawing(sign, strong, SMALL)))
