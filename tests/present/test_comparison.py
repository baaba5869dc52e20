"""The comparison page: its words, its order, its anchors, and that nothing of the comparison is missing on it."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare import Entry, compare
from qstd.model.document import Cell, Heading, Link, Note, Table, plain
from qstd.model.facts import Age, Anonymity, AnyFact
from qstd.model.standard import Section, Standard
from qstd.present.comparison import comparison_document
from qstd.present.facts import value
from tests.compare.seeds import ENTRIES, LAW, said, standard
from tests.present.comparison_parts import cells, row, walk, words
from tests.standards_strategies import standards

PAGE = comparison_document(compare(ENTRIES))


def test_says_who_is_compared_with_what() -> None:
    assert PAGE.title == "Støtte- og kontaktperson: loven, Hvidovre og Lejre"
    assert "efter serviceloven § 99, lagt ved siden af hinanden og ved siden af loven" in words(PAGE)


def test_one_standard_can_stand_beside_the_law() -> None:
    page = comparison_document(compare(ENTRIES[::2]))

    assert "En kvalitetsstandard efter serviceloven § 99, lagt ved siden af loven." in words(page)
    assert page.title == "Støtte- og kontaktperson: loven og Hvidovre"


def test_sums_up_in_sentences() -> None:
    for sentence in (
        "Af 11 oplysninger er 2 ens.",
        "Personkredsen i Hvidovre er snævrere end lovens.",
        "Hvidovre har en aldersgrænse, som loven ikke har.",
        "Kun Lejre oplyser frist for svar.",
        "Ingen oplyser pris.",
    ):
        assert sentence in words(PAGE)


def test_the_law_stands_first_on_its_own_ground() -> None:
    table = next(each for each in PAGE.blocks if isinstance(each, Table))

    assert words(table.head[0].cells[1]) == "Loven\n§ 99"
    assert all("law" in each.cells[1].kinds for each in table.body if not each.kind)


def test_the_four_states_have_four_words() -> None:
    name, law, hvidovre, lejre = cells(PAGE, "fakta-opfoelgning")
    assert (name, law) == ("Opfølgning\nForskellig", "Ikke i § 99")
    assert hvidovre.startswith("Hver 6. måned")
    assert lejre.startswith("Ingen opfølgning")

    assert cells(PAGE, "fakta-pris") == [
        "Pris\nIngen oplyser",
        "Ikke i § 99",
        "Overskrift uden tekst\nAfsnit 11",
        "Ikke oplyst",
    ]


def test_a_value_has_its_flag_and_its_words() -> None:
    hvidovre = row(PAGE, "fakta-alder").cells[2]
    flag, quote = (each for each in hvidovre.blocks if isinstance(each, Note))

    assert (flag.kind, plain(flag.title)) == ("flag", "Aldersgrænse, som loven ikke har")
    assert (quote.kind, plain(quote.title), words(quote.blocks[0])) == (
        "quote",
        "Ordlyd, afsnit\u00a02",
        "»voksne mellem 18 – 64 år«",
    )
    assert "2 af lovens 3 grupper er ikke med." in cells(PAGE, "fakta-personkreds")[2]


def test_sections_stand_word_for_word_with_their_own_number_and_heading() -> None:
    name, law, hvidovre, lejre = row(PAGE, "afsnit-saerlige-forhold").cells
    heading = hvidovre.blocks[0]

    assert isinstance(heading, Heading)
    assert (heading.number, plain(heading.inlines)) == ("14", "Er der særlige forhold borgeren skal være opmærksom på?")
    assert words(lejre) == "Særlige forhold\nOverskrift uden tekst\nLejre skriver om det i afsnit 3 (sikker)"
    assert words(law) == "Ikke i § 99"
    assert words(name) == "Særlige forhold\nKun Hvidovre"
    assert cells(PAGE, "afsnit-huset-horsager")[2] == "Intet afsnit"


def entries(*made: Standard) -> list[Entry]:
    """Standards as they are compared, named A, B, C ..."""
    return [
        Entry(f"{at}/x", "Loven" if each.municipality == "law" else "ABCDEFGH"[at], each)
        for at, each in enumerate(made)
    ]


def anonymous(*facts: AnyFact, sections: tuple[Section, ...] = ()) -> Standard:
    right = Anonymity(kind="anonymity", mode="right", evidence=said("special", "ord"))
    return standard("a", sections, (right, *facts))


AGE = Age(kind="age", min=18, evidence=said("special", "ord"))
EMPTY_PRICE = (Section(topic="price", heading="Pris"),)
UNFILLED = standard("b", EMPTY_PRICE, ())


def test_a_standard_without_facts_is_not_said_to_be_silent() -> None:
    page = comparison_document(compare(entries(anonymous(AGE), UNFILLED)))

    assert cells(page, "fakta-alder") == ["Alder\nIkke udfyldt for alle", "Fra 18 år\n»ord«\nOrdlyd", "Ikke udfyldt"]
    assert cells(page, "fakta-pris")[1:] == ["Ikke oplyst", "Overskrift uden tekst\n»Pris«"]
    assert "Oplysningerne fra B er ikke udfyldt endnu" in words(page)
    for claim in ("Kun A oplyser", "kun af"):
        assert claim not in words(page)


def test_what_is_said_of_those_with_facts_is_still_said() -> None:
    page = comparison_document(compare(entries(anonymous(AGE), anonymous(sections=EMPTY_PRICE), UNFILLED)))

    assert "Kun A oplyser alder. Ingen oplyser pris." in words(page)
    assert "1 oplyses kun af nogle." in words(page)
    assert cells(page, "fakta-anonymitet")[0] == "Anonymitet\nIkke udfyldt for alle"


def test_a_standard_without_facts_beside_the_law() -> None:
    page = comparison_document(compare(entries(UNFILLED, LAW)))

    assert cells(page, "fakta-pris")[0] == "Pris\nIkke udfyldt for alle"
    assert "oplyser" not in words(page)


def test_of_two_one_is_the_one() -> None:
    page = comparison_document(compare(entries(anonymous(AGE), anonymous())))

    assert "1 oplyses kun af den ene." in words(page)


def test_many_columns_share_a_sentence() -> None:
    page = comparison_document(compare(entries(*[anonymous(AGE)] * 4, LAW)))
    few = comparison_document(compare(entries(*[anonymous(AGE)] * 2, LAW)))

    assert "4 kommuner har en aldersgrænse, som loven ikke har: A, B, C og D." in words(page)
    assert "har en aldersgrænse, som loven ikke har." not in page.description
    assert "A har en aldersgrænse, som loven ikke har. B har en aldersgrænse, som loven ikke har." in words(few)


def test_an_answer_none_stands_without_its_marks() -> None:
    section = Section(topic="obligations", heading="Pligter", body="**Ingen**")
    page = comparison_document(compare(entries(anonymous(sections=(section,)), anonymous())))

    assert cells(page, "fakta-borgerens-pligter")[1] == "»Ingen«\n»Pligter«"
    assert cells(page, "afsnit-borgerens-ansvar")[1] == "Pligter\nIngen"


def test_what_is_alike_can_be_hidden() -> None:
    assert row(PAGE, "fakta-frivillighed").kind == "same"
    assert row(PAGE, "fakta-pris").kind == "same"  # nobody says anything
    assert row(PAGE, "fakta-alder").kind == ""


def test_columns_of_one_name_are_told_apart() -> None:
    one = ENTRIES[0]
    page = comparison_document(compare([one, Entry("hvidovre/andet", one.label, one.standard)]))

    assert page.title.endswith("Hvidovre (stoette-og-kontaktperson) og Hvidovre (andet)")


def test_standards_of_one_municipality_are_told_apart_by_what_they_are_about() -> None:
    one, other, law = ENTRIES
    page = comparison_document(compare([one, Entry("hvidovre/x", one.label, other.standard), law]))

    assert page.title == (
        "Støtte- og kontaktperson: loven, Hvidovre (Støtte- og kontaktperson-ordningen) "
        "og Hvidovre (opsøgende støttekontaktperson)"
    )


def test_english_is_a_language_too() -> None:
    assert comparison_document(compare(ENTRIES), "en").language == "en"


@given(st.lists(standards(), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_nothing_is_missing_and_every_anchor_is_there_once(made: list[Any]) -> None:
    labels = [f"K{at}" for at, _ in enumerate(made)]
    page = comparison_document(compare([Entry(f"k/{at}", labels[at], each) for at, each in enumerate(made)]))
    anchors = [each.id for each in walk(page) if getattr(each, "id", "")]
    targets = [each.href[1:] for each in walk(page) if isinstance(each, Link) and each.href.startswith("#")]

    assert len(anchors) == len(set(anchors))
    assert set(targets) <= set(anchors)
    for label, each in zip(labels, made, strict=True):
        column = [cell for cell in walk(page) if isinstance(cell, Cell) and cell.column == label]
        shown = "\n".join(map(words, column))
        for fact in each.facts:
            assert value(fact).text.replace("\u00a0", " ") in shown
            assert fact.evidence.quote in shown
        for section in each.sections:
            assert section.heading in shown
