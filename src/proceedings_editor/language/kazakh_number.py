"""Case endings behind figures in Kazakh: 70-тен, 39-бап, 5000-нан. How the number is spoken decides their form.

After the rules of Kazakh spelling: an ending has back or front vowels as the last syllable has, and its first letter
follows the last sound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Sound = Literal["vowel", "nasal", "voiced", "voiceless"]

_FORMS: Final[tuple[dict[Sound, str], ...]] = (
    {"vowel": "н*ң", "nasal": "н*ң", "voiced": "д*ң", "voiceless": "т*ң"},
    {"vowel": "ға", "nasal": "ға", "voiced": "ға", "voiceless": "қа"},
    {"vowel": "ны", "nasal": "ды", "voiced": "ды", "voiceless": "ты"},
    {"vowel": "да", "nasal": "да", "voiced": "да", "voiceless": "та"},
    {"vowel": "дан", "nasal": "нан", "voiced": "дан", "voiceless": "тан"},
    {"vowel": "дағы", "nasal": "дағы", "voiced": "дағы", "voiceless": "тағы"},
    {"vowel": "дай", "nasal": "дай", "voiced": "дай", "voiceless": "тай"},
)
"""The endings of genitive, dative, accusative, locative, ablative, "which is in" and "about", with back vowels."""
_BACK_TO_FRONT: Final = str.maketrans("аығқ", "еігк")
_FRONT_TO_BACK: Final = str.maketrans("еігк", "аығқ")


def _written(form: str, front: bool) -> str:
    back = form.replace("*", "ы")
    return back.translate(_BACK_TO_FRONT) if front else back


_ALL: Final = {
    _written(form, front): (number, front)
    for number, forms in enumerate(_FORMS)
    for form in forms.values()
    for front in (False, True)
}
_ORDINALS: Final = frozenset(("ші", "шы", "інші", "ыншы", "нші", "ншы"))
ENDINGS: Final = frozenset(_ALL) | _ORDINALS
"""Every ending that is written behind a hyphen after figures and abbreviations."""
NOUNS: Final = ("бап", "баб", "сынып", "сыныб", "кесте", "сурет", "тармақ", "тармағ", "тарау", "бөлім")
"""Nouns that number things and are joined by a hyphen (39-бап), as far as their stems tell them."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The end of a number's last word: whether its vowel is a front one, and its last sound."""

    front: bool
    sound: Sound


_ONES: Final = {
    0: Spoken(True, "voiced"),  # нөл
    1: Spoken(True, "voiced"),  # бір
    2: Spoken(True, "vowel"),  # екі
    3: Spoken(True, "voiceless"),  # үш
    4: Spoken(True, "voiceless"),  # төрт
    5: Spoken(True, "voiceless"),  # бес
    6: Spoken(False, "vowel"),  # алты
    7: Spoken(True, "vowel"),  # жеті
    8: Spoken(True, "voiced"),  # сегіз
    9: Spoken(False, "voiced"),  # тоғыз
}
_TENS: Final = {
    1: Spoken(False, "nasal"),  # он
    2: Spoken(False, "vowel"),  # жиырма
    3: Spoken(False, "voiced"),  # отыз
    4: Spoken(False, "voiceless"),  # қырық
    5: Spoken(True, "voiced"),  # елу
    6: Spoken(False, "voiceless"),  # алпыс
    7: Spoken(True, "voiceless"),  # жетпіс
    8: Spoken(True, "nasal"),  # сексен
    9: Spoken(False, "nasal"),  # тоқсан
}
_HUNDRED: Final = Spoken(True, "voiced")  # жүз
_POWERS: Final = ((9, Spoken(False, "voiceless")), (6, Spoken(False, "nasal")), (3, Spoken(False, "nasal")))
"""миллиард, миллион, мың."""


def spoken(number: str) -> Spoken:
    """Return how a whole number ends when it is read aloud; `number` has decimal digits only."""
    digits = number.lstrip("0")
    if not digits:
        return _ONES[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    last = int(digits[len(digits) - zeros - 1])
    power = next((word for exponent, word in _POWERS if zeros >= exponent), None)
    if power is not None:
        return power
    return (_ONES, _TENS, {last: _HUNDRED})[zeros][last]


def right_ending(number: str, ending: str) -> str:
    """Return the ending in the form the number asks for; `ending` itself where it is right or no known one.

    Only the vowels of an ordinal's ending are looked at, because both "5-ші" and "5-інші" are in use.
    """
    voice = spoken(number)
    if ending not in _ALL:
        return harmonised(ending, front=voice.front)
    group, _ = _ALL[ending]
    return _written(_FORMS[group][voice.sound], voice.front)


def harmonised(ending: str, *, front: bool) -> str:
    """Return an ending of `ENDINGS` with front or back vowels, anything else as it is."""
    if ending not in ENDINGS:
        return ending
    return ending.translate(_BACK_TO_FRONT if front else _FRONT_TO_BACK)
