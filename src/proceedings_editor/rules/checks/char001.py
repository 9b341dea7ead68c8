"""A word mixes Latin and Cyrillic letters.

What:
    No word has letters of both alphabets. A hyphen parts words, so “IT-компания” is right. Roman numerals are left to
    CHAR004. Readings are left alone, because they must stay as they were found.

Why:
    Latin a, c, e, i, o, p, x, y look like Cyrillic а, с, е, і, о, р, х, у and are typed by mistake or come from old
    fonts and from PDF files. The printed page looks right, but search, sorting, the author index and spell checkers
    take the word for another one.

How to fix:
    Where all letters of the word exist in one alphabet, the word is written in it at once. In names, links, addresses
    and program code, and where both alphabets would do, it is proposed. A Roman numeral glued to a word needs a space
    or a hyphen, which you type.

Options:
    allow: words that are right although they mix alphabets, such as a brand.

Examples:
    kk ✓ білім
    kk ✓ IT-мамандар
    kk ✓ XX ғасыр
    kk ✗ бiлiм
    kk ✗ Cәуір
    ru ✓ Excel-таблица
    ru ✓ объём CO2
    ru ✗ cистема
    ru ✗ экономикa
    en ✓ economy of Kazakhstan
    en ✗ еconomy
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from proceedings_editor.language.alphabet import KAZAKH_ONLY, RUSSIAN, script_of
from proceedings_editor.language.roman_numeral import is_mistyped
from proceedings_editor.model.body import Span
from proceedings_editor.model.edit import Edit, ReplaceText, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text

LATIN: Final = "Latin"
CYRILLIC: Final = "Cyrillic"

# Unicode TR39 (confusables), as far as print makes the letters alike. In Kazakh a capital Y may be У or Ү, in Russian
# there are no і, һ, ә.
_BOTH: Final = dict(zip("AaBCcEeHKMOoPpTXxyë", "АаВСсЕеНКМОоРрТХхуё", strict=True))
_KAZAKH: Final = str.maketrans(_BOTH | dict(zip("IihəƏ", "ІіһәӘ", strict=True)))
_RUSSIAN: Final = str.maketrans(_BOTH | {"Y": "У"})
_TO_LATIN: Final = str.maketrans(dict(zip("АаВСсЕеНІіКМОоРрТХхУуһ", "AaBCcEeHIiKMOoPpTXxYyh", strict=True)))

_RUSSIAN_LETTERS: Final = frozenset(RUSSIAN)

_L: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_C: Final = "\u0400-\u0481\u048a-\u052f\u1c80-\u1c8a"
_MIXED: Final = re.compile(rf"[{_L}](?:(?=[\u0300-\u036f]*[{_C}])|(?<=[{_C}][{_L}])|(?<=[{_C}][\u0300-\u036f][{_L}]))")
"""A Latin letter beside a Cyrillic one; begins with one small set, so that Cyrillic text is passed over quickly."""
_WORD: Final = re.compile(rf"[{_L}{_C}\u0300-\u036f]+")
_NUMERAL: Final = re.compile(
    r"(?=[ІСМХ]*[IVXLCDM])[IVXLCDMІСМХ]{2,}(?=[а-яёәғқңөұүһі])|[IVXLCDM](?=(?:ғғ?|ғасыр\w*|вв?|век\w*)(?!\w))"
)
_SYMBOL: Final = re.compile("[a-zа-яёәғқңөұүһі][A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
"""A capital inside a word: "pH-" rather than a slip of the keyboard."""
_ADDRESS: Final = re.compile(r"@|://|www\.|\.(?:kz|ru|com|org|net|edu|gov)\b|[\\_=#]|\b10\.\d{4,9}/", re.IGNORECASE)
_NAMES: Final = frozenset({"surname", "given_name", "patronymic", "latin", "line"})
_CODES: Final = frozenset({"doi", "edn", "orcid", "spin", "udc", "irsti", "bbk", "isbn", "issn", "group"})
_OWN_RULES: Final = frozenset({"authors.email"})
"""MAIL001 names every foreign letter of an address."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    allow: tuple[str, ...] = ()


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if passage.kind == "reading" or passage.key in _OWN_RULES or _MIXED.search(passage.text) is None:
        return
    for first, last in _stretches(passage):
        for found in _WORD.finditer(passage.text, first, last):
            word = found[0]
            if _MIXED.search(word) and word not in scope.options.allow and not is_mistyped(word):
                yield scope.hit(found.start(), found.end(), _message(word), _fix(scope, word, found.start()))


def _stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the stretches between lowered and raised characters: an index may be in another alphabet than its sign."""
    start = end = 0
    level = (False, False)
    for run in passage.rich:
        own = (run.subscript, run.superscript) if isinstance(run, Span) else (False, False)
        if own != level:
            yield start, end
            start, level = end, own
        end += len(run.text) if isinstance(run, Span) else 1
    yield start, len(passage.text)


def _message(word: str) -> Text:
    latin, cyrillic = _letters(word, LATIN), _letters(word, CYRILLIC)
    if len(latin) <= len(cyrillic):
        return text("“{word}” has Latin letters among Cyrillic ones: {letters}.", word=word, letters=_listed(latin))
    return text("“{word}” has Cyrillic letters among Latin ones: {letters}.", word=word, letters=_listed(cyrillic))


def _letters(word: str, script: str) -> list[str]:
    return [char for char in word if script_of(char) == script]


def _listed(letters: list[str]) -> str:
    return ", ".join(dict.fromkeys(letters))


def _fix(scope: PassageScope, word: str, start: int) -> Fix | None:
    right = _pure_forms(word, scope.passage.language)
    if not right or _NUMERAL.match(word):
        return None
    label = text("Write “{word}” in one alphabet", word=right[0])
    edit = _edit(scope, word, right[0], start, label)
    if edit is None:
        return None
    safe = (
        len(right) == 1
        and not _SYMBOL.search(word)
        and not _is_name(scope.passage)
        and not _is_code(scope.passage, start)
    )
    return Fix(edit, safe, word, right[0])


def _pure_forms(word: str, language: str) -> tuple[str, ...]:
    """The word in each alphabet that has all its letters; the one most of them are in comes first."""
    russian = language == "ru" and KAZAKH_ONLY.isdisjoint(word.casefold())
    cyrillic, latin = word.translate(_RUSSIAN if russian else _KAZAKH), word.translate(_TO_LATIN)
    forms = []
    if _is_pure(cyrillic, CYRILLIC) and not (russian and set(cyrillic.casefold()) - _RUSSIAN_LETTERS):
        forms.append((len(_letters(word, CYRILLIC)), cyrillic))
    if _is_pure(latin, LATIN) and "ə" not in latin.casefold():
        forms.append((len(_letters(word, LATIN)), latin))
    return tuple(form for _, form in sorted(forms, key=itemgetter(0), reverse=True))


def _is_pure(word: str, script: str) -> bool:
    return all(script_of(char) in ("", script) for char in word)


def _edit(scope: PassageScope, word: str, right: str, start: int, label: Text) -> Edit | None:
    """Replace letter by letter, so that every letter keeps its own marks (a bold one stays bold)."""
    edit = scope.edit(start, start + len(word), right, label)
    if edit is None or scope.entry is None:
        return edit
    entry, passage = scope.entry.id, scope.passage
    pairs = enumerate(zip(word, right, strict=True), start)
    letters = (ReplaceText(entry, passage.at(i, i + 1), new, label) for i, (old, new) in pairs if old != new)
    return Together(tuple(letters), label)


def _is_name(passage: Passage) -> bool:
    """A fix that changes the letters of a person's name always asks."""
    owner, _, rest = passage.key.partition(".")
    return owner in ("authors", "supervisors") and bool(_NAMES.intersection(rest.split(".")))


def _is_code(passage: Passage, start: int) -> bool:
    """Whether the word stands in program code, a link, an address or a code."""
    if passage.key.rpartition(".")[2] in _CODES or _ADDRESS.search(_run_around(passage.text, start)):
        return True
    place = 0
    for run in passage.rich:
        length = len(run.text) if isinstance(run, Span) else 1
        if place <= start < place + length:
            return isinstance(run, Span) and (run.code or bool(run.href))
        place += length
    return False


def _run_around(words: str, start: int) -> str:
    """The characters around a place up to the next spaces."""
    begin = max(words.rfind(space, 0, start) for space in " \n\t\u00a0") + 1
    ends = [end for space in " \n\t\u00a0" if (end := words.find(space, start)) >= 0]
    return words[begin : min(ends, default=len(words))]


RULE = Rule(
    code="CHAR001",
    severity="error",
    manual=__doc__,
    options=Options(),
    passage=_check,
    subject=frozenset({"quotation", "title", "name", "address", "code"}),  # where letters may be meant it asks
)
