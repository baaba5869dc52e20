"""The words for people that stand beside the keys in data: exports know keys, the caller knows words and the language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qstd.model.comparison import Column, Flag, Passage, Spread
from qstd.model.facts import AnyFact


def _nothing(*_: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Words:
    """What things are called. JSON needs the first three; tables for people take the others too.

    - `kind` names a kind of fact with its role, `topic` a topic, `property` a property of the document;
    - `fact` says a fact's value in a few words, `details` are the lines under it;
    - `group` names the group of rows that a kind of fact stands in, or for the kind "" that of the document's own
      properties; `groups` are all of them in the order of a page;
    - `names` are what the columns are called, `place` where a passage stands ("afsnit 6");
    - `flag` is a flag with its reason, told with the column of the statute;
    - `date` is an ISO date in words, `spread` the lowest, middle and highest of a quantity;
    - `label` is the word for a key of a table of words (`state`, `unit`, ...); `say` translates a sentence.
    """

    kind: Callable[[str, str], str]
    topic: Callable[[str], str]
    fact: Callable[[AnyFact], str]
    property: Callable[[str], str] = _nothing
    say: Callable[[str], str] = str
    details: Callable[[AnyFact], Sequence[str]] = lambda _: ()
    group: Callable[[str, str], str] = _nothing
    groups: Sequence[str] = ()
    names: Callable[[Sequence[Column]], Sequence[str]] = lambda columns: [each.label for each in columns]
    date: Callable[[str], str] = str
    spread: Callable[[Spread], str] = _nothing
    place: Callable[[Passage], str] = _nothing
    flag: Callable[[Flag, Column | None], str] = _nothing
    label: Callable[[str, str], str] = lambda _, key: key


def spaced(text: str) -> str:
    """Where a line may break is no matter for data: "7 dage" has an ordinary space here."""
    return text.replace("\u00a0", " ")
