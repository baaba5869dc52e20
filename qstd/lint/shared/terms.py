"""The words of `terms.yaml`: dated words for people, and abbreviations with what they stand for."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from qstd.lint.shared.patterns import lazy
from qstd.yaml_source import parse

_FILE = Path(__file__).parent.parent / "terms.yaml"
_PEOPLE = (
    r"(?:borger|person|menneske|voksen|voksne|ung|ældre|beboer|patient|bruger|medborger|mand|mænd|kvinde|forældre|familie"
    r"|barn|børn|gruppe)\w*"
)
# "sindslidende borgere", "sindslidende og sårbare borgere"
_AS_ADJECTIVE = rf"(?!(?:(?:,|,? (?:og|eller|samt|og/eller)) \w+){{0,2}} {_PEOPLE})"


class Dated(NamedTuple):
    """A dated word: its stems and, as a regular expression, its forms; whether only the noun is dated; what to write instead,
    and who says so (empty: common usage).
    """

    stems: tuple[str, ...]
    forms: str
    noun: bool
    instead: str
    says: str
    url: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The word in its forms, as a whole word."""
        return _pattern(self.forms, self.noun, self.stems)


@cache
def _pattern(forms: str, noun: bool, stems: tuple[str, ...]) -> re.Pattern[str]:
    return lazy(rf"(?<![\w-])(?:{forms})(?![\w-]){_AS_ADJECTIVE if noun else ''}", re.IGNORECASE, " ".join(stems))


@cache
def dated() -> tuple[Dated, ...]:
    """Return the dated words."""
    return tuple(_dated(row) for row in _load()["dated"])


def _dated(row: Mapping[str, Any]) -> Dated:
    stems = tuple(row["stems"].split())
    return Dated(stems, row["words"], "noun" in row, row["instead"], row.get("says", ""), row.get("url", ""))


@cache
def abbreviations() -> dict[str, str]:
    """Return the abbreviations and what they stand for."""
    return {row["short"]: row["full"] for row in _load()["abbreviations"]}


@cache
def known_to_all() -> frozenset[str]:
    """Return words in capitals that need no explanation."""
    return frozenset(_load()["known"].split())


@cache
def _load() -> Any:
    parsed = parse(_FILE.read_bytes())
    if parsed.problems:
        raise ValueError(f"{_FILE.name}: {parsed.problems[0]}")
    return parsed.value
