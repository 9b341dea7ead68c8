"""The dialog of the rules changes the template of the collection in one step, and its file when saved."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.rules.engine import Engine
from proceedings_editor.ui.problem.rule_dialog import RuleDialog
from proceedings_editor.ui.words import Words

W = TypeVar("W", bound=QObject)


def child(widget: QObject, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found, name
    return found


def row(dialog: RuleDialog, code: str) -> QTreeWidgetItem:
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    (found,) = child(dialog, QTreeWidget, "ruleList").findItems(f"{code} ", flags)
    return found


def choose(dialog: RuleDialog, code: str, severity: str) -> None:
    child(dialog, QTreeWidget, "ruleList").setCurrentItem(row(dialog, code))
    box = child(dialog, QComboBox, "ruleSeverity")
    box.setCurrentIndex(box.findData(severity))


def test_severity_and_options_become_one_step_and_are_saved(
    session: Session, folder: Path, words: Words, qtbot: QtBot
) -> None:
    before = session.workspace
    lines = (folder / "template.yaml").read_text(encoding="utf-8")
    dialog = RuleDialog(session, words, None)  # type: ignore[arg-type]  # no window around it here
    qtbot.addWidget(dialog)
    choose(dialog, "UDC001", "off")
    choose(dialog, "CHAR001", "warning")
    child(dialog, QPlainTextEdit, "option_allow").setPlainText("бiлiм\n\n IТ ")
    dialog.accept()
    assert dict(session.workspace.template.rules) == {
        "CHAR001": RuleSettings("warning", {"allow": ["бiлiм", "IТ"]}),
        "UDC001": RuleSettings("off"),
    }
    Engine(session.workspace)
    session.save()
    assert open_collection(folder).workspace.template.rules == session.workspace.template.rules
    saved = (folder / "template.yaml").read_text(encoding="utf-8")
    assert saved.startswith(lines.rstrip("\n"))
    session.undo()
    assert session.workspace is before
    session.save()
    assert (folder / "template.yaml").read_text(encoding="utf-8") == lines


def test_what_is_as_it_comes_is_not_written(session: Session, words: Words, qtbot: QtBot) -> None:
    before = session.workspace
    dialog = RuleDialog(session, words, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    choose(dialog, "CITE001", "warning")
    choose(dialog, "CITE001", "")
    dialog.accept()
    assert session.workspace is before


def test_cancelling_changes_nothing(session: Session, words: Words, qtbot: QtBot) -> None:
    before = session.workspace
    dialog = RuleDialog(session, words, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    choose(dialog, "CITE001", "off")
    dialog.reject()
    assert session.workspace is before


def test_a_rule_is_found_by_words_and_explained(session: Session, words: Words, qtbot: QtBot) -> None:
    dialog = RuleDialog(session, words, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    child(dialog, QLineEdit, "ruleSearch").setText("cite001")
    assert not row(dialog, "CITE001").isHidden()
    assert row(dialog, "CHAR001").isHidden()
    choose(dialog, "CITE001", "")
    assert "CITE001" in child(dialog, QTextBrowser, "ruleManual").toPlainText()
