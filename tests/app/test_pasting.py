"""Pasted people: each fact is told before it is taken, and they come behind those there are."""

from __future__ import annotations

from proceedings_editor.app.pasting import add_people, people_in, told
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.person import Author, Supervisor
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace

LINE = "Ким Анна Борисовна, доцент, Сарыдалинский университет, г. Костанай, a.kim@uni.kz"


def test_every_fact_is_told_with_its_label_and_language() -> None:
    ((person, rest),) = people_in(LINE, "authors", "ru")
    rows = {(str(row.label), row.language): row.recovered for row in told(person, "en")}
    assert rest == ()
    assert rows[("Surname", "")] == "Ким"
    assert rows[("E-mail", "")] == "a.kim@uni.kz"
    assert rows[("Organisation", "ru")] == "Сарыдалинский университет"
    assert rows[("City", "ru")] == "Костанай"
    assert "" not in rows.values()


def test_a_supervisor_keeps_what_supervisors_have() -> None:
    ((person, _),) = people_in(LINE, "supervisors", "ru")
    assert isinstance(person, Supervisor)
    assert (person.surname, person.post.ru, len(person.affiliations)) == ("Ким", "доцент", 1)


def test_people_come_behind_those_there_are_and_an_empty_place_goes() -> None:
    entry = Entry("1", authors=(Author(surname="Цой"), Author()))
    workspace = Workspace(Collection(), Template("t"), (entry,))
    people = [person for person, _ in people_in(LINE, "authors", "ru")]
    (after,) = add_people(entry, "authors", people).apply(workspace).entries
    assert [author.surname for author in after.authors] == ["Цой", "Ким"]
