"""What a secretary types on a whole day: the driver types it, the test looks for it in the files.

Fields are told by their path in the model, as `authors.0.email`. All of it is invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Keys:
    """What is chosen by keys instead of typed, and the value it has then in the file."""

    keys: tuple[str, ...]
    value: object


Typed = Mapping[str, "str | Keys"]

ADD: Final = Keys(("space",), None)
"""Presses the button that adds an item: the keyboard goes into its first field."""


def _three(path: str, kk: str, ru: str, en: str) -> dict[str, str]:
    return {f"{path}.kk": kk, f"{path}.ru": ru, f"{path}.en": en}


COLLECTION: Final[Typed] = {
    **_three("name", "Дала мен су: жас зерттеушілер", "Степь и вода: молодые исследователи", "Steppe and water"),
    **_three(
        "kind",
        "халықаралық ғылыми конференция материалдары",
        "Материалы международной научной конференции",
        "Proceedings of the international scientific conference",
    ),
    "first_day": "14.05.2026",
    "last_day": "15.05.2026",
    **_three("place", "Қостанай", "Костанай", "Kostanay"),
    **_three("publisher", "Сарыдала баспасы", "Издательство Сарыдала", "Sarydala Press"),
    "year": "2026",
    "volume": "2",
    "isbn": "978-601-08-0412-8",
    "issn": "2710-4109",
    "doi": "10.5555/dala2026",
    "udc": "556.5",
    "bbk": "26.222",
    "editors": ADD,
    **_three("editors.0", "Ғ. Ө. Төлегенов", "Г. О. Толегенов", "G. O. Tolegenov"),
    "sections": ADD,
    "sections.0.number": "I",
    **_three("sections.0.name", "Дала экологиясы", "Экология степи", "Steppe ecology"),
    "sections.0.sections": ADD,
    "sections.0.sections.0.number": "1",
    **_three("sections.0.sections.0.name", "Су қорлары", "Водные ресурсы", "Water resources"),
}

_AFFILIATION: Final = (
    ("organisation", "Сарыдала университеті", "Сарыдалинский университет", "Sarydala University"),
    ("department", "Гидрология кафедрасы", "кафедра гидрологии", "Department of Hydrology"),
    ("city", "Қостанай", "Костанай", "Kostanay"),
    ("country", "Қазақстан", "Казахстан", "Kazakhstan"),
)


def _affiliation(person: str) -> dict[str, str | Keys]:
    made: dict[str, str | Keys] = {f"{person}.affiliations": ADD}
    for key, *forms in _AFFILIATION:
        made |= _three(f"{person}.affiliations.0.{key}", *forms)
    return made


TITLE: Final = "Дала өзендеріндегі су деңгейінің маусымдық өзгерісі"
SLIP_IN_TITLE: Final = TITLE.replace("Дала", "Дaла")  # the second letter is Latin, a slip of the hand

ENTRY: Final[Typed] = {
    **_three(
        "title",
        TITLE,
        "Сезонные изменения уровня воды в степных реках",
        "Seasonal changes of the water level in steppe rivers",
    ),
    "section": Keys(("Down", "Down"), "s2"),
    "authors": ADD,
    "authors.0.surname": "Үмбетова",
    "authors.0.given_name": "Әсем",
    "authors.0.patronymic": "Нұрқызы",
    "authors.0.latin": "Umbetova A. N.",
    "authors.0.status": "магистрант",
    "authors.0.group": "ГЭ-24-1",
    "authors.0.email": "umbetova.asem@example.kz",
    "authors.0.phone": "+7 700 000 00 00",
    "authors.0.orcid": "0000-0002-1825-0097",
    "authors.0.spin": "1234-5678",
    "authors.0.corresponding": Keys(("space",), True),
    **_three("authors.0.degree", "бакалавр", "бакалавр", "Bachelor of Science"),
    **_three("authors.0.academic_title", "аға ғылыми қызметкер", "старший научный сотрудник", "Senior Researcher"),
    **_three("authors.0.post", "инженер", "инженер", "engineer"),
    **_affiliation("authors.0"),
    **_three(
        "authors.0.line",
        "Сарыдала университетінің магистранты, Қостанай, Қазақстан",
        "магистрант Сарыдалинского университета, Костанай, Казахстан",
        "Master's student, Sarydala University, Kostanay, Kazakhstan",
    ),
    "supervisors": ADD,
    "supervisors.0.surname": "Жүнісов",
    "supervisors.0.given_name": "Қанат",
    "supervisors.0.patronymic": "Ілиясұлы",
    "supervisors.0.latin": "Zhunisov K. I.",
    **_three("supervisors.0.degree", "т.ғ.к.", "к.т.н.", "Candidate of Engineering"),
    **_three("supervisors.0.academic_title", "доцент", "доцент", "Docent"),
    **_three("supervisors.0.post", "профессор", "профессор", "professor"),
    **_affiliation("supervisors.0"),
    **_three(
        "supervisors.0.line",
        "Ғылыми жетекшісі: т.ғ.к. Жүнісов Қанат Ілиясұлы",
        "Научный руководитель: к.т.н. Жунисов Канат Илиясович",
        "Scientific supervisor: K. I. Zhunisov",
    ),
    **_three(
        "abstract",
        "Мақалада дала өзендеріндегі су деңгейінің көктемгі көтерілуі мен жазғы төмендеуі қарастырылады.",
        "В статье рассматриваются весенний подъем и летнее снижение уровня воды в степных реках.",
        "The paper considers the spring rise and the summer fall of the water level in steppe rivers.",
    ),
    **_three(
        "keywords",
        "су деңгейі, дала өзені, қар суы, бекет",
        "уровень воды, степная река, талая вода, гидропост",
        "water level, steppe river, meltwater, gauge",
    ),
    "number": "7",
    "first_page": "41",
    "last_page": "42",
    "language": Keys(("Home",), "kk"),
    "state": Keys(("Home", "Down", "Down", "Down"), "accepted"),
    "udc": "556.535",
    "irsti": "37.27.19",
    "bbk": "26.222.5",
    "doi": "10.5555/dala2026.007",
    "edn": "ABCDEF",
    "originality": "86.5",
    "received": "12.01.2026",
    "returned": "26.01.2026",
    "accepted": "09.02.2026",
}

HEADING: Final = "Кіріспе"
OPENING: Final = "Көктемде қар суы өзен деңгейін күрт көтереді, ал жаз ортасында ол баяу төмендейді"
POINTS: Final = ("қар қорын өлшеу;", "су деңгейін бақылау:", "таңертең;", "кешке;", "деректерді салыстыру.")
"""A list; the third and the fourth stand below the second."""
CELLS: Final = ("Бекет", "Деңгей, см", "Жоғарғы", "312", "Төменгі", "287")
TABLE_CAPTION: Final = "Көктемгі су деңгейі"
NOTE: Final = "Деңгей бекеттің нөлінен есептеледі."
FIGURE_CAPTION: Final = "Су деңгейінің жылдық барысы"
FIGURE_WORDS: Final = "Сызба: деңгей сәуірде көтеріліп, шілдеде төмендейді."
LATEX: Final = r"\Delta h = \frac{V}{A}"
CLOSING: Final = "Өзгеріс шамасы су көлемінің айна ауданына қатынасымен бағаланды"
BEFORE_TABLE: Final = "Көктемгі деңгей 1-кестеде келтірілген."
BEFORE_FIGURE: Final = "Жылдық барысы 1-суретте көрсетілген"
LAST: Final = "Қорытынды бақылау келесі көктемде жүргізіледі."
LAST_WITH_SLIP: Final = LAST.replace("бақылау", "бaқылау")  # again a Latin letter
LEFT_OUT: Final = " Ұқыпты өлшенген деректер сенімді."
REFERENCES: Final = (
    "Ғабитов Ө. Қ. Дала өзендері. Алматы: Білік, 2019. 214 б.",
    "Petrova N. I. Steppe rivers. Kostanay: Steppe Press, 2021. 96 p.",
)
