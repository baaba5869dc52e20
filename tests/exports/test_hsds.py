"""All standards as Open Referral HSDS: the tables are whole, their names lead somewhere, and nothing changes by itself.

The specification's schemas come in no package; `hsds.json` is our own, drawn from its field lists.
"""

import csv
import io
import json
import os
import re
import uuid
import zipfile
from typing import Any

from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator, FormatChecker

from qstd.exports.hsds import package, standard_rows
from qstd.exports.readable import readable
from tests.exports import linked_data as data
from tests.exports.linked_data import SITE, Sample, samples

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
SCHEMA = json.loads((data.HERE / "hsds.json").read_text("utf-8"))
Tables = dict[str, list[dict[str, str]]]


def made(*own: Sample) -> bytes:
    return package((standard_rows(*each, SITE) for each in own), "Prøven")


def tables(packed: bytes) -> tuple[Any, Tables]:
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        about = json.loads(files.read("datapackage.json"))
        read = {each["name"]: files.read(each["path"]).decode("utf-8") for each in about["resources"]}
    return about, {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in read.items()}


def faults(packed: bytes) -> list[str]:
    """What breaks our schema of HSDS, the description in the package, or leads to a row that is not there."""
    about, found = tables(packed)
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    values = {name: [_typed(row, about, name) for row in rows] for name, rows in found.items()}
    out = [f"{each.json_path}: {each.message}" for each in validator.iter_errors(values)]
    ids = {name: [row["id"] for row in rows] for name, rows in found.items()}
    out += [f"{name}: twice" for name, own in ids.items() if len(set(own)) < len(own)]
    for each in about["resources"]:
        for key in each["schema"]["foreignKeys"]:
            there = {"", *ids[key["reference"]["resource"]]}
            out += [
                f"{each['name']}: {key['fields']}" for row in found[each["name"]] if row[key["fields"]] not in there
            ]
    return out


def _typed(row: dict[str, str], about: Any, name: str) -> dict[str, object]:
    resource = next(each for each in about["resources"] if each["name"] == name)
    types = {each["name"]: each["type"] for each in resource["schema"]["fields"]}
    return {key: float(value) if types[key] == "number" else value for key, value in row.items() if value}


def test_the_schema_holds() -> None:
    assert faults(made(data.full(), *data.seeds())) == []
    assert faults(made(*data.written())) == []
    assert faults(made(*data.imported())) == []


def test_the_schema_can_be_broken() -> None:
    about, found = tables(made(data.full()))
    found["service"][0]["status"] = "open"
    validator = Draft202012Validator(SCHEMA)

    assert [
        each.json_path for each in validator.iter_errors({"service": [_typed(found["service"][0], about, "service")]})
    ]


def test_the_description_tells_every_table() -> None:
    about, found = tables(made(data.full()))

    for each in about["resources"]:
        names = [field["name"] for field in each["schema"]["fields"]]
        assert all(list(row) == names for row in found[each["name"]])
        assert set(names) <= set(SCHEMA["properties"][each["name"]]["items"]["properties"])
    assert "licenses" not in about


def test_what_hsds_has_fields_for() -> None:
    _, found = tables(made(data.full()))
    service = found["service"][0]

    assert (service["minimum_age"], service["maximum_age"], service["assured_date"]) == ("18", "67", "2024-03-12")
    assert service["url"] == f"{SITE}/eksempel/stoette/"
    assert service["fees_description"] == "Hjælpen er gratis. Du betaler selv 52,50 kr. for mad."
    assert [(each["amount"], each["currency"]) for each in found["cost_option"]] == [("0", "dkk"), ("52.50", "dkk")]
    assert [each["address_1"] for each in found["address"]] == ["Rådhuspladsen 1", "Eksempelvej 1, 2. tv."]
    assert [each["number"] for each in found["phone"]] == ["12 34 56 78", "12 34 56 78", "87 65 43 21"]
    assert found["schedule"][0]["description"] == "man-fre kl. 9-15"


def test_every_fact_is_an_attribute() -> None:
    _, found = tables(made(data.full()))
    kinds = {row["id"]: row["code"] for row in found["taxonomy_term"]}
    told = [kinds[row["taxonomy_term_id"]] for row in found["attribute"] if row["link_type"] == "fact"]

    assert told == [each.kind for each in data.full().standard.facts]


def test_names_of_rows_do_not_hang_on_the_place() -> None:
    elsewhere = package([standard_rows(*data.full(), "https://andet.eksempel.dk")])
    here = tables(made(data.full()))[1]

    assert {name: [row["id"] for row in rows] for name, rows in tables(elsewhere)[1].items()} == {
        name: [row["id"] for row in rows] for name, rows in here.items()
    }
    assert all(uuid.UUID(row["id"]).version == 5 for rows in here.values() for row in rows)


def test_a_municipality_stands_once() -> None:
    _, found = tables(made(*data.imported()))
    names = [each["name"] for each in found["organization"]]

    assert len(names) == len(set(names)) < len(found["service"])


def test_the_zip_has_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(made(data.full()))) as files:
        assert {each.date_time for each in files.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(samples())
def test_any_standard(sample: Sample) -> None:
    packed = made(sample)

    assert packed == made(sample)
    assert faults(packed) == []
    _, found = tables(packed)
    assert found["service"][0]["name"] == readable(sample.standard.title).strip()
    assert not re.search("[\x00-\x08]", json.dumps(found, ensure_ascii=False))
