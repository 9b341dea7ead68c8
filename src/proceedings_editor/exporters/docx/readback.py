"""Reads a written DOCX again and compares its words with what was meant."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import Final

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml
from lxml import etree

from proceedings_editor.errors import ReadBackError
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.composition.words import notes_of, texts_of
from proceedings_editor.exporters.docx.xml import NAMESPACES, without_forbidden
from proceedings_editor.texts import text

_TEXT: Final = f"{{{NAMESPACES['w']}}}t"
_PARAGRAPH: Final = f"{{{NAMESPACES['w']}}}p"
_SPACES: Final = frozenset(
    f"{{{NAMESPACES[prefix]}}}{name}" for prefix, name in (("w", "tab"), ("w", "br"), ("m", "oMath"))
)


def check_docx(data: bytes, composition: Composition) -> None:
    """Compare the words of the file, in order, with those of the composition.

    Raises:
        ReadBackError: They differ; the sentence shows the first word that does.
    """
    document = Document(io.BytesIO(data))
    elements = tuple(chain.from_iterable(part.elements for part in composition.parts))
    notes = chain.from_iterable(texts_of(note.elements) for note in notes_of(elements))
    _compare(_words(_texts(document.element.body)), _words(texts_of(elements)))
    footnotes = [
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES
    ]
    found = chain.from_iterable(_texts(parse_xml(part.blob)) for part in footnotes)
    _compare(_words(found), _words(notes))


def _compare(found: Iterator[str], meant: Iterator[str]) -> None:
    for was, wanted in zip_longest(found, meant, fillvalue=""):
        if was != wanted:
            raise ReadBackError(
                text(
                    "The DOCX file was not written: it would say “{found}” where the entry says “{meant}”. "
                    "Please report this with the entry's file.",
                    found=was,
                    meant=wanted,
                )
            )


def _texts(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(_PARAGRAPH):
        yield "".join(
            (node.text or "") if node.tag == _TEXT else " "
            for node in paragraph.iter()
            if node.tag == _TEXT or node.tag in _SPACES
        )


def _words(texts: Iterator[str]) -> Iterator[str]:
    for piece in texts:
        yield from without_forbidden(piece).split()
