"""The real entry the project was begun with: eight pages, and every word of its source in both files, in order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pypdfium2
import pytest

from proceedings_editor.exporters.pdf.raster import page_texts
from tests.conformance.export import Document
from tests.conformance.reading import Reader, read
from tests.exporters.docx.integrity import W, tree

PRINTED: Final = {"kz-conference": ("–", ""), "kz-journal": ("•", "Әдебиеттер тізімі")}
"""Template -> what it prints for the source's list markers, and its own heading of the references."""

_LABEL: Final = re.compile(r"^(?:[-–]|(\d+\.)) ", re.MULTILINE)
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)|<(\w+:[^>]*)>")


@pytest.fixture
def conference(seed_documents: dict[str, Document]) -> Document:
    return seed_documents["kz-conference"]


def source_text(seed: Path, template: str, *, labels: bool) -> str:
    """Return body and references as the Markdown source has them, read without our importer."""
    marker, heading = PRINTED[template]
    paragraphs = re.split(r"\n\s*\n", seed.read_text(encoding="utf-8-sig"))
    first = next(index for index, paragraph in enumerate(paragraphs) if "[1]" in paragraph)
    text = re.sub(r"^### (.*)", lambda line: heading or line[1], "\n".join(paragraphs[first:]), flags=re.MULTILINE)
    text = _LABEL.sub(lambda label: f"{label[1] or marker} " if labels else "", text)
    return _LINK.sub(lambda link: link[1] or link[2], text)


def test_it_has_eight_pages_the_article_being_323_to_329(conference: Document) -> None:
    document = pypdfium2.PdfDocument(conference.pdf.read_bytes())
    labels = [document.get_page_label(page) for page in range(len(document))]
    document.close()
    assert labels == ["i", *map(str, range(323, 330))]
    texts = page_texts(conference.pdf.read_bytes())
    assert [text.split()[0] for text in texts[1:]] == labels[1:]


@pytest.mark.parametrize("template", PRINTED)
def test_every_word_of_the_source_is_in_the_pdf(template: str, seed_documents: dict[str, Document], seed: Path) -> None:
    document = seed_documents[template]
    pages = page_texts(document.pdf.read_bytes())[1:]
    article = Reader(document.composition.parts[-1])
    text = "\n".join(article.without_margin(page, number) for number, page in enumerate(pages))
    wanted = read(source_text(seed, template, labels=True))
    found = read(text, lines_are_loose=True)
    assert found.letters.endswith(wanted.letters)
    start = len(found.letters) - len(wanted.letters)
    ends = {place + start for place in wanted.gaps if place}
    assert ends <= found.gaps | found.loose
    assert {place for place in found.gaps if place > start} <= ends | {place + start for place in wanted.loose}


@pytest.mark.parametrize("template", PRINTED)
def test_every_word_of_the_source_is_in_the_docx(
    template: str, seed_documents: dict[str, Document], seed: Path
) -> None:
    body = tree(seed_documents[template].docx.read_bytes(), "word/document.xml")
    paragraphs = ("".join(node.text or "" for node in one.iter(f"{W}t")) for one in body.iter(f"{W}p"))
    wanted = source_text(seed, template, labels=False).split()
    assert len(wanted) > 2000
    assert "\n".join(paragraphs).split()[-len(wanted) :] == wanted
