"""A reference to a web page has no date of access.

What:
    A reference with a web address tells when the page was seen: “(қаралған күні: 07.04.2025)”, “(дата обращения:
    07.04.2025)”, “(accessed 7 April 2025)”. The day exists and does not lie in the future.

Why:
    Pages change and vanish. The date tells which state of the page the author read (GOST R 7.0.5, GOST R 7.0.108).

How to fix:
    Ask the author for the day, or open the page and write today's date if it still says the same.

Examples:
    kk ✓ Дала сулары. – URL: https://dala.kz/1 (қаралған күні: 07.04.2025).
    kk ✗ Дала сулары. – URL: https://dala.kz/1.
    ru ✓ Степные реки. – URL: https://dala.kz/1 (дата обращения: 07.04.2025).
    ru ✗ Степные реки. – URL: https://dala.kz/1 (дата обращения: 31.04.2025).
    en ✓ Steppe rivers. – URL: https://dala.kz/1 (accessed 7 April 2025).
    en ✗ Steppe rivers. – URL: https://dala.kz/1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.date import impossible_date, parse_date
from proceedings_editor.language.web_address import find_addresses
from proceedings_editor.model.local import Language
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_ACCESS: Final = re.compile(
    r"(?:қаралған|қаралды|жүгінген|жүгіну|алынған|сілтеме жасалған|өтініш)\w*(?:[ \u00a0]\w+)?"
    r"|(?:дата|даты)[ \u00a0](?:обращени|просмотр|доступ)\w+"
    r"|обращени[ея]|просмотрено|accessed|retrieved|visited|date of (?:access|treatment|application)|access date|viewed"
    r"|data obrashheniya|data obrashcheniya|last access\w*",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})(?![0-9])|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EXAMPLE: Final[dict[Language, str]] = {
    "kk": "(қаралған күні: 07.04.2025)",
    "ru": "(дата обращения: 07.04.2025)",
    "en": "(accessed 7 April 2025)",
}
_REACH: Final = 60
"""Characters behind the words in which the date stands."""


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    addresses = find_addresses(words)
    if not addresses:
        return
    first = addresses[0]
    access = next((found for found in _ACCESS.finditer(words) if _says_a_date(words, found)), None)
    if access is None:
        example = _EXAMPLE[scope.passage.language]
        message = text("The date of access is missing: “{example}”.", example=example)
        yield scope.hit(first.start, addresses[-1].end, message)
        return
    said = words[access.end() : access.end() + _REACH]
    impossible, date = impossible_date(said), parse_date(said)
    if impossible:
        message = text("There is no such day: {date}.", date=impossible)
        yield scope.hit(access.start(), access.end() + said.find(impossible) + len(impossible), message)
    elif date is not None and scope.facts.today is not None and date.date > scope.facts.today:
        message = text("The date of access {date} lies in the future.", date=date.wording.strip())
        yield scope.hit(access.start(), access.end() + date.end, message)


def _says_a_date(words: str, access: re.Match[str]) -> bool:
    said = words[access.end() : access.end() + _REACH]
    return bool(_DATE.search(said) or parse_date(said) or impossible_date(said))


RULE = Rule(code="REF004", severity="warning", manual=__doc__, passage=_check, about=frozenset({"references"}))
