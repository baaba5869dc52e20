"""The catalogue of the data as DCAT-AP: its shapes hold, and it promises no file that the site does not have."""

import os
from collections.abc import Sequence

import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import DCAT, DCTERMS, FOAF, URIRef

from qstd.exports.linked.catalog import FORMS, Form, catalog
from qstd.exports.linked.public_service import public_service
from qstd.model.card import Card, card
from qstd.model.municipality import Contact, Municipality
from tests.exports import linked_data as data
from tests.exports.linked_data import CONTACTS, HOSTILE, SITE, Sample, bad_addresses, graph, typed, violations

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
ALL = (data.full(), *data.seeds())
MUNICIPALITIES = {each.ref.partition("/")[0]: each.municipality for each in ALL}
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


def cards(samples: tuple[Sample, ...]) -> list[Card]:
    return [card(each.standard, each.ref, each.municipality.name, "") for each in samples]


def found(licence: str = "", forms: Sequence[Form] = FORMS) -> rdflib.Graph:
    made = catalog(cards(ALL), MUNICIPALITIES, "Kvalitetsstandarder i prøven", SITE, licence, forms)
    return graph(made, f"{SITE}/data/catalog.jsonld")


def test_shapes_hold() -> None:
    assert violations(found(), "dcat-ap") == ""
    assert violations(found(licence=LICENCE), "dcat-ap") == ""


def test_shapes_can_be_broken() -> None:
    broken = found()
    broken.remove((None, DCAT.accessURL, None))
    broken.remove((None, FOAF.name, None))

    assert "accessURL" in violations(broken, "dcat-ap")
    assert "foaf:name" in violations(broken, "dcat-ap")


def test_a_data_set_for_each_municipality_and_one_for_all() -> None:
    named = {str(each).rpartition("#")[2] for each in typed(found(), DCAT.Dataset)}

    assert named == {"all", "eksempel", "lejre", "hvidovre"}


def test_the_same_names_as_in_the_data_of_the_standards() -> None:
    own = data.graph(public_service(*data.full(), SITE), f"{SITE}/eksempel/stoette/stoette.jsonld")
    whole = found()

    for part in (DCAT.Dataset, URIRef("http://data.europa.eu/m8g/PublicOrganisation"), DCTERMS.Location):
        assert set(typed(own, part)) <= set(typed(whole, part))


def test_only_forms_that_the_site_has() -> None:
    few = found(forms=("html", "pdf"))
    media = {str(each).rpartition("/")[2] for each in few.objects(None, DCAT.mediaType)}

    assert media == {"html", "pdf"}
    assert {str(each) for each in few.objects(None, DCAT.downloadURL)} == {
        f"{SITE}/{slug}/samlet.pdf" for slug in MUNICIPALITIES
    }


def test_all_forms() -> None:
    whole = found()
    urls = {str(each) for each in whole.objects(None, DCAT.accessURL)}

    assert {f"{SITE}/lejre/hsds.zip", f"{SITE}/lejre/standarder.json", f"{SITE}/lejre/samlet.docx"} <= urls
    assert len(typed(whole, DCAT.Distribution)) == 4 + 7 * len(MUNICIPALITIES)


def test_no_licence_is_told_where_none_is_stated() -> None:
    assert list(found().objects(None, DCTERMS.license)) == []
    assert set(found(licence=LICENCE).objects(None, DCTERMS.license)) == {URIRef(LICENCE)}


def test_relative_addresses_are_told_from_where_the_file_lies() -> None:
    made = catalog(cards(ALL), MUNICIPALITIES, "Prøven")

    assert SITE.encode() not in made
    whole = graph(made, f"{SITE}/data/catalog.jsonld")
    assert set(whole.objects(None, DCAT.accessURL)) == set(found().objects(None, DCAT.accessURL))


def test_a_municipality_without_standards_is_left_out() -> None:
    more = {**MUNICIPALITIES, "tom": Municipality(name="Tom Kommune", code="0999")}
    made = graph(catalog(cards(ALL), more, "Prøven", SITE))

    assert "Tom" not in made.serialize()


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(HOSTILE, HOSTILE, st.none() | CONTACTS, st.lists(st.sampled_from(FORMS), unique=True))
def test_any_names(site_name: str, name: str, contact: Contact | None, forms: list[Form]) -> None:
    municipalities = {"lejre": Municipality(name=name + "x", code="0350", contact=contact)}
    own = cards(data.seeds())
    made = catalog(own, municipalities, site_name + "x", SITE, "", forms)

    assert made == catalog(own, municipalities, site_name + "x", SITE, "", forms)
    assert violations(graph(made), "dcat-ap") == ""
    assert bad_addresses(graph(made)) == []
