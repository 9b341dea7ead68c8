from __future__ import annotations

import pytest
from hypothesis import given

from proceedings_editor.model.body import Body
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import texts, walk
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
        numbers = {path: number for number, (path, _) in enumerate(texts(some), 1)}
        for path, _ in walk(some):
            assert str(names.name(Place(block=path))) == f"Paragraph {numbers.get(path, path[0] + 1)}"
