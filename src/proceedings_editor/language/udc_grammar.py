"""Reads a Universal Decimal Classification code by its grammar. `udc` is the door to it.

The grammar is the one of the UDC Consortium's description of its notation and GOST 7.90-2007, widened for the hyphen
auxiliaries met in printed volumes:

    code = term { (":" | "::" | "+") term } { "/" ( "." num {aux} | term ) }
    term = ( num | aux | "[" code "]" ) { aux | "[" code "]" | letters | digits and "." num after ")" }
    num  = 1-3 digits { "." 1-3 digits }; a group of fewer than three digits stands only before ".0"
    aux  = "(" … ")" | "=" num | '"' … '"' | "-" num | ".0" num | "'" num | "*" foreign code
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from proceedings_editor.texts import Text, text

CHARACTER: Final = "character"
GRAMMAR: Final = "grammar"
GROUPING: Final = "grouping"

DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class UdcPart:
    """A piece of a code: `code[start:end] == text`.

    Attributes:
        kind: "number" (a main number), "place", "form", "people", "language", "time", "hyphen", "apostrophe",
            "foreign" (after *), "letters", "continued" (digits after a bracket), "sign" (: :: + / [ ]).
        text: The piece with its own signs, as in `(574)`.
        start: Where it begins in the code.
        end: Where it ends.
    """

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UdcFault:
    """What is wrong with a code.

    Attributes:
        position: Index in the code.
        reason: A sentence for the person.
        kind: "character", "grammar" or "grouping" (digits not in threes: doubtful rather than wrong).
    """

    position: int
    reason: Text
    kind: str


_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FOREIGN_CODE: Final = re.compile(r"\*[^\W_]+(?:[.-][^\W_]+)*")
_RELATIONS: Final = re.compile(r"::?|\+")
_TIME: Final = re.compile(r'"[0-9./:+\-]*[0-9][0-9./:+\-]*(?:[^\W\d_]+)?"')
_IN_BRACKETS: Final = re.compile(r"\(([=0-9][^()\[\]\"]*)\)")
_BRACKET_NUMBERS: Final = re.compile(
    r"-?[0-9]+(?:\.[0-9]+)*(?:-[0-9.]*[0-9])*(?:[^\W\d_]+)?(?:[/+:]\.?[0-9]+(?:\.[0-9]+)*(?:-[0-9.]*[0-9])*(?:[^\W\d_]+)?)*"
)
_LONE_GROUP: Final = 3


class Stop(Exception):
    """The first fault of the grammar; never leaves this package."""

    def __init__(self, position: int, reason: Text) -> None:
        """Say where and why."""
        super().__init__(str(reason))
        self.fault = UdcFault(position, reason, GRAMMAR)


class Reader:
    """One pass over one code by recursive descent."""

    def __init__(self, code: str) -> None:
        """Begin at the start of `code`, which has right characters only."""
        self.code = code
        self.place = 0
        self.depth = 0
        self.parts: list[UdcPart] = []
        self.doubts: list[UdcFault] = []

    def read_all(self) -> None:
        """Read the whole code into `parts` and `doubts`.

        Raises:
            Stop: At the first place the grammar does not allow.
        """
        self._code()
        if self.place < len(self.code):
            raise Stop(self.place, _unexpected(self.code[self.place]))

    def _code(self) -> None:
        self._term()
        while True:
            if self._take(_RELATIONS, "sign"):
                self._term()
            elif self._sees("/"):
                self._sign()
                if self._sees("."):
                    self._shared_head()
                else:
                    self._term()
            else:
                return

    def _term(self) -> None:
        if not (self._number() or self._auxiliary() or self._group()):
            raise Stop(self.place, self._missing())
        self._tail()

    def _shared_head(self) -> None:
        """`.735` in 629.734/.735."""
        start = self.place
        self.place += 1
        if not self._match(_NUMBER):
            raise Stop(start, text("Digits must follow the point."))
        self._add("number", start)
        self._tail()

    def _tail(self) -> None:
        while self._auxiliary() or self._group() or self._take(_LETTERS, "letters") or self._continued():
            pass

    def _number(self) -> bool:
        start = self.place
        if not self._match(_NUMBER):
            return False
        self._judge_groups(start, self.code[start : self.place])
        self._add("number", start)
        if self._sees("."):
            raise Stop(self.place, text("Digits must follow the point."))
        return True

    def _continued(self) -> bool:
        """Digits after a bracket, 347.78(410)1, 622(410).333, and special ones after letters, 821Абай.06."""
        start = self.place
        after_letters = self.code[start - 1 : start].isalpha() and self.code.startswith(".0", start)
        if not after_letters and self.code[start - 1 : start] not in (")", "]", '"'):
            return False
        self.place += self._sees(".")
        if self._match(_NUMBER):
            self._add("continued", start)
            return True
        self.place = start
        return False

    def _auxiliary(self) -> bool:
        sign = self.code[self.place : self.place + 1]
        if sign == "(":
            return self._bracket()
        if sign == '"':
            return self._take(_TIME, "time") or self._refuse(text("The time in quotation marks is not complete."))
        if sign == "*":
            return self._take(_FOREIGN_CODE, "foreign") or self._refuse(text("A code must follow the asterisk."))
        kind = {"=": "language", "-": "hyphen", "'": "apostrophe"}.get(sign)
        return self._signed_number(kind) if kind else False

    def _signed_number(self, kind: str) -> bool:
        start = self.place
        self.place += 1
        if not self._match(_NUMBER):
            self.place = start
            return self._refuse(text("Digits must follow “{sign}”.", sign=self.code[start]))
        self._judge_groups(start + 1, self.code[start + 1 : self.place])
        self._add(kind, start)
        return True

    def _bracket(self) -> bool:
        start = self.place
        found = _IN_BRACKETS.match(self.code, start)
        inside = found[1] if found else ""
        people = inside.startswith("=")
        if not found or not _BRACKET_NUMBERS.fullmatch(inside[people:]):
            closed = ")" in self.code[start:]
            return self._refuse(
                text("The round brackets hold no place, form or people number.")
                if closed
                else text("The bracket “(” is not closed.")
            )
        self.place = found.end()
        self._add("people" if people else "form" if inside.startswith("0") else "place", start)
        return True

    def _group(self) -> bool:
        if not self._sees("["):
            return False
        start = self.place
        if self.depth >= DEEPEST:
            return self._refuse(text("The square brackets are nested too deep."))
        self.depth += 1
        self._sign()
        self._code()
        if not self._sees("]"):
            raise Stop(start, text("The bracket “[” is not closed."))
        self._sign()
        self.depth -= 1
        return True

    def _judge_groups(self, start: int, number: str) -> None:
        """Digits go in threes; a shorter group may stand last or before ".0"."""
        place = start
        groups = number.split(".")
        for group, following in zip(groups, [*groups[1:], "0"], strict=True):
            if len(group) > _LONE_GROUP:
                self._doubt(place, text("Put a point after every third digit: {right}.", right=in_threes(number)))
            elif len(group) < _LONE_GROUP and not following.startswith("0"):
                self._doubt(place, text("“{group}” should have three digits before the point.", group=group))
            place += len(group) + 1

    def _doubt(self, position: int, reason: Text) -> None:
        self.doubts.append(UdcFault(position, reason, GROUPING))

    def _missing(self) -> Text:
        if self.place >= len(self.code):
            return (
                text("The code is not complete: a number must follow.") if self.code else text("The UDC code is empty.")
            )
        return _unexpected(self.code[self.place])

    def _refuse(self, reason: Text) -> bool:
        raise Stop(self.place, reason)

    def _sees(self, sign: str) -> bool:
        return self.code.startswith(sign, self.place)

    def _sign(self) -> None:
        self.place += 1
        self._add("sign", self.place - 1)

    def _match(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self.code, self.place)
        if found is None:
            return False
        self.place = found.end()
        return True

    def _take(self, pattern: re.Pattern[str], kind: str) -> bool:
        start = self.place
        if not self._match(pattern):
            return False
        self._add(kind, start)
        return True

    def _add(self, kind: str, start: int) -> None:
        self.parts.append(UdcPart(kind, self.code[start : self.place], start, self.place))


def _unexpected(char: str) -> Text:
    return text("“{char}” cannot stand here. A number or a bracket is expected before or instead of it.", char=char)


def in_threes(number: str) -> str:
    """Group the digits before the first ".0"; special auxiliaries keep their own point."""
    head, special, rest = number.partition(".0")
    digits = head.replace(".", "")
    return ".".join(digits[i : i + 3] for i in range(0, len(digits), 3)) + special + rest
