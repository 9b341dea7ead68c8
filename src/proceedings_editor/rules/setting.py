"""What a template makes of the rules: severities and typed options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from proceedings_editor.errors import TemplateError
from proceedings_editor.model.finding import Severity
from proceedings_editor.model.template import RuleSettings, Template
from proceedings_editor.rules.rule import Rule
from proceedings_editor.texts import text


@dataclass(frozen=True, slots=True)
class Setting:
    """One rule as the template wants it; `changed` says that the template gave it a severity."""

    rule: Rule
    severity: Severity
    options: object
    changed: bool


def settings_of(template: Template, rules: tuple[Rule, ...]) -> tuple[Setting, ...]:
    """Return the rules that are on, with their severity and options.

    Raises:
        TemplateError: The template names a rule or an option there is not, or gives an option a wrong value.
    """
    known = {rule.code: rule for rule in rules}
    for code in template.rules:
        if code not in known:
            raise TemplateError(text("The template sets the rule “{code}”, which does not exist.", code=code))
    wanted = ((rule, template.rules.get(rule.code, RuleSettings())) for rule in rules)
    return tuple(_setting(rule, settings) for rule, settings in wanted if settings.severity != "off")


def _setting(rule: Rule, settings: RuleSettings) -> Setting:
    severity = rule.severity
    if settings.severity and settings.severity != "off":
        severity = settings.severity
    return Setting(rule, severity, _options(rule, settings.options), changed=bool(settings.severity))


def _options(rule: Rule, values: Mapping[str, object]) -> object:
    defaults = {field.name: getattr(rule.options, field.name) for field in fields(rule.options)}  # type: ignore[arg-type]
    for name, value in values.items():
        if name not in defaults:
            raise TemplateError(
                text("The rule {code} has no option “{name}” (in the template).", code=rule.code, name=name)
            )
        if type(value) is not type(defaults[name]):
            raise TemplateError(
                text("The option “{name}” of the rule {code} has a wrong value.", code=rule.code, name=name)
            )
    return replace(rule.options, **values) if values else rule.options  # type: ignore[type-var]
