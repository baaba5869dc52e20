"""Findings for machines: JSON, annotations for GitHub, SARIF 2.1.0; and for people as text."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from qstd.language import fill
from qstd.messages import words
from qstd.model.finding import Finding

N_ = str  # marks a Danish text that is translated where it is shown

_SEVERITIES = {"error": N_("fejl"), "warning": N_("advarsel"), "info": N_("bemærkning")}
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}
_SARIF = {"error": "error", "warning": "warning", "info": "note"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def severity(finding: Finding, language: str) -> str:
    """Return how bad a finding is, as a word."""
    return fill(_SEVERITIES[finding.severity], {}, language)


def as_json(findings: Sequence[Finding], language: str) -> str:
    """Return a JSON list of `{code, severity, message, place: {file, line, column, path}, hint, source}`."""
    return json.dumps([_plain(each, language) for each in findings], ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], language: str) -> str:
    """Return one workflow command a line, which GitHub shows beside the line of the file."""
    return "\n".join(_annotation(each, language) for each in findings)


def as_sarif(findings: Sequence[Finding], language: str, version: str) -> str:
    """Return a SARIF 2.1.0 log. `version` is the project's own."""
    codes = sorted({each.code for each in findings})
    driver = {"name": "qstd", "version": version, "rules": [{"id": each} for each in codes]}
    run = {"tool": {"driver": driver}, "results": [_result(each, language) for each in findings]}
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _plain(finding: Finding, language: str) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": words(finding.message, language),
        "place": {"file": place.file, "line": place.line, "column": place.column, "path": list(place.path)},
        "hint": words(finding.hint, language),
        "source": words(finding.source, language),
    }


def _annotation(finding: Finding, language: str) -> str:
    place = finding.place
    where = f"file={_property(place.file)},line={max(place.line, 1)},col={max(place.column, 1)}"
    text = " ".join(filter(None, (words(finding.message, language), words(finding.hint, language))))
    return f"::{_GITHUB[finding.severity]} {where},title={_property(finding.code)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _result(finding: Finding, language: str) -> dict[str, Any]:
    place = finding.place
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
    text = " ".join(filter(None, (words(finding.message, language), words(finding.hint, language))))
    return {
        "ruleId": finding.code,
        "level": _SARIF[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
