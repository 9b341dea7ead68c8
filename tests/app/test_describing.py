"""A template's description tells what its file says."""

from __future__ import annotations

from dataclasses import replace

from proceedings_editor.app.describing import describe
from proceedings_editor.app.template import list_templates


def test_every_shipped_template_is_described_otherwise() -> None:
    told = [" ".join(map(str, describe(template))) for template in list_templates()]
    assert len(set(told)) == len(told)


def test_the_description_follows_the_template() -> None:
    conference = next(one for one in list_templates() if one.name == "kz-conference")
    told = " ".join(map(str, describe(conference)))
    assert "Times New Roman, 12 pt" in told
    assert "An information page stands before each article." in told
    other = replace(conference, information=replace(conference.information, shown=False))
    assert "No information page." in " ".join(map(str, describe(other)))
