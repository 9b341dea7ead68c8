"""The real entry, and a page of our own with the same defects in the same places: what must be found and what not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.rules.defect import BODY, Defect, Page, missed, missing_words, read, wrong

TWIN_PAGE = Path(__file__).parent / "pages" / "defects-kk.md"

SUPERVISOR = "supervisors.0"
AUTHOR = "authors.0"
LISTED = tuple(f"references.{index}" for index in range(8))
LINKED = tuple(place for place in LISTED if place != "references.1")
CITED = ("[9;4]", "[10;1]", "[11;1]", "[12;1]", "[13;1]", "[14;1]", "[15;1]")
WITH_PAGE = ("[2;5]", "[8;6]", *CITED)
ACTS = ("references.0", "references.2", "references.4", "references.5")

# What both pages have at the same places.
SHARED = (
    Defect("D02", "SUPV001", SUPERVISOR, "атындағы Қарағ"),
    Defect("D03", "META002", SUPERVISOR, "Ғылыми жетекші"),
    Defect("D05", "SUPV004", SUPERVISOR, "Ғылыми жетекшісі,"),
    Defect("D06", "MAIL002", "authors.0.email"),
    Defect("D07", "META002", "section", "Секция"),
    Defect("D10", "SEC002", "section", ". II "),
    Defect("D11", "SEC001", "section", "Секция"),
    Defect("D12", "META002", "udc", "ӘОЖ"),
    Defect("D13", "UDC004", "udc"),
    Defect("D14", "PAGE002", "first_page", "-"),
    Defect("D20", "META005", "template.information.top_heading", "CONTENT"),
    Defect("D23", "CHAR006", AUTHOR, "Республикасы  "),
    Defect("D24", "AFF001", f"{AUTHOR} {SUPERVISOR}"),
    Defect("D26", "PRIV001", "authors.0.email"),
    Defect("D28", "DATE003", BODY, "2010 – жылдағы"),
    Defect("D28", "DATE003", BODY, "2021 – жылда"),
    Defect("D28", "DATE003", BODY, "2020 – жылдың"),
    Defect("D29", "DATE004", BODY, "2020-жылы"),
    *(Defect("D32", "TYPO003", BODY, "2014-2016") for _ in range(3)),
    Defect("D32", "TYPO003", BODY, "2015-2017"),
    Defect("D33", "BODY004", BODY, "жж.) Аталған"),
    Defect("D34", "CITE005", BODY, "акт[3]."),
    Defect("D40", "LANG003", BODY, "Бір қатар"),
    *(Defect("D42", "BODY003", BODY, words) for words in ("БҰҰ", "БАҚ", "ЕҚЫҰ")),
    Defect("D47", "TYPO006", BODY),
    *(Defect("D48", "CITE001", BODY, words) for words in CITED),
    *(Defect("D50", "REF002", place) for place in LISTED),
    *(Defect("D51", "REF004", place) for place in LINKED),
    *(Defect("D52", "REF005", place, "// ") for place in LINKED),
    *(Defect("D53", "REF008", place, "adilet.zan.kz/kaz/docs/") for place in ACTS),
    Defect("D54", "REF003", "references.1"),
    Defect("D55", "REF003", "references.7"),
    Defect("D56", "REF003", "references.3", "19"),
    Defect("D56", "REF003", "references.6", "1975"),
    *(Defect("D57", "REF006", place) for place in ACTS),
)

SEED = (
    *SHARED,
    Defect("D01", "AUTH001", AUTHOR, "Абдугани"),
    Defect("D04", "SUPV002", SUPERVISOR, "Н."),
    Defect("D08", "SEC003", "section", "кепілі/ /"),
    Defect("D09", "SEC003", "section", "ҒЫЛЫМДАРЫ/ "),
    Defect("D09", "SEC003", "section", "кепілі/ Защита"),
    Defect("D15", "DATE002", "collection.first_day", "7 сәуір 2025"),
    Defect("D15", "META003", "collection.first_day", "Атырау"),
    Defect("D19", "TYPO007", "collection.name.en", "«Youth and Science: Present and Future»"),
    Defect("D21", "LANG003", f"collection.name.ru {SUPERVISOR}"),
    Defect("D22", "AFF003", AUTHOR, "Ю-44к-21"),
    Defect("D27", "DATE003", BODY, "1 - наурызда"),
    *(
        Defect("D30", "TYPO001", BODY, words)
        for words in (
            "Ассамблеясы - 1995", "конвенциясы - Қ", "пакт - Қ", "қағидаттары - Қ", "ретінде - Қ", "дегенді - ұ",
            "жолы - ҚХА",
        )
    ),
    Defect("D31", "TYPO002", BODY, "пакт-барлық"),
    Defect("D35", "LIST001", BODY, near="Тілдік және мәдени әртүрлілікті сақтау"),
    Defect("D36", "LIST001", BODY),
    Defect("D37", "LIST002", BODY, near="Этносаралық теңдік пен кемсітушілікті жою"),
    Defect("D38", "BODY001", BODY, "жүргізеді және"),
    Defect("D39", "LANG002", BODY, "шиеліністер"),
    Defect("D42", "BODY003", BODY, "ҚХА"),
    Defect("D43", "BODY002", BODY, near="Қордай оқиғасындағы ҚХА"),
    Defect("D44", "CITE006", BODY, "Медиация – тараптардың"),
    Defect("D45", "REF009", BODY, "https://assembly.kz/"),
    Defect("D46", "TYPO005", BODY, "Л.В."),
)  # fmt: skip

TWIN = (
    *SHARED,
    Defect("D01", "AUTH001", AUTHOR, "Курмангали"),
    Defect("D04", "SUPV002", SUPERVISOR, "Л."),
    Defect("D08", "SEC003", "section", "ошағы/ /"),
    Defect("D09", "SEC003", "section", "ҒЫЛЫМДАРЫ/ "),
    Defect("D09", "SEC003", "section", "ошағы/ Сельская"),
    Defect("D15", "DATE002", "collection.first_day", "14 мамыр 2025"),
    Defect("D15", "META003", "collection.first_day", "Қарағаш"),
    Defect("D19", "TYPO007", "collection.name.en", "«Karagash Readings: A Word of Youth»"),
    Defect("D21", "LANG003", f"collection.name.ru {SUPERVISOR}"),
    Defect("D22", "AFF003", AUTHOR, "К-31к-22"),
    Defect("D27", "DATE003", BODY, "4 - қазанда"),
    *(
        Defect("D30", "TYPO001", BODY, words)
        for words in (
            "кеңесі - 2011", "декларациясы - кез", "манифест - мұнда", "ұсынымдары - Қ", "ретінде - оқырманды",
            "бар - ұсақ", "жолы - кеңестің",
        )
    ),
    Defect("D31", "TYPO002", BODY, "манифест-барлық"),
    Defect("D35", "LIST001", BODY, near="Оқырман санын көбейту"),
    Defect("D36", "LIST001", BODY),
    Defect("D37", "LIST002", BODY, near="Қорды толықтыру мен сақтау"),
    Defect("D38", "BODY001", BODY, "жүргізеді және"),
    Defect("D39", "LANG002", BODY, "кітапхонашылар"),
    Defect("D42", "BODY003", BODY, "АКК"),
    Defect("D43", "BODY002", BODY, near="Кеңестің жұмысында шешілмеген"),
    Defect("D44", "CITE006", BODY, "Көшпелі кітапхана – тұрғыны"),
    Defect("D45", "REF009", BODY, "https://kitap-audan.example/"),
    Defect("D46", "TYPO005", BODY, "Р.П."),
)  # fmt: skip

FORM = tuple(Defect("D49", "CITE004", BODY, words) for words in WITH_PAGE)
"""Wrong only where the template wants another form."""

NOWHERE = ("CHAR001", "CHAR002", "CHAR003", "CHAR004", "CHAR005", "CHAR007", "LANG001", "COLL001", "COLL002", "COLL003",
           "COLL005", "PAGE001", "PAGE003", "TITL001", "TITL002", "TITL004", "UDC001", "UDC002", "UDC003", "IDN001",
           "IDN002", "IDN003", "IDN004", "DATE001", "MAIL001", "CITE002", "CITE003", "CITE004", "REF001", "REF007",
           "AFF002", "AUTH002", "AUTH003", "AUTH004", "AUTH005", "META001", "ABST001", "ABST002", "BODY005", "FIG001",
           "FIG002", "FORM001", "ORIG001", "LANG004", "TYPO004")  # fmt: skip
"""Rules that find nothing on these pages at all."""

SILENT = (
    Defect("", "TYPO007", BODY),
    Defect("", "CHAR006", BODY),
    *(Defect("", "TYPO008", BODY, words) for words in ("-тен", "-нан", "-ден", "-ның", "-бабына", "-ға", "-қа")),
    *(Defect("", "DATE003", BODY, words) for words in ("2024 жылы", "25 сәуірде", "2022–2026")),
    Defect("", "TYPO003", BODY, "2022–2026"),
    Defect("", "UDC004", "collection"),
    Defect("", "PRIV001", "authors.0.phone"),
    Defect("", "REF008", "references.7"),
    Defect("", "TITL003", "title", "НЕГІЗДЕРІ"),
)


@pytest.fixture(scope="module")
def seed_page(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return read(seed, tmp_path_factory.mktemp("seed") / "c")


@pytest.fixture(scope="module")
def twin_page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return read(TWIN_PAGE, tmp_path_factory.mktemp("twin") / "c")


def test_the_tables_name_the_same_defects() -> None:
    def kinds(table: tuple[Defect, ...]) -> Counter[tuple[str, str]]:
        return Counter((row.id, row.code) for row in table)

    assert kinds(SEED) == kinds(TWIN)
    assert not {row.code for row in (*SEED, *FORM)} & set(NOWHERE) - {"CITE004"}


def test_the_twin_has_the_words_its_table_names(twin_page: Page) -> None:
    assert not missing_words([row for row in (*TWIN, *FORM) if row.words], twin_page)


def test_the_seed_has_the_words_its_table_names(seed_page: Page) -> None:
    assert not missing_words([row for row in (*SEED, *FORM) if row.words], seed_page)


@pytest.mark.parametrize("page", ["twin_page", "seed_page"])
def test_every_defect_is_found_at_its_place(page: str, request: pytest.FixtureRequest) -> None:
    read_page: Page = request.getfixturevalue(page)
    table = TWIN if page == "twin_page" else SEED
    report = read_page.report()
    assert report.broken == ()
    assert not missed(table, read_page, report.findings)


@pytest.mark.parametrize("page", ["twin_page", "seed_page"])
def test_another_form_of_citations_is_found(page: str, request: pytest.FixtureRequest) -> None:
    read_page: Page = request.getfixturevalue(page)
    assert not missed(FORM, read_page, read_page.report(pages_after_comma=True).findings)


@pytest.mark.parametrize("page", ["twin_page", "seed_page"])
def test_nothing_is_found_where_nothing_is_wrong(page: str, request: pytest.FixtureRequest) -> None:
    read_page: Page = request.getfixturevalue(page)
    findings = read_page.report().findings
    assert not [finding for finding in findings if finding.code in NOWHERE]
    assert not wrong(SILENT, read_page, findings)
