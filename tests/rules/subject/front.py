"""How the examples of rules about titles, sections, pages and labels are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from proceedings_editor.language.person_name import parse_person_name
from proceedings_editor.model.local import LANGUAGES, Language, LocalText
from proceedings_editor.model.person import Author
from proceedings_editor.model.template.requirement import Limits, Range
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def language_of(example: Example) -> Language:
    return next((known for known in LANGUAGES if known == example.language), "kk")


def row(field: str, place: str = "table row 9") -> Callable[[Example], Workspace]:
    """What a row of the information table said."""
    return lambda example: sample.workspace(sample.entry(readings=(sample.reading(field, example.words, place),)))


def code(example: Example) -> Workspace:
    return sample.workspace(sample.entry(udc=(example.words,)))


def title(example: Example) -> Workspace:
    language = language_of(example)
    words = LocalText().with_version(language, example.words)
    body = (*sample.entry().body, sample.paragraph(f"{example.words} [1]."))
    return sample.workspace(sample.entry(language=language, title=words, body=body))


def versions(example: Example) -> Workspace:
    """The language versions of a title."""
    words = dict(part.split(": ") for part in example.words.split("; "))
    return sample.workspace(sample.entry(title=LocalText(**words)))


_TITLES = LocalText("Дала өзендерінің суы", "Вода степных рек", "Water of the steppe rivers")


def title_found(example: Example) -> Workspace:
    """A manuscript's title beside the entry's."""
    language = language_of(example)
    known = example.words if example.words.lower().startswith("the ph") else _TITLES[language]
    entry = sample.entry(
        language=language,
        title=LocalText().with_version(language, known),
        readings=(sample.reading(f"title.{language}", example.words, "head"),),
    )
    return sample.workspace(entry)


def laid_out(example: Example) -> tuple[Workspace, Facts]:
    """A page range and how many pages the layout has."""
    words, _, pages = example.words.partition(": ")
    first, _, last = words.partition("–")
    entry = sample.entry(first_page=int(first), last_page=int(last) if last else None)
    return sample.workspace(entry), Facts(pages={entry.id: int(pages)})


def volume(example: Example) -> tuple[Workspace, Facts]:
    """Pages of the layout and the limits."""
    pages, _, limit = example.words.partition(" of ")
    least, _, most = limit.partition("–")
    limits = Limits(pages=Range(int(least), int(most)))
    workspace = replace(sample.workspace(), template=sample.template(limits=limits))
    return workspace, Facts(pages={"e1": int(pages)})


def papers(example: Example) -> Workspace:
    """So many papers of one author beside the limit."""
    count, _, most = example.words.partition(" of ")
    limits = Limits(papers_per_person=Range(0, int(most)))
    entries = (sample.entry(id=f"e{number}", number=number, first_page=None) for number in range(int(count)))
    return sample.workspace(*entries, template=sample.template(limits=limits))


def spellings(example: Example) -> Workspace:
    """Names of the only author of each entry, apart by a bar."""
    language, names = language_of(example), map(parse_person_name, example.words.split(" | "))
    people = [Author(surname=name.surname, given_name=name.given_name, patronymic=name.patronymic) for name in names]
    entries = (
        sample.entry(id=f"e{number}", number=number, language=language, authors=(person,), first_page=None)
        for number, person in enumerate(people)
    )
    return sample.workspace(*entries)


def titles(example: Example) -> Workspace:
    """Titles of entries, apart by a bar."""
    language = language_of(example)
    entries = (
        sample.entry(
            id=f"e{number}",
            number=number,
            language=language,
            title=LocalText().with_version(language, words),
            body=sample.body(f"{words} [1]. {number} [2;5]."),
            first_page=None,
        )
        for number, words in enumerate(example.words.split(" | "))
    )
    return sample.workspace(*entries)


SUBJECTS: dict[str, Callable[[Example], Workspace | tuple[Workspace, Facts]]] = {
    "COLL003": papers,
    "COLL004": spellings,
    "COLL005": titles,
    "META002": code,
    "META003": row("collection.first_day", "table row 4"),
    "META004": versions,
    "META005": row("template.information.top_heading", "top heading"),
    "PAGE001": laid_out,
    "PAGE002": row("first_page", "table row 7"),
    "PAGE003": volume,
    "PAGE004": laid_out,
    "SEC002": row("section"),
    "SEC003": row("section", "subsection heading"),
    "TITL001": title_found,
    "TITL002": title,
    "TITL003": title,
    "TITL004": title_found,
}
