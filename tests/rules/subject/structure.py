"""How the examples of rules about paragraphs, figures, formulas and files are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here. Examples hold
blocks parted by “¶”; “{…}” is a figure with its caption or, for rules of formulas, a formula, numbered with “#” behind.
"""

from __future__ import annotations

from collections.abc import Callable

from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    Paragraph,
    Span,
    Table,
)
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def _blocks(words: str, framed: Callable[[str], Block]) -> Body:
    parts = map(str.strip, words.split("¶"))
    return tuple(framed(part) if part.startswith("{") else sample.paragraph(part) for part in parts)


def paragraphs(example: Example) -> Workspace:
    return _with(_blocks(example.words, figure))


def figures(example: Example) -> Workspace:
    return _with(_blocks(example.words, figure))


def formulas(example: Example) -> Workspace:
    return _with(_blocks(example.words, formula))


def figure(words: str) -> Figure:
    return Figure("arna.png", (Span(words.strip("{}")),), "Құрғақ арна")


def formula(words: str) -> DisplayFormula:
    return DisplayFormula(FormulaSource(words.rstrip("#")[1:-1]), words.endswith("#"))


def caption(example: Example) -> Workspace:
    return _with((sample.paragraph("1-суретте өзен көрсетілген."), figure(example.words)))


def alternative(example: Example) -> Workspace:
    words = "" if example.words.startswith("(") else example.words
    return _with((sample.paragraph("1-сурет."), Figure("arna.png", (Span("Арна"),), words)))


def header_rows(example: Example) -> Workspace:
    row = (Cell((sample.paragraph("су"),)), Cell((sample.paragraph("жер"),)))
    table = Table((row, row), header_rows=int(example.words), caption=(Span("Сулар"),))
    return _with((sample.paragraph("1-кестеде сулар берілген."), table))


def headings(example: Example) -> Workspace:
    body = tuple(Heading((Span("Дала"),), int(level)) for level in example.words.split())
    return _with(body)


def long_paragraph(example: Example) -> Workspace:
    count, letter = example.words.split()
    return _with((Paragraph((Span(letter * int(count)),)),))


def manuscript(example: Example) -> Workspace:
    formats = ("docx", "doc")
    return sample.workspace(sample.entry(manuscripts=(example.words,)), template=sample.template(formats=formats))


def pattern(example: Example) -> Workspace:
    return sample.workspace(template=sample.template(file_name=example.words))


def megabytes(example: Example) -> tuple[Workspace, Facts]:
    return sample.workspace(), Facts(attachments={"e1": int(example.words) * 1_000_000})


def site_pages(example: Example) -> tuple[Workspace, Facts]:
    first, last, found = map(int, example.words.replace("–", " ").split())
    entry = sample.entry(first_page=first, last_page=last)
    return sample.workspace(entry), Facts(site_pages={entry.id: found})


def _with(body: Body) -> Workspace:
    return sample.workspace(sample.entry(body=(*sample.entry().body, *body)))


SUBJECTS: dict[str, Callable[[Example], Workspace | tuple[Workspace, Facts]]] = {
    "BODY001": paragraphs,
    "BODY002": long_paragraph,
    "BODY003": paragraphs,
    "BODY004": paragraphs,
    "BODY005": headings,
    "FIG001": figures,
    "FIG002": caption,
    "FIG003": alternative,
    "FIG004": header_rows,
    "FORM001": formulas,
    "FILE001": pattern,
    "FILE002": manuscript,
    "FILE003": megabytes,
    "FILE004": site_pages,
}
