"""The guide says the same in three languages, names things as the window does, and has every picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PIL import Image

from proceedings_editor.app.guide import CHAPTERS, Chapter, chapters, picture_path, write_guide
from proceedings_editor.exporters.composition.element import FigureElement
from proceedings_editor.model.body import Block, Figure, Heading, ListBlock, Span, plain_text
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.model.walk import texts
from proceedings_editor.resources import shipped

OTHERS: tuple[Language, ...] = ("kk", "ru")
LARGEST_PICTURE = 130_000


def shape(block: Block) -> tuple[object, ...]:
    match block:
        case Heading():
            return "heading", block.level
        case ListBlock():
            return "list", block.ordered, len(block.items)
        case Figure():
            return "figure", block.file
        case _:
            return (type(block).__name__,)


@pytest.mark.parametrize("language", OTHERS)
def test_every_chapter_is_built_alike_in_every_language(language: Language) -> None:
    for ours, english in zip(chapters(language), chapters("en"), strict=True):
        assert [shape(block) for block in ours.body] == [shape(block) for block in english.body], ours.name


def labels(chapter: Chapter) -> set[str]:
    """Words in bold: what a person finds in the window."""
    runs = (run for _, words in texts(chapter.body) for run in words)
    return {run.text for run in runs if isinstance(run, Span) and run.bold}


@cache
def translated(language: str) -> dict[str, str]:
    with shipped("i18n", language, "proceedings_editor.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    single = [message for message in catalogue if isinstance(message.id, str) and message.id]
    return {message.id.replace("&", ""): str(message.string).replace("&", "") for message in single}


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_in_bold_is_written_as_in_the_window(language: Language) -> None:
    for ours, english in zip(chapters(language), chapters("en"), strict=True):
        wanted = {translated(language).get(label, f"the window never says “{label}”") for label in labels(english)}
        assert labels(ours) == wanted, ours.name


def words_of(chapter: Chapter) -> Iterator[str]:
    yield chapter.title
    yield from (plain_text(words) for _, words in texts(chapter.body))
    yield from (f"{block.alt} {plain_text(block.caption)}" for block in chapter.body if isinstance(block, Figure))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_is_in_its_language(language: Language) -> None:
    for chapter in chapters(language):
        said = " ".join(words_of(chapter))
        assert bool(re.search("[әғқңөұүһі]", said)) == (language == "kk"), chapter.name
        assert bool(re.search("[а-я]", said)) == (language != "en"), chapter.name


def figures(language: Language) -> list[Figure]:
    return [block for chapter in chapters(language) for block in chapter.body if isinstance(block, Figure)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_small_and_told_in_words(language: Language) -> None:
    shown = figures(language)
    files = {path.name for path in picture_path(language, "x").parent.glob("*.png")}
    assert {figure.file for figure in shown} == files
    assert len(shown) == len(files) >= len(CHAPTERS)
    for figure in shown:
        path = picture_path(language, figure.file)
        assert figure.alt and plain_text(figure.caption), figure.file
        assert path.stat().st_size < LARGEST_PICTURE, figure.file
        with Image.open(path) as picture:
            assert picture.mode == "P", figure.file


def test_pictures_of_two_languages_differ() -> None:
    for figure in figures("en"):
        data = {picture_path(language, figure.file).read_bytes() for language in LANGUAGES}
        assert len(data) == len(LANGUAGES), figure.file


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_guide_has_every_chapter_and_picture(language: Language) -> None:
    from proceedings_editor.app.guide import guide_composition

    elements = [element for part in guide_composition(language).parts for element in part.elements]
    assert sum(isinstance(element, FigureElement) for element in elements) == len(figures(language))


def test_the_same_guide_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_guide("kk", tmp_path / "a")]
    assert first == [path.read_bytes() for path in write_guide("kk", tmp_path / "b")]
