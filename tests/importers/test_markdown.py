"""The door: whole pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from proceedings_editor.importers.markdown import import_markdown
from proceedings_editor.importers.result import Imported
from proceedings_editor.language.person_word import STATUS, word_of
from proceedings_editor.model.body import Heading, ListBlock, Paragraph, plain_text
from proceedings_editor.model.local import LANGUAGES, LocalText
from proceedings_editor.model.template import Template
from proceedings_editor.model.walk import texts
from proceedings_editor.templates.reader import shipped_template
from proceedings_editor.texts import Text

Import = Callable[[str], Imported]

WORD = re.compile(r"[^\W_]+")


def strings(value: object) -> Iterator[str]:
    """Every string anywhere in a value; written apart from the importer's own count."""
    match value:
        case str():
            yield unquote(value)
        case Text():
            yield from (str(inner) for _, inner in value.values)
        case int() | date():
            yield str(value)
        case tuple():
            for inner in value:
                yield from strings(inner)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from strings(getattr(value, field.name))


def words_of(*texts: str) -> set[str]:
    return {word.casefold() for words in texts for word in WORD.findall(words)}


def held(imported: Imported, template: Template) -> set[str]:
    statuses = [word_of(STATUS, author.status, language) for author in imported.entry.authors for language in LANGUAGES]
    return words_of(*strings((imported, template.information, template.wording)), *statuses)


def readings(imported: Imported) -> set[tuple[str, str, int]]:
    return {(reading.field, reading.place, reading.line) for reading in imported.entry.readings}


def doubts(imported: Imported, kind: str) -> list[tuple[int, str]]:
    return [(doubt.line, doubt.field) for doubt in imported.doubts if doubt.kind == kind]


# ---------------------------------------------------------------------------------------------------- the real entry


def test_the_real_entry_gives_every_field(seed: Imported) -> None:
    entry, collection = seed.entry, seed.collection
    author, supervisor = entry.authors[0], entry.supervisors[0]
    assert seed.had_form
    assert (entry.id, entry.language, entry.number, entry.first_page, entry.last_page) == ("e1", "kk", 70, 323, 329)
    assert entry.udc == ("34:342.4(574)",)
    assert entry.section == "iv-ii"
    assert entry.title == LocalText(kk="ҚАЗАҚСТАН ХАЛҚЫ АССАМБЛЕЯСЫ ЖҰМЫСЫНЫҢ ҚҰҚЫҚТЫҚ НЕГІЗДЕРІ")
    assert (author.surname, author.given_name, author.patronymic) == ("Абдуғани", "Жанерке", "Нұржанқызы")
    assert (author.status, author.group, author.email) == ("student", "Ю-44к-21", "ternovayans@mail.ru")
    assert author.affiliations[0].organisation.kk.endswith("Қарағанды зерттеу университеті")
    assert author.affiliations[0].city.kk == "Қарағанды"
    assert author.affiliations[0].country.kk == "Қазақстан Республикасы"
    assert author.line.kk.endswith("Қазақстан Республикасы")
    assert (supervisor.surname, supervisor.given_name, supervisor.degree.kk) == ("Ерёменко", "Н.", "з.ғ.м.")
    assert supervisor.post.kk == "аға оқытушы"
    assert supervisor.line.kk.startswith("Ғылыми жетекшісі, Академик")
    assert supervisor.affiliations[0].department.kk == "«Конституциялық және халықаралық құқық» кафедрасы"
    assert collection.name.ru == "Молодежь и наука: настоящее и будущее"
    assert collection.name.en == "Youth and Science: Present and Future"
    assert collection.kind.kk.startswith("жас ғалымдардың")
    assert (collection.first_day, collection.last_day, collection.place.kk) == (date(2025, 4, 7), None, "Атырау")
    assert collection.isbn == "978-601-262-587-5"
    top, inner = collection.section_path("iv-ii")
    assert (top.number, inner.number) == ("IV", "II")
    assert top.name.ru == "ЭКОНОМИЧЕСКИЕ И ЮРИДИЧЕСКИЕ НАУКИ"
    assert inner.name.kk.startswith("Адам құқығын қорғау")


def test_the_real_entry_keeps_what_differs_as_readings(seed: Imported) -> None:
    assert readings(seed) == {
        ("template.information.top_heading", "top heading", 3),
        ("collection.name.en", "table row 3", 9),
        ("collection.first_day", "table row 4", 10),
        ("first_page", "table row 7", 13),
        ("udc", "table row 8", 14),
        ("section", "table row 9", 15),
        ("authors.0.surname", "table row 10", 16),
        ("supervisors.0.line.kk", "table row 12", 18),
        ("section", "section heading", 23),
        ("section", "subsection heading", 25),
        ("authors.0.surname", "head", 31),
        ("authors.0.line.kk", "head", 35),
        ("supervisors.0.line.kk", "head", 36),
    }
    found = {(reading.field, reading.line): reading.text for reading in seed.entry.readings}
    assert found["udc", 14] == "ӘОЖ 34:342.4(574)"
    assert found["authors.0.surname", 31] == "Абдугани"
    assert found["supervisors.0.line.kk", 18] == "Ғылыми жетекшісі, Академик Е. А. Бөкетов атындағы Қарағанды"
    assert "кепілі/ / Защита" in found["section", 15]
    assert "кепілі/ Защита" in found["section", 25]
    assert found["authors.0.line.kk", 35].endswith("Республикасы  ")
    assert found["first_page", 13] == "323-329"


@pytest.mark.parametrize(
    "words",
    [
        "Абдугани",
        "Ғылыми жетекшісі, Академик Е. А. Бөкетов атындағы Қарағанды",
        "Ерёменко Н.",
        "Ғылыми жетекшісі, Академик Е. А. Бөкетов атындағы Қарағанды зерттеу университетінің",
        "ternovayans@mail.ru",
        "Секция IV. II Адам",
        "кепілі/ / Защита",
        "кепілі/ Защита",
        "ҒЫЛЫМДАРЫ/ ЭКОНОМИЧЕСКИЕ",
        "ӘОЖ 34:342.4(574)",
        "323-329",
        "7 сәуір 2025, Атырау",
        "конференция материалдар жинағы",
        "бүгін мен болашағы",
        "«Youth and Science: Present and Future»",
        "/ CONTENT",
        "Ю-44к-21 студенті",
        "Қазақстан Республикасы  ",
    ],
)
def test_every_defect_of_the_real_entrys_head_stays_visible(seed: Imported, words: str) -> None:
    assert any(words in text for text in strings((seed.entry, seed.collection)))


def test_the_real_entry_reports_its_disagreements_and_nothing_lost(seed: Imported) -> None:
    assert doubts(seed, "disagreement") == [(18, "supervisors.0"), (31, "authors.0")]
    assert doubts(seed, "collection") == [(3, "template.information.top_heading")]
    assert doubts(seed, "no_place") == []
    assert doubts(seed, "doubt") == []


def test_the_real_entry_has_its_body_whole(seed: Imported) -> None:
    body = seed.entry.body
    lists = [block for block in body if isinstance(block, ListBlock)]
    words = "\n".join(plain_text(text) for _, text in texts(body))
    assert sum(isinstance(block, Paragraph) for block in body) == 47
    assert sum(len(block.items) for block in lists) == 29
    assert len(re.findall(r"\[\d+(?:;\d+)?\]", words)) == 16
    assert [(block.marker, *(item.marker for item in block.items)) for block in lists if len(block.items) == 5] == [
        ("–", "", "-", "-", "-", "-"),
        ("–", "", "", "", "", ""),
        ("-", "", "", "", "", ""),
    ]


def test_every_word_of_the_real_entry_is_kept(seed: Imported, seed_text: str, template: Template) -> None:
    lines = seed_text.split("\n")
    body = Counter(WORD.findall("\n".join(lines[37:186])))
    assert Counter(WORD.findall("\n".join(plain_text(text) for _, text in texts(seed.entry.body)))) == body
    items = [plain_text(reference.text) for reference in seed.entry.references]
    typed = [re.sub(r"^\d+\. |[<>]", "", line).strip() for line in lines[188:196]]
    assert items == typed
    assert words_of(*lines[:36]) - held(seed, template) - {"070"} == {"mailto"}  # kept as a number; a link's scheme


# ------------------------------------------------------------------------------------------------------- other pages


def test_a_page_of_another_conference_in_the_same_form(imported: Import) -> None:
    page = imported("conference-kk.md")
    author = page.entry.authors[0]
    assert page.collection.name.kk == "Дала және көкжиек: ізденіс пен жаңғыру"
    assert (page.collection.first_day, page.collection.last_day) == (date(2024, 11, 12), date(2024, 11, 13))
    assert [path[-1].id for path in page.collection.section_paths()] == ["ii", "ii-iii"]
    assert (author.full_name, author.group) == ("Төленғұт Әсия Бекзатқызы", "СШ-21-3")
    assert author.affiliations[0].organisation.kk == "Қаныш Сарыарқа атындағы Көктөбе су университеті"
    assert page.entry.supervisors[0].full_name == "Жүсіпбек Д."
    assert doubts(page, "disagreement") == [(17, "supervisors.0"), (30, "authors.0")]
    assert doubts(page, "no_place") == []
    mixed = page.entry.body[1]
    assert isinstance(mixed, ListBlock)
    assert [item.marker for item in mixed.items] == ["", "", "-"]
    assert [len(page.entry.body), len(page.entry.references)] == [3, 2]


def test_a_russian_page_with_another_order_and_two_authors(imported: Import) -> None:
    page = imported("conference-ru.md")
    entry = page.entry
    first, second = entry.authors
    assert entry.language == "ru"
    assert (entry.number, entry.first_page, entry.last_page, entry.udc) == (12, 88, 93, ("556.18",))
    assert entry.title == LocalText(ru="Учёт воды в малых хозяйствах")
    assert (first.full_name, first.status, first.email) == (
        "Каримбаев Олжас Даулетович",
        "masters_student",
        "karimbaev@mail.example",
    )
    assert (second.full_name, second.status, second.email) == (
        "Лескова Мария Игоревна",
        "student",
        "leskova@mail.example",
    )
    assert first.affiliations[0].organisation.ru == "Коктобинский водный университет"
    assert (second.affiliations[0].organisation.ru, second.affiliations[0].city.ru) == ("Институт степи", "Тасбулак")
    assert entry.supervisors[0].full_name == "Ордабаев С. Т."
    assert entry.abstract.ru == "В статье описан простой способ учёта воды."
    assert entry.keywords.ru == ("вода", "учёт", "малое хозяйство")
    assert [block.level for block in entry.body if isinstance(block, Heading)] == [1, 2]
    assert [plain_text(reference.text)[:12] for reference in entry.references] == ["Ордабаев С. ", "Лескова М. И"]
    assert doubts(page, "no_place") == [(12, "")]
    assert doubts(page, "disagreement") == []


def test_an_english_article_without_a_table(imported: Import) -> None:
    page = imported("article-en.md")
    entry = page.entry
    first, second = entry.authors
    assert page.had_form
    assert (entry.language, entry.udc, entry.doi) == ("en", ("556.18", "631.6"), "10.12345/steppe.2024.7")
    assert entry.title.en == "Measuring water on small farms"
    assert (first.surname, first.given_name, first.email) == ("Karimbayev", "Olzhas", "karimbayev@mail.example")
    assert first.line.en == "Koktobe Water University, Koktobe, Kazakhstan"
    assert second.line.en == "Steppe Institute, Tasbulak, Kazakhstan"
    assert entry.supervisors[0].post.en == "Associate Professor"
    assert entry.keywords.en == ("water", "measuring", "small farm")
    assert len(entry.references) == 1


@pytest.mark.parametrize("name", ["conference-kk.md", "conference-ru.md", "article-en.md"])
@pytest.mark.parametrize("template_name", ["kz-conference", "kz-journal"])
def test_no_word_of_a_page_is_lost(name: str, template_name: str) -> None:
    source = (Path(__file__).parent / "pages" / name).read_text(encoding="utf-8")
    template = shipped_template(template_name)
    page = import_markdown(source, template, name, "e1")
    lost = words_of(source) - held(page, template)
    assert lost <= {"mailto", "007", "012"}  # the scheme of a link, and numbers kept as numbers
