"""Findings for machines: JSON and annotations for GitHub; and how bad each is, in words for people."""

import json
from collections.abc import Sequence
from typing import Any

from qstd.language import fill
from qstd.messages import words
from qstd.model.finding import Finding, Severity

N_ = str  # marks a Danish text that is translated where it is shown

_SEVERITIES: dict[Severity, str] = {"error": N_("fejl"), "warning": N_("advarsel"), "info": N_("bemærkning")}
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


def severity_word(level: Severity, language: str) -> str:
    """Return the word for a severity."""
    return fill(_SEVERITIES[level], {}, language)


def as_json(findings: Sequence[Finding], language: str) -> str:
    """Return a JSON list of `{code, severity, message, place: {file, line, column, path}, hint, source}`."""
    return json.dumps([_plain(each, language) for each in findings], ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding], language: str) -> str:
    """Return one workflow command a line, which GitHub shows beside the line of the file."""
    return "\n".join(_annotation(each, language) for each in findings)


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
