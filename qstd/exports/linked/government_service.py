"""A standard for search engines: schema.org `GovernmentService` as JSON-LD that can stand in a page."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from qstd import catalogue
from qstd.exports.linked.addresses import Addresses, iri
from qstd.exports.linked.nodes import Node
from qstd.exports.readable import readable
from qstd.exports.told import confirmed, described
from qstd.model import facts as f
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

_ADDRESS = {"@type": "@id"}
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "url": _ADDRESS,
    "termsOfService": _ADDRESS,
    "legislationIdentifier": _ADDRESS,
}
# Inside a script element these could end it or begin a comment; in JSON they can be written so that they do not.
_ESCAPES = {each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def page_json(
    standard: Standard, municipality: Municipality, ref: str, site_url: str = "", language: str = "da"
) -> str:
    """Return JSON-LD for `<script type="application/ld+json">` in the standard's page: nothing in it can end the script.
    Names of ours are in `language`.
    """
    values = _filled(_service(standard, municipality, Addresses(site_url, ref), language))
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _ESCAPES.items():
        text = text.replace(sign, escaped)
    return text


def _service(standard: Standard, municipality: Municipality, addresses: Addresses, language: str) -> Node:
    facts = [fact for _, fact in confirmed(standard)]
    known = catalogue.service(standard.service)
    return {
        "@context": _CONTEXT,
        "@type": "GovernmentService",
        "@id": addresses.own("service"),
        "name": readable(standard.title),
        "description": described(standard),
        "identifier": addresses.ref,
        "serviceType": catalogue.label(known.name, language) if known else "",
        "url": addresses.page,
        "termsOfService": addresses.page,
        "provider": _provider(municipality, addresses),
        "serviceOperator": [_thing("Organization", each.name) for each in facts if isinstance(each, f.Provider)],
        "areaServed": {"@type": "AdministrativeArea", "name": readable(municipality.name)},
        "audience": list(_audience(facts, language)),
        "availableChannel": list(_channels(facts)),
        "offers": [_offer(each) for each in facts if isinstance(each, f.Price)],
        "subjectOf": list(_law(facts, language)),
    }


def _thing(kind: str, name: str) -> Node:
    return {"@type": kind, "name": readable(name)}


def _provider(municipality: Municipality, addresses: Addresses) -> Node:
    contact = municipality.contact
    return {
        **_thing("GovernmentOrganization", municipality.name),
        "@id": addresses.municipality,
        "identifier": municipality.code,
        "url": iri(contact.web) if contact and contact.web else "",
        "telephone": readable(contact.phone or "") if contact else "",
        "email": readable(contact.mail or "") if contact else "",
        "address": readable(contact.address or "") if contact else "",
    }


def _audience(facts: Sequence[f.AnyFact], language: str) -> Iterator[Node]:
    groups = (key for each in facts if isinstance(each, f.TargetGroup) for key in each.groups)
    for key in dict.fromkeys(groups):
        known = catalogue.groups().get(key)
        yield {"@type": "Audience", "audienceType": catalogue.label(known.label, language) if known else readable(key)}
    for each in facts:
        if isinstance(each, f.Age) and (each.min, each.max) != (None, None):
            yield {"@type": "PeopleAudience", "requiredMinAge": each.min, "requiredMaxAge": each.max}


def _channels(facts: Sequence[f.AnyFact]) -> Iterator[Node]:
    """Yield the ways in. Opening hours stay words: they were written for people."""
    for each in facts:
        if isinstance(each, f.ContactPoint) and each.purpose != "complaint":
            phone = {
                "@type": "ContactPoint",
                "telephone": readable(each.phone or ""),
                "email": readable(each.mail or ""),
                "description": readable(each.hours or ""),
            }
            place = {"@type": "Place", "address": readable(each.address)} if each.address else None
            told_of = each.phone or each.mail or each.hours
            yield {
                **_thing("ServiceChannel", each.name),
                "servicePhone": phone if told_of else None,
                "serviceLocation": place,
            }


def _offer(price: f.Price) -> Node:
    amount = Decimal(0) if price.mode == "free" else price.amount
    return {
        "@type": "Offer",
        "price": format(amount, "f") if amount is not None else "",
        "priceCurrency": "DKK" if amount is not None else "",
        "description": readable(price.evidence.quote),
    }


def _law(facts: Sequence[f.AnyFact], language: str) -> Iterator[Node]:
    keys = (each.act for each in facts if isinstance(each, f.Citation) and each.role == "basis")
    for key in dict.fromkeys(keys):
        act = catalogue.acts().get(key)
        if act:
            yield {
                "@type": "Legislation",
                "name": catalogue.label(act.name, language),
                "legislationIdentifier": act.eli,
            }


def _filled(value: Any) -> Any:
    """Leave out what is not told."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        filled = {key: _filled(each) for key, each in value.items()}
        return {key: each for key, each in filled.items() if each not in ("", [], None)}
    return [_filled(each) for each in value] if isinstance(value, list) else value
