"""The same entry for typst: same words, paper, margins, font, sizes; tables and lists as its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proceedings_editor.exporters.composition.element import (
    Composition,
    Element,
    ListElement,
    Part,
    TableElement,
    TextElement,
    Words,
)

_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=+/-])")


def typst_source(composition: Composition) -> str:
    """Return the composition as typst markup."""
    page = composition.parts[0].page
    look = dict(composition.styles)["text"]
    head = (
        f'#set document(title: "{composition.title}", author: "{", ".join(composition.authors)}")\n'
        f"#set page(width: {page.width}pt, height: {page.height}pt, margin: {page.left}pt)\n"
        f'#set text(font: "Tinos", size: {look.size}pt, lang: "{composition.language}", hyphenate: false)\n'
        f"#set par(justify: true, first-line-indent: (amount: {look.indent}cm, all: true), spacing: 0.65em)\n"
    )
    return head + "\n#pagebreak()\n".join(_part(part) for part in composition.parts)


def _part(part: Part) -> str:
    numbering = "none" if part.page.number[0] == "none" else '"1"'
    return f"#set page(numbering: {numbering})\n#counter(page).update({part.page.first_folio})\n" + "\n\n".join(
        _elements(part.elements)
    )


def _elements(elements: Iterable[Element]) -> Iterable[str]:
    for element in elements:
        match element:
            case TextElement(level=0):
                yield _text(element)
            case TextElement():
                yield f"{'=' * element.level} {_text(element)}"
            case ListElement():
                mark = "+" if element.ordered else "-"
                yield "\n".join(f"{mark} {' '.join(_elements(item.elements))}" for item in element.items)
            case TableElement():
                cells = (cell for row in element.rows for cell in row)
                inside = ", ".join(f"[{' '.join(_elements(cell.elements))}]" for cell in cells)
                widths = ", ".join(f"{share}fr" for share in element.widths)
                yield f"#table(columns: ({widths}), {inside})"


def _text(element: TextElement) -> str:
    words = "".join(_words(inline) for inline in element.inlines if isinstance(inline, Words))
    return f"#align(center)[{words}]" if element.look.align == "center" else words


def _words(words: Words) -> str:
    text = _SPECIAL.sub(r"\\\1", words.text)
    if words.url:
        return f'#link("{words.url}")[{text}]'
    return f"*{text}*" if words.bold and text.strip() else text
