"""Kazakh years and days with the word that follows them: `2020 жылы`, `1 наурызда`, and how the two are joined.

The spelling of 1983 puts nothing but a space between them; the rules of 2018 for the Latin script put a hyphen. A
template chooses by the option “style” of DATE004.
"""

from __future__ import annotations

import re
from typing import Final

from proceedings_editor.language.word_list import rows
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.template import Template

HYPHEN_STYLE: Final = "2018"
SPACE_STYLE: Final = "1983"

KAZAKH_MONTHS: Final = "|".join(row["kk"] for row in rows("months"))
RUSSIAN_MONTHS: Final = "|".join(row["ru_genitive"] for row in rows("months"))
YEAR: Final = "(?:1[0-9]|20)[0-9]{2}"
DAY: Final = "(?:[12][0-9]|3[01]|0?[1-9])"
ABOUT: Final = frozenset({"body"} | {f"{key}.{language}" for key in ("title", "abstract") for language in LANGUAGES})
"""Texts a person wrote for the article; titles of references keep their own spelling."""
SUSPECT: Final = re.compile(r"[0-9][\s\u00a0]*[-‐‑–—]+[\s\u00a0]*[жгқанмсштяфиодЖГҚАНМСШТЯФИОД]")
"""What a text must have at all to be looked at."""


def joint(template: Template) -> str:
    """Return what stands between a number and жыл or a month in the template's style: a space or a hyphen."""
    settings = template.rules.get("DATE004")
    style = str(settings.options.get("style", SPACE_STYLE)) if settings else SPACE_STYLE
    return "-" if style == HYPHEN_STYLE else " "
