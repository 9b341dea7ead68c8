"""A session on a copy of the shipped sample, and a preview of one of its entries."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.preview.panel import PreviewPanel
from proceedings_editor.ui.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "resources" / "examples" / "steppe-2026"
SHORT, OTHER = "ozera", "beldeu"

Open = Callable[[str], PreviewPanel]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    folder = tmp_path / "collection"
    shutil.copytree(EXAMPLE, folder)
    return Session(folder, open_collection(folder))


@pytest.fixture
def words(qapp: QApplication) -> Words:
    return Words("en")


@pytest.fixture
def panel(qtbot: QtBot, session: Session, words: Words) -> Iterator[PreviewPanel]:
    """An empty panel on the screen."""
    jobs = Jobs()
    made = PreviewPanel(session, words, jobs)
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    jobs.shut_down()


@pytest.fixture
def shown(qtbot: QtBot, panel: PreviewPanel) -> PreviewPanel:
    """A panel that shows the pages of one entry."""
    show(qtbot, panel, SHORT)
    return panel


def show(qtbot: QtBot, panel: PreviewPanel, entry_id: str) -> None:
    with qtbot.waitSignal(panel.page_count_found, timeout=20_000):
        panel.show_entry(entry_id)
