"""What a person has decided to leave as it is: a finding that is right by the rule and wrong here.

It is known by its words and never by its index, so that it goes with its paragraph wherever that is moved. Where the
words change, the finding counts again; the decision stays in the file, in case they change back, until it is removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Ignored:
    """One decision.

    Attributes:
        code: The rule's code ("TYPO001").
        where: Path of the field without indexes ("authors.email"), or kind of the block ("paragraph").
        text: The exact characters the finding is about.
        sentence: The sentence they stand in, the whole of a short text; for an empty field whose it is.
        reason: Why, in the person's words.
        day: When.
        nth: Which one it is where the sentence has the same characters several times, from 1.
    """

    code: str
    where: str
    text: str
    sentence: str
    reason: str
    day: date
    nth: int = 1

    @property
    def subject(self) -> tuple[str, str, str, str, int]:
        """What it is about, without why and when."""
        return self.code, self.where, self.text, self.sentence, self.nth
