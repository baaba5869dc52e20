"""Which section of one version is which of another, through new headings, names, numbers, places and words."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from qstd.merge.pairing import Pairing
from qstd.model.standard import Section

_RELATED = 0.3  # share of common words that bears out a common name or heading
_SAME = 0.5  # share of common words that is enough by itself
_COMMON = 12  # a word in more sections than this tells none of them from the others
_NEAREST = 3  # sections with the most rare words in common that are looked at closely


def pairs(old: Sequence[Section], new: Sequence[Section]) -> dict[int, int]:
    """Return which section of `new` is which of `old`, by their numbers in the lists."""
    pairing = Pairing(old, new)
    pairing.by(lambda each: each).by(_words).by(_name_and_heading)
    pairing.by(_name, _related).by(_heading, _related, alone=True)
    _by_words(pairing)
    pairing.by(_name, alone=True).by(_heading, alone=True)
    _by_neighbours(pairing)
    return pairing.found


def twins(ours: Sequence[Section], theirs: Sequence[Section]) -> dict[int, int]:
    """Return which sections both sides have added: the same name, the same words, or the same heading."""
    pairing = Pairing(ours, theirs)
    return pairing.by(lambda each: each).by(_words).by(_name).by(_heading, alone=True).found


def _name(section: Section) -> str | None:
    return section.key or None


def _heading(section: Section) -> str | None:
    return section.heading.strip() or None


def _name_and_heading(section: Section) -> tuple[str, str] | None:
    return (section.key, section.heading) if section.key else None


def _words(section: Section) -> tuple[str, str] | None:
    return (section.heading, section.body) if section.body.strip() else None


def _related(old: Section, new: Section) -> bool:
    return old.heading == new.heading or _likeness(_bag(old), _bag(new)) >= _RELATED


def _bag(section: Section) -> Counter[str]:
    return _counted(f"{section.heading}\n{section.body}")


@lru_cache(maxsize=256)
def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def _by_words(pairing: Pairing[Section]) -> None:
    """Pair what is left and has most of its words in common, the likest first."""
    if not pairing.free_old or not pairing.free_new:
        return
    where: dict[str, list[int]] = {}
    for at in pairing.free_new:
        for word in _bag(pairing.new[at]):
            where.setdefault(word, []).append(at)
    scores = []
    for at in pairing.free_old:
        bag = _bag(pairing.old[at])
        near = Counter(other for word in bag for other in _few(where.get(word, ())))
        scores += [(-_likeness(bag, _bag(pairing.new[other])), at, other) for other, _ in near.most_common(_NEAREST)]
    for score, at, other in sorted(scores):
        if -score >= _SAME and at in pairing.free_old and other in pairing.free_new:
            pairing.pair(at, other)


def _few(places: Sequence[int]) -> Sequence[int]:
    return places if len(places) <= _COMMON else ()


def _by_neighbours(pairing: Pairing[Section]) -> None:
    """Pair sections of one number that stand alone between the same neighbours."""
    for at in list(pairing.free_old):
        number = pairing.old[at].number
        before = pairing.found.get(at - 1) if at else -1
        if number is None or before is None or before + 1 not in pairing.free_new:
            continue
        last = at + 1 == len(pairing.old)
        if pairing.new[before + 1].number == number and (
            pairing.found.get(at + 1) == before + 2 or (last and before + 2 == len(pairing.new))
        ):
            pairing.pair(at, before + 1)
