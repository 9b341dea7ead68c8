"""Single words of a person's name: initials, patronymics, surnames' endings, and what is no name."""

from __future__ import annotations

import re
from typing import Final

_LETTER: Final = r"[^\W\d_]"
_WORD: Final = rf"{_LETTER}+(?:[-‐‑'’ʼ]{_LETTER}+)*"
_INITIAL_DOTTED: Final = rf"{_LETTER}{{1,3}}\.(?:-{_LETTER}{{1,3}}\.)?"
_TOKEN: Final = re.compile(rf"{_INITIAL_DOTTED}|{_WORD}")
_INITIAL: Final = re.compile(rf"(?:{_INITIAL_DOTTED}|{_LETTER})$")
SON_OR_DAUGHTER: Final = frozenset(
    ("ұлы", "қызы", "улы", "кызы", "оглы", "оғлы", "uly", "kyzy", "qyzy", "oglu", "ogly")
)
PARTICLES: Final = frozenset(
    ("van", "von", "der", "den", "de", "la", "di", "da", "bin", "al", "el", "ter", "фон", "де")
)
PATRONYMIC: Final = re.compile(
    r".{2,}(?:ұлы|ұғлы|қызы|улы|кызы|ович|евич|ьич|овна|евна|ична|uly|ully|kyzy|qyzy|ovich|evich|ovna|evna|ichna)$",
    re.IGNORECASE,
)
SURNAME_ENDING: Final = re.compile(
    r".{3,}(?:[оеё]ва?|с?ск(?:ий|ая)|цк(?:ий|ая)|енко|чук|ov|ova|ev|eva|yev|yeva|sk(?:y|iy|aya)|enko)$", re.IGNORECASE
)
NOT_A_NAME: Final = re.compile(
    r"(?:университет|институт|академия(?:сы)?$|кафедра|факультет|республика|облы[сғ]|област|қала(?:сы)?$|город$|аудан"
    r"|район|қазақстан$|казахстан$|россия$|конференци|секция|әдебиет|литератур|кіріспе$|введение$|қорытынды$"
    r"|заключение$|аңдатпа$|аннотация$|резюме$|мазмұны$|содержание$|мекте[пб]і?$|школа$|колледж|гимназия|лицей"
    r"|орталы[қғ]ы?$|центр$|білім$|ғылым$|наука$|universit|institut|academy$|department$|facult|republic$|region$|city$"
    r"|kazakhstan$|russia$|conference$|section$|references$|abstract$|introduction$|conclusions?$|contents?$|college$)",
    re.IGNORECASE,
)
AND_OTHERS: Final = re.compile(r"[\s,]*(?:және т\.\s?б\.?|и др\.?|et al\.?)\s*$", re.IGNORECASE)


def tokens_of(text: str) -> list[str]:
    """Split into words and initials; a separate `ұлы` or `қызы` joins the word before it."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        if tokens and token.lower() in SON_OR_DAUGHTER and not is_initial(tokens[-1]):
            tokens[-1] += f" {token}"
        else:
            tokens.append(token)
    return _short_word_freed(tokens)


def _short_word_freed(tokens: list[str]) -> list[str]:
    """In `Н. Ким.` the stop ends the sentence: the longest of what looks like initials is a word."""
    if tokens and all(map(is_initial, tokens)):
        longest = max(range(len(tokens)), key=lambda i: len(tokens[i]))
        if len(tokens[longest]) > 3:
            tokens[longest] = tokens[longest].rstrip(".")
    return tokens


def only_names(text: str) -> bool:
    """Whether a text has nothing but words, initials, commas and stops."""
    return not _TOKEN.sub("", text).strip(" ,.")


def is_initial(token: str) -> bool:
    """Whether a token of `tokens_of` is an initial."""
    return _INITIAL.match(token) is not None and token[0].isupper()
