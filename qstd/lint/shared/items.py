"""The 15 items that a standard for drug treatment must describe at the least: one rule for each, made here.

An item is described where a section or a fact answers its topic, or where words of it stand anywhere else; municipalities
divide these texts in many ways. An item of two halves ("qualifications and further training") needs both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.passages import passages
from qstd.lint.shared.presence import says, section_of_topic
from qstd.model.finding import Message, Path, message
from qstd.model.standard import Standard

DRUG_TREATMENT = Applies(services=frozenset(("sel-101",)))
ORDER = "https://www.retsinformation.dk/eli/lta/2019/1477"


@dataclass(frozen=True, slots=True)
class Part:
    """An item or half of one: what it is called, patterns that a sentence about it has all of, be it in the words that
    lead in to it, and the topics that answer it.
    """

    name: Message
    words: tuple[str, ...]
    topics: tuple[str, ...]


def part(name: Message, *words: str, topics: tuple[str, ...] = ()) -> Part:
    """Make an item, or half of one."""
    return Part(name, words, topics)


def item_rule(number: int, item: Message, hint: Message, *parts: Part) -> Rule:
    """Make the rule of an item; `item` is its name where all of it is missing."""

    def check(standard: Standard, around: Around) -> Iterator[Hit]:
        missing = [each for each in parts if not _is_described(each, standard, around)]
        if not missing or standard.language != "da":
            return
        name = item if len(missing) == len(parts) else missing[0].name
        what = message(
            "Standarden beskriver ikke {item}. Det hører til punkt {number} af de 15, som den mindst skal beskrive.",
            item=name,
            number=number,
        )
        yield Hit(_place(standard, missing[0]), what, hint)

    source = message("Kilde: Bekendtgørelse nr. 1477 af 17/12/2019, § 4, stk. 1, nr. {number}.", number=number)
    return Rule(f"P{100 + number}", "error", check, source=source, url=ORDER, applies=DRUG_TREATMENT)


def _is_described(part: Part, standard: Standard, around: Around) -> bool:
    return any(says(standard, around, topic) for topic in part.topics) or _has_words(part, standard, around)


def _has_words(part: Part, standard: Standard, around: Around) -> bool:
    if not part.words:
        return False
    patterns = tuple(_pattern(each) for each in part.words)
    # A heading alone says nothing: its words come with each sentence below it.
    texts = (f"{each.lead}: {each.text}" for each in passages(standard, around) if each.kind != "heading")
    return any(all(each.search(text) for each in patterns) for text in texts)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _place(standard: Standard, part: Part) -> Path:
    """Return the section that stands there without a text, or else the sections as a whole."""
    empty = (section_of_topic(standard, topic) for topic in part.topics)
    index = next((each for each in empty if each is not None), None)
    return ("sections",) if index is None else ("sections", index)
