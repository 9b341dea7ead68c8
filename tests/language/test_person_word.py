from __future__ import annotations

import pytest

from proceedings_editor.language.person_word import KINDS, find_status, find_word, recognise, word_of, words_of


def found_in(line: str) -> list[tuple[str, str, str]]:
    return [(kind, id, line[start:end]) for kind, id, (start, end) in recognise(line)]


def test_every_kind_has_words_in_three_languages() -> None:
    for kind in KINDS:
        words = words_of(kind)
        assert words
        assert len({word.id for word in words}) == len(words)
        assert all(word.kk and word.ru and word.en for word in words)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_printed_word_is_found_again(kind: str, language: str) -> None:
    for word in words_of(kind):
        again = find_word(kind, word_of(kind, word.id, language))
        assert word_of(kind, again, language) == word_of(kind, word.id, language)


def test_an_unknown_id_is_shown_as_it_is() -> None:
    assert word_of("status", "wizard", "kk") == "wizard"
    assert find_word("status", "сиқыршы") == ""


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Студент", "student"),
        ("студентка", "student"),
        ("3-курс студенті", "student"),
        ("магистрант 2 курса", "masters_student"),
        ("магистранттары", "masters_student"),
        ("2nd year master's student", "masters_student"),
        ("PhD докторанты", "doctoral_student"),
        ("doctoral student", "doctoral_student"),
        ("оқытушы", "lecturer"),
        ("аға оқытушысы", "lecturer"),
        ("доцент", "lecturer"),
        ("мектеп оқушысы", "pupil"),
        ("Student", "student"),
        ("пианист", ""),
        ("", ""),
    ],
)
def test_a_status_is_known_in_its_spellings(text: str, id: str) -> None:
    assert find_status(text) == id


def test_a_kazakh_head_line_is_taken_apart() -> None:
    line = "Ғылыми жетекшісі, «Қаржы» кафедрасының аға оқытушысы, з.ғ.м. Семёнова Н."
    assert found_in(line) == [
        ("role", "supervisor", "Ғылыми жетекшісі"),
        ("post", "senior_lecturer", "аға оқытушысы"),
        ("degree", "law_master", "з.ғ.м."),
    ]


def test_a_russian_head_line_is_taken_apart() -> None:
    line = "Научный руководитель – к.ф.-м.н., ассоц. профессор Оразов Б. К."
    assert found_in(line) == [
        ("role", "supervisor", "Научный руководитель"),
        ("degree", "physics_mathematics_candidate", "к.ф.-м.н."),
        ("post", "associate_professor", "ассоц. профессор"),
    ]


def test_an_english_head_line_is_taken_apart() -> None:
    line = "Scientific supervisor: PhD, Associate Professor A. Brown"
    assert found_in(line) == [
        ("role", "supervisor", "Scientific supervisor"),
        ("degree", "phd", "PhD"),
        ("post", "associate_professor", "Associate Professor"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("заң ғыл. канд.", "degree", "law_candidate"),
        ("заң ғылымдарының кандидаты", "degree", "law_candidate"),
        ("канд. юрид. наук", "degree", "law_candidate"),
        ("п.ғ.к.", "degree", "pedagogy_candidate"),
        ("э. ғ. к.", "degree", "economics_candidate"),
        ("т.ғ.к", "degree", "engineering_candidate"),
        ("ЗҒМ", "degree", "law_master"),
        ("PHD", "degree", "phd"),
        ("LLM", "degree", "llm"),
        ("доценті", "post", "docent"),
        ("профессоры", "post", "professor"),
        ("ст. преподаватель", "post", "senior_lecturer"),
        ("Senior Lecturer", "post", "senior_lecturer"),
        ("кафедра меңгерушісі", "post", "head_of_department"),
        ("қауымдастырылған профессор (доцент)", "post", "associate_professor"),
        ("н.с.", "post", "researcher"),
        ("Ғылыми жетекші", "role", "supervisor"),
        ("Supervisor", "role", "supervisor"),
    ],
)
def test_a_word_is_known_in_its_spellings(text: str, kind: str, id: str) -> None:
    assert found_in(text) == [(kind, id, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Семёнова Н. С.",
        "Академик Қ. И. Сұлтанов атындағы Көктем университеті",
        "Университет имени академика Сейткалиева",
        "ассистентура",
        "БҒМ бұйрығы",
        "оқытушылық",
    ],
)
def test_what_only_resembles_a_word_is_left_out(text: str) -> None:
    assert found_in(text) == []
