from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.entry import Entry
from tests.rules.sample import COLLECTION, entry, found, mended, only, reading, workspace


def naming(words: str, place: str = "table row 9", **facts: object) -> Entry:
    return entry(readings=(reading("section", words, place),), **facts)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("СЕКЦИЯ IV. ҚҰҚЫҚ / ПРАВО", "section heading"),
        ("Секция IV. II Су құқығы/ Водное право", "subsection heading"),
        ("Секция IV. Құқық. II. Су құқығы / Водное право", "table row 9"),
        ("Секция IV. Право / II. Водное право", "table row 9"),
        ("Section IV. Law / II. Water law", "table row 9"),
        ("IV.II", "table row 9"),
        ("Секция", "table row 9"),
        ("Секция IV.II. Су құқы", "subsection heading"),
    ],
)
def test_words_that_name_the_section_are_right(words: str, place: str) -> None:
    assert not found("SEC001", naming(words, place))


@pytest.mark.parametrize(
    "words",
    ["Секция IV. II Су құқығы/ / Водное право", "Секция IV.II. ВОДНОЕ ПРАВО", "Section IV.II. Water law", "Су құқығы"],
)
def test_a_row_without_the_section_above_is_mentioned_and_laid_aside(words: str) -> None:
    heading = reading("section", "Секция IV. II Су құқығы", "subsection heading")
    spoilt = entry(readings=(reading("section", words), heading))
    finding = only("SEC001", spoilt)
    assert (finding.severity, finding.place.field, finding.text) == ("information", "readings.0.text", words)
    assert finding.fix is not None
    assert finding.fix.safe
    assert "Құқық" in finding.fix.after
    after = mended(finding, spoilt).entries[0]
    assert (after.readings, after.section) == ((heading,), "iv-ii")
    assert not found("SEC001", after)


@pytest.mark.parametrize(
    "words", ["Секция IV. III Жер құқығы", "Секция IV. III. Земельное право", "Section IV.III. Land law", "IV.III"]
)
def test_another_section_of_the_collection_is_an_error_and_proposed(words: str) -> None:
    spoilt = naming(words)
    finding = only("SEC001", spoilt)
    assert finding.severity == "error"
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt).entries[0]
    assert (after.section, after.readings) == ("iv-iii", ())


@pytest.mark.parametrize("words", ["Секция VII. Өзендер", "Право и реки", "Section IX. Rivers"])
def test_a_section_nobody_knows_is_an_error(words: str) -> None:
    finding = only("SEC001", naming(words))
    assert (finding.severity, finding.fix) == ("error", None)


def test_an_id_outside_the_tree_is_an_error_and_the_words_found_are_proposed() -> None:
    spoilt = naming("Секция IV. II Су құқығы", section="xx")
    finding = only("SEC001", spoilt)
    assert (finding.severity, finding.place.field, finding.text) == ("error", "section", "xx")
    assert mended(finding, spoilt).entries[0].section == "iv-ii"
    assert only("SEC001", entry(section="xx")).fix is None


def test_an_entry_without_a_section_may_take_the_one_found() -> None:
    spoilt = naming("Секция IV. II Су құқығы", section="")
    finding = only("SEC001", spoilt)
    assert finding.place.field == "readings.0.text"
    assert mended(finding, spoilt).entries[0].section == "iv-ii"
    assert not found("SEC001", entry(section=""))


def test_a_collection_without_sections_knows_none() -> None:
    bare = replace(COLLECTION, sections=())
    assert only("SEC001", workspace(entry(), collection=bare)).text == "iv-ii"
