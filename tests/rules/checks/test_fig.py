"""FIG001–FIG004: figures and tables."""

from __future__ import annotations

import pytest

from proceedings_editor.model.body import Block, Cell, Figure, Paragraph, Span, Table
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.rules.facts import Facts, PictureFile
from tests.rules.sample import entry, found, mended, only, paragraph, texts, with_rule, workspace


def of(*blocks: str | Block) -> Entry:
    return entry(body=tuple(paragraph(block) if isinstance(block, str) else block for block in blocks))


def figure(caption: str = "Өзен арнасы", **facts: object) -> Figure:
    values = {"file": "arna.png", "caption": (Span(caption),) if caption else (), "alt": "Құрғақ арна"} | facts
    return Figure(**values)  # type: ignore[arg-type]


def table(caption: str = "Су деңгейі", header_rows: int = 1, rows: int = 2) -> Table:
    row = (Cell((paragraph("су"),)), Cell((paragraph("5"),)))
    return Table((row,) * rows, header_rows, (Span(caption),) if caption else ())


def messages(findings: tuple[Finding, ...]) -> list[str]:
    return [str(finding.message) for finding in findings]


# ---- FIG001 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "blocks",
    [
        ("1-суретте өзен берілген.", figure()),
        ("Төмендегі суретте өзен берілген.", figure()),
        ("1, 2-суреттерде өзен мен көл.", figure(), figure()),
        ("1-кестеде су, 1-суретте өзен.", table(), figure()),
        ("На рис. 1 река.", figure()),
        ("В таблице 1 и на рисунке 1 вода.", figure(), table()),
        ("На рисунках 1–2 вода.", figure(), figure()),
        ("Figure 1 shows the bed; see Table 1.", figure(), table()),
        ("Мәтін суретсіз.",),
    ],
)
def test_figures_mentioned_before_they_are_shown_are_right(blocks: tuple[str | Block, ...]) -> None:
    assert not found("FIG001", of(*blocks))


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        (
            (figure(), "1-суретте өзен берілген."),
            ["Figure 1 is shown before the text mentions it; mention it earlier or move it down."],
        ),
        (("Өзен туралы.", figure()), ["Figure 1 is not mentioned in the text; mention it before it is shown."]),
        (("1, 3-суреттерде.", figure()), ["The article has only 1 figure."]),
        (
            ("1-кестеде су.", table(), "Көл.", table()),
            ["Table 2 is not mentioned in the text; mention it before it is shown."],
        ),
        (
            ("На рис. 2 река.", figure()),
            ["The article has only 1 figure.", "Figure 1 is not mentioned in the text; mention it before it is shown."],
        ),
        (
            (table(), "В таблице 1 вода."),
            ["Table 1 is shown before the text mentions it; mention it earlier or move it down."],
        ),
        (("В таблице 3 вода.",), ["The article has no tables."]),
        (("See Figure 5.",), ["The article has no figures."]),
    ],
)
def test_missing_and_late_mentions_are_warnings(blocks: tuple[str | Block, ...], told: list[str]) -> None:
    spoilt = of(*blocks)
    assert messages(found("FIG001", spoilt)) == told
    assert {finding.severity for finding in found("FIG001", spoilt)} == {"warning"}


@pytest.mark.parametrize(
    ("caption", "bare", "safe"),
    [
        ("1-сурет – Өзен арнасы", "Өзен арнасы", True),
        ("1 сурет. Өзен арнасы", "Өзен арнасы", True),
        ("Сурет 1 – Өзен арнасы", "Өзен арнасы", True),
        ("Рисунок 1 – Русло", "Русло", True),
        ("Рис. 2. Русло", "Русло", False),
        ("Figure 1: The bed", "The bed", True),
    ],
)
def test_a_typed_number_is_taken_away_at_once_where_it_is_the_printed_one(caption: str, bare: str, safe: bool) -> None:
    spoilt = of("1-суретте өзен.", figure(caption))
    finding = only("FIG001", spoilt)
    assert finding.fix is not None
    assert finding.fix.safe == safe
    (after,) = mended(finding, spoilt).entries
    block = after.body[1]
    assert isinstance(block, Figure)
    assert block.caption == (Span(bare),)


def test_captions_that_begin_with_such_words_have_no_number() -> None:
    assert not found("FIG001", of("1-суретте өзен.", figure("Сурет салу құралдары, 1990 ж.")))
    assert not found("FIG001", of("1-кестеде су.", table("Таблица Менделеева")))


# ---- FIG002 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("caption", "right"),
    [
        ("Өзен арнасы.", "Өзен арнасы"),
        ("Су деңгейі (2020).", "Су деңгейі (2020)"),
        ("Су деңгейі, 2020. ", "Су деңгейі, 2020"),
        ("Русло реки.", "Русло реки"),
        ("График «Вода».", "График «Вода»"),
        ("Уровень 2020.", "Уровень 2020"),
        ("The river bed.", "The river bed"),
    ],
)
def test_a_stop_at_the_end_of_a_caption_is_proposed_away(caption: str, right: str) -> None:
    for block in (figure(caption), table(caption)):
        spoilt = of("1-сурет, 1-кесте.", block)
        finding = only("FIG002", spoilt)
        assert finding.severity == "warning"
        after = mended(finding, spoilt).entries[0].body[1]
        assert isinstance(after, Figure | Table)
        assert after.caption == (Span(right),)


@pytest.mark.parametrize(
    "caption", ["Өзен арнасы", "Су, 2015–2024 жж.", "Су және т.б.", "Русло", "Вода, 2020 г.", "И др."]
)
def test_a_caption_without_a_stop_or_with_an_abbreviation_is_right(caption: str) -> None:
    assert not found("FIG002", of("1-сурет.", figure(caption)))


def test_a_figure_and_a_table_have_captions() -> None:
    assert messages(found("FIG002", of("Су.", figure(""), table("")))) == [
        "The figure has no caption; write one.",
        "The table has no caption; write one.",
    ]


def test_a_missing_picture_is_an_error() -> None:
    facts = Facts(missing_figures={"e1": frozenset({"arna.png"})})
    (finding,) = found("FIG002", workspace(of("1-сурет.", figure())), facts)
    assert (finding.severity, finding.place.block) == ("error", (1,))
    assert "arna.png" in str(finding.message)
    assert not found("FIG002", of("1-сурет.", figure()))


def test_a_picture_wider_than_the_column_is_narrowed() -> None:
    spoilt = of("1-сурет.", figure(width=20.5))
    finding = only("FIG002", spoilt)
    (after,) = mended(finding, spoilt).entries
    block = after.body[1]
    assert isinstance(block, Figure)
    assert block.width == 17.0
    assert not found("FIG002", of("1-сурет.", figure(width=17.0)))


@pytest.mark.parametrize(
    ("pixels", "dpi", "width", "narrowed"),
    [
        (1181, 300, 10, None),
        (1181, 0, 10, None),
        (1181, 300, 0, None),
        (600, 0, 10, 5.0),
        (600, 96, 0, 5.0),
        (1800, 72, 0, 15.2),
        (200, 0, 10, 0),
    ],
)
def test_a_picture_has_three_hundred_dots_to_the_inch(
    pixels: int, dpi: float, width: float, narrowed: float | None
) -> None:
    spoilt = workspace(of("1-сурет.", figure(width=width)))
    facts = Facts(pictures={"e1": {"arna.png": PictureFile(pixels, pixels, 1000, dpi)}})
    findings = found("FIG002", spoilt, facts)
    assert len(findings) == (narrowed is not None)
    if narrowed:
        fix = findings[0].fix
        assert fix is not None
        block = fix.edit.apply(spoilt).entries[0].body[1]
        assert isinstance(block, Figure)
        assert block.width == narrowed
        assert not found("FIG002", fix.edit.apply(spoilt), facts)
    elif findings:
        assert findings[0].fix is None


def test_the_wanted_sharpness_may_be_set() -> None:
    facts = Facts(pictures={"e1": {"arna.png": PictureFile(600, 600, 1000)}})
    spoilt = workspace(of("1-сурет.", figure(width=10)), template=with_rule("FIG002", dpi=150))
    assert not found("FIG002", spoilt, facts)


@pytest.mark.parametrize(
    "blocks",
    [
        ("5-суретте өзен берілген.", figure("5-сурет. Өзен")),
        ("На рис. 5 показана река.", figure("Рис. 5. Русло реки")),
        ("The bed is shown in Figure 2.1.", figure("Figure 2.1. The river bed")),
        ("См. рисунок 2.1.", figure("Рисунок 2.1 – Русло реки"), "См. рисунок 2.2.", figure("Рисунок 2.2 – Берег")),
    ],
)
def test_a_typed_number_is_what_the_text_mentions(blocks: tuple[str | Block, ...]) -> None:
    told = messages(found("FIG001", of(*blocks)))
    assert all("typed number" in one or "The article has only" in one for one in told)
    assert sum("typed number" in one for one in told) == sum(isinstance(block, Figure) for block in blocks)


def test_the_first_picture_of_two_under_one_caption_is_not_asked_for_by_itself() -> None:
    assert not found("FIG001", of("2-суретте өзен.", figure(""), figure("Өзен арнасы")))


FORMULA = Facts(undrawable_figures={"e1": frozenset({"image1.wmf"})})


@pytest.mark.parametrize("words", ["Мұндағы t – уақыт.", "Здесь t — время.", "Here t is time."])
def test_an_old_formula_of_word_is_one_question_and_no_figure(words: str) -> None:
    spoilt = of(words, figure("", file="image1.wmf", alt=""))
    assert not found("FIG001", spoilt, FORMULA)
    assert not found("FIG003", spoilt, FORMULA)
    (finding,) = found("FIG002", spoilt, FORMULA)
    assert finding.severity == "error"
    assert "image1.wmf cannot be printed" in str(finding.message)


def test_a_picture_that_cannot_be_drawn_counts_where_it_has_a_caption() -> None:
    assert not found("FIG001", of("1-суретте өзен.", figure("Өзен арнасы", file="image1.wmf")), FORMULA)


@pytest.mark.parametrize(
    ("width", "height", "dpi", "small"), [(60, 20, 0, True), (350, 36, 96, True), (60, 60, 0, False)]
)
def test_a_picture_as_low_as_a_line_is_asked_for_as_a_formula(width: int, height: int, dpi: float, small: bool) -> None:
    facts = Facts(pictures={"e1": {"arna.png": PictureFile(width, height, 1000, dpi)}})
    spoilt = of("Өзен.", figure("", alt=""))
    told = "The picture arna.png is as small as a formula; type the formula."
    assert (told in messages(found("FIG002", spoilt, facts))) == small
    assert (not found("FIG001", spoilt, facts)) == small
    assert (not found("FIG003", spoilt, facts)) == small


@pytest.mark.parametrize(
    ("blocks", "caption"),
    [
        (("1-суретте өзен.", figure(""), "1-сурет – Өзен арнасы"), "Өзен арнасы"),
        (("На рис. 1 река.", figure(""), "Рис. 1. Русло реки"), "Русло реки"),
        (("Таблица 1: Расход воды", table("")), "Расход воды"),
        (("Table 1. Flow of water", table("")), "Flow of water"),
    ],
)
def test_a_caption_typed_as_a_paragraph_is_proposed(blocks: tuple[str | Block, ...], caption: str) -> None:
    spoilt = of(*blocks)
    finding = only("FIG002", spoilt)
    assert "stands in a paragraph of its own" in str(finding.message)
    body = mended(finding, spoilt).entries[0].body
    (block,) = (block for block in body if isinstance(block, Figure | Table))
    assert len(body) == len(blocks) - 1
    assert block.caption == (Span(caption),)


@pytest.mark.parametrize("sentence", ["Рисунок 1 показывает русло.", "Figure 1 shows the bed.", "1-суретте өзен бар."])
def test_a_sentence_behind_a_figure_is_no_caption(sentence: str) -> None:
    assert messages(found("FIG002", of(figure(""), sentence))) == ["The figure has no caption; write one."]


@pytest.mark.parametrize(
    "blocks",
    [
        ("1-суретте су мөлшері көрсетілген.", "1-сурет. Су мөлшері", "1-сурет бойынша су азайған."),
        ("На рисунке 1 показан расход.", "Рисунок 1 – Расход воды", "Как видно из рисунка 1, воды мало."),
        ("Figure 1 shows the flow.", "Figure 1. Flow of water", "In Figure 1 the flow is small."),
    ],
)
def test_a_caption_that_lost_its_figure_is_told_once(blocks: tuple[str, ...]) -> None:
    assert messages(found("FIG001", of(*blocks))) == [
        "This caption has no figure; put the picture in above it, or take the caption out."
    ]


@pytest.mark.parametrize("caption", ["1-сурет. Өзен арнасы", "Рис. 1. Русло реки", "Figure 1. The river bed"])
def test_a_typed_caption_mentions_nothing(caption: str) -> None:
    assert messages(found("FIG001", of("Өзен.", figure(""), caption))) == [
        "Figure 1 is not mentioned in the text; mention it before it is shown."
    ]


# ---- FIG003, FIG004 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("caption", ["Өзен арнасы", "Русло реки", "The river bed"])
def test_the_caption_is_proposed_as_alternative_text(caption: str) -> None:
    spoilt = of("1-сурет.", figure(caption, alt=" "))
    finding = only("FIG003", spoilt)
    assert finding.severity == "warning"
    block = mended(finding, spoilt).entries[0].body[1]
    assert isinstance(block, Figure)
    assert block.alt == caption
    assert not found("FIG003", of("1-сурет.", figure(caption)))


def test_without_a_caption_there_is_nothing_to_propose() -> None:
    assert only("FIG003", of("Су.", figure("", alt=""))).fix is None


@pytest.mark.parametrize(("header_rows", "rows", "count"), [(0, 2, 1), (0, 9, 1), (1, 2, 0), (2, 5, 0), (0, 1, 0)])
def test_a_table_has_a_header_row(header_rows: int, rows: int, count: int) -> None:
    spoilt = of("1-кестеде су.", table(header_rows=header_rows, rows=rows))
    findings = found("FIG004", spoilt)
    assert [finding.severity for finding in findings] == ["information"] * count
    for finding in findings:
        block = mended(finding, spoilt).entries[0].body[1]
        assert isinstance(block, Table)
        assert block.header_rows == 1


def test_program_code_mentions_nothing() -> None:
    code = Paragraph((Span("рис. 7", code=True),))
    assert texts(found("FIG001", entry(body=(code,)))) == []
