"""Rules: one file each, which is also its manual page. A rule looks and says what it found; it never writes.

To add one: a file here with `RULE`, its name in `NAMES`, and its cases in `tests/cases/lint/`.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from qstd.lint.rule import Around, Rule
from qstd.model.finding import Finding
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

NAMES = (
    "evidence_quote",
    "evidence_section",
    "unknown_topic",
    "section_without_name",
    "duplicate_section",
    "unknown_service",
    "unknown_act",
    "unknown_group",
    "missing_fragment",
    "fragment_cycle",
    "raw_html",
    "unsafe_address",
    "picture",
    "code_block",
    "table_cells",
    "municipality_code",
    "no_facts",
    "waiver",
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules."""
    return tuple(import_module(f"qstd.lint.{name}").RULE for name in NAMES)


def check(standard: Standard, around: Around) -> Iterator[Finding]:
    """Yield what the rules find in a standard, save what it has set aside with a reason. Errors cannot be set aside."""
    for rule in rules():
        for hit in rule.standard(standard, around):
            if rule.severity == "error" or not _waived(standard, rule.code, _section(standard, hit.path)):
                yield rule.finding(hit, around)


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Finding]:
    """Yield what the rules find in a `municipality.yaml`."""
    for rule in rules():
        for hit in rule.municipality(municipality, around):
            yield rule.finding(hit, around)


def _section(standard: Standard, path: tuple[str | int, ...]) -> str:
    """Return the name of the section that a path is about: its own, or the one that a fact rests on."""
    if len(path) < 2 or not isinstance(path[1], int):
        return ""
    if path[0] == "sections":
        return standard.sections[path[1]].key
    return standard.facts[path[1]].evidence.section if path[0] == "facts" else ""


def _waived(standard: Standard, code: str, section: str) -> bool:
    return any(each.code == code and each.section in (None, section) for each in standard.waive)
