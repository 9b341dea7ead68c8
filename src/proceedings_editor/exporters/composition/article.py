"""The article: the template's elements in the template's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, Literal

from proceedings_editor.exporters.composition import head, people
from proceedings_editor.exporters.composition.body import BodyComposer
from proceedings_editor.exporters.composition.element import Element, PageBreakElement, TextElement
from proceedings_editor.exporters.composition.outline import Outline
from proceedings_editor.exporters.composition.references import references
from proceedings_editor.exporters.composition.setting import Setting, aligned
from proceedings_editor.model.template import ElementKind, HeadElement

_Group = Literal["authors", "summary", "alone"]
_PEOPLE: Final[frozenset[ElementKind]] = frozenset((*people.AUTHOR_KINDS, "supervisors"))
_SUMMARIES: Final[frozenset[ElementKind]] = frozenset(("abstract", "keywords"))


def article(setting: Setting) -> tuple[Element, ...]:
    """Return the elements of an entry's article."""
    outline = Outline()
    body = BodyComposer(setting, outline)
    found: list[Element] = []
    people_end = 0
    for _, grouped in groupby(setting.template.article, lambda element: _group(setting, element)):
        run = tuple(grouped)
        made = tuple(_run(setting, run, outline, body))
        found += made
        if made and run[0].kind in _PEOPLE:
            people_end = len(found)
    if people_end:
        found[people_end - 1] = _spaced(found[people_end - 1], setting.template.people.space_after)
    return _trimmed(found)


def _spaced(element: Element, space_after: float) -> Element:
    """Set the lines about people apart from what follows, whether or not the entry has a supervisor."""
    if not isinstance(element, TextElement):
        return element
    return replace(element, look=replace(element.look, space_after=max(element.look.space_after, space_after)))


def _group(setting: Setting, element: HeadElement) -> tuple[_Group, ElementKind | None]:
    """Name what an element is composed together with: neighbours of one group make one run."""
    if element.kind in people.AUTHOR_KINDS and setting.template.people.authors == "lines":
        return "authors", None
    return ("summary", None) if element.kind in _SUMMARIES else ("alone", element.kind)


def _run(setting: Setting, run: tuple[HeadElement, ...], outline: Outline, body: BodyComposer) -> Iterator[Element]:
    group, _ = _group(setting, run[0])
    match group:
        case "authors":
            yield from people.authors_in_lines(setting, run)
        case "summary":
            yield from _summaries(setting, run)
        case "alone":
            for element in run:
                yield from aligned(_alone(setting, element, outline, body), element)


def _summaries(setting: Setting, run: tuple[HeadElement, ...]) -> Iterator[Element]:
    """Yield abstract and keywords language by language, as the template first names them."""
    languages = dict.fromkeys(language for element in run for language in element.languages or (setting.language,))
    makers = {"abstract": head.abstract, "keywords": head.keywords}
    for language in languages:
        for element in run:
            if language in (element.languages or (setting.language,)):
                yield from aligned(makers[element.kind](setting, language), element)


def _alone(setting: Setting, element: HeadElement, outline: Outline, body: BodyComposer) -> Iterable[Element]:
    match element.kind:
        case "section":
            return head.section(setting, element)
        case "subsection":
            return head.subsection(setting, element)
        case "udc" | "irsti" | "bbk":
            return head.codes(setting, element)
        case "doi" | "edn":
            return head.identifier(setting, element)
        case "title":
            return head.title(setting, element, outline)
        case "authors" | "emails" | "orcids" | "affiliations":
            return people.authors_in_row(setting, element)
        case "supervisors":
            return people.supervisors(setting, element)
        case "dates":
            return head.dates(setting, element)
        case "body":
            return body.body()
        case "references":
            return references(setting, outline, body)
        case "abstract" | "keywords":
            return _summaries(setting, (element,))


def _trimmed(elements: list[Element]) -> tuple[Element, ...]:
    """Drop page breaks that would only make an empty page: at either end and behind another."""
    kept: list[Element] = []
    for element in elements:
        if not isinstance(element, PageBreakElement) or (kept and not isinstance(kept[-1], PageBreakElement)):
            kept.append(element)
    while kept and isinstance(kept[-1], PageBreakElement):
        kept.pop()
    return tuple(kept)
