"""The article's head apart from its people: section, codes, title, abstract, keywords, dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.exporters.composition.element import Inline, TextElement, Words
from proceedings_editor.exporters.composition.outline import Outline
from proceedings_editor.exporters.composition.setting import Setting, foreign, phrased, words
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.template import HeadElement
from proceedings_editor.templates.wording import CODES_APART, dated, section_heading, subsection_heading

KEYWORDS_APART: Final = ", "

_DOI: Final = "https://doi.org/"
_EDN: Final = "https://elibrary.ru/"


def section(setting: Setting, element: HeadElement) -> Iterator[TextElement]:
    """Yield the section's heading. Many articles share it, so it is no heading of this one's outline."""
    phrases = section_heading(setting.section_path, setting.wording, setting.language, element.languages)
    if phrases:
        yield setting.line("section", phrased(phrases, setting, "section", setting.language), "section")


def subsection(setting: Setting, element: HeadElement) -> Iterator[TextElement]:
    """Yield the heading of the subsection, for an entry that stands in one."""
    phrases = subsection_heading(setting.section_path, setting.wording, setting.language, element.languages)
    if phrases:
        yield setting.line("subsection", phrased(phrases, setting, "subsection", setting.language), "section")


def codes(setting: Setting, element: HeadElement) -> Iterator[TextElement]:
    """Yield the line of UDC, IRSTI or BBK: label and codes."""
    values: tuple[str, ...] = getattr(setting.entry, element.kind)
    label: LocalText = getattr(setting.wording, element.kind)
    found: list[Inline] = []
    for index, code in enumerate(values):
        if code.strip():
            found += (Words(CODES_APART),) if found else ()
            found += words(code, start=-1 if index else 0)
    if found:
        yield setting.line("code", (*_label(setting, label), *found), f"{element.kind}.0")


def identifier(setting: Setting, element: HeadElement) -> Iterator[TextElement]:
    """Yield the line of DOI or EDN; both lead to the article's page."""
    value: str = getattr(setting.entry, element.kind)
    label: LocalText = getattr(setting.wording, element.kind)
    address = (_DOI if element.kind == "doi" else _EDN) + value
    if value.strip():
        found = (*_label(setting, label), *words(value, start=0, url=address))
        yield setting.line("code", found, element.kind)


def title(setting: Setting, element: HeadElement, outline: Outline) -> Iterator[TextElement]:
    """Yield the title, once per language asked for; the first is the article's heading of level 1."""
    for language in element.languages or (setting.language,):
        if typed := setting.entry.title[language]:
            tag = foreign(language, setting.language)
            inlines = words(setting.printed("title", typed), language=tag, start=0)
            yield setting.line("title", inlines, f"title.{language}", outline.title())


def abstract(setting: Setting, language: Language) -> Iterator[TextElement]:
    """Yield the abstract in one language, its label bold in the same paragraph."""
    if typed := setting.entry.abstract[language].strip():
        start = setting.entry.abstract[language].index(typed)
        inlines = words(setting.printed("abstract", typed), language=foreign(language, setting.language), start=start)
        label = _run_in(setting, setting.wording.abstract, language)
        yield setting.line("abstract", (*label, *inlines), f"abstract.{language}")


def keywords(setting: Setting, language: Language) -> Iterator[TextElement]:
    """Yield the keywords in one language, their label bold in the same paragraph."""
    typed = KEYWORDS_APART.join(word for word in setting.entry.keywords[language] if word)
    if typed:
        inlines = words(setting.printed("keywords", typed), language=foreign(language, setting.language))
        label = _run_in(setting, setting.wording.keywords, language)
        yield setting.line("keywords", (*label, *inlines), f"keywords.{language}")


def dates(setting: Setting, element: HeadElement) -> Iterator[TextElement]:
    """Yield a line for each day that is known: received, returned, accepted."""
    entry, wording = setting.entry, setting.wording
    days = (
        ("received", wording.received, entry.received),
        ("returned", wording.returned, entry.returned),
        ("accepted", wording.accepted, entry.accepted),
    )
    for language in element.languages or (setting.language,):
        for field, pattern, day in days:
            # Without a pattern of its own a bare day would say nothing.
            if pattern and (line := dated(pattern, day, wording, language)):
                tag = foreign(language, setting.language)
                yield setting.line("code", words(setting.printed("code", line), language=tag), field)


def _label(setting: Setting, label: LocalText) -> tuple[Inline, ...]:
    printed = label.best(setting.language)
    return words(f"{printed} ") if printed else ()


def _run_in(setting: Setting, label: LocalText, language: Language) -> tuple[Inline, ...]:
    """Return a bold label with the space after it, nothing where the template has none in this language."""
    tag = foreign(language, setting.language)
    printed = label[language]
    return (*words(printed, language=tag, bold=True), Words(" ", language=tag)) if printed else ()
