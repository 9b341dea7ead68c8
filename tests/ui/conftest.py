"""What the window's tests share: a copy of the sample collection, and who looks after what Qt leaves behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.resources import shipped
from proceedings_editor.ui.words import Words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "жинақ"
    shutil.copytree(shipped("examples", "steppe-2026"), copy)
    return copy


@pytest.fixture
def session(folder: Path) -> Session:
    return Session(folder, open_collection(folder))


@pytest.fixture
def words(qapp: QApplication) -> Words:
    return Words("en", qapp)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the window's tests: it is being built, see ARCHITECTURE.md."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("window")
