"""`alignments.yaml` to a record: what people have said of the sections that a comparison pairs.

An entry that does not fit is reported and left out; the others still count.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from qstd.model.alignments import Alignment, AlignmentsFile
from qstd.model.finding import Finding, Message, message
from qstd.model.source import Locate, Source
from qstd.model.validate import Fault, read
from qstd.readers import explain
from qstd.readers.places import in_file, locator
from qstd.yaml_source import Parsed, Problem, parse

_EMPTY: Mapping[str, Any] = {"schema": 1, "alignments": []}
_ONLY = "from"  # a key of the file that no field can be called by
_REF = message("Skriv kommune/navn, fx lejre/ledsagelse, eller law/sel-99 for loven.")
_SIZE = message("Filen fylder mere end {detail} MB og læses ikke.")


def read_alignments(data: bytes, file: str) -> Source[AlignmentsFile]:
    """Read the alignments. A file without anything in it holds none; of a file that breaks off, none is taken."""
    parsed = parse(data)
    locate = locator(file, parsed.places)
    if [each.kind for each in parsed.problems] == ["empty"]:
        return Source(file, AlignmentsFile(schema=1), True, (), locate)
    findings = [_problem(each, file) for each in parsed.problems]
    if parsed.value is None:
        return Source(file, None, False, tuple(findings), locate)
    return _judged(parsed, file, locate, findings)


def _judged(parsed: Parsed, file: str, locate: Locate, findings: list[Finding]) -> Source[AlignmentsFile]:
    values = _renamed(parsed.value)
    verdict = read(AlignmentsFile, values)
    told = [each for each in verdict.faults if parsed.whole or (each.path and each.kind != "missing")]
    findings += [_fault(each, locate) for each in told]
    if not parsed.whole:
        return Source(file, None, False, tuple(findings), locate)
    if verdict.record is not None:
        return Source(file, verdict.record, not findings, tuple(findings), locate)
    record, numbers = _salvaged(values, verdict.faults)
    return Source(file, record, False, tuple(findings), in_file(locate, {"alignments": numbers}))


def _renamed(values: Any) -> Any:
    """Call `from` by the name of its field, and what is written as that name by one that no field has."""
    if type(values) is not dict or type(values.get("alignments")) is not list:
        return values
    return values | {"alignments": [_with_fields(each) for each in values["alignments"]]}


def _with_fields(entry: Any) -> Any:
    return {_field(key): each for key, each in entry.items()} if type(entry) is dict else entry


def _field(key: str) -> str:
    return f"{key}_" if key.rstrip("_") == _ONLY else key


def _key(field: str) -> str:
    return field[:-1] if field.rstrip("_") == _ONLY else field


def _salvaged(values: Any, faults: tuple[Fault, ...]) -> tuple[AlignmentsFile | None, list[int]]:
    """Return what is left without the faulty entries, and which numbers the others have in the file."""
    faulty = {each.path[1] for each in faults if each.path[:1] == ("alignments",) and len(each.path) > 1}
    entries = values.get("alignments") if type(values) is dict else None
    numbers = [at for at in range(len(entries)) if at not in faulty] if type(entries) is list else []
    kept = [entries[at] for at in numbers] if type(entries) is list else []
    return read(AlignmentsFile, dict(_EMPTY) | {"alignments": kept}).record, numbers


# ---------- What is wrong, in words ----------


def _problem(problem: Problem, file: str) -> Finding:
    found = explain.problem(problem, file)
    if problem.kind == "too_large":
        return replace(found, message=Message(_SIZE.text, {"detail": problem.detail}))
    if problem.kind == "anchor":
        return replace(found, hint=message("Skriv teksten ud."))
    return found


def _fault(fault: Fault, locate: Locate) -> Finding:
    path = tuple(_key(each) if isinstance(each, str) else each for each in fault.path)
    in_entry = len(path) == 3
    names = tuple(_key(each.name) for each in fields(Alignment if in_entry else AlignmentsFile))
    found = explain.fault(replace(fault, path=path), locate(path, 0), names)
    return replace(found, hint=_REF) if found.code == "F005" else found
