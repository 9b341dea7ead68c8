from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.errors import TemplateError
from proceedings_editor.exporters.letter.letter_text import FIELDS, read_letter
from proceedings_editor.resources import shipped

WORDS = "# жазба {бос}\n\n[Жинақ] {number} {author}\n\nҚұрметті {name}!\n\nМерзімі: {deadline}\n\n{faults}\n\nКелесі.\n"


def test_notes_go_the_first_line_is_the_subject_the_rest_the_text() -> None:
    facts = {"number": "070", "author": "Сәрсенова Ә.", "name": "Әлия", "faults": "1. бір\n2. екі", "deadline": "ертең"}
    letter = read_letter(WORDS, "x.txt").filled(facts)
    assert letter.subject == "[Жинақ] 070 Сәрсенова Ә."
    assert letter.body == "Құрметті Әлия!\n\nМерзімі: ертең\n\n1. бір\n2. екі\n\nКелесі."


def test_a_line_without_its_fact_is_left_out_of_the_text_and_the_subject_loses_the_fact_only() -> None:
    letter = read_letter(WORDS, "x.txt").filled({"author": "Сәрсенова Ә.", "faults": "1. бір"})
    assert letter.subject == "[Жинақ] Сәрсенова Ә."
    assert letter.body == "1. бір\n\nКелесі."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Тақырып\n\nҚұрметті {nam}!\n", "x.txt, line 3: “{nam}” is not possible here; did you mean “{name}”?"),
        ("# жазба\n{қате}\n", "x.txt, line 2: “{қате}” is not possible here; possible are: {name}"),
        ("# тек жазба\n\n", "x.txt, line 1: the letter is empty"),
        ("", "x.txt, line 1: the letter is empty"),
        ("Тізім: {faults}\n", "x.txt, line 1: the list {faults} does not fit the subject"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(words: str, sentence: str) -> None:
    with pytest.raises(TemplateError) as error:
        read_letter(words, "x.txt")
    assert str(error.value).startswith(sentence)


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=30)))
def test_no_fact_adds_a_line_to_the_subject_or_is_read_as_a_field(facts: dict[str, str]) -> None:
    letter = read_letter("{number} {title} {author}\n{name}\n{faults}\n", "x.txt").filled(facts)
    assert len(letter.subject.splitlines()) <= 1
    again = read_letter("{title}\n", "x.txt").filled({"title": "{name}", "name": "Әлия"})
    assert again.subject == "{name}"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_shipped_letters_hold_what_a_letter_needs(language: str) -> None:
    words = shipped("letters", language, "returned.txt").read_text(encoding="utf-8")
    letter = read_letter(words, "returned.txt")
    assert "{number}" in letter.subject
    assert {"{faults}"} <= set(letter.lines)
    assert all(any(f"{{{name}}}" in line for line in letter.lines) for name in ("name", "title", "conference"))
    whole = letter.filled(dict.fromkeys(FIELDS, "мәлімет"))
    assert "{" not in whole.body + whole.subject
