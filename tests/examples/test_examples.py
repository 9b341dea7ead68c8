"""The shipped sample: it is complete and tidy, and holds everything an article can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, get_args

import pytest
from PIL import Image

from proceedings_editor.app.exporting import ExportRequest, export_entries
from proceedings_editor.language import identifier
from proceedings_editor.language.alphabet import script_of, share_of_kazakh
from proceedings_editor.language.citation import BROKEN, MIXED, Citation, find_citations
from proceedings_editor.language.mailbox import check_mailbox
from proceedings_editor.language.mention import find_mentions
from proceedings_editor.language.person_word import DEGREE, POST, STATUS, TITLE, find_word, words_of
from proceedings_editor.language.udc import check_udc
from proceedings_editor.model.body import (
    Block,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    InlineFormula,
    ListBlock,
    Note,
    Paragraph,
    RichText,
    Run,
    Span,
    Table,
    plain_text,
)
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import FIELDS, Owner
from proceedings_editor.model.local import LANGUAGES, LocalText, LocalWords
from proceedings_editor.model.person import Author, Person, Supervisor
from proceedings_editor.model.walk import children, notes_of, text_of, walk
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.resources import shipped
from proceedings_editor.storage.collection_file import collection_text
from proceedings_editor.storage.entry_file import entry_text
from proceedings_editor.storage.folder import Opened, open_folder
from proceedings_editor.templates.reader import shipped_path, template_copy
from proceedings_editor.texts import Text

SAMPLE: Final = shipped("examples", "steppe-2026")
ENTRIES: Final = ("tynaigan", "ozera", "sensors", "beldeu")
KAZAKH_SHARE: Final = 0.03
MOST_CHARACTERS: Final = 1200
MOST_BYTES: Final = 150_000
LEAST_DPI: Final = 300
CM_PER_INCH: Final = 2.54

NOT_INVENTED: Final = {("collection", "issn"), ("entry", "edn"), ("author", "spin")}
"""Nobody reserves values of these for examples, so an invented one might be somebody's."""

UPPER: Final = "A-ZА-ЯӘҒҚҢӨҰҮҺІ"
UNTIDY: Final = {
    "two spaces": "  ",
    "straight quotation mark": '"',
    "dash at a possible line start": " –",
    "hyphen for a dash": " - ",
    "hyphen in a range": r"\d-\d",
    "initials that may part": rf"(?<!\w)[{UPPER}]\. (?=[{UPPER}])",
    "initials without a space": rf"(?<!\w)[{UPPER}]\.[{UPPER}]\.",
    "number sign that may part": r"[№§] ?\d",
    "unit that may part": r"\d (?:мм|см|м|км|га|кг|%|°C|ж\.|жж\.|г\.|гг\.|mm|cm|m|km|kg)(?!\w)",
    "space before a mark": r"[ \u00a0][,.;!?)»]",
    "citation without a space": r"\w\[",
    "hyphen before the word for year": r"\d{4}-жыл",
    "letter ё beside е": "[ёЁ]",
}


@cache
def sample() -> Opened:
    return open_folder(SAMPLE)


@pytest.fixture(params=ENTRIES)
def entry(request: pytest.FixtureRequest) -> Entry:
    return next(entry for entry in sample().workspace.entries if entry.id == request.param)


# -------------------------------------------------------------------------------------------------- going through


def blocks_of(entry: Entry) -> Iterator[Block]:
    """Yield every block of the body, those of footnotes too."""
    waiting: list[Block] = list(entry.body)
    while waiting:
        block = waiting.pop(0)
        yield block
        inner = [part for note in notes_of(text_of(block)) for part in note.blocks]
        waiting = [*children(block), *inner, *waiting]


def rich_texts_of(entry: Entry) -> Iterator[RichText]:
    yield from (text_of(block) for block in blocks_of(entry))
    yield from (reference.text for reference in entry.references)


def all_blocks() -> list[Block]:
    return [block for entry in sample().workspace.entries for block in blocks_of(entry)]


def all_runs() -> list[Run]:
    return [run for entry in sample().workspace.entries for text in rich_texts_of(entry) for run in text]


def tables() -> list[Table]:
    return [block for block in all_blocks() if isinstance(block, Table)]


def cells() -> list[Cell]:
    return [cell for table in tables() for row in table.rows for cell in row]


def people(entry: Entry) -> tuple[Author | Supervisor, ...]:
    return (*entry.authors, *entry.supervisors)


def owners(owner: Owner) -> list[object]:
    """Return every value of the sample that has the fields of this owner."""
    workspace = sample().workspace
    persons = [person for entry in workspace.entries for person in people(entry)]
    found: dict[Owner, list[object]] = {
        "collection": [workspace.collection],
        "section": [path[-1] for path in workspace.collection.section_paths()],
        "entry": list(workspace.entries),
        "author": [person for person in persons if isinstance(person, Author)],
        "supervisor": [person for person in persons if isinstance(person, Supervisor)],
        "affiliation": [place for person in persons for place in person.affiliations],
    }
    return found[owner]


def local_values(value: object) -> Iterator[LocalText | LocalWords]:
    """Yield every text in three languages anywhere below `value`."""
    if isinstance(value, LocalText | LocalWords):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from local_values(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from local_values(getattr(value, field.name))


def paragraphs(entry: Entry) -> list[str]:
    """Return the plain texts of the body without footnotes, in reading order."""
    return [plain_text(text_of(block)) for _, block in walk(entry.body) if text_of(block)]


def printed_texts(entry: Entry) -> list[str]:
    texts = [plain_text(text) for text in rich_texts_of(entry)]
    locals_ = [words for value in local_values(entry) if isinstance(value, LocalText) for _, words in value.filled()]
    return [re.sub(r"https?://\S+", "URL", text) for text in (*texts, *locals_) if text]


def citations(entry: Entry) -> list[Citation]:
    form = sample().workspace.template.citations.form
    return [citation for text in paragraphs(entry) for citation in find_citations(text, form)]


# ---------------------------------------------------------------------------------------------------------- files


def test_the_sample_opens_without_a_problem() -> None:
    opened = sample()
    assert opened.problems == ()
    assert tuple(entry.id for entry in opened.workspace.entries) == ENTRIES
    assert len({entry.id for entry in opened.workspace.entries}) == len(ENTRIES)


def test_every_file_is_canonical() -> None:
    opened = sample()
    assert (SAMPLE / "collection.yaml").read_bytes() == collection_text(opened.workspace.collection).encode()
    for entry in opened.workspace.entries:
        path = SAMPLE / "entries" / opened.sources[entry.id]
        assert path.read_bytes() == entry_text(entry).encode(), path.name


def test_the_template_is_a_copy_of_the_shipped_one() -> None:
    def without_origin(words: str) -> str:
        return re.sub(r"^origin:.*\n", "", words, flags=re.MULTILINE)

    ours = (SAMPLE / "template.yaml").read_text(encoding="utf-8")
    assert without_origin(ours) == without_origin(template_copy(shipped_path("kz-conference")))
    assert ours != without_origin(ours)


def test_every_picture_is_there_used_and_small() -> None:
    used = {
        SAMPLE / "figures" / entry.id / block.file
        for entry in sample().workspace.entries
        for block in blocks_of(entry)
        if isinstance(block, Figure)
    }
    assert used == {path for path in (SAMPLE / "figures").rglob("*") if path.is_file()}
    assert {path.suffix for path in used} == {".png", ".jpg"}
    assert all(path.stat().st_size < MOST_BYTES for path in used)


def test_every_picture_is_sharp_enough_in_print(entry: Entry) -> None:
    for block in blocks_of(entry):
        if isinstance(block, Figure):
            with Image.open(SAMPLE / "figures" / entry.id / block.file) as picture:
                assert picture.width / (block.width / CM_PER_INCH) >= LEAST_DPI - 1
                assert round(picture.info["dpi"][0]) == LEAST_DPI


# ------------------------------------------------------------------------------------------- what an article can hold


def test_every_kind_of_block_occurs() -> None:
    assert {type(block) for block in all_blocks()} == set(get_args(Block))


def test_every_kind_of_run_occurs() -> None:
    assert {type(run) for run in all_runs()} == set(get_args(Run))


@pytest.mark.parametrize("mark", [field.name for field in fields(Span) if field.name != "text"])
def test_every_mark_occurs(mark: str) -> None:
    assert any(getattr(run, mark) for run in all_runs() if isinstance(run, Span))


def test_headings_have_three_levels_and_skip_none(entry: Entry) -> None:
    everywhere = {block.level for block in all_blocks() if isinstance(block, Heading)}
    assert everywhere == {1, 2, 3}
    levels = [0, *(block.level for block in entry.body if isinstance(block, Heading))]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_lists_are_nested_ordered_and_continued() -> None:
    lists = [block for block in all_blocks() if isinstance(block, ListBlock)]
    inner = [block for outer in lists for block in children(outer) if isinstance(block, ListBlock)]
    assert {block.ordered for block in lists} == {block.ordered for block in inner} == {True, False}
    assert any(block.start > 1 for block in lists)


def test_tables_have_headers_and_cells_merged_both_ways() -> None:
    assert all(table.header_rows and table.caption and table.widths for table in tables())
    assert any(cell.columns > 1 for cell in cells())
    assert any(cell.rows > 1 for cell in cells())
    assert any(cell.align for cell in cells())
    assert {type(block) for cell in cells() for block in cell.blocks} >= {ListBlock, DisplayFormula}


def test_formulas_are_numbered_or_not_and_come_in_both_notations() -> None:
    shown = [block for block in all_blocks() if isinstance(block, DisplayFormula)]
    inline: list[FormulaSource] = [run.formula for run in all_runs() if isinstance(run, InlineFormula)]
    assert {block.numbered for block in shown} == {True, False}
    assert {block.formula.notation for block in shown} == {source.notation for source in inline} == {"latex", "mathml"}


def test_a_footnote_has_two_paragraphs_and_a_link() -> None:
    notes = [run for run in all_runs() if isinstance(run, Note)]
    long = [note for note in notes if sum(isinstance(block, Paragraph) for block in note.blocks) > 1]
    assert any(isinstance(run, Span) and run.href for note in long for block in note.blocks for run in text_of(block))


def test_citations_come_with_pages_ranges_and_several_sources() -> None:
    found = [citation for entry in sample().workspace.entries for citation in citations(entry)]
    assert any(part.locator for citation in found for part in citation.parts)
    assert any(span.first != span.last for citation in found for span in citation.spans)
    assert any(len(citation.spans) > 1 for citation in found)


def test_every_field_is_filled_somewhere() -> None:
    empty = {
        (field.owner, field.key)
        for field in FIELDS
        if not any(getattr(owner, field.key) for owner in owners(field.owner))
    }
    assert empty == NOT_INVENTED


# ---------------------------------------------------------------------------------------------------------- facts


def test_every_fact_is_told_in_three_languages() -> None:
    workspace = sample().workspace
    values = [value for part in (workspace.collection, *workspace.entries) for value in local_values(part)]
    filled = [value for value in values if value]
    assert len(filled) > 70
    assert all(value[language] for value in filled for language in LANGUAGES)


def test_every_version_is_in_its_language() -> None:
    workspace = sample().workspace
    for part in (workspace.collection, *workspace.entries):
        for value in local_values(part):
            ru, en = "".join(value["ru"]), "".join(value["en"])
            assert not share_of_kazakh(ru), ru
            assert "Cyrillic" not in set(map(script_of, en)), en


def test_kazakh_texts_have_kazakh_letters(entry: Entry) -> None:
    assert share_of_kazakh(entry.title.kk) > KAZAKH_SHARE
    assert share_of_kazakh(entry.abstract.kk) > KAZAKH_SHARE
    body = "".join(
        run.text for text in rich_texts_of(entry) for run in text if isinstance(run, Span) and not run.language
    )
    assert (share_of_kazakh(body) > KAZAKH_SHARE) == (entry.language == "kk")
    assert ("Cyrillic" in set(map(script_of, body))) == (entry.language != "en")


def test_all_letters_only_kazakh_has_occur() -> None:
    letters = set("".join(text for entry in sample().workspace.entries for text in printed_texts(entry)).casefold())
    assert letters >= set("әғқңөұүһі")


def test_the_languages_and_people_vary() -> None:
    entries = sample().workspace.entries
    assert {entry.language for entry in entries} == set(LANGUAGES)
    organisations = {author.affiliations[0].organisation for author in entries[-1].authors}
    assert (len(entries[-1].authors), len(entries[-1].supervisors), len(organisations)) == (3, 2, 2)


def test_people_are_complete(entry: Entry) -> None:
    assert any(author.corresponding for author in entry.authors)
    assert entry.supervisors or all(author.status != "student" for author in entry.authors)
    for person in people(entry):
        assert all((person.surname, person.given_name, person.patronymic, person.latin))
        assert all(all((at.organisation, at.department, at.city, at.country)) for at in person.affiliations)
        assert person.affiliations
    assert all(author.status in {word.id for word in words_of(STATUS)} for author in entry.authors)


def test_degrees_titles_and_posts_are_known_words(entry: Entry) -> None:
    for person in people(entry):
        for kind, words in ((DEGREE, person.degree), (TITLE, person.academic_title), (POST, person.post)):
            assert all(find_word(kind, word) for _, word in words.filled())


def test_a_person_has_one_name() -> None:
    names: dict[str, set[tuple[str, str]]] = {}
    for entry in sample().workspace.entries:
        for person in people(entry):
            assert isinstance(person, Person)
            names.setdefault(person.surname, set()).add((person.full_name, person.latin))
    assert all(len(forms) == 1 for forms in names.values())


def test_identifiers_are_right(entry: Entry) -> None:
    collection = sample().workspace.collection
    found: list[Text | None] = [identifier.check_isbn(collection.isbn), identifier.check_doi(collection.doi)]
    found += [identifier.check_doi(entry.doi), *map(identifier.check_irsti, entry.irsti)]
    found += [identifier.check_orcid(author.orcid) for author in entry.authors if author.orcid]
    found += [check_mailbox(author.email) for author in entry.authors]
    assert found == [None] * len(found)
    assert identifier.normal_isbn(collection.isbn) == collection.isbn
    assert not any(check_udc(code).faults for code in (*entry.udc, collection.udc))
    assert entry.udc and entry.irsti


def test_the_mailboxes_are_nobodys(entry: Entry) -> None:
    assert {author.email.rpartition("@")[2] for author in entry.authors} <= {"example.kz", "example.com"}


def test_the_days_follow_each_other(entry: Entry) -> None:
    collection = sample().workspace.collection
    days = [entry.received, entry.returned, entry.accepted, collection.first_day, collection.last_day]
    known = [day for day in days if isinstance(day, date)]
    assert known == sorted(known) and len(known) >= 4
    assert collection.first_day is not None and collection.year == collection.first_day.year


def test_the_section_is_one_of_level_two(entry: Entry) -> None:
    assert len(sample().workspace.collection.section_path(entry.section)) == 2


def test_keywords_are_as_many_in_every_language(entry: Entry) -> None:
    assert {len(entry.keywords[language]) for language in LANGUAGES} == {5}


def test_numbers_and_pages_are_consecutive() -> None:
    entries = sample().workspace.entries
    assert [entry.number for entry in entries] == [1, 2, 3, 4]
    for before, after in pairwise(entries):
        assert before.last_page is not None and after.first_page == before.last_page + 1


def test_the_page_ranges_are_those_of_the_printed_article(tmp_path: Path) -> None:
    request = ExportRequest(tmp_path, ("pdf", "docx"), "article")
    files = export_entries(SAMPLE, sample(), (), request, Quiet(), NeverCancelled())
    printed = {file.entry: file.pages for file in files if file.path.suffix == ".pdf"}
    for entry in sample().workspace.entries:
        assert entry.first_page is not None and entry.last_page is not None
        assert printed[entry.id] == entry.last_page - entry.first_page + 1


class Quiet:
    def step(self, done: int, total: int, what: Text) -> None:
        del done, total, what


# ---------------------------------------------------------------------------------------------------------- texts


def test_every_source_is_cited_in_order_and_listed(entry: Entry) -> None:
    found = citations(entry)
    assert not {citation.form for citation in found} & {BROKEN, MIXED}
    first_uses = list(dict.fromkeys(number for citation in found for number in citation.sources))
    assert first_uses == list(range(1, len(entry.references) + 1))
    assert len(entry.references) >= 8


def test_what_is_numbered_is_mentioned_before_it_is_shown(entry: Entry) -> None:
    shown = dict.fromkeys(("figure", "table", "formula"), 0)
    mentioned: set[tuple[str, int]] = set()
    for _, block in walk(entry.body):
        kind = {Figure: "figure", Table: "table", DisplayFormula: "formula"}.get(type(block), "")
        if kind and not (isinstance(block, DisplayFormula) and not block.numbered):
            shown[kind] += 1
            assert (kind, shown[kind]) in mentioned
        for mention in find_mentions(plain_text(text_of(block))):
            mentioned |= {(mention.kind, number) for number in mention.numbers}
    assert {(kind, number) for kind, most in shown.items() for number in range(1, most + 1)} == mentioned


def test_figures_and_captions_are_described(entry: Entry) -> None:
    for block in blocks_of(entry):
        if isinstance(block, Figure | Table):
            assert plain_text(block.caption) and not plain_text(block.caption).endswith(".")
        if isinstance(block, Figure):
            assert block.alt and block.alt != plain_text(block.caption)


def test_references_end_in_a_full_stop_and_links_tell_when_they_were_seen(entry: Entry) -> None:
    for reference in entry.references:
        words = plain_text(reference.text)
        links = [run.href for run in reference.text if isinstance(run, Span) and run.href]
        assert words.endswith(".")
        assert all(f"– URL: {link} (" in words for link in links)
        assert bool(links) == ("http" in words)
        assert not links or re.search(r"(?:қаралған күні: |дата обращения: |accessed )[\w .]+20\d\d\)\.$", words)


def test_paragraphs_are_short_and_end_in_a_mark(entry: Entry) -> None:
    for block in entry.body:
        if isinstance(block, Paragraph):
            words = plain_text(block.text)
            assert 0 < len(words) < MOST_CHARACTERS
            assert words.rstrip("\ufffc")[-1] in ".:"


def test_list_items_end_in_semicolons_and_a_full_stop(entry: Entry) -> None:
    for block in entry.body:
        if isinstance(block, ListBlock):
            ends = [plain_text(text_of(inner))[-1] for _, inner in walk([block]) if isinstance(inner, Paragraph)]
            assert ends[-1] == "." and set(ends[:-1]) <= {";", ":"}


@pytest.mark.parametrize("fault", UNTIDY)
def test_the_typography_is_tidy(entry: Entry, fault: str) -> None:
    found = [text for text in printed_texts(entry) if re.search(UNTIDY[fault], text)]
    assert found == []


def test_quotation_marks_fit_the_language(entry: Entry) -> None:
    text = "".join(paragraphs(entry))
    if entry.language == "en":
        assert not set(text) & set("«»„")
    else:
        assert text.count("«") == text.count("»") > 0
        assert text.count("„") == text.count("“")
