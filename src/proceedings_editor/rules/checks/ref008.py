"""An address on the legal site leads to no act.

What:
    In an address on adilet.zan.kz an id of ten characters ends with a low line (“Z080000070_”). The letter and the two
    digits behind it name the year of the act, and the reference names the same year.

Why:
    Without the low line the site finds nothing; it is lost when a file is converted. With another year the address
    leads to another act.

How to fix:
    The low line is proposed, for the words and for the link under them. For another year compare the address with the
    site.

Examples:
    any ✓ Қазақстан Республикасының 2008 жылғы 20 қазандағы № 70-IV Заңы // https://adilet.zan.kz/kaz/docs/Z080000070_
    any ✓ Қазақстан Республикасының 2021 жылғы 2 қаңтардағы № 400-VI Кодексі // https://adilet.zan.kz/kaz/docs/K2100000400
    any ✗ Қазақстан Республикасының 2008 жылғы 20 қазандағы № 70-IV Заңы // https://adilet.zan.kz/kaz/docs/Z080000070
    any ✗ Закон Республики Казахстан от 20 октября 2009 года № 70-IV // https://adilet.zan.kz/rus/docs/Z080000070_
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.language.legal_act import ActId, find_act_ids, years_in
from proceedings_editor.model.body import Span
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.entry import Reference
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_SEEN: Final = re.compile(r"\([^()]*(?:қаралған|обращени|accessed)[^()]*\)")


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    for found in find_act_ids(words):
        years = years_in(_SEEN.sub("", words[: found.start]))
        if found.is_cut:
            message = text("The id {id} ends with a low line on the site: {id}_.", id=found.wording)
            yield scope.hit(found.site, found.end, message, _fix(scope, found))
        elif years and found.year not in years:
            message = text(
                "The id {id} belongs to an act of {year}, but the reference names another year.",
                id=found.wording,
                year=found.year,
            )
            yield scope.hit(found.site, found.end, message)


def _fix(scope: PassageScope, found: ActId) -> Fix | None:
    """The words and the addresses of the links change together."""
    if scope.entry is None:
        return None
    whole = re.compile(rf"(?<=/docs/){re.escape(found.wording)}(?![0-9A-Za-z_])")
    right = f"{found.wording}_"
    rich = tuple(
        replace(run, text=whole.sub(right, run.text), href=whole.sub(right, run.href)) if isinstance(run, Span) else run
        for run in scope.passage.rich
    )
    edit = SetField(scope.entry.id, scope.passage.place.field, Reference(rich), text("Write “{id}”", id=right))
    return Fix(edit, safe=False, before=found.wording, after=right)


RULE = Rule(
    code="REF008",
    severity="warning",
    manual=__doc__,
    passage=_check,
    about=frozenset({"references"}),
    subject=frozenset({"address", "code", "title"}),
)
