"""The reference list of an entry: what cites it, new items, items moved, all numbered anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proceedings_editor.language.citation import find_citations
from proceedings_editor.language.web_address import find_addresses
from proceedings_editor.model.body import RichText, Span, plain_text
from proceedings_editor.model.edit import Edit, ReorderReferences, SetField, Together
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.rules.citing import (
    ALPHABET,
    alphabet_keys,
    certain_sources,
    cited_numbers,
    first_uses,
    order_of_alphabet,
    order_of_citing,
)
from proceedings_editor.rules.passage import passages_of
from proceedings_editor.texts import Text, plural, text

FIELD = "references"


@dataclass(frozen=True, slots=True)
class Use:
    """How an article uses its reference list.

    Attributes:
        uncited: Numbers of the items that nobody cites.
        missing: Number that is cited without an item -> where it is cited first.
    """

    count: int
    uncited: tuple[int, ...]
    missing: Mapping[int, Place]


def use_of(entry: Entry, template: Template) -> Use:
    """Return which items nobody cites, and which are cited and missing; the rules CITE001 and CITE002 say the same."""
    form, count = template.citations.form, len(entry.references)
    passages = passages_of(entry)
    cited = cited_numbers(passages, form)
    missing: dict[int, Place] = {}
    for passage in passages:
        if passage.key == "body":
            for citation in find_citations(passage.prose(), form):
                for number in certain_sources(citation, form):
                    if number > count:
                        missing.setdefault(number, passage.at(citation.start, citation.end))
    uncited = tuple(number for number in range(1, count + 1) if number not in cited)
    return Use(count, uncited, dict(sorted(missing.items())))


def is_alphabetic(template: Template) -> bool:
    """Say whether the template wants the list in the order of the alphabet, and not of first use."""
    return template.citations.order == ALPHABET


def numbered_anew(entry: Entry, template: Template) -> Edit | None:
    """Return the edit that puts the sources into the template's order; None where they stand so already.

    Sources nobody cites come last; every citation follows.
    """
    count = len(entry.references)
    if is_alphabetic(template):
        order = order_of_alphabet(alphabet_keys(entry.references))
        label = text("Put the references in the order of the alphabet")
    else:
        order = order_of_citing(first_uses(passages_of(entry), template.citations.form), count)
        label = text("Number the references by first use")
    if order == tuple(range(count)):
        return None
    return ReorderReferences(entry.id, order, label, Place(field=FIELD))


def added(entry: Entry, at: int, items: Sequence[RichText]) -> Edit:
    """Return the edit that puts new items before the item at `at`; the citations of those behind follow."""
    new = tuple(map(Reference, items))
    label = plural("Add {count} reference", "Add {count} references", len(new))
    count, place = len(entry.references), Place(field=f"{FIELD}.{at}")
    put = SetField(entry.id, FIELD, (*entry.references, *new), label)
    if at >= count:
        return put
    order = (*range(at), *range(count, count + len(new)), *range(at, count))
    return Together((put, ReorderReferences(entry.id, order, label, place)), label)


def filled_and_added(entry: Entry, at: int, items: Sequence[RichText]) -> Edit:
    """As `added`, but the first item is put into the empty one at `at`, and the others behind it."""
    first, *others = items
    label = plural("Add {count} reference", "Add {count} references", len(items))
    fill = SetField(entry.id, f"{FIELD}.{at}", Reference(first), label)
    return Together((added(entry, at + 1, others), fill), label) if others else fill


def moved(entry: Entry, chosen: Sequence[int], to: int) -> Edit | None:
    """Return the edit that moves items together before the item at `to`; None where nothing would move.

    Args:
        entry: Whose list it is.
        chosen: Places of the items.
        to: From 0 to the number of items; counted before the move.
    """
    count, some = len(entry.references), sorted(set(chosen))
    rest = [index for index in range(count) if index not in some]
    ahead = sum(index < to for index in rest)
    order = (*rest[:ahead], *some, *rest[ahead:])
    if order == tuple(range(count)):
        return None
    label = (
        text("Move reference {number}", number=some[0] + 1)
        if len(some) == 1
        else plural("Move {count} reference", "Move {count} references", len(some))
    )
    return ReorderReferences(entry.id, order, label, Place(field=f"{FIELD}.{ahead}"))


def removed(entry: Entry, chosen: Sequence[int]) -> Edit:
    """Return the edit that takes items out."""
    order = tuple(index for index in range(len(entry.references)) if index not in chosen)
    label: Text = text("Remove reference {number}", number=min(chosen) + 1)
    if len(chosen) > 1:
        label = plural("Remove {count} reference", "Remove {count} references", len(chosen))
    return ReorderReferences(entry.id, order, label, Place(field=f"{FIELD}.{min(chosen)}"))


def links_of(words: RichText) -> tuple[str, ...]:
    """Return the web addresses a reference leads to, those of its links first; only http and https."""
    found = [run.href for run in words if isinstance(run, Span) and run.href]
    found += [address.wording for address in find_addresses(plain_text(words))]
    whole = (f"https://{one}" if one.lower().startswith("www.") else one for one in found)
    return tuple(dict.fromkeys(one for one in whole if one.lower().startswith(("http://", "https://"))))


def linked(words: str) -> RichText:
    """Return the words of a new reference with its web addresses as links."""
    runs: list[Span] = []
    end = 0
    for address in find_addresses(words):
        if address.host and "://" in address.wording:
            runs += [Span(words[end : address.start]), Span(address.wording, href=address.wording)]
            end = address.end
    return tuple(run for run in (*runs, Span(words[end:])) if run.text)
