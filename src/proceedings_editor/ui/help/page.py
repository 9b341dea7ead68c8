"""Pages of the help's windows: the chapters of the guide, the manuals of the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import QUrl

from proceedings_editor.app.guide import Chapter, chapters, picture_path
from proceedings_editor.exporters.composition.picture import picture_header
from proceedings_editor.model.body import Figure
from proceedings_editor.model.local import Language
from proceedings_editor.rules.family import FAMILY_NAMES
from proceedings_editor.rules.manual import manual_of
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.ui.help.block_html import body_html, body_words
from proceedings_editor.ui.problem.explanation import manual_html
from proceedings_editor.ui.words import Words

_NARROWEST: Final = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        id: Names it.
        title: In the contents.
        group: What it stands under in the contents, "" for nothing.
        words: Everything it says, to look for something.
        html: Makes it; the width there is for pictures is given in pixels.
    """

    id: str
    title: str
    group: str
    words: str
    html: Callable[[int], str]


def guide_pages(words: Words) -> Sequence[Page]:
    """Return the chapters of the guide in the window's language."""
    language = words.language
    return [
        Page(one.name, one.title, "", f"{one.title}\n{body_words(one.body)}", partial(_chapter_html, one, language))
        for one in chapters(language)
    ]


def rule_pages(words: Words) -> Sequence[Page]:
    """Return the manual of every rule in the window's language."""
    return [
        Page(
            rule.code,
            f"{rule.code} · {words(manual_of(rule.manual).title).removesuffix('.')}",
            words(FAMILY_NAMES[rule.family]),
            "\n".join((rule.code, *_said(rule, words))),
            lambda _width, rule=rule: manual_html(rule, words),  # type: ignore[misc]
        )
        for rule in RULES
    ]


def _said(rule: Rule, words: Words) -> Iterator[str]:
    manual = manual_of(rule.manual)
    yield from map(words, manual.sentences())
    yield from (example.words for example in manual.examples)


def _chapter_html(chapter: Chapter, language: Language, width: int) -> str:
    return f"<h1>{escape(chapter.title)}</h1>{body_html(chapter.body, partial(_picture, language, width))}"


def _picture(language: Language, width: int, figure: Figure) -> str:
    """As wide as there is room, never wider than it is."""
    path = picture_path(language, figure.file)
    header = picture_header(path, path.stat().st_mtime_ns) if path.is_file() else None
    if header is None:
        return f"<i>{escape(figure.alt)}</i>"
    shown = max(min(width, header.width), _NARROWEST)
    address = escape(QUrl.fromLocalFile(str(path)).toString())
    return f"<img src='{address}' width='{shown}' height='{header.height * shown // header.width}'>"
