"""Every sentence is translated: catalogues hold exactly the program's sentences, with the same placeholders."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("kk", "ru")
KEYWORDS = {"text": None, "plural": (1, 2)}


@pytest.fixture(scope="module")
def sentences() -> Iterator[set[str | tuple[str, ...]]]:
    packaging = ROOT / "packaging"
    with pytest.MonkeyPatch.context() as patch, (packaging / "babel.cfg").open(encoding="utf-8") as mapping:
        patch.syspath_prepend(packaging)  # where the configuration finds its extractor
        methods, options = parse_mapping_cfg(mapping)
        yield set(found_in_sources(methods, options))


def found_in_sources(methods: list[tuple[str, str]], options: dict[str, dict[str, str]]) -> set[str | tuple[str, ...]]:
    found = extract_from_dir(ROOT / "src", method_map=methods, options_map=options, keywords=KEYWORDS)
    return {tuple(key) if isinstance(key, tuple | list) else key for _, _, key, _, _ in found}


@pytest.fixture(params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    with (ROOT / "resources" / "i18n" / request.param / "proceedings_editor.po").open("rb") as file:
        return read_po(file, locale=request.param)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def test_no_sentence_is_missing_and_none_is_left_over(
    catalogue: Catalog, sentences: set[str | tuple[str, ...]]
) -> None:
    known = {message.id for message in messages(catalogue)}
    missing, obsolete = sentences - known, known - sentences
    assert not missing, f"run ./dev texts and translate: {sorted(map(str, missing))}"
    assert not obsolete, f"run ./dev texts: {sorted(map(str, obsolete))}"


def test_every_sentence_is_translated_in_every_form(catalogue: Catalog) -> None:
    for message in messages(catalogue):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), f"{catalogue.locale}: {message.id!r} is not translated"
        if isinstance(message.id, tuple):
            assert len(forms) == catalogue.num_plurals, message.id
    assert not [message.id for message in messages(catalogue) if message.fuzzy]


def test_placeholders_are_the_same(catalogue: Catalog) -> None:
    for message in messages(catalogue):
        keys = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = placeholders(keys[-1])
        for form in forms:
            assert placeholders(form) == wanted, f"{catalogue.locale}: {message.id!r} has other placeholders"


def test_translations_are_in_their_own_language(catalogue: Catalog) -> None:
    kazakh = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
    words = " ".join(
        form for m in messages(catalogue) for form in (m.string if isinstance(m.string, tuple) else (m.string,))
    )
    words = re.sub("«[^«»]*»", "", words)  # what is quoted may be in any language
    assert bool(kazakh.search(words)) == (catalogue.locale is not None and catalogue.locale.language == "kk")


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
