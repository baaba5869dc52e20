"""The catalogue of the data as DCAT-AP 3: a data set for each municipality and one for all, and the forms each comes in."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from qstd import catalogue
from qstd.exports.linked.addresses import iri, root
from qstd.exports.linked.authority import ABOUT, SETS
from qstd.exports.linked.file import linked_file
from qstd.exports.linked.nodes import LANGUAGES, Graph, Node, both, references, service, to
from qstd.exports.readable import readable
from qstd.model.card import Card
from qstd.model.municipality import Municipality

Form = Literal["html", "json", "jsonld", "akn", "pdf", "docx", "hsds", "csv"]
FORMS: tuple[Form, ...] = get_args(Form)

_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "http://www.iana.org/assignments/media-types"
_DENMARK = f"{_EU}/country/DNK"


class _Kind(NamedTuple):
    """A form of data: what the EU and IANA call it, what it is, and the file that has all, below the data set's folder.
    `whole` is the file of all municipalities. Without a file the page leads to one for each standard.
    """

    file_type: str
    media: str
    title: Mapping[str, str]
    file: str = ""
    whole: str = ""
    conforms_to: str = ""


_KINDS: Mapping[Form, _Kind] = {
    "html": _Kind("HTML", "text/html", {"da": "Sider", "en": "Pages"}, "index.html", "index.html"),
    "json": _Kind("JSON", "application/json", {"da": "Liste som JSON", "en": "List as JSON"}, "standarder.json"),
    "jsonld": _Kind(
        "JSON_LD",
        "application/ld+json",
        {"da": "Hver standard som CPSV-AP", "en": "Each standard as CPSV-AP"},
        conforms_to="https://semiceu.github.io/CPSV-AP/releases/3.2.0/",
    ),
    "akn": _Kind(
        "XML",
        "application/xml",
        {"da": "Hver standard som Akoma Ntoso", "en": "Each standard as Akoma Ntoso"},
        conforms_to="http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
    ),
    "pdf": _Kind("PDF", "application/pdf", {"da": "Samlet som PDF", "en": "All in one PDF"}, "samlet.pdf"),
    "docx": _Kind(
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        {"da": "Samlet til Word", "en": "All in one Word file"},
        "samlet.docx",
    ),
    "hsds": _Kind(
        "ZIP",
        "application/zip",
        {"da": "Open Referral HSDS 3.0", "en": "Open Referral HSDS 3.0"},
        "hsds.zip",
        conforms_to="https://docs.openreferral.org/en/v3.0.0/",
    ),
    "csv": _Kind("CSV", "text/csv", {"da": "Sammenligninger som CSV", "en": "Comparisons as CSV"}),
}
_EACH = ("html", "json", "jsonld", "akn", "pdf", "docx", "hsds")
_ALL = ("html", "jsonld", "akn", "csv")
_NAME = {"da": "Kvalitetsstandarder", "en": "Quality standards"}
_WHOLE = {
    "da": "Kommunernes kvalitetsstandarder: hvad de giver af hjælp efter loven, til hvem og hvordan, som data.",
    "en": "Quality standards of the municipalities: what help they give under the law, to whom and how, as data.",
}
_DATA_THEMES = {"da": "EU's datatemaer", "en": "Data themes of the EU"}
_THEMES = {
    "SOCI": {"da": "Befolkning og samfund", "en": "Population and society"},
    "GOVE": {"da": "Regeringen og den offentlige sektor", "en": "Government and public sector"},
}


def catalog(
    cards: Sequence[Card],
    municipalities: Mapping[str, Municipality],
    site_name: str,
    site_url: str = "",
    licence: str = "",
    forms: Sequence[Form] = FORMS,
) -> bytes:
    """Return the catalogue as JSON-LD, for `data/catalog.jsonld`. `municipalities` are those that publish, by slug;
    `forms` what the site has of each. Without a `licence` (an address) nothing is said of one.
    """
    own, graph = _Site(root(site_url) or "../", site_name, licence, forms), Graph()
    of: dict[str, list[Card]] = {}
    for each in cards:
        of.setdefault(each.municipality, []).append(each)
    names = [slug for slug in municipalities if slug in of]
    graph.add(_catalog(own, names, graph))
    graph.add(_whole(own, names, cards, graph))
    for slug in names:
        graph.add(_dataset(own, slug, municipalities[slug], of[slug], graph))
    return linked_file(graph.nodes(), "da")


class _Site(NamedTuple):
    base: str
    name: str
    licence: str
    forms: Sequence[Form]

    def at(self, path: str) -> str:
        """Return where a file of the site is."""
        return self.base + path

    def named(self, name: str) -> str:
        """Return the name of a thing in the catalogue."""
        return self.at(f"data/catalog.jsonld#{name}")


def _catalog(site: _Site, slugs: Sequence[str], graph: Graph) -> Node:
    publisher: Node = {
        "@id": site.named("publisher"),
        "@type": "foaf:Agent",
        "foaf:name": readable(site.name),
        "dct:title": readable(site.name),
        "dct:identifier": site.named("publisher"),
    }
    return {
        "@id": site.named("catalog"),
        "@type": "dcat:Catalog",
        "dct:title": readable(site.name),
        "dct:description": both(_WHOLE),
        "dct:publisher": graph.add(publisher),
        "dct:language": _languages(("da",), graph),
        "dct:spatial": graph.add({"@id": _DENMARK, "@type": "dct:Location"}),
        "dct:license": _licence(site, graph),
        "foaf:homepage": graph.add({"@id": site.at("index.html"), "@type": "foaf:Document"}),
        "dcat:themeTaxonomy": graph.add(_scheme()),
        "dcat:dataset": [to(site.named(each)) for each in ("all", *slugs)],
    }


def _scheme() -> Node:
    return {"@id": f"{_EU}/data-theme", "@type": "skos:ConceptScheme", "dct:title": both(_DATA_THEMES)}


def _whole(site: _Site, slugs: Sequence[str], cards: Sequence[Card], graph: Graph) -> Node:
    return {
        "@id": site.named("all"),
        "@type": "dcat:Dataset",
        "dct:title": both(_NAME),
        "dct:description": both(_WHOLE),
        "dct:identifier": site.named("all"),
        "dct:publisher": to(site.named("publisher")),
        "dct:spatial": graph.add({"@id": _DENMARK, "@type": "dct:Location"}),
        "dcat:landingPage": graph.add({"@id": site.at("index.html"), "@type": "foaf:Document"}),
        "dct:hasPart": [to(site.named(each)) for each in slugs],
        **_about(cards, graph),
        "dcat:distribution": references(graph, (_form(site, each, "", graph) for each in site.forms if each in _ALL)),
    }


def _dataset(site: _Site, slug: str, municipality: Municipality, cards: Sequence[Card], graph: Graph) -> Node:
    name, page = readable(municipality.name), site.at(f"{slug}/index.html")
    area: Node = {
        "@id": f"{page}#area",
        "@type": "dct:Location",
        "dct:identifier": municipality.code,
        "skos:prefLabel": readable(catalogue.short_name(slug, municipality.name)),
    }
    publisher: Node = {
        "@id": f"{page}#municipality",
        "@type": ["foaf:Agent", "org:Organization", "cv:PublicOrganisation"],
        "foaf:name": name,
        "dct:title": name,
        "skos:prefLabel": name,
        "dct:identifier": municipality.code,
        "dct:spatial": to(area["@id"]),
    }
    return {
        "@id": site.named(slug),
        "@type": "dcat:Dataset",
        "dct:title": both({key: each.format(name=name) for key, each in SETS.items()}),
        "dct:description": both({key: each.format(name=name) for key, each in ABOUT.items()}),
        "dct:identifier": site.named(slug),
        "dct:publisher": graph.add(publisher),
        "dct:spatial": graph.add(area),
        "dcat:contactPoint": _contact(site, slug, municipality, graph),
        "dcat:landingPage": graph.add({"@id": page, "@type": "foaf:Document"}),
        **_about(cards, graph),
        "dcat:distribution": references(graph, (_form(site, e, slug, graph) for e in site.forms if e in _EACH)),
    }


def _about(cards: Sequence[Card], graph: Graph) -> Node:
    """Return what a data set is about: themes, languages and services."""
    services = dict.fromkeys(each.service for each in cards)
    themes = (
        {"@id": f"{_EU}/data-theme/{key}", "@type": "skos:Concept", "skos:prefLabel": both(label)}
        for key, label in _THEMES.items()
    )
    return {
        "dct:language": _languages([each.language for each in cards], graph),
        "dcat:theme": references(graph, themes),
        "dct:subject": references(graph, map(service, services)),
    }


def _languages(keys: Sequence[str], graph: Graph) -> list[Node]:
    nodes = ({"@id": LANGUAGES[key], "@type": "dct:LinguisticSystem", "dct:identifier": key} for key in sorted(keys))
    return references(graph, nodes)


def _contact(site: _Site, slug: str, municipality: Municipality, graph: Graph) -> Node | None:
    contact = municipality.contact
    if contact is None:
        return None
    return graph.add(
        {
            "@id": site.named(f"{slug}-contact"),
            "@type": ["vcard:Organization", "vcard:Kind"],
            "vcard:fn": readable(municipality.name),
            "vcard:hasEmail": to(iri(f"mailto:{contact.mail}")) if contact.mail else None,
            "vcard:hasURL": to(iri(contact.web)) if contact.web else None,
        }
    )


def _form(site: _Site, form: Form, slug: str, graph: Graph) -> Node:
    """Return one form of a data set; what lies beside each standard is reached from the page that lists them."""
    kind = _KINDS[form]
    path = f"{slug}/{kind.file}" if slug and kind.file else "" if slug else kind.whole
    page = f"{slug}/index.html" if slug else "index.html"
    return {
        "@id": site.named(f"{slug or 'all'}-{form}"),
        "@type": "dcat:Distribution",
        "dct:title": both(kind.title),
        "dcat:accessURL": to(site.at(path or page)),
        "dcat:downloadURL": to(site.at(path)) if path and form != "html" else None,
        "dct:format": graph.add({"@id": f"{_EU}/file-type/{kind.file_type}", "@type": "dct:MediaTypeOrExtent"}),
        "dcat:mediaType": graph.add({"@id": f"{_MEDIA}/{kind.media}", "@type": "dct:MediaType"}),
        "dct:conformsTo": graph.add({"@id": kind.conforms_to, "@type": "dct:Standard"}) if kind.conforms_to else None,
        "dct:license": _licence(site, graph),
    }


def _licence(site: _Site, graph: Graph) -> Node | None:
    return graph.add({"@id": iri(site.licence), "@type": "dct:LicenseDocument"}) if site.licence else None
