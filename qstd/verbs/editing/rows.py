"""What the overview shows of each standard: a row, made from the file alone."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from qstd import catalogue
from qstd.depot import Stamp
from qstd.model.municipality import Municipality
from qstd.readers import yaml_file
from qstd.workspace import Entry

CHANGED = "M011"
"""The code of the finding that a standard says something else than what was approved."""


class Counts(NamedTuple):
    """How much the rules have found in a standard."""

    errors: int = 0
    warnings: int = 0
    remarks: int = 0
    is_as_approved: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A standard in the overview. The counts are None until it has been checked; `broken` is one that cannot be read whole.
    `changed` is when its file was written; `is_as_approved` is not so of one that says something else than what was approved.
    """

    ref: str
    title: str
    municipality: str
    municipality_name: str
    service: str
    service_name: str
    status: str
    approved: dt.date | None
    changed: dt.datetime
    errors: int | None
    warnings: int | None
    remarks: int | None
    broken: bool
    is_as_approved: bool = True


@dataclass(frozen=True, slots=True)
class Home:
    """A municipality: the name of its folder, its own name, what its file says, and how many standards it has."""

    slug: str
    name: str
    municipality: Municipality | None
    standards: int


class Said(NamedTuple):
    """What a file says of itself."""

    title: str
    service: str
    status: str
    approved: dt.date | None
    broken: bool


def said(data: bytes, entry: Entry) -> Said:
    """Return what a file says of itself; of one that cannot be read, its name."""
    source = yaml_file.read_standard(data, "", entry.municipality)
    record = source.record
    if record is None:
        return Said(entry.path.stem, "", "", None, broken=True)
    approved = record.approval.date if record.approval else None
    if source.whole:
        return Said(record.title, record.service, record.status, approved, broken=False)
    # What could not be read has a sign in its place (`readers.salvage`), which is for rules and not for people.
    title = entry.path.stem if record.title == "?" else record.title
    return Said(title, record.service.replace("unread", ""), record.status, approved, broken=True)


def row(entry: Entry, stamp: Stamp, told: Said, municipality_name: str, counts: Counts | None) -> Row:
    """Return the row of a standard."""
    known = catalogue.service(told.service) if told.service else None
    return Row(
        entry.ref,
        told.title,
        entry.municipality,
        municipality_name,
        told.service,
        known.name["da"] if known else told.service,
        told.status,
        told.approved,
        dt.datetime.fromtimestamp(stamp.changed / 1e9).astimezone(),
        counts and counts.errors,
        counts and counts.warnings,
        counts and counts.remarks,
        told.broken,
        counts is None or counts.is_as_approved,
    )
