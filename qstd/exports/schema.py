"""JSON Schemas of the files that people write, for editors that complete and explain while one types."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qstd.model.alignments import AlignmentsFile
from qstd.model.hearing import HearingFile
from qstd.model.municipality import Municipality
from qstd.model.notes import NotesFile
from qstd.model.rules import RulesFile
from qstd.model.site import SiteFile
from qstd.model.standard import StandardFile
from qstd.model.validate import json_schema

_TITLES = {
    "standard": "Kvalitetsstandard",
    "municipality": "Kommune",
    "alignments": "Afsnit, der svarer til hinanden",
    "rules": "Regler",
    "site": "Siderne på nettet",
    "notes": "Bemærkninger til en standard",
    "hearing": "En høring",
}
_KINDS = {
    "standard": StandardFile,
    "municipality": Municipality,
    "alignments": AlignmentsFile,
    "rules": RulesFile,
    "site": SiteFile,
    "notes": NotesFile,
    "hearing": HearingFile,
}
# What a file calls a field whose name Python keeps for itself.
_KEYS = {"from_": "from"}
NAMES = tuple(_KINDS)


def schema(name: str, vocabularies: Mapping[str, Sequence[tuple[str, str]]]) -> bytes:
    """Return the schema of `standard`, `municipality`, `alignments` or `rules` files. `vocabularies` has the words of the
    catalogue with their Danish meaning, by the name of the field that takes them: topic, service, act, groups.
    """
    values = _clean(json_schema(_KINDS[name]))
    for definition in (values, *values.get("$defs", {}).values()):
        _rename(definition)
        for field, words in vocabularies.items():
            _enumerate(definition.get("properties", {}).get(field), words)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLES[name]}
    return (
        json.dumps(head | {k: v for k, v in values.items() if k != "title"}, ensure_ascii=False, indent=2) + "\n"
    ).encode()


def _clean(value: Any, properties: bool = False) -> Any:
    """Drop generated titles, and descriptions of records, which are for programmers: an editor would show them."""
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if not isinstance(value, dict):
        return value
    record = value.get("type") == "object" and "properties" in value
    drop = set() if properties else {"title"} | ({"description"} if record else set())
    return {key: _clean(each, key in ("properties", "$defs")) for key, each in value.items() if key not in drop}


def _rename(definition: dict[str, Any]) -> None:
    """Call fields by what files call them."""
    if not _KEYS.keys().isdisjoint(definition.get("properties", {})):
        definition["properties"] = {_KEYS.get(key, key): each for key, each in definition["properties"].items()}
        definition["required"] = [_KEYS.get(each, each) for each in definition["required"]]


def _enumerate(field: Any, words: Sequence[tuple[str, str]]) -> None:
    """Let a text field take only these words, each explained as the YAML extensions of editors show it."""
    if not isinstance(field, dict):
        return
    for branch in (field, field.get("items"), *field.get("anyOf", ())):
        if isinstance(branch, dict) and branch.get("type") == "string":
            branch.pop("pattern", None)
            branch["enum"] = [word for word, _ in words]
            branch["markdownEnumDescriptions"] = [meaning for _, meaning in words]
