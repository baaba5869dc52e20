"""Findings as JUnit XML, which build servers show as tests: a suite for each file, a test for each finding.

Only errors are failures: warnings and remarks do not make the command fail either. They are tests that passed and have
something to say.
"""

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from qstd.messages import words
from qstd.model.finding import Finding

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(findings: Sequence[Finding], files: Iterable[str], language: str) -> str:
    """Return a JUnit report. `files` are all that were looked at: one without findings is one test that passed."""
    by_file: dict[str, list[Finding]] = {each: [] for each in files}
    for each in findings:
        by_file.setdefault(each.place.file, []).append(each)
    root = ET.Element("testsuites", name="qstd check")
    for file, own in by_file.items():
        _suite(root, file, own, language)
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(each.get(name, "0")) for each in root)))
    ET.indent(root)
    return f"""<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}"""


def _suite(root: ET.Element, file: str, findings: Sequence[Finding], language: str) -> None:
    failures = sum(each.severity == "error" for each in findings)
    suite = ET.SubElement(root, "testsuite", name=_text(file), tests=str(len(findings) or 1), failures=str(failures))
    if not findings:
        ET.SubElement(suite, "testcase", classname=_text(file), name="qstd check")
    for each in findings:
        _case(suite, each, language)


def _case(suite: ET.Element, finding: Finding, language: str) -> None:
    place = finding.place
    where = ":".join(str(each) for each in (place.line, place.column) if each)
    case = ET.SubElement(suite, "testcase", classname=_text(place.file), name=f"{finding.code} {where}".strip())
    what = _text(words(finding.message, language))
    parts = (words(each, language) for each in (finding.hint, finding.source))
    more = "\n".join((f"{place.file}:{where}".rstrip(":"), *filter(None, parts)))
    if finding.severity == "error":
        ET.SubElement(case, "failure", message=what, type=finding.severity).text = _text(more)
    else:
        ET.SubElement(case, "system-out").text = _text(f"{finding.severity}: {what}\n{more}")


def _text(text: str) -> str:
    """Return a text without the characters that XML does not have."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
