"""Replacing a stretch of a rich text, counted in its plain text."""

from __future__ import annotations

from dataclasses import fields, replace
from difflib import SequenceMatcher
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Final

from proceedings_editor.model.body import OBJECT, RichText, Run, Span, plain_text


def spliced(text: RichText, start: int, end: int, words: str) -> RichText:
    """Return `text` with the code points `start` to `end` of its plain text replaced by `words`.

    The words take the marks of the first character they replace, or of the character before where they replace none;
    words put right behind a link stand outside it. Inline objects inside the stretch go with it.
    """
    before, rest = _cut(text, start)
    gone, after = _cut(rest, end - start)
    model = next((run for run in (*gone, *reversed(before), *after) if isinstance(run, Span)), Span(""))
    if not gone and not (_leads(before[-1:], model.href) and _leads(after[:1], model.href)):
        model = replace(model, href="")
    return joined((*before, replace(model, text=words), *after))


def reworded(text: RichText, words: str) -> RichText:
    """Return `text` with other plain words; what stays the same keeps its marks, and an inline object cannot come in.

    For short texts such as captions: the time grows with the square of the length.
    """
    old, new = plain_text(text).split(OBJECT), words.split(OBJECT)
    if len(old) != len(new):  # objects are gone: which ones, only what stands around them can tell
        old, new = [plain_text(text)], [words]
    ends = accumulate((len(part) + 1 for part in old), initial=0)
    for begin, before, after in reversed([*zip(ends, old, new, strict=False)]):
        for kind, start, end, first, last in reversed(
            SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        ):
            if kind != "equal":
                text = spliced(text, begin + start, begin + end, after[first:last].replace(OBJECT, ""))
    return text


def _leads(runs: RichText, href: str) -> bool:
    return any(isinstance(run, Span) and run.href == href for run in runs)


def joined(runs: RichText) -> RichText:
    """Return the canonical form: no empty span, no two neighbours with the same marks. Linear in the text's length."""
    result: list[Run] = []
    for marks, group in groupby((run for run in runs if not isinstance(run, Span) or run.text), key=_marks):
        same = tuple(group)
        if marks is None or len(same) == 1:
            result += same
        elif isinstance(same[0], Span):
            result.append(replace(same[0], text="".join(run.text for run in same if isinstance(run, Span))))
    return tuple(result)


def _marks(run: Run) -> object:
    """The span's marks without its text; None for what is no span."""
    return _SPAN_MARKS(run) if isinstance(run, Span) else None


_SPAN_MARKS: Final = attrgetter(*(field.name for field in fields(Span) if field.name != "text"))


def _cut(text: RichText, at: int) -> tuple[RichText, RichText]:
    """Split a text at a code point of its plain text."""
    before: list[Run] = []
    for index, run in enumerate(text):
        length = len(run.text) if isinstance(run, Span) else 1
        if at >= length:
            before.append(run)
            at -= length
            continue
        rest = text[index + 1 :]
        if isinstance(run, Span) and at:
            return (*before, replace(run, text=run.text[:at])), (replace(run, text=run.text[at:]), *rest)
        return tuple(before), (run, *rest)
    return tuple(before), ()
