"""The pieces that linked data is put together from."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from qstd import catalogue
from qstd.catalogue import Localised
from qstd.exports.kinds import label
from qstd.exports.readable import readable

Node = dict[str, Any]

LANGUAGES = {
    "da": "http://publications.europa.eu/resource/authority/language/DAN",
    "en": "http://publications.europa.eu/resource/authority/language/ENG",
}
CURRENCY = "http://publications.europa.eu/resource/authority/currency/DKK"


class Graph:
    """Nodes in the order in which they were met; what is said of one more than once is said once."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}

    def add(self, node: Node) -> Node:
        """Put a node in, unless one of its name is there; return a reference to it."""
        self._nodes.setdefault(node["@id"], node)
        return to(node["@id"])

    def nodes(self, *first: str) -> list[Node]:
        """Return all, those named `first` at the head, without what they do not tell."""
        order = dict.fromkeys((*first, *self._nodes))
        return [{key: each for key, each in self._nodes[name].items() if each not in ("", [], None)} for name in order]


def to(address: str) -> Node:
    """Return a reference to a node."""
    return {"@id": address}


def both(text: Localised) -> list[Node]:
    """Return a text of ours in each of its languages."""
    return [said(each, language) for language, each in text.items()]


def said(text: str, language: str) -> Node:
    """Return words in a language that is not that of the file."""
    return {"@language": language, "@value": readable(text)}


def concept(scheme: str, key: str, label: Localised | None) -> Node:
    """Return a word of one of our controlled vocabularies; one that the catalogue does not know stands for itself."""
    return {
        "@id": f"qstd:{scheme}/{quote(key, safe='')}",
        "@type": "skos:Concept",
        "skos:notation": readable(key),
        "skos:prefLabel": both(label) if label else readable(key) or "–",
        "skos:inScheme": to(f"qstd:{scheme}"),
    }


def group(key: str) -> Node:
    """Return a target group of the catalogue as a concept."""
    known = catalogue.groups().get(key)
    return concept("group", key, known.label if known else None)


def kind(of: type, key: str) -> Node:
    """Return a kind of fact as a concept."""
    return concept("fact", key, label(of))


def topic(key: str) -> Node:
    """Return what a section is about as a concept."""
    known = catalogue.topics().get(key)
    return concept("topic", key, known.label if known else None)


def service(key: str) -> Node:
    """Return a service of the catalogue as a concept."""
    known = catalogue.service(key)
    return concept("service", key, known.name if known else None)


def language(key: str) -> Node:
    """Return a language."""
    return {"@id": LANGUAGES[key], "@type": "dct:LinguisticSystem", "dct:identifier": key}


def references(graph: Graph, nodes: Iterable[Node]) -> list[Node]:
    """Put nodes in and return references to them, each once."""
    return list({node["@id"]: graph.add(node) for node in nodes}.values())
