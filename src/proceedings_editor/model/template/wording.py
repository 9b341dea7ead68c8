"""Labels and patterns: how a fact becomes words, per language.

A label is printed as it stands, one space before what it labels: give a run-in label its own full stop or colon
("Аңдатпа."). A pattern is text with values; `templates.pattern` fills it and `templates.wording` knows the values:

- `{city}` is the value of that name, nothing where the fact is missing.
- `[, {city}]` is a group: it vanishes whole when a value inside it is empty. Groups nest, and an empty value inside an
  inner group takes only that group with it. A group without any value always stays.
- A backslash makes `[`, `]`, `{`, `}` and itself ordinary characters.
- What the pattern itself leaves at either end of spaces, commas, semicolons, colons and dashes is cut off, so that
  `[{organisation}][, {city}][, {country}]` reads well whichever parts are missing. Characters of values stay.
- When every value is empty, nothing is printed at all.

In YAML a pattern is written in quotes, because a bare `[` or `{` begins a list or a mapping there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from proceedings_editor.model.local import LocalText


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels and patterns per language.

    Attributes:
        udc, irsti, bbk, doi, edn, orcid: Label before the code.
        abstract, keywords, references: Label or heading.
        supervisor: The role word.
        conference: Pattern over {name}, {kind}.
        section: Pattern over {number}, {name}, {names} (every version joined by `names_apart`). subsection: also
            {parent}, the number of the section above.
        section_row: As subsection, for the information page, whose label says already that it is a section.
        author_line: Pattern over {status}, {degree}, {academic_title}, {post}, {department}, {organisation}, {city},
            {country}; filled once per affiliation, what is personal (the first four) only the first time. Where
            superscript marks tie names to organisations it is filled without what is personal.
        supervisor_line: As author_line, and {role}, {name}. The information page fills it without {role}.
        figure, table, listing: Pattern over {number}, {caption}.
        received, returned, accepted: Pattern over {date}.
        names_apart: Between language versions of one fact.
        page_range: Mark between first and last page in print.
        date_style: "plain" (7 сәуір 2025) or "official" (2025 жылғы 7 сәуір).
    """

    udc: LocalText = field(default_factory=LocalText)
    irsti: LocalText = field(default_factory=LocalText)
    bbk: LocalText = field(default_factory=LocalText)
    doi: LocalText = field(default_factory=LocalText)
    edn: LocalText = field(default_factory=LocalText)
    orcid: LocalText = field(default_factory=LocalText)
    abstract: LocalText = field(default_factory=LocalText)
    keywords: LocalText = field(default_factory=LocalText)
    references: LocalText = field(default_factory=LocalText)
    supervisor: LocalText = field(default_factory=LocalText)
    conference: LocalText = field(default_factory=LocalText)
    section: LocalText = field(default_factory=LocalText)
    subsection: LocalText = field(default_factory=LocalText)
    section_row: LocalText = field(default_factory=LocalText)
    author_line: LocalText = field(default_factory=LocalText)
    supervisor_line: LocalText = field(default_factory=LocalText)
    figure: LocalText = field(default_factory=LocalText)
    table: LocalText = field(default_factory=LocalText)
    listing: LocalText = field(default_factory=LocalText)
    received: LocalText = field(default_factory=LocalText)
    returned: LocalText = field(default_factory=LocalText)
    accepted: LocalText = field(default_factory=LocalText)
    names_apart: str = " / "
    page_range: str = "–"
    date_style: Literal["plain", "official"] = "plain"
