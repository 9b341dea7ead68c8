"""Supervisors: the head's lines and the row of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from proceedings_editor.importers.affiliation import LineParts, line_parts
from proceedings_editor.importers.form import Form
from proceedings_editor.importers.head_part import HeadPart
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.publication import Source, is_cut_off, sources
from proceedings_editor.language.person_name import SAME, parse_person_name, same_person
from proceedings_editor.language.person_word import ROLE, recognise
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.person import Supervisor
from proceedings_editor.model.template import Template
from proceedings_editor.templates.person_line import supervisor_line, supervisor_row
from proceedings_editor.texts import text

_APART: Final = re.compile(r"\s*[;\n]\s*")
_AFTER_ROLE: Final = " ,:.–—-"


@dataclass(frozen=True, slots=True)
class _Pair:
    """What head and table say about one supervisor."""

    head: HeadPart | None
    row: Source | None


def read_supervisors(form: Form, language: Language, template: Template, ledger: Ledger) -> tuple[Supervisor, ...]:
    """Return the supervisors: the table's facts win, unless its row is cut off or names nobody."""
    return tuple(_supervisor(index, pair, language, template, ledger) for index, pair in enumerate(_pairs(form)))


def _pairs(form: Form) -> Iterator[_Pair]:
    heads = [part for part in form.head if part.kind == "supervisor"]
    rows = [row for row in sources(form, "supervisors") if row.place != "head"]
    several = [replace(row, words=words, source=words) for row in rows for words in _APART.split(row.words)]
    rows = several if len(several) == len(heads) > 1 else rows
    for head, row in zip_longest(heads, rows):
        yield _Pair(head, row)


def without_role(words: str) -> str:
    """Return a line without the role word it begins with."""
    found = next(iter(recognise(words)), None)
    if found is None or found.kind != ROLE or found.span[0] > 2:
        return words
    return words[found.span[1] :].lstrip(_AFTER_ROLE)


def _supervisor(index: int, pair: _Pair, language: Language, template: Template, ledger: Ledger) -> Supervisor:
    head = line_parts(without_role(pair.head.words), language, with_name=True) if pair.head else LineParts()
    row = line_parts(without_role(pair.row.words), language, with_name=True) if pair.row else LineParts()
    wins = _row_wins(pair, row)
    facts = _over(row, head) if wins else _over(head, row) if not pair.head else head
    supervisor = _built(facts, language)
    if pair.head is not None:
        supervisor = replace(supervisor, line=LocalText().with_version(language, pair.head.words))
    elif pair.row is not None and not row.name:
        supervisor = replace(supervisor, line=LocalText().with_version(language, pair.row.words))
    _note(index, pair, supervisor, language, template, ledger)
    if pair.row is not None and pair.head is not None:
        _compare(index, pair, row, head, ledger)
    return supervisor


def _row_wins(pair: _Pair, row: LineParts) -> bool:
    cut = pair.head is not None and pair.row is not None and _is_cut(pair)
    return bool(row.name) and not cut


def _is_cut(pair: _Pair) -> bool:
    row = without_role(pair.row.words) if pair.row else ""
    return pair.head is not None and is_cut_off(row, without_role(pair.head.words))


def _over(first: LineParts, second: LineParts) -> LineParts:
    """What the first does not tell, the second does."""
    names = LineParts.__slots__
    return LineParts(**{name: getattr(first, name) or getattr(second, name) for name in names})


def _built(facts: LineParts, language: Language) -> Supervisor:
    name = parse_person_name(facts.name)
    empty = LocalText()
    return Supervisor(
        surname=name.surname,
        given_name=name.given_name,
        patronymic=name.patronymic,
        degree=empty.with_version(language, facts.degree),
        academic_title=empty.with_version(language, facts.academic_title),
        post=empty.with_version(language, facts.post),
        affiliations=facts.affiliation(language),
    )


def _note(
    index: int, pair: _Pair, supervisor: Supervisor, language: Language, template: Template, ledger: Ledger
) -> None:
    path = f"supervisors.{index}.line.{language}"
    wording, form = template.wording, template.people.name
    from_parts = replace(supervisor, line=LocalText())
    row_forms = (supervisor_row(from_parts, wording, language), supervisor.full_name)
    agrees = pair.row is None or pair.row.source in row_forms
    about = "head" if agrees else ""
    if pair.head is not None:
        printed = (supervisor_line(supervisor, wording, form, language),)
        ledger.read(path, pair.head.source + pair.head.tail, "head", pair.head.line, printed, about)
    if pair.row is not None:
        ledger.read(path, pair.row.source, pair.row.place, pair.row.line, row_forms, "row" if agrees else "")


def _compare(index: int, pair: _Pair, row: LineParts, head: LineParts, ledger: Ledger) -> None:
    """Tell when the table's row names nobody or somebody else; a shorter row about the same person agrees."""
    if row.name and (not head.name or same_person(row.name, head.name) == SAME):
        return
    if _is_cut(pair):
        sentence = text("The supervisor in the table is cut off; the line of the head was taken.")
    elif not row.name:
        sentence = text("The table names no supervisor by name; the line of the head was taken.")
    else:
        sentence = text(
            "The supervisor is {name} in the table and {other} in the head.", name=row.name, other=head.name
        )
    ledger.doubt("disagreement", sentence, pair.row.line if pair.row else 0, f"supervisors.{index}")
