"""The dialog that sends: which letter, about what, what goes out; it has drafts made and helps them on their way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.collection import largest_number
from proceedings_editor.app.mailing import KINDS, kind_of
from proceedings_editor.app.session import Session
from proceedings_editor.language.date import parse_date
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.mail.board import MailBoard
from proceedings_editor.ui.mail.preview import MailPreview
from proceedings_editor.ui.mail.showing import show_files
from proceedings_editor.ui.mail.table import MailTable
from proceedings_editor.ui.mail.tools import MailTools
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_PAUSE_MS: Final = 400
_LETTERS: Final = {"accepted": "accepted", "published": "published"}
"""State of an entry -> the letter that is probably wanted; else it is returned."""


class SendDialog(Dialog):
    """Sends letters about the chosen entries, or about all."""

    def __init__(self, session: Session, words: Words, jobs: Jobs, entry_ids: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sendDialog")
        self._session, self._words = session, words
        self._chosen = tuple(entry_ids)
        self._speaker = Speaker(words, self)
        self._board = MailBoard(session, jobs, self)
        self._letter, self._scope, self._deadline = QComboBox(self), QComboBox(self), QLineEdit(self)
        self._table, self._preview = MailTable(words, self), MailPreview(words, self)
        self._tools, self._bar, self._result = MailTools(words, self), QProgressBar(self), QLabel(self)
        self._make, self._close = QPushButton(self), QPushButton(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._name()
        self._offer()
        self._connect()
        resize_within_screen(self, 1080, 660)
        self._plan()

    # ------------------------------------------------------------------------------------------------------ set-up

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        for label, field in (
            (text("Letter"), self._letter),
            (text("Articles"), self._scope),
            (text("Answer until"), self._deadline),
        ):
            caption = QLabel(self)
            caption.setBuddy(field)
            self._speaker.say(caption.setText, label)
            head.addWidget(caption)
            head.addWidget(field)
            head.addSpacing(8)
        head.addStretch(1)
        self._deadline.setFixedWidth(self.fontMetrics().horizontalAdvance("00.00.0000") + 40)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.addWidget(self._table)
        middle.addWidget(self._preview)
        for part, share in enumerate((1, 2)):
            middle.setStretchFactor(part, share)
        middle.setSizes([400, 648])
        middle.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        self._result.setWordWrap(True)
        for widget in (self._result, self._bar):
            foot.addWidget(widget, 1)
        foot.addWidget(self._make)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(middle, 1)
        layout.addWidget(self._tools)
        layout.addLayout(foot)

    def _name(self) -> None:
        say = self._speaker
        say.say(self.setWindowTitle, text("Send"))
        names: Sequence[tuple[QWidget, str, Text]] = (
            (self._letter, "letterChoice", text("Letter")),
            (self._scope, "mailScope", text("Articles")),
            (self._deadline, "mailDeadline", text("Answer until")),
            (self._bar, "mailProgress", text("Progress")),
            (self._close, "sendCloseButton", text("Close")),
        )
        for widget, name, label in names:
            say.name(widget, name, label)
        say.say(self._close.setText, text("Close"))
        self._make.setObjectName("prepareButton")
        self._make.setDefault(True)
        self._result.setObjectName("sendResult")
        self._deadline.setPlaceholderText("12.05.2026")

    def _offer(self) -> None:
        """Fill the choices, and choose what is probably wanted."""
        chosen = plural("{count} chosen article", "{count} chosen articles", len(self._chosen))
        scopes = [("chosen", chosen)] if self._chosen else []
        for box, choices in (
            (self._letter, [(kind.name, kind.label) for kind in KINDS]),
            (self._scope, [*scopes, ("all", text("All articles"))]),
        ):
            for number, (value, label) in enumerate(choices):
                box.addItem("", value)
                self._speaker.say(partial(box.setItemText, number), label)
        first = self._session.entry(self._chosen[0]) if self._chosen else None
        wanted = _LETTERS.get(first.state, "returned") if first else "returned"
        self._letter.setCurrentIndex(self._letter.findData(wanted))

    def _connect(self) -> None:
        self._letter.currentIndexChanged.connect(self._plan)
        self._scope.currentIndexChanged.connect(self._plan)
        self._deadline.editingFinished.connect(self._take_deadline)
        self._tools.shrink_wanted.connect(self._take_shrink)
        self._tools.letters_wanted.connect(self._change_letters)
        self._tools.log_wanted.connect(self._show_log)
        self._table.row_chosen.connect(self._show)
        self._table.ticked.connect(self._count)
        board, preview = self._board, self._preview
        board.planned.connect(self._fill)
        board.row_changed.connect(self._take_row)
        board.stepped.connect(self._show_step)
        board.ended.connect(self._end)
        board.said.connect(self._say)
        preview.words_changed.connect(self._take_words)
        preview.open_wanted.connect(self._open)
        preview.files_wanted.connect(self._show_files)
        preview.sent_wanted.connect(lambda: board.mark(self._table.current))
        self._words.changed.connect(self._say_again)
        self._pause.timeout.connect(lambda: board.try_row(self._table.current))
        self._make.clicked.connect(self._prepare)
        self._close.clicked.connect(self._stop_or_close)

    # ---------------------------------------------------------------------------------------------------- all mails

    def _plan(self) -> None:
        chosen = self._chosen if self._scope.currentData() == "chosen" else ()
        names = tuple(name for name in chosen if self._session.entry(name))
        self._pause.stop()
        self._begin()
        self._board.plan(names, kind_of(self._letter.currentData()), self._day())
        self._table.fill({}, 0)

    def _fill(self) -> None:
        self._table.fill(self._board.rows, largest_number(self._session.workspace.entries))
        self._table.setFocus()

    def _day(self) -> date | None:
        found = parse_date(self._deadline.text())
        return found.date if found and not found.is_range else None

    def _take_deadline(self) -> None:
        if not self._deadline.isModified():
            return
        self._deadline.setModified(False)
        if self._deadline.text().strip() and self._day() is None:
            self._say(text("“{day}” is no day; write it as 12.05.2026.", day=self._deadline.text()))
        else:
            self._plan()

    def _take_shrink(self, wanted: bool) -> None:
        self._board.shrink(wanted)
        self._show(self._table.current)

    def _prepare(self) -> None:
        self._pause.stop()
        self._begin()
        self._board.prepare(self._table.wanted)

    # ----------------------------------------------------------------------------------------------------- one mail

    def _show(self, key: str) -> None:
        """Show a mail with its words; its files are counted after a pause."""
        if key not in self._board.rows:
            self._preview.show_words((), "", "")
            self._preview.show_files((), is_counted=True)
            self._preview.show_reasons((), "ready")
            self._preview.allow(editing=False, ways_out=False, marking=False)
            return
        draft = self._board.draft(key)
        self._preview.show_words(draft.recipients, draft.subject, draft.text)
        self._show_state(key)

    def _show_state(self, key: str) -> None:
        row, preview = self._board.rows[key], self._preview
        mark, _ = row.state
        preview.show_reasons(row.reasons, mark)
        waiting = row.has_draft and row.record is not None and row.record.what == "prepared"
        preview.allow(editing=True, ways_out=row.has_draft, marking=waiting)
        is_counted = row.has_draft or row.made is not None or not row.may_go
        preview.show_files(row.files(self._session.folder), is_counted=is_counted)
        if not is_counted:
            self._pause.start()

    def _take_row(self, key: str, wanted: bool) -> None:
        row = self._board.rows[key]
        self._table.show_row(key, row, ticked=wanted and (row.is_edited or row.is_wanted or self._table.is_ticked(key)))
        if key == self._table.current:
            self._show_state(key)

    def _take_words(self) -> None:
        if self._table.current in self._board.rows:
            self._board.take_words(self._table.current, *self._preview.words)

    def _open(self) -> None:
        path = self._board.draft_path(self._table.current)
        if path is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(
                text(
                    "No program opens mail drafts here; copy address, subject and text to your mail service and drag "
                    "the files there."
                )
            )

    def _show_files(self) -> None:
        files = self._board.rows[self._table.current].files(self._session.folder)
        paths = [file.path for file in files if file.path]
        if paths and not show_files(paths):
            self._say(text("The folder did not open; it is {folder}.", folder=paths[0].parent))

    # ---------------------------------------------------------------------------------------------- letters and log

    def _change_letters(self) -> None:
        """Let the words of the letters be changed; then the mails are planned again with them."""
        from proceedings_editor.ui.mail.letter_dialog import LetterDialog

        row = self._board.rows.get(self._table.current)
        language = row.mail.entry.language if row else self._words.language
        dialog = LetterDialog(self._session.folder, self._words, self._letter.currentData(), language, self)
        dialog.exec()
        dialog.deleteLater()
        if dialog.has_saved:
            self._plan()

    def _show_log(self) -> None:
        from proceedings_editor.ui.mail.log_dialog import MailLog

        dialog = MailLog(self._session, self._words, self)
        dialog.exec()
        dialog.deleteLater()

    # -------------------------------------------------------------------------------------------------------- state

    def _begin(self) -> None:
        self._bar.setRange(0, 0)
        self._close.setText(self._words(text("Stop")))
        self._allow(working=True)

    def _end(self, sentence: Text) -> None:
        self._say(sentence)
        self._close.setText(self._words(text("Close")))
        self._allow(working=False)
        self._show(self._table.current)

    def _allow(self, *, working: bool) -> None:
        for widget in (self._letter, self._scope, self._deadline, self._table, self._preview, self._tools):
            widget.setEnabled(not working)
        self._bar.setVisible(working)
        self._result.setVisible(not working)
        self._count()

    def _count(self) -> None:
        """Say how many drafts the button makes."""
        count = len(self._table.wanted)
        label = plural("Prepare {count} mail", "Prepare {count} mails", count) if count else text("Prepare")
        self._make.setText(self._words(label))
        self._make.setAccessibleName(self._make.text())
        self._make.setEnabled(count > 0 and not self._bar.isVisibleTo(self))

    def _say_again(self) -> None:
        """Say in another language what no speaker says."""
        for key, row in self._board.rows.items():
            self._table.show_row(key, row, ticked=self._table.is_ticked(key))
        self._show(self._table.current)
        self._close.setText(self._words(text("Stop") if self._bar.isVisibleTo(self) else text("Close")))
        self._count()

    def _say(self, sentence: Text) -> None:
        self._result.setText(self._words(sentence))

    def _show_step(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _stop_or_close(self) -> None:
        if self._board.is_busy:
            self._board.stop()
        else:
            self.reject()

    def reject(self) -> None:
        """See Qt, which comes here from Escape and from the window's own cross too; what is under way is stopped."""
        self._pause.stop()
        self._board.stop()
        super().reject()
