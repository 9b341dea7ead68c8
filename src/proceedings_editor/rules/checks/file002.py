"""A manuscript has a format the conference does not accept.

What:
    The file an author sent has one of the formats of the template. Old formats (.doc, .rtf) that the template accepts
    are only mentioned. Files this program imports itself (.md) are right.

Why:
    A PDF or a picture of a page cannot be edited; an old format loses formulas, tables and letters of other alphabets.

How to fix:
    Ask the author for a .docx file, or save the document as .docx and compare it with the original.

Examples:
    any ✓ maqala.docx
    any ✓ maqala.md
    any ✗ maqala.doc
    any ✗ maqala.pdf
    any ✗ maqala
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_OLD: Final = frozenset({"doc", "rtf"})
_OWN: Final = frozenset({"md"})


def _check(scope: EntryScope) -> Iterator[Hit]:
    accepted = {ending.lower().lstrip(".") for ending in scope.template.formats}
    for index, file in enumerate(scope.entry.manuscripts):
        _, dot, ending = file.lower().rpartition(".")
        place = Place(field=f"manuscripts.{index}", end=len(file))
        if not dot or ending not in accepted | _OWN:
            names = ", ".join(f".{name}" for name in scope.template.formats)
            message = text(
                "The template does not accept {file}; ask the author for one of: {formats}.", file=file, formats=names
            )
            yield Hit(place, file, message)
        elif ending in _OLD:
            message = text("{file} has an old format; save it as .docx and compare it with the original.", file=file)
            yield Hit(place, file, message, severity="information")


RULE = Rule(code="FILE002", severity="warning", manual=__doc__, entry=_check)
