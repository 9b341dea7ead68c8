"""People in pasted lines, "Surname Name Patronymic, university, city, e-mail" in any usual order, taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.importers.affiliation import line_parts, parts_of_segments, segments_of
from proceedings_editor.importers.contact import contacts_of
from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.language.identifier import normal_orcid, normal_spin
from proceedings_editor.language.person_name import looks_like_person, parse_person_name
from proceedings_editor.language.person_word import find_status
from proceedings_editor.model.local import LANGUAGES, Language, LocalText
from proceedings_editor.model.path import with_value
from proceedings_editor.model.person import Author

LONGEST: Final = 2000
"""Characters of one person; what is longer is no line about a person."""

_APART: Final = re.compile(r"\s*[\t\n|;]\s*")
_TIGHT: Final = re.compile(r",(?=[^\W\d])")
_SHORT: Final = re.compile(r"(?<!\w)\w*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w*(?!\w)")
"""A short name such as `КазНУ`: where nothing else is an organisation, it is one."""
_NUMBERED: Final = re.compile(r"^\s*\d{1,3}[.)]\s+")
_LOOSE: Final = " ,;:–—-"
_NORMAL: Final = {"orcid": normal_orcid, "spin": normal_spin}


@dataclass(frozen=True, slots=True)
class PastedPerson:
    """A person as a line tells.

    Attributes:
        person: Every fact that was recognised; without a surname where no name was.
        rest: Pieces of the line that no field takes.
    """

    person: Author
    rest: tuple[str, ...] = ()


def read_people(words: str, language: Language) -> tuple[PastedPerson, ...]:
    """Return the people in pasted lines: one a line where each line names one, else all lines are about one.

    Args:
        words: What was pasted.
        language: Of what says nothing about its own, such as a city alone.
    """
    lines = [line for line in words.splitlines() if line.strip()]
    each = [read_person(line, language) for line in lines]
    if len(each) > 1 and not all(found.person.surname for found in each):
        each = [read_person("\n".join(lines), language)]
    return tuple(each)


def read_person(words: str, language: Language) -> PastedPerson:
    """Take one person's line apart."""
    line = _APART.sub(", ", _NUMBERED.sub("", words[:LONGEST]).strip())
    contacts, bare = contacts_of(_TIGHT.sub(", ", line))
    segments = [piece for one in segments_of(bare) if (piece := one.strip(_LOOSE))]
    place = _name_place(segments)
    version = _language(" ".join(one for index, one in enumerate(segments) if index != place), language)
    person = _named(segments[place], version) if place >= 0 else Author()
    others = [one for index, one in enumerate(segments) if index != place]
    parts, rest = parts_of_segments(others, version)
    short = next((one for one in rest if not parts.organisation and _SHORT.search(one)), "")
    if short:
        parts, rest = replace(parts, organisation=short), tuple(one for one in rest if one != short)
    empty = LocalText()
    person = replace(
        person,
        affiliations=parts.affiliation(version),
        status=person.status or parts.status,
        group=parts.group,
        post=_either(person.post, empty.with_version(version, parts.post)),
        degree=_either(person.degree, empty.with_version(version, parts.degree)),
        academic_title=_either(person.academic_title, empty.with_version(version, parts.academic_title)),
    )
    for kind, value in reversed(contacts):  # the first of a kind wins
        person = with_value(person, kind, _NORMAL.get(kind, str)(value))
    return PastedPerson(person, rest)


def _name_place(segments: Sequence[str]) -> int:
    """Where the name stands: with a patronymic or initials before two mere words, which a city may be; -1 nowhere."""
    best, place = 0, -1
    for index, segment in enumerate(segments):
        if not looks_like_person(segment):
            continue
        parsed = parse_person_name(segment, surname_first=True)
        sure = 2 if parsed.patronymic or parsed.given_name.endswith(".") else 1
        if sure > best:
            best, place = sure, index
    return place


def _named(segment: str, language: Language) -> Author:
    parsed, parts = parse_person_name(segment, surname_first=True), line_parts(segment, language, with_name=True)
    empty = LocalText()
    return Author(
        surname=parsed.surname,
        given_name=parsed.given_name,
        patronymic=parsed.patronymic,
        status=parts.status or next(filter(None, map(find_status, parsed.title_words)), ""),
        post=empty.with_version(language, parts.post),
        degree=empty.with_version(language, parts.degree),
        academic_title=empty.with_version(language, parts.academic_title),
    )


def _either(first: LocalText, second: LocalText) -> LocalText:
    return first if any(first.filled()) else second


def _language(words: str, language: Language) -> Language:
    guess = guess_language(words)
    return next((known for known in LANGUAGES if known == guess), language)
