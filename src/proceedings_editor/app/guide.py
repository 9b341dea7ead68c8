"""The guide: Markdown chapters that ship with the program, for its window and, through its own exporters, for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from proceedings_editor.exporters.composition.compose import compose
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.importers.markdown_block import read_document
from proceedings_editor.importers.source import read_markdown_file
from proceedings_editor.model.body import (
    Block,
    Body,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Span,
    plain_text,
)
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.resources import shipped
from proceedings_editor.storage.atomic import write_bytes, writing
from proceedings_editor.templates.reader import load_template
from proceedings_editor.texts import text

CHAPTERS: Final = (
    "start",
    "entry",
    "insert",
    "import",
    "check",
    "return",
    "export",
    "sharing",
    "history",
    "find",
    "list",
    "trouble",
)
"""File names of the chapters without ending, in order."""

TITLE: Final = text("Guide to preparing proceedings")
_FOLDER: Final = "guide"
_PICTURES: Final = "pictures"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; its body's headings begin at level 1 and its figures are names for `picture_path`."""

    name: str
    title: str
    body: Body


def chapters(language: Language) -> tuple[Chapter, ...]:
    """Return the guide in a language.

    Raises:
        ReadError: A file of the program is missing or damaged.
    """
    return tuple(_chapter(language, name) for name in CHAPTERS)


def picture_path(language: Language, file: str) -> Path:
    """Return where a picture of the guide lies."""
    return shipped(_FOLDER, _PICTURES, language, file)


def guide_composition(language: Language) -> Composition:
    """Return the whole guide as styled elements, ready for both writers.

    Raises:
        ReadError: A file of the program is missing or damaged.
    """
    title = LocalText().with_version(language, TITLE.in_language(language))
    entry = Entry(id=_FOLDER, language=language, title=title, body=tuple(_blocks(language)))

    def figures(file: str) -> Path | None:
        path = picture_path(language, file)
        return path if picture_size(path) else None

    return compose(
        Collection(),
        load_template(shipped(_FOLDER, "template.yaml")),
        entry,
        parts="article",
        draft=False,
        figures=figures,
        largest_number=0,
    )


def write_guide(language: Language, out: Path) -> tuple[Path, Path]:
    """Write the guide as PDF and DOCX, read back before; return both paths.

    Raises:
        WriteError: The folder cannot be written.
        ProceedingsError: A file would not say what the guide says.
    """
    from proceedings_editor.app.exporting import make_files

    made = make_files(guide_composition(language), ("pdf", "docx"))
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
    paths = [out / f"guide-{language}.{file.kind}" for file in made]
    for path, file in zip(paths, made, strict=True):
        write_bytes(path, file.data)
    return paths[0], paths[1]


def _chapter(language: Language, name: str) -> Chapter:
    pieces = read_document(read_markdown_file(shipped(_FOLDER, language, f"{name}.md"))).pieces
    first, rest = pieces[0].block, (piece.block for piece in pieces[1:])
    title = plain_text(first.text) if isinstance(first, Heading) else ""
    body = tuple(Heading(block.text, block.level - 1) if isinstance(block, Heading) else block for block in rest)
    return Chapter(name, title, body)


def _blocks(language: Language) -> Iterator[Block]:
    """On paper the guide begins with a list of its chapters."""
    found = chapters(language)
    names = (ListItem((Paragraph((Span(chapter.title),)),)) for chapter in found)
    yield ListBlock(tuple(names), ordered=True, marker="1.")
    for chapter in found:
        yield Heading((Span(chapter.title),), 1)
        for block in chapter.body:
            yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block
