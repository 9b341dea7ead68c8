"""Learns a template from a sample document: what its pages and elements look like, and in which order they stand.

Everything learned is a proposal with the place it was found at; what a sample does not show stays as in the base.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, TypeVar

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section

from proceedings_editor.errors import ReadError
from proceedings_editor.importers.docx.learned_words import (
    STYLE_NAMES,
    Value,
    value_of_number,
    value_of_order,
    value_of_style,
)
from proceedings_editor.importers.docx.look import ParagraphLook, cell_looks_of, looks_of, style_looks_of
from proceedings_editor.importers.docx.own_document import STYLE_OF_ID, information_page, is_own, own_elements
from proceedings_editor.importers.docx.package import reading_document
from proceedings_editor.importers.head import read_head
from proceedings_editor.importers.head_part import Expected, HeadKind
from proceedings_editor.importers.label import is_reference_heading
from proceedings_editor.importers.piece import Line, Piece
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.template import (
    ElementKind,
    HeadElement,
    PageNumber,
    PageSetup,
    StyleName,
    Template,
    TextStyle,
)
from proceedings_editor.texts import Text, text

T = TypeVar("T", bound=Hashable)

_STYLES: Final[Mapping[HeadKind, StyleName]] = {
    "section": "section",
    **dict.fromkeys(("udc", "irsti", "bbk", "doi", "edn"), "code"),
    "title": "title",
    "authors": "author",
    "email": "email",
    "affiliation": "affiliation",
    "supervisor": "supervisor",
    "abstract": "abstract",
    "keywords": "keywords",
}
_ELEMENTS: Final[Mapping[HeadKind, tuple[ElementKind, ...]]] = {
    "section": ("section", "subsection"),
    "udc": ("udc",),
    "irsti": ("irsti",),
    "bbk": ("bbk",),
    "doi": ("doi",),
    "edn": ("edn",),
    "title": ("title",),
    "authors": ("authors",),
    "email": ("emails",),
    "orcid": ("orcids",),
    "affiliation": ("affiliations",),
    "supervisor": ("supervisors",),
    "abstract": ("abstract",),
    "keywords": ("keywords",),
}
_ALWAYS: Final[tuple[ElementKind, ...]] = ("title", "authors")
"""No article goes without; where the sample hides them, they stand before its text."""
_CAPITALS: Final[frozenset[StyleName]] = frozenset(("title", "section", "reference_heading", "heading_1"))
_NUMBER_ALIGN: Final[Mapping[object, Literal["left", "center", "right"]]] = {
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
}
_SHORT: Final = 60


@dataclass(frozen=True, slots=True)
class Learnt:
    """One thing learned: what it is, its value in words, and where it was found."""

    what: Text
    value: Value
    where: Text


@dataclass(frozen=True, slots=True)
class Learned:
    """A proposal: the template with everything learned in it, and what that is."""

    template: Template
    learnt: tuple[Learnt, ...]


def learn_template(path: Path, base: Template) -> Learned:
    """Propose a template from a sample document.

    Args:
        path: A DOCX file laid out as the conference asks.
        base: Says what the sample does not show.

    Raises:
        ReadError: The file is no readable DOCX, or has no text.
    """
    with reading_document(path) as document:
        return _learned(document, path.name, base)


def _learned(document: DocumentObject, name: str, base: Template) -> Learned:
    skipped = information_page(document, base)
    every = looks_of(document)
    looks = every[skipped.paragraphs :]
    if not looks:
        raise ReadError(text("{file} has no text to learn from; choose a filled-in sample.", file=name))
    page, of_page = _page(document, base.page)
    font = Counter[str]()
    for look in looks:
        font[look.font] += len(look.words)
    family = font.most_common(1)[0][0] or base.font
    if is_own(document):
        styles, of_styles = _own_styles(document, every, base, family)
    else:
        named = _named(looks, cell_looks_of(document, skipped.tables), base)
        styles, of_styles = _styles(named, base, family)
    kinds, lines = own_elements(looks, style_looks_of(document)) if is_own(document) else _elements(looks, base)
    article, of_order = _order(kinds, lines)
    template = replace(base, page=page, font=family, styles=styles, article=article)
    share = round(100 * font[family] / max(1, font.total()))
    of_font = Learnt(text("Font"), Value((family,)), text("{share} % of the text", share=share))
    return Learned(template, (*of_page, of_font, *of_order, *of_styles))


# --------------------------------------------------------------------------------------------------------------- page


def _page(document: DocumentObject, base: PageSetup) -> tuple[PageSetup, list[Learnt]]:
    section = document.sections[0]
    measures = {
        "width": section.page_width,
        "height": section.page_height,
        "top": section.top_margin,
        "bottom": section.bottom_margin,
        "left": section.left_margin,
        "right": section.right_margin,
    }
    found = {name: round(value.cm, 2) for name, value in measures.items() if value is not None}
    settings = document.settings.element
    page = replace(
        base,
        **found,
        mirrored=settings.find(qn("w:mirrorMargins")) is not None,
        hyphenation=settings.find(qn("w:autoHyphenation")) is not None,
        number=_page_number(document),
    )
    where = text("page setup of the document")
    measured = tuple((name, float(getattr(page, name))) for name in measures)
    paper, margins = (Text(form, measured) for form in ("{width} × {height}", "{top} / {bottom} / {left} / {right}"))
    return page, [
        Learnt(text("Paper, cm"), Value((paper,)), where),
        Learnt(text("Margins, cm: top, bottom, left, right"), Value((margins,)), where),
        Learnt(text("Page number"), value_of_number(page.number), text("header and footer of the document")),
    ]


def _page_number(document: DocumentObject) -> PageNumber:
    """Return where a page number stands, in whichever part of the document has one: a first part often has none."""
    found = [_number_in(place, story) for section in document.sections for place, story in _stories(section)]
    numbers = list(dict.fromkeys(number for number in found if number is not None))
    if len({number.place for number in numbers}) == 1 and {number.align for number in numbers} == {"left", "right"}:
        return PageNumber(numbers[0].place, "outside")
    return numbers[0] if numbers else PageNumber("none")


def _stories(section: Section) -> Iterator[tuple[Literal["bottom", "top"], BlockItemContainer]]:
    """Yield the footers and headers a section has of its own; asking for others would make them."""
    footers = (section.footer, section.first_page_footer, section.even_page_footer)
    headers = (section.header, section.first_page_header, section.even_page_header)
    yield from (("bottom", story) for story in footers if not story.is_linked_to_previous)
    yield from (("top", story) for story in headers if not story.is_linked_to_previous)


def _number_in(place: Literal["bottom", "top"], story: BlockItemContainer) -> PageNumber | None:
    for paragraph in story.paragraphs:
        nodes = paragraph._p.iter(qn("w:instrText"), qn("w:fldSimple"))
        fields = " ".join((node.text or "") + " " + (node.get(qn("w:instr")) or "") for node in nodes)
        if "PAGE" in fields.split():
            return PageNumber(place, _NUMBER_ALIGN.get(paragraph.alignment, "left"))
    return None


# ------------------------------------------------------------------------------------------------------------- styles


def _named(
    looks: Sequence[ParagraphLook], cells: Sequence[ParagraphLook], base: Template
) -> Mapping[StyleName, list[ParagraphLook]]:
    """Return which paragraphs show which style."""
    found: dict[StyleName, list[ParagraphLook]] = defaultdict(list)
    parts, taken = read_head(_pieces(looks), Expected(base))
    by_number = {look.number: look for look in looks}
    for part in parts:
        if name := _STYLES.get(part.kind):
            found[name].append(by_number[part.line])
    in_list = False
    for look in looks[taken:]:
        in_list = in_list or is_reference_heading(look.words, base)
        found[_body_style(look, base, in_list)].append(look)
    if cells:
        found["table_cell"] += cells
    return found


def _body_style(look: ParagraphLook, base: Template, in_list: bool) -> StyleName:
    if is_reference_heading(look.words, base):
        return "reference_heading"
    if in_list:
        return "reference"
    if look.style.casefold().startswith(("heading", "заголовок")):
        level = next((char for char in look.style if char in "1234"), "1")
        headings: Mapping[str, StyleName] = {"1": "heading_1", "2": "heading_2", "3": "heading_3", "4": "heading_4"}
        return headings[level]
    if look.is_item:
        return "list"
    first = look.words.split(" ")[0].casefold().rstrip(".")
    if first.endswith("сурет") or first in ("рисунок", "рис", "figure", "fig"):
        return "figure_caption"
    if first.endswith("кесте") or first in ("таблица", "table"):
        return "table_caption"
    return "text"


def _styles(
    named: Mapping[StyleName, list[ParagraphLook]], base: Template, family: str
) -> tuple[Mapping[StyleName, TextStyle], list[Learnt]]:
    styles = dict(base.styles)
    learnt: list[Learnt] = []
    for name, looks in sorted(named.items()):
        style = _style(name, looks, styles[name], family)
        styles[name] = style
        learnt.append(Learnt(STYLE_NAMES[name], value_of_style(style, family), _place(looks[0])))
    return styles, learnt


def _place(look: ParagraphLook) -> Text:
    shown = f"“{look.words[:_SHORT]}…”" if len(look.words) > _SHORT else f"“{look.words}”"
    return text("paragraph {number}: {words}", number=look.number, words=shown)


def _style(name: StyleName, looks: Sequence[ParagraphLook], base: TextStyle, family: str) -> TextStyle:
    def most(value: Callable[[ParagraphLook], T]) -> T:
        counts: Counter[T] = Counter()
        for look in looks:
            counts[value(look)] += len(look.words)
        return counts.most_common(1)[0][0]

    font = most(lambda look: look.font)
    return replace(
        base,
        font=font if font and font != family else "",
        size=most(lambda look: look.size),
        bold=most(lambda look: look.bold),
        italic=most(lambda look: look.italic),
        align=most(lambda look: look.align),
        line_spacing=most(lambda look: look.line_spacing),
        space_before=most(lambda look: look.space_before),
        space_after=most(lambda look: look.space_after),
        indent=0 if name == "list" else most(lambda look: look.indent),
        left=most(lambda look: look.left),
        right=most(lambda look: look.right),
        capitals=most(lambda look: look.capitals) if name in _CAPITALS else base.capitals,
    )


def _own_styles(
    document: DocumentObject, looks: Sequence[ParagraphLook], base: Template, family: str
) -> tuple[Mapping[StyleName, TextStyle], list[Learnt]]:
    """Styles this program wrote say all but the capitals, which stand in the words."""
    named: dict[StyleName, list[ParagraphLook]] = defaultdict(list)
    for look in looks:
        if look.style_id in STYLE_OF_ID:
            named[STYLE_OF_ID[look.style_id]].append(look)
    styles = dict(base.styles)
    learnt: list[Learnt] = []
    for identity, look in style_looks_of(document).items():
        if identity in STYLE_OF_ID:
            name = STYLE_OF_ID[identity]
            shown = named.get(name, [])
            capitals = all(one.capitals for one in shown) if shown and name in _CAPITALS else styles[name].capitals
            styles[name] = replace(
                _style(name, (look,), styles[name], family),
                indent=look.indent,
                underline=look.underline,
                keep_with_next=look.keep_with_next,
                capitals=capitals,
            )
            where = _place(shown[0]) if shown else text("the document's styles")
            learnt.append(Learnt(STYLE_NAMES[name], value_of_style(styles[name], family), where))
    return styles, learnt


# -------------------------------------------------------------------------------------------------------------- order


def _elements(looks: Sequence[ParagraphLook], base: Template) -> tuple[list[HeadElement], int]:
    """Return the elements that the words show, and how many paragraphs they stand in."""
    parts, _ = read_head(_pieces(looks), Expected(base))
    kinds = [kind for part in parts for kind in _ELEMENTS.get(part.kind, ())]
    kinds += [kind for kind in _ALWAYS if kind not in kinds]
    lines = max((part.line for part in parts), default=0)
    return [HeadElement(kind) for kind in dict.fromkeys((*kinds, "body", "references"))], lines


def _order(elements: Sequence[HeadElement], lines: int) -> tuple[tuple[HeadElement, ...], list[Learnt]]:
    shown = value_of_order(element.kind for element in elements)
    where = text("the first {count} paragraphs", count=lines)
    return tuple(elements), [Learnt(text("Order of the article's elements"), shown, where)]


def _pieces(looks: Iterable[ParagraphLook]) -> list[Piece]:
    return list(map(_piece, looks))


def _piece(look: ParagraphLook) -> Piece:
    words = (Span(look.words, bold=look.bold),)
    return Piece(Paragraph(words), look.number, (Line(words, look.number),))
