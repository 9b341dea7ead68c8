"""Which language the command line speaks."""

from __future__ import annotations

import pytest

from proceedings_editor.cli.language import take_language
from proceedings_editor.errors import UsageError


@pytest.mark.parametrize(
    ("words", "environment", "language", "rest"),
    [
        (["check", "--lang", "kk"], {}, "kk", ["check"]),
        (["--lang=ru", "check"], {"LANG": "kk_KZ.UTF-8"}, "ru", ["check"]),
        (["check"], {"LANG": "kk_KZ.UTF-8"}, "kk", ["check"]),
        (["check"], {"LC_ALL": "C", "LANG": "ru_RU"}, "en", ["check"]),
        (["check"], {}, "en", ["check"]),
        (["check", "--", "--lang=kk"], {}, "en", ["check", "--", "--lang=kk"]),
    ],
)
def test_the_option_wins_over_the_environment(
    words: list[str], environment: dict[str, str], language: str, rest: list[str]
) -> None:
    assert take_language(words, environment) == (language, rest)


@pytest.mark.parametrize("words", [["--lang"], ["--lang", "de"], ["--lang="]])
def test_an_unknown_language_is_a_mistake_of_usage(words: list[str]) -> None:
    with pytest.raises(UsageError):
        take_language(words, {})
