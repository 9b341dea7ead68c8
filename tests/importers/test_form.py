"""How the form is recognised when a page is not like the others; through the door."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from proceedings_editor.importers.conference import split_title
from proceedings_editor.importers.result import Imported
from proceedings_editor.model.body import ListBlock, Paragraph, plain_text
from proceedings_editor.model.local import LocalText

Import = Callable[[str], Imported]

TABLE = "ISBN\t978-601-000-000-9\nЖинақтағы беттері\t41-46\n"


def kinds(page: Imported) -> list[tuple[str, int, str]]:
    return [(doubt.kind, doubt.line, doubt.field) for doubt in page.doubts]


@pytest.mark.parametrize("separator", ["\t", "\t\t", " \t "])
def test_rows_may_stand_in_paragraphs_of_their_own(imported: Import, separator: str) -> None:
    page = imported(f"Автор(лар){separator}Ким Әсия\n\nISBN{separator}978-601-000-000-9\n\nМәтін осы жерден басталады.")
    assert page.had_form
    assert (page.entry.authors[0].full_name, page.collection.isbn) == ("Ким Әсия", "978-601-000-000-9")
    assert len(page.entry.body) == 1


def test_labels_are_known_in_any_case_and_without_kazakh_letters(imported: Import) -> None:
    page = imported("ЖИНАКТАҒЫ БЕТТЕРІ:\t41-46\n**макала атауы**\tСу қоры\n\nМәтін.")
    assert (page.entry.first_page, page.entry.title.kk) == (41, "Су қоры")


def test_an_unknown_row_is_reported_with_its_words(imported: Import) -> None:
    page = imported(TABLE + "Демеуші\t«Бұлақ» қоры\n\nМәтін.")
    (doubt,) = page.doubts
    assert (doubt.kind, doubt.line) == ("no_place", 3)
    assert str(doubt.text).endswith("Демеуші: «Бұлақ» қоры")


def test_a_table_of_the_article_is_not_taken_for_the_information_table(imported: Import) -> None:
    page = imported("# Су\n\nМәтін.\n\n| Өзен | Ұзындығы |\n|---|---|\n| Бұлақ | 12 |\n")
    assert not page.had_form
    assert len(page.entry.body) == 2


def test_the_title_of_the_table_wins_unless_it_is_cut(imported: Import) -> None:
    cut = imported(TABLE + "Мақала атауы\tСУ ҚОРЫН\n\nКим Әсия\n\n#### СУ ҚОРЫН ҚОРҒАУ\n\nМәтін.")
    assert cut.entry.title == LocalText(kk="СУ ҚОРЫН ҚОРҒАУ")
    other = imported(TABLE + "Мақала атауы\tСУ ҚОРЫН ҚОРҒАУ ЖОЛЫ\n\n#### СУ ҚОРЫН САҚТАУ ЖОЛЫ\n\nКим Әсия\n\nМәтін.")
    assert other.entry.title == LocalText(kk="СУ ҚОРЫН ҚОРҒАУ ЖОЛЫ")
    assert kinds(other) == [("disagreement", 5, "title.kk")]


def test_quite_another_title_in_the_head_is_a_disagreement(imported: Import) -> None:
    page = imported(TABLE + "Мақала атауы\tСУ ҚОРЫ\n\nӘОЖ 34\n\n#### ҚЫСҚЫ ДАЛА ТУРАЛЫ\n\nКим Әсия Бекқызы\n\nМәтін.")
    assert page.entry.title == LocalText(kk="СУ ҚОРЫ")
    assert kinds(page) == [("disagreement", 7, "title.kk")]
    assert ("title.kk", "ҚЫСҚЫ ДАЛА ТУРАЛЫ") in [(reading.field, reading.text) for reading in page.entry.readings]


def test_a_title_over_two_lines_is_one_title(imported: Import) -> None:
    page = imported("УДК 34\n\n**ВОДА**  \n**И СТЕПЬ**\n\nЛескова Мария Игоревна\n\na@b.example\n\nТекст статьи.")
    assert page.entry.title.ru == "ВОДА И СТЕПЬ"
    assert len(page.entry.body) == 1


def test_titles_in_three_languages_go_to_their_languages(imported: Import) -> None:
    page = imported(
        "ӘОЖ 34\n\nСУ ҚОРЫН ҚОРҒАУ\n\nОХРАНА ВОДНЫХ ЗАПАСОВ\n\nPROTECTION OF WATER\n\nКим Әсия\n\na@b.example\n\n"
        "Бұл мақалада өзен суы туралы айтылады."
    )
    assert page.entry.title == LocalText(kk="СУ ҚОРЫН ҚОРҒАУ", ru="ОХРАНА ВОДНЫХ ЗАПАСОВ", en="PROTECTION OF WATER")


def test_a_name_again_in_latin_letters_is_the_same_author(imported: Import) -> None:
    page = imported(
        "УДК 34\n\nВОДА И СТЕПЬ\n\nЛескова Мария Игоревна\n\na@b.example\n\n"
        "WATER AND STEPPE\n\nLeskova Maria\n\nТекст о воде."
    )
    (author,) = page.entry.authors
    assert (author.full_name, author.latin) == ("Лескова Мария Игоревна", "Leskova Maria")


def test_one_organisation_under_several_names_belongs_to_all(imported: Import) -> None:
    page = imported(
        "УДК 34\n\nВОДА\n\nЛескова М. И.\n\nКим А. Б.\n\nИнститут степи, г. Тасбулак\n\na@b.example\n\nТекст."
    )
    first, second = page.entry.authors
    assert first.line == second.line == LocalText(ru="Институт степи, г. Тасбулак")
    assert (first.email, first.corresponding, second.email) == ("a@b.example", True, "")


def test_an_author_only_the_head_names_is_kept_and_reported(imported: Import) -> None:
    page = imported(
        TABLE + "Автор(лар)\tКим Әсия\nМақала атауы\tСу\n\nУДК 34\n\nКим Әсия, Лескова Мария\n\na@b.example\n\nМәтін."
    )
    assert [author.surname for author in page.entry.authors] == ["Ким", "Лескова"]
    assert kinds(page) == [("disagreement", 8, "authors.1")]


def test_a_row_without_a_person_does_not_name_the_author(imported: Import) -> None:
    page = imported(TABLE + "Автор(лар)\tкөрсетілмеген\n\nӘОЖ 34\n\nКим Әсия Бекқызы\n\na@b.example\n\nМәтін.")
    assert [author.full_name for author in page.entry.authors] == ["Ким Әсия Бекқызы"]
    assert ("authors", "көрсетілмеген") in [(reading.field, reading.text) for reading in page.entry.readings]
    assert kinds(page) == [("disagreement", 3, "authors")]


def test_a_supervisor_named_in_full_by_the_table_wins(imported: Import) -> None:
    page = imported(
        TABLE + "Ғылыми жетекші\tЖүсіпбек Дәурен Асқарұлы\n\nӘОЖ 34\n\nКим Әсия Бекқызы\n\n"
        "Ғылыми жетекшісі: т.ғ.м. Жүсіпбек Д.\n\nМәтін."
    )
    (supervisor,) = page.entry.supervisors
    assert (supervisor.full_name, supervisor.degree.kk) == ("Жүсіпбек Дәурен Асқарұлы", "т.ғ.м.")
    assert supervisor.line.kk == "Ғылыми жетекшісі: т.ғ.м. Жүсіпбек Д."


def test_another_supervisor_in_the_head_is_a_disagreement(imported: Import) -> None:
    page = imported(
        TABLE
        + "Ғылыми жетекші\tЖүсіпбек Д. А.\n\nӘОЖ 34\n\nКим Әсия Бекқызы\n\nҒылыми жетекшісі: Лескова М. И.\n\nМәтін."
    )
    assert page.entry.supervisors[0].full_name == "Жүсіпбек Д. А."
    assert kinds(page) == [("disagreement", 3, "supervisors.0")]


def test_an_unknown_line_of_the_head_is_reported(imported: Import) -> None:
    page = imported("УДК 34\n\nВОДА\n\nПосвящается реке\n\nЛескова М. И.\n\na@b.example\n\nТекст.")
    assert kinds(page) == [("no_place", 5, "")]
    assert [author.surname for author in page.entry.authors] == ["Лескова"]


def test_what_no_field_takes_stands_at_the_beginning_of_the_article(imported: Import) -> None:
    page = imported(TABLE + "Демеуші\t«Бұлақ» қоры\n\nӘОЖ 34\n\nСУ ҚОРЫ\n\nӨзенге арналады\n\nКим Ә. Б.\n\nМәтін.")
    assert [plain_text(one.text) for one in page.entry.body if isinstance(one, Paragraph)] == [
        "Демеуші: «Бұлақ» қоры",
        "Өзенге арналады",
        "Мәтін.",
    ]
    assert [doubt.kind for doubt in page.doubts] == ["no_place", "no_place"]


@pytest.mark.parametrize("mark", ["¹", "^1^", "<sup>1</sup>"])
def test_a_raised_number_ties_authors_to_an_organisation_however_it_is_written(imported: Import, mark: str) -> None:
    names = f"**Askarova Dana Nurlanovna**{mark}, **Tom Fisher**{mark}"
    page = imported(
        f"UDC 37\n\n# Rivers\n\n{names}\n\n{mark} Reed University, Kostanay, Kazakhstan\n\nThe text begins."
    )
    assert [author.full_name for author in page.entry.authors] == ["Askarova Dana Nurlanovna", "Fisher Tom"]
    assert {author.line.en for author in page.entry.authors} == {"Reed University, Kostanay, Kazakhstan"}
    assert page.doubts == () and len(page.entry.body) == 1


def test_a_section_only_the_row_names_makes_the_tree(imported: Import) -> None:
    page = imported(TABLE + "Секция\tСекция II. III Су қоры / Водный запас\n\nӘОЖ 34\n\nМәтін.")
    (top,) = page.collection.sections
    assert (top.id, top.number, top.name) == ("ii", "II", LocalText())
    assert (top.sections[0].id, top.sections[0].name) == ("ii-iii", LocalText(kk="Су қоры", ru="Водный запас"))
    assert page.entry.section == "ii-iii"


def test_a_row_with_another_section_is_a_disagreement(imported: Import) -> None:
    page = imported(TABLE + "Секция\tСекция IV. Тарих\n\n## СЕКЦИЯ II. СУ ҚОРЫ\n\nӘОЖ 34\n\nМәтін.")
    assert page.entry.section == "ii"
    assert kinds(page) == [("disagreement", 3, "section")]


def test_an_impossible_day_is_reported_and_kept(imported: Import) -> None:
    page = imported(TABLE + "Өткізілген күні\t31 сәуір 2025, Көктөбе\n\nМәтін.")
    assert page.collection.first_day is None
    assert kinds(page) == [("doubt", 3, "collection.first_day")]
    assert [reading.sure for reading in page.entry.readings if reading.line == 3] == ["doubtful"]


def test_what_follows_the_references_goes_to_the_end_of_the_body(imported: Import) -> None:
    page = imported("Мәтін.\n\n## Әдебиеттер\n\n1. Бірінші.\n\n## Қосымша\n\nКесте сөздері.")
    assert len(page.entry.body) == 3
    assert kinds(page)[-1] == ("doubt", 7, "")


def test_references_typed_as_paragraphs_lose_only_their_numbers(imported: Import) -> None:
    page = imported("Мәтін.\n\n**References**\n\n[1] One.\n\n[2] Two\nwrapped.\n\n[4] Four.")
    assert [plain_text(reference.text) for reference in page.entry.references] == ["One.", "Two wrapped.", "Four."]
    assert ("references.2", "[4]") in [(reading.field, reading.text) for reading in page.entry.readings]


def test_a_list_in_the_body_is_no_reference_list(imported: Import) -> None:
    page = imported("Мәтін:\n\n1. бір\n2. екі\n\nСоңы.")
    assert isinstance(page.entry.body[1], ListBlock)
    assert page.entry.references == ()


@pytest.mark.parametrize(
    ("words", "pattern", "name", "kind"),
    [
        ("«Дала» ғылыми жинағы", "[«{name}»][ {kind}]", "Дала", "ғылыми жинағы"),
        ("«Степь». Сборник", "[«{name}»][. {kind}]", "Степь", "Сборник"),
        ("Proceedings “Steppe”", "[{kind}][ «{name}»]", "Steppe", "Proceedings"),
        ("Сборник «Степь «и» горизонт» 2024", "[«{name}»][. {kind}]", "Степь «и» горизонт", "Сборник 2024"),
        ("Дала көкжиегі", "[«{name}»][ {kind}]", "Дала көкжиегі", ""),
    ],
)
def test_name_and_kind_of_a_collection_are_told_apart(words: str, pattern: str, name: str, kind: str) -> None:
    assert split_title(words, pattern) == (name, kind)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "1. Есенов Қ. Дала.\n\nDOI 10.5555/1\n\n2. Граников Д. Снег.",
            ["Есенов Қ. Дала. DOI 10.5555/1", "Граников Д. Снег."],
        ),
        (
            "1. Есенов Қ. Дала.\n\n> URL: dala.kz\n\n2. Граников Д. Снег.",
            ["Есенов Қ. Дала. URL: dala.kz", "Граников Д. Снег."],
        ),
        (
            "1\\. Есенов Қ. Дала.\n\n2 Граников Д. Снег.\n\n3Ошурков В. Су.",
            ["Есенов Қ. Дала.", "Граников Д. Снег.", "Ошурков В. Су."],
        ),
        (
            "1. Есенов Қ. Дала.\n\n# 2. Граников Д. Снег.\n\n3. Ошурков В. Су.",
            ["Есенов Қ. Дала.", "Граников Д. Снег.", "Ошурков В. Су."],
        ),
        ("#\n\n1. Есенов Қ. Дала.", ["Есенов Қ. Дала."]),
    ],
)
def test_a_torn_item_does_not_end_the_list_of_references(imported: Import, items: str, expected: list[str]) -> None:
    page = imported(f"# Су\n\nМәтін [1].\n\n# Әдебиеттер\n\n{items}\n")
    assert [plain_text(reference.text) for reference in page.entry.references] == expected
    assert not any(doubt.kind == "no_place" for doubt in page.doubts)


def test_what_follows_the_list_without_its_next_number_stays_in_the_article(imported: Import) -> None:
    page = imported(
        "# Су\n\nМәтін [1].\n\n# Әдебиеттер\n\n1. Есенов Қ. Дала.\n\nАвтор туралы мәлімет.\n\n5. Бесінші.\n"
    )
    assert len(page.entry.references) == 1


@pytest.mark.parametrize("row", ["", "ISBN\t978-601-000-000-9\nӘОЖ/УДК/UDC\t37.016:004\n\n"])
def test_a_code_with_its_label_in_the_head_says_nothing_more_than_the_code(imported: Import, row: str) -> None:
    page = imported(f"{row}UDC 37.016:004\n\nIRSTI 14.35\n\n# Rivers\n\nSmith J. K.\n\na@b.example\n\nThe text begins.")
    assert (page.entry.udc, page.entry.irsti) == (("37.016:004",), ("14.35",))
    assert [one for one in page.entry.readings if one.field in ("udc", "irsti")] == []
    other = imported(f"{row}UDC 37.016:004\n\nUDC 51\n\n# Rivers\n\nSmith J. K.\n\na@b.example\n\nThe text begins.")
    assert "UDC 51" in [one.text for one in other.entry.readings]
