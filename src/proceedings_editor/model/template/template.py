"""The template itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proceedings_editor.model.local import LocalText
from proceedings_editor.model.template.look import Captions, PageSetup, StyleName, TextStyle
from proceedings_editor.model.template.order import ElementKind, HeadElement, InformationPage, People
from proceedings_editor.model.template.requirement import (
    Citations,
    Limits,
    References,
    Required,
    RuleSettings,
)
from proceedings_editor.model.template.wording import Wording


@dataclass(frozen=True, slots=True)
class Template:
    """Everything one conference asks of the form of its entries.

    Attributes:
        name: Short ASCII name, also of its file.
        origin: Name and version of the shipped template a collection's own was copied from, "" for a shipped one.
        font: Family the call names; the DOCX names it, the PDF embeds its metric twin.
        styles: A style for every `StyleName`.
        captions: Whether captions stand above or below what they belong to.
        article: The article's elements in order, body and references among them.
        list_marker: Printed marker of unordered lists.
        ordered_marker: Printed form of ordered lists' numbers.
        file_name: Pattern of export names over {number}, {surname}, {initials}, {language}.
        formats: Accepted manuscript formats, by file name ending.
    """

    name: str
    title: LocalText = field(default_factory=LocalText)
    origin: str = ""
    font: str = "Times New Roman"
    page: PageSetup = field(default_factory=PageSetup)
    styles: Mapping[StyleName, TextStyle] = field(default_factory=dict)
    captions: Captions = field(default_factory=Captions)
    information: InformationPage = field(default_factory=InformationPage)
    article: tuple[HeadElement, ...] = ()
    people: People = field(default_factory=People)
    wording: Wording = field(default_factory=Wording)
    list_marker: str = "–"
    ordered_marker: str = "1."
    required: Required = ()
    limits: Limits = field(default_factory=Limits)
    citations: Citations = field(default_factory=Citations)
    references: References = field(default_factory=References)
    formats: tuple[str, ...] = ("docx",)
    file_name: str = "{number}_{surname}_{initials}"
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)

    def prints(self, kind: ElementKind) -> bool:
        """Whether the article has this element."""
        return any(element.kind == kind for element in self.article)
