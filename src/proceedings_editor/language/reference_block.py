"""A pasted reference list taken apart: which lines begin an item, which go on with the one before.

Lists come numbered (`1.`, `[1]`, `1)`), with bullets, with blank lines between items, with the lines behind the first
one set in, or as nothing but lines. Only what is surely a number or a bullet is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line gives to an item.

    Attributes:
        line: Which line.
        start, end: The stretch of it that belongs to the item.
        joint: What stands between it and the piece before, " " or "".
    """

    line: int
    start: int
    end: int
    joint: str = ""


def pieces_of(lines: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Return the items that lines make; a heading over the list and blank lines belong to none."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if len(filled) > 1 and _HEADING.fullmatch(lines[filled[0]].strip()):
        del filled[0]
    if not filled:
        return ()
    starts = _numbered(lines, filled) or _bulleted(lines, filled) or _bare(lines, filled)
    items: list[list[Piece]] = []
    for index in filled:
        start = starts.get(index)
        if start is None and items:
            items[-1].append(_piece(lines, index, _blank(lines[index]), items[-1][-1]))
        else:
            items.append([_piece(lines, index, start or _blank(lines[index]), None)])
    return tuple(map(tuple, items))


def split_references(source: str) -> tuple[str, ...]:
    """Return the items of a list as plain text, each in one line, without its number."""
    lines = source.splitlines()
    return tuple(
        _SPACES.sub(" ", "".join(piece.joint + lines[piece.line][piece.start : piece.end] for piece in item))
        for item in pieces_of(lines)
    )


_SPACES: Final = re.compile(r"[ \t\v\f]+")
_HEADING: Final = re.compile(
    r"(?:(?:пайдаланыл|қолданыл)ған\s+)?(?:әдебиет(?:тер)?|дереккөздер)(?:\s+мен\s+\w+)?(?:\s+тізімі)?[:.]?"
    r"|(?:список\s+)?(?:использован\w+\s+)?(?:литератур[аы]|источник\w+)(?:\s+и\s+\w+)?[:.]?"
    r"|(?:references|bibliography|literature|works cited|list of references)[:.]?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\s*(?:\[(?P<a>[0-9]{1,3})\][.)]?|(?P<b>[0-9]{1,3})(?:[.)](?![0-9])|(?=\t)))\s*(?=[^\W_]|[«“\"„'‘(\[])"
)
_BULLET: Final = re.compile(r"\s*(?P<sign>[•·▪■◦●*‣\uf0b7\uf0a7–—-]|o(?=\t|\s{2}))\s+(?=\S)")
_DASHES: Final = "–—-"
_AREA: Final = re.compile(
    r"(?:19|20)[0-9]{2}[.,; ]|[0-9]+\s?[сбpcС]\.|(?:[СCБPТTV]|Vol|No|Вып|Шығ|Ч|Iss)\.\s?[0-9]"
    r"|№|URL|DOI|doi|ISBN|ISSN|https?:|Режим\s|[^\W\d_][\w-]{1,20}\.?\s:\s|[0-9]-\w{1,4}[.\s]"
)
"""What stands behind the dash inside a reference: a line that begins so is no item of a list with dashes."""
_OPEN: Final = re.compile(
    r"(?:[,:;/(«–—№\u00ad]|(?<=\w)-|(?<!\w)(?:[ТСБ]|Vol|No|Вып|Шығ|ред|изд|им|et|and|и|мен|және)\.?"
    r"|(?<!\w)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)\Z"
)
"""An end after which an item goes on: an open mark, a shortened word, an initial."""
_GOING_ON: Final = re.compile(
    r"[–—/:;,.)»]|https?://|www\.|URL|DOI|doi:|ISBN|\((?:дата|қаралған|accessed)|[0-9]+\s?[сбpc]\.|[0-9]{4}\.\s"
)
_ENDED: Final = re.compile(r"[.!?…][»”\")]?\Z")
_ADDRESS_END: Final = re.compile(r"(?:https?://|www\.)\S*[/_=?&.-]\Z")
_LONGEST_ADDRESS: Final = 500
_LEAST_INDENT: Final = 2
_TAB: Final = 8
_MOST_SKIPPED: Final = 3
"""Numbers that may be missing in a numbered list."""
_COLUMN: Final = range(40, 131)
"""Characters of a line that was broken because it was full; longer ones are whole paragraphs."""


def _blank(line: str) -> int:
    """Where a line's words begin."""
    return len(line) - len(line.lstrip())


def _piece(lines: Sequence[str], index: int, start: int, before: Piece | None) -> Piece:
    line = lines[index]
    end = max(start, len(line.rstrip().rstrip("\u00ad")))
    if before is None:
        return Piece(index, start, end)
    raw = lines[before.line].rstrip()
    tight = raw.endswith("\u00ad") or _ADDRESS_END.search(raw[-_LONGEST_ADDRESS:]) or re.search(r"[^\W\d_]-\Z", raw)
    return Piece(index, start, end, "" if tight else " ")


def _numbered(lines: Sequence[str], filled: Sequence[int]) -> dict[int, int]:
    """Lines that carry on a count -> where their words begin; {} for a list that is not numbered."""
    starts: dict[int, int] = {}
    numbers: list[int] = []
    for index in filled:
        found = _NUMBER.match(lines[index])
        number = int(found["a"] or found["b"]) if found else 0
        if found and (not numbers or number == 1 or numbers[-1] <= number <= numbers[-1] + 1 + _MOST_SKIPPED):
            starts[index] = found.end()
            numbers.append(number)
    counts = sum(after == before + 1 for before, after in pairwise(numbers))
    if not numbers or (filled[0] not in starts and not counts) or (len(numbers) == 1 and len(filled) > _MOST_ALONE):
        return {}
    for before, index in pairwise(filled):
        if index > before + 1 and index not in starts and _ENDED.search(lines[before].rstrip()):
            starts[index] = _blank(lines[index])
    return starts


_MOST_ALONE: Final = 6
"""Lines that one reference may take."""


def _bulleted(lines: Sequence[str], filled: Sequence[int]) -> dict[int, int]:
    """Lines with the bullet of the first one -> where their words begin; {} for a list without bullets."""
    first = _BULLET.match(lines[filled[0]])
    if first is None:
        return {}
    starts: dict[int, int] = {}
    for index in filled:
        found = _BULLET.match(lines[index])
        if found and found["sign"] == first["sign"]:
            inside = found["sign"] in _DASHES and _AREA.match(lines[index], found.end())
            if not inside or index == filled[0]:
                starts[index] = found.end()
    return starts


def _bare(lines: Sequence[str], filled: Sequence[int]) -> dict[int, int]:
    """Lines that begin an item where neither numbers nor bullets tell."""
    longest = max(len(lines[index].strip()) for index in filled)
    is_full = longest in _COLUMN and any(_ENDED.search(lines[index].rstrip()) for index in filled[:-1])
    indents = {index: _blank(lines[index].expandtabs(_TAB)) for index in filled}
    starts: dict[int, int] = {}
    for group in _groups(filled):
        whole = len(group) < len(filled) and _is_one_item(lines, group)
        before = -1
        for index in group:
            shift = abs(indents[index] - indents[filled[0]]) >= _LEAST_INDENT
            if before < 0 or not (whole or shift or _goes_on(lines, before, index, longest if is_full else 0)):
                starts[index] = _blank(lines[index])
            before = index
    return starts


def _groups(filled: Sequence[int]) -> list[list[int]]:
    """The lines between blank ones."""
    groups: list[list[int]] = [[filled[0]]]
    for before, index in pairwise(filled):
        if index > before + 1:
            groups.append([])
        groups[-1].append(index)
    return groups


def _is_one_item(lines: Sequence[str], group: Sequence[int]) -> bool:
    """Whether lines between blank ones are one reference: then few of them end like one."""
    ended = sum(_is_ended(lines[index].rstrip()) for index in group[:-1])
    return 2 * ended < max(1, len(group) - 1)


def _is_ended(line: str) -> bool:
    return _ENDED.search(line) is not None and _OPEN.search(line) is None


def _goes_on(lines: Sequence[str], before: int, index: int, width: int) -> bool:
    """Whether a line goes on with the one before; `width` is the column at which lines were broken, 0 for none."""
    ends, begins = lines[before].rstrip(), lines[index].lstrip()
    if _OPEN.search(ends) or _GOING_ON.match(begins):
        return True
    if _ENDED.search(ends):
        return False
    return begins[0].islower() or (width > 0 and len(ends.strip()) >= 0.75 * width)
