"""The door: an entry becomes a composition, the same for both writers."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from proceedings_editor.errors import UsageError
from proceedings_editor.exporters.composition.article import article
from proceedings_editor.exporters.composition.element import Composition, PageStyle, Part
from proceedings_editor.exporters.composition.information import information
from proceedings_editor.exporters.composition.setting import FigureFinder, Setting
from proceedings_editor.language.file_name import LIMIT, file_stem
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import STYLES, Template
from proceedings_editor.templates.person_line import file_values
from proceedings_editor.templates.wording import conference_title, printed_number
from proceedings_editor.texts import text

PartChoice = Literal["information", "article", "both"]

_POINTS_PER_CM: Final = 72 / 2.54


def compose(
    collection: Collection,
    template: Template,
    entry: Entry,
    *,
    parts: PartChoice,
    draft: bool,
    figures: FigureFinder,
    largest_number: int,
) -> Composition:
    """Return an entry's pages as styled elements, everything decided but the line and page breaks.

    Args:
        collection: What the entry shares with the others.
        template: The form asked for.
        entry: The entry.
        parts: What is wanted; "both" gives the article alone where the template shows no information page.
        draft: Mark every page as a draft.
        figures: Finds the figure files of this entry; None for a file that is missing.
        largest_number: The collection's largest publication number, for the leading zeros.

    Raises:
        UsageError: The information page is wanted alone, and the template shows none.
        TemplateError: A pattern of the template has a bracket without a partner.
    """
    setting = Setting(collection, template, entry, figures, largest_number)
    shown = template.information.shown
    if parts == "information" and not shown:
        raise UsageError(text("The template has no information page; choose the article instead."))
    page = _page(setting, draft)
    composed: list[Part] = []
    if parts != "article" and shown:
        unnumbered = replace(page, number=("none", page.number[1]), first_folio=1)
        language = template.information.language
        composed.append(Part("information", language, unnumbered, information(setting), entry.id))
    if parts != "information":
        composed.append(Part("article", entry.language, page, article(setting), entry.id))
    return _document(setting, tuple(composed))


def export_stem(template: Template, entry: Entry, largest_number: int, limit: int = LIMIT) -> str:
    """Return the name of an entry's files without ending: ASCII, "070_qozhabek_aa".

    Args:
        template: Has the pattern.
        entry: The entry.
        largest_number: As for `compose`.
        limit: Largest length in characters.

    Raises:
        UsageError: The pattern asks for a value there is not.
    """
    values = {"number": printed_number(entry.number, largest_number), "language": entry.language}
    return file_stem(template.file_name, values | file_values(entry.authors), limit)


def _page(setting: Setting, draft: bool) -> PageStyle:
    page = setting.template.page
    return PageStyle(
        width=page.width * _POINTS_PER_CM,
        height=page.height * _POINTS_PER_CM,
        top=page.top * _POINTS_PER_CM,
        bottom=page.bottom * _POINTS_PER_CM,
        left=page.left * _POINTS_PER_CM,
        right=page.right * _POINTS_PER_CM,
        mirrored=page.mirrored,
        number=(page.number.place, page.number.align),
        number_look=setting.look("page_number"),
        first_folio=setting.entry.first_page or 1,
        head=_draft_mark(setting) if draft else "",
        head_look=setting.look("page_head"),
        hyphenation=page.hyphenation,
    )


def _draft_mark(setting: Setting) -> str:
    """Return the line of a draft's page head. It names no day: the same input must give the same bytes."""
    number = printed_number(setting.entry.number, setting.largest_number)
    mark = text("Draft, entry {number}", number=number) if number else text("Draft")
    return setting.printed("page_head", mark.in_language(setting.language))


def _document(setting: Setting, parts: tuple[Part, ...]) -> Composition:
    collection, entry, language = setting.collection, setting.entry, setting.language
    authors = tuple(filter(None, (author.full_name or author.latin for author in entry.authors)))
    conference = conference_title(collection, setting.wording, language)
    return Composition(
        parts,
        title=entry.title.best(language) or text("Untitled article").in_language(language),
        authors=authors,
        language=language,
        font=setting.template.font,
        styles=tuple((style, setting.look(style)) for style in STYLES),
        subject=conference or collection.name.best(language),
        keywords=entry.keywords[language],
        day=collection.first_day.isoformat() if collection.first_day else "",
    )
