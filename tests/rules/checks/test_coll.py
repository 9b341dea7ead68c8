"""COLL001 to COLL005: numbers, pages, people and titles of entries side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from proceedings_editor.language.person_name import parse_person_name
from proceedings_editor.model.body import Body
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.person import Author, Supervisor
from proceedings_editor.model.template.requirement import Limits, Range
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts
from tests.rules.sample import body, entry, found, mended, only, reading, texts, workspace


def numbered(*numbers: int | None, **facts: object) -> list[Entry]:
    return [
        entry(id=f"e{index}", number=number, first_page=None, last_page=None, **facts)
        for index, number in enumerate(numbers)
    ]


def paged(*ranges: tuple[int | None, int | None], numbers: tuple[int | None, ...] = ()) -> list[Entry]:
    given = numbers or tuple(range(1, len(ranges) + 1))
    return [
        entry(id=f"e{index}", number=number, first_page=first, last_page=last)
        for index, ((first, last), number) in enumerate(zip(ranges, given, strict=True))
    ]


@pytest.mark.parametrize("numbers", [(70, 71, 72), (1, 5), (None, None, 3), ()])
def test_numbers_given_once_are_right(numbers: tuple[int | None, ...]) -> None:
    assert not found("COLL001", workspace(*numbered(*numbers)))


def test_a_number_given_twice_is_an_error_of_the_later_entry() -> None:
    spoilt = workspace(*numbered(70, 71, 70, 70))
    findings = found("COLL001", spoilt)
    assert [(finding.entry, finding.also) for finding in findings] == [("e2", ("e0", "e3")), ("e3", ("e0", "e2"))]
    assert {(finding.severity, finding.text, finding.place.field) for finding in findings} == {
        ("error", "070", "number")
    }
    for finding in findings:
        spoilt = mended(finding, spoilt)
    assert [each.number for each in spoilt.entries] == [70, 71, 72, 73]
    assert not found("COLL001", spoilt)


def test_the_entry_received_first_keeps_its_number() -> None:
    later, earlier = numbered(70, 70)
    spoilt = workspace(replace(later, received=date(2026, 3, 2)), replace(earlier, received=date(2026, 2, 27)))
    assert only("COLL001", spoilt).entry == later.id


def test_the_entry_whose_file_has_the_number_keeps_it() -> None:
    copy, original, second = numbered(70, 70, 70)
    files = {copy.id: "071_a.yaml", original.id: "070_b.yaml", second.id: "070_b-2.yaml"}
    (first, then) = found("COLL001", workspace(copy, original, second), Facts(files=files))
    assert (first.entry, then.entry) == (second.id, copy.id)


@pytest.mark.parametrize(("words", "number", "digits"), [("70", 70, "70"), ("№ 7", 7, "7"), ("07.", 7, "07")])
def test_a_number_found_without_its_zeros_is_a_warning(words: str, number: int, digits: str) -> None:
    spoilt = entry(number=number, readings=(reading("number", words, "table row 6"),))
    finding = only("COLL001", spoilt)
    assert (finding.severity, finding.entry, finding.place.field, finding.text) == (
        "warning",
        "e1",
        "readings.0.text",
        digits,
    )
    assert not mended(finding, spoilt).entries[0].readings


@pytest.mark.parametrize(("words", "number"), [("070", 70), ("№ 070", 70), ("жоқ", 7), ("71", 70), ("1234", 1234)])
def test_a_number_found_padded_or_another_one_is_silent(words: str, number: int) -> None:
    assert not found("COLL001", entry(number=number, readings=(reading("number", words, "table row 6"),)))


def test_gaps_count_only_in_the_book_and_among_accepted_entries() -> None:
    entries = (*numbered(2, 3, 5, state="accepted"), entry(id="x", number=4, first_page=None, state="returned"))
    assert not found("COLL001", workspace(*entries))
    findings = found("COLL001", workspace(*entries), Facts(book=True))
    assert [(finding.severity, finding.text) for finding in findings] == [("warning", "002"), ("warning", "005")]
    assert not found("COLL001", workspace(*numbered(1, 2, 3, state="published")), Facts(book=True))


@pytest.mark.parametrize(
    "ranges",
    [
        ((323, 329), (330, 335)),
        ((5, 5), (7, 9)),
        ((5, None), (6, 6)),
        ((None, None), (None, 7), (1, 2)),
    ],
)
def test_ranges_that_ascend_are_right(ranges: tuple[tuple[int | None, int | None], ...]) -> None:
    assert not found("COLL002", workspace(*paged(*ranges)))


def test_a_reversed_range_is_an_error_and_exchanged_after_asking() -> None:
    spoilt = workspace(*paged((329, 323), (330, 335)))
    finding = only("COLL002", spoilt)
    assert (finding.severity, finding.entry, finding.text) == ("error", "e0", "329–323")
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert (after.entries[0].first_page, after.entries[0].last_page) == (323, 329)
    assert not found("COLL002", after)


@pytest.mark.parametrize(
    ("ranges", "wrong"),
    [
        (((323, 329), (329, 335)), ["329–335"]),
        (((330, 335), (323, 329)), ["323–329"]),
        (((1, 50), (10, 20), (30, 40)), ["10–20", "30–40"]),
    ],
)
def test_ranges_that_meet_or_go_down_are_errors(ranges: tuple[tuple[int, int], ...], wrong: list[str]) -> None:
    spoilt = workspace(*paged(*ranges))
    findings = found("COLL002", spoilt)
    assert texts(findings) == wrong
    assert findings[0].also == ("e0",)
    after = mended(findings[0], spoilt).entries[1]
    before = ranges[0][1]
    assert (after.first_page, after.last_page) == (before + 1, before + 1 + ranges[1][1] - ranges[1][0])


def test_entries_without_a_number_may_stand_anywhere_but_not_on_anothers_pages() -> None:
    assert not found("COLL002", workspace(*paged((10, 20), (1, 9), numbers=(1, None))))
    finding = only("COLL002", workspace(*paged((10, 20), (20, 25), (26, 27), numbers=(1, None, None))))
    assert (finding.entry, finding.also) == ("e1", ("e0",))


def by(*names: str, language: Language = "kk", **facts: object) -> Workspace:
    """Entries of one author each, in this order."""
    people = map(parse_person_name, names)
    return workspace(
        *(
            entry(
                id=f"e{index}",
                number=index + 1,
                language=language,
                authors=(Author(surname=one.surname, given_name=one.given_name, patronymic=one.patronymic, **facts),),
            )
            for index, one in enumerate(people)
        )
    )


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("kk", ("Жанғалиева Айнұр", "Жанғалиева А.", "Жанғалиева Айнұр Серікқызы")),
        ("kk", ("Серіков Асан", "Серікова Асан", "Сейітов Асан")),
        ("kk", ("Ахметов Нұрлан Серікұлы", "Ахметов Нұржан Серікұлы")),
        ("kk", ("Ахметов А. С.", "Ахмедов А. С.")),
        ("ru", ("Семёнова Анна", "Семенова А. Л.")),
        ("ru", ("Петров А. С.", "Петрова А. С.", "Петренко А. С.")),
        ("ru", ("Иванов Иван Иванович", "Иванов Игорь Иванович")),
        ("en", ("Brown Anna", "Braun Peter")),
    ],
)
def test_different_people_and_shortened_names_are_silent(language: Language, names: tuple[str, ...]) -> None:
    assert not found("COLL004", by(*names, language=language))


@pytest.mark.parametrize(
    ("language", "usual", "wrong", "part"),
    [
        ("kk", "Абдулғани Жанар", "Абдулгани Жанар", "surname"),
        ("kk", "Жанғалиева Айнұр", "Жанғалиева Айнур", "given_name"),
        ("kk", "Ермеков Қ. Т.", "Ермеков К. Т.", "given_name"),
        ("kk", "Сәрсенова Әлия Бекқызы", "Сарсенова Алия Беккызы", "surname"),
        ("ru", "Соколовская Анна Львовна", "Соколовскоя Анна Львовна", "surname"),
        ("ru", "Орлова Наталья Павловна", "Орлова Наталия Павловна", "given_name"),
        ("ru", "Абдуллин Марат Серикович", "Абдулин Марат Серикович", "surname"),
        ("en", "Sokolovskaya Anna Lvovna", "Sokolovskaia Anna Lvovna", "surname"),
    ],
)
def test_the_rarer_spelling_of_a_person_is_a_warning(language: Language, usual: str, wrong: str, part: str) -> None:
    spoilt = by(usual, wrong, usual, language=language)
    finding = only("COLL004", spoilt)
    assert (finding.severity, finding.entry, finding.also) == ("warning", "e1", ("e0", "e2"))
    assert finding.place.field == f"authors.0.{part}"
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert after.entries[1].authors[0].full_name == spoilt.entries[0].authors[0].full_name
    assert not found("COLL004", after)


def test_of_two_spellings_the_one_with_kazakh_letters_is_proposed() -> None:
    assert only("COLL004", by("Жангалиев Асан", "Жанғалиев Асан")).entry == "e0"
    assert only("COLL004", by("Жанғалиев Асан", "Жангалиев Асан")).entry == "e1"


def test_supervisors_are_people_too_and_languages_are_apart() -> None:
    supervised = entry(id="x", number=9, authors=(), supervisors=(Supervisor(surname="Жангалиев", given_name="А."),))
    finding = only("COLL004", workspace(*by("Жанғалиев Асан", "Жанғалиев Асан").entries, supervised))
    assert (finding.entry, finding.place.field) == ("x", "supervisors.0.surname")
    russian = by("Жангалиев Асан", language="ru").entries
    assert not found("COLL004", workspace(*russian, *by("Басқа Адам", "Жанғалиев Асан").entries[1:]))


def test_a_whole_name_does_not_replace_an_initial() -> None:
    spoilt = by("Жанғалиев Асан", "Жанғалиев Асан", "Жангалиев А.")
    assert mended(only("COLL004", spoilt), spoilt).entries[2].authors[0].full_name == "Жанғалиев А."


def limited(most: int, entries: Workspace) -> Workspace:
    limits = Limits(papers_per_person=Range(0, most))
    return replace(entries, template=replace(entries.template, limits=limits))


@pytest.mark.parametrize(
    ("most", "names"),
    [
        (2, ("Есенов Асан", "Есенов Асан")),
        (1, ("Есенов Асан", "Есенов Болат", "Есенова Асан")),
        (1, ("Есенов А.", "Есенов А.")),
        (1, ("Петров Иван Ильич", "Петров Игорь Ильич")),
        (0, ("Есенов Асан",) * 9),
    ],
)
def test_as_many_papers_as_accepted_are_silent(most: int, names: tuple[str, ...]) -> None:
    assert not found("COLL003", limited(most, by(*names)))


@pytest.mark.parametrize(
    ("most", "names", "beyond"),
    [
        (1, ("Есенов Асан", "Есенов Асан", "Басқа Адам"), ["e1"]),
        (1, ("Есенов Асан Беккұлы", "Есенов А. Б."), ["e1"]),
        (1, ("Семёнов Иван", "СЕМЕНОВ ИВАН"), ["e1"]),
        (2, ("Петров Иван Ильич",) * 4, ["e2", "e3"]),
        (1, ("Brown Anna", "Brown Anna"), ["e1"]),
    ],
)
def test_papers_beyond_the_limit_are_warnings(most: int, names: tuple[str, ...], beyond: list[str]) -> None:
    findings = found("COLL003", limited(most, by(*names)))
    assert [finding.entry for finding in findings] == beyond
    assert {(finding.severity, finding.fix) for finding in findings} == {("warning", None)}


def test_one_mailbox_or_orcid_is_one_person_unless_the_surnames_differ() -> None:
    assert found("COLL003", limited(1, by("Есенов А.", "Есенов Асан", email="a@x.kz")))
    assert found("COLL003", limited(1, by("Есенов А.", "Esenov A.", orcid="0000-0003-4616-0758")))
    assert not found("COLL003", limited(1, by("Есенов Асан", "Серікова Айна", email="teacher@x.kz")))


def test_supervising_and_withdrawn_papers_do_not_count() -> None:
    teacher = Supervisor(surname="Есенов", given_name="Асан")
    supervised = entry(id="x", number=9, supervisors=(teacher,))
    assert not found("COLL003", limited(1, workspace(*by("Есенов Асан").entries, supervised)))
    first, second = by("Есенов Асан", "Есенов Асан").entries
    assert not found("COLL003", limited(1, workspace(first, replace(second, state="withdrawn"))))


def titled(*titles: LocalText, **facts: object) -> Workspace:
    own = ({"body": body(f"{index} [1]. [2;5]")} | facts for index in range(len(titles)))
    return workspace(
        *(
            entry(id=f"e{index}", number=index, title=title, **one)
            for index, (title, one) in enumerate(zip(titles, own, strict=True))
        )
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LocalText("Дала өзендерінің суы"), LocalText("ДАЛА ӨЗЕНДЕРІНІҢ СУЫ.")),
        (LocalText("Дала өзендерінің мөлдір суы"), LocalText("Дала өзендерінін мөлдір суы")),
        (LocalText("Дала өзендерінің суы"), LocalText("Дала «өзендерінің» суы")),
        (LocalText("Бір атау", "Вода степных рек"), LocalText("Екінші атау", "ВОДА СТЕПНЫХ РЕК")),
        (LocalText(ru="Вода больших степных рек"), LocalText(ru="Вода большых степных рек")),
        (LocalText(en="Water of the steppe rivers"), LocalText(en="Water of the steppe river")),
    ],
)
def test_a_title_twice_is_a_warning_of_the_later_entry(first: LocalText, second: LocalText) -> None:
    finding = only("COLL005", titled(first, second))
    assert (finding.severity, finding.entry, finding.also) == ("warning", "e1", ("e0",))
    assert finding.place.field.startswith("title.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LocalText("Дала өзендерінің суы"), LocalText("Дала көлдерінің суы")),
        (LocalText("Дала өзендерінің суы: 1-бөлім"), LocalText("Дала өзендерінің суы: 2-бөлім")),
        (LocalText("Кіріспе"), LocalText("Кіріспе")),
        (LocalText(ru="Вода степных рек: часть I"), LocalText(ru="Вода степных рек: часть II")),
        (LocalText(ru="Вода степных рек и озёр"), LocalText(ru="Вода степных рек Карагашского края")),
        (LocalText(en="Water of the steppe rivers A"), LocalText(en="Water of the steppe rivers B")),
        (LocalText("Дала өзендерінің суы"), LocalText(ru="Дала өзендерінің суы")),
        (LocalText(), LocalText()),
    ],
)
def test_other_titles_and_parts_of_a_series_are_silent(first: LocalText, second: LocalText) -> None:
    assert not found("COLL005", titled(first, second))


SENTENCES = [f"Дала өзендерінің {number} суы туралы бұл сөйлем жеткілікті ұзын болуы керек" for number in range(10)]
SPARE = [f"Тау бұлақтарының {number} жолы туралы мына сөйлем де жеткілікті ұзын болады" for number in range(10)]


def test_mostly_equal_sentences_are_a_second_submission() -> None:
    def written(*sentences: str) -> Body:
        return body(". ".join(sentences) + ".")

    one, two = LocalText("Бірінші ұзын атау"), LocalText("Мүлдем басқаша аталған")
    twice = workspace(
        entry(id="e0", number=1, title=one, body=written(*SENTENCES)),
        entry(id="e1", number=2, title=two, body=written(*SENTENCES[:7], *SPARE[:3])),
    )
    finding = only("COLL005", twice)
    assert (finding.entry, finding.place.field) == ("e1", "body")
    apart = workspace(twice.entries[0], replace(twice.entries[1], body=written(*SENTENCES[:3], *SPARE[:7])))
    assert not found("COLL005", apart)
    gone = workspace(twice.entries[0], replace(twice.entries[1], state="rejected"))
    assert not found("COLL005", gone)


def test_a_sentence_of_many_entries_makes_no_duplicate() -> None:
    entries = (
        entry(id=f"e{index}", number=index, title=LocalText(f"{SPARE[index]}"), body=body(SENTENCES[0]))
        for index in range(9)
    )
    assert not found("COLL005", workspace(*entries))
