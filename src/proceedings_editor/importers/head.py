"""The head of an article: lines between the information page and the body, each told for what it is.

The order of the elements is the conference's, so every line is judged by itself; only where the head ends is judged
by what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from proceedings_editor.importers.contact import Contacts, contacts_of
from proceedings_editor.importers.head_code import codes_of
from proceedings_editor.importers.head_part import Expected, HeadKind, HeadPart, Unit
from proceedings_editor.importers.label import is_body_heading, is_reference_heading
from proceedings_editor.importers.name_row import names_and_rest
from proceedings_editor.importers.piece import Line, Piece
from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.language.folding import similarity, skeleton
from proceedings_editor.language.organisation import is_place, names_organisation
from proceedings_editor.language.person_name import DIFFERENT, same_person
from proceedings_editor.language.person_word import ROLE, STATUS, recognise
from proceedings_editor.language.section_number import parse_section_heading
from proceedings_editor.model.body import Heading, Paragraph

_MOST_PIECES: Final = 40
_MOST_LINES: Final = 60
_LONGEST_LINE: Final = 400
_LONGEST_UNKNOWN: Final = 150
_MOST_UNKNOWN: Final = 2
_SURE_NAME: Final = re.compile(r"(?:ұлы|қызы|улы|кызы|вич|вна|ична|uly|kyzy|vich|vna)(?!\w)|(?<!\w)\w\.", re.IGNORECASE)
_SENTENCES: Final = re.compile(r"[.!?…]\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w{3,}.*[.!?…]$", re.DOTALL)

Parts = tuple[HeadPart, ...]
Judge = Callable[[Unit, Parts, Expected], Parts]


def read_head(pieces: Sequence[Piece], expected: Expected) -> tuple[Parts, int]:
    """Return the elements of the head and how many of the pieces they take."""
    parts: list[HeadPart] = []
    sure = taken = unknown = 0
    for index, piece in enumerate(pieces[:_MOST_PIECES]):
        found = _parts_of(piece, tuple(parts), expected)
        known = bool(found) and all(part.kind != "unknown" for part in found)
        unknown = 0 if known else unknown + 1
        if not found or unknown > _MOST_UNKNOWN:
            break
        parts += found
        if known:
            sure, taken = len(parts), index + 1
    return tuple(_merged(parts[:sure])), taken


def _parts_of(piece: Piece, before: Parts, expected: Expected) -> list[HeadPart]:
    """Return the elements of one piece; [] for a piece that no head holds."""
    if not isinstance(piece.block, Paragraph | Heading) or len(piece.lines) > _MOST_LINES:
        return []
    if is_reference_heading(piece.words, expected.template):
        return []
    parts: list[HeadPart] = []
    for unit in _units(piece):
        found = _judged(unit, (*before, *parts), expected)
        if not found and parts and len(parts[-1].words) < _MAY_WRAP.get(parts[-1].kind, 0):
            parts[-1] = _continued(parts[-1], unit)
        elif found:
            parts += found
        elif len(unit.words) <= _LONGEST_UNKNOWN and not is_body_heading(unit.words):
            parts.append(unit.part("unknown"))
        else:
            return []
    return parts


_MAY_WRAP: Final[dict[HeadKind, int]] = {
    "section": _LONGEST_LINE,
    "title": _LONGEST_LINE,
    "affiliation": _LONGEST_LINE,
    "supervisor": _LONGEST_LINE,
    "keywords": 2_000,
    "abstract": 10_000,
}
"""Elements that may go on in the next line, and the characters they have at most before it."""


def _continued(part: HeadPart, unit: Unit) -> HeadPart:
    return replace(part, words=f"{part.words} {unit.words}", source=f"{part.source} {unit.words}")


def _units(piece: Piece) -> Iterator[Unit]:
    if isinstance(piece.block, Heading):
        yield Unit(piece.words, piece.line, "", heading=True, bold=False)
        return
    for line in piece.lines:
        if line.words:
            yield _unit_of(line, piece)


def _unit_of(line: Line, piece: Piece) -> Unit:
    return Unit(line.words, line.number, line.tail, heading=False, bold=replace(piece, lines=(line,)).is_bold)


def _judged(unit: Unit, before: Parts, expected: Expected) -> Parts:
    """Ask the judges in turn; a label that stood alone claims what follows."""
    if before and before[-1].kind in ("abstract", "keywords") and not before[-1].words:
        return (unit.part(before[-1].kind),)
    return next((found for judge in _JUDGES if (found := judge(unit, before, expected))), ())


def _section(unit: Unit, before: Parts, expected: Expected) -> Parts:
    if any(part.kind in ("title", "authors", "supervisor", "email") for part in before):
        return ()
    if len(unit.words) > _LONGEST_LINE:
        return ()
    heading = parse_section_heading(unit.words)
    labelled = heading.words and (heading.numbers or unit.prominent)
    numbered = unit.prominent and heading.numbers and not heading.numbers[0].isdecimal()
    return (unit.part("section"),) if labelled or numbered else ()


def _codes(unit: Unit, before: Parts, expected: Expected) -> Parts:
    return tuple(unit.part(kind, words) for kind, words in codes_of(unit.words))


def _abstract(unit: Unit, before: Parts, expected: Expected) -> Parts:
    for kind, pattern in _LABELLED:
        if found := pattern.match(unit.words):
            part = unit.part(kind)
            return (replace(part, words=unit.words[found.end() :].strip()),)
    return ()


_END: Final = r"(?:\s*[.:–—-]\s*|\s*$)"
_LABELLED: Final[tuple[tuple[HeadKind, re.Pattern[str]], ...]] = (
    (
        "abstract",
        re.compile(rf"(?:аңдатпа|түйіндеме|түйін|аннотация|резюме|abstract|summary|annotation){_END}", re.IGNORECASE),
    ),
    (
        "keywords",
        re.compile(
            rf"(?:түйін(?:ді)? сөздер|кілт(?:тік|ті)? сөздер|негізгі сөздер|ключевые слова|key\s?words){_END}",
            re.IGNORECASE,
        ),
    ),
)


def _supervisor(unit: Unit, before: Parts, expected: Expected) -> Parts:
    words = recognise(unit.words[:_LONGEST_LINE])
    leads = bool(words) and words[0].kind == ROLE and words[0].span[0] <= 2
    return (unit.part("supervisor"),) if leads and len(unit.words) <= _LONGEST_LINE else ()


def _title(unit: Unit, before: Parts, expected: Expected) -> Parts:
    if len(unit.words) > _LONGEST_LINE:
        return ()
    fresh = unit.prominent and not is_body_heading(unit.words) and not _has_title(unit, before)
    if expected.title:
        early = not any(part.kind in ("title", "authors", "email") for part in before)
        if _is_expected_title(unit, before, expected) or (fresh and early and unit.heading):
            return (unit.part("title"),)
    elif fresh:
        return () if _names(unit.words, before, expected)[0] and not unit.heading else (unit.part("title"),)
    return _foreign_title(unit, before, expected)


def _is_expected_title(unit: Unit, before: Parts, expected: Expected) -> bool:
    """Whether it is the table's title, misspelt or cut in either place, or goes on with it."""
    own, whole = skeleton(unit.words), skeleton(expected.title)
    short, long = sorted((own, whole), key=len)
    begins = len(short) > 5 and long.startswith(short)
    follows = bool(before) and before[-1].kind == "title" and own in whole
    return begins or follows or similarity(unit.words, expected.title) > 0.8


def _foreign_title(unit: Unit, before: Parts, expected: Expected) -> Parts:
    """A title again, in another language."""
    languages = {guess_language(part.words) for part in before if part.kind == "title"}
    other = languages and guess_language(unit.words) not in languages
    fits = other and unit.prominent and not is_body_heading(unit.words)
    return (unit.part("title"),) if fits and not _names(unit.words, before, expected)[0] else ()


def _has_title(unit: Unit, before: Parts) -> bool:
    """A second prominent line right after the first one in the same language goes on with the title."""
    titles = [part for part in before if part.kind == "title"]
    same = bool(titles) and titles[-1] is before[-1] and before[-1].line == unit.line - 1
    return bool(titles) and not same


def _people(unit: Unit, before: Parts, expected: Expected) -> Parts:
    """Names, contacts and what is left of the line: any of them may be missing."""
    if len(unit.words) > _LONGEST_LINE or _SENTENCES.search(unit.words):
        return ()
    contacts, bare = contacts_of(unit.words)
    names, rest = _names(bare, before, expected)
    found = [unit.part("authors", names)] if names else []
    if rest:
        if not _is_affiliation(rest, before, bool(names or contacts)):
            return ()
        found.append(unit.part("affiliation", rest))
    found += _contact_parts(unit, contacts)
    return tuple(found)


def _names(words: str, before: Parts, expected: Expected) -> tuple[str, str]:
    """Return names and the rest of a line.

    Capitals look like a title as well as like a name (`ОХРАНА ЛЕСОВ`): there only an initial or a patronymic tells, the
    table, or a title in the same language that stands further up.
    """
    names, rest = names_and_rest(words)
    if not names or names != names.upper() or _SURE_NAME.search(names):
        return names, rest
    known = any(same_person(names, author) != DIFFERENT for author in expected.authors)
    titled = any(part.kind == "title" and guess_language(part.words) == guess_language(names) for part in before)
    return (names, rest) if known or (titled and before[-1].kind != "title") else ("", words)


def _contact_parts(unit: Unit, contacts: Contacts) -> list[HeadPart]:
    """Contacts that make up the whole line stand for themselves; else the line around them is their source."""
    around = unit.words
    for _, value in contacts:
        around = around.replace(value, " ", 1)
    alone = not any(char.isalnum() for char in around)
    parts = [unit.part(kind, value) for kind, value in contacts]
    return [replace(part, source=part.words) for part in parts] if alone else parts


def _is_affiliation(words: str, before: Parts, beside_person: bool) -> bool:
    status = any(word.kind == STATUS for word in recognise(words))
    after_person = beside_person or any(part.kind in ("authors", "affiliation") for part in before)
    if names_organisation(words) or status:
        return after_person or is_place(words) or status
    return after_person and is_place(words)


_JUDGES: Final[tuple[Judge, ...]] = (_section, _codes, _abstract, _supervisor, _title, _people)


def _merged(parts: Iterable[HeadPart]) -> Iterator[HeadPart]:
    """Join what a label and the paragraph after it, or two lines of one title, say together."""
    last: HeadPart | None = None
    for part in parts:
        if last is None:
            last = part
        elif _belong_together(last, part):
            last = replace(last, words=f"{last.words} {part.words}".strip(), source=f"{last.source} {part.source}")
        else:
            yield last
            last = part
    if last is not None:
        yield last


def _belong_together(first: HeadPart, second: HeadPart) -> bool:
    if first.kind != second.kind:
        return False
    if first.kind in ("abstract", "keywords"):
        return not first.words
    return first.kind == "title" and guess_language(first.words) == guess_language(second.words)
