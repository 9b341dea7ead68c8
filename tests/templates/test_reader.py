from __future__ import annotations

import re
from pathlib import Path

import pytest

from proceedings_editor import __version__
from proceedings_editor.errors import TemplateError, UsageError
from proceedings_editor.model.template import STYLES
from proceedings_editor.templates.reader import (
    DEFAULT_TEMPLATE,
    load_template,
    shipped_path,
    shipped_template,
    shipped_templates,
    template_copy,
    template_from_text,
)

CONFERENCE = shipped_path(DEFAULT_TEMPLATE).read_text(encoding="utf-8")


def test_two_templates_ship_and_the_conference_s_is_the_default() -> None:
    assert shipped_templates() == ("kz-conference", "kz-journal")
    assert DEFAULT_TEMPLATE == "kz-conference"


@pytest.mark.parametrize("name", ["kz-conference", "kz-journal"])
def test_every_shipped_template_is_whole_in_three_languages(name: str) -> None:
    template = shipped_template(name)
    assert template.name == name
    assert template.origin == ""
    assert set(template.styles) == set(STYLES)
    local = [template.title, template.information.heading, template.information.top_heading, template.information.note]
    wording = template.wording
    local += [
        getattr(wording, key) for key in wording.__slots__ if key not in ("names_apart", "page_range", "date_style")
    ]
    assert all(words.kk and words.ru and words.en for words in local)


def test_the_conference_s_page_is_as_the_call_asks() -> None:
    template = shipped_template("kz-conference")
    page, text, title = template.page, template.styles["text"], template.styles["title"]
    assert (page.width, page.height) == (21, 29.7)
    assert (page.top, page.bottom, page.left, page.right) == (2, 2, 2, 2)
    assert (page.number.place, page.number.align) == ("bottom", "center")
    assert (text.size, text.line_spacing, text.indent, text.align) == (12, 1, 1.25, "justify")
    assert (title.bold, title.capitals, title.align) == (True, True, "center")
    kinds = [element.kind for element in template.article]
    assert kinds[:8] == ["section", "subsection", "udc", "title", "authors", "emails", "affiliations", "supervisors"]
    assert [row.label for row in template.information.rows] == [
        "Конференция атауы",
        "Сборник",
        "Conference",
        "Өткізілген күні",
        "ISBN",
        "Жинақтағы жариялану №",
        "Жинақтағы беттері",
        "ӘОЖ/УДК/UDC",
        "Секция",
        "Автор(лар)",
        "Мәртебесі",
        "Ғылыми жетекші",
        "Мақала атауы",
    ]


def test_the_journal_differs_in_order_page_and_people() -> None:
    template = shipped_template("kz-journal")
    kinds = [element.kind for element in template.article]
    assert kinds.index("authors") < kinds.index("affiliations") < kinds.index("title")
    assert (template.page.left, template.page.right) == (3, 1.5)
    assert template.styles["text"].size == 14
    assert template.people.authors == "row"
    assert template.people.marks
    assert [element.languages for element in template.article if element.kind == "abstract"] == [
        ("kk",),
        ("ru",),
        ("en",),
    ]


def test_a_style_takes_from_its_base_what_it_does_not_say() -> None:
    styles = shipped_template("kz-conference").styles
    assert styles["quotation"].italic
    assert styles["quotation"].indent == 0
    assert styles["quotation"].align == styles["text"].align == "justify"


def test_a_copy_keeps_the_text_and_notes_its_origin(tmp_path: Path) -> None:
    words = template_copy(shipped_path("kz-journal"))
    assert words.replace(f'origin: "kz-journal {__version__}"\n', "") == shipped_path("kz-journal").read_text(
        encoding="utf-8"
    )
    path = tmp_path / "own.yaml"
    path.write_text(words.replace("name: kz-journal", "name: own"), encoding="utf-8", newline="\r\n")
    assert load_template(path).origin == f"kz-journal {__version__}"
    again = template_copy(path)
    assert again.count("origin:") == 1
    assert template_from_text(again, "x").origin == f"own {__version__}"


def test_an_unknown_name_is_one_sentence() -> None:
    with pytest.raises(UsageError, match=r"no template “kz”; there are: kz-conference, kz-journal"):
        shipped_template("kz")
    with pytest.raises(UsageError):
        shipped_template("../../pyproject")


FAULTS = {
    "an unknown style": ("  text: {", "  txet: {", "did you mean “text”"),
    "a missing style": ("  footnote: {size: 10, align: justify}\n", "", "the style “footnote” is missing"),
    "an unknown base": ("heading_2: {base: heading_1,", "heading_2: {base: heading_9,", "“heading_9” is not possible"),
    "a circle of bases": ("  heading_1: {size", "  heading_1: {base: heading_2, size", "its own base"),
    "a wrong property": ("quotation: {base: text, italic", "quotation: {base: text, itallic", "did you mean “italic”"),
    "a wrong alignment": (
        "affiliation: {size: 12, italic: true, align: center",
        "affiliation: {size: 12, align: centre",
        "“center”",
    ),
    "no size": ("footnote: {size: 10", "footnote: {size: 0", "a font size lies between"),
    "a negative space": ("align: left, space_before: 3", "align: left, space_before: -3", "a space lies between"),
    "an indent off the page": ("list: {base: text, indent: 0, left: 1.25}", "list: {base: text, left: 16}", "indents"),
    "margins without room": ("  left: 2\n", "  left: 17\n", "margins leave less than"),
    "a negative margin": ("  top: 2\n", "  top: -2\n", "cannot be negative"),
    "no paper": ("  width: 21\n", "  width: 0\n", "a page measures"),
    "an element twice": ("  - udc\n", "  - udc\n  - title\n", "“title” stands in the article twice"),
    "an unknown element": ("  - udc\n", "  - ucd\n", "did you mean “udc”"),
    "no body": ("  - body\n", "", "needs the element “body”"),
    "an unknown language": ("language: kk\n  label", "language: kz\n  label", "possible are: kk, ru, en"),
    "an unknown row": ("value: isbn", "value: isbnn", "did you mean “isbn”"),
    "an unknown value in a pattern": ('kk: "СЕКЦИЯ {number}', 'kk: "СЕКЦИЯ {nomber}', "did you mean “{number}”"),
    "a pattern with a lonely bracket": ('kk: "СЕКЦИЯ {number}[.', 'kk: "СЕКЦИЯ {number}.', "has no partner"),
    "an unknown value in the file name": ('"{number}_{surname}_', '"{number}_{familyname}_', "“{familyname}”"),
    "an unknown required field": ("  - authors.email\n", "  - authors.emial\n", "did you mean “authors.email”"),
    "limits upside down": (
        "pages: {least: 3, most: 10}",
        "pages: {least: 11, most: 10}",
        "is larger than",
    ),
    "an unknown citation form": ("form: semicolon-page", "form: semicolon", "semicolon-page"),
    "labels too wide": ("label_width: 0.32", "label_width: 1.5", "between 0.1 and 0.8"),
    "an unknown key": ("list_marker: –", "list_makrer: –", "did you mean “list_marker”"),
    "a newer format": ("format: 1", "format: 2", "newer version"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_mistake_is_one_sentence_with_file_line_and_reason(what: str) -> None:
    right, wrong, reason = FAULTS[what]
    assert CONFERENCE.count(right) >= 1
    with pytest.raises(TemplateError) as caught:
        template_from_text(CONFERENCE.replace(right, wrong, 1), "own.yaml")
    sentence = str(caught.value)
    assert reason in sentence
    assert re.match(r"own\.yaml(, line \d+: | was written by a newer)", sentence), sentence


def test_the_line_is_that_of_the_mistake() -> None:
    words = CONFERENCE.replace("footnote: {size: 10", "footnote: {size: 0")
    line = next(number for number, text in enumerate(words.splitlines(), 1) if "footnote: {size: 0" in text)
    with pytest.raises(TemplateError, match=rf"own\.yaml, line {line}: "):
        template_from_text(words, "own.yaml")


def test_a_missing_file_is_a_template_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="There is no file"):
        load_template(tmp_path / "x.yaml")
