"""The originality of the text is not recorded or too low.

What:
    Where the template has a limit for originality, the per cent found by the plagiarism check is recorded and is not
    below it.

Why:
    The conference does not take texts below its limit, and the organisers are asked for the figure afterwards.

How to fix:
    Record the figure of the author's certificate; below the limit send the article back. The limit is changed in the
    template: “originality:” under “limits:”.

Examples:
    any ✓ 76
    any ✓ 75
    any ✗ 52
    any ✗ 74.9
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text


def _check(scope: EntryScope) -> Iterator[Hit]:
    least, found = scope.template.limits.originality, scope.entry.originality
    if not least or (found is not None and found >= least):
        return
    if found is None:
        message = text("The originality is not recorded; the template wants at least {least} %.", least=least)
    else:
        message = text("The originality is {found} %, below the template's {least} %.", found=found, least=least)
    yield Hit(Place(field="originality"), "" if found is None else f"{found:f}", message)


RULE = Rule(code="ORIG001", severity="warning", manual=__doc__, entry=_check)
