"""The rules about the legal basis: what depends on the day, and texts that nobody would write."""

import datetime as dt

import pytest

from qstd.lint import (
    childrens_provisions,
    elder_act_boundary,
    long_law_text,
    obsolete_body,
    old_assessment_method,
    old_consolidation,
    provision_number,
    renamed_benefit,
    replaced_order,
    title_and_basis,
    unresolved_citation,
    womens_shelter_wording,
)
from qstd.lint.rule import Around, Rule
from qstd.lint.shared.law import cited
from qstd.model.finding import Place
from qstd.model.standard import Approval, Section, Standard
from tests.pace import is_even

RULES = [
    each.RULE
    for each in (
        provision_number,
        title_and_basis,
        renamed_benefit,
        elder_act_boundary,
        childrens_provisions,
        obsolete_body,
        old_consolidation,
        replaced_order,
        long_law_text,
        unresolved_citation,
        womens_shelter_wording,
        old_assessment_method,
    )
]
EACH = pytest.mark.parametrize("rule", RULES, ids=[each.code for each in RULES])
STRANGE = (
    "",
    "   \n\n",
    "\u200f§\u200b 85 \u200fserviceloven",
    "§ 31. februar 2024, bekendtgørelse nr. 299 af 31. februar 2010",
    "§§§§ §- §, § og § til §",
    "| § 85 | serviceloven |\n|---|---|\n| LBK nr. 254 af 20/03/2014 | § 999 |",
    "> § 99. Kommunalbestyrelsen skal\n>\n> Stk. 2. Noget",
    "[servicelovens § 41](x) og **§ 42**",
    "§ ٣٤ og § Ⅷ i servıceloven",
)


def around(day: str) -> Around:
    """What a rule sees on a day."""
    return Around(dt.date.fromisoformat(day), "lejre", None, lambda path, line: Place("x.yaml", 1, 1, path))


def standard(service: str, body: str, approval: Approval | None = None, title: str = "Støtte") -> Standard:
    """A standard with one section on the legal basis."""
    section = Section(topic="legal_basis", heading="Lovgrundlag", body=body)
    return Standard(
        schema=1,
        title=title,
        service=service,
        status="in_force",
        sections=(section,),
        approval=approval,
        municipality="lejre",
    )


@pytest.mark.parametrize(
    ("rule", "service", "body", "before", "from_then"),
    [
        (renamed_benefit.RULE, "sel-100", "Kommunen dækker nødvendige merudgifter.", "2025-08-31", "2025-09-01"),
        (childrens_provisions.RULE, "sel-99", "Servicelovens § 41.", "2023-12-31", "2024-01-01"),
        (replaced_order.RULE, "sel-83", "Bekendtgørelse nr. 299 af 25. marts 2010.", "2014-12-26", "2014-12-27"),
        (old_consolidation.RULE, "sel-99", "LBK nr. 254 af 20. marts 2014.", "2014-09-22", "2014-09-23"),
    ],
)
def test_a_rule_speaks_from_the_day_that_the_law_changed(
    rule: Rule, service: str, body: str, before: str, from_then: str
) -> None:
    found = [len(list(rule.standard(standard(service, body), around(day)))) for day in (before, from_then)]

    assert found == [0, 1]


@EACH
@pytest.mark.parametrize("body", STRANGE)
def test_strange_texts_break_no_rule(rule: Rule, body: str) -> None:
    for service in ("sel-99", "sel-100", "sel-109", "no-such"):
        given = standard(service, body, Approval(date=dt.date(2026, 1, 1)), title=body or "x")
        list(rule.standard(given, around("2026-01-01")))
    list(rule.standard(Standard(schema=1, title="x", service="sel-83", status="draft"), around("2026-01-01")))


@EACH
def test_a_text_of_two_hundred_pages_takes_as_long_as_it_is(rule: Rule) -> None:
    page = "Servicelovens § 85, jf. lovbekendtgørelse nr. 254 af 20. marts 2014. Hjælpen gives efter § 41.\n\n" * 25
    assert is_even(lambda body: list(rule.standard(standard("sel-99", body), around("2026-01-01"))), page * 200)


def test_an_act_that_is_named_goes_for_the_rest_of_its_paragraph_and_no_further() -> None:
    body = "Sundhedsloven gælder.\nDet står i § 140.\n\nHjælpen gives efter § 85."
    acts = [
        each.citation.act for each in cited(standard("sel-99", body), around("2026-01-01")) if each.citation.provisions
    ]

    assert acts == ["SUL", "SEL"]


def test_law_text_that_is_quoted_cites_nothing_for_the_standard() -> None:
    body = "Servicelovens § 99.\n\n§ 99. Kommunalbestyrelsen sørger for tilbud, jf. § 41.\nStk. 2. Også efter § 42."

    assert [each.words for each in cited(standard("sel-99", body), around("2026-01-01"))] == ["Servicelovens § 99"]
