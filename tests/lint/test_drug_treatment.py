"""The 15 items of a standard for drug treatment: the rules and the catalogue ask for the same."""

import datetime as dt

import pytest

from qstd import catalogue, lint
from qstd.catalogue import Demand
from qstd.lint.rule import Around, Rule
from qstd.model.finding import Place
from qstd.model.standard import Section, Standard

AROUND = Around(dt.date(2026, 1, 1), "lejre", None, lambda path, line: Place("x.yaml", 1, 1, path))
TEXTS = {
    "values": "Respekt og tillid.",
    "purpose": "Et liv med mindre forbrug.",
    "target_group": "Borgere over 18 år.",
    "activities": "Udredning, samtaler og efterbehandling.",
    "organisation": "Sted: den gamle skole.",
    "visitation": "Den begynder med en samtale.",
    "start_deadline": "Efter højst to uger.",
    "supplier_choice": "Det bestemmer man selv.",
    "action_plan": "Behandlingsplanen har mål for det næste halve år. Planen bliver gennemgået hver måned.",
    "vouchers": "De bruges ikke.",
    "user_involvement": "Hver måned er der møde.",
    "price": "For døgnophold er prisen 120 kr. om dagen.",
    "case_process": "Der er svar samme dag.",
    "complaints": "Hos lederen.",
    "competence": "Socialrådgivere med efteruddannelse.",
    "follow_up": "Efter en og seks måneder.",
}
SERVICE = catalogue.service("sel-101")
DEMANDS = SERVICE.demands if SERVICE else ()


def found(topics: set[str]) -> set[str]:
    """The codes of the items that are missed in a standard with sections of these topics."""
    sections = tuple(Section(topic=topic, heading="Om", body=TEXTS[topic]) for topic in TEXTS if topic in topics)
    standard = Standard(schema=1, title="Stofmisbrug", service="sel-101", status="draft", sections=sections)
    return {each.code for each in lint.check(standard, AROUND) if each.code[0] == "P"}


def test_a_standard_with_all_topics_that_the_catalogue_names_has_all_items() -> None:
    assert found({topic for each in DEMANDS for topic in each.topics}) == set()


def test_there_is_one_rule_for_each_item_of_the_catalogue() -> None:
    codes = sorted(each.code for each in lint.rules() if each.code[0] == "P")

    assert codes == sorted(f"P{100 + int(each.number)}" for each in DEMANDS)
    assert len(codes) == 15


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda each: each.number)
def test_an_item_without_its_topics_is_missed(demand: Demand) -> None:
    assert f"P{100 + int(demand.number)}" in found(set(TEXTS) - set(demand.topics))


@pytest.mark.parametrize("rule", [each for each in lint.rules() if each.code[0] == "P"], ids=lambda each: each.code)
def test_the_source_names_the_item(rule: Rule) -> None:
    assert rule.source is not None
    assert f"P{100 + int(str(rule.source.values['number']))}" == rule.code
