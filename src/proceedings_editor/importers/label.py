"""Words by which the parts of a conference page are known, in three languages and the spellings met.

They are compared by `skeleton` (letters and digits only, without case and Kazakh look-alikes), so "Автор(лар):" is
the same as "авторлар".
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.template import Template

RowKey = Literal[
    "conference",
    "date_and_place",
    "place",
    "isbn",
    "issn",
    "doi",
    "number",
    "pages",
    "udc",
    "irsti",
    "bbk",
    "section",
    "authors",
    "status",
    "organisation",
    "emails",
    "supervisors",
    "title",
]
"""What a row of the information table tells; those a template can print are `RowValue`s of the same name."""

_ROWS: Final[dict[RowKey, str]] = {
    "conference": "Конференция атауы|Конференцияның атауы|Конференция|Жинақ|Жинақ атауы|Жинақтың атауы|Сборник"
    "|Название сборника|Название конференции|Наименование конференции|Conference|Conference title|Conference name"
    "|Title of the conference|Proceedings|Collection",
    "date_and_place": "Өткізілген күні|Өткізілген күні мен орны|Өткізілген күні, орны|Өтетін күні|Дата проведения"
    "|Дата и место проведения|Даты проведения|Date held|Date|Dates|Date and place|Conference date|Held on",
    "place": "Өткізілген орны|Өтетін орны|Орны|Место проведения|Место|Place|Venue|Location",
    "isbn": "ISBN",
    "issn": "ISSN",
    "doi": "DOI",
    "number": "Жинақтағы жариялану №|Жариялану №|Жариялану нөмірі|Жинақтағы нөмірі|№ публикации в сборнике"
    "|№ публикации|Номер публикации|Номер публикации в сборнике|Номер в сборнике|Publication no|Publication number"
    "|Number in the collection",
    "pages": "Жинақтағы беттері|Жинақтағы бет|Беттері|Беттер|Страницы в сборнике|Страницы|Pages|Page numbers",
    "udc": "ӘОЖ/УДК/UDC|ӘОЖ/УДК|УДК/UDC|ӘОЖ|УДК|UDC",
    "irsti": "ҒТАМР|ХҒТАР|МҒТАР|ГРНТИ|МРНТИ|IRSTI|ҒТАМР/МРНТИ/IRSTI|ХҒТАР/МРНТИ/IRSTI|МРНТИ/IRSTI",
    "bbk": "КБЖ|ББК|BBK|LBC",
    "section": "Секция|Секция атауы|Название секции|Section|Кіші секция|Подсекция|Subsection|Бағыт|Направление",
    "authors": "Автор(лар)|Автор|Авторы|Автор(ы)|Автордың аты-жөні|ФИО автора|Author|Authors|Author(s)",
    "status": "Мәртебесі|Мәртебе|Статус|Статус автора|Status",
    "organisation": "Ұйым|Ұйымы|Оқу орны|Организация|Место учёбы|Место работы|Organisation|Organization|Affiliation",
    "emails": "E-mail|Email|Электрондық пошта|Эл. пошта|Электронная почта|Эл. почта",
    "supervisors": "Ғылыми жетекші|Ғылыми жетекшісі|Жетекші|Научный руководитель|Руководитель|Supervisor"
    "|Scientific supervisor|Research supervisor|Scientific adviser",
    "title": "Мақала атауы|Мақаланың атауы|Мақала тақырыбы|Баяндама тақырыбы|Название статьи|Тема статьи"
    "|Название доклада|Article title|Title of the article|Paper title|Title",
}

_TOP_HEADINGS: Final = "Мазмұны|Содержание|Оглавление|Contents|Content|Table of contents"
_INFORMATION_HEADINGS: Final = (
    "Мақала туралы мәлімет|Мақала туралы мәліметтер|Сведения о статье|Информация о статье|Article information"
    "|About the article|Information about the article"
)
_NOTE_BEGINNINGS: Final = "Ескерту|Ескертпе|Примечание|Note"
_REFERENCE_HEADINGS: Final = (
    "Қолданылған әдебиеттер тізімі|Пайдаланылған әдебиеттер тізімі|Пайдаланған әдебиеттер тізімі|Әдебиеттер тізімі"
    "|Қолданылған әдебиеттер|Пайдаланылған әдебиеттер|Пайдаланған әдебиеттер|Әдебиеттер|Әдебиет|Дереккөздер тізімі"
    "|Пайдаланылған дереккөздер тізімі|Список использованной литературы|Список использованных источников"
    "|Список литературы|Список источников|Использованная литература|Библиографический список|Литература"
    "|References|Reference list|List of references|Bibliography|Literature|Works cited"
)
_BODY_HEADINGS: Final = "Кіріспе|Введение|Introduction|Негізгі бөлім|Основная часть|Мақсаты|Өзектілігі|Актуальность"


def row_key(label: str, template: Template) -> RowKey | None:
    """Return what a row with this label tells: the template's own labels first; None for an unknown label."""
    own = {skeleton(row.label): row.value for row in template.information.rows}
    return own.get(skeleton(label)) or _row_keys().get(skeleton(label))


def is_top_heading(words: str, template: Template) -> bool:
    """Whether a heading names the contents, in one language or in several joined by slashes."""
    known = _known(_TOP_HEADINGS) | _skeletons(template.information.top_heading.filled())
    parts = [skeleton(part) for part in words.split("/")]
    return all(part in known for part in parts)


def is_information_heading(words: str, template: Template) -> bool:
    """Whether a heading names the information table."""
    known = _known(_INFORMATION_HEADINGS) | _skeletons(template.information.heading.filled())
    return all(skeleton(part) in known for part in words.split("/"))


def is_note(words: str, template: Template) -> bool:
    """Whether a paragraph after the table is the page's note."""
    whole = skeleton(words)
    begins = any(whole.startswith(beginning) for beginning in _known(_NOTE_BEGINNINGS))
    return begins or whole in _skeletons(template.information.note.filled())


def is_reference_heading(words: str, template: Template) -> bool:
    """Whether a heading opens the reference list."""
    known = _known(_REFERENCE_HEADINGS) | _skeletons(template.wording.references.filled())
    return len(words) < 120 and all(skeleton(part) in known for part in words.split("/"))


def is_body_heading(words: str) -> bool:
    """Whether a heading is one that articles begin their text with, so it cannot be a title."""
    return skeleton(words.lstrip("0123456789. ")) in _known(_BODY_HEADINGS)


@cache
def _row_keys() -> dict[str, RowKey]:
    return {skeleton(label): key for key, labels in _ROWS.items() for label in labels.split("|")}


@cache
def _known(words: str) -> frozenset[str]:
    return frozenset(map(skeleton, words.split("|")))


def _skeletons(versions: Iterable[tuple[str, str]]) -> set[str]:
    return {skeleton(words) for _, words in versions}
