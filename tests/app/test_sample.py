"""The sample collection as a thing to play with."""

from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.sample import copy_sample
from proceedings_editor.errors import WriteError
from proceedings_editor.resources import shipped


def test_a_copy_opens_and_says_what_the_sample_says(tmp_path: Path) -> None:
    copied = open_collection(copy_sample(tmp_path))
    assert copied.problems == ()
    assert copied.workspace == open_collection(shipped("examples", "steppe-2026")).workspace


def test_a_second_copy_leaves_the_first_alone(tmp_path: Path) -> None:
    first = copy_sample(tmp_path)
    (first / "collection.yaml").write_text("mine", encoding="utf-8")
    second = copy_sample(tmp_path)
    assert second != first
    assert (first / "collection.yaml").read_text(encoding="utf-8") == "mine"


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError):
        copy_sample(tmp_path / "file")
