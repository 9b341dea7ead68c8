"""A reference put together from its parts, in the form a standard prescribes.

Where the marks come from:
    GOST 7.1-2003: areas are apart by “. – ” and a full stop is not doubled (4.7); further information of the title
    stands behind “ : ”, who made the work behind “ / ”, groups of them apart by “ ; ” (5.2); place, “ : ” publisher,
    “, ” year (5.5); the work that holds a part stands behind “ // ” (7). Of four authors or more the first is told,
    with “[и др.]”. The heading has a comma behind the surname and stands where there are three authors at most
    (GOST 7.80-2000). A web page has “[Электронный ресурс]” (GOST 7.82-2001).
    GOST R 7.0.100-2018: the same marks; four authors are all told, of five and more the first three; the designation
    in brackets is gone, and the kind of content with the means of access may stand at the end, or before “ // ”.
    GOST R 7.0.5-2008: a short reference. The comma behind the surname and the dashes between areas may be left out;
    the heading has up to three authors, who need not be told again.

The words are those of the language of the source, as the standards want.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.author_list import SourceAuthor, read_authors
from proceedings_editor.language.date import format_date, month_name, parse_date
from proceedings_editor.language.identifier import doi_address, normal_doi
from proceedings_editor.language.initials import find_initialled
from proceedings_editor.language.source_kind import KINDS
from proceedings_editor.language.word_list import rows


@dataclass(frozen=True, slots=True)
class _Standard:
    """What the standards do not agree on.

    Attributes:
        area: What stands between two areas, behind a full stop.
        comma: What stands behind a surname in the heading.
        is_short: The heading has all authors, who are then not told again.
        told: Of how many authors at most all are told, and how many are told of more.
        designation: Whether a web page is marked in brackets.
        has_content: Whether kind of content and means of access may be told.
    """

    area: str
    comma: str
    is_short: bool
    told: tuple[int, int]
    designation: bool = False
    has_content: bool = False


STANDARDS: Final[Mapping[str, _Standard]] = {
    "gost-7.1": _Standard(" – ", ",", False, (3, 1), designation=True),
    "gost-r-7.0.100": _Standard(" – ", ",", False, (4, 3), has_content=True),
    "gost-r-7.0.5": _Standard(" ", "", True, (3, 1)),
}
"""By the names templates use."""

_MOST_IN_HEADING: Final = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language."""

    pages: str
    extent: str
    volume: str
    number: str
    others: str
    accessed: str
    electronic: str
    content: tuple[str, str]


_WORDS: Final[Mapping[str, _Words]] = {
    "kk": _Words("Б.", "б.", "Т.", "№", "[және т. б.]", "қаралған күні:", "[Электрондық ресурс]",
                 ("Мәтін : тікелей", "Мәтін : электрондық")),
    "ru": _Words("С.", "с.", "Т.", "№", "[и др.]", "дата обращения:", "[Электронный ресурс]",
                 ("Текст : непосредственный", "Текст : электронный")),
    "en": _Words("P.", "p.", "Vol.", "No.", "[et al.]", "accessed", "[Electronic resource]",
                 ("Text : unmediated", "Text : electronic")),
}  # fmt: skip


def describe(kind: str, parts: Mapping[str, str], standard: str, language: str, *, with_content: bool = False) -> str:
    """Return the reference of a source.

    Args:
        kind: One of `source_kind.KINDS`.
        parts: Part -> its words as typed; what is missing is passed over.
        standard: As a template names it: "gost-7.1", "gost-r-7.0.100" or "gost-r-7.0.5".
        language: Of the source: "kk", "ru" or "en".
        with_content: Tell kind of content and means of access where the standard knows them.
    """
    typed = {key: " ".join(parts.get(key, "").split()) for key in KINDS[kind].parts}
    return _bound(_Description(kind, typed, STANDARDS[standard], _WORDS[language], language, with_content).whole())


@dataclass(frozen=True, slots=True)
class _Description:
    kind: str
    parts: Mapping[str, str]
    standard: _Standard
    words: _Words
    language: str
    with_content: bool

    def whole(self) -> str:
        own, host = _AREAS[self.kind]
        content = self.content()
        first = self.areas((*self.told(own), content))
        if host and host[0](self) and first:
            return _ended(f"{first} // {self.areas(self.told(host))}")
        return _ended(self.areas((*self.told(own), *self.told(host), content)))

    def told(self, areas: tuple[Area, ...]) -> tuple[str, ...]:
        return tuple(area(self) for area in areas)

    def areas(self, filled: tuple[str, ...]) -> str:
        whole = ""
        for area in filter(None, filled):
            whole = f"{_ended(whole)}{self.standard.area}{area}" if whole else area
        return whole

    def part(self, key: str) -> str:
        return self.parts.get(key, "")

    def content(self) -> str:
        if not (self.with_content and self.standard.has_content):
            return ""
        return self.words.content[1 if self.part("url") else 0]

    def authors(self) -> tuple[SourceAuthor, ...]:
        return read_authors(self.part("authors"))


Area = Callable[[_Description], str]


def _work(of: _Description) -> str:
    """Heading, title, its further information, and who made the work."""
    designation = of.words.electronic if of.kind == "page" and of.standard.designation else ""
    title = " ".join(filter(None, (_bare(of.part("title")), designation)))
    title = " : ".join(filter(None, (title, *map(of.part, ("nature", "thesis", "speciality")))))
    return " ".join(filter(None, (_heading(of), _with_statement(title, _statement(of)))))


def _heading(of: _Description) -> str:
    authors = of.authors()
    if not 0 < len(authors) <= _MOST_IN_HEADING:
        return ""
    named = authors if of.standard.is_short else authors[:1]
    return _ended(", ".join(one.heading(of.standard.comma) for one in named))


def _statement(of: _Description) -> str:
    authors = of.authors()
    names = ""
    if authors and not (of.standard.is_short and len(authors) <= _MOST_IN_HEADING):
        most, told = of.standard.told
        some = authors if len(authors) <= most else authors[:told]
        in_full = of.kind == "thesis"
        names = ", ".join(one.full if in_full else one.name for one in some)
        names = names if some is authors else f"{names} {of.words.others}"
    return " ; ".join(filter(None, (names, of.part("responsible"), of.part("organisation"))))


def _with_statement(title: str, statement: str) -> str:
    return f"{title} / {statement}" if title and statement else title or statement


def _edition(of: _Description) -> str:
    return of.part("edition")


def _imprint(of: _Description) -> str:
    """Place : publisher, year."""
    where = " : ".join(filter(None, (of.part("place"), of.part("publisher"))))
    return ", ".join(filter(None, (where, of.part("year"))))


def _volume(of: _Description) -> str:
    return _counted(of.words.volume, of.part("volume"))


def _issue(of: _Description) -> str:
    return ", ".join(filter(None, (_volume(of), _counted(of.words.number, of.part("number")))))


def _year(of: _Description) -> str:
    return of.part("year")


def _pages(of: _Description) -> str:
    return _counted(of.words.pages, re.sub(r"(?<=[0-9])\s?[-–—]{1,2}\s?(?=[0-9])", "–", of.part("pages")))


def _extent(of: _Description) -> str:
    extent = of.part("extent")
    return f"{extent} {of.words.extent}" if extent.isdecimal() else extent


def _isbn(of: _Description) -> str:
    bare = re.sub(r"\AISBN[\s:]*", "", of.part("isbn"), flags=re.IGNORECASE)
    return f"ISBN {bare}" if bare else ""


def _doi(of: _Description) -> str:
    """`DOI 10.5555/12`, which is all by GOST R 7.0.100; else an address where it is told when it was seen."""
    words = normal_doi(of.part("doi"))
    if not words or of.standard.has_content or not of.part("accessed"):
        return f"DOI {words}" if words else ""
    seen = "" if of.part("url") else _seen(of)
    return f"DOI: {doi_address(words)}{seen}"


def _address(of: _Description) -> str:
    return f"URL: {of.part('url')}{_seen(of)}" if of.part("url") else ""


def _seen(of: _Description) -> str:
    day = parse_date(of.part("accessed"))
    seen = of.part("accessed")
    if day is not None:
        seen = format_date(day.date, "en") if of.language == "en" else f"{day.date:%d.%m.%Y}"
    return f" ({of.words.accessed} {seen})" if seen else ""


def _act(of: _Description) -> str:
    """Title : what the act is, as each language says it."""
    day, number, sign = parse_date(of.part("day")), of.part("act_number"), of.words.number
    date = _ACT_DAYS[of.language](day.date) if day else of.part("day")
    numbered = f"{sign} {number}" if number else ""
    kind, body = of.part("act"), of.part("body")
    orders = {
        "kk": (body, date, numbered, kind),
        "ru": (kind, body, date and f"от {date}", numbered),
        "en": (kind, body and f"of {body}", date and f"of {date}", numbered),
    }
    return " : ".join(filter(None, (_bare(of.part("title")), " ".join(filter(None, orders[of.language])))))


_ACT_DAYS: Final[Mapping[str, Callable[..., str]]] = {
    "kk": lambda day: f"{day.year} жылғы {day.day} {rows('months')[day.month - 1]['kk_dated']}",
    "ru": lambda day: f"{day.day} {month_name(day.month, 'ru')} {day.year} года",
    "en": lambda day: format_date(day, "en"),
}


def _journal(of: _Description) -> str:
    return of.part("journal")


def _book(of: _Description) -> str:
    title = " : ".join(filter(None, (_bare(of.part("book")), of.part("book_nature"))))
    return _with_statement(title, of.part("book_responsible"))


def _site(of: _Description) -> str:
    return " : ".join(filter(None, (of.part("site"), of.part("site_nature")))) if of.part("site") else ""


def _gazette(of: _Description) -> str:
    return of.part("gazette")


_AREAS: Final[Mapping[str, tuple[tuple[Area, ...], tuple[Area, ...]]]] = {
    "book": ((_work, _edition, _imprint, _volume, _extent, _isbn, _doi, _address), ()),
    "article": ((_work,), (_journal, _year, _issue, _pages, _doi, _address)),
    "chapter": ((_work,), (_book, _imprint, _volume, _pages, _doi, _address)),
    "act": ((_act,), (_gazette, _year, _issue, _address)),
    "page": ((_work,), (_site, _year, _address)),
    "thesis": ((_work, _imprint, _extent, _address), ()),
}
"""Kind -> the areas of the work itself, and those of what holds it, its name first."""


def _counted(word: str, value: str) -> str:
    """`5` -> `Т. 5`; a value with words of its own stays as typed."""
    return f"{word} {value}" if re.match(r"[0-9IVXLC]", value) and not re.search(r"[^\W\d_]{4,}", value) else value


def _bare(title: str) -> str:
    """A title without the full stop at its end; that of an abbreviation goes too, as the next mark begins."""
    return title[:-1].rstrip() if title.endswith(".") and not title.endswith("..") else title


def _ended(words: str) -> str:
    """Words with one full stop at the end."""
    return words if not words or words.endswith((".", "…")) else f"{words}."


_TORN: Final = re.compile(r" (?=–)|(?<=№) (?=[0-9])|(?<=[0-9]) (?=(?:б|с|p)\.)|(?<=[БСPТ]\.) (?=[0-9])")


def _bound(words: str) -> str:
    """Words with no-break spaces where a line must not end."""
    for name in find_initialled(words):
        for start, end in (*name.between, name.beside):
            if words[start:end] == " ":
                words = f"{words[:start]}\u00a0{words[end:]}"
    return _TORN.sub("\u00a0", words)
