"""YAML files to records: a standard, what a municipality's standards have in common, what a workspace has decided of rules.

A field that does not fit is reported and left out, so that everything else in the file is still read and checked.
"""

from hashlib import sha256
from typing import Any, TypeVar

from qstd.model.hearing import HearingFile
from qstd.model.municipality import Municipality
from qstd.model.notes import NotesFile
from qstd.model.rules import RulesFile
from qstd.model.site import SiteFile
from qstd.model.source import Source
from qstd.model.standard import Standard, StandardFile, of
from qstd.model.validate import read
from qstd.readers.places import locator
from qstd.yaml_source import parse

T = TypeVar("T", StandardFile, Municipality, RulesFile, SiteFile, NotesFile, HearingFile)
_held: dict[bytes, Any] = {}
_most = 0


def hold(most: int) -> None:
    """Hold the records of so many standards without faults that are read from now on, each until it is asked for again;
    those that were held are forgotten.
    """
    global _most
    _most = most
    _held.clear()


def standard_again(data: bytes, municipality: str) -> Standard | None:
    """Return what was read of a standard before, or read it; None where it cannot be read."""
    record = _held.pop(sha256(data).digest(), None) if _held else None
    return of(municipality, record) if record is not None else read_standard(data, "", municipality).record


def read_standard(data: bytes, file: str, municipality: str) -> Source[Standard]:
    """Read a standard. `municipality` is the slug of the folder that it stands in."""
    source = _read(StandardFile, data, file)
    record = of(municipality, source.record) if source.record is not None else None
    return Source(source.file, record, source.whole, source.findings, source.locate)


def read_municipality(data: bytes, file: str) -> Source[Municipality]:
    """Read a `municipality.yaml`."""
    return _read(Municipality, data, file)


def read_rules(data: bytes, file: str) -> Source[RulesFile]:
    """Read a `rules.yaml`."""
    return _read(RulesFile, data, file)


def read_site(data: bytes, file: str) -> Source[SiteFile]:
    """Read a `site.yaml`."""
    return _read(SiteFile, data, file)


def read_notes(data: bytes, file: str) -> Source[NotesFile]:
    """Read the notes beside a standard."""
    return _read(NotesFile, data, file)


def read_hearing(data: bytes, file: str) -> Source[HearingFile]:
    """Read a hearing of a standard."""
    return _read(HearingFile, data, file)


def _read(kind: type[T], data: bytes, file: str) -> Source[T]:
    parsed = parse(data)
    locate = locator(file, parsed.places)
    verdict = read(kind, parsed.value) if parsed.value is not None else None
    if verdict and verdict.record is not None and not parsed.problems:
        if kind is StandardFile and len(_held) < _most:
            _held[sha256(data).digest()] = verdict.record
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
