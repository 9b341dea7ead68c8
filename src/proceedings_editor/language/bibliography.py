"""What is surely missing or wrong in the areas and marks of a reference.

After GOST 7.1-2003, GOST R 7.0.5-2008 and GOST R 7.0.100-2018, which agree on what is looked at here: the heading
(surname, initials), “. – ” between areas, “ // ” before the host, place : publisher, year, pages. References are
written in many ways, so a doubtful one is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.language.legal_act import is_act
from proceedings_editor.language.web_address import find_addresses
from proceedings_editor.language.word_list import rows
from proceedings_editor.texts import Text, text

SHORT_STANDARD: Final = "gost-r-7.0.5"
"""In short references the number of pages may be left out."""

Change = tuple[int, int, str]
"""Start, end, and the words to put there."""


@dataclass(frozen=True, slots=True)
class DescriptionFault:
    """One fault of a reference.

    Attributes:
        changes: What would mend it, from the first place to the last; () where only the author knows.
        grave: False for what may be meant so.
    """

    start: int
    end: int
    message: Text
    changes: tuple[Change, ...] = ()
    grave: bool = True


def check_description(source: str, standard: str) -> tuple[DescriptionFault, ...]:
    """Return the faults of a reference, at most one of each kind.

    Args:
        source: Its plain text, without its number.
        standard: As the template names it: "gost-7.1", "gost-r-7.0.5" or "gost-r-7.0.100".
    """
    if is_act(source):
        return ()
    item = _item(source, standard)
    return tuple(fault for check in _CHECKS for fault in check(item))


@dataclass(frozen=True, slots=True)
class _Item:
    """A reference with its web addresses, DOI and notes blanked out, so that their marks do not count."""

    source: str
    words: str
    standard: str
    online: bool
    host: int

    @property
    def bare(self) -> str:
        """What stands before the addresses."""
        return self.words.split(_BLANK, 1)[0]


_BLANK: Final = "\ufffc"
_CAPITAL: Final = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_SMALL: Final = "a-zа-яёәғқңөұүһі"
_NOTES: Final = re.compile(r"\[[^\[\]]*\]|(?:doi|DOI)[:\s]{0,3}\S+|10\.[0-9]{4,9}/\S+|ISBN[\s:]?[-0-9XХ]+")
_HOST: Final = re.compile(r"(?<!:)//(?!\s*\ufffc)")
_YEAR: Final = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_EXTENT: Final = re.compile(
    r"[0-9][\s\u00a0]?(?:б|с|стр|бет\w*|p|pp|pages?|c|s)(?:\.|(?!\w))"
    r"|(?<!\w)(?:[БСCРPSбсcрps]|pp|Pp|PP|стр|бет|pages?)\.?[\s\u00a0]?[0-9]"
    r"|[0-9]{1,5}[\s\u00a0]?[-–—]{1,2}[\s\u00a0]?[0-9]{1,5}(?![0-9]*[\s\u00a0]?(?:жж|гг))|Article|article|Статья",
)
_VOLUME: Final = re.compile(
    r"(?<!\w)(?:[Тт]|[Тт]ом\w*|[Vv]ol|[Кк]н|[Чч]|[Вв]ып|[Шш]ығ|[Бб]өлім)\.?[\s\u00a0]?(?:[0-9]|[IVX]+(?!\w))"
    r"|[0-9][\s\u00a0-]{0,2}(?:т|том\w*|кн|кітап\w*|бөлім\w*|ч|vols?)(?:\.|(?!\w))"
)
_WAITING: Final = re.compile(r"in press|accepted|preprint|arxiv|в печати|баспада|рукопись|қолжазба", re.IGNORECASE)
_NORM: Final = re.compile(r"ГОСТ|СНиП|СанПиН|СТ РК|ҚР СТ|МЕМСТ|ISO|RFC|IEEE Std|патент|patent|№", re.IGNORECASE)
_MONTH: Final = re.compile(
    r"қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|января|феврал|марта|апрел|мая"
    r"|июня|июля|августа|сентябр|октябр|ноябр|декабр|Januar|Februar|March|April|May|June|July|August|Septem|Octob|Novem|Decem"
)

_SCHOOL: Final = re.compile(r"Universit|Institut|Faculty|университет|институт|факультет|универс", re.IGNORECASE)
_SERIAL: Final = re.compile(
    r"Vol|№|Journal|Bulletin|Proc|Herald|Вестник|Хабаршы|Труды|Учён|Учен|Известия|жинағ|сборник|(?<!\w)сб\.|материал|(?<!\w)(?:вып|т)\.",
    re.IGNORECASE,
)

_INITIALS: Final = rf"(?:[{_CAPITAL}][{_SMALL}]?\.[\s\u00a0]?-?){{1,3}}"
_SURNAME: Final = rf"[{_CAPITAL}][{_SMALL}]+(?:-[{_CAPITAL}][{_SMALL}]+)?"
_INITIALS_FIRST: Final = re.compile(
    rf"(?P<initials>{_INITIALS})(?P<surname>{_SURNAME})(?P<mark>[.,]?)(?![\s\u00a0](?:атындағы|имени|им\.))(?=[\s\u00a0])"
)
_NAMED_FIRST: Final = re.compile(
    r"(?P<given>[A-Z])[a-z]+[\s\u00a0](?P<middle>[A-Z]\.)[\s\u00a0](?P<surname>[A-Z][a-z]+)(?=[\s\u00a0][A-Z][a-z])"
)
_STATES: Final = re.compile(r"U\.\s?[SKN]\.|E\.\s?U\.")
_MORE_PEOPLE: Final = re.compile(rf"[\s\u00a0]*(?:,|;|и|және|and|&)?[\s\u00a0]*{_INITIALS}{_SURNAME}")
_BRACKETED_YEAR: Final = re.compile(r"\((?:19|20)[0-9]{2}[a-z]?(?:,[^()]{1,20})?\)\s?\.")
_AREA_BEGINS: Final = (
    r"(?:(?:19|20)[0-9]{2}(?![0-9])|№|[СCРPБ]\.[\s\u00a0]?[0-9]|Т\.|Том|Vol|No\.|Iss|Вып|Ч\."
    r"|[0-9]{2,4}[\s\u00a0]?[сбp]\.)"
)
_GLUED: Final = re.compile(
    rf"(?<=[.])(?:[\s\u00a0]?[-–—]{{1,2}}(?={_AREA_BEGINS})|[-–—]{{1,2}}[\s\u00a0](?={_AREA_BEGINS}))"
)
_TIGHT_HOST: Final = re.compile(r"(?<=[^\s:/])//[\s\u00a0]?(?=[^\s/\ufffc])|[\s\u00a0]//(?=[^\s/\ufffc])")
_YEAR_WORD: Final = re.compile(
    r"(?<=,)[\s\u00a0](?:19|20)[0-9]{2}(?P<word>[\s\u00a0]?(?:жылы?|ж\.|г\.|год))(?=[\s\u00a0]*(?:[.–—-]|\Z))"
)
_GLUED_YEAR: Final = re.compile(
    rf"(?<=[{_SMALL}])[\s\u00a0](?P<year>(?:19|20)[0-9]{{2}})[\s\u00a0.]*(?://[\s\u00a0]*|[–—-][\s\u00a0]*)?\Z"
)
_AREA_MARK: Final = re.compile(r"[\s\u00a0](?:[–—-]{1,2}|:|/|//)[\s\u00a0]|//|[0-9]:|,[\s\u00a0](?:19|20)[0-9]{2}")


@cache
def _imprint() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A town without a colon before its publisher, one without a full stop before the dash, and an imprint at all."""
    towns = "|".join(re.escape(row["place"]) for row in rows("publishing_places"))
    town = rf"(?<!\w)(?:{towns})"
    return (
        re.compile(rf"(?<=[–—-][\s\u00a0])(?:{towns})(?=[\s\u00a0][«“\"])"),
        re.compile(rf"(?:,|(?<=[^.,\s\u00a0]))[\s\u00a0][–—-][\s\u00a0](?={town}[\s\u00a0]?[:,«])"),
        re.compile(rf"{town}[\s\u00a0]?(?::|[\s\u00a0]?«)[^:]{{2,80}},[\s\u00a0]?(?:19|20)[0-9]{{2}}"),
    )


def _item(source: str, standard: str) -> _Item:
    addresses = find_addresses(source)
    words = source
    for found in addresses:
        words = words[: found.start] + _BLANK * (found.end - found.start) + words[found.end :]
    words = _NOTES.sub(lambda found: _BLANK * len(found[0]), words)
    host = _HOST.search(words)
    return _Item(source, words, standard, bool(addresses) or "DOI" in source.upper(), host.start() if host else -1)


def _name_order(item: _Item) -> Iterator[DescriptionFault]:
    begin = len(item.words) - len(item.words.lstrip())
    initials = _INITIALS_FIRST.match(item.words, begin)
    if initials and not _STATES.match(initials["initials"]):
        alone = not _MORE_PEOPLE.match(item.words, initials.end())
        right = f"{initials['surname']} {_spaced(initials['initials'])}"
        yield _wrong_name(initials, right if alone else "")
    given = _NAMED_FIRST.match(item.words, begin)
    if given:
        yield _wrong_name(given, f"{given['surname']} {given['given']}. {given['middle']}")


def _wrong_name(found: re.Match[str], right: str) -> DescriptionFault:
    example = _example(found.string).name
    message = text("The reference begins with the surname, then the initials: “{example}”.", example=example)
    changes = ((found.start(), found.end(), right),) if right else ()
    return DescriptionFault(found.start(), found.end(), message, changes)


def _spaced(initials: str) -> str:
    return " ".join(part + "." for part in re.split(r"\.[\s\u00a0]?", initials.strip()) if part)


def _bracketed_year(item: _Item) -> Iterator[DescriptionFault]:
    found = _BRACKETED_YEAR.search(item.words[:300])
    if found and item.host < 0 and item.words[: found.start()].strip():
        message = text(
            "By the standard the year stands behind the publisher or the journal, not in brackets behind the author."
        )
        yield DescriptionFault(found.start(), found.end(), message)


def _area_marks(item: _Item) -> Iterator[DescriptionFault]:
    message = text("Between two areas of a reference stands “. – ”, a dash with a space on both sides.")
    yield from _together(message, ((*found.span(), " – ") for found in _GLUED.finditer(item.words)))


def _host_mark(item: _Item) -> Iterator[DescriptionFault]:
    message = text("Before the journal or book that holds the work stands “ // ”, with a space on both sides.")
    yield from _together(message, ((*found.span(), " // ") for found in _TIGHT_HOST.finditer(item.words)))


def _place_marks(item: _Item) -> Iterator[DescriptionFault]:
    no_colon, no_stop, _ = _imprint()
    changes = [(*found.span(), ". – ") for found in no_stop.finditer(item.words)]
    changes += ((found.end(), found.end(), " :") for found in no_colon.finditer(item.words))
    message = text("Before the place stands “. – ” and between place and publisher “ : ”.")
    yield from _together(message, sorted(changes))


def _year_word(item: _Item) -> Iterator[DescriptionFault]:
    message = text("The year stands alone, without the word for year.")
    found = _YEAR_WORD.search(item.words)
    if found:
        word = found["word"]
        change = (
            *found.span("word"),
            "." if word.endswith(".") and not item.words.startswith(".", found.end()) else "",
        )
        yield DescriptionFault(found.start() + 1, found.end(), message, (change,))


def _pages(item: _Item) -> Iterator[DescriptionFault]:
    if item.online or _EXTENT.search(item.words) or _WAITING.search(item.words):
        return
    imprint, said = _imprint()[2].search(item.words), _example(item.source)
    if item.host >= 0 and not _MONTH.search(item.words) and not _is_thesis(item):
        yield _missing(item, item.host, text("The pages of the work are missing: “{example}”.", example=said.pages))
    elif item.host < 0 and imprint and item.standard != SHORT_STANDARD and not _VOLUME.search(item.words):
        yield _missing(
            item, imprint.start(), text("The number of pages of the book is missing: “{example}”.", example=said.extent)
        )


def _is_thesis(item: _Item) -> bool:
    """Whether a school stands where the journal stands: a thesis has no pages in it."""
    host = item.words[item.host :]
    return _SCHOOL.search(host) is not None and _SERIAL.search(host) is None


def _example(source: str) -> _Example:
    return _EXAMPLES.get(guess_language(source), _EXAMPLES["ru"])


def _year(item: _Item) -> Iterator[DescriptionFault]:
    if not (item.online or _YEAR.search(item.source) or _WAITING.search(item.words) or _NORM.search(item.words)):
        yield _missing(item, 0, text("The reference has no year; ask the author for it."))


def _glued_year(item: _Item) -> Iterator[DescriptionFault]:
    """Only where the reference has no other mark: a title may end with a year of its own."""
    bare = item.bare
    found = _GLUED_YEAR.search(bare)
    if found and not (_AREA_MARK.search(bare[: found.start()]) or _MONTH.search(bare[-24:])):
        message = text("The year stands in the title without a mark, and who published the work is not told.")
        change = (found.start(), found.start("year"), ". – ")
        yield DescriptionFault(found.start("year"), found.end("year"), message, (change,), grave=False)


def _missing(item: _Item, start: int, message: Text) -> DescriptionFault:
    return DescriptionFault(start, len(item.source), message)


def _together(message: Text, changes: Iterable[Change]) -> Iterator[DescriptionFault]:
    found = tuple(changes)
    if found:
        yield DescriptionFault(found[0][0], found[-1][1], message, found)


@dataclass(frozen=True, slots=True)
class _Example:
    """How a part that lacks is written, in the language of the reference."""

    name: str
    pages: str
    extent: str


_EXAMPLES: Final[dict[str, _Example]] = {
    "kk": _Example("Сейітова Қ. М.", "– Б. 12–15", "– 235 б."),
    "ru": _Example("Сеитова К. М.", "– С. 12–15", "– 235 с."),
    "en": _Example("Seitova K. M.", "– P. 12–15", "– 235 p."),
}

_CHECKS: Final[tuple[Callable[[_Item], Iterator[DescriptionFault]], ...]] = (
    _name_order,
    _bracketed_year,
    _area_marks,
    _host_mark,
    _place_marks,
    _year_word,
    _pages,
    _year,
    _glued_year,
)
