from __future__ import annotations

import pytest

from proceedings_editor.model.body import plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.person import Affiliation, Supervisor
from proceedings_editor.model.walk import text_of
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from tests.rules.sample import author, body, entry, found, mended, only, paragraph, texts, with_rule, workspace

KAZAKH = "Дала өзендері көктемде тасиды және жазда тартылады, сондықтан су үнемделеді."
RUSSIAN = "Степные реки разливаются весной и мелеют летом, поэтому воду берегут."
ENGLISH = "Steppe rivers flood in spring and fall dry in summer, so water is saved."
TEXTS: dict[Language, str] = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}


def abstract(language: Language, words: str) -> Entry:
    return entry(abstract=LocalText(**{language: words}))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("written", ["kk", "ru", "en"])
def test_a_field_holds_its_own_language(language: Language, written: Language) -> None:
    findings = found("LANG001", abstract(language, TEXTS[written]))
    assert len(findings) == (language != written)
    assert all(
        (one.severity, one.place.field, one.fix) == ("warning", f"abstract.{language}", None) for one in findings
    )


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("written", ["kk", "ru", "en"])
def test_an_article_is_in_its_main_language(language: Language, written: Language) -> None:
    some = entry(language=language, body=body(*[TEXTS[written]] * 5), title=LocalText(**{language: TEXTS[language]}))
    findings = found("LANG001", some)
    assert [one.place.field for one in findings] == ["language"] * (language != written)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Экономика, маркетинг"),
        ("kk", "Big Data технологиясы"),
        ("kk", "Қазақстан Республикасындағы «Степная река» журналы"),
        ("ru", "Творчество Әлии Сәрсеновой и Қ. Т. Есенова в степи"),
        ("ru", "КазНУ им. Әл-Фараби"),
        ("ru", "GLR"),
        ("en", "The Kazakh word (дала) and its history"),
        ("en", "5–7 %"),
    ],
)
def test_names_and_short_texts_are_no_other_language(language: Language, words: str) -> None:
    assert not found("LANG001", entry(title=LocalText(**{language: words})))


def test_an_organisation_may_have_a_latin_name() -> None:
    university = LocalText(kk="Astana International University of Technology")
    assert not found("LANG001", entry(authors=(author(affiliations=(Affiliation(university),)),)))


def test_an_abstract_in_another_language_does_not_decide_about_the_article() -> None:
    assert not found("LANG001", entry(body=body(ENGLISH * 3, *[KAZAKH] * 12)))


def test_misread_text_has_no_language_yet() -> None:
    assert not found("LANG001", entry(body=body(*["Ќазаќстан Республикасыныѕ заѕы туралы " * 3] * 4)))


@pytest.mark.parametrize(
    ("language", "usual", "slip"),
    [
        ("kk", "шиеленістер", "шиеліністер"),
        ("kk", "кітапханашылар", "кітапхонашылар"),
        ("kk", "компоненттердің", "компонентердің"),
        ("ru", "эффективность", "эффектиность"),
        ("ru", "исследованием", "исслодованием"),
        ("ru", "соединениями", "соедимнениями"),
        ("en", "agricultural", "agricaltural"),
    ],
)
def test_a_slip_beside_the_right_word_is_found(language: Language, usual: str, slip: str) -> None:
    where = entry(language=language, body=body(f"{usual} – {usual}.", f"{slip.capitalize()} –"))
    finding = only("LANG002", where)
    assert (finding.text, finding.severity) == (slip.capitalize(), "information")
    assert finding.fix is not None
    assert not finding.fix.safe
    assert plain_text(text_of(mended(finding, where).entries[0].body[1])) == f"{usual.capitalize()} –"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "қатынастары қатынастары қатынастарын қатынастарда"),
        ("kk", "шиеленістер шиеліністер"),
        ("kk", "жүргізіледі жүргізіледі жүргізілді"),
        ("kk", "суретші суретші суретші-суретшы"),
        ("ru", "исследования исследования исследование исследованию"),
        ("ru", "определенный определенный определённый"),
        ("ru", "степь степь стень"),
        ("en", "internationally internationally international"),
    ],
)
def test_endings_and_single_words_are_no_slips(language: Language, words: str) -> None:
    assert not found("LANG002", entry(language=language, body=body(words)))


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("kk", "Бір қатар шешім", "Бірқатар шешім"),
        ("kk", "әр түрлілікті, іс шараларды", "әртүрлілікті, іс-шараларды"),
        ("kk", "СОНДАЙ АҚ", "СОНДАЙ-АҚ"),
        ("kk", "алдын-ала", "алдын ала"),
        ("ru", "не смотря на это", "несмотря на это"),
        ("ru", "Во первых, из за воды", "Во-первых, из-за воды"),
        ("ru", "научно техническая", "научно-техническая"),
        ("en", "alot of rivers", "a lot of rivers"),
    ],
)
def test_the_usual_spelling_is_proposed(language: Language, words: str, right: str) -> None:
    where = entry(language=language, body=body(words))
    for finding in reversed(found("LANG003", where)):
        assert finding.severity == "information"
        assert finding.fix is not None
        assert not finding.fix.safe
        where = mended(finding, where).entries[0]
    assert plain_text(text_of(where.body[0])) == right


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Бірқатар іс-шара, сондай-ақ әртүрлі, бір қатарда тұр"),
        ("kk", "көз қарашығы, оқу тәртібі"),
        ("kk", "из за, alot"),
        ("ru", "несмотря на это, из-за, также, в течение"),
        ("ru", "Учёные ещё спорят о молодёжи"),
        ("ru", "Ученые еще спорят о молодежи"),
        ("en", "cannot, socio-economic"),
    ],
)
def test_usual_spellings_are_right(language: Language, words: str) -> None:
    assert not found("LANG003", entry(language=language, body=body(words)))


def test_the_rarer_custom_of_yo_is_named_and_the_other_proposed() -> None:
    where = entry(language="ru", body=body("Ученые и молодежь учитывают объем.", "Это ещё важно."))
    finding = only("LANG003", where)
    assert finding.text == "ещё"
    assert plain_text(text_of(mended(finding, where).entries[0].body[1])) == "Это еще важно."
    other = entry(language="ru", body=body("Учёные и молодёжь считают расчёт.", "Это еще важно."))
    assert plain_text(text_of(mended(only("LANG003", other), other).entries[0].body[1])) == "Это ещё важно."


def test_a_name_with_yo_is_named_and_left_alone() -> None:
    collection = Collection(name=LocalText(ru="Молодежь и труды ученых"))
    some = entry(supervisors=(Supervisor(surname="Семёнова", given_name="Л.", patronymic="П."),))
    finding = only("LANG003", workspace(some, collection=collection))
    assert (finding.text, finding.place.field, finding.fix) == ("Семёнова", "supervisors.0.surname", None)
    assert not found("LANG003", workspace(some))


DICTIONARY = Facts(is_word=lambda word, language: (word, language) in {("дала", "kk"), ("өзені", "kk"), ("река", "ru")})


def unknown(language: Language, words: str) -> list[str]:
    some = entry(language=language, body=body(words), title=LocalText(), references=())
    where = workspace(some, template=with_rule("LANG004", "information"))
    return texts(Engine(where, DICTIONARY).check_alone(some).findings and found("LANG004", where, DICTIONARY))


@pytest.mark.parametrize(
    ("language", "words", "named"),
    [
        ("kk", "дала өзіні", ["өзіні"]),
        ("kk", "дала-өзен", ["өзен"]),
        ("kk", "дала ғылымы Дала БҰҰ 70 a@дала.kz river", ["ғылымы"]),
        ("kk", "дала өзені", []),
        ("ru", "река рика", ["рика"]),
        ("ru", "степь-река", ["степь"]),
        ("ru", "Река", []),
        ("ru", "CO2 река www.steppe.kz", []),
        ("en", "river Steppe", ["river"]),
    ],
)
def test_words_the_dictionary_lacks_are_named(language: Language, words: str, named: list[str]) -> None:
    assert unknown(language, words) == named


def test_the_dictionary_is_off_until_a_template_wants_it() -> None:
    assert not found("LANG004", entry(body=body("өзіні")), DICTIONARY)
    assert not found("LANG004", workspace(entry(), template=with_rule("LANG004", "information")))


def test_program_code_is_not_looked_up() -> None:
    some = entry(body=(paragraph("дала өзені", code=True), paragraph("printf", code=True)), title=LocalText())
    where = workspace(some, template=with_rule("LANG004", "information"))
    assert not found("LANG004", where, Facts(is_word=lambda *_: False))
