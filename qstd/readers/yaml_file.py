"""YAML files to records: a standard, or what a municipality's standards have in common.

A field that does not fit is reported and left out, so that everything else in the file is still read and checked.
"""

import copy
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from qstd.model.decode import record_types
from qstd.model.finding import Finding, Path, Place
from qstd.model.municipality import Municipality
from qstd.model.source import Locate, Source
from qstd.model.standard import Standard
from qstd.model.validate import Fault, read
from qstd.readers import explain
from qstd.yaml_source import Mark, parse

T = TypeVar("T", Standard, Municipality)


def read_standard(data: bytes, file: str, municipality: str) -> Source[Standard]:
    """Read a standard. `municipality` is the slug of the folder that it stands in."""
    source = _read(Standard, data, file)
    if source.record is None or source.record.municipality:
        return source
    return replace(source, record=replace(source.record, municipality=municipality))


def read_municipality(data: bytes, file: str) -> Source[Municipality]:
    """Read a `municipality.yaml`."""
    return _read(Municipality, data, file)


def _read(kind: type[T], data: bytes, file: str) -> Source[T]:
    parsed = parse(data)
    locate = _locator(file, parsed.places)
    findings = [explain.problem(each, file) for each in parsed.problems]
    if parsed.value is None:
        return Source(file, None, False, tuple(findings), locate)
    verdict = read(kind, parsed.value)
    findings += [_finding(kind, each, locate) for each in verdict.faults]
    record = verdict.record if verdict.record is not None else _salvage(kind, parsed.value, verdict.faults)
    return Source(file, record, not findings, tuple(findings), locate)


def _locator(file: str, places: Mapping[Path, Mark]) -> Locate:
    def locate(path: Path, line: int) -> Place:
        place = explain.at(file, places, path)
        mark = places.get(path)
        if mark is None or line == 0:
            return place
        return Place(file, mark.text_line + line - 1, mark.text_column, path)

    return locate


def _finding(kind: type, found: Fault, locate: Locate) -> Finding:
    names: tuple[str, ...] = ()
    for record in record_types(kind, found.path[:-1]):
        names = (*names, *(each.name for each in fields(record)))
    return explain.fault(found, locate(found.path, 0), names)


def _salvage(kind: type[T], values: Any, faults: tuple[Fault, ...]) -> T | None:
    """Make a record of what is left when everything faulty is taken out; None where it cannot stand without."""
    if type(values) is not dict:
        return None
    kept = copy.deepcopy(values)
    damaged = {each for fault in faults for each in _names(values, fault.path)}
    for path in sorted({_scope(each.path) for each in faults}, key=_order, reverse=True):
        _remove(kept, path)
    if damaged and isinstance(kept.get("facts"), list):
        kept["facts"] = [each for each in kept["facts"] if _section_of(each) not in damaged]
    return read(kind, _STAND_INS[kind] | kept).record


# What stands in for a required field that does not fit, so that the rest can still be checked. Nothing is built from it.
_STAND_INS: Mapping[type, dict[str, Any]] = {
    Standard: {"schema": 1, "title": "?", "service": "unread", "status": "draft"},
    Municipality: {"name": "?", "code": "0000"},
}


def _scope(path: Path) -> Path:
    """What goes out with a fault: the fact or waiver around it, otherwise the field itself."""
    return path[:2] if path[:1] in (("facts",), ("waive",)) else path


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    """Sort paths so that a later entry of a list can be taken out before an earlier one."""
    return tuple((each, "") if isinstance(each, int) else (-1, each) for each in path)


def _remove(values: Any, path: Path) -> None:
    """Take out the value at a path; what is not there (a missing field) needs no taking out."""
    try:
        for step in path[:-1]:
            values = values[step]
        del values[path[-1]]
    except (IndexError, KeyError, TypeError):
        return


def _names(values: Any, path: Path) -> tuple[Any, ...]:
    """The names of the section that a fault damages: facts that rest on it cannot be judged."""
    sections = values.get("sections")
    if path[:1] != ("sections",) or len(path) < 2 or not isinstance(sections, list):
        return ()
    section = sections[int(path[1])]
    return (
        tuple(each for each in (section.get("id"), section.get("topic")) if each) if isinstance(section, dict) else ()
    )


def _section_of(fact: Any) -> Any:
    evidence = fact.get("evidence") if isinstance(fact, dict) else None
    return evidence.get("section") if isinstance(evidence, dict) else None
