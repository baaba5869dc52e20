"""Standards for search engines: schema.org in a page, which nothing in it can end."""

import json
import os
import re

from hypothesis import HealthCheck, given, settings
from rdflib import Namespace, URIRef

from qstd.exports.linked.government_service import page_json
from qstd.exports.readable import readable
from tests.exports import linked_data as data
from tests.exports.linked_data import SITE, Sample, graph, samples

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
SCHEMA = Namespace("https://schema.org/")
# Properties of schema.org by the classes that we use them of; `Thing` has what all have.
KNOWN = {
    "Thing": "name description identifier url subjectOf",
    "GovernmentService": "serviceType provider serviceOperator areaServed audience availableChannel offers termsOfService",
    "GovernmentOrganization": "telephone email address",
    "Organization": "",
    "AdministrativeArea": "",
    "Audience": "audienceType",
    "PeopleAudience": "requiredMinAge requiredMaxAge",
    "ServiceChannel": "servicePhone serviceLocation",
    "ContactPoint": "telephone email",
    "Place": "address",
    "Offer": "price priceCurrency",
    "Legislation": "legislationIdentifier",
}


def unknown(value: object) -> list[str]:
    """Find properties that schema.org does not have for a class."""
    if isinstance(value, list):
        return [name for each in value for name in unknown(each)]
    if not isinstance(value, dict):
        return []
    known = f"{KNOWN['Thing']} {KNOWN[value['@type']]}".split()
    own = [f"{value['@type']}.{key}" for key in value if not key.startswith("@") and key not in known]
    return own + [name for each in value.values() for name in unknown(each if each != value.get("@context") else None)]


def test_only_properties_that_schema_org_has() -> None:
    for sample in (data.full(), *data.seeds(), *data.imported()):
        assert unknown(json.loads(page_json(*sample, SITE))) == []


def test_what_a_search_engine_is_told() -> None:
    told = json.loads(page_json(*data.full(), SITE))

    assert told["url"] == f"{SITE}/eksempel/stoette/index.html"
    assert told["name"] == 'Støtte & »hjælp« <b>til "alle"</b> ]]> 😀'
    assert told["serviceType"] == "Socialpædagogisk støtte"
    assert [each.get("price") for each in told["offers"]] == ["0", "52.50"]
    assert [each["name"] for each in told["availableChannel"]] == ["Visitationen & co"]
    assert {"@type": "PeopleAudience", "requiredMinAge": 18, "requiredMaxAge": 67} in told["audience"]
    assert told["subjectOf"] == [
        {
            "@type": "Legislation",
            "name": "serviceloven",
            "legislationIdentifier": "https://www.retsinformation.dk/eli/lta/2025/1129",
        }
    ]


def test_names_of_ours_are_in_the_language_of_the_page() -> None:
    told = json.loads(page_json(*data.full(), language="en"))

    assert told["audience"][0]["audienceType"] == "People with mental illness"
    assert told["subjectOf"][0]["name"] == "the Social Services Act"


def test_it_is_read_without_fetching_a_context() -> None:
    found = graph(page_json(*data.full(), SITE).encode())

    assert found.value(URIRef(f"{SITE}/eksempel/stoette/stoette.jsonld#service"), SCHEMA.url) is not None


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(samples())
def test_any_standard_stays_inside_its_script(sample: Sample) -> None:
    made = page_json(*sample, SITE)

    assert not re.search("[<>&\u2028\u2029\n]", made)
    assert made == page_json(*sample, SITE)
    assert json.loads(made)["name"] == readable(sample.standard.title)
    made.encode()
