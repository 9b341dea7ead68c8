"""Program code and grammars that were typed as plain paragraphs."""

from __future__ import annotations

import re
from typing import Final

_SIGN: Final = re.compile(
    r"->|=>|:=|==|!=|&&|\|\||::|[{}]|\|\s|;\s*(?:\n|\Z)|\w\(\)|</?\w+>|^\s*\"[\w ]+\"\s?:", re.MULTILINE
)
_RULE: Final = re.compile(r"^\s*\w+\s:\s.*$", re.MULTILINE)
_COMMENT: Final = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_CYRILLIC: Final = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)


def is_code(words: str) -> bool:
    """Whether a paragraph is code.

    It has signs of code, or rules of a grammar line by line, and not a word in Cyrillic letters but in its comments.
    English prose without these signs is prose.
    """
    if "//" in words or "/*" in words:
        words = _COMMENT.sub("", words)
    if _CYRILLIC.search(words):
        return False
    return _SIGN.search(words) is not None or len(_RULE.findall(words)) > 1
