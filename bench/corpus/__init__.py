"""Standards of one service for as many municipalities as there are, and new versions of them, made from a seed.

They are as long as published ones (860 to 1,000 words, 13 to 15 sections) and differ as published ones do: own headings,
sentences recombined and varied, other ages, deadlines and prices, empty sections, passages under other topics, and
paragraphs that many have almost word for word. Equal seeds give equal standards.
"""

import random

from bench.corpus.standards import Writer
from bench.corpus.versions import versions
from qstd import catalogue
from qstd.model.standard import Standard

__all__ = ["corpus", "versions"]


def corpus(count: int, seed: int, words: tuple[int, int] = (860, 1000)) -> list[Standard]:
    """Write the standards of the first `count` municipalities. Those of a smaller count are the first of a larger one."""
    slugs = list(catalogue.municipalities())[:count]
    if len(slugs) < count:
        raise ValueError(f"there are {len(slugs)} municipalities")
    return [Writer(catalogue.municipalities()[slug], random.Random(f"{seed}/{slug}")).standard(words) for slug in slugs]
