"""Rules: one file each, which is also its manual page. A rule looks and says what it found; it never writes.

To add one: a file here with `RULE`, and its cases in `tests/cases/lint/`. What several rules share is in `shared/`.
Groups of codes: K the file and its references, S structure, L legal basis, R rights, D deadlines, T facts, P the minimum of
section 101, M lifecycle, A language and access, X several standards.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from traceback import format_exc
from typing import TypeVar

from qstd.lint.rule import Around, Hit, Rule, is_visited, nothing
from qstd.model.finding import Finding, message
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard, Waiver

T = TypeVar("T", Standard, Municipality)
_NOT_RULES = ("rule", "shared")
_MOST = 1024
OF_CONTENT = "SLRDTPMAX"
"""The groups of codes about what a standard says; the group K is about its file."""


@cache
def names() -> tuple[str, ...]:
    """Return the names of all rules, which are those of their files."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(__path__) if each.name not in _NOT_RULES))


@cache
def rules(only: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    """Return all rules; or only those of some codes and groups of codes, and then the others are not even loaded."""
    chosen = [name for name in names() if not only or only.intersection((codes()[name], codes()[name][0]))]
    return tuple(import_module(f"qstd.lint.{name}").RULE for name in chosen)


@cache
def codes() -> Mapping[str, str]:
    """Return the code of each rule by its name, as its manual page begins with it."""
    pages = ((name, pkgutil.get_data(__name__, f"{name}.py") or b"") for name in names())
    return {name: page.partition(b'"""')[2][:4].decode("ascii") for name, page in pages}


def manual(name: str) -> str:
    """Return the manual page of a rule."""
    return import_module(f"qstd.lint.{name}").__doc__ or ""


def blocks(finding: Finding) -> bool:
    """Tell whether a finding keeps a standard from being published: an error of the file itself. What law and good language
    ask for is said, and whoever answers for the standard decides.
    """
    return finding.severity == "error" and finding.code[:1] not in OF_CONTENT


def check(standard: Standard, around: Around) -> Iterator[Finding]:
    """Yield what the rules find in a standard, save what it, or its municipality, has set aside with a reason. Errors
    cannot be set aside.
    """
    waivers = (*standard.waive, *(around.municipality.waive if around.municipality else ()))
    for rule in _meant(standard, around):
        if around.levels and around.level(rule.code) == "off":
            continue
        for hit, finding in _found(rule, rule.standard, standard, around):
            section = section_of(standard, hit.path) if waivers else ""
            if finding.severity == "error" or not any(sets_aside(e, rule.code, section, around) for e in waivers):
                yield finding


_known: dict[tuple[int, str, str, bool], tuple[tuple[Rule, ...], tuple[Rule, ...]]] = {}


def _meant(standard: Standard, around: Around) -> tuple[Rule, ...]:
    """Return the rules that look at standards such as this one: of its service, in its state, of help that is granted after
    an assessment or not.
    """
    all_rules, kind = rules(around.only), (standard.service, standard.status, is_visited(standard))
    key = id(all_rules), *kind
    if key not in _known:
        if len(_known) >= _MOST:
            _known.clear()
        looking = (each for each in all_rules if each.standard is not nothing)
        # All of them stand beside it, so that no other ones can come to have their number meanwhile.
        _known[key] = all_rules, tuple(each for each in looking if each.applies.to_such(*kind))
    return _known[key][1]


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Finding]:
    """Yield what the rules find in a `municipality.yaml`."""
    for rule in rules(around.only):
        if rule.municipality is not nothing and around.level(rule.code) != "off":
            for _, finding in _found(rule, rule.municipality, municipality, around):
                if finding.severity == "error" or not any(
                    sets_aside(each, rule.code, "", around) for each in municipality.waive
                ):
                    yield finding


def _found(
    rule: Rule, look: Callable[[T, Around], Iterator[Hit]], record: T, around: Around
) -> Sequence[tuple[Hit, Finding]]:
    """Return what a rule finds; where the rule itself breaks, that is a finding, and the others go on."""
    try:
        hits = list(look(record, around))
    except Exception:
        what = message("Reglen {code} kunne ikke køre. Det er en fejl i programmet.", code=rule.code)
        hint = message("De andre regler er kørt. Fejlen: {trace}", trace=format_exc())
        return ((Hit((), what), Finding("K099", "warning", what, around.locate((), 0), hint)),)
    return [(hit, rule.finding(hit, around)) for hit in hits] if hits else ()


def section_of(standard: Standard, path: tuple[str | int, ...]) -> str:
    """Return the name of the section that a path is about: its own, or the one that a fact rests on."""
    if len(path) < 2 or not isinstance(path[1], int):
        return ""
    if path[0] == "sections":
        return standard.sections[path[1]].key
    return standard.facts[path[1]].evidence.section if path[0] == "facts" else ""


def sets_aside(waiver: Waiver, code: str, section: str, around: Around) -> bool:
    """Tell whether a waiver, in force today, is for a finding of a code in a section."""
    in_force = waiver.until is None or around.today <= waiver.until
    return in_force and waiver.code == code and waiver.section in (None, section)
