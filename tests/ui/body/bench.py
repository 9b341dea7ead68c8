"""An editor over a body, worked with as a person does, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from proceedings_editor.model.body import Body
from proceedings_editor.ui.body.command import COMMANDS, TABLE
from tests.ui.body.sample import new_editor, new_session, press


class Bench:
    """An editor; `folder` is where its pictures are."""

    def __init__(self, qtbot: QtBot, *body: object, folder: Path | None = None) -> None:
        self.session = new_session(tuple(body), folder)  # type: ignore[arg-type]
        self.editor = new_editor(self.session)
        qtbot.addWidget(self.editor)

    @property
    def body(self) -> Body:
        entry = self.session.entry("dala")
        assert entry
        assert self.editor.sync.walked() == entry.body
        return entry.body

    def select(self, line: int, start: int, end: int, last: int | None = None) -> None:
        document = self.editor.sync.document
        first = document.findBlockByNumber(line).position() + start
        self.editor.desk.place_caret(first, document.findBlockByNumber(line if last is None else last).position() + end)

    def run(self, name: str) -> None:
        self.editor.toolbar.run(next(command for command in (*COMMANDS, *TABLE) if command.id == name))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        press(self.editor, key, "\r" if key == Qt.Key.Key_Return else "", modifiers)
