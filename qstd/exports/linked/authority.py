"""The municipality: the public organisation that is responsible, the area it covers, and the data set it publishes."""

from qstd import catalogue
from qstd.exports.linked.addresses import Addresses, iri
from qstd.exports.linked.facts import hours
from qstd.exports.linked.nodes import Graph, Node, both, to
from qstd.exports.readable import readable
from qstd.model.municipality import Contact, Municipality

SETS = {"da": "Kvalitetsstandarder i {name}", "en": "Quality standards of {name}"}
ABOUT = {
    "da": "Hvad {name} giver af hjælp efter loven, til hvem og hvordan: kommunens kvalitetsstandarder som data.",
    "en": "What help {name} gives under the law, to whom and how: the quality standards of the municipality as data.",
}


def authority(municipality: Municipality, graph: Graph, addresses: Addresses) -> None:
    """Add the municipality and its area."""
    name = readable(municipality.name)
    graph.add(
        {
            "@id": addresses.municipality,
            "@type": ["cv:PublicOrganisation", "org:Organization", "foaf:Agent"],
            "dct:identifier": municipality.code,
            "dct:title": name,
            "skos:prefLabel": name,
            "foaf:name": name,
            "dct:spatial": to(addresses.area),
            **_contact(municipality.contact, graph, addresses),
        }
    )
    graph.add(
        {
            "@id": addresses.area,
            "@type": ["dct:Location", "http://data.europa.eu/88u/dataset/atu-type", "skos:Concept"],
            "dct:identifier": municipality.code,
            "skos:prefLabel": readable(catalogue.short_name(addresses.ref.partition("/")[0], municipality.name)),
        }
    )


def _contact(contact: Contact | None, graph: Graph, addresses: Addresses) -> Node:
    if contact is None:
        return {}
    own = f"{addresses.municipality}-contact"
    point: Node = {
        "@id": own,
        "@type": "cv:ContactPoint",
        "cv:telephone": readable(contact.phone or ""),
        "cv:email": readable(contact.mail or ""),
        "cv:contactPage": graph.add({"@id": iri(contact.web), "@type": "foaf:Document"}) if contact.web else None,
        "cv:openingHours": hours(contact.hours, f"{own}-hours"),
        "qstd:address": readable(contact.address or ""),
    }
    return {"cv:contactPoint": graph.add(point)}


def dataset(municipality: Municipality, addresses: Addresses) -> Node:
    """Return the data set that the standard is part of, as far as a part of it can tell."""
    name = readable(municipality.name)
    return {
        "@id": addresses.dataset,
        "@type": "dcat:Dataset",
        "dct:title": both({key: each.format(name=name) for key, each in SETS.items()}),
        "dct:description": both({key: each.format(name=name) for key, each in ABOUT.items()}),
        "dct:publisher": to(addresses.municipality),
    }
