"""Standards as CPSV-AP: the shapes of the specification hold, every fact is told, nothing proposed is."""

import json
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from typing import get_args

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib import DCTERMS, RDF, Literal, URIRef
from rdflib.compare import isomorphic

from qstd.exports.linked.context import TERMS
from qstd.exports.linked.public_service import public_service
from qstd.exports.readable import readable
from qstd.model.facts import AnyFact
from qstd.model.fragments import effective
from tests.conftest import Gold
from tests.exports import linked_data as data
from tests.exports.linked_data import (
    CPSV,
    CV,
    QSTD,
    SITE,
    Sample,
    bad_addresses,
    graph,
    kinds,
    samples,
    typed,
    violations,
)

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
SHAPES = ("cpsv-ap", "dcat-ap", "qstd")
OWN = f"{SITE}/eksempel/stoette/stoette.jsonld"


def told(sample: Sample, site_url: str = SITE) -> rdflib.Graph:
    return graph(public_service(*sample, site_url), f"{SITE}/{sample.ref}/{sample.ref.rpartition('/')[2]}.jsonld")


@pytest.mark.parametrize("sample", [data.full(), *data.seeds()], ids=lambda sample: sample.ref)
def test_shapes_hold(sample: Sample) -> None:
    assert violations(told(sample), *SHAPES) == ""


@cache
def corpus(of: Callable[[], tuple[Sample, ...]]) -> list[tuple[Sample, rdflib.Graph]]:
    """A corpus, read back once for all tests."""
    return [(each, told(each)) for each in of()]


@pytest.mark.parametrize("of", [data.written, data.imported], ids=lambda each: each.__name__)
def test_shapes_hold_for_a_whole_corpus(of: Callable[[], tuple[Sample, ...]]) -> None:
    whole = rdflib.Graph()
    for _, found in corpus(of):
        whole += found

    assert len(typed(whole, CPSV.PublicService)) == len(of())
    assert violations(whole, *SHAPES) == ""


def test_shapes_can_be_broken() -> None:
    broken = told(data.full())
    broken.remove((None, CV.hasCompetentAuthority, None))
    broken.remove((None, DCTERMS.description, None))
    broken.remove((None, QSTD.kind, None))

    assert all(violations(broken, each) for each in SHAPES)


@pytest.mark.parametrize("of", [data.seeds, data.written, data.imported], ids=lambda each: each.__name__)
def test_every_fact_is_told(of: Callable[[], tuple[Sample, ...]]) -> None:
    for sample, found in corpus(of):
        assert kinds(found) == Counter(each.kind for each in sample.standard.facts)


def test_nothing_proposed_is_told() -> None:
    sample = data.full()
    proposed = tuple(replace(each, proposed=True) for each in sample.standard.facts)
    found = told(sample._replace(standard=replace(sample.standard, facts=proposed)))

    assert kinds(found) == {}
    assert list(found.subject_objects(CV.hasCost)) == list(found.subject_objects(DCTERMS.audience)) == []
    assert effective(replace(sample.standard, facts=proposed), {}).facts == ()


def test_every_field_of_a_fact_has_a_term() -> None:
    names = {each.name for kind in get_args(AnyFact) for each in fields(kind)} - {"evidence", "proposed"}

    assert names <= set(TERMS)


def test_every_kind_is_in_the_full_standard() -> None:
    assert {type(each) for each in data.full().standard.facts} == set(get_args(AnyFact))


def test_what_cpsv_has_words_for() -> None:
    found = told(data.full())
    service, rule = URIRef(f"{OWN}#service"), URIRef(f"{OWN}#standard")

    assert found.value(service, CPSV.follows) == rule
    assert set(found.objects(rule, CPSV.implements)) == {URIRef("https://www.retsinformation.dk/eli/lta/2025/1129")}
    assert found.value(service, CV.processingTime) == Literal("P42D", datatype=rdflib.XSD.duration)
    assert {str(each) for each in found.objects(None, CV.hasValue)} == {"0.0", "52.5"}
    assert len(list(found.objects(service, CV.holdsRequirement))) == 4
    assert len(list(found.objects(service, CV.hasChannel))) == 2  # where to complain is no way in
    assert len(list(found.objects(service, CV.contactPoint))) == 2
    assert found.value(rule, DCTERMS.issued) == Literal("2024-03-12", datatype=rdflib.XSD.date)


def test_that_nothing_is_asked_is_no_requirement() -> None:
    hvidovre = next(each for each in data.seeds() if each.ref.startswith("hvidovre"))
    found = told(hvidovre)
    held = {str(found.value(each, QSTD.kind)) for each in found.objects(None, CV.holdsRequirement)}

    assert held == {"age", "target_group"}
    assert kinds(found)["obligation"] == 1


def test_sections_keep_their_order() -> None:
    found = told(data.full())
    listed = found.collection(next(found.objects(URIRef(f"{OWN}#standard"), QSTD.sections)))

    assert [str(found.value(each, QSTD.heading)) for each in listed] == [
        each.heading for each in data.full().standard.sections
    ]


def test_addresses_are_whole_where_the_site_has_one() -> None:
    found = told(data.full())
    names = {str(each) for triple in found for each in triple if isinstance(each, URIRef)}

    assert all(each.startswith(("http://", "https://", "urn:qstd:v1:")) for each in names)
    assert URIRef(f"{SITE}/eksempel/stoette/index.html") in set(found.objects(None, rdflib.FOAF.page))


def test_addresses_are_relative_elsewhere() -> None:
    data_alone = public_service(*data.full())

    assert SITE.encode() not in data_alone
    assert b'"@base"' not in data_alone
    assert isomorphic(told(data.full(), ""), told(data.full()))


def test_law_without_a_confirmed_number_has_no_address() -> None:
    found = told(data.full())
    named = {str(each) for each in found.objects(None, QSTD.cites)}

    assert "urn:qstd:v1:act/VEJ2" in named


def test_a_deadline_in_working_days_is_no_processing_time() -> None:
    standard = data.full().standard
    facts = tuple(
        replace(each, unit="day", day_kind="working") if each.kind == "deadline" else each for each in standard.facts
    )
    found = told(data.full()._replace(standard=replace(standard, facts=facts)))

    assert list(found.objects(None, CV.processingTime)) == []


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(samples())
def test_any_standard(sample: Sample) -> None:
    made = public_service(*sample, SITE)
    found = told(sample)

    assert made == public_service(*sample, SITE)
    assert json.loads(made)["@context"]["@version"] == 1.1
    assert violations(found, *SHAPES) == ""
    assert bad_addresses(found) == []
    wanted = [each for each in sample.standard.facts if not each.proposed]
    assert kinds(found) == Counter(each.kind for each in wanted)
    quotes = {readable(each.evidence.quote) for each in wanted} - {""}
    assert {str(each) for each in found.objects(None, QSTD.quote)} == quotes
    assert {str(each) for each in found.objects(None, QSTD.heading)} == {
        readable(each.heading) for each in sample.standard.sections
    } - {""}
    assert str(found.value(next(found.subjects(RDF.type, CPSV.Rule)), DCTERMS.title)) == readable(sample.standard.title)


def test_the_file_as_it_is(gold: Gold) -> None:
    gold("full.jsonld", public_service(*data.full(), SITE).decode())
