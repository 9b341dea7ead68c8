"""Contacts inside a head line: e-mail, ORCID, SPIN, phone, with or without their labels."""

from __future__ import annotations

import re
from typing import Final, Literal

ContactKind = Literal["email", "orcid", "spin", "phone"]
Contacts = tuple[tuple[ContactKind, str], ...]

_AFTER_LABEL: Final = r"(?!\w)[\s:.№–—-]*"
_CONTACTS: Final[tuple[tuple[ContactKind, re.Pattern[str]], ...]] = (
    (
        "email",
        re.compile(
            rf"(?:(?<!\w)(?:e-?mail|эл(?:ектрон(?:ды[қк]|ная))?\.?\s?(?:пошта|почта)|пошта|почта){_AFTER_LABEL})?"
            r"(?P<value>[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
            re.IGNORECASE,
        ),
    ),
    (
        "orcid",
        re.compile(
            rf"(?:(?<!\w)orcid(?:\s?id)?{_AFTER_LABEL})?"
            r"(?P<value>(?:https?://(?:www\.)?orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dXx])",
            re.IGNORECASE,
        ),
    ),
    (
        "spin",
        re.compile(
            rf"(?<!\w)spin(?:[-\s]?(?:код[ы]?|code))?{_AFTER_LABEL}(?P<value>\d{{4}}-?\d{{4}})(?!\d)", re.IGNORECASE
        ),
    ),
    (
        "phone",
        re.compile(
            rf"(?:(?<!\w)(?:тел(?:ефон)?|моб|phone|tel|mob){_AFTER_LABEL}(?P<value>\+?\d[\d\s()-]{{5,18}}\d))"
            r"|(?P<bare>\+7[\s(-]*\d{3}[\d\s()-]{6,12}\d)",
            re.IGNORECASE,
        ),
    ),
)
_LOOSE: Final = re.compile(r"\s*[,;|()]\s*[,;|()]\s*|\s{2,}")


def contacts_of(words: str) -> tuple[Contacts, str]:
    """Return kind and value of every contact, in the order of the line, and the line without them."""
    found: list[tuple[int, ContactKind, str]] = []
    bare = words
    for kind, pattern in _CONTACTS:
        for match in pattern.finditer(bare):
            value = match["value"] or match.groupdict().get("bare") or ""
            found.append((words.find(value), kind, value))
        bare = pattern.sub(" ", bare)
    bare = bare if not found else _LOOSE.sub(lambda gap: ", " if "," in gap[0] else " ", bare)
    return tuple((kind, value) for _, kind, value in sorted(found)), bare.strip(" ,;|:–—-")
