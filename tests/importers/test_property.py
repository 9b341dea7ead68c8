"""Generated pages and texts: nothing a source says may vanish."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import count
from urllib.parse import unquote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings_editor.importers.markdown import import_markdown
from proceedings_editor.importers.result import Imported
from proceedings_editor.language.person_word import STATUS, word_of
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.walk import texts
from proceedings_editor.storage.entry_file import entry_from_text, entry_text
from proceedings_editor.templates.reader import shipped_template
from proceedings_editor.texts import Text

WORD = re.compile(r"[^\W_]+")
TEMPLATE = shipped_template("kz-conference")

SURNAMES = st.sampled_from(["Төленғұт", "Каримбаев", "Лескова", "Әлімқұл", "Ким", "Karimbayev", "О'Коннор"])
GIVEN = st.sampled_from(["Әсия", "Олжас", "Мария", "Б.", "Д. Қ.", "Olzhas", "Жан-Поль"])
PATRONYMICS = st.sampled_from(["", "Бекзатқызы", "Даулетович", "Игоревна", "Ерланұлы"])
NAMES = st.tuples(SURNAMES, GIVEN, PATRONYMICS).map(lambda parts: " ".join(filter(None, parts)))
WORDS = st.sampled_from(
    [
        "өзен",
        "су",
        "Қыс",
        "үнем",
        "вода",
        "Степь",
        "учёт",
        "water",
        "Farm",
        "№",
        "7",
        "–",
        "2024",
        "(және)",
        "[1]",
        "«ел»",
    ]
)


def one_of_a_kind(page: str) -> str:
    """Give every sample word an ending of its own, so that no word stands in for another that was lost."""
    ending = count()

    def renamed(word: re.Match[str]) -> str:
        letters = "абвгдежз"
        return word[0] + "".join(letters[int(digit)] for digit in f"{next(ending):o}")

    return re.sub(r"(?<!\w)(?:өзен|су|Қыс|үнем|вода|Степь|учёт|water|Farm|және|ел)(?!\w)", renamed, page)


SENTENCE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
LINES = [
    st.just("Көктөбе су университетінің СШ-21-3 студенті, Көктөбе қаласы, Қазақстан"),
    st.just("Koktobe Water University, Koktobe, Kazakhstan"),
    st.just("a.b@mail.example"),
    st.just("e-mail: c@mail.example, ORCID: 0000-0002-1825-0097"),
    st.just("Тел.: +7 701 000 00 00"),
    st.just("УДК 502.1(574); 34"),
    st.just("МРНТИ 10.15.01"),
    st.just("СЕКЦИЯ II. ТАБИҒАТ/ ПРИРОДА"),
    st.just("Секция II. III Су қоры / / Водный запас"),
    st.just("Ғылыми жетекшісі, т.ғ.м. Жүсіпбек Д."),
    st.just("Научный руководитель: доцент кафедры гидрологии Ордабаев С. Т."),
    st.just("Аңдатпа. Су туралы сөз."),
    st.just("Ключевые слова: вода; степь, учёт"),
    st.lists(NAMES, min_size=1, max_size=3).map(", ".join),
    SENTENCE,
    SENTENCE.map(str.upper),
]
HEAD = st.lists(
    st.tuples(st.sampled_from(["", "# ", "#### ", "**"]), st.one_of(LINES), st.sampled_from(["\n\n", "  \n", "\n"])),
    max_size=10,
).map(lambda rows: "".join(f"{mark}{line}{'**' if mark == '**' else ''}{end}" for mark, line, end in rows))
ROWS = st.lists(
    st.tuples(
        st.sampled_from([row.label for row in TEMPLATE.information.rows] + ["Авторы", "Pages", "Белгісіз", "Статус"]),
        st.one_of(
            SENTENCE,
            NAMES,
            st.just("12-13 қараша 2024, Көктөбе"),
            st.just("323-329"),
            st.just("070"),
            st.just("ӘОЖ 502.1(574)"),
            st.just("«Дала» жинағы"),
            st.just("Студент"),
        ),
    ),
    max_size=12,
).map(lambda rows: "".join(f"{label}\t{value}\n" for label, value in rows))
PAGES = (
    st.tuples(ROWS, HEAD, st.lists(SENTENCE, max_size=4))
    .map(lambda parts: f"## Мақала туралы мәлімет\n\n{parts[0]}\n\n{parts[1]}\n\n" + "\n\n".join(parts[2]))
    .map(lambda page: one_of_a_kind(page))
)
MARKDOWN = st.text(alphabet="абәқz 12\n\n\t*_#>-–|[]()!:.+=~\"'", max_size=120)


def strings(value: object) -> list[str]:
    match value:
        case str():
            return [unquote(value)]
        case Text():
            return [str(inner) for _, inner in value.values]
        case int() | date():
            return [str(value)]
        case tuple():
            return [words for inner in value for words in strings(inner)]
        case _ if is_dataclass(value):
            return [words for field in fields(value) for words in strings(getattr(value, field.name))]
        case _:
            return []


def counted(*words: str) -> Counter[str]:
    return Counter(word.casefold() for text in words for word in WORD.findall(text))


def held(page: Imported) -> set[str]:
    statuses = [word_of(STATUS, author.status, language) for author in page.entry.authors for language in LANGUAGES]
    return set(counted(*strings((page, TEMPLATE.information, TEMPLATE.wording)), *statuses))


def numbers_as_kept(words: Counter[str]) -> set[str]:
    """Numbers of the form are kept without leading zeros."""
    return {word for word in words if not (word.isdecimal() and word.startswith("0"))}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_every_word_of_a_generated_page_is_somewhere(source: str) -> None:
    page = import_markdown(source, TEMPLATE, "page.md", "e1")
    assert numbers_as_kept(counted(source)) - held(page) == set()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCE, min_size=1, max_size=8))
def test_the_body_has_the_same_words_in_the_same_order(sentences: list[str]) -> None:
    page = import_markdown("\n\n".join(sentences), TEMPLATE, "page.md", "e1")
    words = [word for _, text in texts(page.entry.body) for word in WORD.findall(plain_text(text))]
    assert words == WORD.findall(" ".join(sentences))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKDOWN)
def test_any_text_comes_in_and_keeps_its_words(source: str) -> None:
    page = import_markdown(source, TEMPLATE, "page.md", "e1")
    assert numbers_as_kept(counted(source)) - held(page) == set()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(PAGES, MARKDOWN))
def test_what_came_in_is_the_same_after_saving_and_loading(source: str) -> None:
    entry = import_markdown(source, TEMPLATE, "page.md", "e1").entry
    assert entry_from_text(entry_text(entry), "e1.yaml") == entry
