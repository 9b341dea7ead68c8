"""A hand that does to an article whatever a person can do, at random."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Run
from proceedings_editor.model.body_edit.fragment import moved
from proceedings_editor.model.body_edit.spot import Spot, Stretch
from proceedings_editor.model.body_edit.table import new_table
from proceedings_editor.model.body_edit.text import put_in
from proceedings_editor.model.edit import ReplaceText, SetBody, SetField
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import texts
from proceedings_editor.texts import text
from proceedings_editor.ui.body.command import (
    COMMANDS,
    LANGUAGES,
    STYLES,
    TABLE,
    insert_table,
    set_language,
    set_link,
)
from proceedings_editor.ui.body.editor import BodyEditor
from tests.ui.body.sample import NOTE, X, press, type_text

LETTERS = "әғқңөұүһі абв xyz 12 .,;()😀"
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Hand:
    """Does things at random, always the same for one seed."""

    def __init__(self, editor: BodyEditor, session: Session, seed: int) -> None:
        self.editor = editor
        self.session = session
        self.chance = random.Random(seed)
        self.first = editor.sync.body
        self.steps: dict[str, Callable[[], None]] = {
            "type": lambda: type_text(editor, "".join(self.chance.choices(LETTERS, k=self.chance.randint(1, 6)))),
            "backspace": lambda: press(editor, Qt.Key.Key_Backspace),
            "delete": lambda: press(editor, Qt.Key.Key_Delete),
            "word back": lambda: press(editor, Qt.Key.Key_Backspace, modifiers=CONTROL),
            "enter": lambda: press(editor, Qt.Key.Key_Return, "\r"),
            "soft break": lambda: press(editor, Qt.Key.Key_Return, "\r", SHIFT),
            "tab": lambda: press(editor, Qt.Key.Key_Tab, "\t"),
            "back tab": lambda: press(editor, Qt.Key.Key_Backtab, "", SHIFT),
            "page break": lambda: press(editor, Qt.Key.Key_Return, "\r", CONTROL),
            "command": self.command,
            "table": self.table,
            "style": lambda: editor.toolbar.run(self.chance.choice(STYLES)),
            "language": lambda: set_language(editor.desk, self.chance.choice(LANGUAGES)[0]),
            "link": lambda: set_link(editor.desk, self.chance.choice(("", "https://example.kz/a"))),
            "note": lambda: self.put(self.chance.choice((NOTE, X))),
            "cut": lambda: press(editor, Qt.Key.Key_X, modifiers=CONTROL),
            "copy and paste": self.copy_and_paste,
            "paste": self.paste,
            "compose": self.compose,
            "fix": self.fix,
            "drag": self.drag,
            "move": self.move,
            "field": self.field,
            "undo": lambda: press(editor, Qt.Key.Key_Z, modifiers=CONTROL),
            "redo": lambda: press(editor, Qt.Key.Key_Z, modifiers=CONTROL | SHIFT),
            "undo all": self.undo_some,
        }
        self.weights = [
            6 if name == "type" else 3 if name in ("backspace", "delete", "enter") else 1 for name in self.steps
        ]

    def go(self) -> str:
        if len(self.editor.sync.body) < 8:
            self.session.apply(SetBody("dala", self.first, text("Reload"), Place(block=(0,))))
        self.place()
        name = self.chance.choices(list(self.steps), self.weights)[0]
        self.steps[name]()
        return name

    def put(self, run: Run) -> None:
        """Insert a note or a formula, as their dialogs do."""
        desk = self.editor.desk
        spot = desk.spot()
        behind = Spot(spot.line, spot.offset + 1)
        body = put_in(desk.sync.body, Stretch(spot.line, spot.offset, spot.offset), (run,))
        desk.change(body, text("Footnote"), (behind, behind))

    def place(self) -> None:
        """Put the cursor somewhere, at edges more often; sometimes select to near or far."""
        document = self.editor.sync.document
        block = document.findBlockByNumber(self.chance.randrange(document.blockCount()))
        spots = (
            block.position(),
            block.position() + block.length() - 1,
            self._inside(block.position(), block.length()),
        )
        anchor = position = self.chance.choice(spots)
        if self.chance.random() < 0.3:
            reach = self.chance.choice((5, 5, 40, 40, 120))
            position = max(0, min(anchor + self.chance.randint(-reach, reach), document.characterCount() - 1))
            position = self._whole(position)
        if self.chance.random() < 0.9:
            self.editor.desk.place_caret(anchor, position)
            self.session.close_step()

    def _inside(self, start: int, length: int) -> int:
        return self._whole(start + self.chance.randrange(length))

    def _whole(self, position: int) -> int:
        """A position that parts no pair of surrogates, as no key leads there."""
        cursor = QTextCursor(self.editor.sync.document)
        cursor.setPosition(position)
        block = cursor.block()
        units = block.text().encode("utf-16-le")[: 2 * (position - block.position())]
        return position - 1 if len(units) > 1 and 0xD8 <= units[-1] <= 0xDB else position

    def command(self) -> None:
        self.editor.toolbar.run(self.chance.choice([command for command in COMMANDS if not command.dialog]))

    def table(self) -> None:
        command = self.chance.choice(TABLE)
        if command.dialog:
            insert_table(self.editor.desk, new_table(3, 3))
        else:
            self.editor.toolbar.run(command)

    def copy_and_paste(self) -> None:
        if self.editor.text.textCursor().hasSelection():
            data = self.editor.text.createMimeDataFromSelection()
            self.place()
            self.editor.text.insertFromMimeData(data)

    def drag(self) -> None:
        if self.editor.text.textCursor().hasSelection():
            data = self.editor.text.createMimeDataFromSelection()
            document = self.editor.sync.document
            self.editor.text.dropped(data, self._whole(self.chance.randrange(document.characterCount())), True)

    def paste(self) -> None:
        data = QMimeData()
        plain, rich = "бір жол\nекі жол\n", "<p>Бір <b>жол</b></p><ul><li>а</li><li>ә</li></ul><h2>Тақырып</h2>"
        if self.chance.random() < 0.5:
            data.setText(plain)
        else:
            data.setHtml(rich)
        self.editor.text.insertFromMimeData(data)

    def compose(self) -> None:
        for preedit, commit in (("ә", ""), ("әл", self.chance.choice(("", "әліп")))):
            event = QInputMethodEvent(preedit if not commit else "", [])
            event.setCommitString(commit)
            QApplication.sendEvent(self.editor.text, event)
        QApplication.sendEvent(self.editor.text, QInputMethodEvent("", []))

    def fix(self) -> None:
        entry = self.session.entry("dala")
        assert entry
        found = list(texts(entry.body))
        if found:
            path, _ = self.chance.choice(found)
            self.session.apply(ReplaceText("dala", Place(block=path, start=0, end=1), "Ң", text("Fix")))

    def move(self) -> None:
        body = self.editor.sync.body
        if body:
            index = self.chance.randrange(len(body))
            new = moved(body, index, index, self.chance.choice((-3, -1, 1, 2)))
            self.session.apply(SetBody("dala", new, text("Move"), Place(block=(0,))))

    def field(self) -> None:
        self.session.apply(SetField("dala", "title.kk", f"Атау {self.chance.random()}", text("Title")))

    def undo_some(self) -> None:
        for _ in range(self.chance.randint(1, 12)):
            self.session.undo()
        for _ in range(self.chance.randint(0, 8)):
            self.session.redo()
