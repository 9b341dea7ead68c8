"""How facts of a collection and an entry become words by a template's labels and patterns.

Information page, article head, contents and records ask here, so that a fact reads the same everywhere.
What people are called stands in `templates.person_line`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final, Literal

from proceedings_editor.language.date import format_date, format_date_range
from proceedings_editor.language.quotation import unquoted
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES, Language, LocalText
from proceedings_editor.model.template import Wording
from proceedings_editor.templates.pattern import Piece, fill, pieces

CODES_APART: Final = "; "
"""Between several codes behind one label (GOST 7.90-2007 joins independent indexes with a semicolon)."""

_LEAST_DIGITS: Final = 3
_QUOTED_NAME: Final = re.compile(r'[«“„"]\{name\}')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in one language; `language` is "" for what belongs to none (numbers, marks between)."""

    text: str
    language: Language | Literal[""] = ""


def joined(phrases: Iterable[Phrase]) -> str:
    """Return the phrases' words in one string."""
    return "".join(phrase.text for phrase in phrases)


# ------------------------------------------------------------------------------------------------- collection


def conference_title(collection: Collection, wording: Wording, language: Language) -> str:
    """Return name and kind of the collection in one language, "" when neither is known in it.

    A name typed in quotation marks, as on the invitation, loses them where the pattern has its own.
    """
    name = collection.name[language]
    values = {"name": unquoted(name) if quotes_name(wording, language) else name, "kind": collection.kind[language]}
    return fill(_conference_pattern(wording, language), values)


def quotes_name(wording: Wording, language: Language) -> bool:
    """Say whether the pattern prints the name of the conference in quotation marks."""
    return bool(_QUOTED_NAME.search(_conference_pattern(wording, language)))


def _conference_pattern(wording: Wording, language: Language) -> str:
    return wording.conference[language] or "[«{name}»][ {kind}]"


def date_and_place(collection: Collection, wording: Wording, language: Language) -> str:
    """Return "7 сәуір 2025, Атырау" without what is missing."""
    parts = (held_on(collection, wording, language), collection.place.best(language))
    return ", ".join(part for part in parts if part)


def held_on(collection: Collection, wording: Wording, language: Language) -> str:
    """Return the day or days of the conference, "" while unknown."""
    if collection.first_day is None:
        return ""
    last = collection.last_day or collection.first_day
    return format_date_range(collection.first_day, last, language, wording.date_style)


def versions(name: LocalText, wording: Wording, languages: tuple[Language, ...] = ()) -> tuple[Phrase, ...]:
    """Return the language versions there are, each once, `names_apart` between them.

    Args:
        name: The fact in three languages.
        wording: Says what stands between two versions.
        languages: The versions wanted, in this order; () for every one.
    """
    found: dict[str, Phrase] = {}
    for language in languages or LANGUAGES:
        if words := name[language]:
            found.setdefault(words, Phrase(words, language))
    apart = Phrase(wording.names_apart)
    return tuple(phrase for version in found.values() for phrase in (apart, version))[1:]


# ---------------------------------------------------------------------------------------------------- section


def section_heading(
    path: tuple[Section, ...], wording: Wording, language: Language, languages: tuple[Language, ...] = ()
) -> tuple[Phrase, ...]:
    """Return the heading of the section of level 1, () for an empty path.

    Args:
        path: As `Collection.section_path` gives it, outermost first.
        wording: Has the pattern.
        language: Language of the pattern and of {name}.
        languages: Versions that {names} joins, () for every one there is.
    """
    if not path:
        return ()
    pattern = wording.section.best(language) or "{number}[. {names}]"
    return _named(pattern, path[0], "", wording, language, languages)


def subsection_heading(
    path: tuple[Section, ...], wording: Wording, language: Language, languages: tuple[Language, ...] = ()
) -> tuple[Phrase, ...]:
    """Return the heading of the section of level 2, () without one; arguments as `section_heading`."""
    if len(path) < 2:
        return ()
    pattern = wording.subsection.best(language) or "{number}[. {names}]"
    return _named(pattern, path[1], path[0].number, wording, language, languages)


def section_row(
    path: tuple[Section, ...], wording: Wording, language: Language, languages: tuple[Language, ...] = ()
) -> tuple[Phrase, ...]:
    """Return what the information page says: the innermost section, without the word its label has."""
    if not path:
        return ()
    pattern = wording.section_row.best(language) or "[{parent}.]{number}[. {names}]"
    parent = path[-2].number if len(path) > 1 else ""
    return _named(pattern, path[-1], parent, wording, language, languages)


def _named(
    pattern: str,
    section: Section,
    parent: str,
    wording: Wording,
    language: Language,
    languages: tuple[Language, ...],
) -> tuple[Phrase, ...]:
    names = versions(section.name, wording, languages) or versions(section.name, wording)
    values = {
        "number": section.number,
        "parent": parent,
        "name": section.name.best(language),
        "names": joined(names),
    }
    found: list[Phrase] = []
    for is_names, run in groupby(pieces(pattern, values), lambda piece: piece.name == "names"):
        found += names if is_names else (Phrase("".join(piece.text for piece in run), language),)
    return tuple(found)


# ------------------------------------------------------------------------------------------------------ entry


def printed_number(number: int | None, largest: int) -> str:
    """Return the publication number with leading zeros ("070"), "" while there is none.

    Args:
        number: The entry's number.
        largest: The collection's largest number: all numbers get as many digits as it has, at least three.
    """
    return "" if number is None else f"{number:0{max(_LEAST_DIGITS, len(str(largest)))}}"


def page_range(entry: Entry, wording: Wording) -> str:
    """Return "323–329", one number for a single page or an unknown end, "" while the first is unknown."""
    if entry.first_page is None:
        return ""
    if entry.last_page is None or entry.last_page == entry.first_page:
        return str(entry.first_page)
    return f"{entry.first_page}{wording.page_range}{entry.last_page}"


def codes(values: Iterable[str]) -> str:
    """Return several codes as they stand behind one label."""
    return CODES_APART.join(value for value in values if value)


def labelled(label: LocalText, words: str, language: Language) -> str:
    """Return label and words one space apart, the words alone without a label, "" without words."""
    return " ".join(part for part in (label.best(language), words) if part) if words else ""


def dated(pattern: LocalText, day: date | None, wording: Wording, language: Language) -> str:
    """Return "Received 3 March 2025" by one of the date patterns, "" without a day."""
    if day is None:
        return ""
    words = format_date(day, language, wording.date_style)
    return fill(pattern.best(language) or "{date}", {"date": words})


# --------------------------------------------------------------------------------------------------- captions


def caption(pattern: LocalText, number: int | None, words: str, language: Language) -> tuple[Piece, ...]:
    """Return a caption in pieces: the one called "caption" stands for the author's own words, the others are ready.

    Args:
        pattern: Of figures, tables or listings.
        number: None for what is not counted (a figure in a footnote): then the author's words stand alone.
        words: The author's words in plain text.
        language: Of the article.
    """
    if number is None:
        return (Piece(words, "caption"),) if words else ()
    values = {"number": str(number), "caption": words}
    filled = pieces(pattern.best(language) or "{number}[. {caption}]", values)
    runs = groupby(filled, lambda piece: piece.name == "caption")
    return tuple(Piece("".join(piece.text for piece in run), "caption" if own else "") for own, run in runs)
