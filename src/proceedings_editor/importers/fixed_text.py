"""Fixed texts of a page: headings, labels and the note that a template prints the same for every article."""

from __future__ import annotations

from itertools import permutations

from proceedings_editor.importers.form import Form
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.piece import Piece
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.template import Template
from proceedings_editor.templates.capitals import capitals
from proceedings_editor.texts import text


def read_fixed_texts(form: Form, language: Language, template: Template, ledger: Ledger) -> None:
    """Note every fixed text whose characters are not the template's."""
    information = template.information
    own = information.language
    apart = template.wording.names_apart
    every = apart.join(words for _, words in information.top_heading.filled())
    for piece in form.top_headings:
        printed = (every, *_versions(information.top_heading, own, apart))
        _read("template.information.top_heading", piece, "top heading", printed, ledger)
    for piece in form.information_headings:
        printed = _versions(information.heading, own, apart)
        _read("template.information.heading", piece, "information heading", printed, ledger)
    for piece in form.notes:
        _read("template.information.note", piece, "note", _versions(information.note, own, apart), ledger)
    for piece in form.strangers:
        sentence = text(
            "No field takes this text before the table; the article begins with it: {words}", words=piece.words
        )
        ledger.no_place(sentence, piece.words, piece.line)
    _read_row_labels(form, template, ledger)
    _read_labels_of_head(form, template, ledger)
    if form.reference_heading is not None:
        printed = _versions(template.wording.references, language, apart)
        _read(f"template.wording.references.{language}", form.reference_heading, "references", printed, ledger)


def _read(path: str, piece: Piece, place: str, printed: tuple[str, ...], ledger: Ledger) -> None:
    """Note a fixed text; `printed` are the wordings the template may print, the expected one first."""
    ledger.read(path, piece.words, place, piece.line, (*printed, *map(capitals, printed)))
    if printed and piece.words not in (*printed, *map(capitals, printed)):
        sentence = text(
            "The template prints “{printed}”, the page has “{words}”.", printed=printed[0], words=piece.words
        )
        ledger.doubt("collection", sentence, piece.line, path)


def _versions(fixed: LocalText, language: Language, apart: str) -> tuple[str, ...]:
    """One version, or any of them joined; the version in `language` first."""
    versions = [words for _, words in fixed.filled()]
    joined = [apart.join(order) for size in range(1, len(versions) + 1) for order in permutations(versions, size)]
    return tuple(dict.fromkeys((fixed.best(language), *joined))) if versions else ()


def _read_row_labels(form: Form, template: Template, ledger: Ledger) -> None:
    """Note labels that are not the template's; a fact's second row on the page is its second row in the template."""
    printed = template.information.rows
    free = {row.key: [i for i, known in enumerate(printed) if known.value == row.key] for row in form.rows}
    for row in form.rows:
        index = free[row.key].pop(0) if free[row.key] else None
        if row.label in {known.label for known in printed}:
            ledger.accounted.append(row.label)
        elif row.key is not None:
            path = "template.information.rows" if index is None else f"template.information.rows.{index}.label"
            ledger.read(path, row.label, row.place, row.line)


def _read_labels_of_head(form: Form, template: Template, ledger: Ledger) -> None:
    """Labels before an abstract or keywords; those of codes and people belong to their lines."""
    fixed = {"abstract": template.wording.abstract, "keywords": template.wording.keywords}
    for part in form.head:
        if part.kind not in fixed:
            continue
        label = part.source.removesuffix(part.words).strip()
        versions: dict[str, str] = dict(fixed[part.kind].filled())
        language = next((known for known, words in versions.items() if words == label), "")
        path = f"template.wording.{part.kind}"
        ledger.read(f"{path}.{language}" if language else path, label, "head", part.line, tuple(versions.values()))
        ledger.account(part.words, part.line)
