"""A corpus as large as a country: many standards of each municipality, spread over the services of the catalogue.

Each has the text of a generated standard of its own. With more standards in a municipality than there are services, some
services have several, as they do where one standard is for children and another for grown-ups.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count as count_up
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.corpus import corpus
from bench.corpus.folder import put
from qstd import catalogue
from qstd.model.plain import plain
from qstd.model.standard import Standard

MUNICIPALITIES = 98


class Named(NamedTuple):
    """A standard and the name of its file, without ending."""

    slug: str
    standard: Standard

    @property
    def ref(self) -> str:
        """What commands call it."""
        return f"{self.standard.municipality}/{self.slug}"


def national(count: int, seed: int = 1) -> Iterator[Named]:
    """Write so many standards: one for each municipality, then another one for each. Those of a smaller count are the
    first of a larger one.
    """
    return islice(_all(seed), count)


def _all(seed: int) -> Iterator[Named]:
    keys = catalogue.service_keys()
    for at in count_up():
        again, nth = divmod(at, len(keys))
        known = catalogue.service(keys[nth])
        name = known.name["da"] if known else keys[nth]
        number = f" {again + 1}" if again else ""
        for each in corpus(MUNICIPALITIES, seed + at):
            title = f"{name} i {_name(each.municipality)}{number}"
            yield Named(f"{keys[nth]}{number.replace(' ', '-')}", replace(each, service=keys[nth], title=title))


def _name(municipality: str) -> str:
    return catalogue.municipalities()[municipality].display


def write(standards: Iterator[Named], folder: Path) -> None:
    """Write them as a workspace of qstd."""
    for slug, standard in standards:
        put(standard, folder, slug)


def markdown(named: Named, title: bool = True) -> str:
    """Return a standard as the tools for pages of Markdown read it: what it is in front matter, then its sections, below
    the title where the tool does not put that there by itself.
    """
    values = plain(named.standard)
    about = {key: values.get(key) for key in ("title", "service", "municipality", "status", "language", "approval")}
    front = yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=4096)
    return f"---\n{front}---\n\n{text(named.standard, title)}"


def text(standard: Standard, title: bool = True) -> str:
    """Return the sections as Markdown without front matter."""
    parts = [f"# {standard.title}"] if title else []
    for each in standard.sections:
        heading = f"## {each.number + '. ' if each.number else ''}{each.heading}"
        parts += [heading, each.body.strip()] if each.body else [heading]
    return "\n\n".join(parts) + "\n"
