"""What law and practice say, as data: topics, services with their statutory baseline, acts, municipalities, groups.

Each list is one YAML file in this folder, read when first asked for. Everything is Danish and English (`label["da"]`).
A fact that no public source confirmed is marked `verified: false` in the data and is never linked as law.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

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


class Edition(NamedTuple):
    """An earlier or the newest publication of an act: its type, number, year, and date where that is known."""

    type: str
    number: int
    year: int
    date: str


class Change(NamedTuple):
    """What has changed in the paragraphs `first` to `last` of an act (0: in all of it): what kind of change, the first day
    on which it is known to be so, what a thing `was` called and is called `now`, and the act that has taken its place.
    """

    kind: Literal["renamed", "repealed", "renumbered"]
    first: int
    last: int
    since: str
    was: str
    now: str
    successor: str
    verified: bool


class Act(NamedTuple):
    """An act, order or guidance note: `title` in full, `popular` and `name` as people call it inside a sentence. `eli` is
    its address, empty where the number could not be confirmed. `highest` is a number that no paragraph of it reaches.
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
    in_force_from: str = ""
    highest: int = 0
    history: tuple[Edition, ...] = ()
    changes: tuple[Change, ...] = ()


class KnownMunicipality(NamedTuple):
    """One of the 98 municipalities."""

    code: str
    slug: str
    name: str
    display: str
    variants: tuple[str, ...]


class Demand(NamedTuple):
    """What an order demands that a standard describes: in our words (to be read after "the standard must describe"), where
    the order says it, the topics under which it is all described, and the kinds of facts that tell it.
    """

    text: Localised
    act: str
    paragraph: str
    stk: str
    number: str
    topics: tuple[str, ...]
    facts: tuple[str, ...]


class Service(NamedTuple):
    """A service under one or more provisions: what it is called, which sections its standards have (`topics`), which of
    them an order demands (`required`, each by one of the `demands`; a standard is then `mandatory`), and the law itself as
    a Standard where its wording could be confirmed.
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
    mandatory: bool = False
    demands: tuple[Demand, ...] = ()


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
        in_force_from=row["in_force_from"] or "",
        highest=row.get("highest", 0),
        history=tuple(Edition(e["type"], e["number"], e["year"], e["date"] or "") for e in row.get("history", ())),
        changes=tuple(_change(each) for each in row.get("changes", ())),
    )


def _change(row: Mapping[str, Any]) -> Change:
    first, last = row.get("paragraphs", (0, 0))
    was, now, successor = (row.get(name) or "" for name in ("was", "now", "successor"))
    return Change(row["kind"], first, last, row["since"], was, now, successor, row["verified"])


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
        mandatory=row["mandatory"],
        demands=tuple(_demand(each) for each in row.get("demands", ())),
    )


def _demand(row: Mapping[str, Any]) -> Demand:
    law = row["law"]
    return Demand(
        text=row["text"],
        act=law["act"],
        paragraph=law["paragraph"],
        stk=law.get("stk", ""),
        number=law.get("nr", ""),
        topics=tuple(row["topics"]),
        facts=tuple(row.get("facts", ())),
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
