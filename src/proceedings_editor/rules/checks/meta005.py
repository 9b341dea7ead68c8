"""A fixed text is spelt otherwise than in the template.

What:
    Headings, labels and the note of an imported page have the words of the template, and the Kazakh label of the UDC
    is ӘОЖ (әмбебап ондық жіктеу), not ӘӨЖ.

Why:
    Fixed texts are the same on every page of the collection. A wrong one (CONTENT for CONTENTS) is copied from page to
    page until somebody reads it.

How to fix:
    Fixed texts are printed from the template, so the fix only lays the text found aside. If the manuscript is right,
    correct the template. A wrong label in the template itself is corrected in its file.

Examples:
    kk ✓ МАЗМҰНЫ / СОДЕРЖАНИЕ / CONTENTS
    kk ✗ МАЗМҰНЫ / СОДЕРЖАНИЕ / CONTENT
    ru ✓ СОДЕРЖАНИЕ
    ru ✗ СОДЕРЖАНЬЕ
    en ✗ CONTENT
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from proceedings_editor.language.folding import plain_case
from proceedings_editor.language.udc import split_udc
from proceedings_editor.model.local import LANGUAGES, LocalText
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.template import Template
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit
from proceedings_editor.rules.source_reading import lay_aside, place_in, printed_forms, readings_of
from proceedings_editor.texts import text

_TEMPLATE: Final = "template"
_WRONG_UDC: Final = re.compile(r"(?<!\w)ӘӨЖ(?!\w)", re.IGNORECASE)
_RIGHT_UDC: Final = "ӘОЖ"
_TOP_HEADING: Final = "template.information.top_heading"
_ROWS: Final = "template.information.rows."


def _check_entry(scope: EntryScope) -> Iterator[Hit]:
    for index, reading in readings_of(scope.entry, _TEMPLATE):
        printed = _printed(scope.template, reading)
        if not printed or _is_other_kind(reading, printed):
            continue
        message = text("The page has “{words}”, the template prints “{printed}”.", words=reading.text, printed=printed)
        fix = lay_aside(scope, reading, text("Print “{printed}”", printed=printed), printed, safe=True)
        yield Hit(place_in(index, 0, len(reading.text)), reading.text, message, fix)
    yield from _udc_readings(scope)


def _printed(template: Template, reading: Reading) -> str:
    """Return what the template prints at the reading's place, "" where it prints just these words or nothing."""
    apart, information = template.wording.names_apart, template.information
    fixed = _fixed_texts(template).get(reading.field, LocalText())
    versions = {plain_case(words) for _, words in fixed.filled()}
    if not versions or versions.issuperset(plain_case(part) for part in reading.text.split(apart)):
        return ""
    every = reading.field == _TOP_HEADING
    return apart.join(words for _, words in fixed.filled()) if every else fixed.best(information.language)


def _fixed_texts(template: Template) -> Mapping[str, LocalText]:
    information = template.information
    return {
        _TOP_HEADING: information.top_heading,
        "template.information.heading": information.heading,
        "template.information.note": information.note,
        **{f"{_ROWS}{index}.label": LocalText(row.label) for index, row in enumerate(information.rows)},
        **{f"template.wording.references.{one}": template.wording.references for one in LANGUAGES},
    }


def _is_other_kind(reading: Reading, printed: str) -> bool:
    """Whether a row's label says something else than the template's and not the same wrongly: META004 tells it."""
    return reading.field.startswith(_ROWS) and not _share_a_stem(reading.text, printed)


def _share_a_stem(one: str, other: str) -> bool:
    first, second = ({word[:_STEM] for word in re.findall(r"\w{3,}", plain_case(words))} for words in (one, other))
    return not first.isdisjoint(second)


_STEM: Final = 5


def _udc_readings(scope: EntryScope) -> Iterator[Hit]:
    for index, reading in readings_of(scope.entry, "udc"):
        found = _WRONG_UDC.search(reading.text)
        if found is not None:
            message = text("The Kazakh label of the UDC is {right}, not {wrong}.", right=_RIGHT_UDC, wrong=found[0])
            printed = next(iter(printed_forms(scope, "udc")), "")
            same = split_udc(reading.text)[1] == scope.entry.udc
            label = text("Print the label as {right}", right=_RIGHT_UDC)
            fix = lay_aside(scope, reading, label, f"{_RIGHT_UDC} {printed}", safe=True) if same else None
            yield Hit(place_in(index, found.start(), found.end()), found[0], message, fix)


def _check_collection(scope: CollectionScope) -> Iterator[Hit]:
    template = scope.template
    labels = [("template.wording.udc.kk", template.wording.udc.kk)]
    labels += [(f"{_ROWS}{index}.label", row.label) for index, row in enumerate(template.information.rows)]
    for path, label in labels:
        found = _WRONG_UDC.search(label)
        if found is not None:
            message = text("The template labels the UDC {wrong}; write {right}.", wrong=found[0], right=_RIGHT_UDC)
            yield Hit(Place(field=path, start=found.start(), end=found.end()), found[0], message)


RULE = Rule(
    code="META005",
    severity="information",
    manual=__doc__,
    entry=_check_entry,
    collection=_check_collection,
    for_author=False,
)
