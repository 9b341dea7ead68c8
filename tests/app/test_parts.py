"""Parts of one entry taken over into another."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from proceedings_editor.app.parts import REFERENCES, copy_parts, parts_of
from proceedings_editor.model.body import Span, plain_text
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author, Supervisor
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.templates.reader import shipped_template
from tests.strategies import entries

COLLECTION = Collection(sections=(Section("s1", "I", LocalText("Су", "Вода", "Water")),))
TEMPLATE = shipped_template("kz-conference")


def reference(words: str) -> Reference:
    return Reference((Span(words),))


SOURCE = Entry(
    "e1",
    number=7,
    first_page=3,
    section="s1",
    udc=("556.5",),
    doi="10.5555/12",
    title=LocalText("Өзен", "Река"),
    authors=(Author(surname="Есенов", given_name="Қ."),),
    supervisors=(Supervisor(surname="Граников", given_name="Д."),),
    references=(reference("Дала сулары. – 2020."), reference("Снег. – 2019.")),
)
TARGET = Entry("e2", number=8, title=LocalText("Көл"), references=(reference("Дала  сулары – 2020"),))


def taken(source: Entry, target: Entry, *keys: str) -> Entry:
    workspace = Workspace(COLLECTION, TEMPLATE, (source, target))
    return copy_parts(source, target, keys).apply(workspace).entries[-1]


def test_what_may_be_taken_over_is_told_with_what_is_there_now() -> None:
    parts = parts_of(SOURCE, TARGET, COLLECTION)
    assert list(parts) == ["section", "udc", "title", "authors", "supervisors", REFERENCES]
    assert (parts["section"].saved, parts["section"].recovered) == ("I Су", "")
    assert (parts["title"].saved, parts["title"].recovered) == ("Өзен\nРека", "Көл")
    assert (parts[REFERENCES].saved, parts[REFERENCES].recovered) == ("Снег. – 2019.", "Дала  сулары – 2020")


def test_only_what_is_ticked_is_taken() -> None:
    now = taken(SOURCE, TARGET, "supervisors", "udc")
    assert now == replace(TARGET, supervisors=SOURCE.supervisors, udc=SOURCE.udc)


def test_references_come_behind_those_there_and_none_twice() -> None:
    now = taken(SOURCE, TARGET, REFERENCES)
    assert [plain_text(one.text) for one in now.references] == ["Дала  сулары – 2020", "Снег. – 2019."]


def test_what_was_found_for_a_value_goes_with_it() -> None:
    readings = (Reading("authors.0.email", "a@b.kz", "head"), Reading("title.kk", "Көлдер", "head"))
    target = replace(TARGET, readings=readings)
    assert taken(SOURCE, target, "authors").readings == readings[1:]


@given(entries(), entries())
def test_everything_ticked_is_then_the_same(source: Entry, target: Entry) -> None:
    source, target = replace(source, id="a1"), replace(target, id="a2")
    parts = parts_of(source, target, COLLECTION)
    if not parts:
        return
    workspace = Workspace(COLLECTION, TEMPLATE, (source, target))
    after = {one.id: one for one in copy_parts(source, target, tuple(parts)).apply(workspace).entries}
    assert after["a1"] == source
    assert parts_of(source, after["a2"], COLLECTION) == {}
    own = ("id", "number", "first_page", "last_page", "doi", "edn", "language", "state", "body", "originality")
    assert all(getattr(after["a2"], key) == getattr(target, key) for key in own)
