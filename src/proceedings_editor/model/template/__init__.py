"""The template as typed data: everything one conference asks of the form, none of it code.

Reading it from YAML and wording things by its patterns is `templates`' work; the types stand here because a workspace
holds its template and everything above `model` looks at it.
"""

from __future__ import annotations

from proceedings_editor.model.template.look import (
    STYLES,
    Captions,
    PageNumber,
    PageSetup,
    StyleName,
    TextStyle,
)
from proceedings_editor.model.template.order import (
    ElementKind,
    HeadElement,
    InformationPage,
    InformationRow,
    People,
)
from proceedings_editor.model.template.requirement import (
    Citations,
    Limits,
    Range,
    References,
    Required,
    RuleSettings,
)
from proceedings_editor.model.template.template import Template
from proceedings_editor.model.template.wording import Wording

__all__ = [
    "STYLES",
    "Captions",
    "Citations",
    "ElementKind",
    "HeadElement",
    "InformationPage",
    "InformationRow",
    "Limits",
    "PageNumber",
    "PageSetup",
    "People",
    "Range",
    "References",
    "Required",
    "RuleSettings",
    "StyleName",
    "Template",
    "TextStyle",
    "Wording",
]
