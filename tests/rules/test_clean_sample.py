"""The shipped sample is what a tidy collection looks like: no rule has anything to say about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.facts import gather_facts
from proceedings_editor.app.page_count import count_pages
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.resources import shipped
from proceedings_editor.rules.engine import Engine
from tests.rules.defect import DAY

SAMPLE = shipped("examples", "steppe-2026")
AFTER = DAY.replace(year=2026)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_in_it(language: Language) -> None:
    opened = open_collection(SAMPLE)
    where = opened.workspace
    theirs = [entry for entry in where.entries if entry.language == language]
    assert theirs
    counted = count_pages(SAMPLE, where, where.entries, NoProgress(), NeverCancelled(), processes=1)
    assert set(counted.pages) == {entry.id for entry in where.entries}
    engine = Engine(where, gather_facts(SAMPLE, where, AFTER, counted.pages, opened.sources))
    for entry in theirs:
        assert [(one.code, one.place, one.text) for one in engine.check_entry(entry).findings] == []
    assert engine.check().findings == ()
    assert engine.broken == ()


def test_the_book_made_of_it_has_none_either() -> None:
    opened = open_collection(SAMPLE)
    facts = replace(gather_facts(SAMPLE, opened.workspace, AFTER), book=True)
    assert Engine(opened.workspace, facts).check_collection().findings == ()
