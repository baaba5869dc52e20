"""YAML files to records: a standard, or what a municipality's standards have in common.

A field that does not fit is reported and left out, so that everything else in the file is still read and checked.
"""

from collections.abc import Mapping
from typing import TypeVar

from qstd.model.finding import Path, Place
from qstd.model.municipality import Municipality
from qstd.model.source import Locate, Source
from qstd.model.standard import Standard, StandardFile, of
from qstd.model.validate import read
from qstd.yaml_source import Mark, parse

T = TypeVar("T", StandardFile, Municipality)


def read_standard(data: bytes, file: str, municipality: str) -> Source[Standard]:
    """Read a standard. `municipality` is the slug of the folder that it stands in."""
    source = _read(StandardFile, data, file)
    record = of(municipality, source.record) if source.record is not None else None
    return Source(source.file, record, source.whole, source.findings, source.locate)


def read_municipality(data: bytes, file: str) -> Source[Municipality]:
    """Read a `municipality.yaml`."""
    return _read(Municipality, data, file)


def _read(kind: type[T], data: bytes, file: str) -> Source[T]:
    parsed = parse(data)
    locate = _locator(file, parsed.places)
    verdict = read(kind, parsed.value) if parsed.value is not None else None
    if verdict and verdict.record is not None and not parsed.problems:
        return Source(file, verdict.record, True, (), locate)
    from qstd.readers import explain, salvage  # only a faulty file needs the words for its faults

    findings = [explain.problem(each, file) for each in parsed.problems]
    if verdict is None:
        return Source(file, None, False, tuple(findings), locate)
    findings += explain.faults(kind, verdict.faults, locate, parsed.whole)
    if not parsed.whole:  # nothing can be said of half a file
        return Source(file, None, False, tuple(findings), locate)
    if verdict.record is not None:
        return Source(file, verdict.record, False, tuple(findings), locate)
    record, locate = salvage.salvage(kind, parsed.value, verdict.faults, locate)
    return Source(file, record, False, tuple(findings), locate)


def _locator(file: str, places: Mapping[Path, Mark]) -> Locate:
    def locate(path: Path, line: int) -> Place:
        known = path
        while known and known not in places:
            known = known[:-1]
        mark = places.get(known)
        if mark is None:
            return Place(file, 0, 0, path)
        if line and known == path:
            return Place(file, mark.text_line + line - 1, mark.text_column, path)
        return Place(file, mark.line, mark.column, path)

    return locate
