from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.errors import UsageError
from proceedings_editor.language.file_name import RESERVED, file_stem, numbered, placeholders, safe_stem

PATTERN = "{number}_{surname}_{initials}[_{lang}]"


def test_a_pattern_gives_the_outgoing_name() -> None:
    values = {"number": "070", "surname": "Жаңғали", "initials": "Ш. Ж.", "lang": ""}
    assert file_stem(PATTERN, values) == "070_zhangghali_shzh"
    assert file_stem(PATTERN, values | {"lang": "kk"}) == "070_zhangghali_shzh_kk"


def test_a_missing_number_leaves_no_loose_line() -> None:
    values = {"number": "", "surname": "Ким", "initials": "", "lang": ""}
    assert file_stem(PATTERN, values) == "kim"


def test_an_unknown_placeholder_is_one_sentence() -> None:
    with pytest.raises(UsageError, match=r"uses \{title\}, which is not known\. Use \{number\}"):
        file_stem("{number}_{title}", {"number": "1"})


def test_a_pattern_tells_its_placeholders() -> None:
    assert placeholders(PATTERN) == ("number", "surname", "initials", "lang")


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Мақала жаңа (2)", "maqala-zhanga-2"),
        ("con", "con-file"),
        ("LPT1", "lpt1-file"),
        ("...", "file"),
        ("", "file"),
        ("a:b/c\\d", "a-b-c-d"),
        ("中文", "file"),
    ],
)
def test_any_text_becomes_a_safe_name(text: str, stem: str) -> None:
    assert safe_stem(text) == stem


def test_a_taken_name_gets_the_next_number_whatever_its_case() -> None:
    assert numbered("kim", []) == "kim"
    assert numbered("kim", ["KIM"]) == "kim-2"
    assert numbered("kim", ["Kim", "kim-2"]) == "kim-3"


def test_a_numbered_name_keeps_the_limit() -> None:
    long = "a" * 60
    assert numbered(long, [long]) == "a" * 58 + "-2"


@given(st.text(max_size=300), st.integers(8, 80))
def test_a_safe_name_is_safe_everywhere(text: str, limit: int) -> None:
    stem = safe_stem(text, limit)
    assert re.fullmatch(r"[a-z0-9_-]+", stem)
    assert len(stem) <= limit
    assert stem not in RESERVED
    assert safe_stem(stem, limit) == stem


@given(st.lists(st.sampled_from(["kim", "Kim", "kim-2", "orazov"]), max_size=12))
def test_numbered_names_never_meet(stems: list[str]) -> None:
    taken: list[str] = []
    for stem in stems:
        taken.append(numbered(stem, taken))
    assert len({name.casefold() for name in taken}) == len(taken)
