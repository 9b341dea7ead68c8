"""A study group's code stands in a public line.

What:
    The line under an author's name, the status and the affiliation name no study group such as ЭК-23-1. The course
    (third-year student) may stand there, and the field “Study group”, which is not printed, may hold the code.

Why:
    A group's code means something only inside the university, and next year not even there.

How to fix:
    The line without the code is proposed; it stays in the field “Study group”.

Examples:
    kk ✓ Қарағаш дала университетінің 3-курс студенті
    kk ✗ Қарағаш дала университетінің ЭК-23-1 студенті
    kk ✗ Қарағаш дала университетінің ЮР-21 тобының студенті
    ru ✓ студент 3-го курса
    ru ✗ студент группы ЭК-23-1 Карагашского университета
    en ✓ third-year student, Karagash University
    en ✗ student of group IT-2203, Karagash University
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.edit import SetField, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_CODE: Final = r"(?P<code>[^\W\d_]{1,5}[-–]?\d{1,4}[^\W\d_]{0,2}(?:[-–/]\d{1,3}[^\W\d_]{0,2}){0,2})"
_GROUP: Final = re.compile(
    r"\(?(?:(?i:(?:of\s)?(?:the\s)?group|групп[аы]|гр\.)\s{0,2})?"
    rf"(?<![\w№-]){_CODE}(?![\w-])"
    r"(?:\s{1,2}(?i:тобы\w*|топ\w*|группа|группы|group)(?!\w))?\)?[\s,]*"
)
_NEAR: Final = re.compile(r"студент|магистрант|докторант|оқушы|учащ|аспирант|топ|тобы|групп|гр\.|student|group", re.I)
_FIELDS: Final = ("line", "affiliations.organisation", "affiliations.department")
_APART: Final = re.compile(r"[,;]")


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    if scope.passage.kind != "field" or not _NEAR.search(words):
        return
    for found in _GROUP.finditer(words):
        if _is_about_people(words, found):
            message = text("“{code}” is a study group's code, which says nothing to readers.", code=found["code"])
            yield scope.hit(*found.span("code"), message, _fix(scope, found))
            return


def _is_about_people(words: str, found: re.Match[str]) -> bool:
    """Whether the words between the commas around the code are about students or groups; a plant's name is not."""
    start = max((comma.end() for comma in _APART.finditer(words, 0, found.start())), default=0)
    comma = _APART.search(words, found.end("code"))
    end = comma.start() if comma else len(words)
    alone = words[start:end].strip(" ()") == found["code"]
    return found["code"][0].isupper() and (alone or bool(_NEAR.search(words, start, end)))


def _fix(scope: PassageScope, found: re.Match[str]) -> Fix | None:
    words, path = scope.passage.text, scope.passage.place.field
    behind = words[found.end() :]
    ends_segment = "," in found[0][found.end("code") - found.start() :]
    before = words[: found.start()].rstrip(" ,") if ends_segment or not behind else words[: found.start()]
    right = before + (", " if ends_segment and before and behind else "") + behind
    label = text("Take “{code}” out", code=found["code"])
    if scope.entry is None or not right.strip():
        return None
    index = path.split(".")[1]
    edits = [SetField(scope.entry.id, path, right, label)]
    if not scope.entry.authors[int(index)].group:
        edits.append(SetField(scope.entry.id, f"authors.{index}.group", found["code"], label))
    return Fix(Together(tuple(edits), label), safe=False, before=words, after=right)


RULE = Rule(
    code="AFF003",
    severity="information",
    manual=__doc__,
    passage=_check,
    about=frozenset(
        {"authors.status", *(f"authors.{field}.{language}" for field in _FIELDS for language in LANGUAGES)}
    ),
)
