"""One standard as rows of HSDS: the municipality is the organization, the standard the service.

What HSDS has a field for stands there. All facts, and the sections that HSDS knows nothing of, are attributes of the
service: a word of a vocabulary with the municipality's own words as its value. Names of rows are made from what the rows
are of, so that they stay the same from one build to the next, wherever the site lies.
"""

import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from qstd import catalogue
from qstd.exports.hsds.tables import TABLES
from qstd.exports.kinds import label
from qstd.exports.readable import readable
from qstd.exports.told import confirmed, described, told
from qstd.model import facts as f
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

Value = str | int | Decimal
Rows = Mapping[str, tuple[tuple[Value, ...], ...]]
"""Rows by table, their values in the order of its fields; an empty text where there is none."""

_HOME = uuid.uuid5(uuid.NAMESPACE_URL, "urn:qstd:v1:hsds")
_TOWN = re.compile(r"(\d{4})\s+(\S.*)")
_STATUS = {
    "draft": "inactive",
    "hearing": "inactive",
    "approved": "active",
    "in_force": "active",
    "withdrawn": "defunct",
}
# Sections that no field of a service is for.
_TOPICS = ("exclusions", "boundary", "complaints", "quality_goals", "follow_up", "competence", "rights", "obligations")
_VOCABULARIES = {
    "service": "Ydelser efter loven",
    "group": "Målgrupper",
    "topic": "Emner for afsnit i en kvalitetsstandard",
    "fact": "Slags oplysninger i en kvalitetsstandard",
}


class _Row(NamedTuple):
    table: str
    values: Mapping[str, Value]


def standard_rows(standard: Standard, municipality: Municipality, ref: str, site_url: str = "") -> Rows:
    """Return the rows of one standard, those of its municipality and of the words it uses among them."""
    out: dict[str, dict[Value, tuple[Value, ...]]] = {}
    for row in _rows(standard, municipality, ref, site_url):
        names = (each.name for each in TABLES[row.table].fields)
        values = tuple(_clean(row.values.get(name, "")) for name in names)
        out.setdefault(row.table, {}).setdefault(values[0], values)
    return {table: tuple(rows.values()) for table, rows in out.items()}


def row_id(table: str, what: str) -> str:
    """Return the name of a row: the same for the same thing, always."""
    return str(uuid.uuid5(_HOME, f"{table}/{what}"))


def _clean(value: Value) -> Value:
    return readable(value).strip() if isinstance(value, str) else value


def _rows(standard: Standard, municipality: Municipality, ref: str, site_url: str) -> Iterator[_Row]:
    yield from _organization(municipality, ref.partition("/")[0])
    yield _service(standard, ref, site_url)
    name = municipality.name
    yield _Row("service_area", {"id": row_id("service_area", ref), "service_id": row_id("service", ref), "name": name})
    for at, fact in confirmed(standard):
        if isinstance(fact, f.Price):
            yield _cost(fact, f"{ref}#fact-{at}", ref)
        if isinstance(fact, f.ContactPoint):
            yield from _contact(fact, f"{ref}#fact-{at}", ref, municipality)
        yield from _fact_attributes(fact, f"{ref}#fact-{at}", ref)
    yield from _attributes(standard, ref)


def _organization(municipality: Municipality, slug: str) -> Iterator[_Row]:
    own, contact = row_id("organization", slug), municipality.contact
    values: dict[str, Value] = {
        "id": own,
        "name": municipality.name,
        "alternate_name": catalogue.short_name(slug, municipality.name),
        "description": f"{municipality.name}, dansk kommune",
        "email": (contact.mail or "") if contact else "",
        "website": (contact.web or "") if contact else "",
    }
    yield _Row("organization", values)
    number = {"id": row_id("organization_identifier", slug), "organization_id": own}
    number |= {"identifier_scheme": "DK-kommunekode", "identifier_type": "kommunekode", "identifier": municipality.code}
    yield _Row("organization_identifier", number)
    if contact and contact.phone and contact.phone.strip():
        phone = {"id": row_id("phone", slug), "organization_id": own, "number": contact.phone, "type": "voice"}
        yield _Row("phone", {**phone, "description": contact.hours or ""})
    if contact and contact.address:
        yield from _place(contact.address, municipality.name, slug, own, municipality)


def _service(standard: Standard, ref: str, site_url: str) -> _Row:
    known = catalogue.service(standard.service)
    approved = standard.approval.date if standard.approval else None
    ages = [each for _, each in confirmed(standard) if isinstance(each, f.Age)]
    low = [each.min for each in ages]
    high = [each.max for each in ages]
    values: dict[str, Value] = {
        "id": row_id("service", ref),
        "organization_id": row_id("organization", ref.partition("/")[0]),
        "name": standard.title,
        "alternate_name": known.name["da"] if known else "",
        "description": described(standard),
        "url": f"{site_url.rstrip('/')}/{ref}/" if site_url else "",
        "status": _STATUS[standard.status],
        "application_process": told(standard, "application", "visitation"),
        "fees_description": told(standard, "price"),
        "wait_time": told(standard, "case_deadline", "start_deadline"),
        "eligibility_description": told(standard, "target_group", "eligibility", "need"),
        "assured_date": approved.isoformat() if approved else "",
    }
    return _Row("service", values | _limit("minimum_age", low, min) | _limit("maximum_age", high, max))


def _limit(name: str, ends: list[int | None], widest: Callable[[list[int]], int]) -> dict[str, Value]:
    known = [each for each in ends if each is not None]
    return {name: widest(known)} if known and len(known) == len(ends) else {}


def _cost(price: f.Price, name: str, ref: str) -> _Row:
    """What is free costs 0; for what is paid as it comes there is no amount."""
    amount: Value = Decimal(0) if price.mode == "free" else "" if price.amount is None else price.amount
    values: dict[str, Value] = {
        "id": row_id("cost_option", name),
        "service_id": row_id("service", ref),
        "currency": "dkk" if amount != "" else "",
        "amount": amount,
        "amount_description": price.evidence.quote,
    }
    return _Row("cost_option", values)


def _contact(fact: f.ContactPoint, name: str, ref: str, municipality: Municipality) -> Iterator[_Row]:
    own, service = row_id("contact", name), row_id("service", ref)
    yield _Row("contact", {"id": own, "service_id": service, "department": fact.name, "email": fact.mail or ""})
    if fact.phone and fact.phone.strip():
        number = {"id": row_id("phone", name), "contact_id": own, "number": fact.phone, "type": "voice"}
        yield _Row("phone", {**number, "description": fact.hours or ""})
    if fact.address:
        yield from _place(fact.address, fact.name, name, row_id("organization", ref.partition("/")[0]), municipality)
        place = {"id": row_id("service_at_location", name), "service_id": service}
        yield _Row("service_at_location", {**place, "location_id": row_id("location", name)})
    if fact.hours:
        place = {"location_id": row_id("location", name)} if fact.address else {"service_id": service}
        yield _Row("schedule", {"id": row_id("schedule", name), "description": fact.hours, **place})


def _place(address: str, called: str, name: str, organization: str, municipality: Municipality) -> Iterator[_Row]:
    """A place; its address in parts where it has street, number and town. Denmark has no provinces: the municipality
    stands where HSDS demands one.
    """
    own = row_id("location", name)
    values = {"id": own, "location_type": "physical", "organization_id": organization, "name": called}
    yield _Row("location", {**values, "description": address})
    *street, town = [each.strip() for each in re.split(r"[,\n]", address) if each.strip()] or [""]
    if street and (found := _TOWN.fullmatch(town)):
        parts = {"address_1": ", ".join(street), "city": found[2], "postal_code": found[1], "country": "DK"}
        known = {"id": row_id("address", name), "location_id": own, "state_province": municipality.name}
        yield _Row("address", {**known, **parts, "address_type": "physical"})


def _attributes(standard: Standard, ref: str) -> Iterator[_Row]:
    known = catalogue.service(standard.service)
    yield from _attribute("service", standard.service, known.name["da"] if known else "", ref, ref)
    for key in _TOPICS:
        if text := told(standard, key):
            yield from _attribute("topic", key, catalogue.topics()[key].label["da"], ref, ref, text)


def _fact_attributes(fact: f.AnyFact, name: str, ref: str) -> Iterator[_Row]:
    kind: type = type(fact)
    role = getattr(fact, "role", "") or getattr(fact, "mode", "")
    yield from _attribute("fact", fact.kind, label(kind)["da"], name, ref, fact.evidence.quote, role)
    for key in fact.groups if isinstance(fact, f.TargetGroup) else ():
        known = catalogue.groups().get(key)
        yield from _attribute("group", key, known.label["da"] if known else "", name, ref)


def _attribute(
    vocabulary: str, key: str, name: str, what: str, ref: str, value: str = "", role: str = ""
) -> Iterator[_Row]:
    """Yield an attribute of the service, and before it the word and the vocabulary it is of."""
    home, word = row_id("taxonomy", vocabulary), row_id("taxonomy_term", f"{vocabulary}/{key}")
    text = _VOCABULARIES[vocabulary]
    yield _Row("taxonomy", {"id": home, "name": text, "description": text, "uri": f"urn:qstd:v1:{vocabulary}"})
    shown = name or readable(key).strip() or "-"
    term = {"id": word, "code": key, "name": shown, "description": shown, "language": "da", "taxonomy_id": home}
    yield _Row("taxonomy_term", term)
    link = {"id": row_id("attribute", f"{what}/{vocabulary}/{key}"), "link_id": row_id("service", ref)}
    link |= {"taxonomy_term_id": word, "link_type": vocabulary, "link_entity": "service"}
    yield _Row("attribute", {**link, "value": value, "label": role})
