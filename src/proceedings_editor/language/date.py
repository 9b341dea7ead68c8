"""Dates as conferences print them in Kazakh, Russian and English: reading them and writing them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from proceedings_editor.language.word_list import rows

PLAIN: Final = "plain"
OFFICIAL: Final = "official"


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date or a range of days found in a text.

    Attributes:
        text: The whole text it was found in.
        start: Where the wording of the date begins in `text`.
        end: Where it ends.
        date: The day, or the first day of a range.
        last: The last day; equal to `date` for a single day, earlier than it when the text says so.
        language: "kk", "ru", "en", or "" for a form without words.
        form: "plain" (day month year), "official" (kk `2025 жылғы 7 сәуір`), "month-first" (en `April 7, 2025`),
            "numeric" (`07.04.2025`) or "iso" (`2025-04-07`).
    """

    text: str
    start: int
    end: int
    date: datetime.date
    last: datetime.date
    language: str
    form: str

    @property
    def before(self) -> str:
        """What stands before the date."""
        return self.text[: self.start]

    @property
    def after(self) -> str:
        """What stands after the date, as the place in `7 сәуір 2025, Атырау`."""
        return self.text[self.end :]

    @property
    def wording(self) -> str:
        """The date as written."""
        return self.text[self.start : self.end]

    @property
    def is_range(self) -> bool:
        """Whether it names more than one day."""
        return self.date != self.last


def find_dates(text: str) -> tuple[ParsedDate, ...]:
    """Return every complete date of `text` (day, month and year) in order; impossible days are left out."""
    found = [_parsed(text, form, match) for form, match in _matches(text)]
    return tuple(_joined([date for date in found if date is not None]))


def parse_date(text: str) -> ParsedDate | None:
    """Return the first date of `text`, or None when it names none that the calendar has."""
    return next(iter(find_dates(text)), None)


def typed_date(words: str, *, is_finished: bool) -> datetime.date | None:
    """Return the day that `words` say and nothing else, as people type one: also `14/05/2027`, `14.5.27`.

    Args:
        words: What was typed.
        is_finished: Nothing more will be typed; until then the year `20` may be the beginning of `2027`.
    """
    bare = words.strip()
    found = parse_date(bare)
    if found and not found.is_range and found.wording == bare:
        return found.date
    match = _TYPED.fullmatch(bare)
    if match is None or (match["y"] in ("19", "20") and not is_finished):
        return None
    year = int(match["y"]) + (0 if len(match["y"]) > 2 else _CENTURY)
    try:
        return datetime.date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return None


_TYPED: Final = re.compile(r"(?P<d>[0-9]{1,2})([./-])(?P<m>[0-9]{1,2})\2(?P<y>[0-9]{4}|[0-9]{2})")
_CENTURY: Final = 2000
"""A year of two digits is one of this century: nobody plans or prints a conference of the last one."""


def impossible_date(text: str) -> str:
    """Return the wording of the first date of `text` that the calendar does not have (`31 сәуір 2025`), or ""."""
    return next((text[start:end] for start, end in find_impossible_dates(text)), "")


def find_impossible_dates(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the dates of `text` stand that the calendar does not have, in order."""
    return tuple(match.span() for form, match in _matches(text) if _parsed(text, form, match) is None)


def format_date(date: datetime.date, language: str, style: str = PLAIN) -> str:
    """Write a date: kk `7 сәуір 2025`, ru `7 апреля 2025 г.`, en `7 April 2025`; official kk `2025 жылғы 7 сәуір`."""
    return _PATTERNS[language, style].format(days=_day(date, language), year=f"{date.year:04}")


def format_date_range(first: datetime.date, last: datetime.date, language: str, style: str = PLAIN) -> str:
    """Write a range of days with an en dash, as short as its months and years allow: `7–8 сәуір 2025`."""
    if first == last:
        return format_date(first, language, style)
    if first.year != last.year:
        return f"{format_date(first, language, style)} – {format_date(last, language, style)}"
    if first.month != last.month:
        days = f"{_day(first, language)} – {_day(last, language)}"
    else:
        days = f"{first.day}–{_day(last, language)}"
    return _PATTERNS[language, style].format(days=days, year=f"{first.year:04}")


_PATTERNS: Final = {
    ("kk", PLAIN): "{days} {year}",
    ("kk", OFFICIAL): "{year} жылғы {days}",
    ("ru", PLAIN): "{days} {year} г.",
    ("ru", OFFICIAL): "{days} {year} г.",
    ("en", PLAIN): "{days} {year}",
    ("en", OFFICIAL): "{days} {year}",
}


def _day(date: datetime.date, language: str) -> str:
    return f"{date.day} {month_name(date.month, language)}"


def month_name(number: int, language: str) -> str:
    """Return the month 1 to 12 as it stands in a date: kk сәуір, ru апреля, en April."""
    return rows("months")[number - 1]["ru_genitive" if language == "ru" else language]


_Form = tuple[str, str]
_DASH: Final = r"\s{0,2}[-–—]\s{0,2}"
_DAY: Final = rf"(?<![\w.])[«\"]?(?P<d>[0-9]{{1,2}})[»\"]?(?:{_DASH}(?P<d2>[0-9]{{1,2}}))?"
_YEAR: Final = r"(?P<y>[0-9]{4})(?!\w)"
_KK_ENDING: Final = "(?:[-–]?(?:[дт][ае](?:ғы|гі|н)?|[ғқ]а|[гк]е|[ндт][ыі]ң?|[ыі]))?"  # сәуірде, сәуірдегі, сәуірі


@cache
def _expressions() -> tuple[tuple[_Form, re.Pattern[str]], ...]:
    """Every form by language; group m2 is the second month of a range, d2 its day."""
    kk, ru = _months("kk", ending=_KK_ENDING), _months("ru", "ru_genitive")
    en = _months("en", "en_short", ending=r"\.?")
    nth = r"(?:st|nd|rd|th)?"
    en_day = _DAY.replace("[0-9]{1,2})", f"[0-9]{{1,2}}){nth}")
    table = {
        ("kk", PLAIN): (
            rf"{_DAY}(?:\s{{0,2}}[-–]\s{{0,2}}|\s{{1,3}}){kk[0]}{_until(kk)},?\s{{1,3}}{_YEAR}"
            r"(?:\s{0,3}(?:жылы?(?!\w)|ж(?:\.|(?!\w))))?"
        ),
        ("kk", OFFICIAL): (
            rf"(?<![\w.]){_YEAR}\s{{0,3}}(?:жыл(?:ғы|ы|дың)?(?!\w)|ж\.|ж(?!\w)),?\s{{0,3}}"
            rf"{_DAY}(?:\s{{0,2}}[-–]\s{{0,2}}|\s{{1,3}}){kk[0]}{_until(kk)}"
        ),
        ("ru", PLAIN): (
            rf"{_DAY}(?:-?го)?\s{{1,3}}{ru[0]}{_until(ru)},?\s{{1,3}}{_YEAR}"
            r"(?:\s{0,3}(?:года?(?!\w)|г(?:\.|(?!\w))))?"
        ),
        ("en", PLAIN): rf"{en_day}\s{{1,3}}(?:of\s{{1,3}})?{en[0]}{_until(en)},?\s{{1,3}}{_YEAR}",
        ("en", "month-first"): (
            rf"(?<!\w){en[0]}\s{{1,3}}(?P<d>[0-9]{{1,2}}){nth}"
            rf"(?:{_DASH}(?:{en[1]}\s{{1,3}})?(?P<d2>[0-9]{{1,2}}){nth})?,?\s{{1,3}}{_YEAR}"
        ),
        ("", "numeric"): (
            rf"(?<![\w.-])(?P<d>[0-9]{{1,2}})(?:{_DASH}(?P<d2>[0-9]{{1,2}}))?\.(?P<m>[0-9]{{1,2}})\.{_YEAR}"
            r"(?:\s{0,3}[гж]\.)?"
        ),
        ("", "iso"): r"(?<![\w.-])(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![\w-])",
    }
    return tuple((form, re.compile(source, re.IGNORECASE)) for form, source in table.items())


def _months(*columns: str, ending: str = "") -> tuple[str, str]:
    """Return the expressions of the (first) month and of the second one in a range."""
    names = sorted({row[column] for row in rows("months") for column in columns}, key=len, reverse=True)
    either = "|".join(names)
    return rf"(?P<m>{either}){ending}(?!\w)", rf"(?P<m2>{either}){ending}(?!\w)"


def _until(months: tuple[str, str]) -> str:
    """The rest of a range over two months: `30 сәуір – 2 мамыр`."""
    return rf"(?:{_DASH}(?P<d3>[0-9]{{1,2}})\s{{1,3}}{months[1]})?"


@cache
def _month_numbers() -> dict[str, int]:
    names = ("kk", "ru", "ru_genitive", "en", "en_short")
    table = {row[column].casefold(): int(row["number"]) for row in rows("months") for column in names}
    return table | {f"{number:0{width}}": number for number in range(1, 13) for width in (1, 2)}


def _matches(text: str) -> Iterator[tuple[_Form, re.Match[str]]]:
    """Yield what looks like a date, from left to right; of those at one place only the longest."""
    found = [(form, match) for form, pattern in _expressions() for match in pattern.finditer(text)]
    found.sort(key=lambda pair: (pair[1].start(), -pair[1].end()))
    reached = 0
    for form, match in found:
        if match.start() >= reached:
            reached = match.end()
            yield form, match


def _parsed(text: str, form: _Form, match: re.Match[str]) -> ParsedDate | None:
    parts = match.groupdict()
    month = _month_numbers().get(parts["m"].casefold(), 0)
    last_month = _month_numbers()[parts["m2"].casefold()] if parts.get("m2") else month
    last_day = parts.get("d3") or parts.get("d2") or parts["d"]
    try:
        first = datetime.date(int(parts["y"]), month, int(parts["d"]))
        last = datetime.date(int(parts["y"]), last_month, int(last_day))
    except ValueError:
        return None
    return ParsedDate(text, match.start(), match.end(), first, last, form[0], form[1])


_BETWEEN: Final = re.compile(r"\s{0,2}[-–—/]\s{0,2}")


def _joined(dates: list[ParsedDate]) -> Iterator[ParsedDate]:
    """Make one range of two whole dates with only a dash between: `30.12.2024–02.01.2025`."""
    waiting: ParsedDate | None = None
    for date in dates:
        if waiting is None:
            waiting = date
        elif _may_join(waiting, date):
            yield replace(waiting, end=date.end, last=date.last)
            waiting = None
        else:
            yield waiting
            waiting = date
    if waiting is not None:
        yield waiting


def _may_join(first: ParsedDate, second: ParsedDate) -> bool:
    alike = (first.language, first.form) == (second.language, second.form)
    gap = first.text[first.end : second.start]
    return alike and not first.is_range and not second.is_range and _BETWEEN.fullmatch(gap) is not None
