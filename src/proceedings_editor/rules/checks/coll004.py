"""One person's name is spelt in two ways.

What:
    The name of an author or supervisor is spelt alike in all entries of one language. Names that differ only in Kazakh
    letters and the Russian ones typed for them (ғ/г, ә/а), or in a letter or two where the other parts of the name are
    the same, are taken for one person. Initials beside a full name, ё beside е, capitals and the order of the parts
    are no difference.

Why:
    In the index of authors and in citation databases two spellings are two people, and each has only half of the
    articles.

How to fix:
    Ask the person, or look into the identity document. The spelling that most entries have is proposed; of two equally
    common ones that with Kazakh letters.

Examples:
    kk ✓ Жанғалиева Айнұр | Жанғалиева А.
    kk ✗ Жанғалиева Айнұр | Жангалиева Айнұр
    kk ✗ Жанғалиева Айнұр Серікқызы | Жанғалиева Айнур Серікқызы
    ru ✓ Семёнова Анна Львовна | Семенова А. Л.
    ru ✗ Соколовская Анна Львовна | Соколовскоя Анна Львовна
    en ✓ Brown Anna | Brown Andrew
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.alphabet import KAZAKH_ONLY
from proceedings_editor.language.folding import plain_case, skeleton
from proceedings_editor.language.name_likeness import name_likeness
from proceedings_editor.language.person_name import PersonName
from proceedings_editor.model.edit import Edit, SetField, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.place import Place
from proceedings_editor.rules.people import (
    Appearance,
    appearances,
    beginning_alike,
    pairs,
    with_the_same_family,
    with_the_same_names,
)
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, Hit
from proceedings_editor.texts import text

_PARTS: Final = ("surname", "given_name", "patronymic")
_BLOCKS: Final = (beginning_alike, with_the_same_names, with_the_same_family)
_Spellings = dict[PersonName, list[Appearance]]


def _check(scope: CollectionScope) -> Iterator[Hit]:
    for language in LANGUAGES:
        spellings: _Spellings = defaultdict(list)
        for one in appearances(entry for entry in scope.entries if entry.language == language):
            spellings[one.name].append(one)
        for wrong, right in _misspelt(spellings).items():
            others = tuple(dict.fromkeys(one.entry.id for one in spellings[right]))
            for one in spellings[wrong]:
                yield _hit(one, wrong, right, tuple(other for other in others if other != one.entry.id))


def _misspelt(spellings: _Spellings) -> dict[PersonName, PersonName]:
    """Return the rarer spelling of each two that are almost the same -> the usual one."""
    found: dict[PersonName, PersonName] = {}
    for one, other in pairs(spellings, _BLOCKS):
        if name_likeness(one, other) != "almost":
            continue
        wrong, right = sorted((one, other), key=lambda name: _weight(spellings, name))
        if wrong not in found or _weight(spellings, right) > _weight(spellings, found[wrong]):
            found[wrong] = right
    return found


def _weight(spellings: _Spellings, name: PersonName) -> tuple[int, int, int]:
    """How much speaks for a spelling: entries, Kazakh letters, being the first."""
    kazakh = sum(char in KAZAKH_ONLY for char in name.full.casefold())
    return len(spellings[name]), kazakh, -list(spellings).index(name)


def _hit(one: Appearance, wrong: PersonName, right: PersonName, also: tuple[str, ...]) -> Hit:
    changes = [
        (part, getattr(right, part))
        for part in _PARTS
        if plain_case(getattr(wrong, part)) != plain_case(getattr(right, part)) and _may_take(wrong, right, part)
    ]
    part = changes[0][0] if changes else _PARTS[0]
    spelt = getattr(wrong, part)
    message = text("The person is spelt “{name}” here and “{other}” elsewhere.", name=wrong.full, other=right.full)
    place = Place(field=f"{one.path}.{part}", end=len(spelt))
    return Hit(place, spelt, message, _fix(one, changes, wrong, right), entry=one.entry.id, also=also)


def _may_take(wrong: PersonName, right: PersonName, part: str) -> bool:
    """An initial is not exchanged for a whole name, nor the other way round; only its letter is."""
    lengths = len(skeleton(getattr(wrong, part))), len(skeleton(getattr(right, part)))
    return min(lengths) > 1 or lengths == (1, 1)


def _fix(one: Appearance, changes: list[tuple[str, str]], wrong: PersonName, right: PersonName) -> Fix | None:
    if not changes:
        return None
    label = text("Spell the name “{name}”", name=right.full)
    edits: list[Edit] = [SetField(one.entry.id, f"{one.path}.{part}", words, label) for part, words in changes]
    edit = Together(tuple(edits), label) if len(edits) > 1 else edits[0]
    return Fix(edit, safe=False, before=wrong.full, after=right.full)


RULE = Rule(code="COLL004", severity="warning", manual=__doc__, collection=_check, for_author=False)
