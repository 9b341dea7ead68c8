"""Text in an old Kazakh font or in a wrong encoding.

What:
    No text shows letters of other languages where Kazakh or Russian ones are meant: neither “Ќазаќстан”, which was
    typed in an old Kazakh font, nor “ÕÀÁÀÐØÛÑÛ”, which was opened with the wrong encoding.

Why:
    Until the letters are right nothing else is: nobody can search the text, and no other rule can judge it. That is why
    the other rules about characters, typography and language say nothing about it.

How to fix:
    Compare the proposed text with the author's file and take it. Two families of old fonts draw one letter differently;
    which of them it was is concluded from the text, so look at words with ә and ғ.

Examples:
    kk ✓ Қазақстан Республикасының заңы
    kk ✗ Ќазаќстан Республикасыныѕ заѕы
    kk ✗ Ќазаќстан єдебиеті жєне тілі
    kk ✗ ÕÀÁÀÐØÛÑÛ, 2019
    ru ✓ журнал «Український історичний журнал»
    ru ✗ Ñòåïíûå ðåêè
    en ✓ Größe, élève, naïve
    en ✗ Bulletin (Ќарабалыќ)
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.language.misreading import Misreading
from proceedings_editor.rules.misread import misreading
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope, letters
from proceedings_editor.texts import Text, text


def _check(scope: PassageScope) -> Iterator[Hit]:
    found = scope.passage.once(misreading)
    if found is not None:
        first, last, meant = found.pieces[0]
        label = text("Write the text in today's letters")
        shown = scope.passage.text
        pieces = [piece for start, end, right in found.pieces for piece in letters(start, shown[start:end], right)]
        fix = scope.fixes(found.start, found.end, pieces, label, safe=False)
        yield scope.hit(found.start, found.end, _message(found, shown[first:last], meant), fix)


def _message(found: Misreading, shown: str, meant: str) -> Text:
    if found.accident == "font":
        return text(
            "The text was typed in an old Kazakh font: “{shown}” means “{meant}”. Compare and take the proposed text.",
            shown=shown,
            meant=meant,
        )
    return text(
        "The text was opened with a wrong encoding: “{shown}” means “{meant}”. Compare and take the proposed text.",
        shown=shown,
        meant=meant,
    )


RULE = Rule(
    code="CHAR003",
    severity="error",
    manual=__doc__,
    passage=_check,
    subject=frozenset({"quotation", "title", "name", "address", "code"}),
    hides=frozenset({"CHAR", "TYPO", "LANG"}),
    for_author=False,
)
