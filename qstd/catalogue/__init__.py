"""What law and practice say, as data: topics, services with their statutory baseline, acts, municipalities, groups.

Each list is one YAML file in this folder, read when first asked for. Everything is Danish and English (`label["da"]`).
A fact that no public source confirmed is marked `verified: false` in the data and is never linked as law.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from qstd.model.standard import LAW, Standard, StandardFile, of
from qstd.model.validate import read
from qstd.yaml_source import parse

FOLDER = Path(__file__).parent
Localised = Mapping[str, str]


class Topic(NamedTuple):
    """What a section can be about. `headings` are ways in which municipalities call it; `{service}` is a slot."""

    key: str
    layer: str
    label: Localised
    definition: Localised
    headings: tuple[str, ...]


class Group(NamedTuple):
    """A group of persons that a provision is for."""

    key: str
    label: Localised


class Act(NamedTuple):
    """An act, order or guidance note: `title` in full, `popular` and `name` as people call it inside a sentence. `eli` is
    its address, empty where the number could not be confirmed.
    """

    key: str
    title: str
    popular: str
    name: Localised
    abbreviations: tuple[str, ...]
    type: str
    number: int | None
    date: str
    eli: str


class KnownMunicipality(NamedTuple):
    """One of the 98 municipalities."""

    code: str
    slug: str
    name: str
    display: str
    variants: tuple[str, ...]


class Service(NamedTuple):
    """A service under one or more provisions: what it is called, which sections its standards have, and the law itself
    as a Standard where its wording could be confirmed.
    """

    key: str
    provisions: tuple[tuple[str, str], ...]
    name: Localised
    summary: Localised
    terms: tuple[str, ...]
    access: str
    topics: tuple[str, ...]
    required: tuple[str, ...]
    baseline: Standard | None


@cache
def topics() -> Mapping[str, Topic]:
    """Return all topics by key, in the order of a document."""
    rows = _load("topics.yaml")["topics"]
    return {
        row["key"]: Topic(row["key"], row["layer"], row["label"], row["definition"], tuple(row["headings"]))
        for row in rows
    }


@cache
def keys(name: str) -> tuple[str, ...]:
    """Return the keys of `topics`, `groups` or `acts` in their order: all that most checks ask of a list, and a tenth
    of the time that reading it takes.
    """
    return tuple(re.findall(r"^- key: *(\S+)$", _text(f"{name}.yaml"), re.MULTILINE))


@cache
def groups() -> Mapping[str, Group]:
    """Return the target groups by key."""
    return {row["key"]: Group(row["key"], row["label"]) for row in _load("groups.yaml")["groups"]}


@cache
def acts() -> Mapping[str, Act]:
    """Return the acts by key."""
    return {row["key"]: _act(row) for row in _load("acts.yaml")["acts"]}


@cache
def municipalities() -> Mapping[str, KnownMunicipality]:
    """Return the municipalities by slug."""
    return {row["slug"]: _municipality(row) for row in _load("municipalities.yaml")["municipalities"]}


@cache
def municipality(slug: str) -> KnownMunicipality | None:
    """Return one municipality without reading all: each is one line of the list."""
    row = re.search(rf"^- (\{{.*\bslug: {re.escape(slug)},.*\}})$", _text("municipalities.yaml"), re.MULTILINE)
    return _municipality(parse(row[1].encode()).value) if row else None


@cache
def service_keys() -> tuple[str, ...]:
    """Return the keys of all services, sorted by act and number."""
    return tuple(sorted((each.stem for each in (FOLDER / "services").glob("*.yaml")), key=_by_number))


@cache
def service(key: str) -> Service | None:
    """Return one service; None where the catalogue has none of that key."""
    return _service(_load(f"services/{key}.yaml")) if key in service_keys() else None


def short_name(slug: str, display: str) -> str:
    """Return a municipality's name without "Kommune": "København" for "Københavns Kommune"."""
    known = municipality(slug)
    return known.name if known else display.removesuffix(" Kommune")


def label(text: Localised, language: str) -> str:
    """Return a text in `language`, or in Danish where it has no other."""
    return text.get(language) or text["da"]


def _municipality(row: Mapping[str, Any]) -> KnownMunicipality:
    return KnownMunicipality(row["code"], row["slug"], row["name"], row["display"], tuple(row["variants"]))


def _text(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _load(name: str) -> Any:
    parsed = parse((FOLDER / name).read_bytes())
    if parsed.problems:
        raise ValueError(f"{name}: {parsed.problems[0]}")
    return parsed.value


def _act(row: Mapping[str, Any]) -> Act:
    return Act(
        key=row["key"],
        title=row["title"]["da"],
        popular=row["popular"] or "",
        name={"da": row["popular"] or row["title"]["da"], "en": row["english"]},
        abbreviations=tuple(row["abbreviations"]),
        type=row["type"],
        number=row["number"],
        date=row["date"] or "",
        eli=(row["eli"] or "") if row["verified"] else "",
    )


def _service(row: Mapping[str, Any]) -> Service:
    return Service(
        key=row["key"],
        provisions=tuple((each["act"], each["paragraph"] or "") for each in row["provisions"]),
        name=row["name"],
        summary=row["summary"],
        terms=tuple(row["terms"]),
        access=row["access"],
        topics=tuple(row["topics"]),
        required=tuple(row["required"]),
        baseline=_baseline(row["key"], row["baseline"]),
    )


def _baseline(key: str, values: Any) -> Standard | None:
    if values is None:
        return None
    verdict = read(StandardFile, values)
    if verdict.record is None:
        raise ValueError(f"services/{key}.yaml: {verdict.faults}")
    return of(LAW, verdict.record)


def _by_number(key: str) -> tuple[str, int, str]:
    act, _, rest = key.partition("-")
    digits = "".join(each for each in rest if each.isdigit())
    return act, int(digits or 0), rest
