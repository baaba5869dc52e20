"""The overview: which standards somebody asked for, in which order, and what there is to choose among."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from qstd.present.comparison_labels import LABELS
from qstd.present.slugs import danish_order
from qstd.verbs.editing.rows import Row

STATUSES = LABELS["status"]
ORDERS = ("kommune", "titel", "ydelse", "status", "fund", "aendret")
SHOWN = 100  # standards on a screen, before more are asked for


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for: words, a municipality, a service, a status, only standards with errors; in which order, and
    whether the other way round; how many.
    """

    words: str = ""
    municipality: str = ""
    service: str = ""
    status: str = ""
    faulty: bool = False
    order: str = "kommune"
    turned: bool = False
    shown: int = SHOWN

    @property
    def filters(self) -> bool:
        """Whether something is left out."""
        return bool(self.words.split() or self.municipality or self.service or self.status or self.faulty)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the standards to show, how many there are of them, and how many there are in all."""

    rows: tuple[Row, ...]
    count: int
    total: int


def asked(given: Mapping[str, str]) -> Asked:
    """Read what was asked for in an address; what means nothing is left out."""
    order, shown = given.get("orden", ""), given.get("vis", "")
    return Asked(
        words=given.get("soeg", "")[:200].strip(),
        municipality=given.get("kommune", ""),
        service=given.get("ydelse", ""),
        status=given.get("status", "") if given.get("status", "") in STATUSES else "",
        faulty=given.get("fejl", "") == "ja",
        order=order if order in ORDERS else ORDERS[0],
        turned=given.get("vend", "") == "ja",
        shown=max(SHOWN, int(shown)) if shown.isascii() and shown.isdigit() and len(shown) < 7 else SHOWN,
    )


def address(wish: Asked, **other: object) -> dict[str, str]:
    """Return what an address says of a wish, or of one that differs from it; what is as usual is left out."""
    said = {
        "soeg": wish.words,
        "kommune": wish.municipality,
        "ydelse": wish.service,
        "status": wish.status,
        "fejl": "ja" if wish.faulty else "",
        "orden": wish.order if wish.order != ORDERS[0] else "",
        "vend": "ja" if wish.turned else "",
        "vis": str(wish.shown) if wish.shown != SHOWN else "",
    } | {name: str(value) for name, value in other.items()}
    return {name: value for name, value in said.items() if value}


def found(rows: Sequence[Row], wish: Asked) -> Found:
    """Return the standards that somebody asked for."""
    searched = [each.casefold() for each in wish.words.split()]
    kept = [each for each in rows if _kept(each, wish)]
    for word in searched:
        kept = [each for each in kept if word in _text(each)]
    ordered = sorted(kept, key=_KEYS[wish.order], reverse=wish.turned)
    return Found(tuple(ordered[: wish.shown]), len(ordered), len(rows))


def _kept(row: Row, wish: Asked) -> bool:
    return (
        wish.municipality in ("", row.municipality)
        and wish.service in ("", row.service)
        and wish.status in ("", row.status)
        and (not wish.faulty or row.broken or bool(row.errors))
    )


@lru_cache(maxsize=20_000)
def _folded(title: str, municipality: str, service: str, ref: str) -> str:
    return f"{title} {municipality} {service} {ref}".casefold()


def _text(row: Row) -> str:
    """Return the words by which a standard is found, in small letters."""
    return _folded(row.title, row.municipality_name, row.service_name, row.ref)


@lru_cache(maxsize=20_000)
def _order(text: str) -> str:
    return danish_order(text)


def _by_municipality(row: Row) -> tuple[str, ...]:
    return _order(row.municipality_name), _order(row.title), row.ref


def _by_findings(row: Row) -> tuple[int, ...]:
    """Order by how bad it is, the worst first."""
    return (not row.broken, -(row.errors or 0), -(row.warnings or 0), -(row.remarks or 0))


_KEYS: Mapping[str, Callable[[Row], Any]] = {
    "kommune": _by_municipality,
    "titel": lambda row: (_order(row.title), *_by_municipality(row)),
    "ydelse": lambda row: (_order(row.service_name), *_by_municipality(row)),
    "status": lambda row: (list(STATUSES).index(row.status) if row.status in STATUSES else -1, *_by_municipality(row)),
    "fund": lambda row: (*_by_findings(row), *_by_municipality(row)),
    "aendret": lambda row: (-row.changed.timestamp(), *_by_municipality(row)),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the overview can be narrowed to: municipalities, services and statuses by key, with their names."""

    municipalities: tuple[tuple[str, str], ...]
    services: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]


def choices(rows: Iterable[Row]) -> Choices:
    """Return what there is to choose among, in Danish order."""
    named = {(each.municipality, each.municipality_name, each.service, each.service_name, each.status) for each in rows}
    there = {each[4] for each in named}
    return Choices(
        _sorted({(each[0], each[1]) for each in named}),
        _sorted({(each[2], each[3]) for each in named if each[2]}),
        tuple((key, name) for key, name in STATUSES.items() if key in there),
    )


def _sorted(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda each: (_order(each[1]), each[0])))
