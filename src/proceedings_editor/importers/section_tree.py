"""Section headings and the section row -> the collection's tree of sections and the entry's place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from proceedings_editor.importers.form import Row
from proceedings_editor.importers.head_part import HeadPart
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.language.folding import skeleton
from proceedings_editor.language.section_number import SectionHeading, parse_section_heading
from proceedings_editor.language.transliteration import ascii_latin
from proceedings_editor.model.collection import Section
from proceedings_editor.model.local import LANGUAGES, Language, LocalText
from proceedings_editor.model.template import Template
from proceedings_editor.templates.capitals import capitals
from proceedings_editor.templates.wording import Phrase, joined, section_heading, section_row, subsection_heading
from proceedings_editor.texts import text

LONGEST_ID: Final = 24

_NOT_ID: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """The sections a page names, outermost first; () when it names none."""

    path: tuple[Section, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The tree: the section of level 1 with the one of level 2 in it."""
        if len(self.path) < 2:
            return self.path
        top, below = self.path
        return (Section(top.id, top.number, top.name, (below,)),)

    @property
    def id(self) -> str:
        """What the entry names."""
        return self.path[-1].id if self.path else ""


def read_sections(
    parts: Iterable[HeadPart], rows: Iterable[Row], template: Template, language: Language, ledger: Ledger
) -> SectionPlace:
    """Build the tree from the headings, or from the row where they are missing, and note the readings."""
    headings = [part for part in parts if part.kind == "section"]
    told = [row for row in rows if row.key == "section" and row.value]
    parsed = [parse_section_heading(part.words) for part in headings[:2]]
    parsed = _with_row(parsed, parse_section_heading(told[0].value) if told else None)
    place = SectionPlace(_path(parsed, language))
    printed = _printed(place, template, language)
    for index, part in enumerate(headings[:2]):
        inner = index > 0 or (len(headings) == 1 and len(parse_section_heading(part.words).numbers) > 1)
        where = "subsection heading" if inner else "section heading"
        ledger.read("section", part.source, where, part.line, printed[where], where)
    for part in headings[2:]:
        sentence = text(
            "No field takes a third section heading; the article begins with it: {words}", words=part.source
        )
        ledger.no_place(sentence, part.source, part.line)
    for row in told:
        ledger.read("section", row.value, row.place, row.line, printed["row"], "row")
        _compare(row, place, ledger)
    return place


def _with_row(headings: list[SectionHeading], row: SectionHeading | None) -> list[SectionHeading]:
    """The row fills in a level that has no heading."""
    if row is None:
        return headings
    if not headings:
        return [row]
    deeper = len(headings) == 1 and len(row.numbers) > len(headings[0].numbers)
    return [*headings, row] if deeper and len(row.numbers) > 1 else headings


def _path(headings: list[SectionHeading], language: Language) -> tuple[Section, ...]:
    if not headings:
        return ()
    if len(headings) == 1 and len(headings[0].numbers) < 2:
        return (_section("", headings[0].numbers[-1:], headings[0], language),)
    inner = headings[-1]
    outer = headings[0] if len(headings) > 1 else SectionHeading("", inner.numbers[:1], ())
    top = _section("", outer.numbers[:1] or inner.numbers[:-1][:1], outer, language)
    return top, _section(top.id, inner.numbers[-1:], inner, language)


def _section(parent: str, numbers: tuple[str, ...], heading: SectionHeading, language: Language) -> Section:
    number = "".join(numbers)
    name = _local_text(heading.names, language)
    own = _slug(number) or _slug(name.best(language)) or "section"
    return Section(f"{parent}-{own}" if parent else own, number, name)


def _slug(words: str) -> str:
    return _NOT_ID.sub("-", ascii_latin(words).lower())[:LONGEST_ID].strip("-")


def _local_text(versions: tuple[tuple[str, str], ...], language: Language) -> LocalText:
    """Put every version into its language; what has none, or one already taken, into a free one."""
    name = LocalText()
    for guess, words in versions:
        wanted = [known for known in LANGUAGES if known == guess] + [language, *LANGUAGES]
        free = next((known for known in wanted if not name[known]), language)
        name = name.with_version(free, words if not name[free] else f"{name[free]} / {words}")
    return name


def _printed(place: SectionPlace, template: Template, language: Language) -> dict[str, tuple[str, ...]]:
    wording = template.wording
    return {
        "section heading": _both_cases(section_heading(place.path, wording, language), template, "section"),
        "subsection heading": _both_cases(subsection_heading(place.path, wording, language), template, "subsection"),
        "row": (joined(section_row(place.path, wording, language)),),
    }


def _both_cases(phrases: tuple[Phrase, ...], template: Template, style: str) -> tuple[str, ...]:
    """As stored and, where the template prints capitals, in capitals."""
    words = joined(phrases)
    look = next((look for name, look in template.styles.items() if name == style), None)
    return (words, capitals(words)) if look is not None and look.capitals else (words,)


def _compare(row: Row, place: SectionPlace, ledger: Ledger) -> None:
    """A row that names a section of the page, whichever level, agrees with it."""
    said = skeleton("".join(words for _, words in parse_section_heading(row.value).names))
    known = (skeleton("".join(words for _, words in section.name.filled())) for section in place.path)
    if said not in known:
        ledger.doubt(
            "disagreement",
            text("The section in the table is not the one of the headings: {words}", words=row.value),
            row.line,
            "section",
        )
