from __future__ import annotations

import pytest

from proceedings_editor.errors import ReadError
from proceedings_editor.language.word_list import rows
from proceedings_editor.resources import shipped

LISTS = ("irsti_rubrics", "joined_words", "mail_domains", "months", "person_words", "yo_words")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_its_source_and_every_row_has_its_columns(name: str) -> None:
    lines = shipped("data", f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Source: ")
    columns = len(lines[1].split("\t"))
    assert {len(line.split("\t")) for line in lines[2:]} == {columns}
    assert len(rows(name)) == len(lines) - 2


def test_a_missing_list_is_one_sentence() -> None:
    with pytest.raises(ReadError, match=r"word list no_such_list\.tsv"):
        rows("no_such_list")
