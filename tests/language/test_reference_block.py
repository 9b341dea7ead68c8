"""Lists of references as people paste them: numbered, with bullets, wrapped, set in, with blank lines, or bare."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.reference_block import split_references

BOOK = "Есенов Қ. Т. Дала сулары / Қ. Т. Есенов. – Алматы : Дала, 2020. – 120 б."
ARTICLE = "Граников Д. О. Снежная мелиорация // Вестник степи. – 1985. – № 3. – С. 5–7."
PAGE = "Steppe rivers. – URL: https://dala.kz/rivers_1 (accessed 7 April 2025)."
ACT = "Қазақстан Республикасының «Су туралы» 2008 жылғы 20 қазандағы № 70-IV Заңы."
HUNDRED = "100 лет степной науке. – Костанай : Степь, 2019. – 88 с."
WORKS = (BOOK, ARTICLE, PAGE, ACT, HUNDRED, "Orvelin P. D. Snowdrifts // Dry Steppe. – 2017. – Vol. 4. – P. 60–74.")

NUMBERS = ("{}. ", "{}) ", "[{}] ", "{}.\t", "{}\t", " {}.  ", "{}.\u00a0", "[{}]. ")
BULLETS = ("• ", "– ", "- ", "*\t", "·       ", "\uf0b7 ", "o   ")

lists = st.lists(st.sampled_from(WORKS), min_size=2, max_size=9)


@given(lists, st.sampled_from(NUMBERS), st.integers(1, 90))
def test_a_numbered_list_gives_its_items_without_their_numbers(items: list[str], form: str, first: int) -> None:
    block = "\n".join(form.format(number) + item for number, item in enumerate(items, first))
    assert list(split_references(block)) == items


@given(lists, st.sampled_from(NUMBERS), st.integers(30, 90), st.sampled_from(["", "    ", "\t"]), st.booleans())
def test_wrapped_lines_of_a_numbered_list_come_together(
    items: list[str], form: str, width: int, indent: str, blank: bool
) -> None:
    numbered = (form.format(number) + item for number, item in enumerate(items, 1))
    block = ("\n\n" if blank else "\n").join(wrapped(item, width, indent) for item in numbered)
    assert list(split_references(block)) == items


@given(lists, st.sampled_from(BULLETS))
def test_a_list_with_bullets_gives_its_items(items: list[str], bullet: str) -> None:
    assert list(split_references("\n".join(bullet + item for item in items))) == items


@given(lists, st.integers(50, 90), st.sampled_from(["   ", "\t"]))
def test_lines_set_in_go_on_with_the_item_before(items: list[str], width: int, indent: str) -> None:
    assert list(split_references("\n".join(wrapped(item, width, indent) for item in items))) == items


@given(lists)
def test_each_line_of_a_bare_list_is_an_item(items: list[str]) -> None:
    assert list(split_references("\n".join(items))) == items
    assert list(split_references("\r\n\r\n".join(items))) == items


@given(lists, st.integers(45, 80))
def test_items_apart_by_blank_lines_may_be_wrapped(items: list[str], width: int) -> None:
    assert list(split_references("\n\n".join(wrapped(item, width, "") for item in items))) == items


@given(st.text(max_size=300))
def test_any_text_keeps_its_letters_in_their_order(source: str) -> None:
    rest = iter(char for char in source if char.isalpha())
    assert all(char in rest for item in split_references(source) for char in item if char.isalpha())


@given(
    st.lists(
        st.sampled_from(["1. ", "[2] ", "– ", "• ", "", "\t", "Ән", "2020. – 5 б.", "\n", "\n\n", "https://a.kz/"])
    )
)
def test_no_item_is_empty(parts: list[str]) -> None:
    assert all(item.strip() for item in split_references("".join(parts)))


@pytest.mark.parametrize(
    ("block", "items"),
    [
        ("Список литературы\n1. Река\n2. Озеро", ["Река", "Озеро"]),
        ("Пайдаланылған әдебиеттер тізімі:\n\nӨзен\nКөл", ["Өзен", "Көл"]),
        ("REFERENCES\n[1] River", ["River"]),
        ("Дереккөз 1\nДереккөз 2", ["Дереккөз 1", "Дереккөз 2"]),
        ("Степь / Д. О.\nГраников. – М. :\nСтепь.\nОзёра.", ["Степь / Д. О. Граников. – М. : Степь.", "Озёра."]),
        ("1. Река. – URL: https://dala.kz/\nrivers/5.\n2. Озеро", ["Река. – URL: https://dala.kz/rivers/5.", "Озеро"]),
        ("1. Оқу-\nәдістемелік құрал\n2. Көл", ["Оқу-әдістемелік құрал", "Көл"]),
        ("1. Мели\u00ad\nорация\n2. Көл", ["Мелиорация", "Көл"]),
        ("1. Река // Степь. – Т.\n5. – С. 7.\n2. Озеро", ["Река // Степь. – Т. 5. – С. 7.", "Озеро"]),
        ("– Река.\n– 2019. – 5 с.\n– Озеро.", ["Река. – 2019. – 5 с.", "Озеро."]),
        ("5. Өзен\n5. Көл\n7. Дала", ["Өзен", "Көл", "Дала"]),
        ("қазына. – 5 б.\n4. Өзен\n5. Көл", ["қазына. – 5 б.", "Өзен", "Көл"]),
        ("әл-Фараби Ә. Н. Су.\nәл-Мұқтар Б. Д. Дала.", ["әл-Фараби Ә. Н. Су.", "әл-Мұқтар Б. Д. Дала."]),
        ("", []),
        ("\n \t\n", []),
    ],
)  # fmt: skip
def test_lists_people_send(block: str, items: list[str]) -> None:
    assert list(split_references(block)) == items


def wrapped(item: str, width: int, indent: str) -> str:
    lines = textwrap.wrap(
        item, width, break_long_words=False, break_on_hyphens=False, expand_tabs=False, replace_whitespace=False
    )
    return f"\n{indent}".join(lines)
