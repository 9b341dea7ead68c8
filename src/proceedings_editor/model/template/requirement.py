"""What the conference requires: fields, limits, citations, references, and how strict each rule is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Required = tuple[str, ...]
"""Field paths that must be filled: "udc", "title.en", "authors.email", "authors.affiliations.city", "abstract.kk"."""


@dataclass(frozen=True, slots=True)
class Range:
    """A least and a greatest number; 0 for no limit on that side."""

    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """Volumes the conference accepts."""

    pages: Range = field(default_factory=Range)
    characters: Range = field(default_factory=Range)
    words: Range = field(default_factory=Range)
    title_words: Range = field(default_factory=Range)
    abstract_words: Range = field(default_factory=Range)
    abstract_characters: Range = field(default_factory=Range)
    keywords: Range = field(default_factory=Range)
    authors: Range = field(default_factory=Range)
    references: Range = field(default_factory=Range)
    papers_per_person: Range = field(default_factory=Range)
    originality: int = 0


@dataclass(frozen=True, slots=True)
class Citations:
    """The form of citations in the text; names as in `language.citation`."""

    form: Literal["plain", "comma-page", "semicolon-page", "colon-page", "point-page"] = "comma-page"
    order: Literal["citation", "alphabet"] = "citation"


@dataclass(frozen=True, slots=True)
class References:
    """The form of the reference list.

    Attributes:
        numbering: Form of the item numbers: "1." , "[1]" or "1)".
        standard: Which standard's areas and marks the rules follow.
    """

    numbering: Literal["1.", "[1]", "1)"] = "1."
    standard: Literal["gost-7.1", "gost-r-7.0.5", "gost-r-7.0.100"] = "gost-7.1"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where settings stand: the file, the line of the rule, the lines of its options."""

    file: str
    line: int
    options: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What a template changes about a rule: severity ("" keeps the rule's own, "off" silences it) and its options.

    Attributes:
        origin: Where that stands, None for settings that were not read from a file.
    """

    severity: Literal["", "off", "error", "warning", "information"] = ""
    options: Mapping[str, object] = field(default_factory=dict)
    origin: Origin | None = field(default=None, compare=False, repr=False)
