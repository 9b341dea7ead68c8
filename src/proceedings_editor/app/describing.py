"""A template in a few words, for somebody who chooses one."""

from __future__ import annotations

from typing import Final

from proceedings_editor.model.template import Template
from proceedings_editor.texts import Text, text

_STANDARDS: Final = {
    "gost-7.1": "ГОСТ 7.1",
    "gost-r-7.0.5": "ГОСТ Р 7.0.5",
    "gost-r-7.0.100": "ГОСТ Р 7.0.100",
}


def describe(template: Template) -> tuple[Text, ...]:
    """Return sentences about what a reader sees first: letters, margins, people, references, information page."""
    page, style = template.page, template.styles["text"]
    margins = {side: float(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    return (
        text(
            "{font}, {size} pt; margins {margins} cm (top, right, bottom, left).",
            font=style.font or template.font,
            size=float(style.size),
            margins=Text("{top} – {right} – {bottom} – {left}", tuple(margins.items())),
        ),
        text("Authors stand below each other.")
        if template.people.authors == "lines"
        else text("Authors stand in one line."),
        text("References after {standard}.", standard=_STANDARDS[template.references.standard]),
        text("An information page stands before each article.")
        if template.information.shown
        else text("No information page."),
    )
