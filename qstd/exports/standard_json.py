"""A standard as JSON for other systems: the same keys as in its YAML, with shared texts in place."""

import json

from qstd.model.municipality import Municipality
from qstd.model.plain import plain
from qstd.model.standard import Standard


def standard_json(standard: Standard, municipality: Municipality, ref: str) -> bytes:
    """Return UTF-8 JSON. `id` is the name by which commands call the standard."""
    values = {
        "id": ref,
        "municipality": {"slug": standard.municipality, "name": municipality.name, "code": municipality.code},
        **{key: each for key, each in plain(standard).items() if key != "municipality"},
    }
    for section, own in zip(values.get("sections", []), standard.sections, strict=True):
        section["id"] = own.key
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()
