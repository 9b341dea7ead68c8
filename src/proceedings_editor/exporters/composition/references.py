"""The reference list: its heading, and one item per source that citations lead to."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.exporters.composition.body import BodyComposer
from proceedings_editor.exporters.composition.element import Element, ItemElement, ListElement
from proceedings_editor.exporters.composition.link import bookmark
from proceedings_editor.exporters.composition.marker import item_label
from proceedings_editor.exporters.composition.outline import Outline
from proceedings_editor.exporters.composition.setting import Setting, words
from proceedings_editor.model.place import Place


def references(setting: Setting, outline: Outline, body: BodyComposer) -> Iterator[Element]:
    """Yield heading and list; nothing for an article without references.

    An item without text stays, because the numbers behind it are cited.
    """
    sources = setting.entry.references
    if not sources:
        return
    heading = setting.wording.references.best(setting.language)
    if heading:
        inlines = words(setting.printed("reference_heading", heading))
        level, _ = outline.enter(1)
        yield setting.line("reference_heading", inlines, "references", level)
    form = setting.template.references.numbering
    items = tuple(
        ItemElement(item_label(form, number), (body.reference(number, source.text),))
        for number, source in enumerate(sources, 1)
    )
    yield ListElement(
        items,
        ordered=True,
        marker=form,
        start=1,
        style="reference",
        look=setting.look("reference"),
        bookmarks=tuple(bookmark("ref", number) for number in range(1, len(sources) + 1)),
        source=Place(field="references"),
    )
