"""Whatever a person does to the article, in whatever order: model, text and history never differ."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.body_edit.line import body_of, lines_of
from proceedings_editor.model.body_edit.share import shared
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.ui.body.editor import BodyEditor
from tests.ui.body.hand import Hand
from tests.ui.body.sample import new_editor, new_session


def check(editor: BodyEditor, session: Session, where: str) -> None:
    entry = session.entry("dala")
    assert entry is not None
    sync = editor.sync
    assert sync.body == entry.body, where
    walked = sync.walked()
    assert shared(entry.body, walked) == entry.body, where
    assert sum(unit.count for unit in sync.units) == sync.document.blockCount() == len(lines_of(entry.body)), where
    assert body_of(lines_of(entry.body)) == entry.body, where


@pytest.mark.parametrize("seed", range(4))
def test_model_text_and_history_never_differ(qtbot: QtBot, caplog: pytest.LogCaptureFixture, seed: int) -> None:
    run(seed, 300, caplog)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 112))
def test_model_text_and_history_never_differ_for_long(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    run(seed, 2000, caplog)


def run(seed: int, steps: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    session = new_session()
    editor = new_editor(session)
    hand = Hand(editor, session, seed)
    first: Workspace = session.workspace
    try:
        for step in range(steps):
            name = hand.go()
            assert not caplog.records, f"{seed}/{step} {name}: {caplog.text}"
            check(editor, session, f"{seed}/{step} {name}")
        undo_everything(editor, session, first)
    finally:
        editor.close()
        editor.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not caplog.records


def undo_everything(editor: BodyEditor, session: Session, first: Workspace) -> None:
    while session.redo():
        pass
    last = session.workspace
    while session.undo():
        check(editor, session, "undoing")
    assert session.workspace is first
    entry = session.entry("dala")
    assert entry and all(shown is block for shown, block in zip(editor.sync.body, entry.body, strict=True))
    while session.redo():
        check(editor, session, "redoing")
    assert session.workspace is last
