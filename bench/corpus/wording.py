"""Words for the generated standards: the pool of sentences, and how one wording is chosen of those that a sentence allows."""

import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from qstd.catalogue import KnownMunicipality

HERE = Path(__file__).parent
WRITTEN = HERE.parent.parent / "standards"
# What the sayings state in their own way, so that no standard says two things of one matter.
_STATED = re.compile(r"\d|anonym|frivillig|opfølgning|midlertidig|visiter", re.IGNORECASE)
_CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")


class Pool(NamedTuple):
    """What can be said about one topic: headings, sentences, entries of lists, and paragraphs that many share."""

    headings: tuple[str, ...]
    stock: tuple[str, ...]
    items: tuple[str, ...]
    common: tuple[str, ...]


@cache
def pools() -> Mapping[str, Pool]:
    """Return the pools by topic, the sentences of the two written standards among them."""
    rows = yaml.safe_load((HERE / "sentences.yaml").read_text("utf-8"))
    written = _written()
    return {
        topic: Pool(
            tuple(row["headings"].split(" / ")),
            (*row["stock"], *(each for each in written.get(topic, ()) if each[:50] not in str(row.get("common")))),
            tuple(row.get("items", ())),
            tuple(re.sub(r"\. (?=[A-ZÆØÅ])", ".\n", each.strip()) for each in row.get("common", ())),
        )
        for topic, row in rows.items()
    }


def _written() -> dict[str, list[str]]:
    """Return the whole sentences of the two written standards by topic, with a slot where they name their municipality."""
    found: dict[str, list[str]] = {}
    for place, name in (("hvidovre", "Hvidovre"), ("lejre", "Lejre")):
        for file in sorted((WRITTEN / place).glob("s*.yaml")):
            for section in yaml.safe_load(file.read_text("utf-8"))["sections"]:
                lines = (line for line in section["body"].splitlines() if re.match(r"[A-ZÆØÅ].*\.$", line))
                generic = (re.sub(rf"{name} [Kk]ommune", "{kommune}", line) for line in lines)
                found.setdefault(section["topic"], []).extend(
                    each for each in generic if name not in each and not _STATED.search(each)
                )
    return found


def worded(template: str, rng: random.Random, municipality: KnownMunicipality) -> str:
    """Choose one wording of a template, and say whose it is."""
    while _CHOICE.search(template):
        template = _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), template, count=1)
    return (
        template.replace("{navn}", municipality.name)
        .replace("{kommune}", municipality.display)
        .replace("{aar}", str(rng.randint(2009, 2025)))
    )
