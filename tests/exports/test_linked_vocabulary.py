"""Our own terms, written down: no term is used that is not explained."""

from rdflib import DCTERMS, RDF, RDFS, SKOS, URIRef

from qstd.exports.linked.context import NAMESPACE
from qstd.exports.linked.public_service import public_service
from qstd.exports.linked.vocabulary import vocabulary
from tests.exports import linked_data as data
from tests.exports.linked_data import QSTD, SITE, graph

# Schemes that are open: of persons, acts that the catalogue does not know, and what only a test says.
OPEN = ("act/", "role/", "type/")


def test_every_term_is_explained() -> None:
    explained = {str(each) for each in graph(vocabulary()).subjects()}
    used = set()
    for sample in (data.full(), *data.seeds(), *data.imported()):
        for triple in graph(public_service(*sample, SITE)):
            used |= {str(each) for each in triple if isinstance(each, URIRef) and each.startswith(NAMESPACE)}

    assert len(used) > 80
    assert {each for each in used - explained if not each.removeprefix(NAMESPACE).startswith(OPEN)} == set()


def test_every_term_has_a_label() -> None:
    found = graph(vocabulary())
    labelled = {each for name in (RDFS.label, SKOS.prefLabel, DCTERMS.title) for each in found.subjects(name)}

    assert set(found.subjects(RDF.type)) - labelled == set()


def test_kinds_of_facts_are_classes() -> None:
    found = graph(vocabulary())

    assert {str(each) for each in found.objects(QSTD.FollowUp, RDFS.label)} == {"Opfølgning", "follow up"}
    assert len(set(found.subjects(RDFS.subClassOf, QSTD.Fact))) == 18
    assert vocabulary() == vocabulary()
