"""What JSON Schemas of our own output are made of: records whose every key is there and explained, and typed facts.

The facts come from the model, so that a new kind or a new field of one is in the schemas at once. They are described as
they are written out: a value that is not given is left out, amounts and dates are text.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from qstd.model.comparison import Flag
from qstd.model.facts import AnyFact, Evidence
from qstd.model.standard import Approval, ApprovedContent
from qstd.model.validate import json_schema

Schema = dict[str, Any]

AMOUNT = r"^[0-9]+(\.[0-9]+)?$"
"""How amounts are written: with a point, all decimals."""

KINDS = {get_args(get_args(each.__annotations__["kind"])[0])[0]: each.__name__ for each in get_args(AnyFact)}
"""The kinds of facts, each with the name of its definition."""


def dump(title: str, description: str, whole: Schema, definitions: Mapping[str, Schema]) -> bytes:
    """Return a schema as a file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "description": description}
    return (json.dumps({**head, **whole, "$defs": definitions}, ensure_ascii=False, indent=2) + "\n").encode()


def record(properties: Mapping[str, Schema], optional: Sequence[str] = ()) -> Schema:
    """Return the schema of an object with these keys and no others; all but the `optional` ones are always there."""
    required = [each for each in properties if each not in optional]
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}


def text(description: str, **more: Any) -> Schema:
    """Return the schema of a text."""
    return {"type": "string", "description": description, **more}


def number(description: str, least: int = 0, most: int | None = None) -> Schema:
    """Return the schema of a whole number; of any number up to `most` where that is given."""
    if most is not None:
        return {"type": "number", "minimum": least, "maximum": most, "description": description}
    return {"type": "integer", "minimum": least, "description": description}


def yes_no(description: str) -> Schema:
    """Return the schema of a truth."""
    return {"type": "boolean", "description": description}


def choice(description: str, literal: Any) -> Schema:
    """Return the schema of a text that is one of those that a Literal of the model lists."""
    return text(description, enum=list(get_args(literal)))


def many(description: str, items: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items, "description": description}


def known(name: str, description: str = "") -> Schema:
    """Return a pointer to a definition."""
    return {"$ref": f"#/$defs/{name}"} | ({"description": description} if description else {})


def kind_and_role() -> Schema:
    """Return the keys that say what a row of facts is about."""
    roles = dict.fromkeys(
        role for each in get_args(AnyFact) for role in json_schema(each)["properties"].get("role", {}).get("enum", ())
    )
    return {
        "kind": text("Oplysningens art.", enum=list(KINDS)),
        "role": text("Rollen for frister og lovhenvisninger, fx reaction eller basis. Ellers tom.", enum=["", *roles]),
        "label": text("Hvad oplysningen hedder på læserens sprog."),
    }


def by_kind(*path: str) -> list[Schema]:
    """Return the rules that tie the values in a row to its kind; `path` leads to the lists of values, "*" over items."""
    rules = []
    for kind, name in KINDS.items():
        rule: Schema = {"items": known(name)}
        for step in reversed(path):
            rule = {"items": rule} if step == "*" else {"properties": {step: rule}}
        rules.append({"if": {"properties": {"kind": {"const": kind}}}, "then": rule})
    return rules


def facts() -> dict[str, Schema]:
    """Return a definition for each kind of fact, and one for the evidence as a file has it."""
    evidence = written(json_schema(Evidence))
    return {each.__name__: _fact(each) for each in get_args(AnyFact)} | {"Evidence": evidence}


def approval() -> dict[str, Schema]:
    """Return the definitions of an approval and of the digests in it."""
    return {each.__name__: written(json_schema(each)) for each in (Approval, ApprovedContent)}


def as_in_file(kind: type, field: str) -> Schema:
    """Return the schema of a field that stands in the output as it stands in a file."""
    return _always(json_schema(kind)["properties"][field])


def flag() -> Schema:
    """Return the definition of a flag."""
    kinds = Flag.__annotations__["kind"]
    return record(
        {
            "kind": choice(
                "narrower_group: færre grupper end loven. added_age_limit: en aldersgrænse, som loven ikke har. "
                "narrower_age: en snævrere alder. hard_cap: et loft uden undtagelse, som loven ikke har. less_than_law: "
                "en anden værdi, der giver borgeren mindre.",
                kinds,
            ),
            "law": text("Kolonnen med loven, som der måles mod."),
            "missing": many("De af lovens grupper, der ikke er med, som nøgler fra kataloget.", {"type": "string"}),
            "total": number("Hvor mange grupper loven har. 0, når flaget ikke handler om grupper."),
        }
    )


def spans(description: str, **more: Schema) -> Schema:
    """Return the schema of the stretches of an edit; `more` are the keys that only some have."""
    stretch = record(
        {
            "op": text(
                "same: læses ens i begge. deleted: kun i den gamle. inserted: kun i den nye.",
                enum=["same", "deleted", "inserted"],
            ),
            "old": text("Ordene i den gamle tekst. Tom for inserted."),
            "new": text("Ordene i den nye tekst. Tom for deleted."),
            **more,
        }
    )
    return many(description, stretch)


def _fact(kind: type) -> Schema:
    made = written(json_schema(kind))
    properties = {name: each for name, each in made["properties"].items() if name != "kind"}
    properties |= {
        "display": text("Værdien i få ord på læserens sprog."),
        "evidence": known("Evidence", properties["evidence"]["description"]),
    }
    optional = [name for name in properties if name not in (*made["required"], "display")]
    return record(properties, optional)


def written(schema: Schema) -> Schema:
    """Turn the schema of a record as people may write it into that of one as it is written out."""
    properties = {name: _always(each) for name, each in schema["properties"].items()}
    return record(properties, [name for name, each in schema["properties"].items() if _may_lack(each)])


def _may_lack(field: Schema) -> bool:
    return "default" in field and field["default"] in (None, [])


def _always(field: Schema) -> Schema:
    """One form for each value: null is left out, and what may be written as a number or as text is text."""
    branches = [each for each in field.get("anyOf", ()) if each.get("type") != "null"]
    texts = [each for each in branches if each.get("type") == "string"] or branches
    if len(branches) > len(texts):
        texts = [{**texts[0], "pattern": AMOUNT}]
    own = {key: each for key, each in field.items() if key not in ("anyOf", "default", "title")}
    merged = {**(texts[0] if texts else {}), **own}
    if isinstance(merged.get("type"), list):
        merged["type"] = "string"
    merged.pop("title", None)
    return merged
