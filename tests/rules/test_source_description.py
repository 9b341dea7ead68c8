"""What the assistant puts together is right by the program's own rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.source_description import STANDARDS, describe
from proceedings_editor.language.source_kind import KINDS
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Engine
from proceedings_editor.templates.reader import shipped_template
from tests.language.source import SOURCES
from tests.rules.sample import COLLECTION, entry, reference

CASES = [(kind, standard, language) for kind in KINDS for standard in STANDARDS for language in SOURCES]
THINGS = ("authors", "nature", "responsible", "edition", "publisher", "volume", "number", "isbn", "doi", "speciality",
          "organisation", "book_nature", "book_responsible", "site", "site_nature", "gazette")  # fmt: skip
"""Parts that may be missing."""


@pytest.mark.parametrize(("kind", "standard", "language"), CASES)
def test_a_whole_description_has_no_fault(kind: str, standard: str, language: str) -> None:
    for content in (False, True):
        words = describe(kind, SOURCES[language], standard, language, with_content=content)
        assert faults(words, standard) == []


@given(st.sampled_from(CASES), st.sets(st.sampled_from(THINGS)), st.booleans())
def test_what_need_not_be_told_may_be_missing(case: tuple[str, str, str], gone: set[str], printed: bool) -> None:
    kind, standard, language = case
    parts = {key: words for key, words in SOURCES[language].items() if key not in gone}
    if printed and kind not in ("page", "act"):
        parts |= {"url": "", "accessed": "", "doi": ""}
    assert faults(describe(kind, parts, standard, language), standard) == []


def test_a_faulty_reference_would_be_seen() -> None:
    assert {code for code, _ in faults("Граников Д. О. Снег // Вестник степи. – 1985. – № 3", "gost-7.1")} == {
        "REF002",
        "REF003",
        "TYPO006",
    }


def faults(words: str, standard: str) -> list[tuple[str, str]]:
    """Return code and words of what the rules find in one reference."""
    template = shipped_template("kz-conference")
    template = replace(template, references=replace(template.references, standard=standard))
    one = entry(references=(reference(words),))
    found = (
        Engine(Workspace(COLLECTION, template, (one,)), families=("REF", "TYPO", "CHAR", "IDN"))
        .check_alone(one)
        .findings
    )
    return [(finding.code, finding.text) for finding in found if finding.place.field.startswith("references.")]
