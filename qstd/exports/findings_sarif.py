"""Findings as SARIF 2.1.0, which code hosts and editors read; each rule comes with its manual page."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from qstd.messages import words
from qstd.model.finding import Finding
from qstd.model.manual import ManualPage

_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(
    findings: Sequence[Finding], language: str, version: str, manual: Mapping[str, ManualPage] | None = None
) -> str:
    """Return a SARIF log. `version` is the project's own; `manual` has the pages of rules by code."""
    codes = sorted({each.code for each in findings})
    pages = manual or {}
    rules = [_rule(code, pages.get(code)) for code in codes]
    driver = {"name": "qstd", "version": version, "rules": rules}
    results = [_result(each, language) | {"ruleIndex": codes.index(each.code)} for each in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, page: ManualPage | None) -> dict[str, Any]:
    """Describe a rule; what readers of files find has no page."""
    if page is None:
        return {"id": code}
    parts = {"Applies to": page.applies, "Why": page.why, "Source": page.origin, "How to mend": page.mend}
    lines = [f"{name}: {text}" for name, text in parts.items() if text]
    examples = [f"Bad: {page.bad}", f"Good: {page.good}"]
    described: dict[str, Any] = {
        "id": code,
        "name": "".join(each.capitalize() for each in page.name.split("_")),
        "shortDescription": {"text": page.says[:1].upper() + page.says[1:]},
        "fullDescription": {"text": page.why},
        "help": {"text": "\n".join((*lines, *examples))},
        "defaultConfiguration": {"level": _LEVEL[page.severity]},
    }
    return described | ({"helpUri": page.url} if page.url else {})


def _result(finding: Finding, language: str) -> dict[str, Any]:
    place = finding.place
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
    text = " ".join(filter(None, (words(finding.message, language), words(finding.hint, language))))
    return {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
