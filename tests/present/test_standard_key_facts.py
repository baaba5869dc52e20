"""The lines of "Kort fortalt": those of the two real standards word for word, and any fact in plain words."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.model.document import Inline, Item, Items, Link, Mark, Paragraph, Text, plain
from qstd.model.facts import (
    Access,
    Age,
    AnyFact,
    Complaint,
    Deadline,
    Evidence,
    FollowUp,
    Obligation,
    Price,
    Voluntary,
)
from qstd.model.standard import Section
from qstd.present.key_facts import LINES
from qstd.present.standard import standard_document
from qstd.verbs.corpus import Checked
from tests.present.standard_parts import LEJRE, folded, real, standard
from tests.standards_strategies import fact_of

EMPTY = "{empty: Kommunen har ikke skrevet noget her.}"
OWN = "Læs kommunens egne ord."
NONE = "{none: »Ingen.«}"
HERE = Evidence(section="special", quote="x")
# A fact that no line tells: with it the standard has been read.
SILENT = Obligation(kind="obligation", text="x", evidence=HERE)


def line(item: Item) -> str:
    """A line as a reader sees it: the state of the value in curly brackets, where the link leads in square ones."""
    [paragraph] = item.blocks
    assert isinstance(paragraph, Paragraph)
    return f"{plain(item.label)}: " + "".join(map(_shown, paragraph.inlines)).strip()


def _shown(inline: Inline) -> str:
    match inline:
        case Text():
            return folded_text(inline.text)
        case Mark():
            return f"{{{inline.kind}: {plain(inline.inlines)}}}"
        case Link():
            return f"[{folded(inline.inlines)} {inline.hint} -> {inline.href}]"
    raise AssertionError(inline)


def folded_text(text: str) -> str:
    return text.replace("\u00a0", " ")


def lines(made: Any, municipality: Any, ref: str, language: str = "da") -> Iterator[str]:
    document = standard_document(made, municipality, ref, language)
    [items] = [each for each in document.blocks if isinstance(each, Items) and each.kind == "facts"][:1]
    return map(line, items.items)


@pytest.mark.parametrize("checked", real(), ids=lambda checked: checked.entry.municipality)
def test_the_real_standards(checked: Checked, gold: Callable[[str, str], None]) -> None:
    told = lines(checked.standard, checked.municipality, checked.entry.ref)

    gold(f"key-facts-{checked.entry.municipality}.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (Section(topic="need", body="x"), "{absent: Ikke oplyst.} Standarden nævner ingen pris."),
        (Section(topic="price", number="11", body=""), f"{EMPTY} [Se afsnit 11 om pris -> #betaling]"),
        (Section(topic="price", heading="Pris", body=" \n"), f"{EMPTY} [Se »Pris« om pris -> #betaling]"),
        (Section(topic="price", number="11", body="Se takst."), f"{OWN} [Se afsnit 11 om pris -> #betaling]"),
        (Section(topic="price", number="11", body="Ingen.\n"), f"{NONE} [Se afsnit 11 om pris -> #betaling]"),
        (Section(topic="price", number="§ 4", body="Se takst."), f"{OWN} [Se § 4 om pris -> #betaling]"),
        (Section(topic="price", body="Se takst."), f"{OWN} [Se afsnittet om pris -> #betaling]"),
    ],
    ids=["absent", "empty", "empty_without_number", "no_value", "none", "paragraph", "neither_number_nor_heading"],
)
def test_what_is_said_where_no_fact_is(section: Section, expected: str) -> None:
    assert f"Pris: {expected}" in list(lines(standard(section, facts=(SILENT,)), LEJRE, "lejre/x"))


def test_a_section_with_text_goes_before_one_without() -> None:
    one, other = Section(topic="case_deadline", number="1"), Section(topic="start_deadline", number="2", body="Straks.")
    told = list(lines(standard(one, other, facts=(SILENT,)), LEJRE, "lejre/x"))

    assert [each for each in told if each.startswith("Frist")] == [
        f"Frist: {OWN} [Se afsnit 2 om frister -> #ivaerksaettelse]"
    ]


def _limit(role: Any, bound: Any, anchor: Any = None) -> Deadline:
    return Deadline(kind="deadline", role=role, value=6, unit="week", bound=bound, anchor=anchor, evidence=HERE)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (
            Price(kind="price", mode="fixed", amount=Decimal("52.125"), per="meal", year=2025, evidence=HERE),
            "Pris: 52,125 kr. pr. måltid. Prisniveau 2025.",
        ),
        (
            Age(kind="age", max=67, keeps_after_max=True, evidence=HERE),
            "Alder: Til og med 67 år. Borgeren beholder hjælpen efter grænsen.",
        ),
        (
            Complaint(
                kind="complaint", subject=("decision",), body="byrådet", via="centret", period="P4W", evidence=HERE
            ),
            "Klage: Du kan klage til byrådet over afgørelsen. Klagen sendes gennem centret. Klagefrist: 4 uger.",
        ),
        (
            Access(kind="access", mode="unvisited", evidence=HERE),
            "Sådan søger du: Ordningen er uvisiteret (uden forudgående visitation).",
        ),
        (Voluntary(kind="voluntary", value=True, leave_anytime=True, evidence=HERE), "Frivilligt: Ja. Du kan altid"),
        (
            FollowUp(kind="follow_up", mode="ad_hoc", subject="plan", evidence=HERE),
            "Opfølgning: Efter behov. Opfølgning på planen.",
        ),
        (_limit("decision", "max", "application"), "Frist: Du får en afgørelse inden for 6 uger efter ansøgningen."),
        (_limit("start", "max"), "Frist: Hjælpen begynder inden for 6 uger."),
        (_limit("start", "approximate"), "Frist: Hjælpen begynder: cirka 6 uger."),
        (_limit("start", "max", "other"), "Frist: Hjælpen begynder: 6 uger."),
    ],
    ids=["price", "age", "complaint", "access", "voluntary", "plan", "decision", "start", "roughly", "from another"],
)
def test_a_line_has_the_whole_fact(fact: AnyFact, expected: str) -> None:
    told = list(lines(standard(Section(topic="special", body="x"), facts=(fact,)), LEJRE, "lejre/x"))

    assert [each for each in told if each.startswith(expected)]


def test_following_up_on_the_standard_is_not_the_citizens() -> None:
    fact = FollowUp(kind="follow_up", mode="interval", interval="P1Y", subject="standard", evidence=HERE)
    told = lines(standard(Section(topic="special", body="x"), facts=(fact,)), LEJRE, "lejre/x")

    assert [each for each in told if each.startswith("Opfølgning")] == []


@pytest.mark.parametrize("kind", get_args(AnyFact), ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_has_its_line(kind: type) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.lists(fact_of(kind, ("special", "other")), min_size=1, max_size=3), st.sampled_from(("da", "en")))
    def check(facts: list[Any], language: str) -> None:
        sections = (Section(topic="special", number="14", body="x"), Section(topic=None, id="other", heading="Andet"))
        told = list(lines(standard(*sections, facts=tuple(facts)), LEJRE, "lejre/x", language))
        silent = list(lines(standard(*sections, facts=(SILENT,)), LEJRE, "lejre/x", language))
        to_tell = [each for each in facts if getattr(each, "subject", "") != "standard"]

        assert (told != silent) == (bool(to_tell) and any(kind in each.kinds for each in LINES))
        assert [each for each in told if "{" in each.replace("{absent: ", "").replace("{empty: ", "")] == []
        assert [each for each in told if "None" in each or ".." in each or "  " in each] == []

    check()
