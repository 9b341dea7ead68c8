"""Documents this program wrote: their styles are the template's, and their first part may be an information page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docx.document import Document as DocumentObject
from docx.oxml.ns import qn

from proceedings_editor.importers.docx.look import ParagraphLook
from proceedings_editor.importers.head_code import codes_of
from proceedings_editor.importers.label import is_information_heading, is_top_heading
from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.template import ElementKind, HeadElement, StyleName, Template
from proceedings_editor.templates.word_style import STYLE_IDS

_TELLING: Final[tuple[StyleName, ...]] = ("code", "affiliation", "reference_heading", "information_value")
"""Styles that documents of other origin do not have, not all of them."""
STYLE_OF_ID: Final[Mapping[str, StyleName]] = {identity: name for name, (identity, _) in STYLE_IDS.items()}


@dataclass(frozen=True, slots=True)
class Skipped:
    """How much of a document is its information page: paragraphs with words, and tables."""

    paragraphs: int = 0
    tables: int = 0


def is_own(document: DocumentObject) -> bool:
    """Whether the document has the styles this program writes."""
    known = {style.style_id for style in document.styles}
    return all(STYLE_IDS[name][0] in known for name in _TELLING)


def information_page(document: DocumentObject, template: Template) -> Skipped:
    """Return what of a document is its information page: all before the first break between its parts.

    Nothing where no paragraph before that break is one of the page's headings.
    """
    paragraphs = tables = 0
    has_heading = False
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:tbl"):
            tables += 1
        elif element.tag == qn("w:p"):
            words = "".join(node.text or "" for node in element.iter(qn("w:t"))).strip()
            paragraphs += bool(words)
            heading = is_information_heading(words, template) or is_top_heading(words, template)
            has_heading = has_heading or (bool(words) and heading)
            if element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
                return Skipped(paragraphs, tables) if has_heading else Skipped()
    return Skipped()


_ELEMENT_OF: Final[Mapping[StyleName, ElementKind]] = {
    "section": "section",
    "subsection": "subsection",
    "title": "title",
    "author": "authors",
    "email": "emails",
    "affiliation": "affiliations",
    "supervisor": "supervisors",
    "abstract": "abstract",
    "keywords": "keywords",
    "reference_heading": "references",
}
_AFTER_HEAD: Final = frozenset({"body", "references", "dates"})
_CODES: Final[Mapping[str, ElementKind]] = {"udc": "udc", "irsti": "irsti", "bbk": "bbk", "doi": "doi", "edn": "edn"}
_IN_LANGUAGES: Final = frozenset({"abstract", "keywords"})


def own_elements(looks: Sequence[ParagraphLook], styles: Mapping[str, ParagraphLook]) -> tuple[list[HeadElement], int]:
    """Return the article's elements in their order, as the styles tell them, and how many paragraphs its head has."""
    found: list[HeadElement] = []
    head = 0
    for look in looks:
        name = STYLE_OF_ID.get(look.style_id)
        kinds = _codes(look.words) if name == "code" else (_ELEMENT_OF.get(name, "body") if name else "body",)
        elements = [_element(kind, look, styles) for kind in kinds]
        found += [element for element in elements if element not in found]
        if not _AFTER_HEAD.intersection(kinds):
            head = look.number
    return _in_one_language(found), head


def _codes(words: str) -> tuple[ElementKind, ...]:
    """The codes of a line; one without any is one of the dates, which look like it."""
    return tuple(_CODES[kind] for kind, _ in codes_of(words)) or ("dates",)


def _element(kind: ElementKind, look: ParagraphLook, styles: Mapping[str, ParagraphLook]) -> HeadElement:
    if kind in _IN_LANGUAGES:
        guess = guess_language(look.words)
        return HeadElement(kind, tuple(language for language in LANGUAGES if language == guess))
    differs = kind in _CODES and look.style_id in styles and styles[look.style_id].align != look.align
    return HeadElement(kind, align=look.align if differs else "")


def _in_one_language(elements: list[HeadElement]) -> list[HeadElement]:
    """An abstract that stands in one language only is in the article's own."""
    count = sum(element.kind == "abstract" for element in elements)
    return (
        elements
        if count > 1
        else [replace(one, languages=()) if one.kind in _IN_LANGUAGES else one for one in elements]
    )
