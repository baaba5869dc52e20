"""The rows of all standards as one zip: a CSV file for each table, and a `datapackage.json` that says what they hold."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from qstd.exports.hsds.rows import Rows, Value
from qstd.exports.hsds.tables import TABLES, Field, Table
from qstd.exports.json_file import json_file

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold: no clock in what we make


def package(standards: Iterable[Rows], title: str = "Kvalitetsstandarder", licence: str = "") -> bytes:
    """Return the zip. Rows of the same name, as those of a municipality, stand once; all tables are there, also empty.
    Without a `licence` (an address) nothing is said of one.
    """
    tables: dict[str, dict[Value, tuple[Value, ...]]] = {name: {} for name in TABLES}
    for rows in standards:
        for name, own in rows.items():
            for row in own:
                tables[name].setdefault(row[0], row)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as files:
        _put(files, "datapackage.json", json_file(_description(title, licence)))
        for name, table in TABLES.items():
            _put(files, table.path, _csv(table, list(tables[name].values())))
    return out.getvalue()


def _put(files: zipfile.ZipFile, name: str, data: bytes) -> None:
    about = zipfile.ZipInfo(name, _DATE)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.create_system = 3  # the same bytes on every machine
    about.external_attr = 0o644 << 16
    files.writestr(about, data)


def _csv(table: Table, rows: Sequence[tuple[Value, ...]]) -> bytes:
    """Return a table as RFC 4180 has it. The values are data for programs: none is changed for a spreadsheet's sake."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(each.name for each in table.fields)
    writer.writerows([_written(each) for each in row] for row in rows)
    return out.getvalue().encode()


def _written(value: Value) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _description(title: str, licence: str) -> Mapping[str, Any]:
    stated = {"licenses": [{"path": licence}]} if licence else {}
    return {
        "name": "kvalitetsstandarder",
        "title": title,
        "profile": "tabular-data-package",
        "conformsTo": "https://docs.openreferral.org/en/v3.0.0/",
        **stated,
        "resources": [_resource(name, table) for name, table in TABLES.items()],
    }


def _resource(name: str, table: Table) -> Mapping[str, Any]:
    keys = [
        {"fields": each.name, "reference": {"resource": each.to, "fields": "id"}} for each in table.fields if each.to
    ]
    return {
        "name": name,
        "path": table.path,
        "description": table.description,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"primaryKey": "id", "foreignKeys": keys, "fields": [_field(each) for each in table.fields]},
    }


def _field(field: Field) -> Mapping[str, Any]:
    constraints = {"required": True} if field.required else {}
    if field.name == "id":
        constraints["unique"] = True
    return {
        "name": field.name,
        "type": field.type,
        **({"format": field.format} if field.format else {}),
        **({"constraints": constraints} if constraints else {}),
    }
