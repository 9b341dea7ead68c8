"""Single lines of a head: names, contacts, codes."""

from __future__ import annotations

import pytest

from proceedings_editor.importers.contact import contacts_of
from proceedings_editor.importers.head_code import codes_of
from proceedings_editor.importers.name_row import MarkedName, names_and_rest, split_names


@pytest.mark.parametrize(
    ("line", "names", "rest"),
    [
        ("Төленғұт Әсия Бекзатқызы", "Төленғұт Әсия Бекзатқызы", ""),
        ("Ермеков А. Б.¹, Сапарова Г. Д.1,2", "Ермеков А. Б.¹, Сапарова Г. Д.1,2", ""),
        ("Авторы: Ким А. Б. и Лескова М. И.", "Ким А. Б. и Лескова М. И.", ""),
        ("Ким А. Б., студент Института степи", "Ким А. Б.", "студент Института степи"),
        ("Көктөбе су университеті, Көктөбе", "", "Көктөбе су университеті, Көктөбе"),
        ("Су туралы бірнеше сөз.", "", "Су туралы бірнеше сөз."),
    ],
)
def test_names_are_taken_from_the_beginning_of_a_line(line: str, names: str, rest: str) -> None:
    assert names_and_rest(line) == (names, rest)


def test_names_are_split_with_their_marks() -> None:
    assert split_names("Ермеков А. Б.¹, Сапарова Г. Д.1,2; Olzhas Kim*") == (
        MarkedName("Ермеков А. Б.", ("1",)),
        MarkedName("Сапарова Г. Д.", ("1", "2")),
        MarkedName("Olzhas Kim"),
    )


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("ӘОЖ 34:342.4(574)", (("udc", "34:342.4(574)"),)),
        ("ӘОЖ/УДК/UDC: 34.1", (("udc", "34.1"),)),
        ("УДК 34 МРНТИ 10.15.01", (("udc", "34"), ("irsti", "10.15.01"))),
        ("DOI: 10.12345/a.b", (("doi", "10.12345/a.b"),)),
        ("УДК деген не?", ()),
        ("Бұл УДК 34 емес", ()),
    ],
)
def test_codes_need_a_label_and_a_code(line: str, codes: tuple[tuple[str, str], ...]) -> None:
    assert codes_of(line) == codes


def test_contacts_leave_the_rest_of_the_line() -> None:
    line = "Дала институты, Көктөбе, e-mail: a.b@c.example, ORCID: 0000-0002-1825-0097, тел.: +7 701 000 00 00"
    assert contacts_of(line) == (
        (("email", "a.b@c.example"), ("orcid", "0000-0002-1825-0097"), ("phone", "+7 701 000 00 00")),
        "Дала институты, Көктөбе",
    )
