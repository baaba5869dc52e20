"""The published schemas of our own data: what `qstd diff --format json` writes obeys them, and they have no dead word."""

import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qstd.cli import main
from qstd.site.data import comparison_data, revision_data
from qstd.verbs.start import schemas
from tests.exports.made import comparisons, revisions
from tests.schemas.used import declared, used

ROOT = Path(__file__).parents[2]
DATA: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any, str], bytes]]] = {
    "comparison": (comparisons(every=True), comparison_data),
    "revision": (revisions(every=True), revision_data),
}


@cache
def schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))


@cache
def validator(name: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema(name))
    return Draft202012Validator(schema(name))


def errors(name: str, data: bytes) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in validator(name).iter_errors(json.loads(data))]


@pytest.mark.parametrize("name", DATA)
def test_the_schemas_in_the_project_are_fresh(name: str) -> None:
    file = f"{name}.schema.json"
    assert schemas()[file] == (ROOT / "schemas" / file).read_bytes(), "run: ./dev run schema"


@pytest.mark.parametrize("name", DATA)
def test_made_up_data_obeys_and_uses_every_property(name: str) -> None:
    made, export = DATA[name]
    seen: set[str] = set()

    @given(made)
    @settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def run(value: Any) -> None:
        data = export(value, "da")
        assert errors(name, data) == []
        seen.update(used(schema(name), schema(name), json.loads(data)))

    run()

    assert sorted({path for path, _ in declared(schema(name))} - seen) == []


@pytest.mark.parametrize("name", DATA)
def test_every_property_is_explained_and_no_other_is_taken(name: str) -> None:
    assert [path for path, each in declared(schema(name)) if not each.get("description")] == []
    assert [key for key, each in schema(name)["$defs"].items() if each["additionalProperties"] is not False] == []


REAL = ("hvidovre/stoette-og-kontaktperson", "lejre/stoettekontaktperson", "law/sel-99")


def printed(*arguments: str | Path) -> bytes:
    """What `qstd diff` writes as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.json")
        assert main(["diff", *map(str, arguments), "--format", "json", "-o", str(path)]) == 1
        return path.read_bytes()


def test_the_real_standards_obey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    data = printed(*REAL)

    assert errors("comparison", data) == []
    assert [each["ref"] for each in json.loads(data)["columns"]] == list(REAL)
    assert errors("comparison", printed(*REAL, "--baseline", REAL[1])) == []


def test_two_versions_of_a_real_standard_obey(tmp_path: Path) -> None:
    old, new = tmp_path / "gammel.yaml", tmp_path / "ny.yaml"
    text = (ROOT / "standards" / f"{REAL[1]}.yaml").read_text("utf-8")
    old.write_text(text, "utf-8")
    new.write_text(text.replace("7 dage", "14 dage").replace("value: 7", "value: 14"), "utf-8")

    data = printed(old, new, "--versions")
    facts = json.loads(data)["facts"]

    assert errors("revision", data) == []
    assert [(each["kind"], each["direction"]) for each in facts] == [("deadline", "less")]


def wrong(change: Callable[[Any], None]) -> list[str]:
    """What is said of a good comparison after a change."""
    from qstd.compare import compare
    from tests.compare.seeds import ENTRIES

    data = json.loads(comparison_data(compare(ENTRIES), "da"))
    change(data)
    return errors("comparison", json.dumps(data).encode())


def test_a_value_must_fit_the_kind_of_its_row() -> None:
    def swap(data: Any) -> None:
        age = next(each for each in data["facts"] if each["kind"] == "age")
        age["kind"] = "price"

    assert any("min" in each for each in wrong(swap))


def test_an_unknown_state_is_refused() -> None:
    def spoil(data: Any) -> None:
        data["facts"][0]["cells"][0]["state"] = "missing"

    assert any("'missing' is not one of" in each for each in wrong(spoil))
