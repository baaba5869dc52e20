"""The tables of HSDS 3.0 that we fill, with their fields in the order of the specification.

Each line of fields reads so: `name` is text, `name:email` text in that format, `name:number` and `name:date` are those,
`name>table` names a row of a table; `!` at the end says that the specification demands a value.
"""

from collections.abc import Mapping
from typing import NamedTuple

_FORMATS = ("email", "uri", "uuid")


class Field(NamedTuple):
    """A field. `to` is the table whose rows it names."""

    name: str
    type: str
    format: str
    to: str
    required: bool


class Table(NamedTuple):
    """A table: its file, what the specification says of it in short, and its fields; the first one is the key."""

    path: str
    description: str
    fields: tuple[Field, ...]


def _table(path: str, description: str, fields: str) -> Table:
    return Table(path, description, tuple(map(_field, ("id:uuid!", *fields.split()))))


def _field(said: str) -> Field:
    name, _, to = said.rstrip("!").partition(">")
    name, _, kind = name.partition(":")
    form = "uuid" if to else kind if kind in _FORMATS else ""
    return Field(name, kind if kind and not form else "string", form, to, said.endswith("!"))


TABLES: Mapping[str, Table] = {
    "organization": _table(
        "organizations.csv",
        "Who delivers services",
        "name! alternate_name description! email:email website:uri",
    ),
    "organization_identifier": _table(
        "organization_identifiers.csv",
        "What an organization is called in registers",
        "organization_id>organization! identifier_scheme identifier_type! identifier!",
    ),
    "service": _table(
        "services.csv",
        "What is delivered",
        "organization_id>organization! name! alternate_name description url:uri status! application_process"
        " fees_description wait_time eligibility_description minimum_age:number maximum_age:number assured_date:date",
    ),
    "service_area": _table(
        "service_areas.csv",
        "Where a service is to be had",
        "service_id>service name description",
    ),
    "cost_option": _table(
        "cost_options.csv",
        "What a service costs",
        "service_id>service! option currency amount:number amount_description",
    ),
    "contact": _table(
        "contacts.csv",
        "Whom to turn to",
        "organization_id>organization service_id>service name department email:email",
    ),
    "phone": _table(
        "phones.csv",
        "Telephone numbers",
        "service_id>service organization_id>organization contact_id>contact number! type description",
    ),
    "location": _table(
        "locations.csv",
        "Places",
        "location_type! organization_id>organization name description",
    ),
    "address": _table(
        "addresses.csv",
        "Postal addresses of places",
        "location_id>location address_1! city! state_province! postal_code! country! address_type!",
    ),
    "service_at_location": _table(
        "services_at_location.csv",
        "Which service is at which place",
        "service_id>service! location_id>location!",
    ),
    "schedule": _table(
        "schedules.csv",
        "Opening hours, in the words of the municipality",
        "service_id>service location_id>location description",
    ),
    "required_document": _table(
        "required_documents.csv",
        "Papers that one must bring; a quality standard has no fact that tells them",
        "service_id>service document uri:uri",
    ),
    "taxonomy": _table(
        "taxonomies.csv",
        "Controlled vocabularies",
        "name! description! uri:uri",
    ),
    "taxonomy_term": _table(
        "taxonomy_terms.csv",
        "Words of a controlled vocabulary",
        "code name! description! language taxonomy_id>taxonomy term_uri:uri",
    ),
    "attribute": _table(
        "attributes.csv",
        "What else is told of a service, by a word of a vocabulary",
        "link_id>service! taxonomy_term_id>taxonomy_term! link_type link_entity! value label",
    ),
}
