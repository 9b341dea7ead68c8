from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.model.person import Affiliation
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.templates.reader import shipped_template
from tests.rules.sample import COLLECTION, author, entry, found, only, template, workspace


def requiring(*paths: str, entry: Entry) -> Workspace:
    return workspace(entry, template=template(required=paths))


def places(where: Workspace) -> list[str]:
    return [finding.place.field for finding in found("META001", where)]


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("title", {"title": LocalText(ru="Вода")}),
        ("title.kk", {"title": LocalText("Су")}),
        ("keywords.en", {"keywords": LocalWords(en=("water",))}),
        ("number", {"number": 0}),
        ("authors.affiliations.city", {}),
        ("authors.affiliations.organisation.ru", {}),
        ("references", {}),
        ("body", {}),
    ],
)
def test_what_is_filled_is_right(path: str, facts: dict[str, object]) -> None:
    assert not places(requiring(path, entry=entry(**facts)))


@pytest.mark.parametrize(
    ("path", "facts", "missing"),
    [
        ("udc", {"udc": ()}, "udc"),
        ("section", {"section": ""}, "section"),
        ("title.en", {}, "title.en"),
        ("title", {"title": LocalText()}, "title"),
        ("abstract.ru", {"abstract": LocalText("Аңдатпа", " ")}, "abstract.ru"),
        ("keywords.kk", {}, "keywords.kk"),
        ("number", {"number": None}, "number"),
        ("references", {"references": (), "body": ()}, "references"),
        ("body", {"body": ()}, "body"),
        ("authors.spin", {}, "authors.0.spin"),
        ("authors.affiliations.department", {}, "authors.0.affiliations.0.department"),
        ("authors.affiliations.country", {"authors": ()}, "authors"),
    ],
)
def test_what_is_empty_is_an_error(path: str, facts: dict[str, object], missing: str) -> None:
    finding = only("META001", requiring(path, entry=entry(**facts)))
    assert (finding.severity, finding.place.field, finding.fix) == ("error", missing, None)


def test_every_author_is_asked_for_and_nothing_twice() -> None:
    two = entry(authors=(author(), author(email=" ", affiliations=(Affiliation(), Affiliation()))))
    assert places(requiring("authors", "authors.email", "authors.affiliations.city", entry=two)) == [
        "authors.1.email",
        "authors.1.affiliations.0.city",
        "authors.1.affiliations.1.city",
    ]
    assert places(requiring("authors", "authors.email", "authors.orcid", entry=entry(authors=()))) == ["authors"]


def test_one_address_is_enough_where_only_the_corresponding_authors_is_printed() -> None:
    two = entry(authors=(author(email=""), author()))
    journal = replace(shipped_template("kz-journal"), required=("authors.email",))
    serial = replace(COLLECTION, issn="1991-3494")
    assert not places(workspace(two, collection=serial, template=journal))
    nobody = entry(authors=(author(email=""),))
    assert places(workspace(nobody, collection=serial, template=journal)) == ["authors.0.email"]


def test_a_fact_of_the_collection_is_missed_once() -> None:
    where = workspace(
        entry(),
        entry(id="e2", number=13, first_page=47, last_page=48),
        template=template(required=("collection.issn", "collection.name.kk")),
    )
    finding = only("META001", where)
    assert (finding.entry, finding.place.field) == ("", "collection.issn")


def test_the_message_names_the_field() -> None:
    finding = only("META001", requiring("authors.email", entry=entry(authors=(author(email=""),))))
    assert str(finding.message).startswith("“Author 1: E-mail” is empty")


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"name": LocalText("Дала мен су")}, {"name.ru": "error", "name.en": "error"}),
        ({"first_day": None}, {"first_day": "error"}),
        ({"place": LocalText()}, {"place": "warning"}),
        ({"isbn": ""}, {"isbn": "warning"}),
    ],
)
def test_what_the_information_page_prints_of_the_conference_is_asked_for(
    facts: dict[str, object], missing: dict[str, str]
) -> None:
    where = workspace(entry(), collection=replace(COLLECTION, **facts))
    told = {one.place.field.removeprefix("collection."): one.severity for one in found("META001", where)}
    assert told == missing


def test_nothing_is_asked_for_that_no_page_prints() -> None:
    hidden = template(information=replace(template().information, shown=False))
    assert not places(workspace(entry(), collection=Collection(sections=COLLECTION.sections), template=hidden))


def test_an_author_without_a_surname_is_an_error_whatever_the_template_requires() -> None:
    nobody = entry(authors=(author(), author(surname=" ", given_name="Әлия")))
    finding = only("META001", requiring(entry=nobody))
    assert (finding.severity, finding.place.field) == ("error", "authors.1.surname")
    assert str(finding.message).startswith("Author 2 has no surname")
