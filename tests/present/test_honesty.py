"""What must never be said of a municipality: that it is silent where it writes, or has approved what is a draft."""

import datetime as dt

import pytest

from qstd.compare import Entry, compare
from qstd.model.card import Card, card
from qstd.model.document import Document, Heading, plain
from qstd.model.facts import Evidence, Price, Referrer
from qstd.model.standard import Approval, Section, Standard
from qstd.present.comparison import comparison_document
from qstd.present.facts import value
from qstd.present.front import front_document
from qstd.present.slugs import danish_order
from qstd.present.standard import approval_line, standard_document
from tests.present.standard_parts import LEJRE, links, standard
from tests.strategies import stretches

FREE = Price(kind="price", mode="free", evidence=Evidence(section="price", quote="gratis"))
OWN_WORDS = Section(topic="complaints", number="5", heading="Klage", body="Du kan klage inden for 4 uger.")
PRICE = Section(topic="price", number="1", heading="Pris", body="Hjælpen er gratis.")


def comparison() -> Document:
    writes = standard(PRICE, OWN_WORDS, facts=(FREE,), municipality="lejre")
    silent = standard(PRICE, facts=(FREE,), municipality="greve")
    empty = standard(PRICE, Section(topic="complaints", heading="Klage"), facts=(FREE,), municipality="koege")
    entries = [Entry(f"{each.municipality}/x", each.municipality, each) for each in (writes, silent, empty)]
    return comparison_document(compare(entries), pages={"lejre/x": "../../lejre/x/index.html"})


def words(document: Document) -> str:
    return " ".join(" ".join(stretches(document.blocks)).replace("\u00a0", " ").split())


def test_a_section_without_a_value_is_pointed_to_and_is_not_called_silence() -> None:
    assert "Se afsnit 5" in words(comparison())


def test_the_head_of_a_column_leads_to_the_standard() -> None:
    assert "../../lejre/x/index.html" in [each.href for each in links(comparison())]


def listed(name: str, status: str, day: dt.date) -> Card:
    slug = name.lower()
    own = standard(PRICE, facts=(FREE,), municipality=slug, status=status, approval=Approval(date=day))
    return card(own, f"{slug}/x", f"{name} Kommune", "")


def headings(document: Document) -> list[str]:
    return [plain(each.inlines) for each in document.blocks if isinstance(each, Heading)]


@pytest.mark.parametrize("status", ["draft", "hearing", "withdrawn"])
def test_only_what_is_approved_stands_under_newest(status: str) -> None:
    document = front_document([listed("Lejre", status, dt.date(2020, 1, 1))], {})
    assert "Senest godkendt" not in headings(document)


def test_what_was_approved_stands_there_newest_first() -> None:
    rows = [listed("Lejre", "in_force", dt.date(2019, 1, 1)), listed("Greve", "in_force", dt.date(2020, 1, 1))]
    text = words(front_document(rows, {}))
    assert text.index("Godkendt den 1. januar 2020.") < text.index("Godkendt den 1. januar 2019.")


def test_a_draft_is_not_said_to_be_approved() -> None:
    draft: Standard = standard(PRICE, status="draft", approval=Approval(body="Socialudvalget"))
    assert approval_line(draft, "da") == "Kladde, ikke godkendt."


def test_examples_stay_examples() -> None:
    who = Referrer(
        kind="referrer", who=("naboer", "pårørende"), examples=True, evidence=Evidence(section="a", quote="b")
    )
    assert value(who).text == "Fx naboer og pårørende"


@pytest.mark.parametrize(
    ("who", "to", "examples", "said"),
    [
        (("borgeren",), (), False, "Du kan selv henvende dig."),
        (
            ("borgeren", "naboer"),
            ("A", "B"),
            True,
            "Du kan selv henvende dig til A eller B. Andre kan også henvende sig, fx naboer.",
        ),
        (("læge",), ("visitationen",), False, "Henvendelse til visitationen. Henvendelsen kan komme fra læge."),
        (("læge", "sygehus"), (), True, "Henvendelsen kan fx komme fra læge og sygehus."),
    ],
)
def test_who_may_make_contact_is_no_more_than_the_text_says(
    who: tuple[str, ...], to: tuple[str, ...], examples: bool, said: str
) -> None:
    fact = Referrer(kind="referrer", who=who, to=to, examples=examples, evidence=Evidence(section="price", quote="g"))
    document = standard_document(standard(PRICE, facts=(fact,)), LEJRE, "lejre/x")
    assert f"{said} Se afsnit 1" in words(document)


def test_danish_letters_come_last_and_in_order() -> None:
    names = ["Ærø", "Aarhus", "Ødsted", "Zebra", "Århus", "Assens"]
    assert sorted(names, key=danish_order) == ["Aarhus", "Assens", "Zebra", "Ærø", "Ødsted", "Århus"]
