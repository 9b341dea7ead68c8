"""A head line taken apart: organisation, department, city, country, and what is said of the person.

Only what is sure becomes a part; the line itself is kept as printed, so nothing depends on this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.language.organisation import (
    city_of,
    is_country,
    is_department,
    is_oblique,
    may_be_city,
    names_organisation,
    split_genitive,
)
from proceedings_editor.language.person_name import looks_like_person
from proceedings_editor.language.person_word import STATUS, FoundWord, recognise, word_of, words_of
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.person import Affiliation


@dataclass(frozen=True, slots=True)
class LineParts:
    """What a head line tells; "" for what it does not tell or tells in a form that cannot be taken over safely."""

    organisation: str = ""
    department: str = ""
    city: str = ""
    country: str = ""
    name: str = ""
    status: str = ""
    group: str = ""
    post: str = ""
    degree: str = ""
    academic_title: str = ""

    def affiliation(self, language: Language) -> tuple[Affiliation, ...]:
        """Return the affiliation, () when the line names none of its parts."""
        if not (self.organisation or self.department or self.city or self.country):
            return ()
        empty = LocalText()
        return (
            Affiliation(
                organisation=empty.with_version(language, self.organisation),
                department=empty.with_version(language, self.department),
                city=empty.with_version(language, self.city),
                country=empty.with_version(language, self.country),
            ),
        )


_GROUP: Final = re.compile(r"(?<![\w-])(?=[\w-]*\d)[^\W\d_]{1,5}[\w-]*\d[\w-]*(?![\w-])")
_SEPARATOR: Final = re.compile(r"[,;]\s+|\s+[–—]\s+|:\s+")
_OPEN: Final = "«“(„"
_CLOSE: Final = "»”)"
_LEADING: Final = re.compile(r"^(?:of|at|from)\s+(?:the\s+)?", re.IGNORECASE)
_LOOSE: Final = " ,;:.–—-"
_LETTER: Final = r"[^\W\d_]"
_INITIALS: Final = rf"{_LETTER}\.(?:\s?-?{_LETTER}\.)?"
_SURNAME: Final = rf"(?<!\w){_LETTER}[\w-]{{2,40}}"
_SHORT_NAME: Final = rf"(?:{_SURNAME}\s{_INITIALS}|(?<!\w){_INITIALS}\s?{_SURNAME})"
_NAME_AT_EDGE: Final = re.compile(rf"{_SHORT_NAME}\W*$|^{_SHORT_NAME}")


def line_parts(words: str, language: Language, with_name: bool = False) -> LineParts:
    """Take a line apart.

    Args:
        words: The line without role word and contacts.
        language: The one it is written in.
        with_name: The line also names the person, as a supervisor's does.
    """
    parts = LineParts()
    for segment in segments_of(words):
        parts = _with_segment(parts, segment, language, with_name and not parts.name)
    return parts


def parts_of_segments(segments: Iterable[str], language: Language) -> tuple[LineParts, tuple[str, ...]]:
    """Take segments apart, those of organisations first, since they tell that another may be a city.

    Returns:
        What they tell, and the segments that tell nothing.
    """
    parts, unused = LineParts(), list[str]()
    for segment in sorted(segments, key=lambda segment: not names_organisation(segment)):
        after = _with_segment(parts, segment, language, with_name=False)
        if after == parts and may_be_city(segment) and not parts.city:
            after = replace(parts, city=segment.strip(_LOOSE))
        left = segment if after == parts else _left_over(segment, after)
        if left and after.post and segment == f"{after.post} {left}":
            after, left = replace(after, post=segment), ""  # “доцент кафедры экологии” is one position
        if left:
            unused.append(left)
        parts = after
    return parts, tuple(unused)


def segments_of(words: str) -> Iterator[str]:
    """Cut at commas and dashes outside quotation marks and brackets."""
    start = place = depth = 0
    while place < len(words):
        gap = _SEPARATOR.match(words, place) if depth <= 0 else None
        if gap:
            yield words[start:place].strip()
            start = place = gap.end()
            continue
        depth += (words[place] in _OPEN) - (words[place] in _CLOSE)
        place += 1
    yield words[start:].strip()


def _with_segment(parts: LineParts, segment: str, language: Language, with_name: bool) -> LineParts:
    found = recognise(segment)
    owners, rest = split_genitive(segment)
    for word in found:
        parts = _with_word(parts, word, segment, language)
    for owner in owners:
        parts = _with_organisation(parts, owner)
    if with_name and (name := _name_in(rest)):
        parts = replace(parts, name=name)
        if not found:
            return parts
    if any(word.kind == STATUS for word in found) and (group := _GROUP.search(rest)):
        parts = replace(parts, group=parts.group or group[0])
    if found and not owners:
        rest = _LEADING.sub("", segment[found[-1].span[1] :].strip(_LOOSE))
        return _with_organisation(parts, rest) if names_organisation(rest) else parts
    return parts if owners else _with_place(parts, segment)


def _left_over(segment: str, parts: LineParts) -> str:
    """Return the words around what was recognised in a segment that no part has taken, "" for none."""
    found = recognise(segment)
    if not found or split_genitive(segment)[0]:
        return ""
    around = (segment[: found[0].span[0]], segment[found[-1].span[1] :])
    pieces = (_LEADING.sub("", piece.strip(_LOOSE)).removesuffix(parts.group).strip(_LOOSE) for piece in around)
    taken = (parts.organisation, parts.department, parts.post, parts.group)
    return " … ".join(piece for piece in pieces if piece and not any(piece in one for one in taken))


def _with_word(parts: LineParts, word: FoundWord, segment: str, language: Language) -> LineParts:
    typed = segment[slice(*word.span)]
    match word.kind:
        case "status":
            return replace(parts, status=parts.status or word.id)
        case "post":
            return replace(parts, post=parts.post or _nominative(typed, word, language))
        case "degree":
            return replace(parts, degree=", ".join(filter(None, (parts.degree, typed))))
        case "title":
            return replace(parts, academic_title=parts.academic_title or _nominative(typed, word, language))
        case _:
            return parts


def _name_in(words: str) -> str:
    """The person named: the words as a whole, or a surname with initials at their end or beginning."""
    if looks_like_person(words):
        return words
    edge = _NAME_AT_EDGE.search(words)
    return edge[0].strip() if edge and looks_like_person(edge[0]) else ""


def _nominative(typed: str, word: FoundWord, language: Language) -> str:
    """The word as typed where the list has it so, else its listed form, because the line inflects it."""
    listed = next((row.spellings for row in words_of(word.kind) if row.id == word.id), ())
    same = any(typed.casefold() == spelling.casefold() for spelling in listed)
    return typed if same else word_of(word.kind, word.id, language)


def _with_organisation(parts: LineParts, words: str) -> LineParts:
    if is_oblique(words):
        return parts
    if is_department(words):
        return replace(parts, department=parts.department or words)
    return replace(parts, organisation=parts.organisation or words)


def _with_place(parts: LineParts, segment: str) -> LineParts:
    bare = segment.rstrip(_LOOSE)
    if is_country(bare):
        return replace(parts, country=parts.country or bare)
    if city := city_of(segment) or city_of(bare):
        return replace(parts, city=parts.city or city)
    if names_organisation(bare):
        return _with_organisation(parts, bare)
    if may_be_city(bare) and parts.organisation and not parts.city:
        return replace(parts, city=bare)
    return parts
