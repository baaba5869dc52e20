"""The words of each topic, for headings and texts that the catalogue does not know."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from qstd.prose.sentences import spans
from qstd.yaml_source import parse

_FILE = Path(__file__).with_name("profiles.yaml")
_ENOUGH = 3
_MOST = 6
_OPENING = 3
_FAR = 4000
_GAP = r"(?:[^\w]+\w+){0,5}?[^\w]+"


class _Profile(NamedTuple):
    topic: str
    heading: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    text: re.Pattern[str] | None
    hint: re.Pattern[str] | None
    opens: re.Pattern[str] | None


def stems(heading: str) -> list[str]:
    """Return the topics whose words a heading (small letters) has, the likeliest first, each once."""
    found = (each.topic for each in _profiles() if each.heading and each.heading.search(heading))
    return list(dict.fromkeys(found))


def leanings(heading: str) -> list[str]:
    """Return the topics whose headings may have the words of this one, among others, in the order of the list."""
    found = (each.topic for each in _profiles() if each.weak and each.weak.search(heading))
    return list(dict.fromkeys(found))


def scores(text: str) -> dict[str, int]:
    """Return how much the words of a text speak for each topic. What the first sentence says counts
    twice, and what stands far down does not count.
    """
    folded = text[:_FAR].casefold()
    first = next((folded[start:end] for start, end in spans(folded)), "")
    out: dict[str, int] = {}
    for each in _profiles():
        points = 2 * _hits(each.text, folded) + _hits(each.hint, folded)
        points = min(points, _MOST) + min(_hits(each.text, first), 2)
        points += _OPENING if each.opens and each.opens.match(folded) else 0
        if points:
            out[each.topic] = max(points, out.get(each.topic, 0))
    return out


def by_text(text: str) -> str:
    """Return the topic that the words of a text speak for, empty where they say too little; of
    two that they speak for alike, the one that stands first in the list.
    """
    found = scores(text)
    best = max(found, key=lambda topic: found[topic], default="")
    return best if best and found[best] >= _ENOUGH else ""


def _hits(pattern: re.Pattern[str] | None, text: str) -> int:
    return len(set(pattern.findall(text))) if pattern else 0


@cache
def _profiles() -> tuple[_Profile, ...]:
    rows: list[Mapping[str, Any]] = parse(_FILE.read_bytes()).value["profiles"]
    return tuple(_Profile(row["topic"], *(_any(row.get(key, ())) for key in _Profile._fields[1:])) for row in rows)


def _any(stems: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(_stem, stems))) if stems else None


def _stem(stem: str) -> str:
    start = r"\A" if stem.startswith("^") else r"(?<!\w)" if stem[:1].isalnum() else ""
    whole = r"(?!\w)" if stem.endswith("_") else ""
    parts = stem.lstrip("*^").removesuffix("_").split("..")
    gap = r"(?:\w*" + _GAP + ")"
    return start + gap.join(r"\s+".join(map(re.escape, re.split(r"[_ ]", part))) for part in parts) + whole
