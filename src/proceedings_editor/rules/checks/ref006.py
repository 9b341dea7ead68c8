"""A law or another act is not named in full.

What:
    A reference to a law, decree or order has its date and number (“2008 жылғы 20 қазандағы № 70-IV”); an order or a
    resolution also tells who adopted it.

Why:
    Laws of one name follow each other: only date and number tell which one is meant.

How to fix:
    Look the act up on the legal site and add what is missing. Some acts, such as a constitution, have no number; then
    ignore the remark with this reason.

Examples:
    kk ✓ Қазақстан Республикасының «Су туралы» 2008 жылғы 20 қазандағы № 70-IV Заңы.
    kk ✗ Қазақстан Республикасының «Су туралы» 2008 жылғы 20 қазандағы Заңы.
    kk ✗ Қазақстан Республикасының «Су туралы» № 70-IV Заңы.
    ru ✓ Закон Республики Казахстан от 20 октября 2008 года № 70-IV «О воде».
    ru ✗ Закон Республики Казахстан «О воде».
    ru ✗ Приказ от 20 октября 2008 года № 15 «О воде», Республики Казахстан.
    en ✓ Law of the Republic of Kazakhstan “On Water” of 20 October 2008 No. 70-IV.
    en ✗ Law of the Republic of Kazakhstan “On Water” of 20 October 2008.
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.language.legal_act import has_date, has_number, is_act, lacks_body
from proceedings_editor.language.web_address import find_addresses
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    if not is_act(words):
        return
    addresses = find_addresses(words)
    end = addresses[0].start if addresses else len(words)
    named = words[:end].rstrip(" \u00a0/–—-:")
    message = _missing(named)
    if message is not None:
        yield scope.hit(0, len(named), message)


def _missing(named: str) -> Text | None:
    date, number = has_date(named), has_number(named)
    if not date and not number:
        return text("The act has neither date nor number.")
    if not number:
        return text("The act has no number (“№ 70-IV”); add it if there is one.")
    if not date:
        return text("The act has no date (“2008 жылғы 20 қазандағы”).")
    return text("It is not told who adopted the act.") if lacks_body(named) else None


RULE = Rule(code="REF006", severity="information", manual=__doc__, passage=_check, about=frozenset({"references"}))
