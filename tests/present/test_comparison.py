"""The comparison page: its words, its order, its anchors, and that nothing of the comparison is missing on it."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare import Entry, compare
from qstd.model.document import Cell, Document, Heading, Link, Note, Paragraph, Row, Table, plain
from qstd.present.comparison import comparison_document
from qstd.present.facts import value
from tests.compare.seeds import ENTRIES
from tests.standards_strategies import standards

PAGE = comparison_document(compare(ENTRIES))


def walk(value: Any) -> Iterator[Any]:
    """Yield every block, cell and inline of a document."""
    yield value
    for name in ("blocks", "items", "head", "body", "cells", "inlines", "title", "caption", "label"):
        parts = getattr(value, name, ())
        if isinstance(parts, tuple):
            for each in parts:
                yield from walk(each)


def words(value: Any) -> str:
    """Return the text of a part of a document, with ordinary spaces."""
    texts = [plain(each.inlines) for each in walk(value) if isinstance(each, (Paragraph, Heading))]
    texts += [plain(each.title) for each in walk(value) if isinstance(each, Note)]
    return "\n".join(texts).replace("\u00a0", " ")


def row(document: Document, anchor: str) -> Row:
    return next(each for each in walk(document) if isinstance(each, Row) and each.id == anchor)


def cells(document: Document, anchor: str) -> list[str]:
    return [words(each) for each in row(document, anchor).cells]


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
        "Personkredsen hos Hvidovre er snævrere end lovens.",
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
    assert words(lejre) == "Særlige forhold\nOverskrift uden tekst"
    assert words(law) == "Ikke i § 99"
    assert words(name) == "Særlige forhold\nKun Hvidovre"
    assert cells(PAGE, "afsnit-huset-horsager")[2] == "Intet afsnit"


def test_what_is_alike_can_be_hidden() -> None:
    assert row(PAGE, "fakta-frivillighed").kind == "same"
    assert row(PAGE, "fakta-alder").kind == ""


def test_columns_of_one_name_are_told_apart() -> None:
    one = ENTRIES[0]
    page = comparison_document(compare([one, Entry("hvidovre/andet", one.label, one.standard)]))

    assert page.title.endswith("Hvidovre (1) og Hvidovre (2)")


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
    for label, standard in zip(labels, made, strict=True):
        column = [each for each in walk(page) if isinstance(each, Cell) and each.column == label]
        said = "\n".join(map(words, column))
        for fact in standard.facts:
            assert value(fact).text.replace("\u00a0", " ") in said
            assert fact.evidence.quote in said
        for section in standard.sections:
            assert section.heading in said
