from __future__ import annotations

import pytest
from hypothesis import given

from proceedings_editor.model.body import Body, Cell, Figure, Span, Table
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import texts
from proceedings_editor.rules.place_name import PlaceNames, place_name
from tests.rules.sample import body, entry, reading
from tests.strategies import bodies


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place(field="authors.1.email"), "Author 2: E-mail"),
        (Place(field="authors.0.affiliations.1.city.ru"), "Author 1: Affiliation 2: City (Russian)"),
        (Place(field="title.kk"), "Article title (Kazakh)"),
        (Place(field="udc.0"), "UDC"),
        (Place(field="references"), "References"),
        (Place(field="references.4"), "Reference 5"),
        (Place(field="body"), "Article text"),
        (Place(field="readings.0.text"), "Publication number, as found"),
        (Place(field="readings.7.text"), "readings.7.text"),
        (Place(field="collection.isbn"), "ISBN"),
        (Place(field="collection.sections.0.sections.1.name.en"), "Section 1: Section 2: Section name (English)"),
        (Place(field="collection.sections"), "Sections"),
        (Place(field="no.such"), "no.such"),
        (Place(block=(1,)), "Paragraph 2"),
        (Place(block=(9, 4)), "Paragraph 10"),
    ],
)
def test_places_have_names(place: Place, name: str) -> None:
    some = entry(body=body("бір", "екі"), readings=(reading("number", "70"),))
    assert str(place_name(place, some)) == name


def test_a_place_of_the_collection_needs_no_entry() -> None:
    assert str(place_name(Place(field="collection.name.kk"), None)) == "Conference title (Kazakh)"


@given(bodies(), bodies())
def test_paragraphs_are_numbered_by_their_texts_whatever_was_named_before(first: Body, second: Body) -> None:
    names = PlaceNames(None)
    for some in (first, (*second, *first), second):
        names = PlaceNames(entry(body=some), names)
        counted = [path for path, _ in texts(some) if not isinstance(some[path[0]], Figure | Table)]
        for number, path in enumerate(counted, 1):
            assert str(names.name(Place(block=path))) == f"Paragraph {number}"


def test_figures_and_tables_have_their_printed_number_and_are_no_paragraphs() -> None:
    table = Table(((Cell(body("бір")), Cell(body("екі"))),), caption=(Span("Су"),))
    some = entry(body=(*body("кіріспе"), table, Figure("a.png"), table, *body("соңы")))
    paths = [(0,), (1,), (1, 1), (2,), (3,), (4,)]
    assert [str(place_name(Place(block=path), some)) for path in paths] == [
        "Paragraph 1", "Table 1", "Table 1", "Figure 1", "Table 2", "Paragraph 2",
    ]  # fmt: skip
