"""What the plan of a site is made from: the standards, whose they are, the looks, and what somebody has chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from qstd.model.alignments import Alignment
from qstd.model.card import Card
from qstd.site.choices import Choices
from qstd.site.held import Life
from qstd.site.look import Look, Part
from qstd.site.published import Folder, Past, Published

Days = tuple[tuple[str, str], ...]
"""Standards by ref, each with a day (ISO)."""


@dataclass(frozen=True)
class Contents:
    """All that a site is planned from. By the slug of a municipality: its own file, and its picture where it has one;
    `pasts` has the earlier versions of a standard, by its ref, `lives` those that were in force, `changed` the day on which
    it was last changed.
    `assets` has the folder where a municipality's pages find their style sheet.
    """

    published: tuple[Published, ...]
    commons: Mapping[str, Folder]
    looks: Mapping[tuple[str, Part], Look]
    choices: Choices = field(default_factory=Choices)
    logos: Mapping[str, Folder] = field(default_factory=dict)
    alignments: Sequence[Alignment] = ()
    pasts: Mapping[str, Past] = field(default_factory=dict)
    lives: Mapping[str, Life] = field(default_factory=dict)
    own_assets: frozenset[str] = frozenset()
    changed: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _by_municipality(self) -> Mapping[str, tuple[Published, ...]]:
        found: dict[str, list[Published]] = {}
        for each in self.published:
            found.setdefault(each.card.municipality, []).append(each)
        return {slug: tuple(own) for slug, own in found.items()}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards of all standards, in order, as pages that only name them have them."""
        return tuple(each.listed for each in self.published)

    @cached_property
    def by_service(self) -> Mapping[str, tuple[Published, ...]]:
        """The standards of each service, by its key."""
        found: dict[str, list[Published]] = {}
        for each in self.published:
            found.setdefault(each.card.service, []).append(each)
        return {service: tuple(own) for service, own in found.items()}

    def standards_of(self, municipality: str) -> tuple[Published, ...]:
        """Return a municipality's standards."""
        return self._by_municipality.get(municipality, ())

    def of(self, municipality: str) -> tuple[Card, ...]:
        """Return the cards of a municipality's standards."""
        return tuple(each.listed for each in self.standards_of(municipality))

    def days(self, cards: Iterable[Card]) -> Days:
        """Return the days on which standards were last changed, of those of which that is known, by ref."""
        return tuple((each.ref, self.changed[each.ref]) for each in cards if each.ref in self.changed)

    def look(self, part: Part, municipality: str = "") -> Look:
        """Return the look of a kind of file."""
        return self.looks[municipality, part]

    def assets(self, municipality: str) -> str:
        """Return where a municipality's pages find their assets: its own folder if it has replaced any, else the common."""
        return f"{municipality}/assets/" if municipality in self.own_assets else "assets/"

    def makes(self, kind: str) -> bool:
        """Tell whether files of a kind are made."""
        return kind in self.choices.formats

    def has(self, part: str) -> bool:
        """Tell whether the site has a part."""
        return part in self.choices.parts
