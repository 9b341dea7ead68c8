"""Generated entries: entry number n is always the same, and 200 of them hold every kind of block, run, mark and picture.

They are what people make on a bad day: fields left empty, citations of sources that are not there, tables in lists,
pictures that are missing or no pictures, formulas that no one can read, words of many alphabets, characters that are
never seen. Characters that no shipped face has are left out, because such an entry is refused (see `test_refused`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from fontTools.ttLib import TTFont

from proceedings_editor.model.body import (
    Alignment,
    Block,
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
    Run,
    Span,
    Table,
)
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.local import LANGUAGES, Language, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.resources import shipped

COUNT: Final = 200
FEW: Final = range(0, COUNT, 10)
"""One entry in ten, for judges that take a second a file."""

_T = TypeVar("_T")

_WORDS: Final = {
    "kk": [
        "дала",
        "өзен",
        "құс",
        "жолы",
        "ғылым",
        "мұнда",
        "әңгіме",
        "көктем",
        "іңір",
        "һәм",
        "үкі",
        "қоңыр",
        "2025-жылғы",
        "5-кестеде",
        "ҚХА-ның",
    ],
    "ru": [
        "степь",
        "вода",
        "учёт",
        "объём",
        "подъезд",
        "съёмка",
        "щебень",
        "цапля",
        "юг",
        "эхо",
        "2024-го",
        "кое-где",
        "№",
        "§",
        "ёмкость",
    ],
    "en": [
        "steppe",
        "water",
        "survey",
        "naïve",
        "façade",
        "yield",
        "well-known",
        "co-operation",
        "x-axis",
        "3.5",
        "Figure",
        "the",
        "of",
        "and",
    ],
}
_SIGNS: Final = (
    "–", "—", "…", "«ел»", "“yes”", "„сөз“", "(және)", "100\u00a0%", "№\u00a05", "5\u2009км", "±0,5", "≤", "→", "∑", "×", "°C",
    "H₂O", "м²", "½", "™", "€", "₸", "a/b", "и/или", "кк\u2011KZ", "жұ\u00admыс", "нуль\u200bширина", "ﬁn", "e\u0301te\u0301",
    "й\u0306", "x&y", "<b>", "&amp;", "\\n", "{brace}", "[", "]", "*", "_", "'", '"', "`", "a\tb",
    "https://example.kz/a-very/long_path?query=значение&x=%20#part.2", "a.b@example.kz",
    "Донаудампфшиффартсэлектрицитетенхауптбетрибсверкбауунтербеамтенгезельшафт",
)  # fmt: skip
_SCRIPTS: Final = (
    "Ελληνικά", "ქართული", "Հայերեն", "Tiếng", "Việt", "Łódź", "Þórr", "ħaġar", "ѣ", "Ѫ", "ꙗ", "ԛ", "Ꙋ", "ʃəʊ", "∀x∈ℝ", "⇔", "Ⅳ",
    "♞", "█", "⠓", "𝐀𝑥", "ƒ", "ͼ", "ﬃ", "ǆ", "ŉ", "ß", "İı", "ſ",
)  # fmt: skip
_RIGHT_TO_LEFT: Final = ("עברית", "سلام")
_UNSEEN: Final = ("\u200e", "\u2060", "\ufeff", "\u00ad", "\x07", "\u200d")
_CITED: Final = (
    "[1]",
    "[2;5]",
    "[3, 4-б.]",
    "[1–3]",
    "[99]",
    "1-суретте",
    "рис. 2",
    "Table 1",
    "(1) формула",
    "2-кестеде",
)
_HREFS: Final = (
    "https://example.kz/a?b=1&c=2", "mailto:a@example.kz", 'https://example.kz/"қ" ә', "not an address", "#x", "HTTPS://EXAMPLE.KZ/(1)",
)  # fmt: skip
_LATEX: Final = (
    r"x^2", r"\frac{a}{b}", r"\sum_{i=1}^{n} i^2", "E = mc^2", r"\sqrt[3]{2}", r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\text{жалпы} \le \alpha", r"\int_0^\infty e^{-x}\,dx", r"\left( \frac{1}{2} \right]", "{", "", "a < b", r"\unknown{x}",
)  # fmt: skip
_MATHML: Final = (
    "<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "<math><mi>", "no math",
)  # fmt: skip
_MARKS: Final = ("bold", "italic", "underline", "superscript", "subscript", "code")
PICTURES: Final = (
    "rgb.png", "rgb.jpg", "alpha.png", "cmyk.jpg", "turned.jpg", "palette-clear.png", "sixteen.png", "animated.gif",
    "bitmap.bmp", "alpha.webp", "cmyk.tif", "one-bit.png", "drawn.svg",
)  # fmt: skip
"""Of `tests.exporters.pdf.sheet.pictures`."""
LOST_PICTURES: Final = ("lost.png", "damaged.png", "empty.jpg", "drawing.svg", "../collection.yaml", "")


def generated_entry(number: int) -> Entry:
    """Return entry number `number`; every tenth one has words written from right to left."""
    return _Maker(Random(number), number).entry()


def generated_collection(number: int) -> Collection:
    """Return the collection of a run of entries, more or less filled."""
    return _Maker(Random(f"collection {number}"), number).collection()


def has_right_to_left(number: int) -> bool:
    """Say whether an entry has words that readers turn round, each by rules of its own."""
    return number % 10 == 7


def save_pictures(folder: Path, pictures: Sequence[Path]) -> None:
    """Save the pictures an entry may show into its folder of figures."""
    folder.mkdir(parents=True)
    for path in pictures:
        if path.name in PICTURES:
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "damaged.png").write_bytes((folder / "rgb.png").read_bytes()[:60])
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "drawing.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")


@cache
def covered() -> tuple[str, ...]:
    """Return every character that one of the shipped faces draws, but for those written from right to left."""
    found: set[int] = set()
    for path in shipped("fonts").glob("*.ttf"):
        with TTFont(path, lazy=True) as face:
            found |= set(face.getBestCmap())
    return tuple(character for character in map(chr, sorted(found)) if _is_for_text(character))


def _is_for_text(character: str) -> bool:
    turned = unicodedata.bidirectional(character) in ("R", "AL", "AN")
    return unicodedata.category(character)[0] in "LNPSM" and not turned


class _Maker:
    """Makes one entry; what it draws next depends on nothing but its random numbers."""

    def __init__(self, random: Random, number: int) -> None:
        self._random = random
        self._number = number
        self._language: Language = random.choice(LANGUAGES)

    # ------------------------------------------------------------------------------------------------ chance

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _some(self, one: Callable[[], _T], most: int, least: int = 0) -> tuple[_T, ...]:
        return tuple(one() for _ in range(self._random.randint(least, most)))

    def _local(self, most: int = 6) -> LocalText:
        """Mostly three languages, sometimes fewer, sometimes none."""
        share = self._random.choice((1, 1, 0.5, 0))
        return LocalText(*(self._line(most, language) if self._chance(share) else "" for language in LANGUAGES))

    # ------------------------------------------------------------------------------------------------- words

    def _line(self, most: int = 8, language: str = "") -> str:
        words = _WORDS[language or self._language]
        return " ".join(self._some(lambda: self._random.choice(words) if self._chance(0.9) else self._sign(), most, 1))

    def _sign(self) -> str:
        return self._random.choice(_SIGNS)

    def _strange(self) -> str:
        """A word no one expects."""
        kind = self._random.randrange(6)
        if kind == 0:
            return "".join(self._random.choices(covered(), k=self._random.randint(1, 6)))
        if kind == 1 and has_right_to_left(self._number):
            return self._random.choice(_RIGHT_TO_LEFT)
        if kind == 2:
            return self._random.choice(_UNSEEN).join(self._random.choices(_WORDS["kk"], k=2))
        return self._random.choice(_SCRIPTS)

    def _words(self, most: int = 30) -> str:
        makers = ((0.8, lambda: self._line(4)), (0.88, self._sign), (0.95, lambda: self._random.choice(_CITED)))
        drawn = self._some(self._random.random, most // 4, 1)
        found = (next((make() for share, make in makers if one < share), None) or self._strange() for one in drawn)
        return self._random.choice((" ", " ", " ", "  ", " - ")).join(found)

    def _span(self) -> Span:
        if self._chance(0.6):
            return Span(self._words())
        marks = {mark: self._chance(0.3) for mark in _MARKS}
        href = self._random.choice(_HREFS) if self._chance(0.3) else ""
        language = self._random.choice(("", "ru", "en", "kk", "la"))
        return Span(self._words(12), href=href, language=language, **marks)

    def rich(self, most: int = 4, *, notes: bool = True, least: int = 1) -> RichText:
        """Make runs; neighbours of the same marks become one, as an editor leaves them."""
        return tuple(_merged(self._runs(self._random.randint(least, most), notes=notes)))

    def _runs(self, count: int, *, notes: bool) -> Iterator[Run]:
        for _ in range(count):
            drawn = self._random.random()
            if drawn < 0.75:
                yield self._span()
            elif drawn < 0.83:
                yield LineBreak()
            elif drawn < 0.92 or not notes:
                yield InlineFormula(self._formula())
            else:
                yield Note(self._note())

    def _note(self) -> tuple[Block, ...]:
        blocks: tuple[Block, ...] = self._some(lambda: Paragraph(self.rich(2, notes=self._chance(0.1))), 2, 1)
        if self._chance(0.1):
            blocks += (self._list(1),)
        return () if self._chance(0.05) else blocks

    def _formula(self) -> FormulaSource:
        if self._chance(0.25):
            return FormulaSource(self._random.choice(_MATHML), "mathml")
        return FormulaSource(self._random.choice(_LATEX))

    # ------------------------------------------------------------------------------------------------ blocks

    def _blocks(self, depth: int, most: int) -> tuple[Block, ...]:
        return self._some(lambda: self._block(depth), most)

    def _block(self, depth: int) -> Block:
        """Make a block; `depth` is how many more may stand inside each other."""
        leaves: tuple[Callable[[], Block], ...] = (
            self._paragraph, self._paragraph, self._heading, self._figure, self._display, self._listing, PageBreak,
        )  # fmt: skip
        nests = (lambda: self._list(depth), lambda: self._quotation(depth), lambda: self._table(depth))
        return self._random.choice(leaves if depth <= 0 or self._chance(0.65) else nests)()

    def _paragraph(self) -> Paragraph:
        alignments: tuple[Alignment, ...] = ("", "", "", "left", "center", "right")
        return Paragraph(self.rich(6, least=0), self._random.choice(alignments))

    def _heading(self) -> Heading:
        return Heading(self.rich(2), self._random.randint(1, 4))

    def _figure(self) -> Figure:
        file = self._random.choice(PICTURES if self._chance(0.7) else LOST_PICTURES)
        alt = self._line() if self._chance(0.5) else ""
        return Figure(file, self._caption(), alt, self._random.choice((0, 2, 5, 7.5, 40)))

    def _display(self) -> DisplayFormula:
        return DisplayFormula(self._formula(), self._chance(0.5))

    def _listing(self) -> Listing:
        lines = self._some(lambda: " " * self._random.randint(0, 8) + self._random.choice((self._line, str))(), 5)
        return Listing("\n".join(lines), self._caption())

    def _caption(self) -> RichText:
        return self.rich(2) if self._chance(0.6) else ()

    def _list(self, depth: int) -> ListBlock:
        def item() -> ListItem:
            first = (self._paragraph(),) if self._chance(0.8) else ()
            return ListItem((*first, *self._blocks(depth - 1, 1)), self._random.choice(("", "", "-")))

        ordered = self._chance(0.5)
        marker = self._random.choice(("1.", "1)", "a)", "I.") if ordered else ("–", "-", "•"))
        return ListBlock(self._some(item, 4), ordered, marker, self._random.choice((1, 1, 3, 26)))

    def _quotation(self, depth: int) -> Quotation:
        return Quotation(self._blocks(depth - 1, 2))

    def _table(self, depth: int) -> Table:
        """Cells of all widths and heights; those that do not tile the grid are the composition's to put right."""

        def cell() -> Cell:
            text = (Paragraph(self.rich(2)),) if self._chance(0.85) else ()
            inside = self._blocks(depth - 1, 1) if self._chance(0.15) else ()
            columns, rows = (self._random.choice((1, 1, 1, 1, 2)) for _ in range(2))
            return Cell((*text, *inside), columns, rows, self._random.choice(("", "", "center", "right")))

        width = self._random.randint(1, 5)
        rows = self._some(lambda: self._some(cell, width, max(width - 1, 0)), self._random.choice((3, 6, 25)))
        widths = tuple(self._random.uniform(0.5, 4) for _ in range(width)) if self._chance(0.3) else ()
        return Table(rows, min(self._random.randint(0, 2), len(rows)), self._caption(), widths)

    # ------------------------------------------------------------------------------------------------ fields

    def entry(self) -> Entry:
        """Make the whole entry."""
        day = date(2026, 1, 1)
        codes = lambda: self._some(lambda: self._random.choice(("53", "34:342.4(574)", "[622+669]")), 2)  # noqa: E731
        most = self._random.choice((0, 4, 4))
        keywords = (self._some(lambda: self._line(2), most) for _ in LANGUAGES)
        first = self._random.choice((None, 1, 8, 323))
        return Entry(
            id=f"e{self._number:03}",
            language=self._language,
            number=self._random.choice((None, self._number, self._number, 7)),
            first_page=first,
            last_page=None if first is None else first + 4,
            section=self._random.choice(("", "s1", "s11", "no-such")),
            udc=codes(),
            irsti=codes(),
            bbk=codes(),
            doi=self._random.choice(("", "10.1000/182")),
            edn=self._random.choice(("", "ABCDEF")),
            title=self._local(12),
            authors=self._some(self._author, 4),
            supervisors=self._some(self._supervisor, 2),
            abstract=self._local(40),
            keywords=LocalWords(*keywords),
            received=self._random.choice((None, day)),
            accepted=self._random.choice((None, day)),
            body=self._blocks(2, 12),
            references=self._some(lambda: Reference(self.rich(3, notes=False, least=0)), 12),
        )

    def _author(self) -> Author:
        return Author(
            **self._person(),
            status=self._random.choice(("", "student", "master_student", "тыңдаушы")),
            group=self._line(1),
            email=self._random.choice(("", "a.b@example.kz", "тест@пошта.қаз")),
            phone="+7 700 000 00 00",
            orcid=self._random.choice(("", "0000-0002-1825-0097")),
            corresponding=self._chance(0.4),
        )

    def _supervisor(self) -> Supervisor:
        return Supervisor(**self._person())

    def _person(self) -> dict[str, object]:
        return {
            "surname": self._random.choice(("", "Қожабек", "Ó Briain", "Сүлейменова-Өтеген")),
            "given_name": self._random.choice(("", "Әсел", "Н.")),
            "patronymic": self._random.choice(("", "Ержанқызы")),
            "latin": self._random.choice(("", "Kozhabek A.")),
            "degree": self._local(2),
            "academic_title": self._local(2),
            "post": self._local(3),
            "affiliations": self._some(self._affiliation, 2),
            "line": self._local(8) if self._chance(0.3) else LocalText(),
        }

    def _affiliation(self) -> Affiliation:
        names = ("Жайық университеті", "Дала институты", "")
        organisation = LocalText(self._random.choice(names), "Уральский университет", "Zhaiyq University")
        return Affiliation(organisation, self._local(3), self._local(1), self._local(1))

    def collection(self) -> Collection:
        """Make the facts that entries share."""
        first = self._random.choice((None, date(2026, 5, 12)))
        below = Section("s11", self._random.choice(("", "II")), self._local())
        return Collection(
            name=self._local(),
            kind=self._local(),
            first_day=first,
            last_day=self._random.choice((None, date(2026, 5, 13))) if first else None,
            place=self._local(1),
            year=self._random.choice((None, 2026)),
            isbn=self._random.choice(("", "978-601-7000-00-1")),
            issn=self._random.choice(("", "2079-0000")),
            sections=(Section("s1", self._random.choice(("", "IV")), self._local(), (below,)),),
        )


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    before: Run | None = None
    for run in runs:
        if isinstance(before, Span) and isinstance(run, Span) and replace(before, text=run.text) == run:
            before = replace(before, text=f"{before.text} {run.text}")
            continue
        if before is not None:
            yield before
        before = run
    if before is not None:
        yield before
