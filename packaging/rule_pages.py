"""Writes docs/rules: the manual of every rule as a page per language, and a list of them; `./dev texts` runs it.

python packaging/rule_pages.py [FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from proceedings_editor.rules.manual import (
    EXAMPLES,
    LIST_HEADS,
    LIST_TITLE,
    RIGHT,
    SECTIONS,
    SEVERITY_LINE,
    WRONG,
    Manual,
    manual_of,
)
from proceedings_editor.rules.place_name import LANGUAGE_NAMES
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.severity import SEVERITY_NAMES
from proceedings_editor.texts import INTERFACE_LANGUAGES

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"


def pages() -> Mapping[str, str]:
    """Return every page: path below docs/rules -> its text."""
    found = {}
    for language in INTERFACE_LANGUAGES:
        found[f"{language}/README.md"] = "\n".join(_list(language)) + "\n"
        for rule in RULES:
            found[f"{language}/{rule.code}.md"] = "\n".join(_page(rule, language)) + "\n"
    return found


def _list(language: str) -> Iterator[str]:
    yield f"# {LIST_TITLE.in_language(language)}"
    yield ""
    yield f"| {' | '.join(head.in_language(language) for head in LIST_HEADS)} |"
    yield "|---|---|---|"
    for rule in sorted(RULES, key=lambda rule: rule.code):
        title = manual_of(rule.manual).title.in_language(language)
        severity = SEVERITY_NAMES[rule.severity].in_language(language)
        yield f"| [{rule.code}]({rule.code}.md) | {severity} | {title} |"


def _page(rule: Rule, language: str) -> Iterator[str]:
    manual = manual_of(rule.manual)
    yield f"# {rule.code}: {manual.title.in_language(language)}"
    yield ""
    line = replace(SEVERITY_LINE, values=(("severity", SEVERITY_NAMES[rule.severity]),))
    yield line.in_language(language)
    for name, title in SECTIONS.items():
        paragraphs = manual.sections.get(name, ())
        if paragraphs:
            yield from ("", f"## {title.in_language(language)}")
        for paragraph in paragraphs:
            yield from ("", paragraph.in_language(language))
    yield from ("", f"## {SECTIONS[EXAMPLES].in_language(language)}", "")
    yield from _examples(manual, language)


def _examples(manual: Manual, language: str) -> Iterator[str]:
    for example in manual.examples:
        name = LANGUAGE_NAMES.get(example.language)
        before = f"{name.in_language(language)}: " if name else ""
        yield f"- {RIGHT if example.right else WRONG} {before}`{example.words}`"


def write(folder: Path) -> None:
    """Write the pages and take away those of rules that are gone."""
    wanted = pages()
    for old in folder.glob("*/*.md"):
        if old.relative_to(folder).as_posix() not in wanted:
            old.unlink()
    for name, words in wanted.items():
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(words, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
