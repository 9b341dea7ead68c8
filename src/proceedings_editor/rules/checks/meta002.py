"""A value begins with its own label.

What:
    A code, a title, an abstract, keywords or the name of a section do not begin with the word that names them, in any
    of the three languages; nor does the value of a row in an information table that was imported. The line of the
    article's head is printed with its label and is not looked at. The name of the conference is not in quotation
    marks where the template prints it in them.

Why:
    The label is printed from the template. A value that has it too shows it twice, and a database that is given
    “UDC 34” for a code does not recognise it.

How to fix:
    The fix takes the label or the quotation marks off the field. A row found with its label is laid aside where it
    says the same as the field; otherwise settle the reading first.

Examples:
    any ✓ 34:342.4(574)
    kk ✗ ӘОЖ 34:342.4(574)
    ru ✗ УДК 34:342.4(574)
    en ✗ UDC 34:342.4(574)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from proceedings_editor.language.quotation import unquoted
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit, PassageScope
from proceedings_editor.rules.source_reading import ROW, is_told, lay_aside, place_in, printed_forms
from proceedings_editor.templates.wording import quotes_name
from proceedings_editor.texts import Text, text

_LABELS: Final[Mapping[str, str]] = {
    "udc": r"ә[оө]ж|эож|удк|udc",
    "irsti": r"х?ғтамр|[хм]?ғтар|м?рнти|грнти|irsti",
    "bbk": r"кбж|ббк|bbk|lbc",
    "section": r"кіші секция|секция|бөлім|бағыт|подсекция|раздел|направление|subsection|section",
    "title": r"мақала(?:ның)? (?:атауы|тақырыбы)|(?:название|тема) статьи|article title|title of the article|title",
    "abstract": r"аңдатпа|түйіндеме|аннотация|резюме|abstract|summary|annotation",
    "keywords": r"(?:түйін(?:ді)?|кілт|тірек) сөздер|ключевые слова|key\s?words",
    "supervisors": r"ғылыми жетекшісі?|жетекшісі?|научный руководитель|руководитель|(?:scientific )?supervisor",
    "authors": r"автор(?:\(лар\)|лары?|ы|\(ы\))?|authors?(?:\(s\))?",
    "number": r"(?:жинақтағы )?жариялану (?:№|нөмірі)|номер публикации|№ публикации|publication (?:no\.?|number)",
    "first_page": r"(?:жинақтағы )?бет(?:тері)?|страницы(?: в сборнике)?|стр\.|pages?",
    "first_day": r"өткізілген күні|дата проведения|date(?: held)?",
    "isbn": r"isbn",
    "issn": r"issn",
}
"""First words of the key -> its labels in the three languages."""
_BEGINNINGS: Final = {
    key: re.compile(rf"\s*(?:(?:{words})(?:\s*[/:.,№–—-]+\s*|\s+)){{1,4}}(?=\S)", re.IGNORECASE)
    for key, words in _LABELS.items()
}
_WITH_MARK: Final = re.compile(r"\s*[^\W\d_][^:.]*[:.]\s*$")
"""In running text only a word with a colon or a stop after it is a label: “Summary of results” is a title."""
_IN_WORDS: Final = frozenset({"title", "abstract", "keywords", "authors"})
_FIELDS: Final = {
    **{key: key for key in ("udc", "irsti", "bbk")},
    **{f"{key}.{one}": key for key in ("title", "abstract", "keywords") for one in ("kk", "ru", "en")},
    **{f"collection.sections{deep}.name.{one}": "section" for deep in ("", ".sections") for one in ("kk", "ru", "en")},
}
"""Keys of the fields looked at -> whose labels."""


def _check_field(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    end = _label_end(_FIELDS[passage.key], passage.text) if passage.kind == "field" else 0
    if end:
        fix = scope.fix(0, end, "", text("Take the label off"), safe=True)
        yield scope.hit(0, end, _message(passage), fix)


def _check_readings(scope: EntryScope) -> Iterator[Hit]:
    for index, reading in enumerate(scope.entry.readings):
        steps = reading.field.removeprefix("collection.").split(".")
        end = _label_end(steps[0], reading.text) if reading.place.startswith(ROW) else 0
        if end:
            words = reading.text[:end]
            message = text("The row's value begins with its label “{label}” again.", label=_bare(words))
            yield Hit(place_in(index, 0, end), words, message, _lay_aside(scope, reading, end))


def _check_collection(scope: CollectionScope) -> Iterator[Hit]:
    for language, words in scope.collection.name.filled():
        bare = unquoted(words)
        if bare != words and quotes_name(scope.template.wording, language):
            message = text("The template prints the quotation marks around the name itself; type it without them.")
            edit = SetField("", f"name.{language}", bare, text("Take the quotation marks off"))
            place = Place(field=f"collection.name.{language}", end=len(words))
            yield Hit(place, words, message, Fix(edit, safe=True, before=words, after=bare))


def _label_end(key: str, words: str) -> int:
    """Return where a label at the beginning ends, 0 without one."""
    pattern = _BEGINNINGS.get(key)
    found = pattern.match(words) if pattern else None
    if found is None or (key in _IN_WORDS and not _WITH_MARK.match(found[0])):
        return 0
    return found.end()


def _lay_aside(scope: EntryScope, reading: Reading, end: int) -> Fix | None:
    printed = printed_forms(scope, reading.field)
    if not is_told(scope, reading.field, reading.text[end:]):
        return None
    label = text("Lay the row aside; it is printed as “{words}”", words=printed[0])
    return lay_aside(scope, reading, label, printed[0], safe=True)


def _message(passage: Passage) -> Text:
    label = _bare(passage.text[: _label_end(_FIELDS[passage.key], passage.text)])
    return text("The value begins with its label “{label}”; the label is printed by the template.", label=label)


def _bare(label: str) -> str:
    return label.strip(" :.,–—-/№\u00a0")


RULE = Rule(
    code="META002",
    severity="information",
    manual=__doc__,
    passage=_check_field,
    about=frozenset(_FIELDS),
    entry=_check_readings,
    collection=_check_collection,
    for_author=False,
)
