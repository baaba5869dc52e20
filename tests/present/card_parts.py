"""Cards for the tests of lists: one by name, or a whole country of them."""

import datetime as dt
from dataclasses import replace
from random import Random

from qstd import catalogue
from qstd.model.card import Card
from qstd.model.document import Blocks, Items, Mark, plain
from tests.present.standard_parts import inlines_of
from tests.strategies import stretches

ONE = Card("lejre/stoette", "Lejre Kommune", "Støtte", "sel-99", "in_force", approved="2015-10-05")
SERVICES = (*catalogue.service_keys(), *(f"egen-{number}" for number in range(22)))


def card(ref: str, **fields: object) -> Card:
    """A card of a standard of a known municipality."""
    known = catalogue.municipalities()[ref.partition("/")[0]]
    return replace(ONE, ref=ref, name=known.display, **fields)  # type: ignore[arg-type]  # by name


def country(municipalities: int = 98, services: int = 50, seed: int = 1) -> tuple[Card, ...]:
    """Every municipality with a standard for every service."""
    chance = Random(seed)
    statuses = ["in_force"] * 6 + ["approved", "hearing", "draft", "withdrawn"]
    return tuple(
        card(
            f"{slug}/{service}",
            title=f"Kvalitetsstandard for hjælp {service}",
            service=service,
            status=chance.choice(statuses),
            approved=(dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(3600))).isoformat(),
            approved_by=chance.choice(["Byrådet", ""]),
        )
        for slug in list(catalogue.municipalities())[:municipalities]
        for service in SERVICES[:services]
    )


def words(blocks: Blocks) -> str:
    """All words, with ordinary spaces."""
    return " ".join(" ".join(stretches(blocks)).split())


def lists(blocks: Blocks) -> list[Items]:
    """The lists among some blocks."""
    return [each for each in blocks if isinstance(each, Items)]


def entries(items: Items) -> list[str]:
    """What a list says, entry by entry."""
    return [" ".join(words(item.blocks).split()) for item in items.items]


def marks(blocks: Blocks) -> list[str]:
    """The words of every mark."""
    return [plain(each.inlines) for each in inlines_of(blocks) if isinstance(each, Mark)]
