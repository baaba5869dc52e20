"""Rules against decisions that were labelled by hand: how often a rule is right when it speaks, and how much it finds.

`python -m tests.lint.decisions` prints the figures of each rule and every decision that it took otherwise.
"""

import datetime as dt
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from qstd import lint
from qstd.lint.rule import Around
from qstd.model.facts import AnyFact
from qstd.model.finding import Finding, Place
from qstd.model.standard import Approval, Section, Standard, StandardFile, of
from qstd.readers import yaml_file
from qstd.recognise import facts
from qstd.yaml_source import parse
from tests.cases.read.case import HERE, ROOT, Case, WantedStandard, read

FOLDER = ROOT / "tests" / "cases" / "lint_decisions"
FIGURES = FOLDER / "precision.json"
FIRST_SIGHT = FOLDER / "first_sight.yaml"
TODAY = dt.date(2026, 11, 22)
FOLDERS = {"own/": "standards", "blind/": "blind"}
"""What begins the names of standards that were written for this when the rules were done, and where they are: those with
traps in them by who made the rules, and those by another hand, which did not know the rules.
"""


class Decision(NamedTuple):
    """What a careful reader says: whether a rule must speak of a standard, and of which section ("": of the whole)."""

    code: str
    standard: str
    finds: bool
    place: str
    why: str


class Score(NamedTuple):
    """What a rule did of what was decided: said rightly, said wrongly, passed over."""

    right: int
    wrong: int
    missed: int
    decisions: int

    @property
    def figures(self) -> dict[str, float | int | None]:
        """The score as it is kept; a share of nothing is None."""
        told, there = self.right + self.wrong, self.right + self.missed
        return {
            "decisions": self.decisions,
            "told": told,
            "precision": round(self.right / told, 3) if told else None,
            "recall": round(self.right / there, 3) if there else None,
        }


def decisions() -> tuple[Decision, ...]:
    """Read all decisions."""
    said: Mapping[str, Any] = parse((FOLDER / "decisions.yaml").read_bytes()).value
    return tuple(
        Decision(code, each["standard"], each["finds"] is True, each["place"], each["why"])
        for code, rule in said.items()
        for each in rule["decisions"]
    )


@cache
def standard(name: str) -> Standard:
    """Return a standard as its source must become, with the facts that its words say, all of them confirmed."""
    for prefix, own_folder in FOLDERS.items():
        if name.startswith(prefix):
            return _read(FOLDER / own_folder / f"{name.removeprefix(prefix)}.yaml", "eksempel")
    folder, _, number = name.partition("#")
    file = HERE / folder / "expected.yaml"
    own = parse(file.read_bytes()).value.get("standard")
    if own:
        return _read(ROOT / own, (ROOT / own).parent.name)
    return _made(read(file), int(number or 0))


def _read(path: Path, municipality: str) -> Standard:
    """Read a file of ours; one without facts gets those that its words say."""
    record = yaml_file.read_standard(path.read_bytes(), path.name, municipality).record
    assert record
    return record if record.facts else replace(record, facts=_confirmed(record))


def _confirmed(file: StandardFile) -> tuple[AnyFact, ...]:
    return tuple(replace(each, proposed=None) for each in facts.propose(file))


def _made(case: Case, number: int) -> Standard:
    wanted = case.standards[number]
    told = {key: value for key, value in wanted.approval.items() if key in {each.name for each in fields(Approval)}}
    approval = Approval(**told) if told else None  # type: ignore[arg-type]  # the case has values of the right types
    file = StandardFile(
        schema=1,
        title=wanted.title,
        service=wanted.services[0],
        status="in_force",
        approval=approval,
        sections=tuple(_sections(wanted)),
    )
    return of(wanted.municipality, replace(file, facts=_confirmed(file)))


def _sections(wanted: WantedStandard) -> Iterator[Section]:
    topics = [each.topics[0] for each in wanted.sections]
    for at, each in enumerate(wanted.sections):
        topic = topics[at]
        named = topic is not None and topics.index(topic) == at
        yield Section(
            topic=topic,
            id=None if named else f"s{at}",
            number=each.number or None,
            heading=each.heading,
            body=each.text,
        )


@cache
def found(name: str) -> tuple[Finding, ...]:
    """Run every rule over a standard that stands alone in its folder."""
    own = standard(name)
    around = Around(TODAY, own.municipality, None, lambda path, line: Place(name, max(line, 1), 1, path))
    return tuple(lint.check(own, around))


def places(code: str, name: str) -> list[str]:
    """Return the sections that a rule speaks of; "title" of the title, "" of the standard as a whole."""
    paths = [each.place.path for each in found(name) if each.code == code]
    return ["title" if each == ("title",) else lint.section_of(standard(name), each) for each in paths]


def scores() -> tuple[dict[str, Score], list[str]]:
    """Score every rule that has decisions, and tell of each that went otherwise."""
    by_rule: dict[str, dict[str, list[Decision]]] = defaultdict(lambda: defaultdict(list))
    for each in decisions():
        by_rule[each.code][each.standard].append(each)
    made, otherwise = {}, []
    for code, standards in by_rule.items():
        right = wrong = missed = 0
        for name, own in standards.items():
            wanted = {each.place for each in own if each.finds}
            told = set(places(code, name))
            strays = set() if "" in wanted else told - wanted
            passed = {each for each in wanted - told if each or not told}
            right, wrong, missed = right + len(wanted - passed), wrong + len(strays), missed + len(passed)
            otherwise += [f"{code} {name}: told of »{each}«, decided: {own[0].why}" for each in sorted(strays)]
            otherwise += [f"{code} {name}: silent on »{each}«, decided: {own[0].why}" for each in sorted(passed)]
        made[code] = Score(right, wrong, missed, sum(map(len, standards.values())))
    return made, otherwise


def first_sight() -> dict[str, Any]:
    """Read what the rules did when they first saw the blind texts."""
    return dict(parse(FIRST_SIGHT.read_bytes()).value)


def kept() -> dict[str, dict[str, float | int | None]]:
    """Read the figures that no rule may fall below."""
    said: dict[str, dict[str, float | int | None]] = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    return said


def keep(figures: Mapping[str, Mapping[str, float | int | None]]) -> None:
    """Write the figures."""
    FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", "utf-8")


def main() -> None:
    """Print the figures."""
    made, otherwise = scores()
    for code, score in made.items():
        sys.stdout.write(f"{code} {score.figures}\n")
    sys.stdout.write("\n".join(otherwise) + "\n")


if __name__ == "__main__":
    main()
