"""What the catalogue knows of a citation on a day: in force, renamed, repealed, renumbered, or unknown.

"Unknown" is an honest answer: the catalogue has no register of every paragraph, and only what a public source confirmed
counts. A change that is not confirmed leaves the state unknown and still names the likely successor.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from qstd import catalogue
from qstd.catalogue import Act, Change
from qstd.citations.record import Citation, Provision

State = Literal["in_force", "renamed", "repealed", "renumbered", "unknown"]


class Status(NamedTuple):
    """The state of a citation; since which day it is known to be so ("2025-09-01"), and what has come in its place: the
    key of an act. `change` is the entry of the catalogue that says so.
    """

    state: State
    since: str = ""
    successor: str = ""
    change: Change | None = None


def status(citation: Citation, on: date) -> Status:
    """Tell what is known of a citation on a day."""
    act = catalogue.acts().get(citation.act)
    if act is None:
        return Status("unknown")
    day = on.isoformat()
    if citation.form == "instrument" and (older := _older_edition(citation, act, day)):
        return older
    for _, change in provisions_changed(citation):
        if change.since <= day:
            return Status(change.kind if change.verified else "unknown", change.since, change.successor, change)
    if act.in_force_from > day:
        return Status("unknown", act.in_force_from)
    known = bool(act.eli) and all(_is_known(act.key, each) for each in citation.provisions)
    return Status("in_force" if known else "unknown")


def provisions_changed(citation: Citation) -> Iterator[tuple[Provision | None, Change]]:
    """Yield what the catalogue knows to have changed, of each provision that is cited, or of the act as a whole (None)."""
    act = catalogue.acts().get(citation.act)
    for change in act.changes if act else ():
        if not change.first:
            yield None, change
            continue
        for each in citation.provisions:
            if change.first <= _figure(each.paragraph) <= change.last:
                yield each, change


def _older_edition(citation: Citation, act: Act, day: str) -> Status | None:
    """Tell of a consolidated act whose number is not the newest since when there has been a newer one."""
    for edition, newer in zip(act.history, act.history[1:], strict=False):
        same = (edition.type, str(edition.number)) == (citation.kind, citation.number)
        if same and citation.year in ("", str(edition.year)):
            since = newer.date or f"{newer.year}-12-31"
            return Status("repealed", since, act.key) if since <= day else Status("in_force")
    return None


def _is_known(act: str, provision: Provision) -> bool:
    """Tell whether the catalogue has a service under the provision, and so knows that it exists."""
    name = act.casefold().replace("æ", "ae")
    return f"{name}-{provision.paragraph.replace(' ', '')}" in catalogue.service_keys()


def _figure(paragraph: str) -> int:
    found = re.match(r"\d+", paragraph)
    return int(found[0]) if found else 0
