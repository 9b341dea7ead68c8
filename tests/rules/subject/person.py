"""How the examples of rules about codes of classification, people, abstracts and private data are put into an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

from proceedings_editor.language.person_name import parse_person_name
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Supervisor
from proceedings_editor.model.template import Limits, Range
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample
from tests.rules.subject.code import isbn, udc


def issn(example: Example) -> Workspace:
    return sample.workspace(collection=replace(sample.COLLECTION, issn=example.words))


def doi(example: Example) -> Workspace:
    return sample.workspace(sample.entry(doi=example.words))


def irsti(example: Example) -> Workspace:
    return sample.workspace(sample.entry(irsti=(example.words,)))


def author_entry(**facts: object) -> Entry:
    return sample.entry(authors=(sample.author(**facts),))


def local(example: Example, words: str | None = None) -> LocalText:
    """The words in the example's language."""
    language = cast(Language, example.language if example.language != "any" else "kk")
    return LocalText().with_version(language, example.words if words is None else words)


def language_of(example: Example) -> Language:
    return cast(Language, example.language if example.language != "any" else "kk")


def two_spellings(example: Example) -> Workspace:
    known, found = example.words.split(" / ")
    name = parse_person_name(known)
    entry = author_entry(surname=name.surname, given_name=name.given_name, patronymic=name.patronymic)
    return sample.workspace(replace(entry, readings=(sample.reading("authors.0", found, "head"),)))


def name_in_parts(example: Example) -> Workspace:
    surname, _, rest = example.words.removeprefix("van ").partition(" ")
    given, _, patronymic = rest.partition(" ")
    surname = example.words[: -len(rest) - 1] if rest else surname
    return sample.workspace(author_entry(surname=surname, given_name=given, patronymic=patronymic))


def patronymic(example: Example) -> Workspace:
    return sample.workspace(author_entry(patronymic=example.words))


def number_of_authors(example: Example) -> Workspace:
    names = ("Ахметова", "Воронин", "Сейдахан", "Тарасенко", "Қойшыбай", "Жұмаділ")
    authors = tuple(sample.author(surname=name, email="", orcid="") for name in names[: int(example.words)])
    limits = Limits(authors=Range(most=5))
    return sample.workspace(sample.entry(authors=authors), template=sample.template(limits=limits))


def latin(example: Example) -> Workspace:
    facts = {"surname": "Сейдахан", "given_name": "Әсем", "patronymic": "Болатқызы", "latin": example.words}
    return sample.workspace(author_entry(**facts))


def affiliation(example: Example) -> Workspace:
    parts = [local(example, words.strip()) for words in example.words.split(",")]
    return sample.workspace(author_entry(affiliations=(Affiliation(parts[0], city=parts[1], country=parts[2]),)))


def organisation_on_a_day(example: Example) -> Workspace:
    day, _, name = example.words.partition(" ")
    place = Affiliation(local(example, name), city=LocalText("Қарағаш"), country=LocalText("Қазақстан"))
    collection = replace(sample.COLLECTION, first_day=date.fromisoformat(day))
    return sample.workspace(author_entry(affiliations=(place,)), collection=collection)


def author_line(example: Example) -> Workspace:
    return sample.workspace(replace(author_entry(line=local(example)), language=language_of(example)))


def supervisor_line(example: Example) -> Workspace:
    """The line with the name that stands at its end after the role word, if any."""
    *_, name = example.words.replace("доцент ", "").partition(": ")
    parsed = parse_person_name(name) if name.endswith(".") else parse_person_name("")
    supervisor = Supervisor(
        surname=parsed.surname, given_name=parsed.given_name, patronymic=parsed.patronymic, line=local(example)
    )
    return sample.workspace(sample.entry(supervisors=(supervisor,), language=language_of(example)))


def supervisor_name(example: Example) -> Workspace:
    name = parse_person_name(example.words)
    supervisor = Supervisor(surname=name.surname, given_name=name.given_name, patronymic=name.patronymic)
    return sample.workspace(sample.entry(supervisors=(supervisor,)))


def degree(example: Example) -> Workspace:
    supervisor = replace(sample.entry().supervisors[0], degree=local(example))
    return sample.workspace(sample.entry(supervisors=(supervisor,)))


def mailbox(example: Example) -> Workspace:
    author = sample.author(surname="Сейдахан", given_name="Әсем", patronymic="Болатқызы", email=example.words)
    supervisor = Supervisor(surname="Воронин", given_name="Павел", patronymic="Андреевич")
    return sample.workspace(sample.entry(authors=(author,), supervisors=(supervisor,)))


def parts_of_a_language(example: Example) -> Workspace:
    abstract = local(example, "Дала туралы.") if example.words.startswith(("аңдатпа", "аннот", "abst")) else LocalText()
    has_keywords = example.words.endswith(("сөздер", "слова", "keywords"))
    keywords = replace(LocalWords(), **{language_of(example): ("су", "дала")}) if has_keywords else LocalWords()
    return sample.workspace(sample.entry(abstract=abstract, keywords=keywords))


def keywords(example: Example) -> Workspace:
    kk, ru, en = (
        tuple(version.split("; ")) if ";" in version else (version,) for version in example.words.split(" / ")
    )
    return sample.workspace(sample.entry(keywords=LocalWords(kk, ru, en)))


def originality(example: Example) -> Workspace:
    return sample.workspace(
        sample.entry(originality=Decimal(example.words)), template=sample.template(limits=Limits(originality=75))
    )


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "UDC003": udc,
    "UDC004": udc,
    "IDN002": isbn,
    "IDN003": issn,
    "IDN004": doi,
    "IDN006": irsti,
    "AUTH001": two_spellings,
    "AUTH002": name_in_parts,
    "AUTH003": patronymic,
    "AUTH004": number_of_authors,
    "AUTH005": latin,
    "AFF001": affiliation,
    "AFF002": organisation_on_a_day,
    "AFF003": author_line,
    "SUPV001": supervisor_line,
    "SUPV002": supervisor_name,
    "SUPV003": degree,
    "SUPV004": supervisor_line,
    "MAIL002": mailbox,
    "ABST001": parts_of_a_language,
    "ABST002": keywords,
    "PRIV001": author_line,
    "ORIG001": originality,
}
