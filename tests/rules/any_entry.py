"""Entries with anything in every text: what a person types, what a converter leaves, and what only chance makes.

`SNIPPETS` has for each family of rules words that make it speak and words that nearly do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any, Final

from hypothesis import strategies as st

from proceedings_editor.model.body import (
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
    Paragraph,
    Quotation,
    Span,
    Table,
)
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import STATES, Entry, Reference
from proceedings_editor.model.local import LANGUAGES, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import COLLECTION, template

SNIPPETS: Final = (
    # CHAR, TYPO
    "бiлiм", "cөз", "Қaзaқстан", "сӛз", "ќазаќстан", "Ќазаќстан халќы", "ÕÀÁÀÐØÛÑÛ", "ІV ғасыр", "XХ ғ.",
    "й" + "\u0306",
    "и\u0306", "a\u00adb", "\u200bсөз", "екі  бос", " бас", "соңы ", "\tсөз", "汉", "\ue000", "пакт - барлық",
    "пакт-барлық",
    "А - Б - В", "2014-2016 жж.", "10 - 12", "сөз ,сөз", "сөз,сөз", "сөз ) .", "Л.В. Сейіт", "Е. А. Бөкетов", "№5",
    "№№ 5", "§3", "5 км", "г.Атырау", '"сөз"', "«сөз", "сөз»", "«ішкі «сөз» сырты»", "“quote”", "70тен", "70-тен",
    "ҚХА–ның",
    "XX-ның", "«тырнақша - ішінде  екі»", "«https://a.kz/x - y»",
    # DATE, LANG, BODY, LIST
    "1995 жылғы 1 - наурызда", "2010 – жылдағы", "2020-жылы", "2020 жылы", "31 сәуір 2025", "7 Апреля 2025 г.",
    "7 April 2025",
    "бір қатар", "бірқатар", "сондай ақ", "ёлка елка", "шиеленістер шиеленістер шиеліністер", "жүргізеді және",
    "кеңес өтеді.",
    "жж.) Аталған", "1) бір; 3) үш;", "БҰҰ-ның ЕҚЫҰ", "Сөз, сөз. " * 130, "...", "!!", "–", "- ", ":",
    # CITE, REF, FIG, FORM
    "[1]", "[9;4]", "акт[3].", "[2, б. 5]", "[2:15]", "[З]", "[1–3]", "[3, 1]", "[?]", "[1", "[]", "1-сурет",
    "Рисунок 7",
    "(3) формула", "кесте 2", "https://adilet.zan.kz/kaz/docs/Z080000070", "htps:/a.kz", "https://a.kz/ x",
    "www.a.kz.",
    "// https://a.kz", "– URL: https://a.kz (қаралған күні: 07.04.2025)",
    "Есенов Қ. Т. Дала. – Алматы, 2020. – 120 б.",
    "Дала Алматы 1998 жыл", "OSCE. Act 1975 // https://a.org", "10.1000/182.", "doi:10.1515/x",
    "https://doi.org/10.1000/182",
    # UDC, IDN, SEC, PAGE
    "ӘОЖ 34:342.4 (574)", "34:342.4", "342,4", "З42.4", "75/73", "4", "((((", "978-601-262-587-5",
    "978-60-1262-578-5",
    "1991-3949", "0000-0003-4616-0785", "https://orcid.org/0000-0003-4616-0758", "10-15-1", "ABCDEF",
    "Секция IV. II Құқық",
    "Құқық/ / Право", "323 - 329", "070", "70",
    # AUTH, AFF, SUPV, MAIL, PRIV, TITL
    "Сәрсенова Әлия Бекқызы", "әлия САРСЕНОВА", "Нұржан қызы", "Н.", "Қ.Т.", "КеАҚ «Дала университеті»",
    "Ю-44к-21 студенті",
    "Ғылыми жетекшісі, Дала", "ЗҒМ", "PHD", "з.ғ.к.", "a@mail.ri", "<x@y>;", "a@b,kz", "+7 701 123 45 67",
    "870101300123",
    "Абай көш., 5 үй", "ҚАЗАҚСТАН ХАЛҚЫ.", "Title of an Article.", "Су мен дала: ҚХА",
    # anything
    "", " ", "\n", "\ufffc", "\ufeff", "a" * 200, "ә" * 60, "😀", "<b>", "{x}", "%s", "\\", "\x00", "\u2028", "ﬁ",
    "ß", "İ",
)  # fmt: skip

WORDS: Final = st.one_of(
    st.sampled_from(SNIPPETS),
    st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=3).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=30),
)

_MARKS: Final = {"bold": st.booleans(), "code": st.sampled_from((False, False, True)), "superscript": st.booleans()}
_HREFS: Final = st.sampled_from(("", "", "https://a.kz/x - y", "mailto:a@mail.ri"))
_KINDS: Final = (
    "id",
    "file",
    "language",
    "state",
    "notation",
    "sure",
    "section",
    "place",
    "field",
    "align",
    "code",
    "where",
)
"""Texts that are no words of a person."""
_FIELDS: Final = (
    "udc", "section", "number", "first_page", "authors.0.email", "authors.0.surname", "authors.0.line.kk",
    "authors.9.surname",
    "supervisors.0.line.kk", "supervisors.0.surname", "title.kk", "title.en", "collection.isbn", "collection.name.en",
    "collection.first_day", "template.information.top_heading", "doi", "irsti", "authors", "x.y",
)  # fmt: skip


def entries() -> st.SearchStrategy[Entry]:
    """Entries of every shape whose every text is drawn."""
    return st.builds(_entry, st.lists(WORDS, min_size=1, max_size=9), st.sampled_from(LANGUAGES), _rests())


def workspaces(most: int = 2) -> st.SearchStrategy[Workspace]:
    """Workspaces of such entries, with a collection whose texts are drawn too."""
    collections = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: _worded(_COLLECTION, cycle(words).__next__))
    several = st.lists(entries(), min_size=1, max_size=most).map(_numbered)
    return st.builds(Workspace, collections | st.just(COLLECTION), st.just(template()), several)


def _numbered(found: list[Entry]) -> tuple[Entry, ...]:
    return tuple(replace(entry, id=f"e{index}") for index, entry in enumerate(found))


def _rests() -> st.SearchStrategy[dict[str, Any]]:
    """What an entry has beside its words."""
    numbers = st.none() | st.integers(1, 400)
    readings = st.builds(
        Reading, st.sampled_from(_FIELDS), WORDS, st.sampled_from(("head", "table row 9")), st.integers(0, 9)
    )
    paragraphs = st.builds(_paragraph, st.lists(st.builds(Span, WORDS, href=_HREFS, **_MARKS), min_size=1, max_size=4))
    references = st.builds(lambda span: Reference((span,)), st.builds(Span, WORDS, href=_HREFS))
    return st.fixed_dictionaries(
        {
            "state": st.sampled_from(STATES),
            "number": numbers,
            "first_page": numbers,
            "last_page": numbers,
            "section": st.sampled_from(("", "iv-ii", "iv", "?")),
            "readings": st.lists(readings, max_size=3).map(tuple),
            "paragraphs": st.lists(paragraphs, max_size=4).map(tuple),
            "references": st.lists(references, max_size=3).map(tuple),
        }
    )


def _paragraph(spans: list[Span]) -> Paragraph:
    return Paragraph(tuple(span for span in spans if span.text))


def _entry(words: list[str], language: Any, rest: dict[str, Any]) -> Entry:  # noqa: ANN401  # one of LANGUAGES
    paragraphs, references = rest.pop("paragraphs"), rest.pop("references")
    whole = replace(_worded(_ENTRY, cycle(words).__next__), language=language, **rest)
    rest |= {"paragraphs": paragraphs, "references": references}  # hypothesis shows the draw again
    return replace(whole, body=(*paragraphs, *whole.body), references=(*references, *whole.references))


def _worded(value: Any, supply: Callable[[], str]) -> Any:  # noqa: ANN401  # any model value, returned as its own type
    """Return a value with new words in every text."""
    if isinstance(value, str):
        return supply()
    if isinstance(value, tuple):
        return tuple(_worded(inner, supply) for inner in value)
    if isinstance(value, LocalText | LocalWords) or is_dataclass(value):
        inner = {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]
        changed = {name: _worded(one, supply) for name, one in inner.items() if name not in _KINDS}
        return replace(value, **changed)  # type: ignore[type-var]
    return value


_LOCAL: Final = LocalText("1", "2", "3")
_AFFILIATION: Final = Affiliation(_LOCAL, _LOCAL, _LOCAL, _LOCAL)
_PERSON: Final[dict[str, Any]] = {
    "degree": _LOCAL,
    "academic_title": _LOCAL,
    "post": _LOCAL,
    "affiliations": (_AFFILIATION,),
    "line": _LOCAL,
}
_TEXT: Final = (
    Span("1"),
    LineBreak(),
    Span("2", bold=True),
    InlineFormula(FormulaSource("x")),
    Note((Paragraph((Span("1"),)),)),
)
_ONE: Final = Paragraph((Span("1"),))
_ITEMS: Final = (
    ListItem((_ONE,)),
    ListItem((_ONE, ListBlock((ListItem((_ONE,)),), ordered=True, marker="1)"))),
    ListItem((_ONE,), "-"),
)
_ENTRY: Final = Entry(
    id="e0",
    udc=("1", "2"),
    irsti=("1",),
    bbk=("1",),
    title=_LOCAL,
    authors=(Author(**_PERSON), Author(**_PERSON, corresponding=True)),
    supervisors=(Supervisor(**_PERSON),),
    abstract=_LOCAL,
    keywords=LocalWords(("1", "2"), ("3",), ("4",)),
    manuscripts=("1",),
    body=(
        Heading((Span("1"),), 1),
        Heading((Span("1"),), 3),
        Paragraph(_TEXT),
        ListBlock(_ITEMS),
        ListBlock((ListItem((_ONE,)),), ordered=True, marker="1.", start=3),
        Quotation((_ONE,)),
        Table(((Cell((_ONE,)), Cell((_ONE,))),), caption=(Span("1"),)),
        Figure("a.png", (Span("1"),), "1"),
        DisplayFormula(FormulaSource("x"), numbered=True),
        Listing("1", (Span("1"),)),
        Paragraph(()),
    ),
    references=(Reference((Span("1"),)), Reference((Span("2"), Span("3", italic=True)))),
)
_COLLECTION: Final = Collection(
    **dict.fromkeys(("name", "kind", "place", "publisher"), _LOCAL),  # type: ignore[arg-type]
    editors=(_LOCAL,),
    sections=COLLECTION.sections,
)
