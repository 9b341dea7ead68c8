"""Markdown -> collection and entry with readings: a conference page by its form, any other text as an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.importers.author import read_authors
from proceedings_editor.importers.caption import with_captions
from proceedings_editor.importers.conference import read_conference
from proceedings_editor.importers.fixed_text import read_fixed_texts
from proceedings_editor.importers.form import Form, recognise_form
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.markdown_block import read_document
from proceedings_editor.importers.piece import Document, Piece
from proceedings_editor.importers.publication import (
    head_strangers,
    read_title,
    unused_rows,
    with_publication,
)
from proceedings_editor.importers.reference_list import read_references
from proceedings_editor.importers.result import Imported
from proceedings_editor.importers.section_tree import read_sections
from proceedings_editor.importers.supervisor import read_supervisors
from proceedings_editor.importers.word_balance import body_words, missing_words, run_words
from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.model.body import Body, Heading, Paragraph, Span, plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES, Language, LocalText, LocalWords
from proceedings_editor.model.template import Template
from proceedings_editor.model.walk import texts
from proceedings_editor.templates.capitals import capitals
from proceedings_editor.texts import text

DEEPEST_HEADING: Final = 4
"""Levels of headings that have a style."""

MOST_WORDS_NAMED: Final = 100
"""Words without a place that a report lists; more are counted only."""

_WORDS_APART: Final = re.compile(r"\s*[,;]\s*")


def import_markdown(source: str, template: Template, source_name: str, entry_id: str) -> Imported:
    """Take a Markdown text apart.

    Args:
        source: The whole text, as `source.read_markdown_file` gives it.
        template: Says which wordings are canonical; its patterns also help to take facts apart.
        source_name: Name of the file, kept as the entry's manuscript.
        entry_id: Id of the new entry.

    Returns:
        Everything found; whatever has no field is named in a doubt and stands at the beginning of the article.
    """
    document = read_document(source)
    form = recognise_form(document.pieces, template)
    ledger = Ledger()
    page = _Page(form, template, ledger, _language(form))
    entry = Entry(id=entry_id, language=page.language, manuscripts=(source_name,) if source_name else ())
    collection, entry = _with_form(page, entry) if form.complete else (Collection(), entry)
    entry = _with_article(page, entry)
    _balance(source, document, page, entry)
    doubts = sorted((*document.doubts, *ledger.doubts), key=lambda doubt: doubt.line)
    return Imported(
        collection, replace(entry, readings=ledger.readings()), tuple(doubts), form.complete, document.pictures
    )


@dataclass(frozen=True, slots=True)
class _Page:
    form: Form
    template: Template
    ledger: Ledger
    language: Language


def _language(form: Form) -> Language:
    """The language of the article's text; of its title where it has none."""
    body = " ".join(plain_text(words) for _, words in texts(tuple(piece.block for piece in form.body)))
    title = " ".join(part.words for part in form.head if part.kind == "title")
    guesses = (guess_language(words) for words in (body, title))
    return next((known for guess in guesses for known in LANGUAGES if known == guess), "kk")


def _with_form(page: _Page, entry: Entry) -> tuple[Collection, Entry]:
    form, template, ledger, language = page.form, page.template, page.ledger, page.language
    collection = read_conference(form.rows, template, ledger)
    place = read_sections(form.head, form.rows, template, language, ledger)
    entry = with_publication(entry, form, template, ledger)
    entry = replace(
        entry,
        section=place.id,
        title=read_title(form, language, template, ledger),
        authors=read_authors(form, language, template, ledger),
        supervisors=read_supervisors(form, language, template, ledger),
        abstract=_abstracts(page),
        keywords=_keywords(page),
    )
    unused_rows(form.rows, ledger)
    head_strangers(form.head, ledger)
    return replace(collection, sections=place.sections), entry


def _abstracts(page: _Page) -> LocalText:
    result = LocalText()
    for part in page.form.head:
        if part.kind == "abstract":
            version = _version(part.words, page.language)
            result = result.with_version(version, f"{result[version]}\n{part.words}".strip())
    return result


def _keywords(page: _Page) -> LocalWords:
    result = LocalWords()
    for part in page.form.head:
        if part.kind == "keywords":
            version = _version(part.words, page.language)
            words = tuple(word for word in _WORDS_APART.split(part.words.rstrip(".")) if word)
            result = replace(result, **{version: (*result[version], *words)})
    return result


def _version(words: str, language: Language) -> Language:
    guess = guess_language(words)
    return next((known for known in LANGUAGES if known == guess), language)


# ---------------------------------------------------------------------------------------------------------- article


def _with_article(page: _Page, entry: Entry) -> Entry:
    form, ledger = page.form, page.ledger
    read_fixed_texts(form, page.language, page.template, ledger)
    pieces = form.body
    if not form.complete and not entry.title:
        entry, pieces = _with_first_heading(entry, pieces, page)
    if form.after:
        sentence = text("What follows the reference list was put at the end of the article.")
        ledger.doubt("doubt", sentence, form.after[0].line)
    references = read_references(form.references, ledger)
    captioned = with_captions((*pieces, *form.after), ledger)
    return replace(entry, body=(*_homeless(ledger), *_body(captioned)), references=references)


def _homeless(ledger: Ledger) -> Iterator[Paragraph]:
    """What no field takes stands at the beginning of the article, where a person sees it and moves it."""
    for _, words in sorted(dict.fromkeys(ledger.homeless)):
        yield Paragraph((Span(" ".join(words.split("\n"))),))


def _with_first_heading(entry: Entry, pieces: tuple[Piece, ...], page: _Page) -> tuple[Entry, tuple[Piece, ...]]:
    """A text without the form has its title where any text has it."""
    first = next(iter(pieces), None)
    if first is None or not isinstance(first.block, Heading):
        return entry, pieces
    title = LocalText().with_version(page.language, first.words)
    printed = (first.words, capitals(first.words))
    page.ledger.read(f"title.{page.language}", first.words, "head", first.line, printed)
    return replace(entry, title=title), pieces[1:]


def _body(pieces: Iterable[Piece]) -> Body:
    """The blocks, with levels of headings counted from 1."""
    pieces = tuple(pieces)
    top = min((piece.level for piece in pieces if piece.level), default=1)
    return tuple(
        Heading(piece.block.text, min(piece.level - top + 1, DEEPEST_HEADING))
        if isinstance(piece.block, Heading)
        else piece.block
        for piece in pieces
    )


def _balance(source: str, document: Document, page: _Page, entry: Entry) -> None:
    """Name the words that are nowhere: the title of a link, what lies too deep."""
    ledger = page.ledger
    told = (str(value) for doubt in document.doubts for _, value in doubt.text.values)
    references = (words for reference in entry.references for words in run_words(reference.text))
    sources = (*(picture.source for picture in document.pictures), *document.old_formulas)
    accounted = [
        *ledger.accounted,
        *told,
        *sources,
        *body_words(entry.body),
        *references,
        *_addresses(document, page.form),
    ]
    missing = missing_words(source, accounted)
    if not missing:
        return
    named = " ".join(missing[:MOST_WORDS_NAMED])
    sentence = (
        text("These words of the file found no place: {words}", words=named)
        if len(missing) <= MOST_WORDS_NAMED
        else text("{count} words of the file found no place: {words} …", count=len(missing), words=named)
    )
    ledger.doubt("no_place", sentence)


def _addresses(document: Document, form: Form) -> Iterator[str]:
    """Addresses of links outside the article's text: their words are read, the link itself has no field."""
    article = {piece.line for piece in (*form.body, *form.references, *form.after)}
    for piece in document.pieces:
        if piece.line not in article:
            yield from (run.href for line in piece.lines for run in line.text if isinstance(run, Span))
