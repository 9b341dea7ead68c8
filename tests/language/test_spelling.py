"""The shipped dictionaries: real words of three languages, what is proposed, and that nothing breaks them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.spelling import canonical, is_word, suggestions
from proceedings_editor.model.local import LANGUAGES, Language

KNOWN: dict[Language, str] = {
    "kk": "қазақ тіл мектеп зерттеу ғылым сондай-ақ бірқатар өзендер оқушылардың Қазақстан",
    "ru": "исследование ёлка елка кто-то по-русски социально-экономический Россия РОССИЯ ещё еще",
    "en": "research organisation organization colour color don't state-of-the-art Kazakhstan",
}
UNKNOWN: dict[Language, str] = {
    "kk": "қазаққ тілм мктеп зертеуу",
    "ru": "исслодование малако красно-синйи россия",
    "en": "reserch organizasion enviromental kazakhstan",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_words_are_known_and_wrong_ones_are_not(language: Language) -> None:
    assert [word for word in KNOWN[language].split() if not is_word(word, language)] == []
    assert [word for word in UNKNOWN[language].split() if is_word(word, language)] == []


@pytest.mark.parametrize(
    ("word", "language"),
    [("за\u0301мок", "ru"), ("и\u0306од", "ru"), ("кто\u2011то", "ru"), ("don’t", "en"), ("иссле\u00adдование", "ru")],
)
def test_signs_that_do_not_spell_are_overlooked(word: str, language: Language) -> None:
    assert is_word(word, language)


def test_a_language_without_a_dictionary_knows_every_word() -> None:
    assert is_word("schönn", "de")
    assert suggestions("schönn", "de") == ()


@pytest.mark.parametrize(
    ("wrong", "language", "meant"),
    [
        ("исслодование", "ru", "исследование"),
        ("Исслодование", "ru", "Исследование"),
        ("малако", "ru", "молоко"),
        ("превет", "ru", "привет"),
        ("enviromental", "en", "environmental"),
        ("colur", "en", "colour"),
        ("озендери", "kk", "өзендері"),
        ("Казакстан", "kk", "Қазақстан"),
    ],
)
def test_what_is_meant_is_proposed_first(wrong: str, language: Language, meant: str) -> None:
    assert suggestions(wrong, language)[0] == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_more_is_proposed_than_wanted_and_only_what_is_known(language: Language) -> None:
    for wrong in UNKNOWN[language].split():
        found = suggestions(wrong, language, most=3)
        assert len(found) <= 3 and wrong not in found
        assert all(is_word(word, language) for words in found for word in words.split())


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_characters_have_an_answer(word: str, language: Language) -> None:
    assert is_word(word, language) in (True, False)


@given(st.text(max_size=60))
def test_a_word_has_one_canonical_form(word: str) -> None:
    assert canonical(canonical(word)) == canonical(word)


def test_threads_get_the_same_answers() -> None:
    asked = [(word, language) for language in LANGUAGES for word in (KNOWN[language] + " " + UNKNOWN[language]).split()]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda pair: is_word(*pair), asked * 20))
    assert answers == [is_word(*pair) for pair in asked] * 20


def test_a_missing_dictionary_is_one_sentence() -> None:
    script = (
        "from pathlib import Path\n"
        "from proceedings_editor.errors import ReadError\n"
        "from proceedings_editor.language import spelling\n"
        "spelling.shipped = lambda *parts: Path('/absent', *parts)\n"
        "try:\n    spelling.is_word('слово', 'ru')\n"
        "except ReadError as error:\n    print(error.sentence)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8")
    key = "The dictionary {file} of the program cannot be read. Install the program again."
    assert done.stdout.strip() == key.replace("{file}", "ru_RU.dic")
