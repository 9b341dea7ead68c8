"""Authors: their names in the table and in the head brought together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from proceedings_editor.importers.author_detail import AuthorList, Group, Spelling, give_details, give_rows
from proceedings_editor.importers.form import Form
from proceedings_editor.importers.head_part import HeadPart
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.name_row import split_names
from proceedings_editor.importers.publication import sources
from proceedings_editor.language.alphabet import script_of
from proceedings_editor.language.person_name import (
    ALMOST,
    DIFFERENT,
    SAME,
    looks_like_person,
    parse_person_name,
    same_person,
)
from proceedings_editor.model.local import Language
from proceedings_editor.model.person import Author
from proceedings_editor.model.template import Template
from proceedings_editor.templates.person_line import person_name
from proceedings_editor.texts import text


def read_authors(form: Form, language: Language, template: Template, ledger: Ledger) -> tuple[Author, ...]:
    """Return the authors in the table's order, then those only the head names."""
    state = AuthorList(language, template, ledger)
    groups = _groups(form.head)
    table = _table_names(form, bool(groups and groups[0].names))
    for name in table:
        _add(state, name)
    owners = [[_owner(state, name, bool(table)) for name in group.names] for group in groups]
    for group, indexes in zip(groups, owners, strict=True):
        give_details(state, group, indexes)
    give_rows(state, form)
    _note_names(state, bool(table), bool(groups and groups[0].names))
    _note_rows(state, form)
    return tuple(state.authors)


# ------------------------------------------------------------------------------------------------------------ names


def _table_names(form: Form, head_names: bool) -> list[Spelling]:
    """The table's names; none when it names no person but the head does."""
    found: list[Spelling] = []
    for row in sources(form, "authors"):
        if row.place != "head":
            found += [Spelling(name, row.place, row.line) for name in split_names(row.words)]
    real = [name for name in found if looks_like_person(name.marked.name)]
    return real if real or head_names else found


def _groups(parts: Iterable[HeadPart]) -> list[Group]:
    groups: list[Group] = []
    early: list[HeadPart] = []
    for part in parts:
        if part.kind == "authors":
            if not groups or groups[-1].details:
                groups.append(Group())
            groups[-1].names += [Spelling(name, "head", part.line) for name in split_names(part.words)]
        elif part.kind in ("affiliation", "email", "orcid", "spin", "phone"):
            (groups[-1].details if groups else early).append(part)
    if early:
        groups = groups or [Group()]
        groups[0].details[:0] = early
    return groups


def _add(state: AuthorList, name: Spelling) -> int:
    parsed = parse_person_name(name.marked.name)
    author = Author(surname=parsed.surname, given_name=parsed.given_name, patronymic=parsed.patronymic)
    state.authors.append(author)
    state.spellings.append([name])
    return len(state.authors) - 1


def _owner(state: AuthorList, name: Spelling, from_table: bool) -> int:
    """Return whose name it is: the most alike of those known, else a new author's."""
    alike = {index: same_person(author.full_name, name.marked.name) for index, author in enumerate(state.authors)}
    free = [index for index in alike if name.line not in {known.line for known in state.spellings[index]}]
    for wanted in (SAME, ALMOST):
        for index in free:
            if alike[index] == wanted:
                state.spellings[index].append(name)
                return index
    if from_table and len(state.authors) == 1 and len(state.spellings[0]) == 1:
        state.spellings[0].append(name)
        return 0
    return _add(state, name)


def _note_names(state: AuthorList, table: bool, head: bool) -> None:
    for index, names in enumerate(state.spellings):
        state.authors[index] = _with_latin(state.authors[index], names)
        for name in names:
            _note_name(state, index, name)
        places = {name.place for name in names}
        if table and head and len(places) == 1:
            state.ledger.doubt(
                "disagreement",
                text("Table and head do not name the same authors: {name}", name=names[0].marked.name),
                names[0].line,
                f"authors.{index}",
            )


def _note_rows(state: AuthorList, form: Form) -> None:
    """A row of names says more than the names where it has marks or a label, or names nobody."""
    known = {name.marked.name for names in state.spellings for name in names}
    for found in sources(form, "authors"):
        names = [name.name for name in split_names(found.words)]
        used = [name for name in names if name in known]
        printed = [apart.join(used) for apart in (", ", "; ", "\n")]
        state.ledger.read("authors", found.source, found.place, found.line, printed, f"line {found.line}")
        if used != names:
            sentence = text("Not everything here is an author's name: {words}", words=found.words)
            state.ledger.doubt("disagreement", sentence, found.line, "authors")


def _with_latin(author: Author, names: Iterable[Spelling]) -> Author:
    """A second spelling in Latin letters is the person's own Latin form."""
    if script_of(author.surname[:1]) != "Cyrillic":
        return author
    latin = (name.marked.name for name in names if script_of(name.marked.name[:1]) == "Latin")
    return replace(author, latin=next(latin, ""))


def _note_name(state: AuthorList, index: int, name: Spelling) -> None:
    author, words = state.authors[index], name.marked.name
    if words == author.latin:
        state.ledger.read(f"authors.{index}.latin", words, name.place, name.line, (words,), whole=False)
        return
    parsed = parse_person_name(words)
    if parsed.full == words and not parsed.title_words:
        for part in ("surname", "given_name", "patronymic"):
            if getattr(parsed, part) or getattr(author, part):
                said, known = getattr(parsed, part), getattr(author, part)
                state.ledger.read(f"authors.{index}.{part}", said, name.place, name.line, (known,), whole=False)
    else:
        forms = (author.full_name, person_name(author, state.template.people.name, state.language))
        state.ledger.read(f"authors.{index}", words, name.place, name.line, forms, whole=False)
    if same_person(author.full_name, words) != SAME:
        _report_name(state, index, words, name)


def _report_name(state: AuthorList, index: int, words: str, name: Spelling) -> None:
    known = state.authors[index].full_name
    differs = same_person(known, words) == DIFFERENT
    sentence = (
        text("The author is {name} in the table and {other} in the head.", name=known, other=words)
        if differs
        else text("The author is spelled {name} and {other}.", name=known, other=words)
    )
    state.ledger.doubt("disagreement", sentence, name.line, f"authors.{index}")
