"""A web address is not introduced by “URL:”.

What:
    In a reference stands “. – URL:” before a web address. “//” names the journal or book that holds the work and does
    not lead in an address. A DOI may follow its own label. By GOST 7.1 “Режим доступа:” is right too; by
    GOST R 7.0.100 “[Электронный ресурс]” is no longer written.

Why:
    A site is not the book a work was printed in. With “//” before the address a database takes the address for the
    name of a journal.

How to fix:
    The introduction is proposed; the address itself stays as it is.

Examples:
    kk ✓ Дала сулары. – URL: https://dala.kz/1 (қаралған күні: 07.04.2025).
    kk ✗ Дала сулары // https://dala.kz/1
    ru ✓ Степные реки. – Режим доступа: https://dala.kz/1
    ru ✓ Степные реки // Вестник. – 2019. – № 2. – DOI: https://doi.org/10.5555/12
    ru ✗ Степные реки. – https://dala.kz/1
    en ✓ Steppe rivers. – URL: https://dala.kz/1
    en ✗ Steppe rivers. Available at: https://dala.kz/1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.language.web_address import DOI_HOSTS, WebAddress, find_addresses
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_URL: Final = re.compile(r"(?<!\w)URL:?[\s\u00a0(<]*\Z", re.IGNORECASE)
_ACCESS_MODE: Final = re.compile(
    r"(?:Режим доступа|Қол[ \u00a0]?жетімділік режимі|Кіру режимі|Қатынау режимі)\s?:[\s\u00a0(<]*\Z", re.I
)
_DOI: Final = re.compile(r"(?<!\w)DOI\s?:?[\s\u00a0]*\Z", re.IGNORECASE)
_INTRODUCTION: Final = re.compile(
    r"[\s\u00a0]*(?://|[–—-]{1,2}|[.,;:])?[\s\u00a0]*"
    r"(?:(?:Режим доступа|Available (?:at|from|online)|Retrieved from|Сілтеме|Ссылка|Сайт\w*|Электрондық ресурс"
    r"|доступно по адресу|Адрес доступа|Mode of access|Access mode|Link|from)[\s\u00a0]?:?)?[\s\u00a0(<]*\Z",
    re.IGNORECASE,
)
_RESOURCE: Final = re.compile(
    r"[\s\u00a0]?\[(?:Электронный ресурс|Электрондық ресурс|Electronic resource|Мәтін|Текст)\]", re.IGNORECASE
)
_NO_RESOURCE: Final = "gost-r-7.0.100"


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    for address in find_addresses(words)[:1]:
        if not _is_introduced(scope, words[: address.start], address):
            yield _hit(scope, words, address)
    if scope.template.references.standard == _NO_RESOURCE:
        for found in _RESOURCE.finditer(words):
            label = text("Leave “{words}” out", words=found[0].strip())
            message = text("By GOST R 7.0.100 “{words}” is no longer written.", words=found[0].strip())
            yield scope.hit(*found.span(), message, scope.fix(*found.span(), "", label, safe=False))


def _is_introduced(scope: PassageScope, before: str, address: WebAddress) -> bool:
    if not before.strip() or _URL.search(before):
        return True
    if address.host in DOI_HOSTS and _DOI.search(before):
        return True
    return scope.template.references.standard != _NO_RESOURCE and _ACCESS_MODE.search(before) is not None


def _hit(scope: PassageScope, words: str, address: WebAddress) -> Hit:
    found = _INTRODUCTION.search(words, 0, address.start)
    start = found.start() if found else address.start
    right = " – URL: " if words[:start].endswith(".") else ". – URL: "
    label = text("Write “– URL:” before the address")
    fix = scope.fix(start, address.start, right, label, safe=False)
    shown = words[start : address.end]
    if fix is not None:
        fix = replace(fix, before=shown, after=right + address.wording)
    message = text("The web address is to be introduced by “– URL:”.")
    return scope.hit(start, address.end, message, fix)


RULE = Rule(
    code="REF005",
    severity="information",
    manual=__doc__,
    passage=_check,
    about=frozenset({"references"}),
    subject=frozenset({"title", "address"}),
)
