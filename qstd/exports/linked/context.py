"""The words of our linked data: the namespaces of others, our own terms with their datatypes, and the context of a file."""

from collections.abc import Container, Mapping
from typing import Any, Literal

NAMESPACE = "urn:qstd:v1:"
"""Where our own terms are. A name and no address, so that two sites say the same; `data/vocabulary.jsonld` explains them."""

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "qstd": NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Kind = Literal["words", "code", "integer", "decimal", "boolean", "duration", "date", "native", "list"]

TERMS: Mapping[str, Kind] = {
    # sections
    "heading": "words",
    "number": "code",
    "body": "words",
    "audience": "code",
    "name_in_file": "code",
    "sections": "list",
    # approval and state
    "status": "code",
    "date": "date",
    "effective_from": "date",
    "review_due": "date",
    # every fact
    "kind": "code",
    "quote": "words",
    # facts, by the names that their fields have in the files
    "act": "code",
    "paragraph": "code",
    "stk": "code",
    "nr": "code",
    "litra": "code",
    "role": "code",
    "groups": "code",
    "diagnosis": "code",
    "text": "words",
    "min": "integer",
    "max": "integer",
    "max_ref": "code",
    "keeps_after_max": "boolean",
    "mode": "code",
    "value": "native",
    "leave_anytime": "boolean",
    "value_to": "integer",
    "unit": "code",
    "day_kind": "code",
    "bound": "code",
    "anchor": "code",
    "unbounded": "boolean",
    "interval": "duration",
    "offsets": "duration",
    "subject": "code",
    "amount": "decimal",
    "per": "code",
    "window": "words",
    "modality": "code",
    "exception": "words",
    "year": "integer",
    "name": "words",
    "requirement": "words",
    "professions": "words",
    "examples": "boolean",
    "none": "boolean",
    "who": "words",
    "to": "words",
    "via": "words",
    "period": "duration",
    "purpose": "code",
    "address": "words",
    "phone": "code",
    "mail": "code",
    "hours": "words",
}
"""Each of our properties, with what its values are. `words` are in the language of the standard, a `code` in none;
`native` is a number in one kind of fact and true or false in another, as JSON says.
"""

LINKS = ("fact", "in_section", "topic", "group", "cites", "approval")
"""Our properties whose values are things."""

_LISTS = tuple(f"qstd:{name}" for name, kind in TERMS.items() if kind == "list")
_UNTYPED = ("words", "native", "list")
_TYPES = {"code": "xsd:string"}
_OTHERS = {
    "dct:identifier": "xsd:string",
    "dct:issued": "xsd:date",
    "dct:available": "xsd:date",
    "cv:telephone": "xsd:string",
    "cv:email": "xsd:string",
    "cv:hasValue": "xsd:double",
    "cv:processingTime": "xsd:duration",
    "eli:number": "xsd:string",
    "eli:date_document": "xsd:date",
    "skos:notation": "xsd:string",
}


def context(language: str, base: str, used: Container[str]) -> dict[str, Any]:
    """Return the context for those of our terms that are used."""
    typed = {f"qstd:{name}": _TYPES.get(kind, f"xsd:{kind}") for name, kind in TERMS.items() if kind not in _UNTYPED}
    coerced = {term: {"@type": kind} for term, kind in {**_OTHERS, **typed}.items() if term in used}
    ordered = {term: {"@container": "@list"} for term in _LISTS if term in used}
    head = {"@base": base, "@language": language}
    return {"@version": 1.1, **{key: each for key, each in head.items() if each}, **PREFIXES, **coerced, **ordered}
