"""Findings for machines: whatever words they hold, the files can be read and say the same."""

import json
import os
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.exports.findings import as_github, as_json
from qstd.exports.findings_junit import as_junit
from qstd.exports.findings_sarif import as_sarif
from qstd.model.finding import Finding, Place, Severity, message
from qstd.verbs import manual

TEXT = st.text(max_size=30) | st.sampled_from(
    ("\x00\x1f", "]]>", "<a>&amp;", "\ufffe", "én\nto\r\ntre", "a\u2028b", "%0A::")
)
PAGES = {each.code: each for each in manual.pages()}
CODES = st.sampled_from(("Y001", "R404", *sorted(PAGES)))


def finding(code: str, severity: Severity, text: str, hint: str, line: int) -> Finding:
    said = message("{text}", text=text)
    place = Place(f"standards/lejre/{text[:3]}.yaml", line, line and 1)
    return Finding(code, severity, said, place, message("{hint}", hint=hint) if hint else None)


FINDINGS = st.lists(
    st.builds(finding, CODES, st.sampled_from(("error", "warning", "info")), TEXT, TEXT, st.integers(0, 9)), max_size=4
)


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(FINDINGS)
def test_junit_is_whole_and_only_errors_fail(findings: list[Finding]) -> None:
    root = ET.fromstring(as_junit(findings, ["clean.yaml"], "da").encode())
    cases = [each for each in root.iter("testcase") if each.get("name") != "qstd check"]

    assert len(cases) == len(findings)
    assert len(root.findall(".//failure")) == sum(each.severity == "error" for each in findings)
    assert int(root.get("tests", "")) == len(findings) + 1 == len(root.findall(".//testcase"))
    assert [each.get("name") for each in root.iter("testsuite")].count("clean.yaml") == 1


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(FINDINGS)
def test_sarif_names_the_rule_of_each_finding(findings: list[Finding]) -> None:
    run = json.loads(as_sarif(findings, "da", "1", PAGES))["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [each.code for each in findings]
    assert sorted({each.code for each in findings}) == [each["id"] for each in rules]


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(FINDINGS)
def test_json_and_annotations_have_all(findings: list[Finding]) -> None:
    assert [each["code"] for each in json.loads(as_json(findings, "da"))] == [each.code for each in findings]
    assert len(as_github(findings, "da").split("\n")) == max(len(findings), 1)


def test_a_rule_in_sarif_is_its_manual_page() -> None:
    found = Finding("R003", "warning", message("Her afvises hjælp."), Place("a b.yaml", 3, 5), message("Skriv fx ..."))
    driver = json.loads(as_sarif([found], "da", "1", PAGES))["runs"][0]["tool"]["driver"]
    rule = driver["rules"][0]

    assert (rule["id"], rule["name"]) == ("R003", "CategoricalRefusal")
    assert rule["helpUri"].startswith("https://ast.dk/")
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert "How to mend: " in rule["help"]["text"]
    assert "Good: " in rule["help"]["text"]


def test_what_is_no_rule_has_a_code_alone() -> None:
    found = Finding("Y014", "error", message("Filen kan ikke læses."), Place("æ.yaml"))
    run = json.loads(as_sarif([found], "da", "1", PAGES))["runs"][0]

    assert run["tool"]["driver"]["rules"] == [{"id": "Y014"}]
    assert run["results"][0]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "%C3%A6.yaml"}}}]
