"""The schemas in `schemas/` are those that the model gives, and an editor that obeys them says the same as `qstd check`."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from qstd import catalogue, workspace
from qstd.verbs.start import new, schemas
from qstd.yaml_source import parse

ROOT = Path(__file__).parents[2]
NAMES = ("standard", "municipality", "alignments", "rules", "site", "notes", "hearing")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def errors(name: str, path: Path) -> list[str]:
    return [each.message for each in validator(name).iter_errors(parse(path.read_bytes()).value)]


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_in_the_project_are_fresh(name: str) -> None:
    file = f"{name}.schema.json"
    assert schemas()[file] == (ROOT / "schemas" / file).read_bytes(), "run: ./dev run schema"


@pytest.mark.parametrize("path", sorted((ROOT / "standards").rglob("*.yaml")), ids=lambda path: path.stem)
def test_an_editor_accepts_the_real_files(path: Path) -> None:
    assert errors("municipality" if path.name == "municipality.yaml" else "standard", path) == []


@pytest.mark.parametrize("service", ["sel-83", "sel-85", "sel-99", "sel-101"])
def test_an_editor_accepts_a_new_standard(service: str, tmp_path: Path) -> None:
    known = catalogue.service(service)
    assert known is not None
    files = new(workspace.Workspace(tmp_path), "lejre/ny", known)
    assert {each.name for each in files} == {"ny.yaml", "municipality.yaml", *(f"{each}.schema.json" for each in NAMES)}
    for path in files:
        if path.suffix == ".yaml":
            assert errors("municipality" if path.name == "municipality.yaml" else "standard", path) == []
    sections = yaml.safe_load((tmp_path / "standards/lejre/ny.yaml").read_text("utf-8"))["sections"]
    assert list(known.topics) == [each["topic"] for each in sections]


MISTAKES = [
    ({"status": "gaeldende"}, "gaeldende"),
    ({"service": "sel99"}, "sel99"),
    ({"titel": "x"}, "titel"),
    ({"sections": [{"topic": "prise"}]}, "prise"),
    ({"facts": [{"kind": "age", "min": -1, "evidence": {"section": "a", "quote": "b"}}]}, "is not valid"),
]


@pytest.mark.parametrize(("change", "word"), MISTAKES)
def test_an_editor_refuses_mistakes(change: dict[str, Any], word: str) -> None:
    good = {"schema": 1, "title": "T", "service": "sel-99", "status": "draft"}
    found = [each.message for each in validator("standard").iter_errors(good | change)]
    assert any(word in each for each in found)


def test_every_field_is_explained_in_danish() -> None:
    for name in NAMES:
        values = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
        for record in (values, *values.get("$defs", {}).values()):
            assert [key for key, each in record["properties"].items() if not each.get("description")] == []
