"""Changing what the collection's template asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from proceedings_editor.model.place import Place
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class SetRules:
    """Set what the template changes about the rules: code -> settings; a rule that is absent is as it comes."""

    rules: Mapping[str, RuleSettings]
    label: Text

    @property
    def entry(self) -> str:
        """No entry: the template is the collection's."""
        return ""

    @property
    def place(self) -> Place:
        """No place of the form."""
        return Place()

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        wanted = {code: settings for code, settings in self.rules.items() if settings != RuleSettings()}
        if wanted == dict(workspace.template.rules):
            return workspace
        return replace(workspace, template=replace(workspace.template, rules=wanted))
