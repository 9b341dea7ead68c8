"""Edits change the place they name and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.body import Cell, ListBlock, ListItem, Paragraph, Span, Table, plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import EditError, ReplaceText, SetField, SettleReading
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.template import Template
from proceedings_editor.model.walk import Path, texts
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import text

LABEL = text("Change")
BODY = (
    Paragraph((Span("Бірінші абзац"),)),
    ListBlock(
        (
            ListItem((Paragraph((Span("бір"),)), Paragraph((Span("екі"),)))),
            ListItem((Paragraph((Span("үш"),)),)),
        )
    ),
    Table(((Cell((Paragraph((Span("ұяшық"),)),)), Cell()),), caption=(Span("Кесте атауы"),)),
)
ENTRY = Entry(
    "a1",
    title=LocalText(kk="Су туралы"),
    authors=(Author(surname="Сүлейменова"),),
    body=BODY,
    references=(Reference((Span("Кітап"), Span(" атауы", italic=True))),),
    readings=(Reading("title.kk", "СУ ТУРАЛЫ", "head"), Reading("udc.0", "ӘОЖ 5", "head")),
)
WORKSPACE = Workspace(Collection(), Template("t"), (ENTRY, Entry("b2")))


def test_a_field_is_set_and_everything_else_is_shared() -> None:
    after = SetField("a1", "authors.0.surname", "Сүлеймен", LABEL).apply(WORKSPACE)
    assert after.entries[0].authors[0].surname == "Сүлеймен"
    assert after.entries[0].body is ENTRY.body
    assert after.entries[1] is WORKSPACE.entries[1]
    assert replace(after, entries=WORKSPACE.entries) == WORKSPACE


def test_a_value_is_appended_at_the_length_of_a_list() -> None:
    after = SetField("a1", "udc.0", "34", LABEL).apply(WORKSPACE)
    assert after.entries[0].udc == ("34",)


def test_a_field_of_the_collection_is_set() -> None:
    edit = SetField("", "name.ru", "Вода", LABEL)
    assert edit.apply(WORKSPACE).collection.name.ru == "Вода"
    assert edit.place == Place(field="collection.name.ru")


def test_setting_the_same_value_gives_the_same_workspace() -> None:
    assert SetField("a1", "title.kk", "Су туралы", LABEL).apply(WORKSPACE) is WORKSPACE


@pytest.mark.parametrize("path", ["colour", "title.de", "authors.3.surname", "authors.x", "udc.5"])
def test_a_field_that_is_not_there_is_refused(path: str) -> None:
    with pytest.raises(EditError):
        SetField("a1", path, "x", LABEL).apply(WORKSPACE)


@pytest.mark.parametrize("path", [path for path, _ in texts(BODY)])
def test_words_of_every_block_can_be_replaced(path: Path) -> None:
    before = dict(texts(ENTRY.body))
    after = ReplaceText("a1", Place(block=path, start=0, end=2), "Ә", LABEL).apply(WORKSPACE)
    changed = dict(texts(after.entries[0].body))
    assert plain_text(changed.pop(path)) == "Ә" + plain_text(before.pop(path))[2:]
    assert changed == before


def test_words_of_references_and_lines_can_be_replaced() -> None:
    after = ReplaceText("a1", Place("references.0", (), 5, 6), ", ", LABEL).apply(WORKSPACE)
    assert plain_text(after.entries[0].references[0].text) == "Кітап, атауы"
    after = ReplaceText("a1", Place("title.kk", (), 0, 2), "Жер", LABEL).apply(WORKSPACE)
    assert after.entries[0].title.kk == "Жер туралы"


@pytest.mark.parametrize("place", [Place(block=(9,)), Place(block=(1,)), Place(block=(0, 0)), Place("authors")])
def test_words_that_are_not_there_are_refused(place: Place) -> None:
    with pytest.raises(EditError):
        ReplaceText("a1", place, "x", LABEL).apply(WORKSPACE)


def test_an_entry_that_is_not_there_is_refused() -> None:
    with pytest.raises(EditError):
        SetField("zz", "edn", "x", LABEL).apply(WORKSPACE)


def test_settling_drops_the_readings_of_the_field_and_takes_the_chosen_one() -> None:
    take = SetField("a1", "title.kk", "СУ ТУРАЛЫ", LABEL)
    after = SettleReading("a1", "title.kk", LABEL, take).apply(WORKSPACE)
    assert after.entries[0].title.kk == "СУ ТУРАЛЫ"
    assert [reading.field for reading in after.entries[0].readings] == ["udc.0"]
