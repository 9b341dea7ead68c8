"""What stands under authors' names: organisations, contacts, and the rows of the table about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from proceedings_editor.importers.affiliation import LineParts, line_parts
from proceedings_editor.importers.form import Form
from proceedings_editor.importers.head_part import HeadPart
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.name_row import MarkedName
from proceedings_editor.importers.publication import Source, sources
from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.language.identifier import normal_orcid, normal_spin
from proceedings_editor.language.person_word import find_status
from proceedings_editor.model.local import LANGUAGES, Language, LocalText
from proceedings_editor.model.path import value_at, with_value
from proceedings_editor.model.person import Author
from proceedings_editor.model.template import Template
from proceedings_editor.templates.person_line import status_word
from proceedings_editor.texts import text

LONG_LINE: Final = 40
"""Characters from which a line's letters tell its language; shorter ones are in the article's."""

_MARK: Final = re.compile(r"^(?P<mark>[\d¹²³⁴-⁹]{1,2})[\s.)]*(?=[^\W\d_«\"])")
_SUPERSCRIPT: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_VALUES: Final = re.compile(r"\s*[,;\n]\s*")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of one author's name."""

    marked: MarkedName
    place: str
    line: int


@dataclass(slots=True)
class Group:
    """Names that stand together in the head, and what follows them up to the next names."""

    names: list[Spelling] = field(default_factory=list)
    details: list[HeadPart] = field(default_factory=list)


@dataclass(slots=True)
class AuthorList:
    """The authors while they are put together."""

    language: Language
    template: Template
    ledger: Ledger
    authors: list[Author] = field(default_factory=list)
    spellings: list[list[Spelling]] = field(default_factory=list)


def give_details(state: AuthorList, group: Group, indexes: list[int]) -> None:
    """Give what stands under the names to the people it belongs to; without names, to all."""
    indexes = indexes or list(range(len(state.authors)))
    if not indexes and group.details:
        state.authors.append(Author())
        state.spellings.append([])
        indexes = [len(state.authors) - 1]
    marks = [name.marked.marks for name in group.names] or [()] * len(indexes)
    lines = [part for part in group.details if part.kind == "affiliation"]
    _give_lines(state, lines, indexes, marks)
    for kind in ("email", "orcid", "spin", "phone"):
        _give_contacts(state, kind, [part for part in group.details if part.kind == kind], indexes)


def _give_lines(state: AuthorList, lines: list[HeadPart], indexes: list[int], marks: list[tuple[str, ...]]) -> None:
    by_place = len(lines) == len(indexes) > 1 and not any(_mark(part.words) for part in lines)
    for place, part in enumerate(lines):
        mark = _mark(part.words)
        owners = [index for index, own in zip(indexes, marks, strict=True) if not mark or mark in own]
        if by_place:
            owners = [indexes[place]]
            state.ledger.doubt(
                "doubt",
                text("Nothing says whose organisation this is; it went to the author in the same place."),
                part.line,
                f"authors.{indexes[place]}.line",
            )
        for index in owners or indexes:
            _give_line(state, index, part)
        version = _line_language(part.words, state.language)
        first = (owners or indexes)[0]
        printed = state.authors[first].line[version]
        path = f"authors.{first}.line.{version}"
        state.ledger.read(path, part.source + part.tail, "head", part.line, (printed,), f"line {part.line}")


def _mark(words: str) -> str:
    found = _MARK.match(words)
    return found["mark"].translate(_SUPERSCRIPT) if found else ""


def _line_language(words: str, language: Language) -> Language:
    guess = guess_language(words)
    sure = guess == "en" or len(words) >= LONG_LINE
    return next((known for known in LANGUAGES if known == guess and sure), language)


def _give_line(state: AuthorList, index: int, part: HeadPart) -> None:
    author = state.authors[index]
    words = _MARK.sub("", part.words)
    version = _line_language(words, state.language)
    before = author.line[version]
    line = f"{before.rstrip(' ,')}, {words}" if before else words
    parts = line_parts(words, version)
    author = replace(author, line=author.line.with_version(version, line))
    state.authors[index] = _with_parts(author, parts, version)


def _with_parts(author: Author, parts: LineParts, language: Language) -> Author:
    known = author.affiliations
    new = parts.affiliation(language)
    if known and new and not parts.organisation:  # a line with only city and country goes on with the one before
        place = new[0]
        last = replace(
            known[-1],
            city=_filled(known[-1].city, place.city),
            country=_filled(known[-1].country, place.country),
        )
        new, known = (last,), known[:-1]
    return replace(
        author,
        affiliations=(*known, *new),
        status=author.status or parts.status,
        group=author.group or parts.group,
        post=_version(author.post, language, parts.post),
        degree=_version(author.degree, language, parts.degree),
        academic_title=_version(author.academic_title, language, parts.academic_title),
    )


def _filled(old: LocalText, new: LocalText) -> LocalText:
    for language, words in new.filled():
        old = _version(old, language, words)
    return old


def _version(old: LocalText, language: Language, words: str) -> LocalText:
    return old if old[language] or not words else old.with_version(language, words)


def _give_contacts(state: AuthorList, kind: str, parts: list[HeadPart], indexes: list[int]) -> None:
    """In the order of the names; one address for several authors is the corresponding author's."""
    found = [Source(part.words, part.source, "head", part.line) for part in parts]
    for source, index in zip(found, indexes, strict=False):
        _give_contact(state, kind, source, index, corresponding=len(found) == 1 < len(indexes))
    for source in found[len(indexes) :]:
        sentence = text("No author is left for this; the article begins with it: {words}", words=source.source)
        state.ledger.no_place(sentence, source.source, source.line)


def _give_contact(state: AuthorList, kind: str, source: Source, index: int, corresponding: bool = False) -> None:
    author = state.authors[index]
    normal = {"orcid": normal_orcid, "spin": normal_spin}.get(kind, str)(source.words)
    known = str(value_at(author, kind))
    if not known:
        marked = author.corresponding or (corresponding and kind == "email")
        state.authors[index] = replace(with_value(author, kind, normal), corresponding=marked)
    path = f"authors.{index}.{kind}"
    state.ledger.read(path, source.source, source.place, source.line, (known or normal,))
    if known and known != normal:
        sentence = text("“{words}” is not what was found before: {printed}", words=normal, printed=known)
        state.ledger.doubt("disagreement", sentence, source.line, path)


# ------------------------------------------------------------------------------------------------------------- rows


def give_rows(state: AuthorList, form: Form) -> None:
    """Give the authors what rows of the table say: status, addresses, organisation."""
    for row in _rows(form, "status"):
        for index, value in _shared(state, row):
            _give_status(state, row, index, value)
    for row in _rows(form, "emails"):
        values = _VALUES.split(row.words)
        for index, value in zip(range(len(state.authors)), values, strict=False):
            _give_contact(state, "email", replace(row, words=value), index)
        if len(values) > len(state.authors):
            state.ledger.no_place(
                text("No author is left for this; the article begins with it: {words}", words=row.words),
                row.words,
                row.line,
            )
    for row in _rows(form, "organisation"):
        _give_organisation(state, row)


def _rows(form: Form, key: str) -> Iterator[Source]:
    return (found for found in sources(form, key) if found.place != "head")


def _shared(state: AuthorList, row: Source) -> Iterator[tuple[int, str]]:
    """One value for each author, or one for all."""
    values = _VALUES.split(row.words)
    same = len(values) != len(state.authors)
    for index in range(len(state.authors)):
        yield index, row.words if same else values[index]


def _give_status(state: AuthorList, row: Source, index: int, value: str) -> None:
    author = state.authors[index]
    found = find_status(value) or value
    if author.status and author.status != found:
        said = status_word(author, state.language)
        sentence = text("The status is “{words}” in the table and “{other}” in the head.", words=value, other=said)
        state.ledger.doubt("disagreement", sentence, row.line, f"authors.{index}.status")
    author = replace(author, status=found)
    state.authors[index] = author
    word = status_word(author, state.language)
    printed = (word, word[:1].upper() + word[1:])
    state.ledger.read(f"authors.{index}.status", value, row.place, row.line, printed)


def _give_organisation(state: AuthorList, row: Source) -> None:
    for index, author in enumerate(state.authors):
        parts = line_parts(row.words, state.language)
        if not author.affiliations:
            parts = parts if parts.organisation else LineParts(organisation=row.words)
            state.authors[index] = replace(author, affiliations=parts.affiliation(state.language))
        organisations = (place.organisation[state.language] for place in state.authors[index].affiliations)
        state.ledger.read(
            f"authors.{index}.affiliations.0.organisation.{state.language}",
            row.source,
            row.place,
            row.line,
            tuple(organisations),
        )
