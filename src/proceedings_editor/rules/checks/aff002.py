"""An organisation was not called so on the day of the conference.

What:
    Names of organisations in affiliations are compared with a list of names and the time they were valid. The day
    that counts is the first day of the conference.

Why:
    Universities change their names. An article of 2026 under the name of 2024 is not counted for the university.

How to fix:
    Where the list knows the name valid on that day, it is proposed. Else look at the organisation's site. The program
    knows few names; write those of your universities into the template. If the list is wrong for you, ignore the
    finding.

Options:
    renamed: further changes of names, each as “2024-04-01: old name > new name”, with the first day of the new one.

Examples:
    kk ✓ 2025-04-07 Академик Е. А. Бөкетов атындағы Қарағанды зерттеу университеті
    kk ✗ 2026-04-07 Академик Е. А. Бөкетов атындағы Қарағанды зерттеу университеті
    kk ✗ 2025-04-07 Академик Е. А. Бөкетов атындағы Қарағанды университеті
    ru ✓ 2026-04-07 Карагашский степной университет
    en ✓ 2026-04-07 Karagash Steppe University
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from proceedings_editor.language.word_list import rows
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.rules.person import keys_of
from proceedings_editor.rules.rule import OptionError, Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text

_SPACE: Final = r"[\s\u00a0]{0,2}"
_CHANGE: Final = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2}):\s*(?P<old>[^>]*[^>\s])\s*>\s*(?P<new>[^>\s][^>]*)")


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of an organisation; it is found in any spacing and with any ending."""

    organisation: str
    words: str
    first: date
    last: date
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    renamed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be read.

        Raises:
            OptionError: A change is not written as it must be.
        """
        _renamed(self.renamed)


@cache
def _renamed(changes: tuple[str, ...]) -> tuple[_Name, ...]:
    return tuple(name for words in changes for name in _change(words))


def _change(words: str) -> tuple[_Name, _Name]:
    found = _CHANGE.fullmatch(words.strip())
    try:
        day = date.fromisoformat(found["day"]) if found else None
    except ValueError:
        day = None
    if found is None or day is None:
        raise OptionError("renamed", text("a list of changes like “2024-04-01: old name > new name”"))
    old, new = _named(words, found["old"], last=day - timedelta(days=1)), _named(words, found["new"], first=day)
    return old, new


def _named(organisation: str, words: str, first: date = date.min, last: date = date.max) -> _Name:
    pattern = re.compile(re.escape(words).replace(r"\ ", _SPACE), re.IGNORECASE)
    return _Name(organisation, words, first, last, pattern)


def _check(scope: PassageScope) -> Iterator[Hit]:
    day = scope.collection.first_day
    if day is None or scope.passage.kind != "field":
        return
    names = (*_names(), *_renamed(scope.options.renamed))
    for name in names:
        found = name.pattern.search(scope.passage.text)
        if found is None or name.first <= day <= name.last:
            continue
        right = next((other.words for other in _valid(names, name, day)), "")
        label = text("Write {name}", name=right)
        fix = scope.fix(found.start(), found.end(), right, label, safe=False) if right else None
        yield scope.hit(found.start(), found.end(), _message(name, day), fix)


def _message(name: _Name, day: date) -> Text:
    if day > name.last:
        return text("The organisation has had another name since {month}; look it up.", month=f"{name.last:%m.%Y}")
    return text("The organisation got this name only in {month}; look it up.", month=f"{name.first:%m.%Y}")


def _valid(names: tuple[_Name, ...], name: _Name, day: date) -> Iterator[_Name]:
    same = (other for other in names if other.organisation == name.organisation)
    return (other for other in same if other.first <= day <= other.last)


@cache
def _names() -> tuple[_Name, ...]:
    return tuple(
        _named(
            row["organisation"],
            row["name"],
            date.fromisoformat(row["from"]) if row["from"] else date.min,
            date.fromisoformat(row["to"]) if row["to"] else date.max,
        )
        for row in rows("organisation_names")
    )


RULE = Rule(
    code="AFF002",
    severity="information",
    manual=__doc__,
    options=Options(),
    passage=_check,
    about=keys_of(
        *(f"affiliations.organisation.{language}" for language in LANGUAGES),
        *(f"line.{language}" for language in LANGUAGES),
    ),
    subject=frozenset({"quotation", "name"}),
)
