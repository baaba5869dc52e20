"""qstd's own engine as a contender."""

import functools
import gc
from collections.abc import Callable

from bench.peers import Peer
from qstd.compare.versions import Text, Vocabulary, align, prepare, script
from qstd.model.revision import Step
from qstd.model.standard import Standard

Preparation = Callable[[Standard], Text]


def preparation() -> Preparation:
    """Return what prepares standards with one vocabulary."""
    vocabulary = Vocabulary()
    return lambda standard: prepare(standard, vocabulary)


def alignments() -> Peer:
    """Texts prepared once for all their comparisons: which of their leaves belong together, and the words that these
    have in common. As in the floor, nobody has looked for moves or made the words readable.
    """
    return Peer("qstd, corpus run: leaves and common words", preparation(), align)


def scripts() -> Peer:
    """The same and all that a reader sees: moves, moved sentences, readable stretches and the class of each change."""
    return Peer("qstd, corpus run: the whole edit script", preparation(), script)


def cold() -> Peer:
    """Reading both standards into words, and the script."""
    return Peer("qstd, cold: words and all", lambda standard: standard, from_standards)


def from_standards(old: Standard, new: Standard) -> tuple[Step, ...]:
    """Compare two standards that were not prepared."""
    prepared = preparation()
    return script(prepared(old), prepared(new))


def forget() -> None:
    """Empty the caches of qstd's own functions, as in a process that has just begun."""
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and (each.__module__ or "").startswith("qstd"):
            each.cache_clear()
