"""A source to import and what must come out of it, as a careful person would say from reading the source.

`expected.yaml` says it. `layout` in it says how `make` lays the same text out as a file; a source written or collected by
hand has none. `standard` names a standard of this project that the source must become, instead of spelling it out.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


class WantedSection(NamedTuple):
    """A section. `topics` are those that are right; None among them: no topic is right too."""

    topics: tuple[str | None, ...]
    number: str
    heading: str
    text: str


class WantedStandard(NamedTuple):
    """A standard. `titles` and `services` are those that are right, the first one best; `approval` holds the fields that
    the source tells.
    """

    titles: tuple[str, ...]
    services: tuple[str, ...]
    municipality: str
    approval: Mapping[str, object]
    sections: tuple[WantedSection, ...]

    @property
    def title(self) -> str:
        """The whole title, as the source has it."""
        return self.titles[0]


class Case(NamedTuple):
    """A source and what must come out. A fact holds the fields that must be so; `may` are facts that a reader could
    also see, neither asked for nor wrong. `hyphens` must stand in the text as written; `furniture` must not stand there.
    """

    name: str
    folder: Path
    standards: tuple[WantedStandard, ...]
    facts: tuple[Mapping[str, object], ...]
    may: tuple[Mapping[str, object], ...]
    hyphens: tuple[str, ...]
    furniture: tuple[str, ...]
    layout: Mapping[str, Any]

    @property
    def source(self) -> Path:
        """The file to import."""
        return next(self.folder.glob("source.*"))


def cases(folder: Path = HERE) -> Iterator[Case]:
    """Read all cases of a folder, by name."""
    for file in sorted(folder.glob("*/expected.yaml")):
        yield read(file)


def read(file: Path) -> Case:
    """Read one case."""
    said = yaml.safe_load(file.read_text("utf-8"))
    if "standard" in said:
        said = {**_by_hand(ROOT / said["standard"]), **said}
    standards = tuple(_standard(each) for each in said.get("standards", [said]))
    words = {name: tuple(said.get(name) or ()) for name in ("facts", "may", "hyphens", "furniture")}
    return Case(file.parent.name, file.parent, standards, **words, layout=said.get("layout") or {})


def _standard(said: Mapping[str, Any]) -> WantedStandard:
    sections = tuple(_section(each) for each in said["sections"])
    return WantedStandard(
        _all(said["title"]), _all(said["service"]), said["municipality"], said.get("approval") or {}, sections
    )


def _section(said: Mapping[str, Any]) -> WantedSection:
    return WantedSection(_all(said["topic"]), str(said.get("number", "")), said["heading"], said["text"])


def _all(said: Any) -> tuple[Any, ...]:
    return tuple(said) if isinstance(said, list) else (said,)


def _by_hand(file: Path) -> Mapping[str, Any]:
    """What a standard of this project says, in the words of an expectation."""
    said = yaml.safe_load(file.read_text("utf-8"))
    said["sections"] = [{**each, "text": each["body"]} for each in said["sections"]]
    said["facts"] = [{name: value for name, value in each.items() if name != "evidence"} for each in said["facts"]]
    return {**said, "municipality": file.parent.name}
