"""People in the article's head: one line each with what is theirs, or a row tied to merged organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal

from proceedings_editor.exporters.composition.element import Element, Inline, TextElement, Words
from proceedings_editor.exporters.composition.setting import Setting, aligned, foreign, words
from proceedings_editor.model.local import Language
from proceedings_editor.model.person import Author
from proceedings_editor.model.template import ElementKind, HeadElement
from proceedings_editor.templates.person_line import (
    author_line,
    organisation_lines,
    person_name,
    supervisor_line,
)

AUTHOR_KINDS: Final[frozenset[ElementKind]] = frozenset(("authors", "emails", "orcids", "affiliations"))
"""Elements that say something of each author."""

_CORRESPONDING: Final = "*"
_APART: Final = ", "
_ORCID: Final = "https://orcid.org/"


def authors_in_lines(setting: Setting, elements: Iterable[HeadElement]) -> Iterator[Element]:
    """Yield author after author, each with the elements that stand together in the template."""
    together = tuple(elements)
    for index, author in enumerate(setting.entry.authors):
        for element in together:
            for language in element.languages or (setting.language,):
                yield from aligned(_LINES[element.kind](setting, index, author, language), element)


def authors_in_row(setting: Setting, element: HeadElement) -> Iterator[TextElement]:
    """Yield one element of all authors: the row of names, the organisations, the e-mails, the ORCIDs."""
    for language in element.languages or (setting.language,):
        yield from _ROWS[element.kind](setting, language)


def supervisors(setting: Setting, element: HeadElement) -> Iterator[TextElement]:
    """Yield a line for each supervisor."""
    form = setting.template.people.name
    for language in element.languages or (setting.language,):
        for index, supervisor in enumerate(setting.entry.supervisors):
            line = supervisor_line(supervisor, setting.wording, form, language)
            own = bool(supervisor.line[language])
            yield from _line(setting, "supervisor", line, f"supervisors.{index}", language, own=own)


# ------------------------------------------------------------------------------------------------------ lines


def _name_line(setting: Setting, index: int, author: Author, language: Language) -> Iterator[TextElement]:
    name = setting.printed("author", person_name(author, setting.template.people.name, language))
    if name:
        yield setting.line("author", words(name), f"authors.{index}")


def _email_line(setting: Setting, index: int, author: Author, language: Language) -> Iterator[TextElement]:
    del language  # an address has none
    if index in _mailboxes(setting):
        yield setting.line("email", _mail(author), f"authors.{index}.email")


def _orcid_line(setting: Setting, index: int, author: Author, language: Language) -> Iterator[TextElement]:
    if author.orcid:
        yield setting.line("email", _orcid(setting, author, language), f"authors.{index}.orcid")


def _affiliation_line(setting: Setting, index: int, author: Author, language: Language) -> Iterator[TextElement]:
    line, own = author_line(author, setting.wording, language), bool(author.line[language])
    yield from _line(setting, "affiliation", line, f"authors.{index}", language, own=own)


# -------------------------------------------------------------------------------------------------------- row


def _name_row(setting: Setting, language: Language) -> Iterator[TextElement]:
    people, entry = setting.template.people, setting.entry
    marks = _marks(setting, language)
    starred = _mailboxes(setting) if _stars(setting) else frozenset()
    found: list[Inline] = []
    for index, author in enumerate(entry.authors):
        name = setting.printed("author", person_name(author, people.name, language))
        if name:
            mark = _APART.strip().join((*marks.get(index, ()), *(_CORRESPONDING for _ in starred & {index})))
            found += (Words(people.separator),) if found else ()
            found += words(name)
            found += (Words(mark, superscript=True),) if mark else ()
    if found:
        yield setting.line("author", tuple(found), "authors")


def _email_row(setting: Setting, language: Language) -> Iterator[TextElement]:
    del language  # an address has none
    found: list[Inline] = []
    for index in sorted(_mailboxes(setting)):
        found += (Words(_APART),) if found else ()
        found += (Words(_CORRESPONDING),) if _stars(setting) else ()
        found += _mail(setting.entry.authors[index])
    if found:
        yield setting.line("email", tuple(found), "authors")


def _orcid_row(setting: Setting, language: Language) -> Iterator[TextElement]:
    """Of several authors each line begins with the name, because numbers alone tell nobody apart."""
    several = len(setting.entry.authors) > 1
    for index, author in enumerate(setting.entry.authors):
        if author.orcid:
            name = person_name(author, setting.template.people.name, language) if several else ""
            before = words(f"{name} – ") if name else ()
            yield setting.line("email", (*before, *_orcid(setting, author, language)), f"authors.{index}.orcid")


def _affiliation_row(setting: Setting, language: Language) -> Iterator[TextElement]:
    organisations = _organisations(setting, language)
    marked = setting.template.people.marks and len(organisations) > 1
    for number, (line, owners) in enumerate(organisations.items(), 1):
        mark = (Words(str(number), superscript=True), Words(" ")) if marked else ()
        author = setting.entry.authors[owners[0]]
        own = bool(author.line[language])
        yield from _line(setting, "affiliation", line, f"authors.{owners[0]}", language, own=own, before=mark)


def _organisations(setting: Setting, language: Language) -> dict[str, list[int]]:
    """Return each line once with the authors it belongs to, in the order of the authors.

    Where marks tie names to organisations the lines hold nothing personal, so that equal ones are merged.
    """
    found: dict[str, list[int]] = {}
    for index, author in enumerate(setting.entry.authors):
        lines = (
            organisation_lines(author, setting.wording, language)
            if setting.template.people.marks
            else (author_line(author, setting.wording, language),)
        )
        for line in filter(None, lines):
            found.setdefault(line, []).append(index)
    return found


def _marks(setting: Setting, language: Language) -> dict[int, list[str]]:
    """Return for each author the numbers of the organisations; none where there is only one to belong to."""
    organisations = _organisations(setting, language)
    found: dict[int, list[str]] = {}
    if setting.template.people.marks and len(organisations) > 1:
        for number, owners in enumerate(organisations.values(), 1):
            for index in owners:
                found.setdefault(index, []).append(str(number))
    return found


# ----------------------------------------------------------------------------------------------------- shared


def _mailboxes(setting: Setting) -> frozenset[int]:
    """Return whose e-mails are printed: everyone's, or the corresponding author's, else the first."""
    authors = setting.entry.authors
    filled = [index for index, author in enumerate(authors) if author.email]
    if setting.template.people.emails == "each":
        return frozenset(filled)
    named = [index for index in filled if authors[index].corresponding]
    return frozenset(named or filled[:1])


def _stars(setting: Setting) -> bool:
    """Tell whether an asterisk must tie the one e-mail to its owner in a row of names."""
    people = setting.template.people
    return people.authors == "row" and people.emails == "corresponding" and len(setting.entry.authors) > 1


def _mail(author: Author) -> tuple[Inline, ...]:
    return words(author.email, start=0, url=f"mailto:{author.email}")


def _orcid(setting: Setting, author: Author, language: Language) -> tuple[Inline, ...]:
    label = setting.wording.orcid.best(language)
    before = words(f"{label} ") if label else ()
    return (*before, *words(author.orcid, start=0, url=_ORCID + author.orcid))


def _line(
    setting: Setting,
    style: Literal["affiliation", "supervisor"],
    line: str,
    owner: str,
    language: Language,
    *,
    own: bool,
    before: tuple[Inline, ...] = (),
) -> Iterator[TextElement]:
    """Yield a person's head line; own wording leads back to where it was typed."""
    if line.strip():
        tag = foreign(language, setting.language)
        inlines = words(setting.printed(style, line), language=tag, start=0 if own else -1)
        yield setting.line(style, (*before, *inlines), f"{owner}.line.{language}" if own else owner)


_LineMaker = Callable[[Setting, int, Author, Language], Iterator[TextElement]]
_RowMaker = Callable[[Setting, Language], Iterator[TextElement]]

_LINES: Final[dict[ElementKind, _LineMaker]] = {
    "authors": _name_line,
    "emails": _email_line,
    "orcids": _orcid_line,
    "affiliations": _affiliation_line,
}
_ROWS: Final[dict[ElementKind, _RowMaker]] = {
    "authors": _name_row,
    "emails": _email_row,
    "orcids": _orcid_row,
    "affiliations": _affiliation_row,
}
