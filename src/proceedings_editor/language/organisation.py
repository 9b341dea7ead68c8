"""Words of organisations, cities and countries in head lines, and their Kazakh genitive."""

from __future__ import annotations

import re
from typing import Final

_STEMS: Final = (
    "университет|институт|академия|консерватория|колледж|мекте[пб]|гимназия|лице[йі]|училище|школа|школы|факультет"
    "|кафедра|орталы[қғ]|центр|лаборатория|министрлі[кг]|министерств|мұражай|музей|кітапхана|библиотека|обсерватория"
    "|university|institute|academy|college|school|faculty|department|centre|center|laboratory|ministry|library|museum"
)
_ORGANISATION: Final = re.compile(
    rf"(?<!\w)(?:{_STEMS})\w*|(?<!\w)(?:ЖШС|ТОО|LLP|АҚ|АО|КеАҚ|НАО|ШЖҚ РМК|РГП)(?!\w)", re.IGNORECASE
)
_GENITIVE: Final = re.compile(
    rf"(?<!\w)(?P<owner>(?:{_STEMS})\w*?(?:с[ыі]|[ыі]))(?P<ending>н[ыі]ң)(?!\w)\s*", re.IGNORECASE
)
_RUSSIAN_OBLIQUE: Final = re.compile(
    r"(?:университет|институт|колледж|центр|факультет)(?:а|у|ом|е)(?!\w)|лице(?:я|ю|ем|е)(?!\w)"
    r"|(?:академи|гимнази)(?:и|ю|ей)(?!\w)|(?:школ|кафедр)(?:ы|е|у|ой)(?!\w)",
    re.IGNORECASE,
)
_DEPARTMENT: Final = re.compile(r"кафедра|department|факультет|faculty|лаборатория|laboratory|зертхана", re.IGNORECASE)
_CITY_SIGN: Final = re.compile(r"^(?:г\.\s?|город\s+|қ\.\s?|city of\s+)|\s+(?:қ\.|қаласы|г\.|city)$", re.IGNORECASE)
_CITY: Final = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:[\s-][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+){0,2}")
_COUNTRY_NAMES: Final = (
    "Қазақстан Республикасы|Қазақстан|ҚР|Республика Казахстан|Казахстан|РК|Republic of Kazakhstan|Kazakhstan"
    "|Ресей|Ресей Федерациясы|Россия|Российская Федерация|РФ|Russia|Russian Federation"
    "|Қырғызстан|Қырғыз Республикасы|Кыргызстан|Кыргызская Республика|Kyrgyzstan|Kyrgyz Republic"
    "|Өзбекстан|Өзбекстан Республикасы|Узбекистан|Республика Узбекистан|Uzbekistan|Republic of Uzbekistan"
    "|Тәжікстан|Таджикистан|Tajikistan|Түрікменстан|Туркменистан|Turkmenistan|Әзербайжан|Азербайджан|Azerbaijan"
    "|Беларусь|Республика Беларусь|Belarus|Украина|Ukraine|Армения|Armenia|Грузия|Georgia|Моңғолия|Монголия"
    "|Mongolia|Қытай|Китай|КНР|China|Түркия|Турция|Turkey|Türkiye|Германия|Germany|Польша|Poland|АҚШ|США|USA"
    "|Ұлыбритания|Великобритания|United Kingdom|UK|Франция|France|Италия|Italy|Испания|Spain|Чехия|Czech Republic"
    "|Оңтүстік Корея|Южная Корея|South Korea|Republic of Korea|Жапония|Япония|Japan|Үндістан|Индия|India"
)
_COUNTRIES: Final = frozenset(name.casefold() for name in _COUNTRY_NAMES.split("|"))


def names_organisation(words: str) -> bool:
    """Whether a text holds a word of organisations."""
    return _ORGANISATION.search(words) is not None


def is_department(words: str) -> bool:
    """Whether an organisation's name is one of a department inside another."""
    return _DEPARTMENT.search(words) is not None


def is_country(words: str) -> bool:
    """Whether a text is a country's name."""
    return words.strip(" .").casefold() in _COUNTRIES


def city_of(words: str) -> str:
    """Return the city a text says it is (`Атырау қаласы` -> `Атырау`), "" when no word says so."""
    return _CITY_SIGN.sub("", words.strip()) if _CITY_SIGN.search(words.strip()) else ""


def may_be_city(words: str) -> bool:
    """Whether a text could be a city's name alone: one to three capitalised words."""
    return _CITY.fullmatch(words.strip(" .")) is not None and not names_organisation(words)


def is_place(words: str) -> bool:
    """Whether a line says nothing but city and country."""
    parts = [part.strip(" .") for part in words.split(",") if part.strip(" .")]
    known = [part for part in parts if is_country(part) or city_of(part)]
    return bool(known) and all(part in known or may_be_city(part) for part in parts)


def split_genitive(words: str) -> tuple[tuple[str, ...], str]:
    """Cut behind Kazakh owners: `X университетінің Y кафедрасының доценті` -> (X университеті, Y кафедрасы), доценті.

    After the possessive ending the genitive is always -нің or -ның, so taking it off gives the nominative safely.
    """
    owners: list[str] = []
    start = 0
    for found in _GENITIVE.finditer(words):
        owners.append(words[start : found.end("owner")].strip(" ,"))
        start = found.end()
    return tuple(owners), words[start:]


def is_oblique(words: str) -> bool:
    """Whether a Russian organisation's name is inflected, so that its nominative cannot be told safely."""
    return _RUSSIAN_OBLIQUE.search(words) is not None
