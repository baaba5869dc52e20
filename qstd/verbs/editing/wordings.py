"""Wordings: what other municipalities have written on the same topic, for the same service."""

from dataclasses import dataclass
from functools import lru_cache

from qstd import catalogue, prose
from qstd.model.fragments import effective
from qstd.model.standard import StandardFile
from qstd.present.slugs import slug
from qstd.verbs.editing.desk import Desk

MOST = 12
_FILES = 256


@dataclass(frozen=True, slots=True)
class Other:
    """A section of another standard: where it stands (as in `derived_from`), whose it is, and its text."""

    origin: str
    ref: str
    municipality: str
    number: str
    heading: str
    body: str
    words: str


def others(desk: Desk, file: StandardFile, ref: str, at: int) -> tuple[Other, ...]:
    """Return the sections of other standards on the topic of a section, the shortest first."""
    topic = file.sections[at].topic
    if not topic:
        return ()
    rows = [each for each in desk.rows() if each.service == file.service and each.ref != ref and not each.broken]
    found: list[Other] = []
    for row in rows:
        if len(found) == MOST:
            break
        for key, about, number, heading, body in _sections(desk, row.ref, row.changed.timestamp()):
            if about == topic:
                origin = f"{row.ref}#{key}"
                found.append(Other(origin, row.ref, row.municipality_name, number, heading, body, prose.text(body)))
    return tuple(sorted(found, key=lambda each: len(each.words)))


def anchor(topic: str) -> str:
    """Return where a comparison has the sections on a topic."""
    known = catalogue.topics().get(topic)
    return f"afsnit-{slug(known.label['da'] if known else topic)}"


@lru_cache(maxsize=_FILES)
def _sections(desk: Desk, ref: str, changed: float) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return the sections of a standard that say something; `changed` is when its file last was."""
    looked = desk.look(ref, desk.read(ref).text)
    if looked.standard is None:
        return ()
    whole = effective(looked.standard, looked.municipality.fragments)
    return tuple(
        (each.key, each.topic or "", each.number or "", each.heading, each.body.strip("\n"))
        for each in whole.sections
        if each.body.strip() and each.key
    )
