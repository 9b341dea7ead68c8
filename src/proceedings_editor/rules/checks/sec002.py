"""The number of a section is not in the template's form.

What:
    A section's number is a Roman numeral in Latin letters or a plain number, without stops or spaces. Where a heading
    or a row that was imported tells the number of a section and of the one below it, they stand as the template
    prints them (“IV.II.”).

Why:
    “IV. II Law” can be read as two numbers, or as section IV whose name begins with “II”. A numeral typed with
    Russian letters looks right but is not found by a search.

How to fix:
    In the list of sections write the number alone. Words found in a manuscript need nothing: the number is printed
    from the list of sections, and the words found are laid aside when you agree.

Examples:
    kk ✓ Секция IV.II. Су құқығы
    kk ✗ Секция IV. II Су құқығы
    ru ✓ Секция IV.II. Водное право
    ru ✗ Секция IV II Водное право
    en ✗ Section IV – II. Water law
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.section_number import from_roman, latin_roman, parse_section_heading
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.rules.source_reading import lay_aside, place_in, printed_forms, readings_of
from proceedings_editor.texts import text

_FIELD: Final = "section"
_NUMBERS: Final = frozenset({"collection.sections.number", "collection.sections.sections.number"})
_ARABIC: Final = re.compile(r"[0-9]{1,3}")
_SIGNS: Final = " .:;,)№\u00a0"


def _check_number(scope: PassageScope) -> Iterator[Hit]:
    number = scope.passage.text
    if _is_number(number):
        return
    bare = number.strip(_SIGNS)
    right = bare if bare.isdecimal() else latin_roman(bare.upper())
    fix = (
        scope.fix(0, len(number), right, text("Write {number}", number=right), safe=False)
        if _is_number(right)
        else None
    )
    message = text("“{number}” is no section number such as IV or 4; write the number alone.", number=number)
    yield scope.hit(0, len(number), message, fix)


def _is_number(words: str) -> bool:
    return bool(_ARABIC.fullmatch(words)) or (words.isascii() and from_roman(words) is not None)


def _check_readings(scope: EntryScope) -> Iterator[Hit]:
    path = scope.collection.section_path(scope.entry.section)
    own = tuple(section.number for section in path)
    forms = {_form(words)[0] for words in printed_forms(scope, _FIELD)} - {""}
    for index, reading in readings_of(scope.entry, _FIELD):
        form, start = _form(reading.text)
        numbers = parse_section_heading(reading.text).numbers
        if len(numbers) < 2 or numbers != own or form in forms:
            continue
        right = max(forms, key=len, default="")
        message = text(
            "The section's number is written “{form}”; the template prints “{right}”.", form=form, right=right
        )
        printed = printed_forms(scope, _FIELD)[0]
        fix = lay_aside(scope, reading, text("Print the number as “{right}”", right=right), printed, safe=False)
        yield Hit(place_in(index, start, start + len(form)), form, message, fix)


def _form(words: str) -> tuple[str, int]:
    """Return the numbers of a heading as written and where they begin; without the label before and the name behind."""
    heading = parse_section_heading(words)
    start = words.find(heading.words) + len(heading.words) if heading.words else 0
    name = heading.names[0][1] if heading.names else ""
    end = words.find(name.split()[0], start) if name else len(words)
    form = words[start : max(end, start)]
    bare = form.strip()
    return bare, start + form.find(bare)


RULE = Rule(
    code="SEC002",
    severity="warning",
    manual=__doc__,
    passage=_check_number,
    about=_NUMBERS,
    subject=frozenset({"code"}),
    entry=_check_readings,
    for_author=False,
)
