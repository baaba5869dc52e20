"""Our own terms, written down: what `qstd:` words mean, as a file that is served with the site.

It is made from the model: a kind of fact is a class, a field a property, and what they say in Danish is what editors show.
"""

from collections.abc import Iterator
from dataclasses import fields
from typing import get_args, get_type_hints

from qstd import catalogue
from qstd.exports.kinds import danish, english, label
from qstd.exports.linked.context import LINKS, TERMS
from qstd.exports.linked.file import linked_file
from qstd.exports.linked.nodes import Node, both, concept, kind, to
from qstd.model import facts as f
from qstd.model.standard import Approval, Section

_CLASSES = {"QualityStandard": "Kvalitetsstandard", "Section": "Afsnit", "Approval": "Godkendelse"}
_TYPES = {"code": "xsd:string", "words": "rdf:langString", "list": "rdf:List", "native": "rdfs:Literal"}
_SCHEMES = {
    "group": {"da": "Målgrupper", "en": "Target groups"},
    "topic": {"da": "Emner for afsnit", "en": "Topics of sections"},
    "service": {"da": "Ydelser", "en": "Services"},
    "fact": {"da": "Slags oplysninger", "en": "Kinds of facts"},
    "role": {"da": "Roller", "en": "Roles"},
    "type": {"da": "Slags regler", "en": "Types of rules"},
}


def vocabulary() -> bytes:
    """Return JSON-LD: classes, properties and the controlled vocabularies of the catalogue."""
    return linked_file([*_classes(), *_properties(), *_schemes(), *_concepts()])


def _classes() -> Iterator[Node]:
    for name, said in _CLASSES.items():
        yield _term(name, "rdfs:Class", said)
    yield _term("Fact", "rdfs:Class", "Oplysning")
    for each in get_args(f.AnyFact):
        yield {**_term(each.__name__, "rdfs:Class", label(each)["da"]), "rdfs:subClassOf": to("qstd:Fact")}


def _properties() -> Iterator[Node]:
    said = _descriptions()
    for name, form in TERMS.items():
        node = {**_term(name, "rdf:Property"), "rdfs:range": to(_TYPES.get(form, f"xsd:{form}"))}
        comments = [{"@language": "da", "@value": each} for each in said.get(name, ())]
        yield {**node, "rdfs:comment": comments} if comments else node
    for name in LINKS:
        yield _term(name, "rdf:Property")


def _descriptions() -> dict[str, list[str]]:
    """What the fields of all records say in Danish; a name that several have, can say several things."""
    out: dict[str, list[str]] = {}
    for record in (*get_args(f.AnyFact), f.Evidence, Section, Approval):
        hints = get_type_hints(record, include_extras=True)
        for each in fields(record):
            text = danish(hints[each.name])
            if each.name != "kind" and text not in out.setdefault(each.name, []):
                out[each.name].append(text)
    return out


def _schemes() -> Iterator[Node]:
    for key, name in _SCHEMES.items():
        yield {"@id": f"qstd:{key}", "@type": "skos:ConceptScheme", "dct:title": both(name)}


def _concepts() -> Iterator[Node]:
    for each, key in zip(get_args(f.AnyFact), f.FACT_KINDS, strict=True):
        yield kind(each, key)
    for group in catalogue.groups().values():
        yield concept("group", group.key, group.label)
    for topic in catalogue.topics().values():
        yield {**concept("topic", topic.key, topic.label), "skos:definition": both(topic.definition)}
    for key in catalogue.service_keys():
        if known := catalogue.service(key):
            yield {**concept("service", key, known.name), "skos:definition": both(known.summary)}


def _term(name: str, of: str, in_danish: str = "") -> Node:
    labels = {"da": in_danish, "en": english(name)} if in_danish else {"en": english(name)}
    return {"@id": f"qstd:{name}", "@type": of, "rdfs:label": both(labels)}
