from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

_NAME = re.compile(r"`[^`]+`|\b\d[\d.-]*\d\b|\b[A-Z]{3,4}-\d[\w.-]*|\b(?:MIT|ISC|MIT-CMU)\b|[a-z]\w+_\w+")
_ADDRESS = re.compile(r"https://[^>\s]+")


def test_every_locked_library_stands_in_the_licence_list() -> None:
    listed = {normal(word) for word in re.findall(r"[\w.-]+", licences())}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    unlisted = [line for line in lock if normal(line.partition("==")[0]) not in listed]
    assert not unlisted


def test_every_font_has_its_licence_beside_it() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "resources" / "fonts").glob("*.txt")]
    families = {path.stem.partition("-")[0] for path in (ROOT / "resources" / "fonts").glob("*.ttf")}
    unlicensed = {family for family in families if not any(spaced(family) in text for text in texts)}
    assert families
    assert not unlicensed


def test_every_dictionary_has_its_terms_beside_it_and_stands_in_the_list() -> None:
    folder = ROOT / "resources" / "dictionaries"
    names = {path.stem for path in folder.glob("*.dic")}
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    assert names == {path.stem for path in folder.glob("*.aff")}
    assert not [name for name in names if not any(name in file and name in text for file, text in texts.items())]
    assert not [file for file in texts if f"dictionaries/{file}" not in licences()]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_lists_in_other_languages_name_the_same_things(language: str) -> None:
    assert names(licences(f".{language}")) == names(licences())


def names(listed: str) -> list[tuple[int, set[str]]]:
    """Return of every row how many cells it has, and its files, addresses, versions and names of licences."""
    rows = [line for line in listed.splitlines() if line.startswith("|")]
    return [(row.count("|"), set(_NAME.findall(row))) for row in rows] + [(0, set(_ADDRESS.findall(listed)))]


def licences(language: str = "") -> str:
    return (ROOT / "resources" / f"LICENSES{language}.md").read_text(encoding="utf-8")


def normal(name: str) -> str:
    """The form in which package names are equal (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def spaced(family: str) -> str:
    """DejaVuSansMono is written DejaVu Sans Mono in prose."""
    return re.sub(r"(?<=[a-z])(?=S|M)", " ", family)
