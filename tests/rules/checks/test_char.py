from __future__ import annotations

import pytest

from proceedings_editor.model.body import Paragraph, Span, plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.walk import text_of
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from tests.rules.sample import (
    author,
    entry,
    found,
    in_language,
    mended,
    only,
    paragraph,
    reading,
    texts,
    with_rule,
    workspace,
)


def last_words(finding: Finding, where: Entry) -> str:
    """What the last paragraph says after the finding's fix."""
    return plain_text(text_of(mended(finding, where).entries[0].body[-1]))


@pytest.mark.parametrize(
    ("language", "shown", "meant"),
    [
        ("kk", "Ќазаќстан Республикасыныѕ заѕы", "Қазақстан Республикасының заңы"),
        ("kk", "Ќазаќстан єдебиеті жєне тілі", "Қазақстан әдебиеті және тілі"),
        ("kk", "ўйымдардаєы болєан жаєдай", "ұйымдардағы болған жағдай"),
        ("kk", "ÕÀÁÀÐØÛÑÛ № 2", "ХАБАРШЫСЫ № 2"),
        ("kk", "£äåáèåò, ìåêòåï", "Әдебиет, мектеп"),
        ("ru", "Ñòåïíûå ðåêè ¹ 5", "Степные реки № 5"),
        ("ru", "посёлок Ќарауылкелді", "посёлок Қарауылкелді"),
        ("en", "Bulletin (Ќарабалыќ)", "Bulletin (Қарабалық)"),
    ],
)
def test_misread_text_is_shown_as_it_should_read_and_only_proposed(language: Language, shown: str, meant: str) -> None:
    spoilt = in_language(language, shown)
    finding = only("CHAR003", spoilt)
    assert finding.severity == "error"
    assert finding.fix is not None
    assert not finding.fix.safe
    assert last_words(finding, spoilt) == meant


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Қазақстан Республикасының заңы, әдебиет және өнер"),
        ("kk", "Größe, élève, naïve, Ångström, Åå"),
        ("kk", "Њемачка и Ђорђе Џанић: Његош, куќа"),
        ("ru", "Ґрунтознавство. Київ: Либідь, її є"),
        ("ru", "Прыроды быў доўга, ў Мінску"),
        ("ru", "Степные реки, 5 × 7 ÷ 3, °С"),
        ("en", "Señor Muñoz and Łódź"),
    ],
)
def test_other_languages_keep_their_letters(language: Language, words: str) -> None:
    assert not found("CHAR003", in_language(language, words))


def test_where_text_is_misread_no_other_rule_of_writing_speaks() -> None:
    spoilt = in_language("kk", "Ќазаќстан  Республикасыныѕ ,заѕы - Ќазаќстанда, “сѕ” 2014-2016, ІV ќала")
    where = workspace(spoilt)
    codes = {finding.code for finding in Engine(where).check().findings if finding.place.block == (1,)}
    assert "CHAR003" in codes
    assert not {code for code in codes if code.startswith(("CHAR", "TYPO", "LANG"))} - {"CHAR003"}
    off = workspace(spoilt, template=with_rule("CHAR003", "off"))
    assert {"CHAR004", "CHAR006", "TYPO004"} <= {finding.code for finding in Engine(off).check().findings}


def test_repaired_words_keep_their_own_marks() -> None:
    spoilt = entry(body=(Paragraph((Span("Ќазаќ"), Span("стан", bold=True), Span(" заѕы", italic=True))),))
    (mended_body,) = mended(only("CHAR003", spoilt), spoilt).entries[0].body
    assert text_of(mended_body) == (Span("Қазақ"), Span("стан", bold=True), Span(" заңы", italic=True))


def test_a_misread_name_is_repaired_in_its_field() -> None:
    spoilt = entry(authors=(author(surname="Ќалиев"),))
    finding = only("CHAR003", spoilt)
    assert mended(finding, spoilt).entries[0].authors[0].surname == "Қалиев"
    assert only("CHAR003", entry(readings=(reading("authors.0.surname", "Ќалиев"),))).fix is None


@pytest.mark.parametrize(
    ("language", "word", "right"),
    [
        ("kk", "сӛз", "сөз"),
        ("kk", "Ӄазақ", "Қазақ"),
        ("kk", "таӊ", "таң"),
        ("kk", "əpi", "әрі"),
        ("ru", "Караӛзек", "Караөзек"),
        ("ru", "Ӊ", "Ң"),
        ("ru", "Ӄызылорда", "Қызылорда"),
    ],
)
def test_a_look_alike_becomes_the_kazakh_letter(language: Language, word: str, right: str) -> None:
    spoilt = in_language(language, f"– {word} [1]")
    finding = only("CHAR002", spoilt)
    assert (finding.text, finding.severity) == (word, "warning")
    assert finding.fix is not None
    assert finding.fix.safe
    assert last_words(finding, spoilt) == f"– {right} [1]"


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "сөз, таң, қаһарман"), ("kk", "Azərbaycan, Əliyev"), ("kk", "Сəуір"), ("ru", "Əli Əliyev"), ("ru", "ёлка"),
     ("ru", "ə – буква"), ("en", "the schwa ə")],
)  # fmt: skip
def test_other_alphabets_are_no_look_alikes(language: Language, words: str) -> None:
    assert not found("CHAR002", in_language(language, words))


def test_a_look_alike_in_a_name_is_only_proposed() -> None:
    finding = only("CHAR002", entry(authors=(author(surname="Бӛкенов"),)))
    assert finding.fix is not None
    assert not finding.fix.safe


@pytest.mark.parametrize(
    ("language", "words", "numeral", "right"),
    [
        ("kk", "ІV тарау", "ІV", "IV"),
        ("kk", "ХХІ ғасырда", "ХХІ", "XXI"),
        ("kk", "І тарауда", "І", "I"),
        ("kk", "Х ғасыр", "Х", "X"),
        ("ru", "в ХIХ веке", "ХIХ", "XIX"),
        ("ru", "ХХ в.", "ХХ", "XX"),
        ("ru", "раздел VІ", "VІ", "VI"),
        ("en", "the ХХ century", "ХХ", "XX"),
    ],
)
def test_a_roman_numeral_becomes_latin(language: Language, words: str, numeral: str, right: str) -> None:
    spoilt = in_language(language, words)
    finding = only("CHAR004", spoilt)
    assert (finding.text, finding.severity) == (numeral, "warning")
    assert not found("CHAR001", spoilt)
    assert last_words(finding, spoilt) == words.replace(numeral, right)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "XX ғасыр, IV тарау, І. Жансүгіров"),
        ("kk", "СМС, ММ, СС, МС, ХҚК"),
        ("kk", "Х. Досмұхамедов, х пен у"),
        ("ru", "СМИ, ММС, Х. Ибрагимов, XIX век"),
        ("ru", "ХМ и С"),
        ("ru", "ІІІІ"),
        ("en", "IV, XX, CD"),
    ],
)
def test_initials_and_abbreviations_are_no_numerals(language: Language, words: str) -> None:
    assert not found("CHAR004", in_language(language, words))


def test_the_number_of_a_section_belongs_to_another_rule() -> None:
    assert not found("CHAR004", entry(readings=(reading("section", "Секция ІV. Құқық"),)))


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("kk", "қа\u00adзақ", "қазақ"),
        ("kk", "су\u200b мен\ufeff жел", "су мен жел"),
        ("kk", "и\u0306од", "йод"),
        ("ru", "е\u0308лка", "ёлка"),
        ("ru", "\u200eрека\u200f", "река"),
        ("ru", "степ\u0007ь", "степь"),
        ("en", "cafe\u0301", "café"),
    ],
)
def test_what_nobody_sees_is_taken_out(language: Language, words: str, right: str) -> None:
    where = in_language(language, words)
    for finding in reversed(found("CHAR005", where)):
        assert finding.fix is not None
        assert finding.fix.safe
        where = mended(finding, where).entries[0]
    assert plain_text(text_of(where.body[-1])) == right


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "йод пен ё"), ("kk", "бір\nекі"), ("kk", "کتاب\u200cها"), ("ru", "за\u0301мок"), ("ru", "№\u00a05"),
     ("ru", "й, ё, é"), ("en", "שלום\u200f")],
)  # fmt: skip
def test_marks_that_have_a_task_stay(language: Language, words: str) -> None:
    assert not found("CHAR005", in_language(language, words))


def test_a_private_sign_is_proposed_where_it_is_known() -> None:
    bullet = only("CHAR005", in_language("kk", "\uf0b7 өзен"))
    assert bullet.fix is not None
    assert (bullet.fix.safe, bullet.fix.after) == (False, "•")
    assert only("CHAR005", in_language("kk", "\uf5e5 өзен")).fix is None


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("kk", "Дала  өзені", "Дала өзені"),
        ("kk", " Дала", "Дала"),
        ("kk", "Дала\tөзені", "Дала өзені"),
        ("ru", "Степь ", "Степь"),
        ("ru", "№\u00a0 5", "№\u00a05"),
        ("ru", "\tСтепь", "Степь"),
        ("en", "Steppe   river", "Steppe river"),
    ],
)
def test_spaces_are_put_right(language: Language, words: str, right: str) -> None:
    spoilt = in_language(language, words)
    finding = only("CHAR006", spoilt)
    assert finding.severity == "information"
    assert finding.fix is not None
    assert finding.fix.safe
    assert last_words(finding, spoilt) == right


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "Дала өзені"), ("kk", "№\u00a05"), ("kk", "екі\nжол"), ("ru", "Степь – река"), ("ru", "5\u202fкм"),
     ("ru", "   "), ("en", "Steppe river")],
)  # fmt: skip
def test_single_spaces_are_right(language: Language, words: str) -> None:
    assert not found("CHAR006", in_language(language, words))


def test_spaces_of_program_code_and_of_codes_are_left_alone() -> None:
    assert not found("CHAR006", entry(body=(*entry().body, paragraph("if  x:\t y", code=True))))
    assert not found("CHAR006", entry(udc=("34 ",)))


def test_a_reading_with_trailing_spaces_is_named_with_its_last_word() -> None:
    finding = only("CHAR006", entry(readings=(reading("authors.0.line.kk", "Қарағаш қаласы  "),)))
    assert (finding.text, finding.fix) == ("қаласы  ", None)


GLYPHS = Facts(glyphs=frozenset("Дала өзені"))


def test_a_character_without_a_glyph_is_an_error() -> None:
    spoilt = workspace(in_language("kk", "Дала 🐟🐟 өзені"))
    finding = next(one for one in found("CHAR007", spoilt, GLYPHS) if one.place.block == (1,))
    assert (finding.text, finding.severity, finding.fix) == ("🐟🐟", "error", None)
    assert "U+1F41F" in str(finding.message)
    assert not found("CHAR007", spoilt)


def test_the_same_sign_in_ordinary_characters_is_proposed() -> None:
    every = Facts(glyphs=frozenset(map(chr, range(0x20, 0x2600))))
    (finding,) = found("CHAR007", workspace(in_language("en", "ﬁsh")), every)
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (False, "fi")


@pytest.mark.parametrize("words", ["Дала\nөзені", "Дала\u00adөзені", "Дала\u200bөзені", "Дала\ue000"])
def test_what_print_never_shows_needs_no_glyph(words: str) -> None:
    spoilt = workspace(in_language("kk", words))
    assert "(1,)" not in {str(one.place.block) for one in found("CHAR007", spoilt, GLYPHS)}


def test_titles_are_judged_in_their_own_language() -> None:
    spoilt = entry(title=LocalText("Дала  өзендерінің суы", "Вода  степных рек"))
    assert texts(found("CHAR006", spoilt)) == ["Дала  өзендерінің", "Вода  степных"]
