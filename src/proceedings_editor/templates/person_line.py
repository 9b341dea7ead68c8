"""What people are called in print: names, head lines, organisations, rows of the information page."""

from __future__ import annotations

from itertools import chain
from typing import Final, Literal

from proceedings_editor.language.person_name import PersonName, initials, short_name
from proceedings_editor.language.person_word import STATUS, word_of
from proceedings_editor.model.local import LANGUAGES, Language, LocalText
from proceedings_editor.model.person import Affiliation, Author, Person, Supervisor
from proceedings_editor.model.template import Wording
from proceedings_editor.templates.pattern import fill

NameForm = Literal["full", "surname_initials", "initials_surname"]

_AUTHOR_LINE: Final = "[{organisation}][, {department}][, {status}][, {city}][, {country}]"
_SUPERVISOR_LINE: Final = "[{role}: ][{name}][, {degree}][, {academic_title}][, {post}][, {organisation}]"
_LINES_APART: Final = "; "
"""Between the lines of several affiliations of one person."""


def person_name(person: Person, form: NameForm, language: Language) -> str:
    """Return the name in the form asked for, "" for a person without one.

    In English print the person's own Latin form stands for a name that is written in Cyrillic.
    """
    if person.latin and (not person.full_name or (language == "en" and not person.surname.isascii())):
        return person.latin
    if form == "full" or not person.surname:
        return person.full_name
    name = _parts(person)
    if form == "surname_initials":
        return short_name(name)
    return " ".join(part for part in (initials(name), name.surname) if part)


def _parts(person: Person) -> PersonName:
    return PersonName(person.surname, person.given_name, person.patronymic)


def status_word(author: Author, language: Language) -> str:
    """Return the status in the language: from the word list, else as typed."""
    return word_of(STATUS, author.status, language)


def author_line(author: Author, wording: Wording, language: Language) -> str:
    """Return the head line of an author: own wording, else the pattern over the parts; may be ""."""
    if author.line[language]:
        return author.line[language]
    pattern = wording.author_line.best(language) or _AUTHOR_LINE
    personal = _personal(author, language) | {"status": status_word(author, language)}
    return _over_affiliations(author, pattern, personal, {}, language)


def organisation_lines(person: Person, wording: Wording, language: Language) -> tuple[str, ...]:
    """Return a line per affiliation without what is personal, so that equal organisations can be merged.

    A person's own wording stands for all of them, because nobody can tell its parts.
    """
    if person.line[language]:
        return (person.line[language],)
    pattern = wording.author_line.best(language) or _AUTHOR_LINE
    lines = (fill(pattern, _of_affiliation(affiliation, language)) for affiliation in person.affiliations)
    return tuple(dict.fromkeys(line for line in lines if line))


def supervisor_line(supervisor: Supervisor, wording: Wording, form: NameForm, language: Language) -> str:
    """Return the head line of a supervisor: own wording, else role, name and parts by the pattern."""
    if supervisor.line[language]:
        return supervisor.line[language]
    return _supervisor(supervisor, wording, form, language, wording.supervisor.best(language))


def supervisor_row(supervisor: Supervisor, wording: Wording, language: Language) -> str:
    """Return what the information page says: the parts without the role word, which its row's label names.

    Their order is that of the language they are told in (see `told_in`).
    """
    return _supervisor(supervisor, wording, "full", told_in(supervisor, language), "")


def told_in(person: Person, language: Language) -> Language:
    """Return the language the facts about a person are told in: the one asked for, else the first that is known.

    The parts of a Russian article's supervisor are known in Russian only; set in the Kazakh order they would be
    neither. A person without such facts is told in the language asked for.
    """
    facts = (person.degree, person.academic_title, person.post, *chain.from_iterable(map(_told, person.affiliations)))
    known = {found for fact in facts for found, _ in fact.filled()}
    return next((one for one in (language, *LANGUAGES) if one in known), language)


def _told(affiliation: Affiliation) -> tuple[LocalText, ...]:
    return affiliation.organisation, affiliation.department, affiliation.city, affiliation.country


def _supervisor(supervisor: Supervisor, wording: Wording, form: NameForm, language: Language, role: str) -> str:
    pattern = wording.supervisor_line.best(language) or _SUPERVISOR_LINE
    personal = _personal(supervisor, language) | {"name": person_name(supervisor, form, language)}
    return _over_affiliations(supervisor, pattern, personal, {"role": role}, language)


def _over_affiliations(
    person: Person, pattern: str, personal: dict[str, str], role: dict[str, str], language: Language
) -> str:
    """Fill the pattern once per affiliation, what is personal only once; "" when nothing is known."""
    places = [_of_affiliation(affiliation, language) for affiliation in person.affiliations] or [{}]
    if not any(personal.values()) and not any(any(place.values()) for place in places):
        return ""
    lines = [fill(pattern, personal | role | places[0]), *(fill(pattern, place) for place in places[1:])]
    return _LINES_APART.join(line for line in lines if line)


def _personal(person: Person, language: Language) -> dict[str, str]:
    return {
        "degree": person.degree.best(language),
        "academic_title": person.academic_title.best(language),
        "post": person.post.best(language),
    }


def _of_affiliation(affiliation: Affiliation, language: Language) -> dict[str, str]:
    return {
        "organisation": affiliation.organisation.best(language),
        "department": affiliation.department.best(language),
        "city": affiliation.city.best(language),
        "country": affiliation.country.best(language),
    }


# ------------------------------------------------------------------------------------------------- file names


def file_values(authors: tuple[Author, ...]) -> dict[str, str]:
    """Return {surname} and {initials} of the first author for a file name; an own Latin form wins."""
    if not authors:
        return {"surname": "", "initials": ""}
    first = authors[0]
    surname, _, rest = first.latin.strip().partition(" ")
    if surname:
        return {"surname": surname.strip(","), "initials": rest}
    return {"surname": first.surname, "initials": initials(_parts(first))}
