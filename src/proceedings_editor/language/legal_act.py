"""Laws, decrees and orders in reference lists, and their ids on the state's legal site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.date import find_dates

_SHORT_ID: Final = 10
"""Characters of an old id without its final low line; newer ids have eleven and no low line."""
_CENTURY: Final = 40
"""Two digits of a year from which the year is of the last century; the site's first acts are of the 1940s."""

_ID: Final = re.compile(
    r"(?:adilet\.zan\.kz|zan\.gov\.kz)/(?:kaz|rus|eng)/docs/(?P<id>[A-Z][0-9]{9,10}_?)(?![0-9A-Za-z_])"
)
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_KIND: Final = re.compile(
    r"(?<!\w)(?:Конституция|[Кк]одекс|Қағида|Ереже|Қаулы|қаулы)\w{0,6}(?!\w)"
    r"|(?<!\w)(?:[Зз]аң(?:ы|ының|ына|ында)?|[Жж]арлы(?:қ|ғы|ғына|ғының)|[Бб]ұйры(?:қ|ғы|ғына|ғының)|[Өө]кімі?)(?!\w)"
    r"|(?<!\w)(?:[Зз]акон|Указ|[Пп]остановление|[Пп]риказ|[Рр]аспоряжение)(?!\w)"
    r"|(?<!\w)(?:Law|Code|Decree|Constitution|Order|Resolution) of (?:the )?[A-Z]"
)
_STATE: Final = re.compile(r"Республикас|Республики|Федераци|(?<!\w)(?:ҚР|РК|РФ|KR)(?!\w)|Republic of|Federation")
_BOOK: Final = re.compile(r"(?<=[\s\u00a0][–—-])[\s\u00a0][0-9]{2,4}[\s\u00a0](?:б|с|p)\.|[^/]/[\s\u00a0][^/]")
_PERSON: Final = re.compile(r"\A[\W\d]*[^\W\d_][\w-]+,?[\s\u00a0]\w\.")
_NUMBER: Final = re.compile(r"№[\s\u00a0]?[\w-]*[0-9IVX]|(?<!\w)N[\s\u00a0]?[0-9]|(?<!\w)No\.?[\s\u00a0]?[0-9]")
_DATED: Final = re.compile(r"(?:19|20)[0-9]{2}[\s\u00a0]ж(?:ыл\w*|\.)[\s\u00a0][0-9]{1,2}(?![0-9])")
_ORDER: Final = re.compile(r"(?<!\w)(?:қаулы|бұйры|постановлени|приказ|распоряжени|өкім)", re.IGNORECASE)
_BODY: Final = re.compile(
    r"минис|үкімет|правительств|президент|әкім(?!і(?!\w))|аким|сот|суд|парламент|мәжіліс|мажилис|сенат|кеңес|совет"
    r"|комитет|агент|банк|маслихат|мәслихат|ұлттық|палат|комисси|government|minist|president|court",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ActId:
    """An id in an address of the legal site (`Z080000070_`): a letter, two digits of the year, a number.

    Attributes:
        start, end: Where the id stands.
        site: Where the name of the site before it begins.
    """

    start: int
    end: int
    wording: str
    site: int

    @property
    def is_cut(self) -> bool:
        """Whether the low line at its end is lost."""
        return len(self.wording) == _SHORT_ID and not self.wording.endswith("_")

    @property
    def year(self) -> int:
        """The year of the act."""
        short = int(self.wording[1:3])
        return short + (1900 if short >= _CENTURY else 2000)


def find_act_ids(source: str) -> tuple[ActId, ...]:
    """Return the ids of acts in the addresses of a text or in one address."""
    if "/docs/" not in source:
        return ()
    return tuple(ActId(*match.span("id"), match["id"], match.start()) for match in _ID.finditer(source))


def years_in(source: str) -> frozenset[int]:
    """Return the years a text names."""
    return frozenset(int(year) for year in _YEAR.findall(source))


def is_act(source: str) -> bool:
    """Say whether a reference is a law, decree or order itself; a book about one has an author or pages."""
    if _KIND.search(source) is None or _PERSON.match(source) or _BOOK.search(source):
        return False
    return bool(_STATE.search(source) or find_act_ids(source))


def has_number(source: str) -> bool:
    """Say whether an act is named with its number (`№ 70-IV`, `N 212`)."""
    return _NUMBER.search(source) is not None


def has_date(source: str) -> bool:
    """Say whether an act is named with its day."""
    return bool(find_dates(source)) or _DATED.search(source) is not None


def lacks_body(source: str) -> bool:
    """Say whether it is an order or a resolution that does not tell whose; a law needs no more than its state."""
    return _ORDER.search(source) is not None and _BODY.search(source) is None
