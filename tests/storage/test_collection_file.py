from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from proceedings_editor.errors import ReadError
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.local import LocalText
from proceedings_editor.storage.collection_file import collection_from_text, collection_text
from proceedings_editor.storage.folder import read_settings
from tests.strategies import collections


@given(collections())
@settings(max_examples=60)
def test_a_collection_comes_back_equal_and_its_file_byte_for_byte(collection: Collection) -> None:
    words = collection_text(collection)
    again = collection_from_text(words, "collection.yaml")
    assert again == collection
    assert collection_text(again) == words


def test_sections_stand_in_two_levels() -> None:
    words = (
        "format: 1\nname: {kk: Дала}\nfirst_day: 2026-05-14\n"
        "sections:\n  - id: nature\n    number: I\n    sections:\n      - {id: water, number: 1, name: {en: Water}}\n"
    )
    water = Section("water", "1", LocalText(en="Water"))
    assert collection_from_text(words, "c") == Collection(
        name=LocalText("Дала"), first_day=date(2026, 5, 14), sections=(Section("nature", "I", sections=(water,)),)
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("format: 1\nsections:\n  - number: I\n", "collection.yaml, line 3: the key “id” is missing."),
        ("format: 1\nyear: MMXXVI\n", "collection.yaml, line 2: “MMXXVI” is not a whole number."),
        ("format: 1\nisbm: 1\n", "collection.yaml, line 2: the key “isbm” is not known here; did you mean “isbn”?"),
    ],
)
def test_a_fault_is_one_sentence(words: str, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        collection_from_text(words, "collection.yaml")
    assert str(caught.value) == sentence


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"There is no file collection\.yaml"):
        read_settings(tmp_path, {})
