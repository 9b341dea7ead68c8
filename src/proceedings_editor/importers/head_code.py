"""Classification codes and identifiers that stand with their label in the head: `ӘОЖ 34:342`, `МРНТИ 10.15`."""

from __future__ import annotations

import re
from typing import Final, Literal

CodeKind = Literal["udc", "irsti", "bbk", "doi", "edn"]

LONGEST: Final = 200
"""Characters beyond which a line is no line of codes."""

_BETWEEN: Final = r"[\s:.№–—/-]*"
_LABELS: Final[dict[CodeKind, str]] = {
    "udc": "ә[оө]ж|эож|удк|udc|udk",
    "irsti": "ғтамр|хғтар|мғтар|ғтар|грнти|мрнти|irsti|grnti",
    "bbk": "кбж|ббк|bbk|lbc",
    "doi": "doi",
    "edn": "edn",
}
_LABEL: Final = re.compile(
    "|".join(rf"(?P<{kind}>(?<!\w)(?:(?:{words})(?!\w){_BETWEEN})+)" for kind, words in _LABELS.items()),
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"[\d\[(=\"]|https?:|[A-Za-z]{6}$")


def codes_of(words: str) -> tuple[tuple[CodeKind, str], ...]:
    """Return kind and code of every labelled code of a line, () when it is not a line of codes alone."""
    labels = list(_LABEL.finditer(words))
    if not labels or labels[0].start() > 0 or len(words) > LONGEST:
        return ()
    ends = [*(label.start() for label in labels[1:]), len(words)]
    codes = [words[label.end() : end].strip(" ,;|") for label, end in zip(labels, ends, strict=True)]
    if not all(_CODE.match(code) for code in codes):
        return ()
    return tuple((_kind(label), code) for label, code in zip(labels, codes, strict=True))


def _kind(label: re.Match[str]) -> CodeKind:
    return next(kind for kind in _LABELS if label[kind])
