"""Compositions to lay out: small builders, and generated ones that hold every kind of element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from proceedings_editor.exporters.composition.element import (
    CellElement,
    Composition,
    Element,
    FigureElement,
    FormulaElement,
    Inline,
    InlineMath,
    ItemElement,
    ListElement,
    ListingElement,
    NewLine,
    NoteMark,
    PageBreakElement,
    PageStyle,
    Part,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout, TextMark
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle

LOOK: Final = TextStyle(indent=1.25)
A4: Final = (595.28, 841.89)
MARGIN: Final = 56.7
COLUMN: Final = A4[0] - 2 * MARGIN
TOP: Final = A4[1] - MARGIN
SENTENCE: Final = "Жазық дала өзенінің бойында көктемгі су деңгейі әр жылы әртүрлі болады "


def page_style(**changes: object) -> PageStyle:
    margins = {"top": MARGIN, "bottom": MARGIN, "left": MARGIN, "right": MARGIN}
    style = PageStyle(*A4, **margins, mirrored=False, number=("bottom", "center"), number_look=TextStyle())
    return replace(style, **changes)


def part(*elements: Element, name: str = "article", **page: object) -> Part:
    return Part(name, "kk", page_style(**page), elements, "e1")


def document(*parts: Part) -> Composition:
    return Composition(parts, "Жинақ", (), "kk", "Times New Roman", ())


def composed(*elements: Element, **page: object) -> Composition:
    return document(part(*elements, **page))


def paragraph(text: str | tuple[Inline, ...], **look: object) -> TextElement:
    inlines = (Words(text),) if isinstance(text, str) else text
    return TextElement(inlines, "text", replace(LOOK, **look))


def heading(text: str, level: int = 1) -> TextElement:
    look = TextStyle(bold=True, align="center", space_before=12, space_after=6, keep_with_next=True)
    return TextElement((Words(text),), "heading_1", look, level)


def note(number: int, text: str) -> NoteMark:
    return NoteMark(number, (paragraph(text, size=10, indent=0),))


def cell(text: str, **facts: object) -> CellElement:
    return CellElement((paragraph(text, indent=0, align="left"),), **facts)


def table(rows: Iterable[Iterable[CellElement]], columns: int, **facts: object) -> TableElement:
    return TableElement(tuple(map(tuple, rows)), (1 / columns,) * columns, **facts)


# ------------------------------------------------------------------------------------------- what was laid out


def texts(layout: Layout, page: int | None = None) -> list[TextMark]:
    """Return the marks that mean something, of one page or of all."""
    pages = layout.pages if page is None else layout.pages[page : page + 1]
    return [m for one in pages for m in one.marks if type(m) is TextMark and m.node != ARTIFACT]


def artifacts(layout: Layout, page: int) -> list[TextMark]:
    return [m for m in layout.pages[page].marks if type(m) is TextMark and m.node == ARTIFACT]


def role_of(layout: Layout, node: int, *roles: str) -> int:
    """Return the nearest element with one of the roles that holds `node` or is it, -1 without one."""
    while node >= 0 and layout.nodes[node].role not in roles:
        node = layout.nodes[node].parent
    return node


def lines(layout: Layout, page: int | None = None) -> list[list[TextMark]]:
    """Return the marks of running text (no notes) line by line; raised and lowered marks belong to their line."""
    made: list[list[TextMark]] = []
    for mark in texts(layout, page):
        if role_of(layout, mark.node, "Note") >= 0:
            continue
        if made and abs(made[-1][0].y - mark.y) < made[-1][0].size / 2 and mark.x > made[-1][-1].x:
            made[-1].append(mark)
        else:
            made.append([mark])
    return made


def line_texts(layout: Layout, page: int | None = None) -> list[str]:
    return ["".join(mark.text for mark in line) for line in lines(layout, page)]


def reading_order(layout: Layout) -> Iterator[TextMark]:
    """Yield all marks as a reader of the tree meets them: paragraph after paragraph."""
    blocks = ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Lbl", "Figure")
    yield from sorted(texts(layout), key=lambda mark: role_of(layout, mark.node, *blocks))


# --------------------------------------------------------------------------------------------- generated ones

_WORDS: Final = (
    "дала", "өзен", "құстар", "ғылыми-зерттеу", "қалыптастыруға", "объём", "study", "2025", "1)", "[2;5]", "«тырнақша»",
    "–", "70-тен", "№\u00a05", "A/B", "10\u202f000", "https://example.kz/articles/2025/04?id=17&lang=kk", "₸", "x₁",
    "∈", "(қараңыз)", "soft\u00adhyphen", "тым-тым-ұзын-құрама-сөз", "Ә.\u00a0Н.",
)  # fmt: skip
_FLAGS: Final = ("bold", "italic", "underline", "superscript", "subscript", "code")


def sentences(most: int = 30) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_WORDS), min_size=1, max_size=most).map(" ".join)


def _words() -> st.SearchStrategy[Words]:
    plain = sentences().map(Words)
    facts = {flag: st.booleans() for flag in _FLAGS}
    links = st.sampled_from(("", "https://example.kz/a"))
    marked = st.builds(Words, sentences(6), url=links, language=st.sampled_from(("", "ru")), **facts)
    return st.one_of(plain, plain, marked)


def _inlines(notes: bool) -> st.SearchStrategy[tuple[Inline, ...]]:
    kinds: list[st.SearchStrategy[Inline]] = [_words(), _words(), _words(), st.just(NewLine())]
    kinds.append(st.just(InlineMath(FormulaSource(r"\frac{a}{b}"))))
    if notes:
        kinds.append(st.builds(NoteMark, st.integers(1, 99), st.tuples(_texts(notes=False))))
    return st.lists(st.one_of(kinds), min_size=1, max_size=5).map(tuple)


def _looks() -> st.SearchStrategy[TextStyle]:
    lengths = st.sampled_from((0.0, 1.25))
    return st.builds(
        TextStyle,
        size=st.sampled_from((9, 12, 14)),
        align=st.sampled_from(("left", "center", "right", "justify")),
        line_spacing=st.sampled_from((1, 1.5)),
        indent=st.sampled_from((0.0, 1.25, -0.63)),
        left=lengths,
        right=lengths,
        space_before=st.sampled_from((0, 6)),
        space_after=st.sampled_from((0, 6)),
    )


def _texts(*, notes: bool = True) -> st.SearchStrategy[TextElement]:
    return st.builds(TextElement, _inlines(notes), st.just("text"), _looks(), source=st.just(Place(block=(1,))))


def _headings() -> st.SearchStrategy[Element]:
    return st.builds(heading, sentences(6), st.integers(1, 3))


def _grids(cells: st.SearchStrategy[tuple[Element, ...]]) -> st.SearchStrategy[Element]:
    """Tables of three columns; in some the first cell covers two rows or two columns."""
    rows = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8)

    def build(rows: list[tuple[tuple[Element, ...], ...]], span: str, head: bool, caption: str) -> TableElement:
        made = [
            [CellElement(one, header="column" if head and not row else "") for one in r] for row, r in enumerate(rows)
        ]
        if span == "columns":
            made[-1] = [replace(made[-1][0], columns=2), made[-1][2]]
        if span == "rows" and len(made) > 2:
            made[-2][0] = replace(made[-2][0], rows=2)
            made[-1] = made[-1][1:]
        title = paragraph(caption, indent=0, keep_with_next=True) if caption else None
        return table(made, 3, header_rows=int(head), caption=title)

    spans = st.sampled_from(("", "rows", "columns"))
    return st.builds(build, rows, spans, st.booleans(), st.sampled_from(("", "1-кесте – Деңгейлер")))


def _lists(contents: st.SearchStrategy[tuple[Element, ...]]) -> st.SearchStrategy[Element]:
    items = st.lists(st.builds(ItemElement, st.sampled_from(("–", "1.", "[12]", "")), contents), min_size=1, max_size=4)
    return st.builds(
        lambda items, look, depth: ListElement(tuple(items), False, "–", 1, "list", look, depth),
        items,
        _looks(),
        st.integers(0, 3),
    )


def elements(picture: Path) -> st.SearchStrategy[Element]:
    """Any element; `picture` is what figures show, where they show one."""
    captions = st.one_of(st.none(), st.builds(paragraph, sentences(20)))
    placeholder = "Сурет жоқ: schema.png"
    present = st.builds(
        FigureElement, st.just(picture), st.just("Сызба"), _looks(), st.sampled_from((0, 200, 2000)), caption=captions
    )
    missing = st.builds(
        FigureElement, st.none(), st.just("Сызба"), _looks(), placeholder=st.just(placeholder), caption=captions
    )
    formula = st.builds(FormulaElement, st.just(FormulaSource(r"E = mc^2")), _looks(), st.sampled_from(("", "(1)")))
    listing = st.builds(ListingElement, st.lists(sentences(12), max_size=30).map(tuple), _looks(), captions)
    leaves = st.one_of(_texts(), _texts(), _headings(), present, missing, formula, listing)

    def nested(inner: st.SearchStrategy[Element]) -> st.SearchStrategy[Element]:
        contents = st.lists(inner, min_size=1, max_size=2).map(tuple)
        return st.one_of(_lists(contents), _grids(contents), st.builds(QuotationElement, contents))

    return st.recursive(leaves, nested, max_leaves=6)


def compositions(picture: Path) -> st.SearchStrategy[Composition]:
    """Documents of one or two parts on pages of several sizes."""
    pages = st.builds(
        page_style,
        width=st.sampled_from((595.28, 419.53)),
        height=st.sampled_from((841.89, 420.94)),
        mirrored=st.booleans(),
        number=st.tuples(st.sampled_from(("none", "top", "bottom")), st.sampled_from(("left", "center", "outside"))),
        hyphenation=st.booleans(),
        head=st.sampled_from(("", "Жоба, 070-мақала")),
    )
    contents = st.lists(st.one_of(elements(picture), st.just(PageBreakElement())), max_size=7).map(tuple)
    parts = st.builds(
        Part, st.sampled_from(("information", "article")), st.sampled_from(("kk", "ru")), pages, contents, st.just("e1")
    )
    return st.lists(parts, min_size=1, max_size=2).map(lambda made: document(*made))
