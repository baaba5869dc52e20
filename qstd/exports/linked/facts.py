"""Facts as nodes: each is one of ours, with all its fields, and where CPSV-AP has a class for it one of those too."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from qstd.exports.kinds import label
from qstd.exports.linked.addresses import Addresses
from qstd.exports.linked.law import resource
from qstd.exports.linked.nodes import CURRENCY, Graph, Node, both, concept, group, kind, references, to
from qstd.exports.readable import readable
from qstd.model import facts as f

_NOT_FIELDS = ("evidence", "proposed")
_PROVIDER = {"da": "Leverandør", "en": "Provider"}
_KRONER = {"da": "Danske kroner", "en": "Danish kroner"}


def fact_node(fact: f.AnyFact, at: int, sections: Mapping[str, Node], graph: Graph, addresses: Addresses) -> Node:
    """Return fact number `at` of a standard. `sections` are references to the sections by their names in the file."""
    own = addresses.own(f"fact-{at}")
    node: Node = {
        "@id": own,
        "@type": [f"qstd:{type(fact).__name__}"],
        "dct:identifier": f"{addresses.ref}#fact-{at}",
        **_fields(fact),
        "qstd:quote": readable(fact.evidence.quote),
        "qstd:in_section": sections.get(fact.evidence.section),
    }
    their_class, more = _in_their_words(fact, own, graph, addresses)
    if their_class:
        node["@type"] += [their_class]
    return {**node, **more}


def is_requirement(fact: f.AnyFact) -> bool:
    """Tell whether a fact is a condition that one has to meet; that there is none of a kind is no condition."""
    if isinstance(fact, f.Obligation):
        return not fact.none
    if isinstance(fact, f.Access):
        return fact.mode != "unvisited"
    return isinstance(fact, (f.Age, f.TargetGroup))


def _fields(fact: f.AnyFact) -> Node:
    given = ((each.name, getattr(fact, each.name)) for each in fields(fact) if each.name not in _NOT_FIELDS)
    return {f"qstd:{name}": _value(value) for name, value in given if value not in (None, ())}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    return readable(value) if isinstance(value, str) else value


def _in_their_words(fact: f.AnyFact, own: str, graph: Graph, addresses: Addresses) -> tuple[str, Node]:
    """Return the class that CPSV-AP has for a fact, and what that class wants to know."""
    own_class: type = type(fact)
    quote = readable(fact.evidence.quote) or both(label(own_class))
    if isinstance(fact, f.Citation):
        return "", {"qstd:cites": graph.add(resource(fact.act))}
    if isinstance(fact, f.ContactPoint):
        return "cv:ContactPoint", _contact(fact, own)
    if isinstance(fact, f.Price):
        return "cv:Cost", {"dct:description": quote, **_cost(fact, graph, addresses)}
    if isinstance(fact, f.Provider):
        return "cv:Participation", {"dct:description": quote, **_participation(fact, own, graph, addresses)}
    if is_requirement(fact):
        more: Node = {"dct:title": quote, "dct:type": graph.add(kind(type(fact), fact.kind))}
        if isinstance(fact, f.TargetGroup):
            more["qstd:group"] = references(graph, map(group, fact.groups))
        return "cv:Requirement", {**more, "cv:fulfils": to(addresses.own("standard"))}
    return "", {}


def _contact(fact: f.ContactPoint, own: str) -> Node:
    return {
        "cv:telephone": readable(fact.phone or ""),
        "cv:email": readable(fact.mail or ""),
        "cv:openingHours": hours(fact.hours, f"{own}-hours"),
    }


def hours(text: str | None, name: str) -> Node | None:
    """Return opening hours as they were written: the words are not taken apart."""
    if not text:
        return None
    return {"@id": name, "@type": "time:TemporalEntity", "dct:description": readable(text)}


def _cost(fact: f.Price, graph: Graph, addresses: Addresses) -> Node:
    """What is free costs 0; what is paid as it comes has no value."""
    amount = "0" if fact.mode == "free" else format(fact.amount, "f") if fact.amount is not None else ""
    krone = {"@id": CURRENCY, "@type": "skos:Concept", "skos:notation": "DKK", "skos:prefLabel": both(_KRONER)}
    return {
        "cv:hasValue": amount,
        "cv:currency": graph.add(krone) if amount else None,
        "cv:isDefinedBy": to(addresses.municipality),
    }


def _participation(fact: f.Provider, own: str, graph: Graph, addresses: Addresses) -> Node:
    name = readable(fact.name) or both(_PROVIDER)
    agent: Node = {
        "@id": f"{own}-agent",
        "@type": "foaf:Agent",
        "dct:identifier": f"{addresses.ref}#{own.rpartition('#')[2]}-agent",
        "dct:title": name,
        "foaf:name": name,
    }
    return {"cv:role": graph.add(concept("role", "provider", _PROVIDER)), "cv:hasParticipant": graph.add(agent)}
