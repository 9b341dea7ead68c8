"""What the actions do that need an open collection, by their ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from proceedings_editor.ui.workbench import Workbench

BENCH_ACTIONS: Final[Mapping[str, Callable[[Workbench], object]]] = {
    "export": lambda bench: bench.desk.export(),
    "send": lambda bench: bench.desk.send(bench.entries.chosen),
    "print": lambda bench: bench.desk.print_entries(),
    "undo": lambda bench: bench.undo(),
    "redo": lambda bench: bench.redo(),
    "find": lambda bench: bench.desk.find_words(),
    "replace": lambda bench: bench.desk.find_words(replacing=True),
    "insert_table": lambda bench: bench.insert("insertTable"),
    "insert_figure": lambda bench: bench.insert("figure"),
    "insert_formula": lambda bench: bench.insert("formula"),
    "insert_note": lambda bench: bench.insert("note"),
    "insert_citation": lambda bench: bench.insert("citation"),
    "insert_symbol": lambda bench: bench.desk.show_symbols(),
    "insert_link": lambda bench: bench.insert("link"),
    "paragraph": lambda bench: bench.shape("paragraph"),
    "heading1": lambda bench: bench.shape("heading1"),
    "heading2": lambda bench: bench.shape("heading2"),
    "heading3": lambda bench: bench.shape("heading3"),
    "heading4": lambda bench: bench.shape("heading4"),
    "bullets": lambda bench: bench.shape("bullets"),
    "numbers": lambda bench: bench.shape("numbers"),
    "new_entry": lambda bench: bench.add_entry(),
    "duplicate": lambda bench: bench.entries.duplicate(),
    "delete_entry": lambda bench: bench.entries.remove(),
    "renumber": lambda bench: bench.entries.renumber(),
    "check_chosen": lambda bench: bench.desk.check(),
    "check_report": lambda bench: bench.desk.report(),
    "zip": lambda bench: bench.entries.write_zip(),
    "list": lambda bench: bench.entries.write_list(),
    "copy_parts": lambda bench: bench.desk.copy_parts(),
    "compose_reference": lambda bench: bench.compose_reference(),
    "renumber_references": lambda bench: bench.references.renumber(),
    "previous_entry": lambda bench: bench.entries.step(-1),
    "next_entry": lambda bench: bench.entries.step(1),
    "filter": lambda bench: bench.entries.seek(),
    "collection": lambda bench: bench.navigator.show_collection(),
    "rules": lambda bench: bench.problems.edit_rules(),
    "information": lambda bench: bench.show_tab(0),
    "article": lambda bench: bench.show_tab(1),
    "references": lambda bench: bench.show_tab(2),
    "history": lambda bench: bench.show_tab(3),
    "preview": lambda bench: bench.toggle(bench.preview),
    "information_page": lambda bench: bench.navigator.go_to_page("information"),
    "article_pages": lambda bench: bench.navigator.go_to_page("article"),
    "marks": lambda bench: bench.preview.set_shows_findings(not bench.preview.shows_findings),
    "problems": lambda bench: bench.toggle(bench.problems),
    "check": lambda bench: bench.problems.go_next(),
    "fix": lambda bench: bench.problems.fix(),
}
