"""A line may break where words belong together.

What:
    A no-break space stands between initials and surname (Е. А. Бекенов), behind № and § (№ 5), between a number and its
    unit (5 км, 2025 ж., XX ғ.), behind the abbreviation of a town (г. Атырау) and before a dash. One № is enough for
    several numbers. Texts of the article, its notes, references and abstracts are looked at; fields that go into other
    programs are not.

Why:
    With an ordinary space the line may end between them: a surname without its initials, “5” without “км”, or a line
    that begins with a dash.

How to fix:
    The spaces become no-break spaces at once; they look the same. “Fix all of this kind” does it for the whole article.

Examples:
    kk ✓ № 5, 5 км, Е. А. Бекенов, пакт – келісім
    kk ✗ №5 мектеп
    kk ✗ №№ 5, 6
    kk ✗ ұзындығы 5 км
    ru ✓ в 2025 г. в г. Атырау
    ru ✗ в 2025 г.
    ru ✗ § 3
    en ✓ 5 km – far
    en ✗ 5 km away
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.initialled import initialled
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.protected import Protection
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope, Piece
from proceedings_editor.texts import text

_NO_BREAK: Final = "\u00a0"
_UNITS: Final = (
    r"км[²2]?|см[²2]?|дм[³3]?|мм|мкм|нм|м[²³23]?|кг|мг|мкг|г|ц|тг|мл|л|га|т|МВт|кВт|Вт|кВ|ГГц|МГц|кГц|Гц|МПа|кПа|Па|кДж|Дж"
    r"|мин|сек|млн|млрд|трлн|мың|теңге|тенге|(?:тыс|руб|долл|жж?|ғғ?|гг?|вв?|бб?|с|ч)\."
    r"|km|cm|mm|nm|m|kg|mg|g|ha|ml|l|MW|kW|W|kV|V|GHz|MHz|kHz|Hz|MPa|kPa|Pa|kJ|J|h|min|million|billion|KZT|USD|°C?|[%‰]"
)
"""Units and abbreviations behind numbers; single letters that are also prepositions only with their full stop."""
_DIGITS: Final = frozenset("0123456789")
_SPOTS: Final = (
    (frozenset("–—"), re.compile(r"(?<=\S)(?P<gap> )[–—](?=\s|\Z)")),
    (frozenset("№§"), re.compile(r"(?:№+|§+)(?P<gap> ?)(?=\d)|(?:№{2,}|§{2,})(?P<two>\u00a0)(?=\d)")),
    (_DIGITS, re.compile(rf"\d%?(?P<gap> )(?:{_UNITS})(?!\w)")),
    (frozenset("IVX"), re.compile(r"[IVX](?P<gap> )(?:ғғ?|вв?)\.")),
    (frozenset("гқ"), re.compile(r"(?<![\w.])(?<!\d[ \u00a0])[гқ]\.(?P<gap> )(?=[А-ЯЁӘҒҚҢӨҰҮҺІ])")),
)
"""Each kind of place with the characters without which a text has none."""
_REST: Final = re.compile(r"[\w-]*\.?")
_SIGNS: Final = frozenset("№§")
_SUBJECT: Final[frozenset[Protection]] = frozenset({"quotation", "title", "name", "code"})


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if not _is_printed_prose(passage):
        return
    words = passage.prose()
    for name in passage.once(initialled):
        gaps = [gap for gap in sorted((*name.between, name.beside)) if words[slice(*gap)] == " "]
        if gaps:
            yield _hit(scope, name.start, name.end, [(*gap, _NO_BREAK) for gap in gaps])
    for characters, pattern in _SPOTS:
        if not characters.isdisjoint(passage.characters()):
            for found in pattern.finditer(words):
                yield _spot(scope, found)


def _is_printed_prose(passage: Passage) -> bool:
    if passage.kind == "reading":
        return False
    return passage.key in ("body", "references") or passage.key.startswith("abstract.")


def _spot(scope: PassageScope, found: re.Match[str]) -> Hit:
    words, first = found.string, found.start()
    rest = _REST.match(words, found.end())
    end = rest.end() if rest else found.end()
    if words[first] in _SIGNS:
        return _hit(scope, first, end, [(first, found.end(), words[first] + _NO_BREAK)])
    start = max(words.rfind(space, 0, found.start("gap")) for space in " \n\u00a0") + 1
    return _hit(scope, start, end, [(*found.span("gap"), _NO_BREAK)])


def _hit(scope: PassageScope, start: int, end: int, pieces: list[Piece]) -> Hit:
    words = scope.passage.text[start:end]
    message = text("“{words}” may be torn apart at the end of a line; it needs a no-break space.", words=words)
    if "№№" in words or "§§" in words:
        message = text("One sign is enough in “{words}”, with a no-break space behind it.", words=words)
    fix = scope.fixes(start, end, pieces, text("Put a no-break space"), safe=True)
    return scope.hit(start, end, message, fix)


RULE = Rule(code="TYPO006", severity="information", manual=__doc__, passage=_check, subject=_SUBJECT)
