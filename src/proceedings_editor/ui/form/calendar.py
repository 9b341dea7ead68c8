"""A calendar beside a date's line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from proceedings_editor.model.fields import Field
from proceedings_editor.texts import text
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words


class CalendarButton(QToolButton):
    """Opens a calendar and sets the day chosen in it."""

    def __init__(self, subject: Subject, path: str, field: Field, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._subject, self._path, self._field, self._words = subject, path, field, words
        self.setText("▾")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        Speaker(words, self).name(self, f"calendar_{path.replace('.', '_')}", text("Calendar"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(QLocale(self._words.language))
        day = self._subject.value(self._path)
        if isinstance(day, date):
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(self._set)
        calendar.clicked.connect(self._set)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _set(self, day: QDate) -> None:
        self._subject.set(self._path, date(day.year(), day.month(), day.day()), self._field.label)
