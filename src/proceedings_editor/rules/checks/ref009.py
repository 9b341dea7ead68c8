"""A web address stands in the running text.

What:
    The article's text shows no bare web address. A link under ordinary words and an address in a footnote are right.

Why:
    A long address tears the line, and the source is missing from the list, where readers and databases look for it.

How to fix:
    Put the page into the reference list, cite it where the address stood, and take the address away.

Examples:
    kk ✓ Толығырақ ұйымның ресми сайтында [3].
    kk ✗ Толығырақ https://dala.kz/ сайтынан қараңыз.
    ru ✓ Данные взяты из открытого архива [4].
    ru ✗ Данные взяты с сайта www.dala.kz за 2020 год.
    en ✗ The data are taken from https://dala.kz/data (2020).
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.language.web_address import find_addresses
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text


def _check(scope: PassageScope) -> Iterator[Hit]:
    if scope.passage.kind != "block":
        return
    for address in find_addresses(scope.passage.prose()):
        if address.host:
            message = text(
                "The address {address} belongs in the reference list; cite it here.", address=address.wording
            )
            yield scope.hit(address.start, address.end, message)


RULE = Rule(code="REF009", severity="information", manual=__doc__, passage=_check, about=frozenset({"body"}))
