"""The law that a standard cites, as legal resources with their European address (ELI)."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from qstd import catalogue
from qstd.exports.linked.nodes import Node, both
from qstd.exports.readable import readable
from qstd.model import facts as f


def resource(key: str) -> Node:
    """Return an act. Number and date are told only where they are confirmed, as the address is."""
    act = catalogue.acts().get(key)
    if act is None:
        return {"@id": f"qstd:act/{quote(key, safe='')}", "@type": "eli:LegalResource", "dct:identifier": readable(key)}
    node: Node = {
        "@id": act.eli or f"qstd:act/{quote(key, safe='')}",
        "@type": "eli:LegalResource",
        "dct:identifier": key,
        "dct:title": [{"@language": "da", "@value": act.title}],
        "skos:altLabel": both(act.name),
    }
    if act.eli:
        node |= {"eli:number": str(act.number), "eli:date_document": act.date}
    return node


def resources(facts: Iterable[f.AnyFact], *roles: str) -> Iterator[Node]:
    """Yield the acts that are cited in one of these roles."""
    for fact in facts:
        if isinstance(fact, f.Citation) and fact.role in roles:
            yield resource(fact.act)
