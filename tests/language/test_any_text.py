"""What holds for every public function of the package: no text makes it raise, none makes it hang."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language import (
    abbreviation,
    alphabet,
    bibliography,
    citation,
    date,
    file_name,
    folding,
    identifier,
    language_slash,
    legal_act,
    mailbox,
    mention,
    person_name,
    person_word,
    section_number,
    transliteration,
    udc,
    web_address,
)

DOORS: list[Callable[[str], object]] = [
    abbreviation.find_abbreviations,
    alphabet.guess_language,
    alphabet.share_of_kazakh,
    alphabet.script_of,
    alphabet.sort_key,
    lambda text: alphabet.sort_key(text, "ru"),
    lambda text: bibliography.check_description(text, "gost-7.1"),
    citation.find_citations,
    lambda text: citation.find_citations(text, "semicolon-page"),
    lambda text: citation.renumber(text, {1: 2, 2: None}),
    citation.repaired,
    date.find_dates,
    date.parse_date,
    date.impossible_date,
    file_name.safe_stem,
    lambda text: file_name.file_stem(text.replace("{", ""), {}),
    folding.fold,
    folding.skeleton,
    lambda text: folding.similarity(text, text[::-1]),
    identifier.split_label,
    *(getattr(identifier, name) for name in sorted(vars(identifier)) if name.startswith(("check_", "normal_"))),
    language_slash.split_languages,
    legal_act.is_act,
    legal_act.has_date,
    legal_act.has_number,
    legal_act.lacks_body,
    legal_act.find_act_ids,
    mailbox.check_mailbox,
    mailbox.normal_mailbox,
    mailbox.suggested_mailbox,
    mention.find_mentions,
    lambda text: mention.renumber(text, "figure", {1: 2, 2: None}),
    person_name.parse_person_name,
    person_name.looks_like_person,
    lambda text: person_name.same_person(text, text[:-1]),
    lambda text: person_name.short_name(person_name.parse_person_name(text)),
    person_word.recognise,
    person_word.find_status,
    lambda text: person_word.find_word("degree", text),
    lambda text: [web_address.check_address(found) for found in web_address.find_addresses(text)],
    lambda text: [web_address.torn_rest(text, found) for found in web_address.find_addresses(text)],
    web_address.false_beginnings,
    section_number.parse_section_heading,
    lambda text: [web_address.check_address(found) for found in web_address.find_addresses(text)],
    lambda text: [web_address.torn_rest(text, found) for found in web_address.find_addresses(text)],
    web_address.false_beginnings,
    section_number.from_roman,
    lambda text: [web_address.check_address(found) for found in web_address.find_addresses(text)],
    lambda text: [web_address.torn_rest(text, found) for found in web_address.find_addresses(text)],
    web_address.false_beginnings,
    section_number.latin_roman,
    transliteration.ascii_latin,
    udc.check_udc,
    udc.regrouped,
    udc.split_udc,
]

anything = st.text(alphabet=st.characters(), max_size=80)
SIGNS = list('[](),;:./ -–?«"=*@\n№1З')
WORDS = ["25", "2025", "сәуір", "жылғы", "апреля", "May", "рис.", "сурет", "IV", "Секция", "з.ғ.м.", "ұлы", "Ә.", "Ким"]
pointed = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=20).map("".join)


@given(anything)
def test_no_text_makes_a_function_raise(text: str) -> None:
    for door in DOORS:
        door(text)


@given(pointed)
def test_no_text_of_telling_signs_makes_a_function_raise(text: str) -> None:
    for door in DOORS:
        door(text)


HOSTILE = [
    "[",
    "[1, ",
    "1]",
    "7 сәуір ",
    "рис. 1, ",
    "з.ғ.",
    "ӘОЖ ",
    "Секция ",
    " ",
    "A",
    "а-",
    "5.",
    "/ ",
    "a@",
    "Ә. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_text_of_hostile_repetition_takes_time_in_proportion(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    for door in DOORS:
        began = time.process_time()
        door(text)
        spent = time.process_time() - began
        assert spent < 2, (door, spent)  # quadratic time would be far beyond


@pytest.mark.parametrize(
    "door", [citation.find_citations, date.find_dates, mention.find_mentions, person_word.recognise, folding.fold]
)
def test_a_megabyte_is_read_without_hanging(door: Callable[[str], object]) -> None:
    text = "Сөз [1, б. 2] рис. 3, 7 сәуір 2025; Төлегенов Е. М. – з.ғ.м. " * (1_000_000 // 60)
    began = time.process_time()
    door(text)
    assert time.process_time() - began < 20
