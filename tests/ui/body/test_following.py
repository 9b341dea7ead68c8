"""A citation leads to its reference."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Span
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.folder import Opened
from proceedings_editor.templates.reader import shipped_template
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.body.following import reference_at
from tests.ui.body.sample import new_editor, put_cursor, words


@pytest.fixture
def editor(qtbot: QtBot) -> BodyEditor:
    references = (Reference((Span("Әуезов М. Абай жолы"),)), Reference((Span("Snow and water"),)))
    entry = Entry(id="dala", language="kk", body=(words("қар [2] еріді"),), references=references)
    workspace = Workspace(Collection(), shipped_template("kz-conference"), (entry,))
    editor = new_editor(Session(Path("absent"), Opened(workspace)))
    qtbot.addWidget(editor)
    return editor


def test_a_click_with_ctrl_leads_to_the_reference(editor: BodyEditor, qtbot: QtBot) -> None:
    put_cursor(editor, 0, 5)
    spot = editor.text.cursorRect().center() + QPoint(1, 0)
    with qtbot.waitSignal(editor.reference_wanted) as heard:
        qtbot.mouseClick(editor.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    assert heard.args == [Place(field="references.1")]


def test_a_click_beside_a_citation_leads_nowhere(editor: BodyEditor) -> None:
    assert [reference_at(editor.desk, at) for at in (0, 8)] == [None, None]
