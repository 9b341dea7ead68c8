"""The files are too large for an e-mail.

What:
    The files of an entry that would be sent together have at most 18 MB. From 10 MB on this is mentioned.

Why:
    Mail services take 25 MB, and a file grows by a third on its way. A larger letter comes back, or does not arrive
    and nobody notices.

How to fix:
    Make the pictures smaller: 300 dots per inch are enough for print. Or send a link to the files.

Options:
    most: the greatest size in megabytes.

    large: the size in megabytes from which it is mentioned.

Examples:
    any ✓ 4
    any ✗ 12
    any ✗ 22
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    most: float = 18.0
    large: float = 10.0


def _check(scope: EntryScope) -> Iterator[Hit]:
    size = scope.facts.attachments.get(scope.entry.id, 0) / _BYTES
    options, place = scope.options, Place(field="manuscripts")
    if size > options.most:
        message = text(
            "The files have {size} MB, more than the {most} MB that arrive by e-mail; make the pictures smaller.",
            size=round(size, 1),
            most=float(options.most),
        )
        yield Hit(place, "", message)
    elif size > options.large:
        message = text("The files have {size} MB; some mail services do not take that much.", size=round(size, 1))
        yield Hit(place, "", message, severity="information")


RULE = Rule(code="FILE003", severity="warning", manual=__doc__, options=Options(), entry=_check, for_author=False)
