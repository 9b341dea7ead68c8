"""Generated texts, bodies, entries and collections: every kind of block and run, every field, sane sizes.

`entries()` gives what a person could have made; `rich_texts(wild=True)` also what only a program could make (empty and
equal neighbouring spans, control characters), for parts that must keep everything.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    InlineFormula,
    LineBreak,
    ListBlock,
    Listing,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    RichText,
    Span,
    Table,
)
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import STATES, Entry, ForcedExport, Reference
from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.local import LANGUAGES, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.reading import Reading

WORDS: Final = (
    "Жастар", "мен", "ғылым", "дала", "өзен", "құс", "һәм", "ІІ", "Университет", "права", "ёлка", "объём", "study",
    "2025", "1)", "[1]", "[2;5]", "«тырнақша»", "“quote”", "–", "-", "70-тен", "№ 5", "A & B", "x < y", "C:", "#тег",
    "100 %", "@", "Ә. Н.", "yes", "null", "0x1F", "12:30", "a: b", "\u00a0", "soft\u00adhyphen", "😀", "é", "e\u0301",
)  # fmt: skip
LATEX: Final = (r"x^2", r"\frac{a}{b}", r"\sum_{i=1}^{n} i", "E = mc^2", r"\sqrt{2}", "{", "a < b & c")
MATHML: Final = ("<math><mi>x</mi></math>", "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>")
HREFS: Final = ("https://example.kz/a?b=1&c=2", "mailto:a@example.kz", 'https://example.kz/"қ"')

LOCAL_TEXTS: Final = (
    LocalText(),
    LocalText(),
    LocalText("Жайық университеті", "Уральский университет", "Zhaiyq University"),
    LocalText(kk="Құс жолы қаласы: «Дала»"),
    LocalText(ru="№ 5 – объём # 1", en="yes"),
    LocalText("070", "- тире", '"quotes" & <signs>'),
    LocalText(kk="бірінші жол\nекінші жол"),
)
ANY_TEXT: Final = st.text(st.characters(codec="utf-8"), max_size=30)
"""Every character a file can hold, control characters too."""


def lines_of_words(least: int = 0, most: int = 8) -> st.SearchStrategy[str]:
    """One line of Kazakh, Russian and English words, numbers and awkward signs."""
    return st.lists(st.sampled_from(WORDS), min_size=least, max_size=most).map(" ".join)


def spans(words: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Span]:
    marks = {name: st.booleans() for name in ("bold", "italic", "underline", "superscript", "subscript", "code")}
    text = lines_of_words(1) if words is None else words
    plain = st.builds(Span, text)
    marked = st.builds(
        Span, text, href=st.sampled_from(("", *HREFS)), language=st.sampled_from(("", "ru", "en", "kk")), **marks
    )
    return st.one_of(plain, plain, marked)


def formulas() -> st.SearchStrategy[FormulaSource]:
    latex = st.sampled_from(LATEX).map(FormulaSource)
    mathml = st.sampled_from(MATHML).map(lambda source: FormulaSource(source, "mathml"))
    return st.one_of(latex, mathml)


def rich_texts(*, least: int = 0, notes: bool = True, wild: bool = False) -> st.SearchStrategy[RichText]:
    """Rich texts; `wild` ones are not canonical and hold every character."""
    runs = st.one_of(
        spans(ANY_TEXT if wild else None),
        st.builds(LineBreak),
        st.builds(InlineFormula, formulas()),
        *([_notes()] if notes else []),
    )
    found = st.lists(runs, min_size=least, max_size=5).map(tuple)
    return found if wild else found.map(_canonical)


def bodies(*, most: int = 6, wild: bool = False) -> st.SearchStrategy[Body]:
    """Bodies over every kind of block."""
    return st.lists(_blocks(wild=wild), max_size=most).map(tuple)


def entries(*, wild: bool = False) -> st.SearchStrategy[Entry]:
    """Entries with every field filled or not."""
    days = st.none() | st.dates(date(2000, 1, 1), date(2040, 1, 1))
    numbers = st.none() | st.integers(1, 999)
    codes = _tuples(lines_of_words(1, 2))
    return st.builds(
        Entry,
        id=st.text(string.ascii_lowercase + string.digits, min_size=4, max_size=8).map(lambda word: f"e{word}"),
        language=st.sampled_from(LANGUAGES),
        state=st.sampled_from(STATES),
        number=numbers,
        first_page=numbers,
        last_page=numbers,
        section=st.sampled_from(("", "s1", "s2")),
        udc=_tuples(st.sampled_from(("34:342.4(574)", "[622+669]", "53"))),
        irsti=codes,
        bbk=codes,
        doi=st.sampled_from(("", "10.1000/182")),
        edn=lines_of_words(0, 1),
        title=local_texts(),
        authors=_tuples(authors(), 3),
        supervisors=_tuples(supervisors(), 2),
        abstract=local_texts(),
        keywords=st.builds(LocalWords, kk=codes, ru=codes, en=codes),
        received=days,
        returned=days,
        accepted=days,
        originality=st.none() | st.decimals(0, 100, places=2),
        manuscripts=_tuples(st.sampled_from(("мақала.docx", "a b.docx"))),
        forced_exports=_tuples(st.builds(ForcedExport, st.just(date(2025, 4, 7)), codes)),
        body=bodies(wild=wild),
        references=_tuples(st.builds(Reference, rich_texts(wild=wild))),
        readings=_tuples(readings()),
        ignored=_tuples(decisions()),
        extra=extras(),
    )


def authors() -> st.SearchStrategy[Author]:
    return st.builds(
        Author,
        **_person(),
        status=st.sampled_from(("", "student", "master", "тыңдаушы")),
        group=lines_of_words(0, 1),
        email=st.sampled_from(("", "a.author@example.kz")),
        phone=st.sampled_from(("", "+7 700 000 00 00")),
        orcid=st.sampled_from(("", "0000-0002-1825-0097")),
        spin=st.sampled_from(("", "1234-5678")),
        corresponding=st.booleans(),
    )


def supervisors() -> st.SearchStrategy[Supervisor]:
    return st.builds(Supervisor, **_person())


def readings() -> st.SearchStrategy[Reading]:
    return st.builds(
        Reading,
        field=st.sampled_from(("title.kk", "authors.0.surname", "collection.isbn")),
        text=ANY_TEXT,
        place=st.sampled_from(("head", "table row 12")),
        line=st.integers(0, 200),
        sure=st.sampled_from(("sure", "doubtful")),
    )


def decisions() -> st.SearchStrategy[Ignored]:
    """What somebody has decided to leave as it is."""
    return st.builds(
        Ignored,
        code=st.sampled_from(("CHAR001", "UDC001", "GONE999")),
        where=st.sampled_from(("paragraph", "udc", "authors.email")),
        text=ANY_TEXT,
        sentence=ANY_TEXT,
        reason=ANY_TEXT,
        day=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
        nth=st.integers(1, 3),
    )


def collections() -> st.SearchStrategy[Collection]:
    """Collections with a section tree of two levels."""
    days = st.none() | st.dates(date(2000, 1, 1), date(2040, 1, 1))
    local = local_texts()
    below = st.builds(Section, st.sampled_from(("s3", "s4")), lines_of_words(0, 1), local)
    section = st.builds(Section, st.sampled_from(("s1", "s2")), lines_of_words(0, 1), local, _tuples(below))
    words = lines_of_words(0, 2)
    texts = dict.fromkeys(("name", "kind", "place", "publisher"), local)
    return st.builds(
        Collection,
        **texts,
        **dict.fromkeys(("volume", "isbn", "issn", "doi", "udc", "bbk"), words),
        first_day=days,
        last_day=days,
        year=st.none() | st.integers(1900, 2100),
        editors=_tuples(local),
        sections=_tuples(section),
        ignored=_tuples(decisions()),
        extra=extras(),
    )


def local_texts() -> st.SearchStrategy[LocalText]:
    """Few and ready-made, because an entry has dozens of them and drawing each word would take most of the time."""
    return st.sampled_from(LOCAL_TEXTS)


def extras() -> st.SearchStrategy[dict[str, object]]:
    """What other programs may have put into a file."""
    scalars = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**9), 10**9),
        st.floats(allow_nan=False, allow_infinity=False),
        ANY_TEXT,
    )
    inner = st.recursive(
        scalars,
        lambda below: st.lists(below, max_size=3) | st.dictionaries(ANY_TEXT, below, max_size=3),
        max_leaves=5,
    )
    return st.dictionaries(st.text(string.ascii_letters, min_size=1, max_size=8), inner, max_size=2)


# -------------------------------------------------------------------------------------------------------------- pieces


def _person() -> dict[str, st.SearchStrategy[Any]]:
    local = local_texts()
    affiliation = st.builds(Affiliation, local, local, local, local)
    return {
        "surname": st.sampled_from(("", "Қожабек", "Сүлейменова", "Ó Briain")),
        "given_name": st.sampled_from(("", "Әсел", "Н.")),
        "patronymic": st.sampled_from(("", "Ержанқызы")),
        "latin": st.sampled_from(("", "Kozhabek A.")),
        "degree": local,
        "academic_title": local,
        "post": local,
        "affiliations": _tuples(affiliation, 2),
        "line": local,
    }


def _tuples(one: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=most).map(tuple)


def _canonical(text: RichText) -> RichText:
    """Merge neighbouring spans of the same marks, as an editor leaves them."""
    found: list[Any] = []
    for run in text:
        before = found[-1] if found else None
        if isinstance(run, Span) and isinstance(before, Span) and _marks(run) == _marks(before):
            found[-1] = Span(before.text + run.text, *_marks(run))
        else:
            found.append(run)
    return tuple(found)


def _marks(span: Span) -> tuple[Any, ...]:
    return (
        span.bold, span.italic, span.underline, span.superscript, span.subscript, span.code, span.href, span.language,
    )  # fmt: skip


def _notes() -> st.SearchStrategy[Note]:
    words = rich_texts(notes=False)
    return st.lists(st.builds(Paragraph, words), min_size=1, max_size=2).map(lambda blocks: Note(tuple(blocks)))


def _blocks(*, wild: bool) -> st.SearchStrategy[Block]:
    return st.recursive(_leaves(wild), _containers, max_leaves=6)


def _leaves(wild: bool) -> st.SearchStrategy[Block]:
    words = rich_texts(wild=wild)
    captions = st.just(()) | words
    lines = ANY_TEXT if wild else lines_of_words()
    code = st.lists(lines, max_size=4).map(lambda found: "\n".join(f"  {line}" for line in found))
    widths = st.sampled_from((0, 5, 7.5, 16))
    return st.one_of(
        st.builds(Paragraph, words, st.sampled_from(("", "left", "center", "right"))),
        st.builds(Heading, words, st.integers(1, 4)),
        st.builds(Figure, st.sampled_from(("сызба.png", "a.svg")), captions, lines_of_words(), widths),
        st.builds(DisplayFormula, formulas(), st.booleans()),
        st.builds(Listing, code, captions),
        st.builds(PageBreak),
    )


def _containers(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    content = _tuples(blocks)
    items = st.builds(ListItem, content, st.sampled_from(("", "-", "2)")))
    lists = st.builds(
        ListBlock,
        _tuples(items, 3),
        ordered=st.booleans(),
        marker=st.sampled_from(("–", "-", "•", "1.", "a)")),
        start=st.sampled_from((1, 1, 3)),
    )
    return st.one_of(lists, st.builds(Quotation, content), _tables(content))


def _tables(content: st.SearchStrategy[Body]) -> st.SearchStrategy[Table]:
    """Tables whose cells tile the grid: a row of one wide cell, then rows of single ones."""

    def made(columns: int, rows: int) -> st.SearchStrategy[Table]:
        aligns = st.sampled_from(("", "center", "right"))
        cell = st.builds(Cell, content, align=aligns)
        row = st.tuples(*[cell] * columns)
        wide = st.builds(Cell, content, columns=st.just(columns), align=aligns).map(lambda cell: (cell,))
        return st.builds(
            Table,
            st.tuples(wide, *[row] * rows) | st.tuples(row, *[row] * rows),
            header_rows=st.integers(0, 1),
            caption=rich_texts(notes=False),
            widths=st.just(()) | st.just((1.0, 2.5, 1.0)[:columns]),
        )

    build: Callable[[tuple[int, int]], st.SearchStrategy[Table]] = lambda size: made(*size)  # noqa: E731
    return st.tuples(st.integers(1, 3), st.integers(0, 2)).flatmap(build)
