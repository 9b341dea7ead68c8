"""One self-contained HTML page of findings: nothing is loaded from anywhere, no script runs, everything is text.

Headings give it its structure (collection, entry, rule), every table says what its columns are, severities are told in
words and not by colour alone, and it prints on paper as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8888; --error: #b3261e; --warning: #8a5300; --information: #2a5db0 }
@media (prefers-color-scheme: dark) { :root { --error: #f2a19b; --warning: #f0c27a; --information: #a9c6fa } }
body { font: 1rem/1.5 "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; max-width: 60rem; margin: 2rem auto;
       padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line) }
th { font-weight: 600 } th:first-child, td:first-child { width: 16rem }
q { font-style: italic } q::before, q::after { content: none }
td, h1, h2, q { overflow-wrap: anywhere }
.error { color: var(--error) } .warning { color: var(--warning) } .information { color: var(--information) }
nav ul { columns: 2; padding-left: 1.2rem }
@media print { body { max-width: none; margin: 0; font-size: 10pt } nav { display: none }
  h2, h3 { break-after: avoid } tr { break-inside: avoid } a { color: inherit; text-decoration: none } }
""".strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One finding: where, the characters concerned, what is wrong, what is offered ("" for nothing)."""

    place: str
    words: str
    message: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class RuleRows:
    """The findings of one rule in one entry; `severity` is the word for a person, `kind` names its colour."""

    code: str
    title: str
    severity: str
    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class EntryRows:
    """What was found in one entry, or in the collection itself."""

    heading: str
    counts: str
    rules: tuple[RuleRows, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The page's own words in the person's language."""

    contents: str
    place: str
    problem: str
    nothing: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything the page says.

    Attributes:
        language: Language tag of the page.
        title: What was checked.
        lines: Sentences below the title: the day, the counts.
        entries: What was found.
        ignored: What was decided to be right as it is, () to leave that part out; `ignored_title` stands above it.
    """

    language: str
    title: str
    lines: tuple[str, ...]
    words: Words
    entries: tuple[EntryRows, ...]
    ignored_title: str = ""
    ignored: tuple[EntryRows, ...] = ()


def html_page(page: ReportPage) -> str:
    """Return the page as HTML."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: ReportPage) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(page.language)}">'
    yield '<head><meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(page.title)}</title>"
    yield f"<style>\n{_STYLE}\n</style></head>"
    yield "<body>"
    yield f"<header><h1>{escape(page.title)}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in page.lines)
    yield "</header>"
    if len(page.entries) > 1:
        yield from _contents(page)
    yield "<main>"
    if not page.entries:
        yield f"<p>{escape(page.words.nothing)}</p>"
    for number, entry in enumerate(page.entries):
        yield from _section(entry, f"e{number}", page.words)
    if page.ignored:
        yield f'<h2 id="ignored">{escape(page.ignored_title)}</h2>'
        for number, entry in enumerate(page.ignored):
            yield from _section(entry, f"i{number}", page.words)
    yield "</main>"
    yield "</body></html>"


def _contents(page: ReportPage) -> Iterator[str]:
    yield f'<nav aria-label="{escape(page.words.contents)}"><ul>'
    for number, entry in enumerate(page.entries):
        yield f'<li><a href="#e{number}">{escape(entry.heading)}</a> ({escape(entry.counts)})</li>'
    yield "</ul></nav>"


def _section(entry: EntryRows, anchor: str, words: Words) -> Iterator[str]:
    yield f'<section aria-labelledby="{anchor}">'
    yield f'<h2 id="{anchor}">{escape(entry.heading)}</h2>'
    if entry.counts:
        yield f"<p>{escape(entry.counts)}</p>"
    for number, rule in enumerate(entry.rules):
        yield from _rule(rule, f"{anchor}r{number}", words)
    yield "</section>"


def _rule(rule: RuleRows, anchor: str, words: Words) -> Iterator[str]:
    severity = f'<span class="{escape(rule.kind)}">{escape(rule.severity)}</span>'
    yield f'<h3 id="{anchor}">{severity} <code>{escape(rule.code)}</code> {escape(rule.title)}</h3>'
    yield f'<table aria-labelledby="{anchor}"><thead><tr>'
    yield f'<th scope="col">{escape(words.place)}</th><th scope="col">{escape(words.problem)}</th></tr></thead><tbody>'
    for row in rule.rows:
        quoted = f"<br><q>{escape(row.words)}</q>" if row.words else ""
        fix = f"<br><em>{escape(row.fix)}</em>" if row.fix else ""
        yield f"<tr><td>{escape(row.place)}{quoted}</td><td>{escape(row.message)}{fix}</td></tr>"
    yield "</tbody></table>"
