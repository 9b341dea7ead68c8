"""Opening a collection leaves Python's collector as it was, whatever happens."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from proceedings_editor.app.collection import open_collection
from proceedings_editor.errors import ReadError
from tests.app.sample import EXAMPLE


def test_the_collector_goes_on_after_opening_and_leaves_the_entries_out() -> None:
    gc.unfreeze()
    opened = open_collection(EXAMPLE)
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000
    assert len(opened.workspace.entries) == 4
    gc.unfreeze()


def test_the_collector_goes_on_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        open_collection(tmp_path)
    assert gc.isenabled()
