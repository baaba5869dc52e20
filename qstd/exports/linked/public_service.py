"""A standard as CPSV-AP 3.2: the service that the municipality gives, and the standard as the rule that it follows.

What CPSV-AP has no word for (sections, approval, complaints, follow-up, ...) is told in our own terms beside it, and every
fact carries the words of the standard that say it.
"""

from collections.abc import Sequence

from qstd import catalogue
from qstd.exports.linked.addresses import Addresses
from qstd.exports.linked.authority import authority, dataset
from qstd.exports.linked.facts import fact_node, is_requirement
from qstd.exports.linked.file import linked_file
from qstd.exports.linked.law import resources
from qstd.exports.linked.nodes import Graph, Node, both, concept, group, language, references, to, topic
from qstd.exports.linked.nodes import service as classified
from qstd.exports.readable import readable
from qstd.exports.told import confirmed, described, told
from qstd.model import facts as f
from qstd.model.municipality import Municipality
from qstd.model.standard import Approval, Section, Standard

# What ADMS has for how far a thing has come.
_STATUS = {
    "draft": ("UnderDevelopment", {"da": "Under udarbejdelse", "en": "Under development"}),
    "hearing": ("UnderDevelopment", {"da": "Under udarbejdelse", "en": "Under development"}),
    "approved": ("Completed", {"da": "Færdig", "en": "Completed"}),
    "in_force": ("Completed", {"da": "Færdig", "en": "Completed"}),
    "withdrawn": ("Withdrawn", {"da": "Ophævet", "en": "Withdrawn"}),
}
_RULE = {"da": "Kvalitetsstandard", "en": "Quality standard"}
_UNITS = {"hour": "PT{}H", "day": "P{}D", "week": "P{}D", "month": "P{}M", "year": "P{}Y"}

Numbered = tuple[int, f.AnyFact]


def public_service(standard: Standard, municipality: Municipality, ref: str, site_url: str = "") -> bytes:
    """Return JSON-LD, for the folder of the standard's page, where the file is called as the folder. Its addresses are
    relative; with `site_url` it says from where. Labels of ours are in Danish and English, all else as it was written.
    """
    graph, addresses = Graph(), Addresses("", ref, inside=True)
    facts = list(confirmed(standard))
    service = graph.add(_service(standard, facts, graph, addresses))
    rule = graph.add(_rule(standard, facts, graph, addresses))
    authority(municipality, graph, addresses)
    graph.add(dataset(municipality, addresses))
    base = Addresses(site_url, ref).file if site_url else ""
    return linked_file(graph.nodes(service["@id"], rule["@id"], addresses.municipality), standard.language, base)


def _service(standard: Standard, numbered: Sequence[Numbered], graph: Graph, addresses: Addresses) -> Node:
    known = catalogue.service(standard.service)
    status, label = _STATUS[standard.status]
    state = {"@id": f"http://purl.org/adms/status/{status}", "@type": "skos:Concept", "skos:prefLabel": both(label)}
    facts = [each for _, each in numbered]
    return {
        "@id": addresses.own("service"),
        "@type": "cpsv:PublicService",
        "dct:identifier": f"{addresses.ref}#service",
        "dct:title": both(known.name) if known else readable(standard.title),
        "dct:description": described(standard),
        "dct:language": graph.add(language(standard.language)),
        "dct:spatial": to(addresses.area),
        "dct:isPartOf": to(addresses.dataset),
        "dct:audience": references(graph, (group(key) for each in facts for key in _groups(each))),
        "dcat:keyword": [{"@language": "da", "@value": each} for each in known.terms] if known else [],
        "adms:status": graph.add(state),
        "cpsv:follows": to(addresses.own("standard")),
        "cv:isClassifiedBy": graph.add(classified(standard.service)),
        "cv:hasCompetentAuthority": to(addresses.municipality),
        "cv:hasLegalResource": references(graph, resources(facts, "basis")),
        "cv:holdsRequirement": [to(addresses.own(f"fact-{at}")) for at, each in numbered if is_requirement(each)],
        "cv:hasChannel": _channels(standard, numbered, graph, addresses),
        "cv:contactPoint": _named(numbered, addresses, f.ContactPoint),
        "cv:processingTime": _processing_time(facts),
        "cv:hasCost": _named(numbered, addresses, f.Price),
        "cv:hasParticipation": _named(numbered, addresses, f.Provider),
    }


def _rule(standard: Standard, numbered: Sequence[Numbered], graph: Graph, addresses: Addresses) -> Node:
    sections = [_section(each, at, graph, addresses) for at, each in enumerate(standard.sections, 1)]
    by_key: dict[str, Node] = {}
    for own, node in zip(standard.sections, sections, strict=True):
        by_key.setdefault(own.key, to(node["@id"]))
    nodes = [fact_node(fact, at, by_key, graph, addresses) for at, fact in numbered]
    facts = [each for _, each in numbered]
    return {
        "@id": addresses.own("standard"),
        "@type": ["cpsv:Rule", "qstd:QualityStandard"],
        "dct:identifier": addresses.ref,
        "dct:title": readable(standard.title),
        "dct:description": told(standard, "about_standard", "purpose", "need") or readable(standard.title),
        "dct:language": graph.add(language(standard.language)),
        "dct:type": graph.add(concept("type", "quality-standard", _RULE)),
        "dct:publisher": to(addresses.municipality),
        "foaf:page": graph.add({"@id": addresses.page, "@type": "foaf:Document"}),
        "cpsv:implements": references(graph, resources(facts, "basis")),
        "dct:references": references(graph, resources(facts, "boundary", "reference")),
        "qstd:status": standard.status,
        **_approval(standard.approval, graph, addresses),
        "qstd:sections": references(graph, sections),
        "qstd:fact": references(graph, nodes),
    }


def _section(section: Section, at: int, graph: Graph, addresses: Addresses) -> Node:
    """Return a section. What it is called in its file is no part of its address: any text can stand there."""
    return {
        "@id": addresses.own(f"section-{at}"),
        "@type": "qstd:Section",
        "qstd:name_in_file": readable(section.key),
        "qstd:topic": graph.add(topic(section.topic)) if section.topic else None,
        "qstd:number": readable(section.number or ""),
        "qstd:heading": readable(section.heading),
        "qstd:body": readable(section.body),
        "qstd:audience": section.audience,
    }


def _approval(approval: Approval | None, graph: Graph, addresses: Addresses) -> Node:
    if approval is None:
        return {}
    date, effective, due = (
        each.isoformat() if each else "" for each in (approval.date, approval.effective_from, approval.review_due)
    )
    node = {
        "@id": addresses.own("approval"),
        "@type": "qstd:Approval",
        "qstd:date": date,
        "qstd:body": readable(approval.body or ""),
        "qstd:text": readable(approval.text or ""),
        "qstd:effective_from": effective,
        "qstd:review_due": due,
    }
    return {"qstd:approval": graph.add(node), "dct:issued": date, "dct:available": effective}


def _groups(fact: f.AnyFact) -> tuple[str, ...]:
    return fact.groups if isinstance(fact, f.TargetGroup) else ()


def _named(numbered: Sequence[Numbered], addresses: Addresses, kind: type) -> list[Node]:
    return [to(addresses.own(f"fact-{at}")) for at, fact in numbered if isinstance(fact, kind)]


def _channels(standard: Standard, numbered: Sequence[Numbered], graph: Graph, addresses: Addresses) -> list[Node]:
    """Return the ways in: whom one can turn to, by the facts that name them. Complaints go another way."""
    ways: list[tuple[int, str, Node | None]] = []
    for at, fact in numbered:
        if isinstance(fact, f.ContactPoint) and fact.purpose != "complaint":
            ways.append((at, fact.name, to(addresses.own(f"fact-{at}"))))
        elif isinstance(fact, f.Referrer) and fact.to:
            ways.append((at, ", ".join(fact.to), None))
    return [
        graph.add(
            {
                "@id": addresses.own(f"channel-{at}"),
                "@type": "cv:Channel",
                "dct:identifier": f"{addresses.ref}#channel-{at}",
                "dct:description": readable(name),
                "cv:ownedBy": to(addresses.municipality),
                "rdfs:seeAlso": point,
            }
        )
        for at, name, point in ways
    ]


def _processing_time(facts: Sequence[f.AnyFact]) -> str:
    """Return how long a decision takes, where it is told once; working days are no length of time that XSD has."""
    found = set()
    for fact in facts:
        if isinstance(fact, f.Deadline) and fact.role == "decision":
            found.add(_duration(fact))
    return found.pop() if len(found) == 1 else ""


def _duration(fact: f.Deadline) -> str:
    if fact.value is None or fact.unit is None or (fact.unit == "day" and fact.day_kind == "working"):
        return ""
    most = fact.value if fact.value_to is None else fact.value_to
    return _UNITS[fact.unit].format(most * 7 if fact.unit == "week" else most)
